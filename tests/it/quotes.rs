//! Quotes and their speakers: sentences in, "words | speaker" out.

mod languages;

use nutgraf::{Furniture, Options, analyze};

/// What a text's quotes say and who said it, `-` where nobody is named.
pub fn said(text: &str, language: &str) -> Vec<String> {
    let options =
        Options { furniture: Furniture::None, language: Some(language.to_string()), ..Options::default() };
    let analysis = analyze(text, &options);
    let quotes = analysis.findings.quotes.iter().zip(&analysis.links.attributions);
    quotes
        .map(|(quote, attribution)| {
            let speaker = attribution.speaker.as_ref().map_or("-", |it| it.name.as_str());
            format!("{} | {speaker}", quote.span.of(text))
        })
        .collect()
}

#[track_caller]
fn check(text: &str, want: &[&str]) {
    assert_eq!(said(text, "en"), want, "{text}");
}

#[test]
fn the_speaker_stands_before_after_or_in_the_middle() {
    check(
        "“We are ready,” said Jane Doe, a retired worker who lives in Lake City.",
        &["“We are ready,” | Jane Doe"],
    );
    check("“We are ready,” Jane Doe told reporters on Monday.", &["“We are ready,” | Jane Doe"]);
    check("Jane Doe said on Monday: “We are ready.”", &["“We are ready.” | Jane Doe"]);
    check(
        "“We are,” Jane Doe said, adding, “We are ready.”",
        &["“We are,” | Jane Doe", "“We are ready.” | Jane Doe"],
    );
    check("Jane Doe, 66, who leads the party, said “we are ready” to go.", &["“we are ready” | Jane Doe"]);
    check(
        "The town was “full of ash and mud,” according to Jane Doe.",
        &["The town was “full of ash and mud,” | Jane Doe", "“full of ash and mud,” | Jane Doe"],
    );
}

#[test]
fn descriptions_speak_too() {
    check(
        "Both sides described the Florida meetings as \"productive,\" but Ukrainian President Volodymyr Zelensky warned that \"some tough issues\" remain.",
        &["\"productive,\" | Both sides", "\"some tough issues\" | Volodymyr Zelensky"],
    );
    check("“It went well,” the mayor's lawyer, Carl Roe, said.", &["“It went well,” | Carl Roe"]);
    check("“It went well,” said the mayor's lawyer, Carl Roe.", &["“It went well,” | Carl Roe"]);
    check(
        "The Office for Ports and Navigation says that “no ship was late” in May.",
        &["“no ship was late” | Office for Ports and Navigation"],
    );
    check("“It went well,” said the 34-year-old.", &["“It went well,” | the 34-year-old"]);
    check("The statement reads: “It went well for us.”", &["“It went well for us.” | The statement"]);
    check("“It went well,” a spokesman for the mayor said.", &["“It went well,” | a spokesman"]);
    check("“It went well,” one of the officers said.", &["“It went well,” | one of the officers"]);
    check("Surveys found that 94% of shops say “it pays off” for them.", &["“it pays off” | 94% of shops"]);
}

#[test]
fn where_a_town_lies_nobody_speaks() {
    for text in [
        "“It went well,” Jane Doe, of Hull, England, said.",
        "“It went well,” Jane Doe, a nurse at the Harbor Clinic in Salem, Oregon, and Linn College in Washington, D.C., said.",
        "Speaking to nurses in Oregon, Jane Doe, who came late, said “It went well,” and left.",
    ] {
        check(text, &["“It went well,” | Jane Doe"]);
    }
    check("“It went well,” the mayor of Salem, Oregon, said.", &["“It went well,” | the mayor"]);
}

#[test]
fn a_word_that_opens_its_sentence_is_nobody() {
    let nobody = |text: &str| said(text, "en").iter().all(|it| it.ends_with("| -"));
    assert!(nobody(
        "Listen every week to the paper's own show on the town's long campaign, “Doors and Votes.”"
    ));
    check(
        "The council wrote that “doors stay open” in May. Naturally, however, there is “a role for the town in it.”",
        &["“doors stay open” | The council", "“a role for the town in it.” | The council"],
    );
    assert_eq!(
        said(
            "« C'est un succès pour la ville », a dit le maire Paul Roux. Restent des élèves « sans place à la rentrée ».",
            "fr"
        )
        .last()
        .map(String::as_str),
        Some("« sans place à la rentrée » | Paul Roux")
    );
    check(
        "Hours before the vote, Jane Doe went to the hall, saying “it will go well” there.",
        &["“it will go well” | Jane Doe"],
    );
    check(
        "Jane Doe spoke first. In a Harbor post at the time she called it a “fair and open vote” for all.",
        &["“fair and open vote” | Jane Doe"],
    );
    // A title in a line of capitals.
    check("'DOORS OF THE TOWN' OPENS ITS DOORS AGAIN", &[]);
}

