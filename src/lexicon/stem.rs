//! Stems: what is left of a word when its endings are taken off, so that `attacks`, `attacked` and
//! `attacking` count as one.
//!
//! [`Lexicon::stem`](super::Lexicon::stem) writes the stem into a buffer that the caller keeps, lower-cased and without
//! possessive endings. English follows Porter's second algorithm (its steps in order, its rarest
//! exceptions left out); the other languages are light: endings of plural, case and gender, and no more (`endings.txt` of each),
//! for a light stemmer never joins what does not belong together. Languages without rules give the
//! lower-cased word.

/// Writes `word` into `stem` in lower case, with straight apostrophes.
pub fn fold(word: &str, stem: &mut String) {
    stem.clear();
    for c in word.chars() {
        match c {
            '’' => stem.push('\''),
            c if c.is_ascii() => stem.push(c.to_ascii_lowercase()),
            c => stem.extend(c.to_lowercase()),
        }
    }
}

/// A light stemmer leaves at least this many chars.
const LIGHT_REST: usize = 3;

/// Takes the longest of the endings off a folded word.
pub fn light(word: &mut String, endings: &[&str]) {
    let ending = endings.iter().filter(|it| word.ends_with(**it)).max_by_key(|it| it.len());
    if let Some(ending) = ending
        && word[..word.len() - ending.len()].chars().count() >= LIGHT_REST
    {
        word.truncate(word.len() - ending.len());
    }
}

/// Words whose stem the steps below would spoil.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("andes", "andes"),
    ("atlas", "atlas"),
    ("bias", "bias"),
    ("cosmos", "cosmos"),
    ("dying", "die"),
    ("early", "earli"),
    ("gently", "gentl"),
    ("howe", "howe"),
    ("idly", "idl"),
    ("lying", "lie"),
    ("news", "news"),
    ("only", "onli"),
    ("singly", "singl"),
    ("skies", "sky"),
    ("skis", "ski"),
    ("sky", "sky"),
    ("tying", "tie"),
    ("ugly", "ugli"),
];

/// Words that stay as they are after step 1a.
const SETTLED: &[&str] =
    &["canning", "earring", "exceed", "herring", "inning", "outing", "proceed", "succeed"];

/// Porter 2, for a folded word.
pub fn english(word: &mut String) {
    if !word.is_ascii() || word.len() < 3 {
        return;
    }
    if let Some(bare) = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')) {
        word.truncate(bare.len());
    }
    if let Ok(idx) = EXCEPTIONS.binary_search_by(|(it, _)| (*it).cmp(word.as_str())) {
        word.clear();
        word.push_str(EXCEPTIONS[idx].1);
        return;
    }
    let (r1, r2) = regions(word.as_bytes());
    step_1a(word);
    if SETTLED.contains(&word.as_str()) {
        return;
    }
    step_1b(word, r1);
    step_1c(word);
    swap_ending(word, STEP_2, r1);
    step_3(word, r1, r2);
    step_4(word, r2);
    step_5(word, r1, r2);
}

/// `y` counts as a vowel unless it begins the word or follows a vowel.
fn is_vowel(word: &[u8], at: usize) -> bool {
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => true,
        b'y' => at > 0 && !is_vowel_letter(word[at - 1]),
        _ => false,
    }
}

