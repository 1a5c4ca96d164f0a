//! Clubs that are called by their town: "[Leeds] striker", "beat [Chicago] 4-1", "[Surrey] 2 [Kent] 0".
//!
//! In a text about sport the words beside such a name tell which it is, and what most places of a name tell holds for all of
//! them. National teams stay lands.

use super::EntityKind;
use super::borders::is_dash;
use super::features::{Sheet, class, listed_word};
use super::tagger::Candidate;
use super::words::Words;
use crate::index::{Map, of_folded, of_word};
use crate::lexicon::{Few, WordSet, among};
use crate::model::names::Lists;

/// What reports on matches speak of, and little else does; and what others speak of as well. So many different ones of both
/// make one, of the former so many where a name was no place before.
const MATCHES: &str = "coach cup fixture football goal goalkeeper goals halftime half-time innings league match matches midfielder \
    pitcher playoff playoffs quarterback rugby scored season soccer squad standings striker substitute wicket wickets winger";
const GAMES: &str = "championship defender division game games inning player players points seed team tournament win winner won";
const N_WORDS: usize = 4;

/// Who plays for a club or stands by it: behind its name.
const PLAYERS: Few = Few::new(
    "striker strikers defender defenders midfielder midfielders goalkeeper keeper winger forward captain skipper \
    coach manager boss fans players player teammate teammates team-mate fan squad side pitcher quarterback outfielder shortstop \
    fly-half scrum-half flanker centre-half batsman bowler full-back",
);

/// What a club does to another, or is: before its name.
const AGAINST: Few = Few::new(
    "against beat beats beating thrashed thrash defeated downed edged v vs versus host hosts hosted hosting visitors \
    champions leaders rivals club side neighbours neighbors strugglers",
);

/// Before a town.
const INSIDE: Few = Few::new("in near central outside around downtown east west north south");

/// Lands whose teams are no clubs, and last words of such.
const LANDS: Few = Few::new(
    "England Scotland Wales Holland Netherlands Britain Ireland U.S. US USA UK U.K. Africa America Arabia Coast \
    Emirates Guinea Indies Islands Kingdom Kong Korea Lanka Leone Republic Rica States Zealand",
);

/// How sure a club is.
const SURE: f32 = 0.8;

/// What the places of one name tell.
struct Votes {
    /// It plays, or its players are told of.
    club: u32,
    /// The latter alone.
    players: u32,
    town: u32,
}

/// Makes clubs of the towns and other names that play.
pub(super) fn tell(words: Words, sheet: &Sheet, lists: &Lists, names: &mut [Candidate]) {
    let told = WordSet::new(MATCHES.split(' ').chain(GAMES.split(' ')).collect());
    let mut is_told = vec![false; told.entries().len()];
    sheet.vocabulary().filter_map(|it| told.position(it)).for_each(|it| is_told[it] = true);
    let (matches, games) = is_told.split_at(MATCHES.split(' ').count());
    let n_told = |it: &[bool]| it.iter().filter(|it| **it).count();
    let n_matches = n_told(matches);
    if n_matches == 0 || n_matches + n_told(games) < N_WORDS {
        return;
    }
    let key = |it: &Candidate| of_folded(words.spelled(it.first, it.last));
    let mut votes: Map<Votes> = Map::new();
    let mut people = Map::new();
    for it in names.iter() {
        if it.kind == EntityKind::Person && it.last > it.first {
            (it.first..=it.last).for_each(|at| {
                people.put(of_word(words.at(at)), ());
            });
        }
        let has_players = has_players(words, it);
        let is_club = has_players || has_score(words, it) || AGAINST.has_folded(words.beside(it.first, -1));
        let is_town = INSIDE.has_folded(words.beside(it.first, -1));
        let (club, players, town) = (is_club.into(), has_players.into(), is_town.into());
        if let Some(votes) = votes.put(key(it), Votes { club, players, town }) {
            votes.club += club;
            votes.players += players;
            votes.town += town;
        }
    }
    for it in names {
        let Some(votes) = votes.get(key(it)) else { continue };
        let last = words.at(it.last);
        let classes = lists.classes(listed_word(last));
        let is_one = it.first == it.last;
        let is_first_name = classes & (class::FIRST | class::PLACE) == class::FIRST;
        let n_signs = match it.kind {
            EntityKind::Place => votes.club,
            EntityKind::Person if !is_one || is_first_name || people.has(of_word(last)) => 0,
            EntityKind::Person | EntityKind::Other if n_matches >= N_WORDS => votes.players,
            _ => 0,
        };
        let is_club = n_signs > 0
            && n_signs >= votes.town
            && classes & class::PEOPLE == 0
            && !(is_one && classes & class::COUNTRY != 0)
            && (is_one || classes & class::PLACE_WORD == 0 || among("City County", last))
            && !LANDS.has(last)
            && !stays_town(words, it);
        if is_club {
            (it.kind, it.confidence) = (EntityKind::Organization, SURE);
        }
    }
}

/// "[Leeds]' striker"
fn has_players(words: Words, it: &Candidate) -> bool {
    let by = 1 + isize::from(matches!(words.beside(it.last, 1), "'s" | "’s" | "'" | "’"));
    PLAYERS.has(words.beside(it.last, by))
}

/// "[Surrey] 2 [Kent] 0", "[Chicago] 4-1", and no "[Chicago] 7 years".
fn has_score(words: Words, it: &Candidate) -> bool {
    let (score, behind) = (words.beside(it.last, 1), words.beside(it.last, 2));
    let n_digits = score.bytes().filter(u8::is_ascii_digit).count();
    score.starts_with(|it: char| it.is_ascii_digit())
        && (n_digits == score.len() && n_digits <= 3
            || n_digits + 1 == score.len() && n_digits <= 5 && score.contains('-'))
        && !behind.starts_with(char::is_lowercase)
}

/// Whether this place of the name is the town's, whatever the others are: "in [Leeds]", "at [Chicago]", "[NICE], France, Aug 3"
fn stays_town(words: Words, it: &Candidate) -> bool {
    let (before, behind) = (words.beside(it.first, -1), words.beside(it.last, 1));
    let heads = before.is_empty()
        && (among(", (", behind) || is_dash(behind) || behind.len() > 5 && behind.starts_with('1'));
    heads || before.eq_ignore_ascii_case("at") || INSIDE.has_folded(before)
}