#[test]
fn it_is_no_person() {
    check(
        "“It went well,” said Jane Doe of the Harbor Agency.\n\nThe agency has warned the towns.\n\n“Stay away from it now,” it said in a statement.",
        &["“It went well,” | Jane Doe", "“Stay away from it now,” | -"],
    );
}

#[test]
fn names_are_whole() {
    check("“It went well,” Van Der Berg said.", &["“It went well,” | Van Der Berg"]);
    check(
        "Hours before the vote, Leeds coach Jane Doe went to the hall, saying “it will go well” there.",
        &["“it will go well” | Jane Doe"],
    );
    check("“It went well,” Will Doe, a nurse in York, told the Herald.", &["“It went well,” | Will Doe"]);
    check("“It went well,” WHO nurse Jane Doe said.", &["“It went well,” | Jane Doe"]);
    check(
        "The ship was late, according to the Centre for Disease Control in Leeds.",
        &["The ship was late | Centre for Disease Control"],
    );
    check(
        "A number of nurses say that the ship was late again.",
        &["the ship was late again | A number of nurses"],
    );
    check(
        "Anna B. Miller, the man's lawyer, told the paper that “he is sorry” for it.",
        &["“he is sorry” | Anna B. Miller"],
    );
    check("U.S. Attorney John Kay Jr. said “it is done” in a letter.", &["“it is done” | John Kay Jr"]);
}

#[test]
fn a_pronoun_looks_back_no_further_than_a_sentence_of_usual_length() {
    let far = "und es regnete, ".repeat(80);
    for (between, speaker) in [("und es regnete, ", "Karl Weber"), (far.as_str(), "er")] {
        let text =
            format!("Karl Weber kam gestern nach Hause, {between}„wir warten noch“, sagte er am Abend.");
        assert_eq!(said(&text, "de"), [format!("„wir warten noch“ | {speaker}")]);
    }
}

#[test]
fn what_a_verb_governs_does_not_speak() {
    check(
        "Miller asked for mercy during the trial in a letter posted on Tuesday, saying “he is sorry” for it.",
        &["“he is sorry” | Miller"],
    );
}

#[test]
fn titles_quote_nobody() {
    check("On Sunday’s broadcast of “Evening Talk Live,” Governor Jane Doe said he was right.", &[]);
    check("In her 2002 book, “Save Your Own Money,” Jane Doe suggested that people spend less.", &[]);
    check("“Song of the Sea” was written by Jane Doe in a week.", &[]);
    check(
        "Rain stopped play on Monday. “We will be back,” said Jane Doe.",
        &["“We will be back,” | Jane Doe"],
    );
    check("A man at the lunch counter said it was late.", &["it was late | A man"]);
    assert_eq!(
        said(
            "Jean Roux vient vers elle et lui dit : « ce sera réglé demain ». Et d’ajouter : « merci à vous tous ».",
            "fr"
        ),
        ["« ce sera réglé demain » | Jean Roux", "« merci à vous tous » | Jean Roux"]
    );
    assert!(said("Dans son livre « Je reste ici et je le dis », elle raconte sa vie.", "fr").is_empty());
}

#[test]
fn the_same_person_goes_on() {
    check(
        "“We are ready,” said Jane Doe. “All of us are.”",
        &["“We are ready,” | Jane Doe", "“All of us are.” | Jane Doe"],
    );
    check(
        "Jane Doe continued:\n\n“All of us are ready for it.”",
        &["“All of us are ready for it.” | Jane Doe"],
    );
}

#[test]
fn titles_and_single_odd_words_quote_nobody() {
    check("She starred in “The Long Goodbye” and a so-called “remake” of it.", &[]);
}

