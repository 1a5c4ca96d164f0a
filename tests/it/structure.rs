//! Structure: blocks, roles and metadata of plain text and of HTML.

use nutgraf::read::html;
use nutgraf::text::Offsets;
use nutgraf::{Furniture, Options, Unit, analyze, analyze_with};
use serde_json::{Value, json};

/// The blocks of a text, each with its role.
fn roles(text: &str, options: &Options) -> Vec<(&'static str, String)> {
    let analysis = analyze(text, options);
    analysis.document.blocks.iter().map(|it| (it.role.name(), it.span.of(text).to_string())).collect()
}

const BODY: &str = "Rain stopped play at the County Ground on Monday, and the captain said that the team would be back as soon as the covers were off.";

#[test]
fn a_pasted_page_has_its_parts_named() {
    let text = format!(
        "The Paper\n\nRain stops play at the County Ground\n\n{BODY}\n\nWhy it rained\n\n{BODY} It was wet.\n\n{BODY} It was cold.\n\nSimilar Articles\n\nAnother story about the rain"
    );
    let got: Vec<&str> = roles(&text, &Options::default()).iter().map(|it| it.0).collect();
    assert_eq!(got[..3], ["site", "headline", "paragraph"]);
    assert_eq!(got[6..], ["furniture", "furniture"]);
}

#[test]
fn one_line_paragraphs_are_kept() {
    let text = format!(
        "Rain stops play at the County Ground\n\n{BODY}\n\nGotcha.\n\n{BODY} It was wet.\n\n{BODY} It was cold."
    );
    assert!(roles(&text, &Options::default()).contains(&("paragraph", "Gotcha.".to_string())));
}

#[test]
fn in_clean_prose_nothing_is_furniture() {
    let text = format!("Share\n\n{BODY}\n\nSimilar Articles\n\n{BODY}\n\nRead more: the other story");
    let options = Options { furniture: Furniture::None, ..Options::default() };
    assert!(roles(&text, &options).iter().all(|it| matches!(it.0, "paragraph" | "crosshead" | "list_item")));
}

#[test]
fn a_page_of_links_says_that_it_has_no_article() {
    let html: String =
        (0..200).map(|it| format!("<li><a href=/{it}>Story number {it} of the day</a>")).collect();
    let page = html::read(&html);
    let analysis = analyze_with(&page.text, Some(&page.hints), &Options::default());
    assert!(analysis.notes.iter().any(|it| it.code == "no_article"), "{:?}", analysis.notes);
}

#[test]
fn the_metadata_of_a_page() {
    let page = html::read(include_str!("../data/pages/odd.html"));
    let metadata = analyze_with(&page.text, Some(&page.hints), &Options::default()).document.metadata;
    assert_eq!(metadata.headline.as_deref(), Some("Rain stops play"));
    assert_eq!(metadata.byline.as_deref(), Some("Ann Lee, Bo Chen"));
    assert_eq!(metadata.published.as_deref(), Some("2025-12-01T15:04:00Z"));
    assert_eq!(metadata.url.as_deref(), Some("https://paper.example/2025/12/01/rain"));
}

/// What both walkers must say of a page: `tests/browser/read-dom.test.mjs` asks the same of `readDom`.
fn reading(html: &str) -> Value {
    let page = html::read(html);
    let offsets = Offsets::new(&page.text, Unit::Utf16);
    let at = |it: u32| offsets.of(it);
    let hints = &page.hints;
    let blocks = hints.blocks.iter().map(|it| {
        json!([at(it.span.start), at(it.span.end), it.element as u8, it.level, it.link_units, it.boxed])
    });
    let parents = hints.boxes.iter().map(|it| it.parent as i32);
    let marks = hints.marks.iter().map(|it| json!([at(it.span.start), at(it.span.end), it.value]));
    let facts = &hints.page;
    json!({
        "text": page.text,
        "blocks": blocks.collect::<Vec<_>>(),
        "parents": parents.collect::<Vec<_>>(),
        "marks": marks.collect::<Vec<_>>(),
        "page": {
            "title": facts.title,
            "metas": facts.metas,
            "jsonLd": facts.json_ld,
            "canonical": facts.canonical,
            "language": facts.language,
        },
    })
}

#[test]
fn the_native_walk_reads_an_odd_page_as_the_browser_does() {
    let got = reading(include_str!("../data/pages/odd.html"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/pages/odd.json");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, format!("{got:#}\n")).unwrap();
    }
    let want: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(got, want);
}

#[test]
fn hostile_pages_are_read_in_linear_time() {
    for html in [
        "<p>x".repeat(5_000),
        "<div>".repeat(100_000) + "deep",
        "<div></x>".repeat(50_000) + "odd",
        "<b>".repeat(20_000) + "bold",
        "<a href=x ".repeat(50_000),
        "x".repeat(1_000_000),
        "&".repeat(100_000),
        String::new(),
        "<frameset><frame></frameset>".to_string(),
    ] {
        let page = html::read(&html);
        let analysis = analyze_with(&page.text, Some(&page.hints), &Options::default());
        assert!(analysis.document.blocks.len() <= 100_001);
    }
}
