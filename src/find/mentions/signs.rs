//! What English names are, by plain signs: the words in them, and what stands right beside them.
//!
//! - "[Hurricane Katrina] … [Katrina]": storms have people's names and are none.
//! - "Forest Service spokesman [Ed Christian]": a title and a first name make a person.
//! - "the [Marine Corps]", "[Diamond Peak]", "[Wigan Athletic]": the last word says what it is.
//! - "NANJING, March 31 ([Xinhua]) –": who sent the story.
//! - "[World Health Organisation]", "[Ministry of Defence]": there is no work or event of such a name.
//! - "the journal [Nature Astronomy]", "the energy company [Burisma]": what is called a journal is none of the planets.
//! - "the [Xinhua] news agency": so is what is called one, or a newspaper, behind its name, but for "[French] news agency".
//! - "the [United Arab Emirates]", "[South Korea]'s parliament": listed lands and republics are no bodies.
//! - "his predecessor, [Fiona Hill]": a first name before a hill makes a person where the model was in doubt.
//!
//! And what is no name: what stands in an address or a file's name ("[Lisa]_letter.doc"), "I’d", the "US" of "US$ 5",
//! the "QC" behind a lawyer, and a common word that heads a line or stands in small letters ("Tofu", "god"), unless the
//! text names somebody so elsewhere.

use super::EntityKind;
use super::borders::is_dash;
use super::features::{class, listed_phrase, listed_word};
use super::known;
use super::tagger::Candidate;
use super::words::{Words, is_capitalized};
use crate::index::{Map, of_word};
use crate::lexicon::{Few, among};
use crate::model::names::Lists;

/// Peoples, parties, feasts and illnesses that are taken for people and places.
const PEOPLES: Few = Few::new(
    "Alzheimer Brit Brits Chechen Chechens Ebola Hispanics Medicaid Medicare Nazi Nazis \
    Obamacare Ramadan Scots Sharia Shia Tories Tory",
);

/// What stands behind a prize that is called as somebody is.
const WITH_PRIZES: Few = Few::new(
    "- ceremony for nod nomination nominations nominated nominee nominees race winner winners winning",
);

/// The second word of peoples of two words: "South [Koreans]", "New [Yorkers]".
const PEOPLES_OF_TWO: Few = Few::new(
    "African Africans American Americans Asian Asians Eastern Irish Korean Koreans Lankan Lankans Rican \
    Ricans Vietnamese Yorkers Zealander Zealanders",
);

/// The first word of such.
const SIDES: Few =
    Few::new("North South East West Central Latin Middle Northern Costa Puerto Sri New Native");

/// Last words of events and treaties.
const EVENTS: Few =
    Few::new("Accords Agreement Amendment Awards Championships Cup Marathon Olympics Pact Treaty War");

/// Last words of places.
const GROUNDS: Few = Few::new("Airport Alps Cemetery Hemisphere Mosque Ocean Peninsula Prison Sea Zoo");

/// What storms are called in front of their names.
pub const STORMS: [&str; 4] = ["Hurricane", "Cyclone", "Typhoon", "Storm"];

/// What clubs, services and bodies are called behind their names; no person or place is.
const BODIES: Few = Few::new(
    "Corps Athletic Rovers Wanderers Albion Hotspur FC Thistle Academical Orient Airlines Airways \
    Motorsports Foundation Association Agency Corporation Company Committee Commission Federation \
    Ministry Party Council Society Alliance Coalition League Bureau Department",
);

/// Bodies that no book, war or contest is called: at the end of a name, and before an "of".
const PLAIN_BODIES: &str = "Organisation Organization Institute Ministry";

/// Those that are plain before an "of" alone.
const BODIES_OF: &str = "Department Federation Office";

/// What Arabic bodies, places and feasts are called in front of an article.
const NO_FIRST_NAMES: Few = Few::new(
    "Ahrar Ansar Asaib Bab Beit Dar Deir Eid Fatah Hizb Jabal Jabhat Jaish Jamaat Jebel Jund \
    Kataib Liwa Operation Sabkhat Sharm Tahrir Tell Umm Wadi",
);

