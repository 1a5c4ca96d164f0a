//! What holds for any text at all, tried on random strings, on strings made of the pieces of news, and on
//! texts made to be nasty.
//!
//! The seed is fixed, so that a run tells of a change and not of luck. To look further:
//! `PROPTEST_RNG_SEED=7 PROPTEST_CASES=20000 cargo test laws`. What that finds becomes a named text below.

use nutgraf::text::Span;
use nutgraf::{Analysis, Furniture, Options, Parts, Unit, analyze, options::Length, view};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::mpsc;
use std::time::Duration;

/// Checks every law on one text; panics with what was broken.
fn obey(text: &str, options: &Options) {
    let analysis = analyze(text, options);
    assert_eq!(analysis.document.text, text, "the text is untouched");
    read(&analysis);
    found(&analysis);
    linked(&analysis);
    ranked(&analysis);

    let json = |analysis: &Analysis, unit| serde_json::to_string(&view::of(analysis, unit)).unwrap();
    let again = analyze(text, options);
    assert_eq!(json(&analysis, Unit::Utf8), json(&again, Unit::Utf8), "a second run gives the same value");
    let wide: Vec<u16> = text.encode_utf16().collect();
    let ends = [(Unit::Utf8, text.len()), (Unit::Utf16, wide.len()), (Unit::Char, text.chars().count())];
    for (unit, end) in ends {
        let value = serde_json::to_value(view::of(&analysis, unit)).unwrap();
        assert_eq!(value["text"], text);
        offsets_below(&value, end as u64);
    }
}

/// `start` and `end` of the whole view lie in the text and are in order.
fn offsets_below(value: &serde_json::Value, limit: u64) {
    match value {
        serde_json::Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let (start, end) = (start.as_u64().unwrap(), end.as_u64().unwrap());
                assert!(start <= end && end <= limit, "{start}..{end} of {limit}");
            }
            fields.values().for_each(|it| offsets_below(it, limit));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|it| offsets_below(it, limit)),
        _ => {}
    }
}

/// A span names a piece of the text, and not an empty one.
fn names_something(text: &str, what: &str, span: Span) {
    assert!(text.get(span.range()).is_some_and(|it| !it.is_empty()), "{what} {span:?} of {text:?}");
}

/// Spans in the order of the text, none empty; disjoint as well when `disjoint`.
fn in_order(text: &str, what: &str, spans: impl Iterator<Item = Span>, disjoint: bool) {
    let mut before = Span::default();
    for span in spans {
        names_something(text, what, span);
        let start = if disjoint { before.end } else { before.start };
        assert!(start <= span.start, "{what} {before:?} then {span:?} of {text:?}");
        before = span;
    }
}

fn read(analysis: &Analysis) {
    let it = &analysis.document;
    in_order(it.text, "block", it.blocks.iter().map(|it| it.span), true);
    in_order(it.text, "sentence", it.sentences.iter().map(|it| it.span), true);
    in_order(it.text, "token", it.tokens.iter().map(|it| it.span), true);

    let covered: usize = it.blocks.iter().map(|it| it.span.len()).sum();
    let mut gaps = it.blocks.iter().map(|it| it.span).fold((String::new(), 0), |(mut gaps, at), span| {
        gaps.push_str(&it.text[at..span.start as usize]);
        (gaps, span.end as usize)
    });
    gaps.0.push_str(&it.text[gaps.1..]);
    assert!(covered + gaps.0.len() == it.text.len());
    let lost: String = gaps.0.chars().filter(|it| it.is_alphanumeric()).collect();
    assert!(lost.is_empty(), "words that no block holds: {lost:?} of {:?}", it.text);

    for sentence in &it.sentences {
        let block = &it.blocks[sentence.block as usize];
        assert!(block.span.contains(sentence.span), "{sentence:?} in {block:?} of {:?}", it.text);
    }
    for token in &it.tokens {
        let sentence = &it.sentences[token.sentence as usize];
        assert!(sentence.span.contains(token.span), "{token:?} in {sentence:?} of {:?}", it.text);
    }
    for section in &it.sections {
        assert!(section.first <= section.last && (section.last as usize) < it.blocks.len(), "{section:?}");
        assert!(section.heading.is_none_or(|idx| (idx as usize) < it.blocks.len()), "{section:?}");
    }
}

