//! Word classes by which a clause is read: speech verbs, and the closed classes around a subject.
//!
//! The lists stand in `src/lexicon/<lang>/speech.txt`; a line there is a class and its words. What no list
//! names is a [`Class::Word`], or a [`Class::Name`] when it is capitalized. This is no tagger: it tells where a
//! subject begins and ends near a speech verb, and no more.

use crate::index::{Map, key};
use crate::lexicon::{ByLanguage, eq_folded, hash_folded, list};

/// What a word does in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A verb that introduces somebody's words: said.
    Verb,
    /// Such a verb that is as often a noun: claims.
    Ambiguous,
    /// A verb that hangs quoted words on a thing: described.
    Naming,
    /// Hands over words only right beside them: smiled.
    Near,
    /// A noun for what somebody said: statement.
    Saying,
    /// A common verb that is none of speech: took.
    Act,
    /// The first word of a phrase after which the speaker stands: according (to).
    After,
    /// A word before which the speaker stands: zufolge.
    Behind,
    /// The, his: a noun follows.
    Determiner,
    /// Both, many: a noun may follow.
    Quantifier,
    /// He, they.
    Pronoun,
    /// Who, which.
    Relative,
    /// Of, in.
    Preposition,
    /// Monday, later.
    Time,
    /// And, but.
    Conjunction,
    /// That, because.
    Subordinator,
    /// Has, would.
    Auxiliary,
    /// Also, -ly.
    Adverb,
    /// The small words inside names: de, von.
    Particle,
    /// Mr., President.
    Title,
    /// A capitalized word that no list names.
    Name,
    /// Any other word.
    Word,
    /// Begins with a digit.
    Number,
    /// `’s`.
    Clitic,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A full stop, or where a sentence ends without one.
    Stop,
    /// Dash, semicolon, bracket and other marks that part clauses.
    Break,
    /// Marks that part nothing: `$`, `%`, `&`, a hyphen inside a word.
    Joint,
    /// A whole quotation.
    Quotation,
}

impl Class {
    /// True for the verbs that may hand over words.
    pub fn is_speech(self) -> bool {
        matches!(self, Class::Verb | Class::Ambiguous | Class::Naming)
    }

    /// True for the end of a sentence or clause that no subject reaches across.
    pub fn is_wall(self) -> bool {
        matches!(self, Class::Stop | Class::Break | Class::Quotation | Class::Colon)
    }
}
/// Whom a pronoun of the third person can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Third {
    /// A man.
    He,
    /// A woman.
    She,
    /// More than one.
    They,
}

/// The word classes of one language.
pub struct Words {
    /// Primary tag of the language.
    pub tag: &'static str,
    /// True where the finite verb stands second, and what opens the sentence need not be its subject.
    pub verb_second: bool,
    /// Open addressing: a folded hash and whose it is; `u32::MAX` is an empty slot.
    slots: Vec<(u32, u32)>,
    entries: Vec<(&'static str, Class)>,
    /// The phrases after which a speaker stands, in words.
    after: Vec<&'static str>,
    /// What is asked for by itself: the name of its line, and the word.
    listed: Map<(&'static str, &'static str)>,
    /// What adverbs end with, after letters enough.
    adverbs: &'static str,
}

/// A word of a line.
fn of_line(line: &str, word: &str) -> u64 {
    key([hash_folded(line), hash_folded(word)])
}

impl Words {
    /// The classes for a BCP 47 tag; the English ones where there are none, or none yet.
    pub fn of(tag: &str) -> &'static Words {
        static WORDS: ByLanguage<Words> = ByLanguage::empty();
        WORDS.of(tag, |tag| match list(tag, "speech") {
            Some(words) => Words::parse(tag, words),
            None => Words::parse("en", list("en", "speech").unwrap_or("")),
        })
    }

