//! Ranking: summaries, keyphrases and the nut graf, through the public library.

use nutgraf::rank::openings;
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
fn a_longer_summary_contains_every_shorter_one_by_words_and_ratio_too() {
    let of = |length: Length| {
        let options = Options { length, furniture: Furniture::None, ..Options::default() };
        analyze(HARBOR, &options).ranking.summary.sentences
    };
    let by_words: Vec<Vec<u32>> = (0..120).map(|it| of(Length::Words(it))).collect();
    let by_ratio: Vec<Vec<u32>> = (0..=20).map(|it| of(Length::Ratio(it as f32 / 20.0))).collect();
    for lengths in [by_words, by_ratio] {
        assert_eq!(lengths[0].len(), 1);
        assert_eq!(lengths.last().unwrap().len(), 8);
        for pair in lengths.windows(2) {
            assert!(pair[0].iter().all(|it| pair[1].contains(it)), "{pair:?}");
        }
    }
    // Thirty words are not thirty-one.
    let n_words = |lines: &[&str]| lines.iter().map(|it| it.split_whitespace().count()).sum::<usize>();
    let options = Options { length: Length::Words(30), furniture: Furniture::None, ..Options::default() };
    assert!(n_words(&lines(&analyze(HARBOR, &options))) <= 30);
}

#[test]
fn a_line_that_leans_is_passed_over_or_says_whom_it_means() {
    let text = "Maria Keller has led the port authority of Lindau since the spring of last year. \
        She resigned on Monday after a dispute over the cost of the new ferry terminal in the harbor. \
        The terminal was to cost 40 million euros and now costs twice as much, the auditors found.";
    let all = analyze(text, &prose(3, None));
    // Beside the sentence that it follows, "She" needs no help.
    assert!(all.ranking.summary.openings.iter().all(Option::is_none));
    for n in 1..3 {
        let analysis = analyze(text, &prose(n, None));
        let summary = &analysis.ranking.summary;
        assert_eq!(summary.openings.len(), n);
        for (&sentence, opening) in summary.sentences.iter().zip(&summary.openings) {
            let alone = sentence == 1 && !summary.sentences.contains(&0);
            assert_eq!(opening.is_some(), alone);
            if let Some(it) = opening {
                assert_eq!(it.span.of(text), "She");
                assert_eq!(analysis.links.entities[it.entity as usize].name, "Maria Keller");
            }
        }
    }
}

#[test]
fn the_only_line_does_not_lean_where_another_says_nearly_as_much() {
    let text = "Ann Bell runs the harbour. She will close the old bridge of Marfield for two months, after engineers had \
        found cracks in the arches of the bridge. Engineers had found cracks in the arches of the old bridge. \
        Shops near the bridge fear for their trade. A ferry carries people.";
    assert_eq!(analyze(text, &prose(1, None)).ranking.summary.sentences, [2]);
}

#[test]
fn a_pronoun_behind_a_comma_or_a_quotation_says_whom_it_means() {
    let text = "Maria Keller has led the port authority since spring. On Monday, she resigned after a dispute. \
        “We did all we could,” she said. The port hired Ben Okafor in June, and she thanked him.";
    let analysis = analyze(text, &prose(1, None));
    let told = |line: u32| openings::refer(&analysis.document, &analysis.links, &[line])[0];
    for line in [1, 2] {
        let it = told(line).expect("a pronoun");
        assert_eq!(it.span.of(text), "she");
        assert_eq!(analysis.links.entities[it.entity as usize].name, "Maria Keller");
    }
    // A name stands before it in the line: whom it means is told there, or nobody can say.
    assert_eq!(told(3), None);
    // "The president" stands by itself.
    let text =
        "President Ben Okafor opened the bridge on Monday. The president thanked all who had built it.";
    let analysis = analyze(text, &prose(1, None));
    assert_eq!(openings::refer(&analysis.document, &analysis.links, &[1])[0], None);
}

