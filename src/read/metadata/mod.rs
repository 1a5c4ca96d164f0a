//! Metadata: what the article says of itself, from its labelled blocks and from the page's own markup.
//!
//! Each field asks its witnesses in order, the most careful first: JSON-LD, Open Graph and `meta`, marked-up
//! elements near the headline, then the text. Rather none than a wrong one.

mod json;
mod names;
mod published;

use super::blocks::{Block, Role};
use super::furniture::features::{likeness, words};
use super::hints::{Hints, Mark, Signs};
use crate::options::Options;
use json::Value;

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
    let byline = page.authors().or_else(|| {
        let shown = around.authors().or_else(|| {
            let lines = blocks.iter().filter(|it| it.role == Role::Byline);
            lines.map(|it| names::of(it.span.of(text))).find(|it| !it.is_empty())
        });
        // A logo beside the headline is no author; a page that calls its paper its author means it.
        shown.filter(|it| it.len() > 1 || it.first() != site.as_ref())
    });
    let stamps = || {
        let near = |it: &&Block| matches!(it.role, Role::Timestamp | Role::Byline);
        blocks.iter().filter(near).find_map(|it| published::iso(it.span.of(text)))
    };
    let url = options.url.clone().or_else(|| page.url());
    let published = options
        .published
        .clone()
        .or_else(|| page.published())
        .or_else(|| around.published())
        .or_else(stamps)
        .or_else(|| url.as_deref().and_then(published::in_url));
    Metadata {
        headline: headline(first(Role::Headline), &page, site.as_deref(), options),
        standfirst: page.standfirst().or_else(|| all(Role::Standfirst)),
        byline: byline.map(|it| it.join(", ")),
        site,
        published,
        url,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The headline: as the page shows it, when what the page calls itself agrees; else what it calls itself.
fn headline(shown: Option<String>, page: &Page, site: Option<&str>, options: &Options) -> Option<String> {
    if shown.is_none() && options.title.is_some() {
        return options.title.clone();
    }
    let called = page.title().map(|it| without_site(&it, site, shown.as_deref()));
    match (shown, called) {
        (Some(shown), Some(called)) => {
            let agree = likeness(&words(&shown), &words(&called)) >= 5;
            Some(if agree || called.is_empty() { shown } else { called })
        }
        (shown, called) => shown.or(called),
    }
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

/// What the page's markup says of itself.
struct Page<'h> {
    metas: &'h [(String, String)],
    title: Option<&'h str>,
    canonical: Option<&'h str>,
    /// The objects of its JSON-LD that are articles.
    articles: Vec<Value>,
    /// The objects that are pages: weaker witnesses, for they may speak of the site.
    pages: Vec<Value>,
    /// All its objects that have a name to be referred to by.
    named: Vec<(String, Value)>,
}

/// Objects of JSON-LD looked at; a page with more is a catalog.
const MOST_OBJECTS: usize = 400;

impl<'h> Page<'h> {
    fn of(hints: Option<&'h Hints>) -> Page<'h> {
        let mut page = Page {
            metas: &[],
            title: None,
            canonical: None,
            articles: Vec::new(),
            pages: Vec::new(),
            named: Vec::new(),
        };
        let Some(hints) = hints else { return page };
        page.metas = &hints.page.metas;
        page.title = hints.page.title.as_deref();
        page.canonical = hints.page.canonical.as_deref();
        let mut open: Vec<Value> =
            hints.page.json_ld.iter().rev().map(|it| json::read(from_brace(it))).collect();
        let mut n_seen = 0;
        while let Some(value) = open.pop() {
            n_seen += 1;
            if n_seen > MOST_OBJECTS {
                break;
            }
            match value {
                Value::List(values) => open.extend(values.into_iter().rev()),
                Value::Object(_) => {
                    let kinds = value.get("@type").map(Value::each).unwrap_or(&[]);
                    let is_article = kinds.iter().filter_map(Value::text).any(|it| {
                        it.ends_with("Article")
                            || it.ends_with("Posting")
                            || matches!(it, "Report" | "Review" | "Recipe" | "HowTo" | "Book" | "TechArticle")
                    });
                    for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                        open.extend(
                            value.get(key).into_iter().flat_map(|it| it.each().iter().rev().cloned()),
                        );
                    }
                    if let Some(id) = value.get("@id").and_then(Value::text)
                        && value.get("name").is_some()
                    {
                        page.named.push((id.to_string(), value.clone()));
                    }
                    let is_page = kinds.iter().filter_map(Value::text).any(|it| it.ends_with("Page"));
                    if is_article {
                        page.articles.push(value);
                    } else if is_page {
                        page.pages.push(value);
                    }
                }
                _ => {}
            }
        }
        page
    }

    fn meta(&self, keys: &[&str]) -> Option<&'h str> {
        let said = |key: &&str| self.metas.iter().find(|it| it.0 == *key && !it.1.trim().is_empty());
        keys.iter().find_map(said).map(|it| it.1.trim())
    }

    fn said(&self, key: &str) -> Option<&str> {
        self.articles.iter().find_map(|it| it.get(key)?.each().iter().find_map(Value::text))
    }

    fn title(&self) -> Option<String> {
        let called = self.meta(&["og:title"]).or_else(|| self.said("headline"));
        let called = called.or_else(|| {
            self.meta(&["twitter:title", "dc.title", "title", "parsely-title", "sailthru.title"])
        });
        called.or(self.title).map(|it| one_line(&unescaped(it))).filter(|it| !it.is_empty())
    }

    fn site(&self) -> Option<String> {
        let site =
            self.meta(&["og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher"]);
        let publisher = || self.articles.iter().find_map(|it| it.get("publisher")?.get("name")?.text());
        site.or_else(publisher).map(|it| one_line(&unescaped(it)))
    }

    fn standfirst(&self) -> Option<String> {
        let said = self.meta(&["og:description", "description", "twitter:description", "dc.description"]);
        said.or_else(|| self.said("description")).map(|it| one_line(&unescaped(it)))
    }

    fn url(&self) -> Option<String> {
        self.canonical.or_else(|| self.meta(&["og:url"])).map(str::to_string)
    }

    fn published(&self) -> Option<String> {
        let said = self.said("datePublished").or_else(|| self.said("dateCreated"));
        said.and_then(published::iso).or_else(|| {
            const KEYS: &[&str] = &[
                "article:published_time",
                "datepublished",
                "article:published",
                "og:published_time",
                "parsely-pub-date",
                "sailthru.date",
                "date",
                "dc.date",
                "dc.date.issued",
                "dcterms.date",
                "dcterms.created",
                "pubdate",
                "publishdate",
                "publish-date",
                "publish_date",
                "publication_date",
                "article.published",
                "cxenseparse:recs:publishtime",
                "citation_publication_date",
                "citation_date",
                "date.created",
                "datecreated",
                "og:article:published_time",
                "last-modified",
                "rnews:datepublished",
                "dc.date.created",
                "displaydate",
                "article_date_original",
                "created",
            ];
            let meta = KEYS.iter().find_map(|it| published::iso(self.meta(&[it])?));
            let other = || {
                let keys = self.metas.iter().filter(|it| it.0.contains("publi") && it.0.contains("date"));
                keys.into_iter().find_map(|it| published::iso(&it.1))
            };
            meta.or_else(other)
                .or_else(|| self.pages.iter().find_map(|it| published::iso(it.get("datePublished")?.text()?)))
        })
    }

    fn authors(&self) -> Option<Vec<String>> {
        let mut found: Vec<String> = Vec::new();
        for article in &self.articles {
            for author in
                article.get("author").into_iter().chain(article.get("creator")).flat_map(Value::each)
            {
                self.author(author, &mut found);
            }
            if !found.is_empty() {
                return Some(found);
            }
        }
        const KEYS: &[&str] = &[
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "dc.author",
            "article:author_name",
            "article.author",
            "og:article:author",
            "citation_author",
            "cxenseparse:author",
            "byline",
            "authors",
            "creator",
            "rnews:author",
            "og:author",
        ];
        for key in KEYS {
            for (_, value) in self.metas.iter().filter(|it| it.0 == *key) {
                for name in names::of_field(&unescaped(value)) {
                    if !found.contains(&name) {
                        found.push(name);
                    }
                }
            }
            if !found.is_empty() {
                return Some(found);
            }
        }
        None
    }

    fn author(&self, author: &Value, found: &mut Vec<String>) {
        let named = author.get("@id").and_then(Value::text);
        let referred = named.and_then(|id| self.named.iter().find(|it| it.0 == id)).map(|it| &it.1);
        let whole = if author.get("name").is_some() { author } else { referred.unwrap_or(author) };
        for text in whole.get("name").unwrap_or(author).each().iter().filter_map(Value::text) {
            for name in names::of_field(&unescaped(text)) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
    }
}

/// Scripts often begin with a comment or a CDATA mark.
fn from_brace(script: &str) -> &str {
    script.find(['{', '[']).map_or("", |it| &script[it..])
}

/// Text of `meta` and JSON-LD that was escaped twice.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_string();
    }
    let mut out = text.to_string();
    for (from, to) in [
        ("&#8217;", "’"),
        ("&#8216;", "‘"),
        ("&#8220;", "“"),
        ("&#8221;", "”"),
        ("&#8211;", "–"),
        ("&#8212;", "—"),
        ("&#8230;", "…"),
        ("&#039;", "'"),
        ("&#39;", "'"),
        ("&rsquo;", "’"),
        ("&lsquo;", "‘"),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&quot;", "\""),
        ("&nbsp;", " "),
        ("&#038;", "&"),
        ("&#x27;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ] {
        if out.contains(from) {
            out = out.replace(from, to);
        }
    }
    out
}