/// What lawyers and members have behind their names, after a comma.
const HONOURS: &str = "QC KC SC MP MSP MEP MD OBE MBE CBE CPA";

/// Titles that are also words of other names: "Chief Financial Officer", "General Motors".
const NO_TITLES: Few =
    Few::new("Former Acting Vice Foreign Defense Defence Interior Finance Chief General Major Private");

/// What articles are published in.
const PUBLICATIONS: &str = "journal magazine newspaper";

/// What companies are called in front of their names.
const COMPANIES: Few = Few::new(
    "company firm startup agency charity broadcaster publisher maker manufacturer automaker carmaker chipmaker \
    retailer supplier insurer lender airline",
);

/// Last names that are words of places.
const LANDS: Few = Few::new("Hill Bay Lake Lane Woods Banks Brooks Rivers Fields Forest Parks Park");

/// What stands before places, and seldom before people.
const BEFORE_PLACES: &str = "the in at on to from near of";

/// How files end.
const FILES: Few = Few::new(".doc .docx .xls .xlsx .ppt .pdf .txt .zip .jpg .DOC .XLS");

/// Days that are taken for people.
const HOLIDAYS: &str = "Christmas Easter Thanksgiving";

/// What is less likely to be an organization is mostly a product or a short form of some trade; a lone word at the head of a
/// line, no person.
const GUESS: f32 = 0.35;

/// A place that is no likelier may be a person.
const DOUBT: f32 = 0.8;

/// How sure a kind is that a sign tells.
const SURE: f32 = 0.9;

/// Settles kinds, and drops what is none.
pub(super) fn settle(words: Words, lists: &Lists, names: &mut Vec<Candidate>) {
    // "the [Vietnam] War": the event is whole.
    for idx in 0..names.len() {
        let last = names[idx].last;
        let is_free = names.get(idx + 1).is_none_or(|it| it.first > last + 1);
        if is_free && names[idx].kind == EntityKind::Place && words.beside(last, 1) == "War" {
            names[idx].last += 1;
        }
    }
    let signs = Signs::of(words, lists, names);
    let mut person_end = None;
    names.retain_mut(|it| {
        if signs.is_none(it, person_end) {
            return false;
        }
        if let Some(kind) = signs.kind(it) {
            (it.kind, it.confidence) = (kind, SURE);
        }
        person_end = (it.kind == EntityKind::Person).then_some(it.last);
        it.kind != EntityKind::Organization || it.confidence > GUESS || signs.is_body(it.last)
    });
}

struct Signs<'d, 't> {
    words: Words<'d, 't>,
    lists: &'d Lists,
    /// Last words of what is called a storm.
    storms: Map<()>,
    /// Words of people who have more than one, or are named within a sentence.
    people: Map<()>,
}

impl<'d, 't> Signs<'d, 't> {
    fn of(words: Words<'d, 't>, lists: &'d Lists, names: &[Candidate]) -> Signs<'d, 't> {
        let (mut storms, mut people) = (Map::new(), Map::new());
        let add = |set: &mut Map<()>, at: usize| {
            set.put(of_word(words.at(at)), ());
        };
        for it in names {
            // "National Hurricane Center" is none.
            let heads = it.last <= it.first + 1 || words.at(it.last - 2) == "Tropical";
            if heads && STORMS.contains(&words.beside(it.last, -1)) {
                add(&mut storms, it.last);
            } else if it.kind == EntityKind::Person
                && (it.last > it.first || !words.beside(it.first, -1).is_empty())
            {
                (it.first..=it.last).for_each(|at| add(&mut people, at));
            }
        }
        Signs { words, lists, storms, people }
    }

    fn classes(&self, at: usize) -> u32 {
        self.lists.classes(listed_word(self.words.at(at)))
    }

