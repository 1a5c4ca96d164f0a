//! Pages a second, HTML to article, one thread: ours beside dom_smoothie (a port of Readability).
//!
//! `cargo xtask bench extraction [--data DIR]`. With DIR it takes the pages of about 100 kB (50 to 200) of the set whose
//! ids begin with `aeb` in `DIR/extraction/html.dev.jsonl.gz`; without it, a page made of the article under `tests/data`
//! between menus and lists of links.

use std::io::{BufRead, BufReader};

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use nutgraf::read::html;
use nutgraf::{Options, Parts, analyze_with};

fn main() {
    divan::main();
}

fn pages() -> Vec<String> {
    let Ok(data) = std::env::var("NUTGRAF_DATA") else { return vec![made_up()] };
    let path = format!("{data}/extraction/html.dev.jsonl.gz");
    let file = std::fs::File::open(&path).unwrap_or_else(|it| panic!("{path}: {it}"));
    let lines = BufReader::new(flate2::read::MultiGzDecoder::new(file)).lines();
    let mut pages = Vec::new();
    for line in lines {
        let record: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let html = record["html"].as_str().unwrap();
        if record["id"].as_str().unwrap().starts_with("aeb") && (50_000..200_000).contains(&html.len()) {
            pages.push(html.to_string());
        }
    }
    pages
}

/// An article of a few kB in a page of a hundred, as sites are.
fn made_up() -> String {
    let article = include_str!("../../../tests/data/seed/article.txt");
    let links = |n: usize| {
        let link = |it| {
            format!(
                "<li class=\"menu-item item-{it}\"><a class=\"link link--small\" href=\"/news/{it}\">Story {it} of the day</a></li>"
            )
        };
        (0..n).map(link).collect::<String>()
    };
    let paragraphs: String =
        article.lines().map(|it| format!("<p class=\"story-body__text\">{it}</p>")).collect();
    let (menu, related) = (links(300), links(600));
    format!(
        "<html><body><nav><ul>{menu}</ul></nav><main><article><h1>Story</h1>{paragraphs}</article></main><aside class=related><ul>{related}</ul></aside></body></html>"
    )
}

fn measure(bencher: Bencher, read: impl Fn(&str) -> usize) {
    let pages = pages();
    bencher
        .counter(ItemsCount::new(pages.len()))
        .counter(BytesCount::new(pages.iter().map(String::len).sum::<usize>()))
        .bench_local(|| pages.iter().map(|it| read(black_box(it))).sum::<usize>());
}

/// Parsing, blocks, roles, metadata: what the other tool does, too.
#[divan::bench(sample_count = 10)]
fn nutgraf(bencher: Bencher) {
    let options = Options { parts: Parts::BLOCKS | Parts::METADATA, ..Options::default() };
    measure(bencher, |html| {
        let page = html::read(html);
        let analysis = analyze_with(&page.text, Some(&page.hints), &options);
        analysis.document.blocks.iter().filter(|it| it.role.is_body()).count()
    });
}

/// The parser and the walk alone.
#[divan::bench(sample_count = 10)]
fn nutgraf_parse(bencher: Bencher) {
    measure(bencher, |html| html::read(html).text.len());
}

#[divan::bench(sample_count = 10)]
fn dom_smoothie(bencher: Bencher) {
    measure(bencher, |html| {
        let reader = dom_smoothie::Readability::new(html, None, None);
        reader.and_then(|mut it| it.parse()).map_or(0, |it| it.text_content.len())
    });
}