fn found(analysis: &Analysis) {
    let (text, it) = (analysis.document.text, &analysis.findings);
    in_order(text, "mention", it.mentions.iter().map(|it| it.span), true);
    in_order(text, "quantity", it.quantities.iter().map(|it| it.span), true);
    in_order(text, "date", it.dates.iter().map(|it| it.span), true);
    in_order(text, "quote", it.quotes.iter().map(|it| it.span), false);
    assert!(it.quantities.iter().all(|it| it.value.is_none_or(f64::is_finite)), "{:?}", it.quantities);
}

fn linked(analysis: &Analysis) {
    let (text, it) = (analysis.document.text, &analysis.links);
    let n_entities = it.entities.len();
    for entity in &it.entities {
        assert!(!entity.name.trim().is_empty() && !entity.mentions.is_empty(), "{entity:?}");
        in_order(text, "mention of an entity", entity.mentions.iter().map(|it| it.span), true);
        assert!(entity.mentions.iter().all(|it| (0.0..=1.0).contains(&it.confidence)), "{entity:?}");
    }
    assert_eq!(it.attributions.len(), analysis.findings.quotes.len(), "one attribution a quote");
    for attribution in &it.attributions {
        assert!((0.0..=1.0).contains(&attribution.confidence), "{attribution:?}");
        if let Some(speaker) = &attribution.speaker {
            names_something(text, "speaker", speaker.span);
            assert!(speaker.entity.is_none_or(|idx| (idx as usize) < n_entities), "{speaker:?}");
        }
        if let Some(cue) = attribution.cue {
            names_something(text, "cue", cue);
        }
    }
    for event in &it.timeline {
        assert!((event.date as usize) < analysis.findings.dates.len(), "{event:?}");
        assert!((event.sentence as usize) < analysis.document.sentences.len(), "{event:?}");
    }
}

fn ranked(analysis: &Analysis) {
    let (document, it) = (&analysis.document, &analysis.ranking);
    let is_share = |value: f32| (0.0..=1.0).contains(&value);
    assert!(it.salience.iter().all(|it| is_share(*it)), "{:?}", it.salience);
    assert!(it.entities.iter().all(|&it| is_share(it)), "{:?}", it.entities);
    assert!(is_share(it.summary.covers));
    let chosen = &it.summary.sentences;
    assert!(chosen.is_sorted_by(|a, b| a < b), "in reading order, none twice: {chosen:?}");
    for &idx in chosen {
        let block = &document.blocks[document.sentences[idx as usize].block as usize];
        assert!(block.role.is_body(), "a summary is made of the article: {block:?} of {:?}", document.text);
    }
    if let Length::Sentences(n) = analysis.options.length {
        assert!(chosen.len() <= n, "{} of {n}", chosen.len());
    }
    assert!(it.nut_graf.is_none_or(|idx| document.blocks[idx as usize].role.is_body()));
    for keyphrase in &it.keyphrases {
        assert!(is_share(keyphrase.salience) && !keyphrase.mentions.is_empty(), "{keyphrase:?}");
        in_order(document.text, "mention of a keyphrase", keyphrase.mentions.iter().copied(), false);
    }
    assert!(it.keyphrases.is_sorted_by(|a, b| a.salience >= b.salience), "best first: {:?}", it.keyphrases);
}

/// Any options that a door lets through.
fn options() -> impl Strategy<Value = Options> {
    let length = prop_oneof![
        3 => Just(Length::default()),
        1 => (0usize..40).prop_map(Length::Sentences),
        1 => (0.0f32..=1.0).prop_map(Length::Ratio),
    ];
    let query =
        prop_oneof![2 => Just(None), 1 => "[a-z ]{0,20}".prop_map(Some), 1 => any::<String>().prop_map(Some)];
    let published = prop_oneof![
        Just(None),
        Just(Some("2025-12-01".to_string())),
        Just(Some("2025-12-01T10:00:00+02:00".to_string())),
        Just(Some("0000-99-99".to_string())),
        any::<String>().prop_map(Some),
    ];
    let language = prop_oneof![
        4 => Just(None),
        2 => Just(Some("en".to_string())),
        1 => Just(Some("de-CH".to_string())),
        1 => any::<String>().prop_map(Some),
    ];
    let furniture = prop_oneof![Just(Furniture::Detect), Just(Furniture::None)];
    (length, query, published, language, furniture).prop_map(
        |(length, query, published, language, furniture)| Options {
            length,
            query,
            published,
            language,
            furniture,
            parts: Parts::DEFAULT | Parts::TOKENS,
            ..Options::default()
        },
    )
}

