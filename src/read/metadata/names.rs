//! Names of authors, cleaned of all that sites write around them. Rather none than a wrong one.

use crate::lexicon::{among, among_folded};
use crate::model::first_names::FirstName;

/// The names in a byline such as "By Ann Lee and Bo Chen, Staff Writers | Nov. 18, 2019". Of several lines the first
/// with a name counts.
pub fn of(byline: &str) -> Vec<String> {
    byline.lines().take(4).map(of_line).find(|it| !it.is_empty()).unwrap_or_default()
}

fn of_line(line: &str) -> Vec<String> {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = wrote(after_by(&line));
    let mut names: Vec<String> = Vec::new();
    for part in split_names(line) {
        if names.first().is_some_and(|it| is_degree(part) && !is_degree(it)) {
            continue;
        }
        match clean(part) {
            Some(name) if !names.contains(&name) => names.push(name),
            Some(_) => {}
            // "Ann Lee, Staff Writer": what follows a name may be anything; what goes before must be a name.
            None => break,
        }
    }
    names
}

/// The line up to what is no name: the paper, the role, the time, who else had a hand in it.
fn wrote(line: &str) -> &str {
    const ENDS: &str = "\
        | /· /⋅ /– /- /reviewed /medically /edited /updated /published /posted /fact/stand:/on /in /for /at /from ";
    // "Ann Lee@annlee", "Ann Lee—10 min read": right behind.
    let line = line.split_once(['@', '—', '•', '●']).map_or(line, |it| it.0);
    for (at, _) in line.match_indices(' ') {
        let (before, rest) = (&line[..at], &line[at + 1..]);
        let last = before.rsplit(' ').next().unwrap_or("");
        // "Ann Lee. Reviewed by Bo Chen"; "J. R. Stone" and "Dr. Ann Lee" go on behind the dot.
        if last.len() > 4 && last.ends_with('.') || ENDS.split('/').any(|it| begins(rest, it)) {
            return before;
        }
        // "Ann Lee 4 August 2010", "Ann Lee, Dec 4"
        if rest.starts_with(|it: char| it.is_ascii_digit()) {
            let month = super::published::month_at(last);
            return month.map_or(before, |it| &before[..at - last.len() + it]);
        }
    }
    line
}

/// Letters behind a name: "MD", "E-RYT 200", "M.D. FACLM".
fn is_degree(part: &str) -> bool {
    const MIXED: &[&str] = &["PhD", "Ph.D.", "Ph.D", "MSc", "BSc", "PharmD", "Esq.", "Esq", "Jr.", "Jr"];
    part.len() <= 14 && !part.bytes().any(|it| it.is_ascii_lowercase()) || MIXED.contains(&part)
}

/// True when `text` begins with `phrase`, in letters of either size.
fn begins(text: &str, phrase: &str) -> bool {
    text.get(..phrase.len()).is_some_and(|it| it.eq_ignore_ascii_case(phrase))
}

/// The name in a field that holds nothing else: there a nickname in small letters is one, too.
pub fn of_field(field: &str) -> Vec<String> {
    let names = of_mark(field);
    let lone = || if field.trim().contains(' ') { None } else { nick(field) };
    if names.is_empty() { lone().into_iter().collect() } else { names }
}

/// The names in what markup sets apart: there it may be a team.
pub fn of_mark(line: &str) -> Vec<String> {
    let names = of(line);
    let is_team = |it: &str| among_folded(TEAMS, it);
    let team = clean_with(line, TEAMS)
        .filter(|it| it.starts_with("Team ") || it.rsplit_once(' ').is_some_and(|it| is_team(it.1)));
    if names.is_empty() { team.into_iter().collect() } else { names }
}

/// A lone word that names somebody: "ibby", "BeauHD on Friday".
pub fn nick(line: &str) -> Option<String> {
    let line = line.trim();
    let (nick, rest) = line.split_once([' ', '\n', '\u{a0}']).unwrap_or((line, ""));
    let plain = (2..=24).contains(&nick.len()) && nick.bytes().all(|it| it.is_ascii_alphanumeric());
    let alone = rest.is_empty()
        || nick.starts_with(|it: char| it.is_ascii_uppercase()) && !rest.starts_with(char::is_uppercase);
    let is_no_name = among_folded(NO_NAME, nick);
    (plain && alone && !is_no_name).then(|| nick.to_string())
}

/// The line without "By" and its like; the whole line where there is none.
pub fn after_by(line: &str) -> &str {
    const BY: &str = "\
        this post was written by|written by|posted by|published by|story by|words by|text by|reported by|\
        researched by|authored by|by:|by|verfasst von|geschrieben von|eine kolumne von|ein kommentar von|\
        ein gastbeitrag von|von:|von|écrit par|publié par|par|escrito por|por|scritto da|a cura di|door|\
        contributors:|author(s)|author:|author :|authors:|autor:|autorin:|autoren:|text:|interview:|av";
    let line = line.trim();
    for by in BY.split('|') {
        if !begins(line, by) {
            continue;
        }
        let rest = &line[by.len()..];
        // "ByAnn Lee": two elements without a blank between.
        let glued = by == "by" && line.starts_with("By") && rest.starts_with(char::is_uppercase);
        if rest.is_empty() || glued || by.ends_with([':', ')']) || rest.starts_with([' ', ':', '\u{a0}']) {
            return rest.trim_start_matches([' ', ':', '\u{a0}']);
        }
    }
    // "Nov 18, 2019 by Ann Lee in Growth"
    for by in [" by ", " By ", " von "] {
        if let Some((day, rest)) = line.split_once(by)
            && super::published::iso(day, false).is_some()
        {
            return rest;
        }
    }
    line
}