fn is_vowel_letter(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Where R1 and R2 begin: after the first consonant that follows a vowel, and after the next such.
fn regions(word: &[u8]) -> (usize, usize) {
    let after = |from: usize| {
        (from + 1..word.len())
            .find(|at| !is_vowel(word, *at) && is_vowel(word, at - 1))
            .map_or(word.len(), |at| at + 1)
    };
    let r1 = match word {
        [b'g', b'e', b'n', b'e', b'r', ..] | [b'a', b'r', b's', b'e', b'n', ..] => 5,
        [b'c', b'o', b'm', b'm', b'u', b'n', ..] => 6,
        _ => after(0),
    };
    (r1, after(r1.min(word.len())))
}

fn has_vowel(word: &str, end: usize) -> bool {
    (0..end).any(|at| is_vowel(word.as_bytes(), at))
}

fn step_1a(word: &mut String) {
    let len = word.len();
    if word.ends_with("sses") {
        word.truncate(len - 2);
    } else if word.ends_with("ied") || word.ends_with("ies") {
        word.truncate(if len > 4 { len - 2 } else { len - 1 });
    } else if word.ends_with('s')
        && !word.ends_with("us")
        && !word.ends_with("ss")
        && has_vowel(word, len.saturating_sub(2))
    {
        word.truncate(len - 1);
    }
}

/// A short syllable at the end: `hop`, `trap`, or a two-letter word such as `at`.
fn ends_short(word: &[u8]) -> bool {
    let len = word.len();
    match len {
        0 | 1 => false,
        2 => is_vowel(word, 0) && !is_vowel(word, 1),
        _ => {
            !is_vowel(word, len - 3)
                && is_vowel(word, len - 2)
                && !is_vowel(word, len - 1)
                && !matches!(word[len - 1], b'w' | b'x' | b'y')
        }
    }
}

fn step_1b(word: &mut String, r1: usize) {
    for ending in ["eedly", "eed"] {
        if word.ends_with(ending) {
            if word.len() - ending.len() >= r1 {
                word.truncate(word.len() - ending.len() + 2);
            }
            return;
        }
    }
    let Some(ending) = ["ingly", "edly", "ing", "ed"].into_iter().find(|it| word.ends_with(it)) else {
        return;
    };
    let rest = word.len() - ending.len();
    if !has_vowel(word, rest) {
        return;
    }
    word.truncate(rest);
    let bytes = word.as_bytes();
    let last = bytes[rest - 1];
    if ["at", "bl", "iz"].iter().any(|it| word.ends_with(it)) {
        word.push('e');
    } else if rest > 2
        && bytes[rest - 2] == last
        && matches!(last, b'b' | b'd' | b'f' | b'g' | b'm' | b'n' | b'p' | b'r' | b't')
    {
        word.truncate(rest - 1);
    } else if r1 >= rest && ends_short(bytes) {
        word.push('e');
    }
}

fn step_1c(word: &mut String) {
    let len = word.len();
    if len > 2 && word.ends_with('y') && !is_vowel_letter(word.as_bytes()[len - 2]) {
        word.truncate(len - 1);
        word.push('i');
    }
}

/// Step 2 and the regular part of step 3: an ending, and what takes its place when it lies in R1.
const STEP_2: &[(&str, &str)] = &[
    ("ization", "ize"),
    ("ational", "ate"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("tional", "tion"),
    ("biliti", "ble"),
    ("lessli", "less"),
    ("entli", "ent"),
    ("ation", "ate"),
    ("alism", "al"),
    ("aliti", "al"),
    ("ousli", "ous"),
    ("iviti", "ive"),
    ("fulli", "ful"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("abli", "able"),
    ("izer", "ize"),
    ("ator", "ate"),
    ("alli", "al"),
    ("logi", "log"),
    ("bli", "ble"),
];

const STEP_3: &[(&str, &str)] = &[
    ("ational", "ate"),
    ("tional", "tion"),
    ("alize", "al"),
    ("icate", "ic"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ness", ""),
    ("ful", ""),
];

/// Takes the longest ending of the table that fits, if it lies past `region`. True when one fitted.
fn swap_ending(word: &mut String, table: &[(&str, &str)], region: usize) -> bool {
    let Some((ending, new)) = table.iter().find(|(it, _)| word.ends_with(it)) else {
        // The bare `li` of step 2 goes after some consonants only.
        if std::ptr::eq(table, STEP_2)
            && word.ends_with("li")
            && word.len() - 2 >= region
            && word.len() > 2
            && b"cdeghkmnrt".contains(&word.as_bytes()[word.len() - 3])
        {
            word.truncate(word.len() - 2);
        }
        return false;
    };
    let rest = word.len() - ending.len();
    if rest >= region {
        word.truncate(rest);
        word.push_str(new);
    }
    true
}

fn step_3(word: &mut String, r1: usize, r2: usize) {
    if !swap_ending(word, STEP_3, r1) && word.ends_with("ative") && word.len() - 5 >= r2 {
        word.truncate(word.len() - 5);
    }
}

const STEP_4: &[&str] = &[
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize",
    "ion", "al", "er", "ic",
];

fn step_4(word: &mut String, r2: usize) {
    if let Some(ending) = STEP_4.iter().find(|it| word.ends_with(**it)) {
        let rest = word.len() - ending.len();
        if rest >= r2
            && (*ending != "ion" || matches!(word.as_bytes().get(rest.wrapping_sub(1)), Some(b's' | b't')))
        {
            word.truncate(rest);
        }
    }
}

fn step_5(word: &mut String, r1: usize, r2: usize) {
    let len = word.len();
    if word.ends_with('e') {
        if len > r2 || (len > r1 && !ends_short(&word.as_bytes()[..len - 1])) {
            word.truncate(len - 1);
        }
    } else if word.ends_with("ll") && len > r2 {
        word.truncate(len - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;

    fn stem(tag: &str, word: &str) -> String {
        let mut stem = String::new();
        Lexicon::of(tag).stem(word, &mut stem);
        stem
    }

    #[test]
    fn english_words_lose_their_endings() {
        for (word, expected) in [
            ("Attacks", "attack"),
            ("attacking", "attack"),
            ("attacked", "attack"),
            ("Ukraine's", "ukrain"),
            ("Ukraine’s", "ukrain"),
            ("hopping", "hop"),
            ("hoping", "hope"),
            ("policies", "polici"),
            ("policy", "polici"),
            ("nationalization", "nation"),
            ("generously", "generous"),
            ("communities", "communiti"),
            ("news", "news"),
            ("gas", "gas"),
            ("this", "this"),
            ("us", "us"),
            ("agreed", "agre"),
            ("relational", "relat"),
            ("dying", "die"),
            ("happily", "happili"),
            ("controlled", "control"),
            ("it", "it"),
            ("'s", "'s"),
            ("ing", "ing"),
        ] {
            assert_eq!(stem("en", word), expected, "{word}");
        }
    }

    #[test]
    fn other_languages_lose_plurals_and_cases() {
        for (tag, a, b) in [
            ("de", "Zeitung", "Zeitungen"),
            ("fr", "élection", "élections"),
            ("es", "elección", "elecciones"),
            ("it", "elezione", "elezioni"),
            ("pt", "eleição", "eleições"),
            ("nl", "verkiezing", "verkiezingen"),
        ] {
            assert_eq!(stem(tag, a), stem(tag, b), "{a}");
        }
        assert_eq!(stem("ru", "Москва"), "москва");
    }

    #[test]
    fn any_word_gives_a_stem() {
        for word in ["", "y", "yy", "s", "''", "'", "Ångström", "İstanbul", "ied", "eed", "sses", "ßen", "ñ"]
        {
            for tag in ["en", "de", "fr", "es", "it", "pt", "nl", "xx"] {
                stem(tag, word);
            }
        }
    }
}
