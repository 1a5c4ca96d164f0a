//! Sentence splitting, English, one thread: bytes a second, ours beside ICU4X, sentencex and
//! unicode-segmentation.
//!
//! `cargo bench -p peers --bench sentences`; the text is the article under `tests/data`, repeated, or the
//! file that `NUTGRAF_BENCH_TEXT` names. Paragraphs are lines.

use std::fmt::Write;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use nutgraf::lexicon::Lexicon;
use nutgraf::read::blocks::{self, Block};
use nutgraf::read::language::{self, Language};
use nutgraf::read::{sentences, tokens};
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

/// About a megabyte of English.
fn text() -> String {
    let path = std::env::var("NUTGRAF_BENCH_TEXT")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/seed/article.txt").into());
    let article = std::fs::read_to_string(&path).unwrap_or_else(|it| panic!("{path}: {it}"));
    let mut text = String::new();
    while text.len() < 1 << 20 {
        let _ = writeln!(text, "{article}");
    }
    text
}

fn read(text: &str) -> (Vec<Block>, Language, &'static Lexicon) {
    let language = language::detect(text, Some("en"));
    let lexicon = Lexicon::of(&language.tag);
    (blocks::split(text, None), language, lexicon)
}

#[divan::bench]
fn nutgraf_sentences(bencher: Bencher) {
    let text = text();
    let (blocks, language, lexicon) = read(&text);
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| sentences::split(black_box(&text), &blocks, &language, lexicon));
}

#[divan::bench]
fn nutgraf_tokens(bencher: Bencher) {
    let text = text();
    let (blocks, language, lexicon) = read(&text);
    let sentences = sentences::split(&text, &blocks, &language, lexicon);
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| tokens::split(black_box(&text), &sentences, None));
}

#[divan::bench]
fn nutgraf_language(bencher: Bencher) {
    let text = text();
    bencher.bench_local(|| language::detect(black_box(&text), None));
}

#[divan::bench]
fn icu4x_sentences(bencher: Bencher) {
    let text = text();
    let segmenter = icu_segmenter::SentenceSegmenter::new(Default::default());
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| segmenter.segment_str(black_box(&text)).count());
}

#[divan::bench]
fn unicode_segmentation_sentences(bencher: Bencher) {
    let text = text();
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| black_box(&text).split_sentence_bounds().count());
}

#[divan::bench(sample_count = 10)]
fn sentencex_sentences(bencher: Bencher) {
    let text = text();
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| sentencex::segment("en", black_box(&text)).len());
}

#[divan::bench]
fn unicode_segmentation_words(bencher: Bencher) {
    let text = text();
    bencher.counter(BytesCount::new(text.len())).bench_local(|| black_box(&text).unicode_words().count());
}
