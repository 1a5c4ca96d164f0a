//! Any request as JSON, hints included, which JavaScript sends and anybody may forge: an answer or a refusal, no panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::request::Request;
use nutgraf::{Unit, analyze_with, view};

fuzz_target!(|input: (&str, &str)| {
    let (text, json) = input;
    let Ok(request) = serde_json::from_str::<Request>(json) else { return };
    let hints = request.hints(text, Unit::Utf16);
    let Ok(options) = request.options() else { return };
    let analysis = analyze_with(text, hints.as_ref(), &options);
    let value = serde_json::to_value(view::of(&analysis, Unit::Utf16)).expect("the view is plain data");
    nutgraf_fuzz::lie_within(&value, text.encode_utf16().count() as u64);
});
