//! The types that JavaScript is told (`www/lib/index.d.ts`) against what the view really serializes.

use nutgraf::request::Request;
use nutgraf::{Options, Parts, Unit, analyze, view};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The fields of an interface in their order: name, and type as it is written.
type Fields<'t> = Vec<(&'t str, &'t str)>;

/// Reads the interfaces of a file of types: enough of the language for ours.
fn interfaces(types: &str) -> BTreeMap<&str, Fields<'_>> {
    let mut found: BTreeMap<&str, Fields> = BTreeMap::new();
    for rest in types.split("export interface ").skip(1) {
        let (head, body) = rest.split_once('{').unwrap();
        let body = body.split("\n}").next().unwrap();
        let mut words = head.split_whitespace();
        let name = words.next().unwrap();
        let base = words.nth(1);
        let mut fields = base.map_or_else(Vec::new, |it| found[it].clone());
        for line in body.lines().map(str::trim) {
            let is_field = line.starts_with(|it: char| it.is_ascii_lowercase() || it == '_');
            if let (true, Some((name, kind))) = (is_field, line.split_once(": ")) {
                if name.contains('(') {
                    continue;
                }
                fields.push((name.trim_end_matches('?'), kind.trim_end_matches(';')));
            }
        }
        found.insert(name, fields);
    }
    found
}

struct Check<'t> {
    interfaces: BTreeMap<&'t str, Fields<'t>>,
    seen: BTreeSet<&'t str>,
    wrong: Vec<String>,
}

impl<'t> Check<'t> {
    /// A value against a type as it is written: `Block[] | null`, `Metadata | null`, `string[][]`, `number`.
    fn value(&mut self, path: &str, value: &Value, kind: &'t str) {
        match value {
            Value::Null if !kind.split(" | ").any(|it| it == "null") => {
                self.wrong.push(format!("{path} is null and was told to be {kind}"));
            }
            Value::Array(items) if kind.ends_with(" | null)[]") => {
                let kind = kind.trim_start_matches('(').trim_end_matches(")[]");
                items.iter().for_each(|it| self.value(path, it, kind));
            }
            Value::Array(items) => match kind.split(" | ").find_map(|it| it.strip_suffix("[]")) {
                Some(kind) => items.iter().for_each(|it| self.value(path, it, kind)),
                None => self.wrong.push(format!("{path} is a list and was told to be {kind}")),
            },
            Value::Object(fields) => {
                let name = kind.split(" | ").next().unwrap();
                let Some(wanted) = self.interfaces.get(name).cloned() else {
                    self.wrong.push(format!("{path} is an object and was told to be {kind}"));
                    return;
                };
                self.seen.insert(name);
                let held: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
                let told: BTreeSet<&str> = wanted.iter().map(|(name, _)| *name).collect();
                if held != told {
                    let differ: Vec<_> = held.symmetric_difference(&told).collect();
                    self.wrong.push(format!("{path} ({name}) differs in {differ:?}"));
                }
                for (name, kind) in wanted {
                    if let Some(it) = fields.get(name) {
                        self.value(&format!("{path}.{name}"), it, kind);
                    }
                }
            }
            Value::String(_) if kind.starts_with("number") || kind.starts_with("boolean") => {
                self.wrong.push(format!("{path} is a string and was told to be {kind}"));
            }
            Value::Number(_) if !kind.contains("number") && !kind.starts_with(char::is_numeric) => {
                self.wrong.push(format!("{path} is a number and was told to be {kind}"));
            }
            Value::Bool(_) if !kind.contains("boolean") => {
                self.wrong.push(format!("{path} is a boolean and was told to be {kind}"));
            }
            _ => {}
        }
    }
}

const TYPES: &str = include_str!("../../www/lib/index.d.ts");

#[test]
fn the_view_is_as_its_types_say() {
    let interfaces = interfaces(TYPES);
    let mut check = Check { interfaces, seen: BTreeSet::new(), wrong: Vec::new() };
    let texts = [
        include_str!("../data/seed/article.txt"),
        "Rain\n\nIt cost $5 million on 3 May 2021, and 7% of people aged 40 came. “No,” said Ann Lee. He said it would rain. It did not. It was dry.",
        "",
    ];
    for text in texts {
        let options = Options {
            parts: Parts::DEFAULT | Parts::TOKENS,
            published: Some("2025-12-01".into()),
            query: Some("sanctions".into()),
            ..Options::default()
        };
        let analysis = analyze(text, &options);
        let value = serde_json::to_value(view::of(&analysis, Unit::Utf16)).unwrap();
        check.value("view", &value, "View");
        let nothing = Options { parts: Parts::EMPTY, ..Options::default() };
        let value = serde_json::to_value(view::of(&analyze(text, &nothing), Unit::Utf16)).unwrap();
        check.value("view of nothing", &value, "View");
    }
    assert!(check.wrong.is_empty(), "{:#?}", check.wrong);
    for name in [
        "Block",
        "Section",
        "Sentence",
        "Token",
        "Summary",
        "Keyphrase",
        "Entity",
        "Quote",
        "Quantity",
        "Speaker",
    ] {
        assert!(check.seen.contains(name), "no {name} was seen: the samples prove nothing of it");
    }
}

#[test]
fn the_request_is_as_its_type_says() {
    let interfaces = interfaces(TYPES);
    let told: BTreeSet<&str> = interfaces["Request"].iter().map(|(name, _)| *name).collect();
    let taken: BTreeSet<&str> = Request::FIELDS.iter().copied().collect();
    assert_eq!(taken, told);
}
