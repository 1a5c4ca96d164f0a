//! Named mentions become entities.
//!
//! Three steps: mentions that spell the same are one name, whose kind they settle by vote; then shorter
//! names join longer ones ("Zelensky" the "Volodymyr Zelensky", "ECB" the "European Central Bank"); then
//! every group takes its fullest name.

use super::guesses::{Gender, gender_of};
use super::names::{Name, ShortForms};
use super::{Entity, EntityMention};
use crate::find::mentions::{EntityKind, Mention, STORMS};
use crate::index::{self, Index, Map};
use crate::lexicon::{Lexicon, hash_folded};
use crate::model::first_names::FirstName;
use crate::order;
use crate::read::Document;
use crate::text::Span;

/// More holders of one last name than this are not told apart.
const MAX_NAMESAKES: usize = 8;

/// "Unicef": no word of more letters is an acronym.
const MAX_ACRONYM: usize = 8;

/// The kind of a name is no more than a guess below this.
const UNSURE: f32 = 0.7;

/// "Calif.", "Minn.": cut names of places have up to so many letters.
const LONGEST_ABBREVIATION: usize = 5;

/// Names longer than this are not looked for among the countries.
const LONGEST_COUNTRY: usize = 24;

/// "Salt Lake City Police": a place has so many words.
const MAX_WORDS_OF_PLACE: usize = 3;

/// "Dallas Independent School District": what bears a place in its name has so many words of its own.
const MAX_WORDS_BEHIND_PLACE: usize = 3;

/// What parts one land from another.
const DIRECTIONS: [&str; 5] = ["North", "South", "East", "West", "New "];

/// All mentions that spell the same.
struct Group {
    name: Name,
    /// Whom the title before a last name tells: "Mr. Obama" and "Mrs. Obama" are two.
    titled: Option<Gender>,
    kind: EntityKind,
    confidence: f32,
    /// Indexes of mentions, in order.
    mentions: Vec<u32>,
    /// The group that this one joined.
    joined: Option<(usize, &'static str)>,
}

impl Group {
    /// Of the words of its name.
    fn key(&self) -> u64 {
        index::key(self.name.words.iter().copied())
    }
}

/// Groups by a word that several may have in their names.
type Namesakes = Map<Vec<usize>>;

/// Adds a group, unless there are too many to be told apart.
fn add(namesakes: &mut Namesakes, word: u32, group: usize) {
    if let Some(list) = namesakes.put(word.into(), vec![group])
        && list.len() < MAX_NAMESAKES
    {
        list.push(group);
    }
}

/// The groups with a word.
fn called(namesakes: &Namesakes, word: u32) -> &[usize] {
    namesakes.get(word.into()).map_or(&[], Vec::as_slice)
}

/// Joins mentions by what they are called.
pub(super) fn by_name(document: &Document, mentions: &[Mention]) -> Vec<Entity> {
    let mut groups = groups(document, mentions);
    join_acronyms(document, mentions, &mut groups);
    join_abbreviations(document, mentions, &mut groups);
    join_people(document, mentions, &mut groups);
    join_short_names(&mut groups);
    join_without_place(document, mentions, &mut groups);
    join_plurals(document, mentions, &mut groups);
    build(document, mentions, &groups)
}

/// As the article spells a name first.
fn first_spelling<'t>(document: &Document<'t>, mentions: &[Mention], group: &Group) -> &'t str {
    mentions[group.mentions[0] as usize].span.of(document.text)
}

