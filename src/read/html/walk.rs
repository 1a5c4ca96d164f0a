//! The walk over a page's nodes: text and hints in one pass, without recursion.
//!
//! `www/lib/read-dom.js` is the same program in JavaScript: whatever is changed here is changed there, and
//! `tests/www` compares the two on pages. Rules, in the order in which they are met:
//! - what is never read ([`skipped`]) is left out, children and all; so is inline text that is not shown;
//! - a block-level element ([`is_block`]) ends the block before it, and opens a box;
//! - white space runs become one space, a `br` a line break, two of them end the block, a cell a tab;
//! - inside `pre` white space stays as it is.

use super::Page;
use super::tree::{Kind, NONE, Tree};
use crate::read::hints::signs;
use crate::read::hints::{BlockHint, BoxHint, Element, Hints, Mark};
use crate::text::Span;
use html5ever::Attribute;

/// Marks kept; a page with more says nothing by them.
const MOST_MARKS: usize = 2000;

/// Reads the whole page.
pub fn walk(tree: &Tree) -> Page {
    let mut walk = Walk::default();
    let mut at = 0;
    loop {
        let node = &tree.nodes[at as usize];
        let entered = match &node.kind {
            Kind::Text(text) => {
                walk.text(text);
                false
            }
            Kind::Element(name, attributes) => walk.enter(tree, at, &name.local, attributes),
            Kind::Other => at == 0,
        };
        if entered && node.first != NONE {
            at = node.first;
            continue;
        }
        if entered && at != 0 {
            walk.leave();
        }
        loop {
            let node = &tree.nodes[at as usize];
            if node.next != NONE {
                at = node.next;
                break;
            }
            at = node.parent;
            if at == NONE || at == 0 {
                walk.flush();
                return Page { text: walk.out, hints: walk.hints };
            }
            walk.leave();
        }
    }
}

/// What waits between two words of a block. The later in this list wins over the earlier.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Tab,
    Break,
}

/// What an open element changed, to be taken back when it closes.
#[derive(Clone, Copy)]
struct Frame {
    is_box: bool,
    /// Its end ends a block.
    ends: bool,
    is_link: bool,
    is_pre: bool,
    mark: u32,
    boxed: u32,
    element: Element,
    level: u8,
}

#[derive(Default)]
struct Walk {
    out: String,
    hints: Hints,
    frames: Vec<Frame>,
    /// The open block, if any; its span ends where the text ends.
    block: Option<BlockHint>,
    gap: Gap,
    n_links: u32,
    n_pres: u32,
    /// The innermost box.
    boxed: u32,
    element: Element,
    level: u8,
    /// What the last element wore: its room is used again.
    names: String,
}

impl Walk {
    /// Enters an element; false when its inside is not read.
    fn enter(&mut self, tree: &Tree, at: u32, tag: &str, attributes: &[Attribute]) -> bool {
        match tag {
            "meta" | "link" | "title" | "script" => {
                self.fact(tree, at, tag, attributes);
                return false;
            }
            "br" => {
                self.line_break();
                return false;
            }
            _ if skipped(tag) => return false,
            _ => {}
        }
        let worn = Worn::of(attributes, std::mem::take(&mut self.names));
        let is_box = is_block(tag);
        if worn.hidden && !is_box {
            self.names = worn.names;
            return false;
        }
        let is_cell = tag == "td" || tag == "th";
        let mut frame = Frame {
            is_box,
            ends: is_box && !is_cell,
            is_link: tag == "a" && worn.linked,
            is_pre: tag == "pre",
            mark: NONE,
            boxed: self.boxed,
            element: self.element,
            level: self.level,
        };
        if is_cell {
            self.gap = self.gap.max(Gap::Tab);
        } else if is_box {
            self.flush();
        }
        if is_box {
            let parent = if self.hints.boxes.is_empty() { BoxHint::NONE } else { self.boxed };
            self.boxed = self.hints.boxes.len() as u32;
            self.hints.boxes.push(BoxHint::new(parent, tag, &worn.names, worn.hidden));
            self.change_element(tag);
            if tag == "html" {
                self.hints.page.language = worn.language.map(str::to_string);
            }
        }
        let told = worn.value.is_some() || !is_box;
        if self.hints.marks.len() < MOST_MARKS && (tag == "time" || (told && is_telling(&worn.names))) {
            let signs = signs::of(tag, &worn.names, false);
            frame.mark = self.hints.marks.len() as u32;
            let here = self.out.len();
            let value = worn.value.map(str::to_string);
            self.hints.marks.push(Mark { span: Span::new(here, here), signs, value });
        }
        self.n_links += u32::from(frame.is_link);
        self.n_pres += u32::from(frame.is_pre);
        self.frames.push(frame);
        self.names = worn.names;
        true
    }