    /// True for a word that bodies end with: "Center".
    fn is_body(&self, at: usize) -> bool {
        self.classes(at) & class::ORGANIZATION_WORD != 0
    }

    /// True for what is no name; the person named before ends at `person_end`.
    fn is_none(&self, it: &Candidate, person_end: Option<usize>) -> bool {
        let word = self.words.at(it.first);
        if word.starts_with("I’") || word.starts_with("I'") {
            return true;
        }
        let glued = self.words.glued(it.last);
        if glued.starts_with('_') || glued.contains('@') || FILES.has(glued) {
            return true;
        }
        if it.last > it.first {
            return false;
        }
        // As it is listed, in capitals: "Ram" is somebody.
        let no_names = &self.words.document.lexicon.no_names;
        if no_names.position(word).is_some_and(|it| no_names.entries()[it] == word)
            || it.kind != EntityKind::Person
                && word.starts_with(char::is_lowercase)
                && self.classes(it.first) & (class::COMMON | class::PLACE | class::PEOPLE) == class::COMMON
        {
            return true;
        }
        let (before, after) = (self.words.beside(it.first, -1), self.words.beside(it.last, 1));
        word == "US" && after == "$"
            || before == "," && among(HONOURS, word) && person_end.is_some_and(|end| end + 2 == it.first)
            || it.kind == EntityKind::Person && self.is_nobody(it, before, after)
    }

    /// True for a lone word that names no person here.
    fn is_nobody(&self, it: &Candidate, before: &str, after: &str) -> bool {
        let word = self.words.at(it.first);
        let classes = self.classes(it.first);
        if word.starts_with(char::is_lowercase) {
            return word == "god" || classes & (class::FIRST | class::LAST) == 0;
        }
        if among(HOLIDAYS, word) {
            return true;
        }
        if word == "God" {
            return before.eq_ignore_ascii_case("my");
        }
        let is_line = before.is_empty() && after.is_empty() && classes & class::LAST == 0;
        before.is_empty()
            && classes & class::FIRST == 0
            && !self.people.has(of_word(word))
            && (is_line || classes & class::COMMON != 0 || it.confidence < GUESS)
    }

    /// True for a land by its name: "Spain", "South Korea", "Democratic Republic of Congo".
    fn is_land(&self, it: &Candidate) -> bool {
        let first = self.classes(it.first);
        if it.first == it.last {
            let land = class::PLACE | class::COUNTRY;
            return first & (land | class::PEOPLE) == land;
        }
        let phrase = self.lists.classes(listed_phrase((it.first..=it.last).map(|at| self.words.at(at))));
        let is_republic = |at: usize| self.words.at(at) == "Republic" && self.words.at(at + 1) == "of";
        phrase & (class::PLACE_PHRASE | class::ORGANIZATION_PHRASE) == class::PLACE_PHRASE
            || self.classes(it.last) & class::COUNTRY != 0
                && (is_republic(it.first) || is_republic(it.first + 1))
    }

    /// The kind of what lists have, and of what its own last word tells.
    fn kind_by_name(&self, it: &Candidate) -> Option<EntityKind> {
        let words = self.words;
        if let Some(kind) = known::kind(words, it.first, it.last) {
            return Some(kind);
        }
        let last = words.at(it.last);
        if it.first == it.last {
            let is_prize = last == "Oscar"
                && (among("an the her his", words.beside(it.first, -1))
                    || WITH_PRIZES.has(words.beside(it.last, 1)));
            return (is_prize || PEOPLES.has(last)).then_some(EntityKind::Other);
        }
        let is_people = it.last == it.first + 1 && SIDES.has(words.at(it.first)) && PEOPLES_OF_TWO.has(last);
        let goes_on = is_capitalized(words.at(it.last - 1));
        if is_people || goes_on && EVENTS.has(last) {
            return Some(EntityKind::Other);
        }
        (goes_on && GROUNDS.has(last)).then_some(EntityKind::Place)
    }