fn groups(document: &Document, mentions: &[Mention]) -> Vec<Group> {
    let short_forms = ShortForms::new();
    // Most names are spelled as before.
    let mut spellings = Index::new(mentions.len());
    let mut by_key = Index::new(mentions.len());
    let mut groups: Vec<Group> = Vec::new();
    let mut votes: Vec<[f32; 4]> = Vec::new();
    for (idx, mention) in mentions.iter().enumerate() {
        let spelled = mention.span.of(document.text);
        // Only English is written so hastily; elsewhere "damit" and "elle" are no names.
        if document.lexicon.tag != "en"
            && spelled.chars().any(char::is_lowercase)
            && !spelled.chars().any(char::is_uppercase)
        {
            continue;
        }
        let titled = titled(document.text, mention.span);
        let spelling = index::of_word(spelled) ^ titled.map_or(0, |it| 1 + it as u64);
        let at = spellings.find(spelling).unwrap_or_else(|| {
            let name = Name::of(spelled);
            let titled = titled.filter(|_| name.words.len() == 1);
            let words = short_forms.spell_out(name.words.clone());
            let key = index::key(words.into_iter().chain(titled.map(|it| it as u32)));
            let at = by_key.find_or_insert(key, groups.len() as u32);
            if at as usize == groups.len() {
                groups.push(Group {
                    name,
                    titled,
                    kind: mention.kind,
                    confidence: 0.0,
                    mentions: Vec::new(),
                    joined: None,
                });
                votes.push([0.0; 4]);
            }
            spellings.find_or_insert(spelling, at)
        }) as usize;
        groups[at].mentions.push(idx as u32);
        votes[at][mention.kind as usize] += mention.confidence;
    }
    for (group, votes) in groups.iter_mut().zip(&votes) {
        const KINDS: [EntityKind; 4] =
            [EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Other];
        // A tie goes to the kind of the first mention.
        let best = KINDS
            .iter()
            .fold(group.kind, |best, &it| if votes[it as usize] > votes[best as usize] { it } else { best });
        group.kind = best;
        group.confidence = votes[best as usize] / group.mentions.len() as f32;
        let lexicon = document.lexicon;
        let spelled = first_spelling(document, mentions, group);
        if group.confidence < UNSURE {
            if lexicon.nationalities.contains(spelled) {
                group.kind = EntityKind::Other;
            } else if group.kind != EntityKind::Person && is_country(lexicon, spelled) {
                group.kind = EntityKind::Place;
            }
        }
        // The White House acts and speaks; that it is a building, too, rarely matters in an article.
        if group.name.words.len() > 1
            && group.kind == EntityKind::Place
            && lexicon.org_words.contains(spelled)
        {
            group.kind = EntityKind::Organization;
        }
    }
    // Where Denver is, the "Denver Pilots" are nobody, whatever the sentence makes of them.
    let places = places(&groups);
    for group in groups.iter_mut().filter(|it| it.kind == EntityKind::Person && it.confidence < UNSURE) {
        let spelled = first_spelling(document, mentions, group);
        if let [first, _, ..] = group.name.words[..]
            && places.has(index::key([first]))
            && !is_first_name(document.lexicon, spelled.split(' ').next().unwrap_or(""))
        {
            group.kind = EntityKind::Organization;
        }
    }
    groups
}

/// Where South Koreans are known, "South Korea" is a place.
fn is_country(lexicon: &Lexicon, spelled: &str) -> bool {
    spelled.len() <= LONGEST_COUNTRY
        && ["n", "an", "ian", "i", "ese"]
            .iter()
            .any(|it| lexicon.nationalities.contains(&[spelled, it].concat()))
}

/// What the title right before a name tells.
fn titled(text: &str, name: Span) -> Option<Gender> {
    let before = text.get(..name.start as usize)?;
    let before = before.strip_suffix([' ', '\u{a0}']).unwrap_or(before);
    let before = before.strip_suffix('.').unwrap_or(before);
    // All of them end so, and few other words do.
    if !before.ends_with(['r', 's']) {
        return None;
    }
    let is = |title: &str| {
        before.strip_suffix(title).is_some_and(|it| !it.ends_with(|c: char| c.is_alphanumeric()))
    };
    let is_couple = ["Mr. and Mrs", "Mr and Mrs"].iter().any(|it| before.ends_with(it));
    if is("Mr") {
        Some(Gender::Man)
    } else {
        (!is_couple && (is("Mrs") || is("Ms") || is("Miss"))).then_some(Gender::Woman)
    }
}

/// The places that the article names.
fn places(groups: &[Group]) -> Map<()> {
    let mut places = Map::new();
    for it in groups.iter().filter(|it| it.kind == EntityKind::Place) {
        places.put(it.key(), ());
    }
    places
}

/// "Paris Hilton" and "Jordan Peele" are not of there.
fn is_first_name(lexicon: &Lexicon, word: &str) -> bool {
    FirstName::of(lexicon.tag, word).is_known()
}

