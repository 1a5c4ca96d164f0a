//! Metadata: what the article says of itself, from its labelled blocks and from the page's own markup.
//!
//! Each field asks its witnesses in order, the most careful first: JSON-LD, Open Graph and `meta`, marked-up
//! elements near the headline, then the text. Rather none than a wrong one.

mod around;
mod json;
pub(super) mod names;
mod page;
mod published;

use super::blocks::{Block, Role};
use super::furniture::words::{likeness, words};
use super::hints::Hints;
use crate::options::Options;
use around::Around;
use page::{Page, alike};
use published::Shown;

/// What the article says of itself. Rather nothing than something wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// Name of the publication.
    pub site: Option<String>,
    /// Title of the article.
    pub headline: Option<String>,
    /// Summary under the headline.
    pub standfirst: Option<String>,
    /// Who wrote it: clean names, parted by ", ".
    pub byline: Option<String>,
    /// ISO 8601.
    pub published: Option<String>,
    /// Where it stands.
    pub url: Option<String>,
}

/// No standfirst is longer, in bytes: it is a paragraph at most.
const LONGEST_STANDFIRST: usize = 500;

/// What the page or the caller calls the article.
pub fn title(hints: Option<&Hints>, options: Option<&Options>) -> Option<String> {
    if let Some(title) = options.and_then(|it| it.title.clone()) {
        return Some(title);
    }
    let page = &hints?.page;
    let said = |key: &str| page.metas.iter().find(|it| it.0 == key).map(|it| it.1.clone());
    said("og:title").or_else(|| said("twitter:title")).or_else(|| page.title.clone())
}

/// Reads the metadata.
pub fn read(text: &str, blocks: &[Block], hints: Option<&Hints>, options: &Options) -> Metadata {
    let first = |role: Role| blocks.iter().find(|it| it.role == role).map(|it| one_line(it.span.of(text)));
    let all = |role: Role| {
        let run: Vec<String> =
            blocks.iter().filter(|it| it.role == role).take(3).map(|it| one_line(it.span.of(text))).collect();
        (!run.is_empty()).then(|| run.join(" "))
    };
    let page = Page::of(hints);
    let site = page.site().or_else(|| first(Role::Site));
    let around = Around::of(text, blocks, hints);
    let url = options.url.clone().or_else(|| page.url());
    let day_first = published::is_day_first(hints, url.as_deref());
    let byline = authors(text, blocks, &page, &around, site.as_deref());
    let published = options.published.clone().or_else(|| {
        let said = page.published(day_first);
        let shown = around.published(said.as_deref(), day_first);
        let stamps = || {
            let near = |it: &&Block| matches!(it.role, Role::Timestamp | Role::Byline);
            let iso = blocks.iter().filter(near).find_map(|it| published::iso(it.span.of(text), day_first));
            iso.map(|iso| Shown { iso, sure: false })
        };
        let in_url = url.as_deref().and_then(published::in_url);
        let opening = || {
            let body = blocks.iter().filter(|it| it.role.is_body()).take(2);
            let opens = body.map(|it| it.span.of(text)).find_map(|it| published::leading(it, day_first));
            opens.or_else(|| around.month())
        };
        published::settle(said, shown.or_else(stamps), in_url).or_else(opening)
    });
    Metadata {
        headline: headline(first(Role::Headline), &page, site.as_deref(), options),
        standfirst: page.standfirst().filter(|it| !is_excerpt(it, text)).or_else(|| all(Role::Standfirst)),
        byline: (!byline.is_empty()).then(|| byline.join(", ")),
        site,
        published,
        url,
    }
}

/// True for what software cut from the article's opening ("We lost. As builders, we …"), or for half of the article: no editor
/// wrote that above it.
fn is_excerpt(said: &str, text: &str) -> bool {
    let head = said.char_indices().nth(40).map_or(said, |it| &said[..it.0]);
    let is_cut = said.ends_with(['…', ']']) || said.ends_with("...");
    said.len() > LONGEST_STANDFIRST || is_cut && text.contains(head)
}

/// Who wrote it: people whom the page names, unless it shows others under its headline; else whom it shows anywhere,
/// else whatever it names.
fn authors(text: &str, blocks: &[Block], page: &Page, around: &Around, site: Option<&str>) -> Vec<String> {
    let said = page.authors();
    if said.sure {
        // "By Ann Lee" over the article, and in the markup the login of who put it there.
        let shown = around.by(true);
        let is_other = |name: &String| {
            let same = |it: &String| it.contains(name) || name.contains(it.as_str());
            name.contains(' ') && !said.names.iter().any(same)
        };
        return if !shown.is_empty() && shown.iter().all(is_other) { shown } else { said.names };
    }
    let mut shown = around.authors();
    for block in blocks {
        if shown.is_empty() && block.role == Role::Byline {
            shown = names::of_mark(block.span.of(text));
        }
    }
    // A logo beside the headline is no author; a page that calls its paper its author means it.
    shown.retain(|it| !site.is_some_and(|site| alike(site, it)));
    if shown.is_empty() { said.names } else { shown }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words of a headline that stands for itself, whatever the page calls itself: fewer may be the name of a section.
const HEADLINE_WORDS: usize = 4;

/// The headline: as the page shows it, when one of the names that the page gives itself agrees or it is long enough;
/// else what the page calls itself.
fn headline(shown: Option<String>, page: &Page, site: Option<&str>, options: &Options) -> Option<String> {
    if shown.is_none() && options.title.is_some() {
        return options.title.clone();
    }
    let mut titles = page.titles();
    let Some(shown) = shown else { return titles.next().map(|it| without_site(&it, site, None)) };
    let n_words = shown.split_whitespace().count();
    let mut stands = n_words >= HEADLINE_WORDS && !site.is_some_and(|site| alike(site, &shown));
    let mut first = None;
    for it in titles {
        let it = without_site(&it, site, Some(&shown));
        // "Tunisia Rain stops play": a kicker inside of the heading.
        let kicker = shown.strip_suffix(it.as_str()).filter(|_| it.len() * 2 > shown.len());
        if kicker.is_some_and(|it| it.ends_with([' ', ':'])) {
            return Some(it);
        }
        stands |= it.is_empty() || likeness(&words(&shown), &words(&it)) >= 5;
        first = first.or(Some(it));
    }
    first.filter(|_| !stands).or(Some(shown))
}

/// "Rain stops play | The Paper" is "Rain stops play".
fn without_site(title: &str, site: Option<&str>, shown: Option<&str>) -> String {
    let marks = [" | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " • "];
    let Some((at, mark)) = marks.iter().filter_map(|it| Some((title.rfind(it)?, it))).max_by_key(|it| it.0)
    else {
        return title.to_string();
    };
    let (rest, last) = (&title[..at], &title[at + mark.len()..]);
    let same = |a: &str, b: &str| likeness(&words(a), &words(b)) >= 10;
    let n_words = |it: &str| it.split_whitespace().count();
    if shown.is_some_and(|it| same(it, title)) {
        return title.to_string();
    }
    let is_site =
        site.is_some_and(|it| same(it, last)) || (n_words(last) <= 4 && n_words(rest) > n_words(last));
    if is_site { without_site(rest, site, shown) } else { title.to_string() }
}
