//! Ranking: summaries, keyphrases and the nut graf, through the public library.

use nutgraf::{Analysis, Furniture, Length, Options, analyze};

fn prose(length: usize, query: Option<&str>) -> Options {
    Options {
        length: Length::Sentences(length),
        query: query.map(str::to_string),
        furniture: Furniture::None,
        ..Options::default()
    }
}

fn lines<'t>(analysis: &Analysis<'t>) -> Vec<&'t str> {
    let of = |&it: &u32| analysis.document.sentences[it as usize].span.of(analysis.document.text);
    analysis.ranking.summary.sentences.iter().map(of).collect()
}

const HARBOR: &str = "The city council voted on Monday to close the old harbor to cargo ships. \
    The vote ends a dispute of twelve years between shipping companies and residents. \
    It was raining. \
    Shipping companies said the closure of the harbor would cost 400 jobs. \
    \"We will take the council to court,\" said Ann Lee, who heads the companies' association. \
    Residents have long complained of noise from cargo ships in the harbor at night. \
    The council plans a park and housing on the site. \
    Fishermen may keep using the northern quay of the harbor.";

#[test]
fn a_longer_summary_contains_every_shorter_one() {
    let mut before: Vec<u32> = Vec::new();
    for length in 0..10 {
        let analysis = analyze(HARBOR, &prose(length, None));
        let now = analysis.ranking.summary.sentences;
        assert!(before.iter().all(|it| now.contains(it)), "{before:?} {now:?}");
        assert!(now.is_sorted());
        assert_eq!(now.len(), length.min(8));
        before = now;
    }
}

#[test]
fn a_query_turns_the_summary_and_nothing_here_is_an_answer() {
    let turned = analyze(HARBOR, &prose(1, Some("How many jobs?")));
    assert_eq!(lines(&turned), ["Shipping companies said the closure of the harbor would cost 400 jobs."]);
    let absent = analyze(HARBOR, &prose(3, Some("volcano")));
    assert!(absent.ranking.summary.sentences.is_empty());
    assert!(absent.notes.iter().any(|it| it.code == "query_not_found"));
    // A query of function words alone cannot turn anything: the plain summary, not an empty one, and a note.
    let vague = analyze(HARBOR, &prose(3, Some("what is it")));
    assert_eq!(lines(&vague), lines(&analyze(HARBOR, &prose(3, None))));
    assert!(vague.notes.iter().any(|it| it.code == "query_vague"));
}

#[test]
fn odd_texts_get_sensible_answers() {
    assert_eq!(lines(&analyze("One sentence only.", &prose(3, None))), ["One sentence only."]);
    assert!(analyze("", &prose(3, None)).ranking.summary.sentences.is_empty());
    assert!(analyze("!!! ... ???", &prose(3, None)).ranking.keyphrases.is_empty());
    let equal = "Rain stops play. ".repeat(200);
    let analysis = analyze(&equal, &prose(3, None));
    assert_eq!(analysis.ranking.summary.sentences.len(), 3);
    assert_eq!(analysis.ranking.summary.sentences[0], 0);
}

#[test]
fn every_sentence_of_a_summary_says_why() {
    let analysis = analyze(HARBOR, &prose(3, None));
    assert_eq!(analysis.ranking.summary.reasons.len(), 3);
    assert!(analysis.ranking.summary.reasons.iter().all(|it| !it.is_empty()));
    assert!(analysis.ranking.summary.covers > 0.3);
    assert!(analysis.ranking.salience.iter().all(|it| (0.0..=1.0).contains(it)));
}

#[test]
fn keyphrases_are_the_topic_in_its_own_words() {
    let analysis = analyze(HARBOR, &prose(3, None));
    let phrases: Vec<&str> = analysis.ranking.keyphrases.iter().map(|it| it.text.as_str()).collect();
    assert!(phrases[..5].contains(&"cargo ships"), "{phrases:?}");
    for phrase in &analysis.ranking.keyphrases {
        assert!(!phrase.mentions.is_empty());
        assert!((0.0..=1.0).contains(&phrase.salience));
    }
}

#[test]
fn what_extraction_cannot_serve_is_noted() {
    let codes =
        |text: &str| -> Vec<&str> { analyze(text, &prose(3, None)).notes.iter().map(|it| it.code).collect() };
    let headlines = "Rain stops play\nMan bites dog\nCouncil votes on harbor\nShips leave\nPrices rise again\nA quiet day";
    assert!(codes(headlines).contains(&"list_like"));
    let turns =
        "LEE: We will go on.\nMAY: We will not.\nLEE: Why is that?\nMAY: It costs too much.\nLEE: I see.";
    assert!(codes(turns).contains(&"interview"));
    let blog =
        "10:45 The vote is over.\n10:40 The vote begins.\n10:12 They meet.\n9:50 Doors open.\n9:30 It rains.";
    assert!(codes(blog).contains(&"live_blog"));
    assert_eq!(codes(HARBOR), Vec::<&str>::new());
}
