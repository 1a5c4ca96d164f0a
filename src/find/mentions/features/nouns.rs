//! German nouns have capitals, as names have: which capitals tell nothing.
//!
//! A noun is taken for one in lower case when it is no listed name of a place, a country, an organization or a first
//! name, does not follow a first name anywhere in the text, and one of these holds:
//!
//! - it is usual (some that are listed names as well, "Winter", stand in `nouns.txt`), ends as nouns end, or is a compound of a usual one: "Regierung", "Bordmechaniker";
//! - an article stands before it and no capital behind: "den Hochwasserschutz", "ihre Keller";
//! - no word with a capital stands beside it: what is left are unknown names, rarer than unknown nouns.

use super::listed::hash_listed;
use super::{Info, class, has_capital, shape};
use crate::lexicon::{ByLanguage, WordSet, hash_folded, list};
use crate::model::names::Lists;
use crate::order;
use crate::read::Document;
use crate::read::tokens::Token;

/// Where no name but one with an article stands: "die Bewohner", "im Nachhinein".
const ARTICLES: &str = "der die das den dem des ein eine einen einem einer eines im am vom zum zur beim ins kein keine \
    keinen keinem keiner sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren unserem unserer \
    dieser diese dieses diesem diesen jeder jede jedes jedem jeden viele alle mehrere einige beide beiden";

/// Longest noun, in bytes, whose parts are looked up: time stays in proportion to the text.
const LONGEST: usize = 60;

/// Endings of nouns that no name has.
const ENDINGS: &str = "ung ungen heit heiten keit keiten schaft schaften tion onen tät ismus nis ling chen jahr innen erin orin ogin istin";

/// Listed names that are seldom nouns as well; last names often are: "Keller", "Platz".
const NAMES: u32 = class::FIRST | class::PLACE | class::COUNTRY | class::ORGANIZATION;

/// Puts nouns that are no names in lower case.
pub(super) fn lower(document: &Document, tokens: &[Token], lists: &Lists, infos: &mut [Info]) {
    let spelled = |at: usize| tokens[at].span.of(document.text);
    for (at, info) in infos.iter_mut().enumerate().filter(|(_, it)| it.shape == shape::TITLE) {
        info.classes = listed(spelled(at), lists);
    }
    static NOUNS: ByLanguage<WordSet> = ByLanguage::empty();
    let nouns = NOUNS.of("de", |tag| WordSet::parse(list(tag, "nouns").unwrap_or("")));
    let lexicon = document.lexicon;
    let usual: Vec<bool> = (0..infos.len())
        .map(|at| {
            infos[at].shape == shape::TITLE
                && (is_common(spelled(at), infos[at].classes, lists)
                    || nouns.contains(spelled(at))
                    || lexicon.stop.contains(spelled(at))
                    || lexicon.abbreviations.contains(spelled(at)))
        })
        .collect();
    let follows = |at: usize| at > 0 && at < tokens.len() && tokens[at - 1].sentence == tokens[at].sentence;
    // "Jürgen Dupper" makes "Dupper" a name wherever it stands.
    let mut last_names: Vec<u32> = (1..infos.len())
        .filter(|&at| {
            follows(at) && !usual[at] && !usual[at - 1] && infos[at - 1].classes & class::FIRST != 0
        })
        .map(|at| infos[at].word)
        .collect();
    order::sort(&mut last_names);
    let articles: Vec<u32> = ARTICLES.split_whitespace().map(hash_folded).collect();
    let capitals: Vec<bool> = infos.iter().map(|it| has_capital(it.shape)).collect();
    let heads_name =
        |at: usize| follows(at) && follows(at + 1) && capitals[at + 1] && is_adjective(spelled(at));
    for at in 0..infos.len() {
        let info = &infos[at];
        if info.shape != shape::TITLE
            || last_names.binary_search(&info.word).is_ok()
            || heads_name(at)
            || at > 0 && heads_name(at - 1)
        {
            continue;
        }
        let is_first = info.classes & class::FIRST != 0;
        let is_listed = info.classes & (NAMES & !class::FIRST) != 0;
        let before = follows(at) && capitals[at - 1];
        let behind = follows(at + 1) && capitals[at + 1];
        let article = follows(at) && articles.contains(&infos[at - 1].word);
        if usual[at] || !is_listed && !behind && (article || !before && !is_first) {
            infos[at].shape = shape::LOWER;
            // "Damit" is a town in no sentence.
            if usual[at] {
                infos[at].classes &= !NAMES;
            }
        }
    }
}

/// The classes of a word, or of the one that it is the genitive of: other endings make names of nouns ("Stand" of "Stan").
fn listed(spelled: &str, lists: &Lists) -> u32 {
    let classes = |it: &str| lists.classes(hash_listed(hash_folded(it)));
    match (classes(spelled), spelled.strip_suffix('s')) {
        (0, Some(stem)) => classes(stem) & !class::COMMON,
        (classes, _) => classes,
    }
}

/// True for adjectives that stand in names.
fn is_adjective(spelled: &str) -> bool {
    let stem = spelled.strip_suffix(['n', 'r', 's', 'm']).unwrap_or(spelled);
    ["ische", "deutsche", "Deutsche", "Weiße", "Neue", "Große", "Rote", "Grüne"]
        .iter()
        .any(|it| stem.ends_with(it))
}

/// True for a noun that is no name, as far as lists and endings tell.
fn is_common(spelled: &str, classes: u32, lists: &Lists) -> bool {
    if classes & (NAMES | class::LAST) != 0 || spelled.len() > LONGEST {
        return false;
    }
    let listed = |word: &str| lists.classes(hash_listed(hash_folded(word))) & class::COMMON != 0;
    // The rest of a compound has three letters at least, and its noun four.
    let mut ends = spelled.char_indices().skip(3).map(|(at, _)| &spelled[at..]).filter(|it| it.len() >= 4);
    classes & class::COMMON != 0
        || spelled.len() > 6 && ENDINGS.split(' ').any(|it| spelled.ends_with(it))
        || ends.any(listed)
}
