//! Which language: how often right on the first 200 characters of documents whose language is known, and how long it
//! takes, ours beside whatlang.
//!
//! `cargo xtask bench sentences --data DIR` runs it behind the sentences; it reads `DIR/sentences/*.dev.jsonl`.
//! Without data there is nothing to tell.

use std::io::{BufRead, BufReader};
use std::time::Instant;

use nutgraf::read::language;

/// A text and the tag of its language.
type Case = (String, String);

fn main() {
    let Ok(data) = std::env::var("NUTGRAF_DATA") else {
        println!("languages: nothing to tell without --data DIR");
        return;
    };
    let cases = cases(&data);
    println!("languages: {} texts of 200 characters", cases.len());
    tell("nutgraf", &cases, |text| language::detect(text, None).tag.to_string());
    tell("whatlang", &cases, |text| whatlang::detect_lang(text).map_or("", code).to_string());
    #[cfg(feature = "lingua")]
    {
        // Told that there are no languages but these, which the others have to find out.
        let detector = lingua::LanguageDetectorBuilder::from_all_languages().build();
        detector.detect_language_of("Its models are loaded with the first text.");
        tell("lingua", &cases, |text| {
            detector
                .detect_language_of(text)
                .map_or(String::new(), |it| it.iso_code_639_1().to_string().to_lowercase())
        });
    }
}

fn tell(name: &str, cases: &[Case], detect: impl Fn(&str) -> String) {
    let start = Instant::now();
    let n_right = cases.iter().filter(|(text, tag)| detect(text) == *tag).count();
    let micros = start.elapsed().as_secs_f64() * 1e6 / cases.len() as f64;
    println!(
        "  {name:<10} {:.2} % right, {micros:.0} µs a text",
        100.0 * n_right as f64 / cases.len() as f64
    );
}

fn cases(data: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let folder = format!("{data}/sentences");
    let mut files: Vec<_> =
        std::fs::read_dir(&folder).unwrap_or_else(|it| panic!("{folder}: {it}")).flatten().collect();
    files.sort_by_key(std::fs::DirEntry::file_name);
    for file in files {
        let name = file.file_name().into_string().unwrap();
        let Some((tag, _)) =
            name.split_once('-').filter(|it| name.ends_with(".dev.jsonl") && it.0.len() == 2)
        else {
            continue;
        };
        let lines = BufReader::new(std::fs::File::open(file.path()).unwrap()).lines();
        for line in lines {
            let record: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
            let text = record["text"].as_str().unwrap_or_default();
            if text.chars().count() >= 200 {
                cases.push((text.chars().take(200).collect(), tag.to_string()));
            }
        }
    }
    cases
}

/// The tag of whatlang's code of three letters.
fn code(lang: whatlang::Lang) -> &'static str {
    const CODES: &[(&str, &str)] = &[
        ("ara", "ar"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cmn", "zh"),
        ("dan", "da"),
        ("deu", "de"),
        ("ell", "el"),
        ("eng", "en"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("ind", "id"),
        ("ita", "it"),
        ("jpn", "ja"),
        ("kor", "ko"),
        ("nld", "nl"),
        ("nob", "nb"),
        ("pes", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rus", "ru"),
        ("spa", "es"),
        ("swe", "sv"),
        ("tha", "th"),
        ("tur", "tr"),
        ("ukr", "uk"),
        ("vie", "vi"),
    ];
    CODES.iter().find(|it| it.0 == lang.code()).map_or("", |it| it.1)
}
