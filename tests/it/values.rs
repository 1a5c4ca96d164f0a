//! Dates and quantities, as marked prose: `[words]` is a finding, the line behind tells its value.

mod dates;
mod languages;
mod quantities;

use nutgraf::find::dates::DateKind;
use nutgraf::{Furniture, Options, analyze};

/// The text without its marks.
fn unmarked(marked: &str) -> String {
    marked.replace(['[', ']'], "")
}

fn options(language: &str, published: Option<&str>) -> Options {
    Options {
        language: Some(language.to_string()),
        published: published.map(str::to_string),
        furniture: Furniture::None,
        ..Options::default()
    }
}

/// Marks what was found, and lists the values.
fn dates(language: &str, published: Option<&str>, text: &str) -> (String, Vec<String>) {
    let analysis = analyze(text, &options(language, published));
    let found = analysis.findings.dates.iter();
    let spans: Vec<_> = found.clone().map(|it| it.span.range()).collect();
    (mark(text, &spans), found.map(|it| it.value.clone().unwrap_or_else(|| "null".to_string())).collect())
}

fn quantities(language: &str, text: &str) -> (String, Vec<String>) {
    let analysis = analyze(text, &options(language, None));
    let found = analysis.findings.quantities.iter();
    let spans: Vec<_> = found.clone().map(|it| it.span.range()).collect();
    let told = found.map(|it| {
        let value = it.value.map_or("null".to_string(), |it| it.to_string());
        format!("{value} {}", it.unit.as_deref().unwrap_or("-"))
    });
    (mark(text, &spans), told.collect())
}

fn mark(text: &str, spans: &[std::ops::Range<usize>]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for span in spans {
        out += &text[at..span.start];
        out += &format!("[{}]", &text[span.clone()]);
        at = span.end;
    }
    out + &text[at..]
}

/// Checks a table of (marked prose, values parted by blanks).
fn check(cases: &[(&str, &str)], read: impl Fn(&str) -> (String, Vec<String>), joint: &str) {
    let mut wrong = Vec::new();
    for (marked, values) in cases {
        let (got, told) = read(&unmarked(marked));
        let told = told.join(joint);
        if got != *marked || told != *values {
            wrong.push(format!("want {marked} | {values}\n got {got} | {told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const PUBLISHED: &str = "2025-12-01"; // a Monday

#[test]
fn odd_figures_invent_nothing() {
    let cases = [
        ("It was [31 February 2020], not year 0 or 99999.", "null"),
        ("In 1,2,3,4 steps and on [12/11/10] it was done.", "null"),
    ];
    check(&cases, |text| dates("en", Some(PUBLISHED), text), " ");
    // Four hundred digits are a number that nobody means: it has no value rather than a wrong one.
    let long = format!("It counted {} times.", "7".repeat(400));
    let (_, told) = quantities("en", &long);
    assert!(told.iter().all(|it| it == "null -"), "{told:?}");
    let (_, told) =
        quantities("en", "Call +1 (206) 555-0143, see v1.2.3, the score was 3-2, the code A1-33 and [4].");
    assert!(told.is_empty(), "{told:?}");
}