    /// The kind that a sign tells.
    fn kind(&self, it: &Candidate) -> Option<EntityKind> {
        let words = self.words;
        let last = words.at(it.last);
        let before = words.beside(it.first, -1);
        let is_one = it.first == it.last;
        if let Some(kind) = self.kind_by_name(it) {
            return (kind != it.kind).then_some(kind);
        }
        if self.storms.has(of_word(last)) && (is_one || STORMS.contains(&words.at(it.last - 1))) {
            return Some(EntityKind::Other);
        }
        let is_sender = before == "(" && words.beside(it.last, 1) == ")" && is_dash(words.beside(it.last, 2));
        if is_sender || it.kind != EntityKind::Person && among(PUBLICATIONS, before) || COMPANIES.has(before)
        {
            return Some(EntityKind::Organization);
        }
        let first = self.classes(it.first);
        let after = words.beside(it.last, 1);
        if matches!(it.kind, EntityKind::Person | EntityKind::Other)
            && (first | self.classes(it.last)) & class::PEOPLE == 0
            && (after == "newspaper" || after == "news" && words.beside(it.last, 2) == "agency")
        {
            return Some(EntityKind::Organization);
        }
        if it.kind == EntityKind::Other && first & class::PEOPLE == 0 {
            // "Syrian President [Assad]": what follows a title is a person.
            let is_title = is_capitalized(before) && words.document.lexicon.titles.contains(before);
            if is_title && is_capitalized(words.at(it.first)) && !NO_TITLES.has(before) {
                return Some(EntityKind::Person);
            }
        }
        // "Bashar [al-Assad]", but "Ansar al-Sharia"
        let has_article = |at| among("al el", words.at(at)) || words.at(at).starts_with("al-");
        if it.kind == EntityKind::Other
            && before != "the"
            && !NO_FIRST_NAMES.has(words.at(it.first))
            && is_capitalized(words.at(it.first))
            && it.last > it.first
            && has_article(it.first + 1)
        {
            return Some(EntityKind::Person);
        }
        if matches!(it.kind, EntityKind::Other | EntityKind::Organization) && self.is_land(it) {
            return Some(EntityKind::Place);
        }
        if is_one {
            let is_country = first & class::COUNTRY != 0 && is_capitalized(last);
            return (it.kind == EntityKind::Other && is_country).then_some(EntityKind::Place);
        }
        let head = if words.beside(it.first, 1) == "of" { words.at(it.first) } else { "" };
        let is_plain = among(PLAIN_BODIES, last) || among(PLAIN_BODIES, head) || among(BODIES_OF, head);
        if it.kind != EntityKind::Other && BODIES.has(last) || is_plain {
            return Some(EntityKind::Organization);
        }
        let is_first_name = first & (class::FIRST | class::COMMON) == class::FIRST;
        let classes = self.classes(it.last);
        let is_body = self.is_body(it.last);
        let is_place_word = classes & class::PLACE_WORD != 0;
        if it.kind == EntityKind::Person {
            let of = if is_body { EntityKind::Organization } else { EntityKind::Place };
            return ((is_body || is_place_word) && !is_first_name && classes & class::LAST == 0)
                .then_some(of);
        }
        let is_titled = before.len() > 3
            && before.starts_with(char::is_lowercase)
            && words.document.lexicon.titles.contains(before);
        let is_doubtful = it.kind == EntityKind::Place
            && it.last == it.first + 1
            && it.confidence < DOUBT
            && LANDS.has(last)
            && !among(BEFORE_PLACES, before);
        // "Kim Jong Un", which has the letters of a body.
        let is_kim = words.at(it.first) == "Kim" && it.last == it.first + 2 && !is_place_word;
        let is_person = is_first_name && !is_body && (is_titled && !is_place_word || is_doubtful);
        (is_capitalized(last) && (is_person || is_kim)).then_some(EntityKind::Person)
    }
}
