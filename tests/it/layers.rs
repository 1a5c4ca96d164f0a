//! The order of the steps, and what each may know, read from the source itself.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file below `src`, as its path from there and its code: without comments and without its tests.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|it| it == "rs") {
                files.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    let code = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
        let text = text.split("#[cfg(test)]\nmod ").next().unwrap();
        let lines = text.lines().filter(|it| !it.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let name = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files.iter().map(|it| (name(it), code(it))).collect()
}

/// The steps from the lowest up; those on one line do not stand above each other.
const STEPS: &[&[&str]] = &[
    &["text", "supplement", "order", "index", "decimal"],
    &["lexicon", "options", "model"],
    &["read"],
    &["find"],
    &["link"],
    &["rank", "statistics"],
    &["analyze"],
    &["view", "request"],
    &["wasm", "bin"],
];

fn step(module: &str) -> Option<usize> {
    STEPS.iter().position(|it| it.contains(&module))
}

/// The module at the root that a file belongs to.
fn module(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

#[test]
fn no_step_names_a_higher_one() {
    let mut wrong = Vec::new();
    for (file, code) in sources() {
        let Some(own) = step(module(&file)) else {
            assert_eq!(file, "lib.rs", "{file}: which step is it? Say so in tests/it/layers.rs");
            continue;
        };
        for rest in code.split("crate::").skip(1) {
            // `use crate::{a, b}` names several: the habit here is one a line.
            let name: String = rest.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
            assert!(!name.is_empty() || file.starts_with("bin/"), "{file}: one `use crate::…` a line");
            if step(&name).is_some_and(|it| it > own) {
                wrong.push(format!("{file} names {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_outside_thing_is_known_in_its_own_place() {
    // What, and the places that may know it.
    let rules: &[(&[&str], &[&str])] = &[
        (&["wasm_bindgen", "web_sys", "js_sys", "console_error_panic_hook"], &["wasm", "lib.rs"]),
        (&["serde::", "serde_json"], &["view.rs", "request", "read/html", "wasm.rs", "bin/"]),
        (&["html5ever", "html5gum", "regex::"], &["read/html", "bin/"]),
        (
            &["std::fs", "std::io", "std::env", "std::net", "std::thread", "std::process", "println!"],
            &["bin/"],
        ),
        (&["std::time", "SystemTime", "Instant::"], &["bin/"]),
        // Their last bits differ from machine to machine.
        (
            &[
                ".ln()", ".log2()", ".log10()", ".exp()", ".powf(", ".powi(", ".sin()", ".cos()", ".tanh()",
                ".cbrt()",
            ],
            &["bin/"],
        ),
    ];
    let mut wrong = Vec::new();
    for (file, code) in sources() {
        for (words, places) in rules {
            if places.iter().any(|it| file.starts_with(it)) {
                continue;
            }
            wrong
                .extend(words.iter().filter(|it| code.contains(**it)).map(|it| format!("{file} names {it}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
