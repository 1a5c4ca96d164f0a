//! Any HTML: no panic, and every span of the view lies in the page's text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::{Options, Unit, analyze_with, read, view};

fuzz_target!(|html: &str| {
    let page = read::html::read(html);
    let analysis = analyze_with(&page.text, Some(&page.hints), &Options::default());
    let value = serde_json::to_value(view::of(&analysis, Unit::Utf8)).expect("the view is plain data");
    nutgraf_fuzz::lie_within(&value, page.text.len() as u64);
});
