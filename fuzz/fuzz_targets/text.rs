//! Any text, any language, any question: no panic, and every span of the view lies in the text, in each unit.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::{Options, Parts, Unit, analyze, view};

fuzz_target!(|input: (&str, u8, &str)| {
    let (text, choice, query) = input;
    let languages = [None, Some("en"), Some("de"), Some("fr"), Some("ja"), Some("th"), Some("zz"), Some("")];
    let options = Options {
        language: languages[usize::from(choice) % languages.len()].map(str::to_string),
        query: (choice & 8 != 0).then(|| query.to_string()),
        published: (choice & 16 != 0).then(|| query.to_string()),
        title: (choice & 32 != 0).then(|| query.to_string()),
        parts: Parts::DEFAULT | Parts::named("tokens").expect("there is such a part"),
        ..Options::default()
    };
    let analysis = analyze(text, &options);
    let lengths = [
        (Unit::Utf8, text.len()),
        (Unit::Utf16, text.encode_utf16().count()),
        (Unit::Char, text.chars().count()),
    ];
    for (unit, length) in lengths {
        let value = serde_json::to_value(view::of(&analysis, unit)).expect("the view is plain data");
        nutgraf_fuzz::lie_within(&value, length as u64);
    }
});
