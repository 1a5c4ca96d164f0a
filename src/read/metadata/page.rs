//! The page about itself: JSON-LD, Open Graph, `meta`.

use super::json::{self, Value};
use super::{names, one_line, published};
use crate::read::hints::Hints;

/// What the page's markup says of itself.
pub struct Page<'h> {
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
    pub fn of(hints: Option<&'h Hints>) -> Page<'h> {
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

    fn meta(&self, key: &str) -> Option<&'h str> {
        self.metas.iter().find(|it| it.0 == key && !it.1.trim().is_empty()).map(|it| it.1.trim())
    }

    fn first_meta(&self, keys: &[&str]) -> Option<&'h str> {
        keys.iter().find_map(|it| self.meta(it))
    }

    fn said(&self, key: &str) -> Option<&str> {
        self.articles.iter().find_map(|it| it.get(key)?.each().iter().find_map(Value::text))
    }

    /// What the page calls itself, the most careful name first.
    pub fn titles(&self) -> impl Iterator<Item = String> {
        let called = [
            self.meta("og:title"),
            self.said("headline"),
            self.first_meta(&["twitter:title", "dc.title", "title", "parsely-title", "sailthru.title"]),
            self.title,
        ];
        called.into_iter().flatten().map(|it| one_line(&unescaped(it))).filter(|it| !it.is_empty())
    }

    pub fn site(&self) -> Option<String> {
        let site = self.first_meta(&[
            "og:site_name",
            "application-name",
            "apple-mobile-web-app-title",
            "dc.publisher",
        ]);
        let publisher = || self.articles.iter().find_map(|it| it.get("publisher")?.get("name")?.text());
        site.or_else(publisher).map(|it| one_line(&unescaped(it)))
    }

    pub fn standfirst(&self) -> Option<String> {
        let said =
            self.first_meta(&["og:description", "description", "twitter:description", "dc.description"]);
        said.or_else(|| self.said("description")).map(|it| one_line(&unescaped(it)))
    }

    pub fn url(&self) -> Option<String> {
        self.canonical.or_else(|| self.meta("og:url")).map(str::to_string)
    }

    pub fn published(&self, day_first: bool) -> Option<String> {
        let said = self.said("datePublished").or_else(|| self.said("dateCreated"));
        said.and_then(|it| published::iso(it, day_first)).or_else(|| {
            const KEYS: &str = "\
                article:published_time datepublished article:published og:published_time parsely-pub-date \
                sailthru.date date dc.date dc.date.issued dcterms.date dcterms.created pubdate \
                publishdate publish-date publish_date publication_date article.published \
                cxenseparse:recs:publishtime citation_publication_date citation_date date.created \
                datecreated og:article:published_time last-modified rnews:datepublished dc.date.created \
                displaydate article_date_original created";
            let meta = KEYS.split(' ').find_map(|it| published::iso(self.meta(it)?, day_first));
            let other = || {
                let keys = self.metas.iter().filter(|it| it.0.contains("publi") && it.0.contains("date"));
                keys.into_iter().find_map(|it| published::iso(&it.1, day_first))
            };
            meta.or_else(other).or_else(|| {
                self.pages.iter().find_map(|it| published::iso(it.get("datePublished")?.text()?, day_first))
            })
        })
    }

    /// Who wrote it, and whether that is a person as far as one can see: a page may also name its publisher, or
    /// somebody's login.
    pub fn authors(&self) -> Authors {
        let mut authors = Authors { names: Vec::new(), sure: false };
        for objects in [&self.articles, &self.pages] {
            for object in objects {
                let mut found = Vec::new();
                let mut is_person = true;
                for key in ["author", "creator"] {
                    for author in object.get(key).map(Value::each).unwrap_or_default() {
                        is_person &= self.author(author, &mut found);
                    }
                }
                self.offer(&mut authors, found, is_person);
            }
        }
        // Plugins write what the reader sees beside a shared link: "Written by", "Ann Lee".
        for at in ["1", "2"] {
            let label = self.meta(&["twitter:label", at].concat());
            if label.is_some_and(|it| names::after_by(it).is_empty()) {
                let said = self.meta(&["twitter:data", at].concat());
                self.offer(&mut authors, said.map(names::of_field).unwrap_or_default(), true);
            }
        }
        const KEYS: &[&str] = &[
            "citation_author",
            "citation_authors",
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "byline",
            "authors",
            "creator",
            // Whatever else has an author in its name.
            "",
        ];
        for &key in KEYS {
            let mut found = Vec::new();
            for (own, value) in self.metas {
                let fits = if key.is_empty() { own.ends_with("author") } else { own == key };
                if !fits || authors.sure {
                    continue;
                }
                let mut value = unescaped(value);
                // Journals write "Lee, Ann" in a field each.
                if key == "citation_author"
                    && let Some((last, first)) = value.split_once(", ")
                {
                    value = [first, " ", last].concat();
                }
                add(names::of_field(&value), &mut found);
            }
            self.offer(&mut authors, found, true);
        }
        authors
    }

    /// Takes what is better than what there is: people before companies and logins, the first before the later.
    fn offer(&self, authors: &mut Authors, found: Vec<String>, is_person: bool) {
        if authors.sure || found.is_empty() {
            return;
        }
        let lone = found.len() == 1 && (!found[0].contains(' ') || self.publishes(&found[0]));
        if is_person && !lone {
            *authors = Authors { names: found, sure: true };
        } else if authors.names.is_empty() {
            authors.names = found;
        }
    }

    /// True for the publisher's name.
    fn publishes(&self, name: &str) -> bool {
        let mut said = self.site();
        for article in &self.articles {
            said = said.or_else(|| article.get("publisher")?.get("name")?.text().map(str::to_string));
        }
        said.is_some_and(|it| alike(&it, name))
    }

    /// Adds an author's names; false for a company.
    fn author(&self, author: &Value, found: &mut Vec<String>) -> bool {
        let mut whole = author;
        if author.get("name").is_none()
            && let Some(id) = author.get("@id").and_then(Value::text)
        {
            for (named, object) in &self.named {
                if named == id {
                    whole = object;
                    break;
                }
            }
        }
        for name in whole.get("name").unwrap_or(author).each() {
            if let Some(name) = name.text() {
                add(names::of_field(&unescaped(name)), found);
            }
        }
        whole.get("@type").and_then(Value::text) != Some("Organization")
    }
}

