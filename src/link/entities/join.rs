//! Named mentions become entities.
//!
//! Three steps: mentions that spell the same are one name, whose kind they settle by vote; then shorter
//! names join longer ones ("Zelensky" the "Volodymyr Zelensky", "ECB" the "European Central Bank"); then
//! every group takes its fullest name.

use super::names::{Name, ShortForms};
use super::{Entity, EntityMention};
use crate::find::mentions::{EntityKind, Mention};
use crate::order;
use crate::read::Document;
use std::collections::BTreeMap;

/// More holders of one last name than this are not told apart.
const MAX_NAMESAKES: usize = 8;

/// All mentions that spell the same.
struct Group {
    name: Name,
    kind: EntityKind,
    confidence: f32,
    /// Indexes of mentions, in order.
    mentions: Vec<u32>,
    /// The group that this one joined.
    joined: Option<(usize, &'static str)>,
}

/// Joins mentions by what they are called.
pub(super) fn by_name(document: &Document, mentions: &[Mention]) -> Vec<Entity> {
    let mut groups = groups(document, mentions);
    join_acronyms(&mut groups);
    join_people(document, mentions, &mut groups);
    join_short_names(&mut groups);
    join_without_country(&mut groups);
    build(document, mentions, &groups)
}

fn groups(document: &Document, mentions: &[Mention]) -> Vec<Group> {
    let short_forms = ShortForms::new();
    let mut by_key: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    let mut votes: Vec<[f32; 4]> = Vec::new();
    for (idx, mention) in mentions.iter().enumerate() {
        let name = Name::of(mention.span.of(document.text));
        let key = short_forms.spell_out(name.words.clone());
        let at = *by_key.entry(key).or_insert_with(|| {
            groups.push(Group {
                name,
                kind: mention.kind,
                confidence: 0.0,
                mentions: Vec::new(),
                joined: None,
            });
            votes.push([0.0; 4]);
            groups.len() - 1
        });
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
        // The White House acts and speaks; that it is a building, too, rarely matters in an article.
        if group.name.words.len() > 1 && group.kind == EntityKind::Place {
            let spelled = mentions[group.mentions[0] as usize].span.of(document.text);
            if document.lexicon.org_words.contains(spelled) {
                group.kind = EntityKind::Organization;
            }
        }
    }
    groups
}

/// "ECB" joins "European Central Bank", wherever in the text each stands.
fn join_acronyms(groups: &mut [Group]) {
    let mut long: BTreeMap<Vec<char>, usize> = BTreeMap::new();
    for (idx, group) in groups.iter().enumerate() {
        if group.name.initials.len() > 1 && group.kind != EntityKind::Person {
            long.entry(group.name.initials.clone()).or_insert(idx);
        }
    }
    for group in groups.iter_mut() {
        let Some(acronym) = &group.name.acronym else { continue };
        if let Some(&target) = long.get(acronym) {
            group.joined = Some((target, "acronym"));
        }
    }
    for idx in 0..groups.len() {
        if let Some((target, _)) = groups[idx].joined {
            groups[idx].kind = groups[target].kind;
        }
    }
}

/// "Zelensky" joins "Volodymyr Zelensky"; so does "Volodymyr", if he is the only one.
fn join_people(document: &Document, mentions: &[Mention], groups: &mut [Group]) {
    let mut by_last: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let mut by_first: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (idx, group) in groups.iter().enumerate() {
        if let [first, .., last] = group.name.words[..]
            && group.kind == EntityKind::Person
        {
            for (map, word) in [(&mut by_last, last), (&mut by_first, first)] {
                let namesakes: &mut Vec<usize> = map.entry(word).or_default();
                if namesakes.len() < MAX_NAMESAKES {
                    namesakes.push(idx);
                }
            }
        }
    }
    // "Donald J. Trump" is "Donald Trump": same first and last word, the shorter name between.
    for namesakes in by_last.values() {
        for &idx in namesakes {
            let words = &groups[idx].name.words;
            let same = namesakes.iter().copied().find(|&other| {
                let longer = &groups[other].name.words;
                other != idx && longer.len() > words.len() && longer[0] == words[0] && words.len() == 2
            });
            if let Some(other) = same {
                groups[idx].joined = Some((other, "middle_name"));
            }
        }
    }
    for idx in 0..groups.len() {
        let group = &groups[idx];
        let [word] = group.name.words[..] else { continue };
        // "Isabel" beside "Isabel Ruiz" is no organization, whatever a place or two made of her.
        let spelled = mentions[group.mentions[0] as usize].span.of(document.text);
        let lexicon = document.lexicon;
        let likely = group.kind == EntityKind::Person
            || group.confidence < 0.6
            || lexicon.women.contains(spelled)
            || lexicon.men.contains(spelled);
        if group.joined.is_some() || !likely {
            continue;
        }
        let target = match (by_last.get(&word), by_first.get(&word)) {
            // Of several Obamas, the one named last before the bare name is meant, else the first.
            (Some(namesakes), _) => {
                let first = group.mentions[0];
                let before = namesakes.iter().rev().find(|&&it| groups[it].mentions[0] < first);
                Some((*before.unwrap_or(&namesakes[0]), "last_name"))
            }
            (None, Some(namesakes)) => {
                let all_one = namesakes.iter().all(|&it| root(groups, it) == root(groups, namesakes[0]));
                all_one.then_some((namesakes[0], "first_name"))
            }
            _ => None,
        };
        if target.is_some() {
            groups[idx].joined = target;
            groups[idx].kind = EntityKind::Person;
        }
    }
}

/// "Bilfinger" joins "Bilfinger Berger", "Supreme Court" the "Supreme Court of Canada": one name
/// begins the other, both are organizations, and no other name fits.
fn join_short_names(groups: &mut [Group]) {
    let mut by_first: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (idx, group) in groups.iter().enumerate() {
        if group.kind == EntityKind::Organization && group.name.words.len() > 1 {
            let namesakes = by_first.entry(group.name.words[0]).or_default();
            if namesakes.len() < MAX_NAMESAKES {
                namesakes.push(idx);
            }
        }
    }
    for idx in 0..groups.len() {
        let group = &groups[idx];
        if group.joined.is_some() || group.kind != EntityKind::Organization {
            continue;
        }
        let Some(namesakes) = group.name.words.first().and_then(|it| by_first.get(it)) else { continue };
        let mut longer = namesakes.iter().filter(|&&it| {
            it != idx
                && groups[it].name.words.len() > group.name.words.len()
                && groups[it].name.words.starts_with(&group.name.words)
                // "Cambridge" is not the "Cambridge Whig Club", nor "NFL" the "NFL Network".
                && (group.name.words.len() > 1
                    || groups[it].name.words.len() == 2 && group.name.acronym.is_none())
        });
        if let (Some(&target), None) = (longer.next(), longer.next()) {
            groups[idx].joined = Some((target, "short_name"));
        }
    }
}

/// "Congress" joins the "U.S. Congress", if the article has no other.
fn join_without_country(groups: &mut [Group]) {
    let short_forms = ShortForms::new();
    let mut long: BTreeMap<Vec<u32>, Option<usize>> = BTreeMap::new();
    for (idx, group) in groups.iter().enumerate().filter(|it| it.1.kind == EntityKind::Organization) {
        if let Some(rest) = short_forms.without_country(&group.name.words) {
            long.entry(rest.to_vec()).and_modify(|it| *it = None).or_insert(Some(idx));
        }
    }
    for group in groups.iter_mut().filter(|it| it.joined.is_none() && it.kind == EntityKind::Organization) {
        if let Some(&Some(target)) = long.get(&group.name.words) {
            group.joined = Some((target, "without_country"));
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
    let mut entity_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut order: Vec<(u32, usize)> =
        groups.iter().enumerate().map(|(idx, it)| (it.mentions[0], idx)).collect();
    order::sort(&mut order);
    let mut entities: Vec<Entity> = Vec::new();
    for &(_, idx) in &order {
        let head = root(groups, idx);
        let at = *entity_of.entry(head).or_insert_with(|| {
            let head = &groups[head];
            entities.push(Entity {
                name: String::new(),
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
        entity.name = fullest_name(document, &entity.mentions);
    }
    entities
}

/// The spelling with the most words; of those the longest, of those the first. One in capitals only counts
/// when there is no other.
fn fullest_name(document: &Document, mentions: &[EntityMention]) -> String {
    let rank = |spelled: &str| {
        let shouts = spelled.len() > 5 && !spelled.chars().any(char::is_lowercase);
        (!shouts, spelled.split_whitespace().count(), spelled.chars().filter(|it| it.is_alphabetic()).count())
    };
    let mut best = "";
    for mention in mentions {
        let spelled = mention.span.of(document.text);
        if best.is_empty() || rank(spelled) > rank(best) {
            best = spelled;
        }
    }
    let mut name = String::with_capacity(best.len());
    for word in best.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}