    fn parse(tag: &'static str, list: &'static str) -> Words {
        let mut entries = Vec::new();
        let mut listed = Map::new();
        let (mut after, mut adverbs) = (Vec::new(), "");
        for line in list.lines() {
            let line = line.split('#').next().unwrap_or("").trim();
            let Some((class, words)) = line.split_once(' ') else { continue };
            let class = match class {
                "verb" => Class::Verb,
                "ambiguous" => Class::Ambiguous,
                "naming" => Class::Naming,
                "near" => Class::Near,
                "saying" => Class::Saying,
                "act" => Class::Act,
                "behind" => Class::Behind,
                "quant" => Class::Quantifier,
                "det" => Class::Determiner,
                "pron" => Class::Pronoun,
                "rel" => Class::Relative,
                "prep" => Class::Preposition,
                "time" => Class::Time,
                "conj" => Class::Conjunction,
                "sub" => Class::Subordinator,
                "aux" => Class::Auxiliary,
                "adv" => Class::Adverb,
                "particle" => Class::Particle,
                "title" => Class::Title,
                "adverbs" => {
                    adverbs = words;
                    continue;
                }
                "after" => {
                    after.push(words);
                    entries.extend(words.split(' ').next().map(|it| (it, Class::After)));
                    continue;
                }
                _ => {
                    for word in words.split(' ') {
                        listed.put(of_line(class, word), (class, word));
                    }
                    match class {
                        "self" | "he" | "she" | "they" => Class::Pronoun,
                        _ => continue,
                    }
                }
            };
            entries.extend(words.split(' ').map(|it| (it, class)));
        }
        let mut slots = vec![(0, u32::MAX); (entries.len() * 2 + 1).next_power_of_two()];
        let mask = slots.len() - 1;
        for (idx, (word, _)) in entries.iter().enumerate() {
            let hash = hash_folded(word);
            let mut slot = hash as usize & mask;
            // The first class that names a word holds: look-ups stop at the first equal entry.
            while slots[slot].1 != u32::MAX {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (hash, idx as u32);
        }
        Words { tag, verb_second: matches!(tag, "de" | "nl"), slots, entries, after, adverbs, listed }
    }

    /// The class of a word; `starts` says that it opens its sentence, where a capital letter tells nothing.
    pub fn class(&self, word: &str, starts: bool) -> Class {
        self.class_but(None, word, starts)
    }

    /// The class of the word that `rest` begins with: "de" stands for itself where no "de acuerdo con" follows.
    pub fn class_in(&self, rest: &str, word: &str, starts: bool) -> Class {
        match self.class(word, starts) {
            Class::After if self.after(rest) == 0 => self.class_but(Some(Class::After), word, starts),
            class => class,
        }
    }

    fn class_but(&self, but: Option<Class>, word: &str, starts: bool) -> Class {
        let mask = self.slots.len() - 1;
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let hash = hash_folded(word);
        let mut slot = hash as usize & mask;
        while self.slots[slot].1 != u32::MAX {
            let (held, idx) = self.slots[slot];
            let (entry, class) = self.entries[idx as usize];
            if held == hash && Some(class) != but && eq_folded(entry, word) {
                // "United States", "Will Smith", "Post": a capital inside the sentence makes a verb or a
                // small word a name; titles, weekdays and "I" are written so anyway.
                let kept = matches!(
                    class,
                    Class::Title
                        | Class::Time
                        | Class::Pronoun
                        | Class::Determiner
                        | Class::Quantifier
                        | Class::After
                );
                return if capital && !starts && !kept { Class::Name } else { class };
            }
            slot = (slot + 1) & mask;
        }
        let ending = self.adverbs;
        if !ending.is_empty() && !capital && word.len() > ending.len() + 2 && word.ends_with(ending) {
            return Class::Adverb;
        }
        // German writes every noun large, so a capital tells nothing there.
        if capital { Class::Name } else { Class::Word }
    }

    /// True for a word that the line `list` names: "work", "self".
    pub fn is(&self, list: &str, word: &str) -> bool {
        self.listed.get(of_line(list, word)).is_some_and(|it| eq_folded(it.1, word))
    }

    /// True for a word that ends with one that the line `list` names.
    pub fn ends(&self, list: &str, word: &str) -> bool {
        self.listed.values.iter().any(|it| it.0 == list && word.ends_with(it.1))
    }

    /// True where a verb needs no subject.
    pub fn drops(&self) -> bool {
        matches!(self.tag, "es" | "it" | "pt")
    }

    /// Whom a word means that stands for people: "he" but not "it". "Sie" is one and many; a verb tells which.
    pub fn third(&self, word: &str) -> Option<Third> {
        if self.is("he", word) {
            Some(Third::He)
        } else if self.is("she", word) {
            Some(Third::She)
        } else {
            self.is("they", word).then_some(Third::They)
        }
    }

    /// True for "of", "by".
    pub fn is_preposition(&self, word: &str) -> bool {
        self.class(word, true) == Class::Preposition
    }

    /// Where a word that no list names is cut behind the short word in front of it: "l'avocat".
    pub fn elision(&self, word: &str) -> Option<usize> {
        let head = &word.as_bytes()[..word.len().min(6)];
        let mut at = 0;
        while !matches!(head.get(at)?, b'\'' | 0xe2) {
            at += 1;
        }
        let cut = at + word.get(at..)?.chars().next().filter(|it| matches!(it, '\'' | '’'))?.len_utf8();
        let listed = |it: &str| !matches!(self.class(it, true), Class::Word | Class::Name);
        (cut < word.len() && !listed(word) && listed(&word[..cut])).then_some(cut)
    }

    /// True for the Romance languages, where what hands words over stands within their marks as well, and any verb behind
    /// them may.
    pub fn inserts(&self) -> bool {
        self.tag != "en" && !self.verb_second
    }

    /// True for "the", "my", "all".
    pub fn is_determiner(&self, word: &str) -> bool {
        matches!(self.class(word, true), Class::Determiner | Class::Quantifier)
    }

    /// True for any pronoun.
    pub fn is_pronoun(&self, word: &str) -> bool {
        self.class(word, true) == Class::Pronoun
    }

    /// Length in bytes of the phrase at the head of `text` after which a speaker stands, 0 when there is none.
    pub fn after(&self, text: &str) -> usize {
        let phrase = |it: &&&str| {
            text.get(..it.len()).is_some_and(|head| eq_folded(head, it))
                && !text[it.len()..].starts_with(char::is_alphanumeric)
        };
        self.after.iter().find(phrase).map_or(0, |it| it.len())
    }
}
