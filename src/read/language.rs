//! Language: what a text is written in, how sure that is, and in which script.
//!
//! Script first: many scripts have one language here, or one sign that tells two apart. Where several
//! languages share a script, letter trigrams and short words decide ([`crate::model::language`]).
//! A sample of at most `SAMPLE` bytes is read, from the beginning, the middle and the end of the text.
//! What belongs to no language we know is `und`: the analysis says that it is out of its depth.

use crate::model::language::{self as model, Family};

/// What a text is written in.
#[derive(Clone, Debug, PartialEq)]
pub struct Language {
    /// BCP 47 tag; `und` when it cannot be told.
    pub tag: String,
    /// 0 to 1; 1 when the caller said so.
    pub confidence: f32,
    /// ISO 15924 code of the script most letters belong to; `Zyyy` when there are no letters.
    pub script: &'static str,
}

impl Language {
    /// True for Chinese, Japanese, Thai and the like.
    pub fn writes_no_spaces(&self) -> bool {
        matches!(self.script, "Hani" | "Jpan" | "Thai" | "Mymr" | "Khmr")
    }
}

/// At most this many bytes of a text are read.
const SAMPLE: usize = 4096;

/// Fewer letters than this tell a script, but no language that shares it.
const FEW_LETTERS: usize = 8;

/// The language of `text`, or the one that the caller names.
pub fn detect(text: &str, named: Option<&str>) -> Language {
    let pieces = sample(text);
    let script = script_of(&pieces);
    if let Some(named) = named {
        return Language { tag: named.to_string(), confidence: 1.0, script: script.code() };
    }
    let (tag, confidence) = match script {
        Script::Latin => best(&model::latin(), &pieces, script),
        Script::Cyrillic => cyrillic(&pieces),
        Script::Arabic => best(&model::arabic(), &pieces, script),
        script => script.only_language().map_or(("und", 0.0), |it| (it, 0.95)),
    };
    Language { tag: tag.to_string(), confidence, script: script.code() }
}

/// Pieces of the text that stand for the whole.
fn sample(text: &str) -> [&str; 3] {
    if text.len() <= SAMPLE {
        return [text, "", ""];
    }
    let piece = |start: usize| {
        let floor = |mut at: usize| {
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (start, end) = (floor(start), floor(start + SAMPLE / 3));
        // A word cut in two would be read as two words.
        let piece = &text[start..end];
        let first = if start == 0 { 0 } else { piece.find(char::is_whitespace).unwrap_or(0) };
        let last = piece.rfind(char::is_whitespace).unwrap_or(piece.len()).max(first);
        &piece[first..last]
    };
    [piece(0), piece(text.len() / 2), piece(text.len() - SAMPLE / 3)]
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Greek,
    Hebrew,
    Devanagari,
    Bengali,
    Tamil,
    Thai,
    Hangul,
    Kana,
    Han,
    Armenian,
    Georgian,
    Burmese,
    Khmer,
    Ethiopic,
    None,
}

/// Scripts in the order of their counts; the last has none.
const SCRIPTS: &[(Script, &str, Option<&str>)] = &[
    (Script::Latin, "Latn", None),
    (Script::Cyrillic, "Cyrl", None),
    (Script::Arabic, "Arab", None),
    (Script::Greek, "Grek", Some("el")),
    (Script::Hebrew, "Hebr", Some("he")),
    (Script::Devanagari, "Deva", Some("hi")),
    (Script::Bengali, "Beng", Some("bn")),
    (Script::Tamil, "Taml", Some("ta")),
    (Script::Thai, "Thai", Some("th")),
    (Script::Hangul, "Kore", Some("ko")),
    (Script::Kana, "Jpan", Some("ja")),
    (Script::Han, "Hani", Some("zh")),
    (Script::Armenian, "Armn", Some("hy")),
    (Script::Georgian, "Geor", Some("ka")),
    (Script::Burmese, "Mymr", Some("my")),
    (Script::Khmer, "Khmr", Some("km")),
    (Script::Ethiopic, "Ethi", Some("am")),
    (Script::None, "Zyyy", None),
];

impl Script {
    fn code(self) -> &'static str {
        SCRIPTS[self as usize].1
    }

    /// The language of a script that has but one here.
    fn only_language(self) -> Option<&'static str> {
        SCRIPTS[self as usize].2
    }

    fn of(c: char) -> Script {
        match c {
            'a'..='z' | 'A'..='Z' => Script::Latin,
            '\u{0}'..='\u{a9}' => Script::None,
            '×' | '÷' => Script::None,
            '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' if c.is_alphabetic() => Script::Latin,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{531}'..='\u{587}' => Script::Armenian,
            '\u{5d0}'..='\u{5ea}' => Script::Hebrew,
            '\u{620}'..='\u{64a}'
            | '\u{671}'..='\u{6d3}'
            | '\u{750}'..='\u{77f}'
            | '\u{fb50}'..='\u{fdff}' => Script::Arabic,
            '\u{904}'..='\u{963}' => Script::Devanagari,
            '\u{985}'..='\u{9cd}' => Script::Bengali,
            '\u{b85}'..='\u{bcd}' => Script::Tamil,
            '\u{e01}'..='\u{e4e}' => Script::Thai,
            '\u{1000}'..='\u{1049}' => Script::Burmese,
            '\u{10a0}'..='\u{10ff}' => Script::Georgian,
            '\u{1200}'..='\u{1360}' => Script::Ethiopic,
            '\u{1780}'..='\u{17d3}' => Script::Khmer,
            '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7a3}' => Script::Hangul,
            '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' => Script::Kana,
            '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => Script::Han,
            _ => Script::None,
        }
    }
}