    /// What kind of block the text inside `tag` makes.
    fn change_element(&mut self, tag: &str) {
        let (element, level) = match tag {
            "h1" => (Element::Heading, 1),
            "h2" => (Element::Heading, 2),
            "h3" => (Element::Heading, 3),
            "h4" => (Element::Heading, 4),
            "h5" => (Element::Heading, 5),
            "h6" => (Element::Heading, 6),
            "li" | "dt" | "dd" => (Element::ListItem, 0),
            "blockquote" => (Element::Quotation, 0),
            "figcaption" | "caption" => (Element::Caption, 0),
            "tr" => (Element::TableRow, 0),
            "pre" => (Element::Code, 0),
            // What stands in a card of a list is no list item.
            "article" | "section" | "main" | "aside" | "nav" | "header" => (Element::Paragraph, 0),
            _ => return,
        };
        (self.element, self.level) = (element, level);
    }

    fn leave(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if frame.ends {
            self.flush();
        }
        if frame.is_box {
            (self.boxed, self.element, self.level) = (frame.boxed, frame.element, frame.level);
        }
        self.n_links -= u32::from(frame.is_link);
        self.n_pres -= u32::from(frame.is_pre);
        if let Some(mark) = self.hints.marks.get_mut(frame.mark as usize) {
            mark.span.end = self.out.len() as u32;
        }
    }

    fn line_break(&mut self) {
        if self.block.is_none() {
        } else if self.n_pres > 0 {
            self.out.push('\n');
        } else if self.gap == Gap::Break {
            self.flush();
        } else {
            self.gap = Gap::Break;
        }
    }

    fn text(&mut self, text: &str) {
        let mut rest = text;
        loop {
            // Inside `pre` only what stands before the first word is left out.
            if self.n_pres == 0 || self.block.is_none() {
                let words = rest.trim_start_matches(is_space);
                if words.len() < rest.len() {
                    self.gap = self.gap.max(Gap::Space);
                }
                rest = words;
            }
            if rest.is_empty() {
                return;
            }
            let len = if self.n_pres > 0 { rest.len() } else { even(rest) };
            let (words, after) = rest.split_at(len);
            self.open();
            self.out.push_str(words);
            if self.n_links > 0
                && let Some(block) = &mut self.block
            {
                let units = words.chars().filter(|it| !is_space(*it)).map(char::len_utf16).sum::<usize>();
                block.link_units += units as u32;
            }
            rest = after;
        }
    }

    /// Opens a block if none is open, else writes the gap.
    fn open(&mut self) {
        if self.block.is_none() {
            if !self.out.is_empty() {
                self.out.push_str("\n\n");
            }
            let start = self.out.len();
            self.block = Some(BlockHint {
                span: Span::new(start, start),
                element: self.element,
                level: self.level,
                link_units: 0,
                boxed: self.boxed,
            });
        } else {
            self.out.push_str(match self.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Tab => "\t",
                Gap::Break => "\n",
            });
        }
        self.gap = Gap::None;
    }

    /// Ends the open block.
    fn flush(&mut self) {
        self.gap = Gap::None;
        if let Some(mut block) = self.block.take() {
            let len = self.out.trim_end_matches(is_space).len();
            self.out.truncate(len);
            block.span.end = len as u32;
            self.hints.blocks.push(block);
        }
    }

    /// Reads what the page says of itself.
    fn fact(&mut self, tree: &Tree, at: u32, tag: &str, attributes: &[Attribute]) {
        let page = &mut self.hints.page;
        let said = |name: &str| attribute(attributes, name).filter(|it| !it.is_empty());
        match tag {
            "meta" => {
                let key = said("property").or_else(|| said("name")).or_else(|| said("itemprop"));
                if let (Some(key), Some(value)) = (key, said("content").or_else(|| said("value"))) {
                    page.metas.push((key.to_ascii_lowercase(), value.to_string()));
                }
            }
            "link" => {
                if said("rel") == Some("canonical") && page.canonical.is_none() {
                    page.canonical = said("href").map(str::to_string);
                }
            }
            "title" => {
                if page.title.is_none() {
                    page.title = Some(text_of(tree, at));
                }
            }
            _ => {
                if said("type") == Some("application/ld+json") {
                    page.json_ld.push(text_of(tree, at));
                }
            }
        }
    }
}

/// The text right inside an element that holds only text.
fn text_of(tree: &Tree, at: u32) -> String {
    let mut text = String::new();
    let mut child = tree.nodes[at as usize].first;
    while child != NONE {
        let node = &tree.nodes[child as usize];
        if let Kind::Text(it) = &node.kind {
            text.push_str(it);
        }
        child = node.next;
    }
    text
}