#[test]
fn a_line_that_says_the_other_half_of_another_stands_beside_it_or_not_at_all() {
    let text = HARBOR
        .replace("The vote ends", "But the vote of the council ends")
        .replace("Residents have", "However, residents have");
    // Six sentences stand by themselves.
    for n in 1..7 {
        let summary = analyze(&text, &prose(n, None)).ranking.summary.sentences;
        assert!(summary.iter().all(|it| ![1, 5].contains(it) || summary.contains(&(it - 1))), "{summary:?}");
    }
    // Nothing else is there: then it is a line like any other.
    let lone = "But the council of the city voted on Monday to close the old harbor to cargo ships.";
    assert_eq!(lines(&analyze(lone, &prose(1, None))), [lone]);
}

#[test]
fn what_the_standfirst_says_is_not_paid_for_twice() {
    let standfirst =
        "Cargo ships have to leave the old harbor, the city council decided after twelve years of dispute.";
    let html = format!(
        "<meta property=og:description content='{standfirst}'><article><h1>Council closes harbor</h1><div class=standfirst>{standfirst}</div><p>{standfirst}</p><p>{}</p></article>",
        HARBOR.replace(". ", ".</p><p>")
    );
    let page = nutgraf::read::html::read(&html);
    let options = Options { length: Length::Sentences(3), ..Options::default() };
    let analysis = nutgraf::analyze_with(&page.text, Some(&page.hints), &options);
    assert_eq!(analysis.document.metadata.standfirst.as_deref(), Some(standfirst));
    let summary = lines(&analysis);
    assert_eq!(summary.len(), 3);
    assert!(!summary.contains(&standfirst), "{summary:?}");
}

#[test]
fn a_line_is_not_told_to_have_what_it_lacks() {
    for text in [HARBOR, include_str!("../data/seed/article.txt")] {
        let analysis = analyze(text, &prose(50, None));
        for (line, reasons) in lines(&analysis).iter().zip(&analysis.ranking.summary.reasons) {
            if reasons.contains(&"numbers") {
                assert!(line.contains(|it: char| it.is_ascii_digit()), "{line}");
            }
            if reasons.contains(&"names") {
                assert!(line.split_whitespace().skip(1).any(|it| it.contains(char::is_uppercase)), "{line}");
            }
        }
    }
}