/// "ECB" joins "European Central Bank", wherever in the text each stands; so does "Nafta" what it stands for.
fn join_acronyms(document: &Document, mentions: &[Mention], groups: &mut [Group]) {
    let of_letters = |letters: &[char]| index::key(letters.iter().map(|it| u32::from(*it)));
    let mut long = Map::new();
    for (idx, group) in groups.iter().enumerate() {
        if group.name.words.len() > 1 && group.name.initials.len() > 1 && group.kind != EntityKind::Person {
            long.put(of_letters(&group.name.initials), idx);
        }
    }
    let short_forms = ShortForms::new();
    for idx in 0..groups.len() {
        let group = &groups[idx];
        let spelled = first_spelling(document, mentions, group);
        let acronym = match &group.name.acronym {
            // Everybody knows what the "US" is: no "Unpaid Students".
            _ if short_forms.contains(&group.name.words) => continue,
            Some(acronym) => acronym.clone(),
            None if group.name.words.len() == 1 && (4..=MAX_ACRONYM).contains(&spelled.len()) => {
                spelled.chars().flat_map(char::to_lowercase).collect()
            }
            None => continue,
        };
        let Some(&target) = long.get(of_letters(&acronym)) else { continue };
        // Two letters stand for much: "D.C." is no "Democratic Congress".
        if acronym.len() > 2 || groups[idx].kind == groups[target].kind || groups[idx].confidence < UNSURE {
            groups[idx].joined = Some((target, "acronym"));
            groups[idx].kind = groups[target].kind;
        }
    }
}

/// "Calif." joins "California", if the article names no other place that begins so.
fn join_abbreviations(document: &Document, mentions: &[Mention], groups: &mut [Group]) {
    let is_place = |it: &(usize, &Group)| it.1.kind == EntityKind::Place && it.1.joined.is_none();
    let mut places: Vec<(&str, usize)> = (groups.iter().enumerate().filter(is_place))
        .map(|(idx, it)| (first_spelling(document, mentions, it), idx))
        .collect();
    order::sort(&mut places);
    for &(spelled, idx) in &places {
        let short = spelled.strip_suffix('.').unwrap_or(spelled);
        let end = mentions[groups[idx].mentions[0] as usize].span.end as usize;
        let has_stop = short.len() < spelled.len() || document.text[end..].starts_with('.');
        if !has_stop || !(2..=LONGEST_ABBREVIATION).contains(&short.len()) || short.contains(['.', ' ']) {
            continue;
        }
        let mut longer = places[places.partition_point(|it| it.0 < short)..]
            .iter()
            .take_while(|it| it.0.starts_with(short))
            .filter(|it| it.0.len() > short.len() + 2);
        if let (Some(&(_, target)), None) = (longer.next(), longer.next()) {
            groups[idx].joined = Some((target, "abbreviation"));
        }
    }
}

/// "Zelensky" joins "Volodymyr Zelensky"; so does "Volodymyr", if he is the only one.
fn join_people(document: &Document, mentions: &[Mention], groups: &mut [Group]) {
    let (mut by_last, mut by_first) = (Namesakes::new(), Namesakes::new());
    for (idx, group) in groups.iter().enumerate() {
        if let [first, .., last] = *group.name.person()
            && group.kind == EntityKind::Person
        {
            add(&mut by_last, last, idx);
            add(&mut by_first, first, idx);
        }
    }
    for namesakes in &by_last.values {
        for &idx in namesakes {
            let Some((longer, rule)) = longer_name(groups, idx, namesakes) else { continue };
            // "Crooked Hillary Clinton" is called by her own name.
            let named = |it: usize| {
                let spelled = first_spelling(document, mentions, &groups[it]);
                is_first_name(document.lexicon, spelled.split_whitespace().next().unwrap_or(""))
            };
            if rule == "last_name" && named(idx) && !named(longer) && groups[longer].joined.is_none() {
                groups[longer].joined = Some((idx, rule));
            } else if root(groups, longer) != idx {
                groups[idx].joined = Some((longer, rule));
            }
        }
    }
    // "Pierre Charles" is "Pierre Charles L'Enfant".
    for namesakes in &by_first.values {
        for &idx in namesakes.iter().filter(|it| groups[**it].joined.is_none()).collect::<Vec<_>>() {
            let short = &groups[idx].name.words;
            let mut longer = namesakes.iter().copied().filter(|&it| {
                let long = groups[it].name.person();
                long.len() > short.len() && long.starts_with(short)
            });
            if let (Some(target), None) = (longer.next(), longer.next()) {
                groups[idx].joined = Some((target, "first_name"));
            }
        }
    }
    join_single_names(document, mentions, groups, by_last, &by_first);
}

