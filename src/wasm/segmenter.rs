//! The platform's dictionary of words: `Intl.Segmenter` (ECMA-402).

use crate::text::{ByteOffsets, Unit};
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Array, Object, Reflect};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &Object) -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;
}

thread_local! {
    /// Making one costs more than a sentence does; none where the engine is too old. Dictionaries go by the script, so
    /// the locale does not matter.
    static WORDS: Option<Segmenter> = {
        let options = Object::new();
        let _ = Reflect::set(&options, &"granularity".into(), &"word".into());
        Segmenter::new(&JsValue::UNDEFINED, &options).ok()
    };
}

/// Where words begin in `text`, as byte offsets.
pub fn starts(text: &str) -> Vec<u32> {
    let mut bytes = ByteOffsets::new(text, Unit::Utf16);
    WORDS.with(|words| {
        let Some(words) = words else { return Vec::new() };
        let segments = Array::from(&words.segment(text));
        let start = |it: JsValue| Reflect::get(&it, &"index".into()).ok()?.as_f64();
        segments.iter().filter_map(start).map(|it| bytes.of(it as u32)).collect()
    })
}
