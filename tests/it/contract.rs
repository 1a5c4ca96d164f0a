//! The contract of the view.

use nutgraf::{Options, Unit, analyze, view};

#[test]
fn absent_is_null_and_the_text_comes_back_untouched() {
    let text = "Rain stops play\r\n\r\nRain stopped play on Monday. 🌧 It was wet.";
    let analysis = analyze(text, &Options::default());
    let view = serde_json::to_value(view::of(&analysis, Unit::Utf16)).unwrap();
    assert_eq!(view["text"], text);
    assert_eq!(view["schema"], 1);
    assert_eq!(view["offsets"], "utf16");
    assert!(view["tokens"].is_null());
    assert!(view["metadata"].as_object().unwrap().contains_key("byline"));
}
