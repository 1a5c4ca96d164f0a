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
fn marks_of_other_scripts() {
    check("zh", "今天下雨。|我们回家！|好吗？|好。");
    check("ja", "「行く。」と言った。|雨だ。");
    check("hi", "वह आया।| वह गया।");
    check("el", "Τι κάνεις;| Καλά.");
    check("ar", "هل أنت بخير؟| نعم.");
}

#[test]
fn bad_text_gives_sensible_pieces() {
    assert_eq!(pieces(&".".repeat(10_000), "en").len(), 1);
    assert_eq!(pieces(&"word ".repeat(1000), "en").len(), 1);
    assert_eq!(pieces("\"One. \"Two. \"Three.", "en").len(), 3);
    assert_eq!(pieces("", "en"), [""]);
}