/// Pieces that news is made of, and pieces that it is not.
const PIECES: &[&str] = &[
    "Rain",
    "Ann Lee",
    "Mr. Smith",
    "J. K. Rowling",
    "the U.S.",
    "U.N.",
    "St. Paul",
    "McDonald’s",
    "O'Brien",
    "President Trump",
    "the White House",
    "Côte d’Ivoire",
    "IBM",
    "Q&A",
    "he",
    "she",
    "they",
    "it",
    "said",
    "told reporters",
    "according to",
    "added:",
    "asked",
    "warned that",
    "and",
    "of",
    "in",
    "the",
    "a",
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    ". ",
    "? ",
    "! ",
    "… ",
    "... ",
    "; ",
    ": ",
    " - ",
    " — ",
    "–",
    "\"",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "‚",
    "`",
    "(",
    ")",
    "[",
    "]",
    "''",
    "``",
    "\n",
    "\n\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\t",
    "\u{b}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{a0}",
    "\u{2003}",
    "\u{3000}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{ad}",
    "\0",
    "\u{7f}",
    "\u{fffd}",
    "Monday",
    "on Tuesday",
    "yesterday",
    "last week",
    "May",
    "3 May 2021",
    "May 3, 2021",
    "2021-05-03",
    "12/31/99",
    "in 2014",
    "the 1990s",
    "at 5:30 p.m.",
    "noon",
    "two days ago",
    "every Friday",
    "from 2014 to 2016",
    "2014–16",
    "February 30",
    "0/0/0",
    "99:99",
    "Feb.",
    "Sept. 11",
    "$5 million",
    "£3.2bn",
    "€1.000,50",
    "20%",
    "roughly 20 percent",
    "two",
    "twenty-one",
    "1,234,567.89",
    "1/2",
    "½",
    "3rd",
    "45 degrees",
    "6ft 2in",
    "100 km/h",
    "-7",
    "1e400",
    "99999999999999999999999",
    "7-year-old",
    "No. 10",
    "٣٤",
    "By Ann Lee",
    "Published: 3 May 2021 10:00 GMT",
    "Share",
    "Read more",
    "Advertisement",
    "Similar Articles",
    "LONDON (Reuters) -",
    "Related:",
    "Subscribe",
    "© 2021",
    "* * *",
    "---",
    "##",
    "# A heading",
    "> quoted",
    "- item",
    "1. item",
    "• item",
    "| a | b |",
    "http://example.org/a?b=c&d=(e)",
    "ann@example.org",
    "@annlee",
    "#rain",
    "e.g.",
    "i.e.,",
    "a.m.",
    "Dr.",
    "Inc.",
    "vs.",
    "etc.",
    "Fig. 3",
    "U.S.A.",
    "Ph.D.",
    "p. 7",
    "no.",
    "Sen.",
    "🌧",
    "👩‍👩‍👧",
    "🇬🇧",
    "e\u{301}",
    "\u{301}",
    "ß",
    "İstanbul",
    "ﬁ",
    "Ǆ",
    "𝔘𝔫𝔦",
    "لن نتراجع",
    "ניסוג",
    "\u{202b}",
    "\u{200f}",
    "今日は。",
    "「行かない」",
    "Привет",
    "ไทย",
    "नमस्ते।",
    "<b>",
    "</p>",
    "<script>",
    "&amp;",
    "&#39;",
    "{",
    "}",
    "\\",
    "/",
];

/// Texts that look like news from afar.
fn news() -> impl Strategy<Value = String> {
    let glue = prop_oneof![4 => Just(" "), 1 => Just(""), 1 => Just("\n\n")];
    let piece = (prop::sample::select(PIECES), glue).prop_map(|(piece, glue)| format!("{piece}{glue}"));
    prop::collection::vec(piece, 0..90).prop_map(|it| it.concat())
}

/// Half from the pieces, half from anywhere in Unicode.
fn mixed() -> impl Strategy<Value = String> {
    (news(), any::<String>(), news()).prop_map(|(a, b, c)| a + &b + &c)
}

fn config(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig::default(); // reads the environment
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(1789);
    }
    config.failure_persistence = None;
    config
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_string_obeys(text in any::<String>(), options in options()) {
        obey(&text, &options);
    }

    #[test]
    fn news_obeys(text in news(), options in options()) {
        obey(&text, &options);
    }

    #[test]
    fn news_with_anything_in_it_obeys(text in mixed(), options in options()) {
        obey(&text, &options);
    }

    /// `--only` leaves parts out; it does not change those that it leaves in.
    #[test]
    fn a_part_alone_is_the_same_part(text in news(), mut options in options()) {
        let whole = serde_json::to_value(view::of(&analyze(&text, &options), Unit::Utf8)).unwrap();
        for name in Parts::NAMES {
            options.parts = Parts::named(name).unwrap();
            let alone = serde_json::to_value(view::of(&analyze(&text, &options), Unit::Utf8)).unwrap();
            let (mut whole, mut alone) = (whole[name].clone(), alone[name].clone());
            // Salience of sentences is the summary's: it is null when nothing ranked was asked for.
            for it in [&mut whole, &mut alone] {
                if let (&"sentences", Some(all)) = (name, it.as_array_mut()) {
                    all.iter_mut().for_each(|it| it["salience"] = serde_json::Value::Null);
                }
            }
            prop_assert_eq!(whole, alone, "{}", name);
        }
    }
}

