//! The seed article against what a person wrote down of it (`data/seed/gold.json`, in code points).

use nutgraf::{Options, Unit, analyze, view};
use serde_json::Value;
use std::collections::BTreeSet;

type Found = BTreeSet<(u64, u64, String)>;

fn seed() -> (Value, Value) {
    let gold = serde_json::from_str(include_str!("../data/seed/gold.json")).unwrap();
    let analysis = analyze(include_str!("../data/seed/article.txt"), &Options::default());
    (gold, serde_json::to_value(view::of(&analysis, Unit::Char)).unwrap())
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn place(it: &Value, what: &str) -> (u64, u64, String) {
    (it["start"].as_u64().unwrap(), it["end"].as_u64().unwrap(), what.to_string())
}

/// The role that we give to a block of the gold.
fn role(block: &Value) -> &'static str {
    if !block["repeat_of"].is_null() {
        return "furniture";
    }
    match block["kind"].as_str().unwrap() {
        "site" => "site",
        "title" => "headline",
        "standfirst" => "standfirst",
        "paragraph" => "paragraph",
        "heading" => "crosshead",
        _ => "furniture",
    }
}

/// Whether a place lies in the article: not in its furniture, not in the site's name.
fn in_article(gold: &Value, it: &(u64, u64, String)) -> bool {
    let article = items(&gold["blocks"]).filter(|it| !matches!(role(it), "furniture" | "site"));
    article.map(|it| place(it, "")).any(|block| block.0 <= it.0 && it.1 <= block.1)
}

#[test]
fn every_block_has_its_role() {
    let (gold, view) = seed();
    let wanted: Found = items(&gold["blocks"]).map(|it| place(it, role(it))).collect();
    let found: Found = items(&view["blocks"]).map(|it| place(it, it["role"].as_str().unwrap())).collect();
    assert_eq!(found, wanted);
}

#[test]
fn the_headline_the_site_and_the_standfirst_are_told() {
    let (gold, view) = seed();
    assert_eq!(view["metadata"]["headline"], gold["title"]);
    assert_eq!(view["metadata"]["site"], gold["site"]);
    assert_eq!(view["metadata"]["standfirst"], gold["standfirst"]);
    assert_eq!(view["metadata"]["byline"], Value::Null);
    assert_eq!(view["metadata"]["published"], Value::Null);
    assert_eq!(view["language"]["tag"], "en");
}

#[test]
fn the_sections_are_cut_at_the_headings() {
    let (_, view) = seed();
    let text: Vec<char> = view["text"].as_str().unwrap().chars().collect();
    let heading = |section: &Value| {
        let (start, end, _) = place(&view["blocks"][section["heading"].as_u64()? as usize], "");
        Some(text[start as usize..end as usize].iter().collect::<String>())
    };
    let headings: Vec<Option<String>> = items(&view["sections"]).map(heading).collect();
    let named = |it: &str| Some(it.to_string());
    assert_eq!(
        headings,
        [
            None,
            named("Where the talks stand"),
            named("Incentives and pressure"),
            named("Conflict background")
        ]
    );
}

#[test]
fn the_sentences_are_those_of_the_gold() {
    let (gold, view) = seed();
    let blocks: Found = items(&gold["blocks"]).map(|it| place(it, "")).collect();
    let wanted: Found = items(&gold["sentences"]).map(|it| place(it, "")).collect();
    let found: Found = items(&view["sentences"]).map(|it| place(it, "")).collect();
    // Headings are sentences too; the gold leaves them out.
    let headings: Found = blocks.difference(&wanted).cloned().collect();
    let found: Found = found.difference(&headings).cloned().collect();
    assert_eq!(wanted, found);
}

#[test]
fn the_names_are_found_with_their_kind() {
    let (gold, view) = seed();
    let mut wanted = Found::new();
    for (list, kind) in [("people", "person"), ("places", "place"), ("organizations", "organization")] {
        let mentions = items(&gold[list]).flat_map(|it| items(&it["mentions"]));
        wanted.extend(mentions.map(|it| place(it, kind)).filter(|it| in_article(&gold, it)));
    }
    let mut found = Found::new();
    for entity in items(&view["entities"]).filter(|it| it["kind"] != "other") {
        let named = items(&entity["mentions"]).filter(|it| it["named"] == true);
        let places = named.map(|it| place(it, entity["kind"].as_str().unwrap()));
        found.extend(places.filter(|it| in_article(&gold, it)));
    }
    assert_eq!(wanted, found);
}

#[test]
fn the_quotes_have_their_speakers() {
    let (gold, view) = seed();
    let quotes: Vec<&Value> = items(&view["quotes"]).filter(|it| it["kind"] != "reported").collect();
    let last = |name: &Value| {
        let name = name.as_str().unwrap_or("nobody").split(' ').next_back().unwrap();
        name.trim_matches(['.', ',']).to_lowercase()
    };
    let hits = items(&gold["quotes"]).filter(|it| {
        let speakers = [last(&it["speaker"]), last(&it["speaker_mention"]["text"])];
        quotes.iter().any(|quote| {
            let near = |a: &Value, b: &Value| a.as_u64().unwrap().abs_diff(b.as_u64().unwrap()) <= 1;
            near(&quote["start"], &it["start"])
                && near(&quote["end"], &it["end"])
                && speakers.contains(&last(&quote["speaker"]["name"]))
        })
    });
    let n_gold = items(&gold["quotes"]).count();
    let score = 200.0 * hits.count() as f64 / (n_gold + quotes.len()) as f64;
    assert!(score >= 100.0, "{score}: {quotes:#?}");
}

#[test]
fn the_dates_and_numbers_are_found() {
    let (gold, view) = seed();
    let wanted: Found =
        items(&gold["numbers"]).map(|it| place(it, "")).filter(|it| in_article(&gold, it)).collect();
    let found = items(&view["dates"]).chain(items(&view["quantities"])).map(|it| place(it, ""));
    let found: Found = found.filter(|it| in_article(&gold, it)).collect();
    assert_eq!(wanted, found);
}

#[test]
fn the_summary_is_the_articles_own_words() {
    let (gold, view) = seed();
    let chosen: Vec<&Value> = items(&view["summary"]["sentences"])
        .map(|it| &view["sentences"][it.as_u64().unwrap() as usize])
        .collect();
    assert_eq!(chosen.len(), 3);
    for it in chosen {
        assert!(in_article(&gold, &place(it, "")), "{it}");
    }
}