#[test]
fn every_section_tells_how_much_of_it_the_summary_speaks_for() {
    let text = format!(
        "The harbor\n\n{HARBOR}\n\nThe museum\n\nThe museum of the town reopens in May. \
        The museum was closed for two years. Visitors of the museum see the old town hall first."
    );
    let analysis = analyze(&text, &prose(3, None));
    let covered = &analysis.ranking.summary.sections;
    assert_eq!(covered.len(), analysis.document.sections.len());
    assert!(covered.iter().all(|it| (0.0..=1.0).contains(it)));
    let whole = analyze(&text, &prose(99, None)).ranking.summary.sections;
    assert!(whole.iter().all(|it| *it == 1.0), "{whole:?}");
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
fn who_is_asked_for_is_meant_by_a_pronoun_and_speaks_in_quotations() {
    let text = "The bridge over the Aire in Leeds was closed on Monday. Ann Lee, the mayor, came to see the cracks in two pillars. \
        \"We could not take the risk,\" Lee said. \"Safety comes first.\" A ferry will run from Wednesday. \
        Engineers warned of the cracks two years ago.";
    let analysis = analyze(text, &prose(3, Some("what did Lee say about safety")));
    assert!(lines(&analysis).contains(&"\"Safety comes first.\""), "{:?}", lines(&analysis));
    assert!(!analysis.notes.iter().any(|it| it.code == "query_in_part"));
    let partly = analyze(text, &prose(3, Some("what did the mayor say about taxes")));
    assert!(partly.notes.iter().any(|it| it.code == "query_in_part"));
}

#[test]
fn asides_and_halves_of_quotations_are_passed_over() {
    let text = "The council of Leeds closed the old bridge on Monday. (Reporting by Ann Lee and Tom Morgan in Leeds.) \
        Why did the council of Leeds close the old bridge? Engineers of the council had found cracks in the bridge. \
        Read more about the old bridge and the council of Leeds here. A ferry will run from Wednesday.";
    let summary = analyze(text, &prose(3, None));
    assert!(
        lines(&summary).iter().all(|it| !it.contains('(') && !it.contains("Read more") && !it.ends_with('?')),
        "{:?}",
        lines(&summary)
    );
}

#[test]
fn the_first_line_adds_to_nothing() {
    for n in 1..4 {
        let analysis = analyze(HARBOR, &prose(n, None));
        let first = analyze(HARBOR, &prose(1, None)).ranking.summary.sentences[0];
        let at = analysis.ranking.summary.sentences.iter().position(|it| *it == first).unwrap();
        assert!(!analysis.ranking.summary.reasons[at].contains(&"adds_what_is_missing"));
    }
}

#[test]
fn odd_texts_get_sensible_answers() {
    assert_eq!(lines(&analyze("One sentence only.", &prose(3, None))), ["One sentence only."]);
    assert!(analyze("", &prose(3, None)).ranking.summary.sentences.is_empty());
    assert!(analyze("!!! ... ???", &prose(3, None)).ranking.keyphrases.is_empty());
    let equal = "Rain stops play. ".repeat(200);
    let analysis = analyze(&equal, &prose(3, None));
    assert_eq!(analysis.ranking.summary.sentences, [0]);
    assert!(analysis.notes.iter().any(|it| it.code == "repetitive"));
    let chorus = format!("{HARBOR} {HARBOR}");
    let analysis = analyze(&chorus, &prose(12, None));
    assert_eq!(analysis.ranking.summary.sentences.len(), 8);
    // What a question finds is few lines because little is about it, not because the text says it twice.
    let analysis = analyze(&chorus, &prose(12, Some("fishermen")));
    assert!(analysis.notes.iter().all(|it| it.code != "repetitive"));
    let poem = "The tide comes in,\nthe tide goes out,\na gull stands on the quay\nand looks about,\nas if it waited\nfor a bus to sea.";
    let analysis = analyze(poem, &prose(3, None));
    assert!(!analysis.ranking.summary.sentences.is_empty());
    assert!(analysis.notes.iter().any(|it| it.code == "list_like"));
    // More is wanted than there is: all of it, and no more.
    let whole = analyze(HARBOR, &prose(1_000_000, None));
    assert_eq!(whole.ranking.summary.sentences.len(), 8);
    assert!(whole.notes.iter().any(|it| it.code == "whole_article"));
    let words = Options { length: Length::Words(1_000_000), ..prose(0, None) };
    assert_eq!(analyze(HARBOR, &words).ranking.summary.sentences.len(), 8);
}

/// 20,000 sentences take some ten times as long as 2,000: a graph of all pairs would take a hundred times.
#[test]
fn a_book_takes_as_long_as_its_length() {
    let book = |n: usize| -> String {
        let words =
            ["harbor", "council", "ferry", "noise", "cargo", "museum", "park", "quay", "court", "tide"];
        let sentence = |it: usize| {
            let word = |by: usize| words[(it / by + it * it) % words.len()];
            format!("The {} of chapter {} met the {} and the {}. ", word(1), it % 400, word(7), word(31))
        };
        (0..n).map(sentence).collect()
    };
    let (short, long) = (book(2_000), book(20_000));
    let only = Options { parts: nutgraf::Parts::SUMMARY, ..prose(10, None) };
    let time = |text: &str| {
        let start = std::time::Instant::now();
        assert_eq!(analyze(text, &only).ranking.summary.sentences.len(), 10);
        start.elapsed()
    };
    let best = |text: &str| (0..5).map(|_| time(text)).min().unwrap();
    let (short, long) = (best(&short), best(&long));
    // Wide of ten: on a busy machine the long one is interrupted more often.
    assert!(long < short * 70, "{short:?} {long:?}");
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
    for it in ["harbor", "residents", "city council", "shipping companies", "cargo ships"] {
        assert!(phrases[..8].contains(&it), "{it}: {phrases:?}");
    }
    // "It was raining."
    assert!(!phrases.contains(&"raining"), "{phrases:?}");
    for phrase in &analysis.ranking.keyphrases {
        assert!(!phrase.mentions.is_empty());
        assert!((0.0..=1.0).contains(&phrase.salience));
    }
}

#[test]
fn keyphrases_are_no_results() {
    let text = "Anna Bell beat Jane Doe 6-4, 7-6 in the final of the Harbor Cup in Leeds on Sunday, and Leeds won 2-1 on 787-9 jets.\n\nBell won the second set 7-6 after a 6-4 in the first set. The Harbor Cup goes on in York.";
    let analysis = analyze(text, &prose(3, None));
    let phrases: Vec<&str> = analysis.ranking.keyphrases.iter().map(|it| it.text.as_str()).collect();
    assert!(phrases.contains(&"Harbor Cup"), "{phrases:?}");
    assert!(
        !phrases.iter().any(|it| it.contains("6-4") || it.contains("7-6") || it.len() < 3),
        "{phrases:?}"
    );
}

#[test]
fn keyphrases_are_no_verbs_clauses_or_counts() {
    let told = |lang: &str, text: &str| {
        let analysis = analyze(text, &Options { language: Some(lang.into()), ..prose(3, None) });
        analysis.ranking.keyphrases.iter().map(|it| it.text.clone()).collect::<Vec<_>>()
    };
    let cases: [(&str, &str, &[&str], &[&str]); 5] = [
        (
            "en",
            "Mayor Maria Keller closed the old harbor of Lindau yesterday morning. Shipping companies were unhappy and denied the charge. \
             The convention displaying his boats was closed, too. Keller laughed off the claim that the harbor lost many ferry lines, and \
             said harbor pilots attacked Keller. A spokesman for the harbor made a statement. The harbor pilots want decision making in the \
             open. Keller denies the claim. Keller laughed at the harbor pilots who blamed Maria Keller.",
            &["Maria Keller", "harbor pilots", "decision making"],
            &[
                "Lindau yesterday morning", // a time behind a name
                "Keller laughed",
                "convention displaying",
                "many ferry lines",
                "unhappy",
                "spokesman",
                "statement",
            ],
        ),
        (
            "fr",
            "La ministre a visité le barrage jeudi. Elle a indiqué que le barrage serait notamment renforcé, et les ingénieurs ont indiqué \
             jeudi que les digues étaient fragiles. Les riverains du barrage réclament notamment 12 000 euros. Pour renforcer les digues, la \
             ministre a indiqué un calendrier.",
            &["barrage", "digues", "riverains du barrage"],
            &[
                "indiqué",
                "renforcé",
                "visité",
                "jeudi",
                "notamment",
                "notamment renforcé",
                "réclament notamment",
            ],
        ),
        (
            "de",
            "Die Stadt will den alten Hafen schließen. Außerdem dankte der Rat den Fischern. Außerdem wurde der Hafen geplant, wie der Rat \
             mitteilte. Die Fischer dankten dem Rat und wollen den Hafen nutzen. Den Hafen nutzen auch Segler, die der neue Hafen anzieht.",
            &["Hafen", "alten Hafen"],
            &["Außerdem", "dankte", "wollen", "Hafen nutzen", "Rat mitteilte"],
        ),
        (
            "es",
            "El alcalde confirmó que la presa será reparada. Los vecinos confirmaron que la presa permite regar los campos el martes. La presa \
             aumentó su caudal, y los ingenieros confirmaron el martes que las compuertas fueron reparadas rápidamente.",
            &["presa", "compuertas"],
            &["martes", "confirmaron", "alcalde confirmó", "reparadas rápidamente", "reparada"],
        ),
        (
            "it",
            "Il sindaco ha precisato che la diga sarà riparata. Gli ingegneri hanno precisato che la diga crollò lunedì, e successivamente il \
             sindaco guidò i soccorsi alla diga. La diga dovrà essere riparata.",
            &["diga", "sindaco", "ingegneri"],
            &["precisato", "successivamente", "sindaco guidò", "diga dovrà"],
        ),
    ];
    for (lang, text, wanted, unwanted) in cases {
        let phrases = told(lang, text);
        for it in wanted {
            assert!(phrases.iter().any(|phrase| phrase == it), "{lang} {it}: {phrases:?}");
        }
        for it in unwanted {
            assert!(phrases.iter().all(|phrase| phrase != it), "{lang} {it}: {phrases:?}");
        }
    }
    // Words that are all small are no reason to say nothing.
    assert!(!told("de", "die stadt schließt den hafen. den hafen nutzen fischer.").is_empty());
}

#[test]
fn a_full_name_stands_for_the_surname() {
    let text = "Anna Keller leads the Bank of Lindau. Lindau lies on a lake. Keller came to Lindau from York. Critics of Anna Keller say that \
                Keller knows too little of Lindau; Keller says that York was no better. \"The lake is low,\" Keller said in Lindau.";
    let analysis = analyze(text, &prose(3, None));
    let phrases: Vec<&str> = analysis.ranking.keyphrases.iter().map(|it| it.text.as_str()).collect();
    assert!(phrases.contains(&"Anna Keller") && !phrases.contains(&"Keller"), "{phrases:?}");
    assert!(phrases.contains(&"Lindau"), "{phrases:?}");
}

#[test]
fn keyphrases_are_no_days_and_have_nothing_elided() {
    let phrases = |text: &str| {
        let analysis = analyze(text, &Options::default());
        analysis.ranking.keyphrases.iter().map(|it| it.text.clone()).collect::<Vec<_>>()
    };
    let english = phrases(
        "Keller Explains Closed Ferry Terminal After Dispute\n\nThe mayor of Lindau, Maria Keller, closed the ferry terminal late on Thursday. \
         The terminal had cost 40 million euros, auditors found on Thursday. Shipping companies said on Friday that they would go to court.\n\n\
         Keller said the ferry terminal would stay closed until Friday next week.",
    );
    assert!(english.iter().any(|it| it == "Ferry Terminal"), "{english:?}");
    for it in &english {
        assert!(!it.contains("Thursday") && !it.contains("Friday"), "{english:?}");
    }
    let french = phrases(
        "L'Assemblée débat de l'impôt sur l'énergie. Les députés de l'opposition critiquent l'impôt, qu'ils jugent trop lourd. \
         D'une voix ferme, la ministre de l'Énergie a défendu l'impôt devant l'Assemblée.",
    );
    assert!(french.iter().any(|it| it == "impôt"), "{french:?}");
    for it in &french {
        assert!(!it.starts_with("l'") && !it.starts_with("L'") && !it.starts_with("qu'"), "{french:?}");
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

/// The first words of the nut graf.
fn nut_graf(text: &str, title: &str) -> Option<String> {
    let options = Options { title: Some(title.to_string()), ..prose(3, None) };
    let analysis = analyze(text, &options);
    let block = &analysis.document.blocks[analysis.ranking.nut_graf? as usize];
    Some(block.span.of(text).split_whitespace().take(4).collect::<Vec<_>>().join(" "))
}

const FERRY: &str = "Every morning at six Ivar Holm unlocks the small blue ferry and waits for people who no longer come.\n\n\
    \"Some days I cross alone,\" he said on Tuesday, his hand on the wheel.\n\n\
    But the crossing he keeps open has become the test of a plan that reaches far beyond the fjord. For the first time the \
    county wants to let villages run their own ferries, as part of a wider effort to save routes that a growing number of towns have lost.\n\n\
    The county council will vote on the plan in March.\n\n\
    Holm bought the ferry in 1998 with money from his aunt. It carries twelve cars.\n\n\
    \"My father rowed people over,\" he said.\n\n\
    The crossing takes nine minutes. In winter it takes eleven.\n\n\
    On the other side stand a school, a shop and a church.";

#[test]
fn behind_a_scene_the_paragraph_that_tells_why_is_the_nut_graf() {
    assert_eq!(nut_graf(FERRY, "Village ferries may stay").as_deref(), Some("But the crossing he"));
}

#[test]
fn a_label_or_a_caption_before_the_lead_does_not_make_the_lead_a_nut_graf() {
    let text = format!("EXCLUSIVE\n\nIvar Holm on his ferry\n\n{FERRY}");
    assert_eq!(nut_graf(&text, "Village ferries may stay").as_deref(), Some("But the crossing he"));
    // A lead with all the phrases is still the lead.
    let paragraphs: Vec<&str> = FERRY.split("\n\n").collect();
    let lead = format!("{}\n\n{}", paragraphs[2], paragraphs[3..].join("\n\n"));
    assert_eq!(nut_graf(&lead, "Village ferries may stay"), None);
}

#[test]
fn what_tells_why_in_somebody_elses_words_is_no_nut_graf() {
    let text = FERRY
        .replace("But the crossing", "\"But the crossing")
        .replace("have lost.", "have lost,\" said Ann Lee.");
    assert_eq!(nut_graf(&text, "Village ferries may stay"), None);
}

#[test]
fn what_is_counts_for_more_than_what_was() {
    let paragraphs: Vec<&str> = FERRY.split("\n\n").collect();
    let tense = |is: &str, are: &str| {
        format!(
            "But the crossing {is} one of the last of its kind in the county, and its few ferries {are} old and slow."
        )
    };
    let (past, present) = (tense("was", "were"), tense("is", "are"));
    for turns in [[&past, &present], [&present, &past]] {
        let text =
            [paragraphs[0], paragraphs[1], turns[0], turns[1], &paragraphs[3..].join("\n\n")].join("\n\n");
        assert_eq!(nut_graf(&text, "Village ferries may stay").as_deref(), Some("But the crossing is"));
    }
}

#[test]
fn briefs_and_handbooks_have_no_nut_graf() {
    let brief = FERRY.split("\n\n").take(4).collect::<Vec<_>>().join("\n\n");
    assert_eq!(nut_graf(&brief, "Village ferries may stay"), None);
    let handbook = "You need a pan, a knife and one of the most patient cooks you know for this stew.\n\n\
        For the first time in years I made it at home, and you can see why you should too.\n\n\
        But your onions matter. You have to slice them as I do.\n\nYou put your pan on the stove.\n\n\
        I let my onions brown while I wash my leeks.\n\nYou add your stock.\n\nWe eat it with our bread.";
    assert_eq!(nut_graf(handbook, "My onion stew"), None);
}

#[test]
fn french_and_german_have_turns_of_phrase_of_their_own() {
    let french = "Le bac de Holm quitte le quai à six heures, presque vide, comme tous les matins de l'hiver.\n\n\
        « Certains jours, je traverse seul », dit-il en posant la main sur la barre.\n\n\
        Mais cette traversée est devenue un enjeu : pour la première fois, le département veut confier les bacs aux villages, \
        au moment où, ces dernières années, de plus en plus de lignes ferment.\n\n\
        Le conseil votera en mars.\n\nHolm a acheté le bac en 1998.\n\nIl porte douze voitures.\n\nLa traversée dure neuf minutes.";
    assert_eq!(nut_graf(french, "Les bacs des villages").as_deref(), Some("Mais cette traversée est"));
    let german = "Um sechs Uhr legt die kleine blaue Fähre von Ivar Holm ab, und wie jeden Morgen ist sie fast leer.\n\n\
        „Manchmal fahre ich allein hinüber“, erzählt er und legt die Hand auf das Steuer.\n\n\
        Doch die Überfahrt steht für mehr: Zum ersten Mal will der Kreis die Fähren den Dörfern überlassen, \
        denn in den vergangenen Jahren sind immer mehr Linien weggefallen.\n\n\
        Der Kreistag stimmt im März ab.\n\nHolm hat die Fähre 1998 gekauft.\n\nSie trägt zwölf Autos.\n\nDie Überfahrt dauert neun Minuten.";
    assert_eq!(nut_graf(german, "Die Fähren der Dörfer").as_deref(), Some("Doch die Überfahrt steht"));
}