/// The white space of HTML, and the line ends of Unicode, which would break a line of text in two. No-break spaces
/// are not in it.
fn is_space(it: char) -> bool {
    matches!(it, ' ' | '\t' | '\n' | '\x0c' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// How many bytes of `text`, which begins with a word, can stay as they are: words with one blank between two.
fn even(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' ' if bytes.get(at + 1).is_none_or(|it| *it <= b' ') => return at,
            // A blank before a line end of Unicode.
            b' ' if text[at + 1..].starts_with(is_space) => return at,
            b'\t' | b'\n' | b'\x0c' | b'\r' => return at,
            0xc2 | 0xe2 if text[at..].starts_with(is_space) => return at,
            _ => at += 1,
        }
    }
    at
}

fn attribute<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|it| &*it.name.local == name).map(|it| &*it.value)
}

/// What an element wears, as far as it is read.
#[derive(Default)]
struct Worn<'a> {
    names: String,
    hidden: bool,
    linked: bool,
    value: Option<&'a str>,
    language: Option<&'a str>,
}

impl<'a> Worn<'a> {
    /// `names` is a buffer to work in.
    fn of(attributes: &'a [Attribute], mut names: String) -> Worn<'a> {
        names.clear();
        let mut worn = Worn { names, ..Worn::default() };
        if attributes.is_empty() {
            return worn;
        }
        let mut names = [""; 7];
        let mut leads = false;
        for it in attributes {
            let value = &*it.value;
            match &*it.name.local {
                "class" => names[0] = value,
                "id" => names[1] = value,
                "role" => names[2] = value,
                "itemprop" => names[3] = value,
                "data-testid" => names[4] = value,
                "rel" => names[5] = value,
                "aria-hidden" if value == "true" => worn.names.push_str("ariahidden"),
                "hidden" => worn.hidden = true,
                "style" => worn.hidden |= hides(value),
                "href" => {
                    worn.linked = true;
                    leads = leads_to_author(value);
                }
                "datetime" => worn.value = Some(value),
                "content" => worn.value = worn.value.or(Some(value)),
                "lang" => worn.language = Some(value),
                _ => {}
            }
        }
        if leads {
            names[6] = "authorlink";
        }
        for name in names.into_iter().filter(|it| !it.is_empty()) {
            if !worn.names.is_empty() {
                worn.names.push(' ');
            }
            worn.names.push_str(name);
        }
        worn
    }
}

/// True for addresses of pages about a person who writes; "/topics/people/" are written about.
fn leads_to_author(href: &str) -> bool {
    const PLACES: &[&str] = &[
        "/author",
        "/contributor",
        "/people/",
        "/staff/",
        "/profile",
        "/writers/",
        "/reporters/",
        "/editors/",
        "/by/",
    ];
    PLACES.iter().any(|it| href.contains(it)) && !href.contains("/topic")
}

/// True for a style that takes the element off the page.
fn hides(style: &str) -> bool {
    if !style.contains("none") && !style.contains("hidden") {
        return false;
    }
    let bare: String = style.chars().filter(|it| !is_space(*it)).map(|it| it.to_ascii_lowercase()).collect();
    bare.contains("display:none") || bare.contains("visibility:hidden")
}

/// True for names that may mark an author or a time.
fn is_telling(names: &str) -> bool {
    names.as_bytes().windows(3).enumerate().any(|(at, it)| match [it[0] | 32, it[1] | 32, it[2] | 32] {
        [b'b', b'y', b'l'] => true,
        [b'a', b'u', b't'] => names.as_bytes().get(at + 3).is_some_and(|it| it | 32 == b'h'),
        [b'w', b'r', b'i'] => names.as_bytes().get(at + 3).is_some_and(|it| it | 32 == b't'),
        [b'd', b'a', b't'] | [b't', b'i', b'm'] => {
            names.as_bytes().get(at + 3).is_some_and(|it| it | 32 == b'e')
        }
        _ => false,
    })
}

/// What is never read.
pub fn skipped(tag: &str) -> bool {
    matches!(
        tag,
        "style"
            | "template"
            | "noscript"
            | "noframes"
            | "noembed"
            | "iframe"
            | "svg"
            | "canvas"
            | "object"
            | "embed"
            | "audio"
            | "video"
            | "select"
            | "textarea"
            | "datalist"
            | "annotation"
            | "annotation-xml"
            | "base"
            | "img"
            | "input"
            | "source"
            | "track"
            | "wbr"
            | "area"
            | "param"
            | "col"
    )
}

/// What stands on lines of its own.
fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "html"
            | "head"
            | "body"
            | "address"
            | "article"
            | "aside"
            | "blockquote"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "frameset"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "optgroup"
            | "option"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}