/// "Zelensky" joins "Volodymyr Zelensky", "Volodymyr" too; the longer names by their last and their first words.
fn join_single_names(
    document: &Document,
    mentions: &[Mention],
    groups: &mut [Group],
    mut by_last: Namesakes,
    by_first: &Namesakes,
) {
    // Behind a title first, for those who have nobody's longer name have one that others may join.
    let titled = (0..groups.len()).filter(|&it| groups[it].titled.is_some());
    let others = (0..groups.len()).filter(|&it| groups[it].titled.is_none());
    let mut n_titled: Vec<usize> = vec![0; groups.len()];
    for idx in titled.chain(others).collect::<Vec<_>>() {
        let group = &groups[idx];
        let [word] = group.name.words[..] else { continue };
        // "Isabel" beside "Isabel Ruiz" is no organization, whatever a place or two made of her.
        let spelled = first_spelling(document, mentions, group);
        let lexicon = document.lexicon;
        let likely = group.kind == EntityKind::Person
            || group.titled.is_some()
            || group.confidence < UNSURE
            || is_first_name(lexicon, spelled);
        if group.joined.is_some() || !likely {
            continue;
        }
        let first = group.mentions[0];
        let mut namesakes = called(&by_last, word).to_vec();
        if let Some(gender) = group.titled {
            namesakes.retain(|&it| {
                let named = first_spelling(document, mentions, &groups[it]);
                groups[it].titled.unwrap_or_else(|| gender_of(lexicon.tag, named)).fits(gender)
            });
        }
        let target = match (&namesakes[..], called(by_first, word)) {
            ([], _) if let Some(last) = shared_last_name(document, mentions, first as usize) => {
                // "Bill and Hillary Clinton": no other Bill than Bill Clinton.
                let named = called(&by_last, last).iter().find(|&&it| groups[it].name.words[0] == word);
                named.map(|&it| (it, "first_name"))
            }
            // Of several Obamas, the one named last before the bare name is meant, else the one who is
            // "Mr. Obama" most often, else the first.
            ([_, ..], _) => {
                let latest_first = namesakes.iter().rev();
                let before = latest_first.clone().find(|&&it| groups[it].mentions[0] < first);
                let most = || latest_first.max_by_key(|&&it| n_titled[it]);
                before.or_else(most).map(|&it| (it, "last_name"))
            }
            ([], [namesake, others @ ..]) => {
                let all_one = others.iter().all(|&it| root(groups, it) == root(groups, *namesake));
                all_one.then_some((*namesake, "first_name"))
            }
            _ => None,
        };
        if target.is_none()
            && group.titled.is_some()
            && let Some(namesakes) = by_last.put(word.into(), vec![idx])
        {
            let at = namesakes.partition_point(|&it| groups[it].mentions[0] < first);
            namesakes.insert(at, idx);
        }
        if group.titled.is_some() {
            n_titled[target.map_or(idx, |it| it.0)] += group.mentions.len();
        }
        if target.is_some() || groups[idx].titled.is_some() {
            groups[idx].joined = target;
            groups[idx].kind = EntityKind::Person;
        }
    }
}

/// The last name that a first name shares with the name behind it: "[Bill] and Hillary Clinton".
fn shared_last_name(document: &Document, mentions: &[Mention], idx: usize) -> Option<u32> {
    let [first, full] = mentions.get(idx..idx + 2)? else { return None };
    let between = document.text.get(first.span.end as usize..full.span.start as usize)?;
    let name = Name::of(full.span.of(document.text));
    let [_, .., last] = *name.person() else { return None };
    (full.kind == EntityKind::Person && between == " and ").then_some(last)
}

/// The fuller name of a person among those with the same last name: "Donald J. Trump" for "Donald Trump",
/// "Joel Eriksson Ek" for "Eriksson Ek".
fn longer_name(groups: &[Group], idx: usize, namesakes: &[usize]) -> Option<(usize, &'static str)> {
    let name = &groups[idx].name;
    namesakes.iter().find_map(|&other| {
        let (long, short) = (groups[other].name.person(), name.person());
        // "Donald Trump Jr." is another.
        let same_generation = groups[other].name.words[long.len()..] == name.words[short.len()..];
        if long.len() <= short.len() || !same_generation {
            None
        } else if long.ends_with(short) {
            Some((other, "last_name"))
        } else {
            (short.len() == 2 && long[0] == short[0]).then_some((other, "middle_name"))
        }
    })
}