#[test]
fn reported_speech_is_a_clause_with_a_speaker() {
    check("Officials said that the talks went well.", &["the talks went well | Officials"]);
    check("The talks have gone well, officials said on Monday.", &["The talks have gone well | officials"]);
    check("According to Jane Doe, the talks went well.", &["the talks went well | Jane Doe"]);
    check(
        "Jane Doe told reporters she would “never ever” go and warned of war.",
        &["she would “never ever” go | Jane Doe", "“never ever” | Jane Doe"],
    );
    check("What Jane Doe says her plan would do is another story.", &[]);
    check("According to a study, published in May, the talks went well.", &["the talks went well | a study"]);
    check(
        "According to Jane Doe, chief economist at the bank, the talks went well.",
        &["the talks went well | Jane Doe"],
    );
    check(
        "According to Jane Doe, police, medics and the mayor came.",
        &["police, medics and the mayor came | Jane Doe"],
    );
    check(
        "The mayor, according to Jane Doe, left the hall at noon.",
        &["The mayor, according to Jane Doe, left the hall at noon | Jane Doe"],
    );
    check(
        "Jane Doe said that, if it rains, the talks will end.",
        &["if it rains, the talks will end | Jane Doe"],
    );
    check("As Jane Doe noted at the time, the talks went well.", &["the talks went well | Jane Doe"]);
    check("As the talks resumed on Tuesday, the mayor left.", &[]);
    check("The mayor doesn't like it and said that it was late.", &["it was late | The mayor"]);
}

#[test]
fn only_a_verb_with_its_clause_reports_speech() {
    for none in [
        "It adds a layer of grip that lasts longer than the old one.",
        "The agency helps clients tell stories about how their tools work well.",
        "A guide is there to explain how the tools of the trade work.",
        "It is one of the main reasons why people like the town so much.",
        "The plan has an add-on that allows for five hundred users more.",
        "A car that has been well maintained sells for more if you wait.",
        "Lastly, think about whether you want the larger of the two.",
        "The first study saw small gains, with strong effects observed in rats.",
        "The first plan was late and poor, this work will continue.",
    ] {
        check(none, &[]);
    }
    check(
        "Many days, officials said, she would stay at the office.",
        &["Many days, officials said, she would stay at the office | officials"],
    );
    check("The town saw a rise in trade, officials said.", &["The town saw a rise in trade | officials"]);
    check("Jane Doe announced she ran for mayor.", &["she ran for mayor | Jane Doe"]);
    check("Jane Doe went on to say that the talks went well.", &["the talks went well | Jane Doe"]);
    check(
        "Jane Doe told the council on Monday that the talks went well.",
        &["the talks went well | Jane Doe"],
    );
    check("Jane Doe, a nurse from Austin, Texas said that it was late.", &["it was late | Jane Doe"]);
    check("Supporters of Jane Doe, now 19, said she was “very late”.", &["“very late” | Supporters"]);
}

#[test]
fn who_speaks_is_cut_behind_its_noun() {
    check("“We are proud,” said officials briefed on the plan.", &["“We are proud,” | officials"]);
    check("“We are proud,” said a person close to her.", &["“We are proud,” | a person"]);
}

#[test]
fn a_dash_or_a_label_names_the_speaker() {
    check("“We are proud people.” ― Jane Doe", &["“We are proud people.” | Jane Doe"]);
    check("JANE DOE: “We are proud people.”", &["“We are proud people.” | JANE DOE"]);
}

#[test]
fn people_take_turns_in_a_story() {
    let text = "“Are you going to the ball?” said Jane.\n\n“I am,” replied Tom Hill.\n\n“Then I shall stay.”\n\n\
                “You must come.”\n\n“No.” Jane looked away.\n\n“As you like,” said he.";
    check(
        text,
        &[
            "“Are you going to the ball?” | Jane",
            "“I am,” | Tom Hill",
            "“Then I shall stay.” | Jane",
            "“You must come.” | Tom Hill",
            "“No.” | Jane",
            "“As you like,” | Tom Hill",
        ],
    );
}

#[test]
fn pronouns_mean_whoever_was_named() {
    check(
        "Jane Doe left the hall on Monday. “We are all tired now,” she said.",
        &["“We are all tired now,” | Jane Doe"],
    );
}

#[test]
fn a_quotation_over_paragraphs_has_one_speaker() {
    check(
        "“One thing is clear,” Jane Doe said. “We go on.\n\n“And we will win.”",
        &["“One thing is clear,” | Jane Doe", "“We go on. | Jane Doe", "“And we will win.” | Jane Doe"],
    );
}

#[test]
fn a_line_that_was_broken_early_ends_no_quotation() {
    let text = "The clergyman, who had the air of one on a holiday, did not\n\
        remember them at all, and took the chair that was offered to him\n\
        with some relief. Anna, who had not yet learned to wait, at once\n\
        stood up and called across the whole of the table: \"Oh, why, it's\n\
        Mr. Baker! He was at the station when our train came in.\n\
        You will stay to lunch, I hope, for there is more than enough to\n\
        eat and to drink here?\" She sat down again, a little out of\n\
        breath, and looked around the room.";
    let found = said(text, "en");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("\"Oh, why") && found[0].ends_with("here?\" | Anna"), "{found:?}");
}