/// True for a line that holds somebody's name and no words beside it but the day: first names are known.
pub fn is_named(line: &str) -> bool {
    of(line)
        .first()
        .and_then(|it| it.split_once(' '))
        .is_some_and(|(first, last)| FirstName::of("en", first).is_known() && last.split(' ').count() <= 2)
}

fn split_names(line: &str) -> impl Iterator<Item = &str> {
    line.split([',', ';', '/', '&', '|', '+'])
        .flat_map(|it| it.split(" and "))
        .flat_map(|it| it.split(" AND "))
        .flat_map(|it| it.split(" und "))
        .flat_map(|it| it.split(" et "))
        .flat_map(|it| it.split(" with "))
        .map(str::trim)
        .map(|it| it.strip_prefix("and ").unwrap_or(it))
        .filter(|it| !it.is_empty())
}

/// Words that are in no person's name, but in what sites write in the author's place.
const NO_NAME: &str = "\
    admin administrator staff editor editors editorial team reporter writer contributor correspondent \
    author autor autorin founder co-founder ceo director president manager analyst reviewer astrologer \
    gardener licensed certified journalist producer columnist expert welcome people home blog guest \
    updated published posted news read more follow share comments comment email twitter facebook view \
    profile profiles posts contact redaktion uhr min subscribe webmaster desk user anonymous unknown none null \
    undefined wordpress about photo source the last this here on in at for bio senior special january \
    february march april june july august september october november december monday tuesday wednesday \
    thursday friday saturday sunday";

/// Of those, the ones that end the name of a team: "Camphouse Team", "AOL Staff".
const TEAMS: &str = "team staff editors editor desk editorial news the redaktion about";

/// A name, if `text` plainly is one.
pub fn clean(text: &str) -> Option<String> {
    clean_with(text, "")
}

/// A name that may hold some of the words that are else in none.
fn clean_with(text: &str, but: &str) -> Option<String> {
    let text =
        after_by(text.trim()).trim_matches([' ', '.', ',', ':', '-', '(', ')', '"', '“', '”', '*', '@']);
    let text = text.split(" (").next().unwrap_or(text).trim();
    let words: Vec<&str> = text.split_whitespace().collect();
    let shaped = (1..=5).contains(&words.len())
        && text.chars().count() <= 50
        && text.chars().count() >= 3
        && !text.contains(['@', '/', ':', '：', '|', '#', '<', '>', '?', '!', '=', '_', '"'])
        && !text.chars().any(|it| it.is_ascii_digit());
    let same = |it: &str, words: &str| among_folded(words, it.trim_matches('.'));
    let is_no_name = |it: &&str| same(it, NO_NAME) && !same(it, but);
    if !shaped || words.iter().any(is_no_name) {
        return None;
    }
    let particle = |it: &str| among("de la van von der den da dos del di bin al el le du y zu ter dr.", it);
    let capital =
        |it: &&str| it.starts_with(|it: char| it.is_uppercase() || !it.is_lowercase() && it.is_alphabetic());
    let fits = words.iter().all(|it| capital(it) || particle(it))
        && words.first().is_some_and(|it| capital(it) || particle(it));
    fits.then(|| text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        for (line, want) in [
            ("By Ann Lee and Bo Chen, Staff Writers | Nov. 18, 2019", "Ann Lee; Bo Chen"),
            ("By Ann Lee", "Ann Lee"),
            ("BY ANN LEE", "ANN LEE"),
            ("Von Lukas de Boer", "Lukas de Boer"),
            ("Ann Lee, Bo Chen, Cy Dee", "Ann Lee; Bo Chen; Cy Dee"),
            ("admin", ""),
            ("Posted by admin", ""),
            ("https://www.facebook.com/ann", ""),
            ("by the way it rained", ""),
            ("ByAnn Lee", "Ann Lee"),
            ("By: Ann Lee, MD, and Bo Chen, PhD", "Ann Lee; Bo Chen"),
            ("BY ANN LEE AND BO CHEN", "ANN LEE; BO CHEN"),
            ("Written by Ann Lee. Medically reviewed by Bo Chen", "Ann Lee"),
            ("by: Ann Lee, Dec 17, 2025", "Ann Lee"),
            ("By J. R. Lee | The Paper", "J. R. Lee"),
            ("Autorin: Ann Lee, Leiterin des Hauses", "Ann Lee"),
            ("Ann Lee\n4 August 2010", "Ann Lee"),
            ("Bystander saves dog", ""),
        ] {
            assert_eq!(of(line).join("; "), want, "{line}");
        }
    }

    #[test]
    fn nicknames_and_teams() {
        assert_eq!(of_field("ann1984"), ["ann1984"]);
        assert_eq!(of_field("Harbor Team"), ["Harbor Team"]);
        assert!(of_field("Staff Directory").is_empty());
        assert!(of_field("Contributors to the project").is_empty());
        assert_eq!(nick("AnnL on Friday").as_deref(), Some("AnnL"));
        assert_eq!(nick("our own team"), None);
    }
}