/// "Bilfinger" joins "Bilfinger Berger", "Supreme Court" the "Supreme Court of Canada": one name
/// begins the other, both are organizations, and no other name fits.
fn join_short_names(groups: &mut [Group]) {
    let of = hash_folded("of");
    let mut by_first = Namesakes::new();
    for (idx, group) in groups.iter().enumerate() {
        if group.kind == EntityKind::Organization && group.name.words.len() > 1 {
            add(&mut by_first, group.name.words[0], idx);
        }
    }
    for idx in 0..groups.len() {
        let group = &groups[idx];
        if group.joined.is_some() || group.kind != EntityKind::Organization {
            continue;
        }
        let Some(&first) = group.name.words.first() else { continue };
        let mut longer = called(&by_first, first).iter().filter(|&&it| {
            let (long, short) = (&groups[it].name.words, &group.name.words);
            it != idx
                && long.len() > short.len()
                && long.starts_with(short)
                // "Cambridge" is not the "Cambridge Whig Club", nor "NFL" the "NFL Network"; the "Church" is
                // the "Church of Scientology".
                && (short.len() > 1 || long[1] == of || long.len() == 2 && group.name.acronym.is_none())
        });
        if let (Some(&target), None) = (longer.next(), longer.next()) {
            groups[idx].joined = Some((target, "short_name"));
        }
    }
}

/// "Congress" joins the "U.S. Congress", "Lakers" the "Los Angeles Lakers", if the article has no other: the longer
/// name has whose it is before the shorter one.
fn join_without_place(document: &Document, mentions: &[Mention], groups: &mut [Group]) {
    let short_forms = ShortForms::new();
    let lexicon = document.lexicon;
    let spelled = |it: &Group| first_spelling(document, mentions, it);
    let places = places(groups);
    // By what they are called without the place; none where two are.
    let mut long: Map<Option<(usize, bool)>> = Map::new();
    for (idx, group) in groups.iter().enumerate() {
        if group.kind == EntityKind::Person || group.joined.is_some() {
            continue;
        }
        let spelled = spelled(group);
        for (at, _) in spelled.match_indices(' ').take(MAX_WORDS_OF_PLACE) {
            let place = &spelled[..at];
            let words = Name::of(place).words;
            let Some(rest) = group.name.words.get(words.len()..).filter(|it| !it.is_empty()) else { break };
            let is_owner =
                place.ends_with("'s") || place.ends_with("’s") || lexicon.nationalities.contains(place);
            let is_there = places.has(index::key(words.iter().copied())) && !is_first_name(lexicon, place)
                || short_forms.contains(&words)
                || STORMS.contains(&place.rsplit(' ').next().unwrap_or(""));
            // The "American Federation of Teachers" is more than the "Texas American Federation of Teachers".
            if is_owner && rest.len() > 1 || is_there && rest.len() <= MAX_WORDS_BEHIND_PLACE {
                let key = index::key(rest.iter().copied());
                if let Some(it) = long.put(key, Some((idx, is_owner))) {
                    *it = None;
                }
            }
        }
    }
    for idx in 0..groups.len() {
        let group = &groups[idx];
        let Some(&Some((target, is_owner))) = long.get(group.key()) else { continue };
        let kind = match (group.kind, groups[target].kind) {
            // "Virginia" is not "West Virginia".
            (EntityKind::Place, EntityKind::Place)
                if DIRECTIONS.iter().any(|it| spelled(&groups[target]).starts_with(it)) =>
            {
                continue;
            }
            // "Virginia Democrats" are not all of them.
            _ if lexicon.nationalities.contains(spelled(group)) => continue,
            (EntityKind::Person, _) if group.confidence > UNSURE => continue,
            (EntityKind::Place, EntityKind::Place) => EntityKind::Place,
            (EntityKind::Place, _) if group.confidence > UNSURE => continue,
            (EntityKind::Other, EntityKind::Other) => EntityKind::Other,
            _ => EntityKind::Organization,
        };
        if group.joined.is_none() && group.name.acronym.as_ref().is_none_or(|it| it.len() > 5) {
            // "Yoon's People Power Party" is called by its own name.
            let (short, long) = if is_owner { (target, idx) } else { (idx, target) };
            groups[short].joined = Some((long, "without_place"));
            groups[long].kind = kind;
        }
    }
}

