//! Sentences as marked prose: `|` stands where one ends and the next begins.

use super::*;

/// The sentences of `text` as one block.
fn pieces<'t>(text: &'t str, tag: &str) -> Vec<&'t str> {
    let habits = Habits::of(tag, Lexicon::of(tag));
    let mut pieces = Vec::new();
    cut(text, &habits, |start, end| pieces.push(text[start..end].trim()));
    pieces
}

fn check(tag: &str, marked: &str) {
    let text: String = marked.split('|').collect();
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(pieces(&text, tag), expected);
}

#[test]
fn english() {
    for marked in [
        "Hello World.| My name is Jonas.",
        "My name is Jonas E. Smith.",
        "They closed the deal with Pitt, Briggs & Co. at noon.",
        "They closed the deal with Pitt, Briggs & Co.| It closed yesterday.",
        "Mr. Smith met Gen. Lee at St. Michael's Church.",
        "I live in the U.S.| How about you?",
        "I work for the U.S. Government in Virginia.",
        "She has $100.00.| It is in her bag.",
        "He took 400 mg.| I have none left.",
        "1. The first item",
        "We make a good team, you and I.| Did you see Albert I. Jones yesterday?",
        "\"Bohr [...] used the analogy of parallel stairways [...]\" (Smith 55).",
        "I wasn't really ... well, what I mean . . . that is it.",
        "She turned to him, \"This is great.\" she said.",
        "She turned to him, \"This is great.\"| She held the book out to show him.",
        "\"Stop!\" he cried.| \"Why?\" asked Ann.",
        "He is a saint and martyr.[1]| The emperor issued a decree.",
        "It was late.|He left.| See example.com for more.",
        "what's up?| i am fine.",
        "See No. 5 and p. 12.",
    ] {
        check("en", marked);
    }
}

#[test]
fn english_in_the_wild() {
    for marked in [
        "He was heard to say to itself, \"Oh dear! Oh dear! I shall be too late!\"| Then he ran.",
        "\"They are weak.| They are poor,\" he said.",
        "He came 'by the phrase. '| And on he went.",
        "He was born in Dulwich. [17]| Placed under care, he grew.",
        "I love her. :)| We are glad.",
        "They meet at 10 a.m. (CDT) in Houston.",
        "He left at 6 p.m.| Travelers left later.",
        "The flight is at 6 p.m. Monday.",
        "P.S. I am moving back.",
        "1. The first item| 2. The second item| 3. The third",
        "This was due to minority rights. 4| Even though it was long ago, it held.",
        "I assume you mean the memorial.| they have their own site.",
        "He came from the village of St. Ives, approx. the size of a town.",
        "See it here.| http://www.example.com/a.b",
        "More people are turning to credit … While this may be fine.",
        "\"Which way? Which way?\" she asked.",
        "\"Damned pixies!\" Jenna said, smacking the lever.",
        "\"Who is this?\"| She said it to the Knave.",
        "Richard (m. 1949; div. 1964) has a son, Ralph (b. August 2015).",
        "4.1. Limitations and future directions.",
        "Leave on Sun. Sept. 24 for Nice.",
        "Who claims the high ground ? ? ?| Nobody does.",
        "My comments: 1. In the first part, say why.",
    ] {
        check("en", marked);
    }
}

#[test]
fn other_languages() {
    for (tag, marked) in [
        ("de", "Am 3. Oktober 1990 war es so weit.| Alle kamen."),
        ("de", "Er lebte um 3300 v. Chr. in den Alpen.| Dort starb er."),
        ("de", "„Das ist gut.“| Er ging."),
        ("da", "Løbet startede kl. 20.00 med hold på 4 børn."),
        ("nb", "Slik som vårsko i str. 24.| Regndress også."),
        ("fr", "M. Dupont est venu.| Il est parti."),
        ("es", "La Sra. López vive en la Av. Juárez.| Trabaja en casa;| Come fuera."),
        ("it", "Il dott. Rossi è qui.| Ciao!"),
        ("nl", ",, Hij was blij. ''| En ja, hij bleef."),
        ("ru", "Он родился в 1990 г.| Потом уехал."),
        ("hu", "A II. Rákóczi Ferenc Gimnázium."),
        ("it", "La benzina costa per quel tratto.| con questa semplice enumerazione si vede."),
        ("de", "Es ist z. B. sehr empfehlenswert."),
        ("hy", "Տոնածառը նոր է:| Պետք է այն զարդարել:"),
        ("ko", "너무 맛있어요| 또 갈게요"),
        ("ja", "これが美味!|評判です。"),
        ("el", "Ο κ. Παπαδόπουλος ήρθε.| Έφυγε."),
    ] {
        check(tag, marked);
    }
}

#[test]
fn marks_of_other_scripts() {
    check("zh", "今天下雨。|我们回家！|好吗？|好。");
    check("ja", "「行く。」と言った。|雨だ。");
    check("hi", "वह आया।| वह गया।");
    check("el", "Τι κάνεις;| Καλά.");
    check("ar", "هل أنت بخير؟| نعم.");
}

#[test]
fn bad_text_gives_sensible_pieces() {
    let n = |text: &str| pieces(text, "en").len();
    assert_eq!(n(&".".repeat(10_000)), 1);
    assert_eq!(n(&". ".repeat(10_000)), 1);
    assert_eq!(n(&"word ".repeat(1000)), 1);
    assert_eq!(n("\"One. \"Two. \"Three."), 3);
    assert_eq!(n("He said, \"One is here. Two is there. Three is lost."), 3);
    assert_eq!(n("ALL IS LOST. NOTHING REMAINS. GO HOME."), 3);
    assert_eq!(n("all is lost. nothing remains. go home."), 3);
    assert_eq!(n("One\u{200b}. Two\u{ad}x. Three.\r\nFour.\u{2028}Five."), 5);
    assert_eq!(n("Он сказал: да. 今天下雨。 He left."), 3);
    assert_eq!(n("Rank\tName\t1.5\t2.5\t3.5"), 1);
    assert_eq!(pieces("", "en"), [""]);
}
