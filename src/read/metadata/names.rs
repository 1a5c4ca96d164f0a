//! Names of authors, cleaned of all that sites write around them. Rather none than a wrong one.

/// The names in a byline such as "By Ann Lee and Bo Chen, Staff Writers | Nov. 18, 2019".
pub fn of(byline: &str) -> Vec<String> {
    let line = byline.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = after_by(&line);
    let mut names = Vec::new();
    // What stands behind these is no name: the paper, the role, the time.
    let ends = [" | ", " · ", " • ", " – ", " — ", " - "];
    let line = &line[..ends.iter().filter_map(|it| line.find(it)).min().unwrap_or(line.len())];
    for part in split_names(line) {
        match clean(part) {
            Some(name) if !names.contains(&name) => names.push(name),
            Some(_) => {}
            // "Ann Lee, Staff Writer": what follows a name may be anything; what goes before must be a name.
            None if names.is_empty() => return names,
            None => break,
        }
    }
    names
}

/// The name in a field that holds nothing else: there a nickname in small letters is one, too.
pub fn of_field(field: &str) -> Vec<String> {
    let names = of(field);
    let team = clean_with(field, TEAMS);
    if names.is_empty() && team.as_ref().is_some_and(|it| it.contains(' ')) {
        return team.into_iter().collect();
    }
    let nick = field.trim();
    let plain = (3..=24).contains(&nick.len()) && nick.bytes().all(|it| it.is_ascii_alphanumeric());
    let is_no_name = NO_NAME.iter().any(|no| nick.eq_ignore_ascii_case(no));
    if names.is_empty() && plain && !is_no_name { vec![nick.to_string()] } else { names }
}

/// The line without "By" and its like.
fn after_by(line: &str) -> &str {
    const BY: &[&str] = &[
        "written by",
        "posted by",
        "published by",
        "story by",
        "words by",
        "reported by",
        "authored by",
        "by:",
        "by",
        "von:",
        "von",
        "par",
        "por",
        "door",
        "author:",
        "authors:",
        "autor:",
        "text:",
        "av",
    ];
    for by in BY {
        let fits = line.get(..by.len()).is_some_and(|it| it.eq_ignore_ascii_case(by));
        if fits && (by.ends_with(':') || line[by.len()..].starts_with([' ', ':'])) {
            return line[by.len()..].trim_start_matches([' ', ':']);
        }
    }
    line
}

fn split_names(line: &str) -> impl Iterator<Item = &str> {
    line.split([',', ';', '/', '&', '|'])
        .flat_map(|it| it.split(" and "))
        .flat_map(|it| it.split(" und "))
        .flat_map(|it| it.split(" et "))
        .flat_map(|it| it.split(" with "))
        .map(str::trim)
        .map(|it| it.strip_prefix("and ").unwrap_or(it))
        .filter(|it| !it.is_empty())
}

/// Words that are in no person's name, but in what sites write in the author's place.
const NO_NAME: &[&str] = &[
    "admin",
    "administrator",
    "staff",
    "editor",
    "editors",
    "editorial",
    "team",
    "reporter",
    "writer",
    "contributor",
    "correspondent",
    "author",
    "guest",
    "updated",
    "published",
    "posted",
    "news",
    "read",
    "more",
    "follow",
    "share",
    "comments",
    "comment",
    "email",
    "twitter",
    "facebook",
    "view",
    "profile",
    "posts",
    "contact",
    "redaktion",
    "uhr",
    "min",
    "subscribe",
    "webmaster",
    "desk",
    "user",
    "anonymous",
    "unknown",
    "none",
    "null",
    "undefined",
    "wordpress",
    "about",
    "photo",
    "source",
    "the",
    "last",
    "this",
    "here",
    "on",
    "in",
    "at",
    "for",
    "bio",
    "senior",
    "special",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Of those, the ones that end the name of a team: "Camphouse Team", "AOL Staff".
const TEAMS: &[&str] =
    &["team", "staff", "editors", "editor", "desk", "editorial", "news", "the", "redaktion", "about"];

/// A name, if `text` plainly is one.
pub fn clean(text: &str) -> Option<String> {
    clean_with(text, &[])
}

/// A name that may hold some of the words that are else in none.
fn clean_with(text: &str, but: &[&str]) -> Option<String> {
    let text =
        after_by(text.trim()).trim_matches([' ', '.', ',', ':', '-', '(', ')', '"', '“', '”', '*', '@']);
    let text = text.split(" (").next().unwrap_or(text).trim();
    let words: Vec<&str> = text.split_whitespace().collect();
    let shaped = (1..=5).contains(&words.len())
        && text.chars().count() <= 50
        && text.chars().count() >= 3
        && !text.contains(['@', '/', ':', '|', '#', '<', '>', '?', '!', '=', '_', '"'])
        && !text.chars().any(|it| it.is_ascii_digit());
    let same =
        |it: &str, words: &[&str]| words.iter().any(|no| it.trim_matches('.').eq_ignore_ascii_case(no));
    let is_no_name = |it: &&str| same(it, NO_NAME) && !same(it, but);
    if !shaped || words.iter().any(is_no_name) {
        return None;
    }
    let particle = |it: &str| {
        matches!(
            it,
            "de" | "la"
                | "van"
                | "von"
                | "der"
                | "den"
                | "da"
                | "dos"
                | "del"
                | "di"
                | "bin"
                | "al"
                | "el"
                | "le"
                | "du"
                | "y"
                | "zu"
                | "ter"
                | "dr."
        )
    };
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
            ("Bystander saves dog", ""),
        ] {
            assert_eq!(of(line).join("; "), want, "{line}");
        }
    }
}