#[test]
fn who_is_quoted_within_a_quotation_has_said_it() {
    check(
        "“My father told me, ‘Never give up, son,’ and I never did,” Mayor Anna Bell said.",
        &[
            "“My father told me, ‘Never give up, son,’ and I never did,” | Anna Bell",
            "‘Never give up, son,’ | My father",
        ],
    );
    // The next quote goes on with the mayor, not with her father.
    check(
        "“‘Never give up,’ my father told me,” Anna Bell said. “I never did.”",
        &[
            "“‘Never give up,’ my father told me,” | Anna Bell",
            "‘Never give up,’ | my father",
            "“I never did.” | Anna Bell",
        ],
    );
    let five = "Eve said: \"Ann said: 'Bob said: \"Carl said: 'Dora said: \"It is over.\"'\"'\"";
    assert_eq!(said(five, "en").last().unwrap(), "\"It is over.\" | Dora");
    assert_eq!(said(five, "en").len(), 5);
    // Titles, odd words, and what the speaker says himself.
    check(
        "“She read ‘Gone With the Lake’ and the ‘experts’ laughed, so I said, ‘Enough!’” said Carl Roe.",
        &["“She read ‘Gone With the Lake’ and the ‘experts’ laughed, so I said, ‘Enough!’” | Carl Roe"],
    );
    assert_eq!(
        said("„Mein Vater sagte mir: ‚Gib niemals auf!‘, und ich blieb“, sagte Anna Roth.", "de"),
        [
            "„Mein Vater sagte mir: ‚Gib niemals auf!‘, und ich blieb“ | Anna Roth",
            "‚Gib niemals auf!‘ | Mein Vater"
        ]
    );
}

#[test]
fn text_in_capitals_or_without_any_has_its_speakers() {
    let text = "\"WE ARE READY FOR THE WINTER,\" SAID MAYOR ANNA BELL ON MONDAY.\n\nBELL: \"NOBODY KNOWS\"\n\n\
                OFFICIALS IN YORK SAID THAT THE TALKS WENT WELL.\n\nTHE FILM \"GONE WITH THE LAKE\" WAS SHOWN.";
    check(
        text,
        &[
            "\"WE ARE READY FOR THE WINTER,\" | ANNA BELL",
            "\"NOBODY KNOWS\" | ANNA BELL",
            "THE TALKS WENT WELL | OFFICIALS",
        ],
    );
    check("\"we are ready,\" said anna bell on monday.", &["\"we are ready,\" | anna bell"]);
}

#[test]
fn bad_input_gives_an_answer() {
    for piece in
        ["said “", "“a,” he said, adding, ", "X: \"", "that ’", "she said that ", "(\"", "„“”«»‹›「」『』"]
    {
        let text = piece.repeat(50_000 / piece.len());
        let _ = said(&text, "en");
        let _ = said(&text, "de");
    }
}

#[test]
fn a_transcript_has_its_turns_for_quotes() {
    check(
        "MODERATOR: Welcome to the debate.\nJANE DOE: Thank you. We are ready for it.\nMODERATOR: The first question is about taxes.\nJANE DOE: Taxes are \"too high\" here.",
        &[
            "Welcome to the debate. | MODERATOR",
            "Thank you. We are ready for it. | JANE DOE",
            "The first question is about taxes. | MODERATOR",
            "Taxes are \"too high\" here. | JANE DOE",
        ],
    );
    // Neither is a list of places, though its labels come again.
    check(
        "Website: oasis.example\nAddress: 12 Main St.\nHours: nine to five.\nWebsite: hive.example\nAddress: 5 High St.\nHours: ten to four.",
        &[],
    );
    check("Date: May 3\nPlace: Leeds\nDate: June 9\nPlace: York\nDate: July 1\nPlace: Hull", &[]);
    // A list of what is needed is no talk.
    check(
        "Ingredients: flour and milk.\nTime: one hour of rest.\nOven: two hundred degrees.\nServes: four people.",
        &[],
    );
}

#[test]
fn odd_marks_swallow_nothing_and_take_no_time() {
    let open = format!("He said “we go. {}", "Nobody closed it again, and so it went on. ".repeat(1200));
    assert!(said(&open, "en").len() < 3);
    let apostrophes = "’tis the '90s' boys' rock 'n' roll o' the ’80s, it's y'all's. ".repeat(800);
    assert!(said(&apostrophes, "en").len() < 10);
    let nested = "“One ‘two “three ‘four “five” four’ three” two’ one,” said Jane Doe.";
    assert_eq!(said(nested, "en"), ["“One ‘two “three ‘four “five” four’ three” two’ one,” | Jane Doe"]);
    let nested = "“Ann said, ‘".repeat(4000);
    said(&nested, "en");
    said(&format!("“{}” said Jane Doe.", "‘No,’ he said. ".repeat(4000)), "en");
    said("@user RT @other: “lol” 😂 https://example.com/a?b=“c” #tag: \"so\" true", "en");
}