/// "Syrians" join "Syrian", "Liberal Democrats" the "Liberal Democrat".
fn join_plurals(document: &Document, mentions: &[Mention], groups: &mut [Group]) {
    let is_some = |it: &Group| matches!(it.kind, EntityKind::Other | EntityKind::Organization);
    let mut by_words = Map::new();
    // The last of those that are called alike.
    for (idx, group) in groups.iter().enumerate().rev().filter(|it| is_some(it.1)) {
        by_words.put(group.key(), idx);
    }
    for idx in 0..groups.len() {
        let spelled = first_spelling(document, mentions, &groups[idx]);
        let Some(one) = spelled.strip_suffix('s').filter(|it| it.len() > 2) else { continue };
        let Some(&target) = by_words.get(index::key(Name::of(one).words)) else { continue };
        // "Reuter" is no Reuters, and "Time" no Times.
        let is_alone = groups[idx].name.words.len() == 1;
        let is_body = |it: usize| groups[it].kind == EntityKind::Organization;
        if groups[idx].joined.is_none()
            && is_some(&groups[idx])
            && !(is_alone && (is_body(idx) || is_body(target)))
        {
            // Called as it mostly is.
            let many = groups[idx].mentions.len() > groups[target].mentions.len();
            let (short, long) =
                if many && groups[target].joined.is_none() { (target, idx) } else { (idx, target) };
            groups[short].joined = Some((long, "plural"));
        }
    }
}

/// The group that a group belongs to at last. Every step leads to a longer name, so it ends.
fn root(groups: &[Group], mut idx: usize) -> usize {
    for _ in 0..4 {
        match groups[idx].joined {
            Some((target, _)) => idx = target,
            None => break,
        }
    }
    idx
}

fn build(document: &Document, mentions: &[Mention], groups: &[Group]) -> Vec<Entity> {
    let mut entity_of: Vec<Option<usize>> = vec![None; groups.len()];
    let mut order: Vec<(u32, usize)> =
        groups.iter().enumerate().map(|(idx, it)| (it.mentions[0], idx)).collect();
    order::sort(&mut order);
    let mut entities: Vec<Entity> = Vec::new();
    for &(_, idx) in &order {
        let head = root(groups, idx);
        let at = *entity_of[head].get_or_insert_with(|| {
            let head = &groups[head];
            entities.push(Entity {
                name: fullest_name(
                    head.mentions.iter().map(|&it| mentions[it as usize].span.of(document.text)),
                ),
                kind: head.kind,
                confidence: head.confidence,
                mentions: Vec::new(),
                rule: "same_name",
            });
            entities.len() - 1
        });
        let entity = &mut entities[at];
        if let Some((_, rule)) = groups[idx].joined {
            entity.rule = rule;
        }
        entity.mentions.extend(groups[idx].mentions.iter().map(|&it| {
            let mention = &mentions[it as usize];
            EntityMention { span: mention.span, named: true, confidence: mention.confidence }
        }));
    }
    for entity in &mut entities {
        order::by_key(&mut entity.mentions, |it| it.span);
    }
    entities
}

/// Of the spellings of one name the one with the most words; of those the longest, of those the first. One in capitals
/// only counts when there is no other.
fn fullest_name<'t>(spellings: impl Iterator<Item = &'t str>) -> String {
    let rank = |spelled: &str| {
        let shouts = spelled.len() > 3 && !spelled.chars().any(|it| it.is_lowercase() || it == '.');
        (!shouts, spelled.split_whitespace().count(), spelled.chars().filter(|it| it.is_alphabetic()).count())
    };
    let (mut best, mut most) = ("", None);
    for spelled in spellings {
        // Most mentions spell it as the one before.
        if spelled != best && Some(rank(spelled)) > most {
            (best, most) = (spelled, Some(rank(spelled)));
        }
    }
    best.split_whitespace().collect::<Vec<_>>().join(" ")
}
