//! Whole articles against what was found in them before, told in words. Any change of an answer shows here as a change
//! of lines that a person can judge; `cargo xtask bless` writes the new ones, and the difference is read before it is
//! kept. A line that is wrong today stands there as it is.

use nutgraf::{Options, Unit, analyze, analyze_with, read, view};
use serde_json::Value;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// An article, and the name of what is expected of it.
const ARTICLES: &[(&str, &str)] = &[
    ("tests/data/seed/article.txt", "seed"),
    ("tests/data/pages/odd.html", "odd"),
    ("www/demo/broadsheet.html", "broadsheet"),
    ("www/demo/blog.html", "blog"),
];

#[test]
fn articles_are_told_as_before() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_blessed = std::env::var_os("NUTGRAF_BLESS").is_some();
    let mut changed = Vec::new();
    for (file, name) in ARTICLES {
        let article = fs::read_to_string(root.join(file)).unwrap();
        let now = if file.ends_with(".html") {
            let page = read::html::read(&article);
            told(&view::of(&analyze_with(&page.text, Some(&page.hints), &Options::default()), Unit::Utf8))
        } else {
            told(&view::of(&analyze(&article, &Options::default()), Unit::Utf8))
        };
        let path = root.join(format!("tests/data/expected/{name}.txt"));
        if is_blessed {
            fs::write(path, now).unwrap();
            continue;
        }
        let before = fs::read_to_string(&path).unwrap_or_default();
        let lines = || before.lines().map(Some).chain(std::iter::repeat(None));
        let first = now.lines().map(Some).chain([None]).zip(lines()).find(|(now, before)| now != before);
        if let Some((now, before)) = first {
            changed.push(format!("{name}: {before:?} is now {now:?}"));
        }
    }
    assert!(
        changed.is_empty(),
        "{changed:#?}\nwhere that is meant: cargo xtask bless, and read the difference"
    );
}

/// The view in words: a line for each thing found, with the stretch of the text that it names.
fn told(view: &view::View) -> String {
    let value = serde_json::to_value(view).unwrap();
    let mut out = String::new();
    for (name, part) in value.as_object().unwrap() {
        match part {
            Value::Array(items) => {
                let _ = writeln!(out, "\n{name}");
                for it in items {
                    let _ = writeln!(out, "  {}", thing(it, view.text));
                }
            }
            _ if name == "text" => {}
            other => {
                let _ = writeln!(out, "{name}: {}", thing(other, view.text));
            }
        }
    }
    out
}

/// One thing: the words of its span, if it has one, then its other fields.
fn thing(it: &Value, text: &str) -> String {
    let Value::Object(fields) = it else {
        return match it {
            Value::Array(items) => items.iter().map(|it| thing(it, text)).collect::<Vec<_>>().join(", "),
            other => other.to_string(),
        };
    };
    let offset = |name: &str| fields.get(name).and_then(Value::as_u64).map(|it| it as usize);
    let mut parts = Vec::new();
    if let (Some(start), Some(end)) = (offset("start"), offset("end")) {
        let words: Vec<&str> = text[start..end].split_whitespace().collect();
        let words = words.join(" ");
        let short: String = words.chars().take(60).collect();
        parts.push(format!("“{short}{}”", if short.len() < words.len() { "…" } else { "" }));
    }
    for (name, value) in fields {
        if name != "start" && name != "end" && !value.is_null() {
            parts.push(format!("{name}={}", thing(value, text)));
        }
    }
    parts.join(" ")
}