/// Names kept; papers of physics have more.
const MOST_AUTHORS: usize = 60;

/// Authors, and whether they are people as far as one can see.
pub struct Authors {
    pub names: Vec<String>,
    pub sure: bool,
}

fn add(names: Vec<String>, to: &mut Vec<String>) {
    for name in names {
        if to.len() < MOST_AUTHORS && !to.contains(&name) {
            to.push(name);
        }
    }
}

/// True for two names of one company: "WRAL", "WRAL.com".
pub fn alike(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|it| {
        let mut bare = String::new();
        for c in it.chars() {
            if c.is_alphanumeric() {
                bare.extend(c.to_lowercase());
            }
        }
        bare
    });
    let rest = a.strip_prefix(b.as_str()).or_else(|| b.strip_prefix(a.as_str()));
    rest.is_some_and(|it| ["", "com", "org", "net", "de", "couk", "news", "online", "blog"].contains(&it))
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
    const ENTITIES: &str = "\
        &#8217;’|&#8216;‘|&#8220;“|&#8221;”|&#8211;–|&#8212;—|&#8230;…|\
        &#039;'|&#39;'|&rsquo;’|&lsquo;‘|&ldquo;“|&rdquo;”|&ndash;–|\
        &mdash;—|&quot;\"|&nbsp; |&#038;&|&#x27;'|&lt;<|&gt;>|\
        &amp;&";
    for pair in ENTITIES.split('|') {
        if let Some((from, to)) = pair.split_once(';')
            && out.contains(from)
        {
            out = out.replace(&pair[..=from.len()], to);
        }
    }
    out
}
