//! A request as JavaScript hands it over, read property by property.
//!
//! By hand, because the general way (`serde_wasm_bindgen::from_value`) brings an own copy of its machinery for every
//! struct, and the printing of floating-point numbers for its messages. Options of the wrong type are told; hints,
//! which our own code makes, are read for what they are worth: what has the wrong type counts as absent.

use crate::request::{BadOption, BlockRequest, BoxRequest, HintsRequest, MarkRequest, PageRequest, Request};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Reflect};

/// The request that a JavaScript object holds.
///
/// # Errors
/// An option that is there and has another type than it should.
pub fn request(object: &JsValue) -> Result<Request, BadOption> {
    Ok(Request {
        sentences: option(object, "sentences", "a number", JsValue::as_f64)?,
        ratio: option(object, "ratio", "a number", JsValue::as_f64)?,
        words: option(object, "words", "a number", JsValue::as_f64)?,
        query: text_option(object, "query")?,
        published: text_option(object, "published")?,
        lang: text_option(object, "lang")?,
        title: text_option(object, "title")?,
        url: text_option(object, "url")?,
        furniture: text_option(object, "furniture")?,
        only: text_option(object, "only")?,
        hints: Some(get(object, "hints")).filter(JsValue::is_object).map(|it| hints(&it)),
    })
}

fn text_option(object: &JsValue, name: &str) -> Result<Option<String>, BadOption> {
    option(object, name, "a text", JsValue::as_string)
}

fn option<T>(
    object: &JsValue,
    name: &str,
    type_name: &str,
    read: fn(&JsValue) -> Option<T>,
) -> Result<Option<T>, BadOption> {
    let value = get(object, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let read = read(&value);
    if read.is_none() {
        return Err(BadOption(["`", name, "` is ", type_name].concat()));
    }
    Ok(read)
}

fn hints(object: &JsValue) -> HintsRequest {
    HintsRequest {
        blocks: list(object, "blocks", |it| BlockRequest {
            start: number(it, "start"),
            end: number(it, "end"),
            element: number(it, "element"),
            level: number(it, "level"),
            links: number(it, "links"),
            boxed: number(it, "boxed"),
        }),
        boxes: list(object, "boxes", |it| BoxRequest {
            parent: get(it, "parent").as_f64().unwrap_or(0.0) as i32,
            tag: text(it, "tag").unwrap_or_default(),
            names: text(it, "names").unwrap_or_default(),
            hidden: get(it, "hidden").is_truthy(),
        }),
        marks: list(object, "marks", |it| MarkRequest {
            start: number(it, "start"),
            end: number(it, "end"),
            tag: text(it, "tag").unwrap_or_default(),
            names: text(it, "names").unwrap_or_default(),
            value: text(it, "value"),
        }),
        page: page(&get(object, "page")),
    }
}

fn page(object: &JsValue) -> PageRequest {
    PageRequest {
        title: text(object, "title"),
        metas: list(object, "metas", |it| {
            (text(it, "0").unwrap_or_default(), text(it, "1").unwrap_or_default())
        }),
        json_ld: list(object, "jsonLd", |it| it.as_string().unwrap_or_default()),
        canonical: text(object, "canonical"),
        language: text(object, "language"),
    }
}

/// A property; undefined where there is none.
fn get(object: &JsValue, name: &str) -> JsValue {
    // `Reflect.get` throws only where `object` is none.
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

fn number(object: &JsValue, name: &str) -> u32 {
    get(object, name).as_f64().unwrap_or(0.0) as u32
}

fn list<T>(object: &JsValue, name: &str, read: impl Fn(&JsValue) -> T) -> Vec<T> {
    let value = get(object, name);
    let Some(array) = value.dyn_ref::<Array>() else { return Vec::new() };
    (0..array.length()).map(|idx| read(&array.get(idx))).collect()
}