#[test]
fn in_a_story_words_in_marks_are_the_narrators() {
    let story = "“Did you see him?” said Ann.\n\n“Never,” said Tom.\n\n“He was at the inn,” said Ann.\n\n“Which of them?” said Tom.\n\n\
                 “The old one,” said Ann.\n\nThere were only two “seconds” on the list, and they sat at the “Plough and Star,” as before.";
    assert_eq!(said(story, "en").len(), 5);
}

/// The speaker's name is not known: there is no model of Japanese names.
#[test]
fn words_without_blanks_are_quoted_too() {
    let text = "気象庁の予報官は「夜遅くまで雪が続く恐れがある」と述べた。題名は『雪国』である。";
    assert_eq!(said(text, "ja"), ["「夜遅くまで雪が続く恐れがある」 | -"]);
}

#[test]
fn who_is_told_does_not_speak() {
    check("Residents were told that the water is safe to drink.", &[]);
    check(
        "Jane Doe was told by Mayor Carl Roe that the water is “safe to drink” again.",
        &["the water is “safe to drink” again | Carl Roe", "“safe to drink” | Carl Roe"],
    );
}

#[test]
fn the_subject_stands_before_the_time_and_the_name_behind_the_office() {
    check("Carl Roe this week called the plan a “disgrace” for the town.", &["“disgrace” | Carl Roe"]);
    check(
        "England's transport secretary, Jane Doe, said: “Wear a hat on the train.”",
        &["“Wear a hat on the train.” | Jane Doe"],
    );
    check(
        "The head of the Cairo Museum, Jane Doe, said: “We open on Monday.”",
        &["“We open on Monday.” | Jane Doe"],
    );
}

#[test]
fn a_thing_that_others_speak_of_says_nothing() {
    check(
        "Jane Doe said the plan would use the best tools to “find and close tunnels” there.",
        &[
            "the plan would use the best tools to “find and close tunnels” there | Jane Doe",
            "“find and close tunnels” | Jane Doe",
        ],
    );
    check(
        "Jane Doe said that Carl Roe's comments about the town were “out of order” again.",
        &[
            "Carl Roe's comments about the town were “out of order” again | Jane Doe",
            "“out of order” | Jane Doe",
        ],
    );
    check("It is estimated that nine people work there. I think that they are tired.", &[]);
    check("Part of the problem, say experts like Jane Doe, is the ground itself.", &[]);
}

#[test]
fn two_quotes_before_one_verb_have_one_speaker() {
    check(
        "“Family people” are “not out to bash anybody,” Jane Doe said.",
        &["“Family people” | Jane Doe", "“not out to bash anybody,” | Jane Doe"],
    );
}

#[test]
fn a_few_words_in_another_paragraph_go_on_with_nobody() {
    check(
        "“We are ready,” Jane Doe said.\n\nThe members had to promise “not to speak of the club” for a year.",
        &["“We are ready,” | Jane Doe", "“not to speak of the club” | -"],
    );
}

#[test]
fn the_first_to_speak_in_the_sentence_before_goes_on() {
    check(
        "Jane Doe said that she believes the fight will continue for years.\n\n“That is how it has always been here.”",
        &[
            "she believes the fight will continue for years | Jane Doe",
            "“That is how it has always been here.” | Jane Doe",
        ],
    );
}

#[test]
fn nothing_behind_the_last_label_belongs_to_the_talk() {
    check(
        "DOE: Thank you.\nROE: We are ready.\nDOE: Good.\nROE: Good bye to you all.\nSend us your questions by mail.",
        &["Thank you. | DOE", "We are ready. | ROE", "Good. | DOE", "Good bye to you all. | ROE"],
    );
}

#[test]
fn who_says_he_of_somebody_is_another() {
    check(
        "Ted Cruz ran for office. Ted Cruz won in Leeds. Ted Cruz would win again, Robert Stovall said.\n\n\
         “He was clever, and he spoke well,” he said.",
        &[
            "Ted Cruz would win again | Robert Stovall",
            "“He was clever, and he spoke well,” | Robert Stovall",
        ],
    );
}
