//! The door to JavaScript, and the only file that knows it: decode, call, encode. One call in, one plain
//! value out; offsets count UTF-16 units.

mod decode;
mod segmenter;
mod streams;

use crate::analyze::analyze_with;
use crate::options::Options;
use crate::request::Request;
use crate::text::Unit;
use crate::view::{self, View};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{self, JsString, Reflect};
use web_sys::{Performance, console};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type { View, Request } from "../lib/index.d.ts";
/** Analyzes a text. Throws an `Error` with `code` "bad_option" when an option makes no sense. */
export function analyze(text: string, request?: Request | null): View;
"#;

/// Runs once, when the module is made: a panic is told on the console with its place in the code.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The version of the core.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_string()
}

/// Takes the bytes of `nutgraf.supplement` or of `nutgraf.names`; false when they are neither.
#[wasm_bindgen]
#[must_use]
pub fn supplement(bytes: Vec<u8>) -> bool {
    crate::supplement::install(bytes)
}

/// The core's second half as the browser can compile it, of what stands in the supplement; nothing when that is broken.
#[wasm_bindgen]
#[must_use]
pub fn second_half(encoded: &[u8]) -> Vec<u8> {
    streams::decode(encoded).unwrap_or_default()
}

/// Analyzes a text; see the contract of the view.
///
/// # Errors
/// A JavaScript `Error` with `code` "bad_option" when an option makes no sense.
#[wasm_bindgen(skip_typescript)]
pub fn analyze(text: JsString, request: JsValue) -> Result<JsValue, JsValue> {
    let timer = Timer::start();
    let request: Request = if request.is_undefined() || request.is_null() {
        Request::default()
    } else {
        warn_of_unknown_options(&request);
        decode::request(&request).map_err(|it| bad_option(&it.0))?
    };
    // Half a surrogate pair becomes U+FFFD here, which is as wide: offsets stay right.
    let decoded = String::from(&text);
    let hints = request.hints(&decoded, Unit::Utf16);
    let options =
        Options { segmenter: Some(segmenter::starts), ..request.options().map_err(|it| bad_option(&it.0))? };
    let analysis = analyze_with(&decoded, hints.as_ref(), &options);
    let view = View { text: "", ..view::of(&analysis, Unit::Utf16) };
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    let value = view.serialize(&serializer).map_err(JsValue::from)?;
    // The caller's own string, not a copy through UTF-8: exactly what was pasted, and no second copy made.
    Reflect::set(&value, &"text".into(), &text)?;
    timer.end();
    Ok(value)
}

fn bad_option(message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // A fresh object takes any property.
    let _ = Reflect::set(&error, &"code".into(), &"bad_option".into());
    error.into()
}

/// A misspelt option would silently mean the default: say so to the developer.
fn warn_of_unknown_options(request: &JsValue) {
    let Some(object) = request.dyn_ref::<js_sys::Object>() else { return };
    for key in js_sys::Object::keys(object).iter().filter_map(|it| it.as_string()) {
        if !Request::FIELDS.contains(&key.as_str()) {
            console::warn_1(&format!("nutgraf: there is no option \"{key}\"").into());
        }
    }
}

/// A measure on the platform's own timeline ("nutgraf.analyze"), for the developer tools and the page.
struct Timer(Option<Performance>);

impl Timer {
    fn start() -> Timer {
        let performance = Reflect::get(&js_sys::global(), &"performance".into())
            .ok()
            .and_then(|it| it.dyn_into::<Performance>().ok());
        if let Some(performance) = &performance {
            // A full timeline buffer or a frozen host is no reason not to analyze.
            let _ = performance.mark("nutgraf.start");
        }
        Timer(performance)
    }

    fn end(self) {
        if let Some(performance) = self.0 {
            performance.clear_measures_with_measure_name("nutgraf.analyze");
            let _ = performance.measure_with_start_mark("nutgraf.analyze", "nutgraf.start");
            performance.clear_marks_with_mark_name("nutgraf.start");
        }
    }
}