/// What markup sets apart near the headline and the first paragraph.
struct Around<'a> {
    text: &'a str,
    marks: Vec<&'a Mark>,
    blocks: Vec<(&'a Block, Signs)>,
}

impl<'a> Around<'a> {
    fn of(text: &'a str, blocks: &'a [Block], hints: Option<&'a Hints>) -> Around<'a> {
        let mut around = Around { text, marks: Vec::new(), blocks: Vec::new() };
        let Some(hints) = hints else { return around };
        let headline = blocks.iter().position(|it| it.role == Role::Headline);
        let body = blocks.iter().position(|it| it.role.is_body());
        let last = blocks.iter().rposition(|it| it.role.is_body());
        // From a little above the headline to the second paragraph; without a headline, before the body.
        let Some(first) = headline.or(body) else { return around };
        let from = blocks[first.saturating_sub(6)].span.start;
        let to = body.map_or(first + 8, |it| it + 2).max(first + 4).min(blocks.len() - 1);
        let to = blocks[to].span.end;
        let end = last.map_or(to, |it| blocks[(it + 4).min(blocks.len() - 1)].span.end);
        // Near first, then anything in the article: some sign at its foot.
        let inside = |it: &&Mark, from: u32, to: u32| {
            it.span.start >= from && it.span.end <= to && it.span.len() < 200
        };
        around.marks.extend(hints.marks.iter().filter(|it| inside(it, from, to)));
        around.marks.extend(hints.marks.iter().filter(|it| inside(it, to, end)));
        let mut at = 0;
        for block in blocks.iter().filter(|it| it.span.start >= from && it.span.end <= end) {
            while at < hints.blocks.len() && hints.blocks[at].span.end < block.span.end {
                at += 1;
            }
            let Some(hint) = hints.blocks.get(at) else { break };
            let Some(own) = hints.boxes.get(hint.boxed as usize) else { continue };
            let parent = hints.boxes.get(own.parent as usize).map_or(own.signs, |it| own.signs | it.signs);
            if block.span.len() < 160 {
                around.blocks.push((block, parent));
            }
        }
        around
    }

    fn authors(&self) -> Option<Vec<String>> {
        let mut found: Vec<String> = Vec::new();
        let wrote = self
            .marks
            .iter()
            .filter(|it| it.signs.any(Signs::AUTHOR) && !it.signs.any(Signs::COMMENT | Signs::DATE));
        for mark in wrote.take(6) {
            for name in names::of(mark.span.of(self.text)) {
                // An outer mark holds the inner one's name with more around it.
                if !found.iter().any(|it| it.contains(&name) || name.contains(it.as_str())) {
                    found.push(name);
                }
            }
        }
        if found.is_empty() {
            let wrote = self.blocks.iter().filter(|it| it.1.any(Signs::AUTHOR) && !it.1.any(Signs::COMMENT));
            found = wrote.map(|it| names::of(it.0.span.of(self.text))).find(|it| !it.is_empty())?;
        }
        // Three people under one article are rare, six are a list of the staff.
        (1..=4).contains(&found.len()).then_some(found)
    }

    fn published(&self) -> Option<String> {
        let marks = self.marks.iter().filter(|it| it.signs.any(Signs::DATE));
        let told = |it: &&Mark| {
            it.value.as_deref().and_then(published::iso).or_else(|| published::iso(it.span.of(self.text)))
        };
        let mark = marks.copied().find_map(|it| told(&it));
        // "Published: October 29" before "Last updated: November 29", and marked-up lines before others.
        let line = |it: &&(&Block, Signs), marked: bool, updated: bool| {
            let piece = it.0.span.of(self.text);
            let says_updated =
                ["pdated", "odified", "PDATED", "ktualisiert"].iter().any(|it| piece.contains(it));
            (it.1.any(Signs::DATE | Signs::META | Signs::AUTHOR) || !marked)
                && says_updated == updated
                && it.0.span.len() <= 90
        };
        let by = |marked: bool, updated: bool| {
            let lines = self.blocks.iter().filter(|it| line(it, marked, updated)).take(12);
            lines.into_iter().find_map(|it| published::iso(it.0.span.of(self.text)))
        };
        mark.or_else(|| by(true, false)).or_else(|| by(false, false)).or_else(|| by(false, true))
    }
}
