//! Ranking, one thread: measuring, judging and choosing three sentences of an article, and its keyphrases.
//! Reading (blocks, sentences, words) is not counted.
//!
//! `cargo bench -p peers --bench ranking`; the text is the article under `tests/data`, or the first 4 kB of the
//! file that `NUTGRAF_BENCH_TEXT` names.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use nutgraf::find::Findings;
use nutgraf::link::Links;
use nutgraf::rank;
use nutgraf::read::Document;
use nutgraf::{Furniture, Options, Parts};

fn main() {
    divan::main();
}

/// An article, no more than 4 kB of it.
fn text() -> String {
    let path = std::env::var("NUTGRAF_BENCH_TEXT")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/seed/article.txt").into());
    let mut text = std::fs::read_to_string(&path).unwrap_or_else(|it| panic!("{path}: {it}"));
    let mut end = 4096.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
}

fn run(bencher: Bencher, parts: Parts) {
    let text = text();
    let options = Options { furniture: Furniture::None, parts, ..Options::default() };
    let document = Document::read(&text, None, &options);
    let (findings, links) = (Findings::default(), Links::default());
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| rank::all(black_box(&document), &findings, &links, &options));
}

#[divan::bench]
fn summary(bencher: Bencher) {
    run(bencher, Parts::SUMMARY);
}

#[divan::bench]
fn keyphrases(bencher: Bencher) {
    run(bencher, Parts::KEYPHRASES);
}