/// Texts that a careless rule takes quadratic time on, each made as long as asked.
const NASTY: &[(&str, &str)] = &[
    ("one word", "a"),
    ("words", "word "),
    ("capitals", "Ann Lee "),
    ("letters with stops", "A. "),
    ("capitals without end", "A.B."),
    ("opening quotation marks", "“"),
    ("straight quotation marks", "\""),
    ("apostrophes", "'"),
    ("quotes never closed", "“It rained, he said. "),
    ("quotes without speaker", "\"It rained.\" "),
    ("cues", "said "),
    ("speakers and no quotes", "Ann Lee said that. "),
    ("brackets", "("),
    ("nested quotation marks", "“‘"),
    ("digits", "9"),
    ("numbers", "1,"),
    ("number words", "twenty-"),
    ("hundreds", "hundred "),
    ("dates", "3 May 2021 "),
    ("months", "May "),
    ("times", "5:30 "),
    ("slashes", "1/"),
    ("money", "$"),
    ("percents", "5% "),
    ("dots", "."),
    ("stops and spaces", ". "),
    ("dashes", "-"),
    ("white space", " "),
    ("line breaks", "\n"),
    ("empty lines and letters", "a\n\n"),
    ("headings", "Rain stops play\n\n"),
    ("furniture", "Share\n\nSimilar Articles\n\n"),
    ("list items", "- It rained\n"),
    ("table", "| a | b |\n"),
    ("commas", "a, "),
    ("sentences", "It rained on Monday in London. "),
    ("pronouns", "He said she told him. "),
    ("entities", "<b>&amp;"),
    ("links", "http://a.b/"),
    ("addresses", "a@b."),
    ("emoji", "🌧"),
    ("combining marks", "\u{301}"),
    ("joiners", "\u{200d}"),
    ("soft hyphens", "rain\u{ad}fall "),
    ("verse", "The tide comes in,\nthe tide goes out,\n"),
    ("right to left", "\u{202b}لن "),
    ("Chinese", "今日は。"),
    ("line separators", "\u{2028}"),
    ("carriage returns", "\r"),
    ("control characters", "\0"),
    ("pronouns in one sentence", "Obama met him and she "),
    ("short forms", "World Health Organization (WHO) and WHO "),
    ("turns of dialogue", "— Oui.\n— Non, dit Paul.\n"),
    ("passages set apart", "Ann Lee wrote:\n\n> We shall see.\n> — Ann Lee\n\n"),
];

/// Time grows with length. Not a stopwatch: what is linear takes a fraction of a second a text, what is
/// quadratic would take minutes, and the limit stands far from both.
#[test]
fn nasty_texts_end() {
    const LENGTH: usize = 200_000;
    const LIMIT: Duration = Duration::from_secs(20);
    for (name, piece) in NASTY {
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || {
            let text = piece.repeat(LENGTH / piece.len());
            let options = Options { parts: Parts::DEFAULT | Parts::TOKENS, ..Options::default() };
            let analysis = analyze(&text, &options);
            // A text of this length makes offsets that a careless map would look up one by one.
            let json = serde_json::to_string(&view::of(&analysis, Unit::Utf16)).unwrap();
            let _ = sender.send(json.len());
        });
        match receiver.recv_timeout(LIMIT) {
            Ok(_) => {}
            Err(mpsc::RecvTimeoutError::Timeout) => panic!("{name}: {LENGTH} bytes take more than {LIMIT:?}"),
            Err(mpsc::RecvTimeoutError::Disconnected) => panic!("{name}: the analysis panicked"),
        }
    }
}

#[test]
fn short_nasty_texts_obey() {
    for (_, piece) in NASTY {
        for n in [1, 2, 3, 7, 40] {
            for options in [Options::default(), Options { furniture: Furniture::None, ..Options::default() }]
            {
                obey(&piece.repeat(n), &options);
            }
        }
    }
}