/// The script of most letters. A Han or Hangul letter is as much as two of an alphabet, and kana among Han
/// make a text Japanese.
fn script_of(pieces: &[&str]) -> Script {
    let mut counts = [0_u32; SCRIPTS.len()];
    for c in pieces.iter().flat_map(|it| it.chars()) {
        counts[Script::of(c) as usize] += 1;
    }
    counts[Script::None as usize] = 0;
    let han = counts[Script::Han as usize];
    let kana = counts[Script::Kana as usize];
    if kana * 8 > han {
        counts[Script::Kana as usize] += han;
        counts[Script::Han as usize] = 0;
    }
    for wide in [Script::Han, Script::Kana, Script::Hangul] {
        counts[wide as usize] *= 2;
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    SCRIPTS.iter().map(|it| it.0).find(|it| most > 0 && counts[*it as usize] == most).unwrap_or(Script::None)
}

/// Letters that only one language of the Cyrillic script has, where no model tells it.
fn cyrillic(pieces: &[&str]) -> (&'static str, f32) {
    let count =
        |letters: &str| pieces.iter().flat_map(|it| it.chars()).filter(|it| letters.contains(*it)).count();
    let n_letters =
        pieces.iter().flat_map(|it| it.chars()).filter(|it| Script::of(*it) == Script::Cyrillic).count();
    for (tag, letters) in [("sr", "ђћЂЋ"), ("be", "ўЎ"), ("kk", "әғқңұһӘҒҚҢҰҺ")] {
        if count(letters) * 200 > n_letters && n_letters >= FEW_LETTERS {
            return (tag, 0.8);
        }
    }
    best(&model::cyrillic(), pieces, Script::Cyrillic)
}

/// The class of a family whose weights fit the words best. Confidence is the lead over the next class, by
/// the number of words: a lead of [`SURE`] a word is half sure, a wide one tends to 1.
fn best(family: &Family, pieces: &[&str], script: Script) -> (&'static str, f32) {
    let mut scores = vec![0; family.tags.len()];
    if family.tags[0] == "en" {
        scores[0] = ENGLISH;
    }
    let (n_words, n_letters) = add_words(family, pieces, script, &mut scores);
    if n_letters < FEW_LETTERS {
        return ("und", 0.0);
    }
    let mut first = 0;
    for class in 1..scores.len() {
        if scores[class] > scores[first] {
            first = class;
        }
    }
    let next = (0..scores.len()).filter(|it| *it != first).map(|it| scores[it]).max().unwrap_or(0);
    let lead = (scores[first] - next) as f32;
    let confidence = lead / (lead + SURE * (1.0 + n_words as f32 / 8.0));
    (family.tags[first], confidence)
}

/// What English has ahead: a few words that could be of any language, as a short message of names, are mostly English.
const ENGLISH: i32 = 6;

/// See [`best`].
const SURE: f32 = 14.5;

/// Adds up what the words of the sample say; gives the number of words and of letters.
fn add_words(family: &Family, pieces: &[&str], script: Script, scores: &mut [i32]) -> (usize, usize) {
    let mut word = ['\0'; model::LONG_WORD];
    let mut len = 0;
    let mut n_words = 0;
    let mut n_letters = 0;
    let mut is_capital = false;
    let mut end_word = |len: &mut usize, word: &[char], is_capital: bool| {
        if *len > 0 {
            // A word with a capital may be a name, which belongs to any language.
            family.add(&word[..*len], if is_capital { 1 } else { 2 }, scores);
            n_words += 1;
        }
        *len = 0;
    };
    for piece in pieces {
        for c in piece.chars() {
            if Script::of(c) == script {
                n_letters += 1;
                if len == 0 {
                    is_capital = c.is_uppercase();
                }
                for c in c.to_lowercase() {
                    if len < word.len() {
                        word[len] = c;
                        len += 1;
                    }
                }
            } else if !is_joiner(c) {
                end_word(&mut len, &word, is_capital);
            }
        }
        end_word(&mut len, &word, is_capital);
    }
    (n_words, n_letters)
}

/// Chars without a shape, which part no word.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_and_words_tell_the_language() {
        for (tag, script, text) in [
            (
                "en",
                "Latn",
                "The government said on Monday that it would not change its plans for the next year.",
            ),
            (
                "de",
                "Latn",
                "Die Regierung teilte am Montag mit, dass sie ihre Pläne für das nächste Jahr nicht ändern werde.",
            ),
            (
                "fr",
                "Latn",
                "Le gouvernement a déclaré lundi qu'il ne changerait pas ses projets pour l'année prochaine.",
            ),
            ("es", "Latn", "El gobierno dijo el lunes que no cambiaría sus planes para el próximo año."),
            ("nb", "Latn", "Regjeringen sa mandag at den ikke ville endre planene sine for neste år."),
            ("da", "Latn", "Regeringen sagde mandag, at den ikke ville ændre sine planer for næste år."),
            (
                "ru",
                "Cyrl",
                "Правительство заявило в понедельник, что не изменит своих планов на следующий год.",
            ),
            ("uk", "Cyrl", "Уряд заявив у понеділок, що не змінить своїх планів на наступний рік."),
            ("fa", "Arab", "دولت روز دوشنبه اعلام کرد که برنامه های خود را برای سال آینده تغییر نخواهد داد."),
            ("ja", "Jpan", "政府は月曜日、来年の計画を変更しないと述べた。"),
            ("zh", "Hani", "政府周一表示，不会改变明年的计划。"),
            ("el", "Grek", "Η κυβέρνηση δήλωσε τη Δευτέρα ότι δεν θα αλλάξει τα σχέδιά της."),
        ] {
            let language = detect(text, None);
            assert_eq!((language.tag.as_str(), language.script), (tag, script), "{text}");
        }
    }

    #[test]
    fn out_of_its_depth() {
        for text in ["", "12345 67.8", "☃☃☃", "ok"] {
            assert_eq!(detect(text, None).tag, "und", "{text}");
        }
        assert_eq!(detect("Hello", Some("de-AT")).tag, "de-AT");
        assert_eq!(detect("Hello", Some("de-AT")).confidence, 1.0);
    }
}
