//! From the letters of a page to its tree: html5gum cuts the page into tags and text, html5ever's tree builder says
//! where they go. Both do what the HTML standard says; html5ever's own tokenizer does too, at half the speed.
//!
//! What nobody reads is dropped on the way: scripts, styles, and attributes that say nothing of text.

use super::tree::Sink;
use super::walk::skipped;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, QualName, ns};
use html5gum::{Emitter, Error, State, Tokenizer};
use std::borrow::Cow;
use std::convert::Infallible;

/// Builds the tree of a page in `sink`, as browsers do with scripts off.
pub fn feed(html: &str, sink: Sink) -> Sink {
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(sink, options);
    let feed = Feed {
        builder: &builder,
        n_ends: 0,
        text: Vec::new(),
        muted: false,
        tag: OpenTag::default(),
        doctype: Doctype::default(),
        last_start: Vec::new(),
    };
    // A mark of byte order before the page is no text.
    let html = html.strip_prefix('\u{feff}').unwrap_or(html);
    let Ok(()) = Tokenizer::new_with_emitter(html, feed).finish();
    builder.sink
}

/// As deep as Blink and WebKit let a page go. The tree builder looks through all open elements at every tag, so
/// that 100,000 nested boxes would take minutes.
const DEEPEST: u32 = 512;

/// Takes the pieces of the page, and hands them to the tree builder as whole tokens.
struct Feed<'b> {
    builder: &'b TreeBuilder<u32, Sink>,
    /// End tags since something was last put into the tree: each closes one element at most, as far as is known here.
    n_ends: u32,
    /// Text since the last tag.
    text: Vec<u8>,
    /// The text is inside something that nobody reads.
    muted: bool,
    tag: OpenTag,
    doctype: Doctype,
    /// Name of the last start tag: only its end tag ends a script or a title.
    last_start: Vec<u8>,
}

/// The tag that is being read.
#[derive(Default)]
struct OpenTag {
    is_end: bool,
    closes_itself: bool,
    name: Vec<u8>,
    attributes: Vec<Attribute>,
    /// The attribute that is being read.
    attribute: Vec<u8>,
    value: Vec<u8>,
    /// The attribute is worth keeping.
    keeps: bool,
}

impl OpenTag {
    fn begin(&mut self, is_end: bool) {
        self.is_end = is_end;
        self.closes_itself = false;
        self.keeps = false;
        self.name.clear();
        self.attributes.clear();
    }

    /// Puts the attribute that was read with the others. Of two with one name the first counts.
    fn end_attribute(&mut self) {
        if !std::mem::take(&mut self.keeps) {
            return;
        }
        let local = LocalName::from(string(&self.attribute));
        if self.attributes.iter().all(|it| it.name.local != local) {
            let value = StrTendril::from_slice(&string(&self.value));
            self.attributes.push(Attribute { name: QualName::new(None, ns!(), local), value });
        }
    }
}

/// html5gum may cut a letter in two, but gives both halves; what is put together again is UTF-8.
fn string(bytes: &[u8]) -> Cow<'_, str> {
    // Far quicker than to ask for what is broken.
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// Whether the walk or the tree builder reads this attribute.
fn is_read(tag: &[u8], attribute: &[u8]) -> bool {
    match tag {
        b"meta" => matches!(attribute, b"property" | b"name" | b"itemprop" | b"content" | b"value"),
        b"link" => matches!(attribute, b"rel" | b"href"),
        b"script" | b"input" => attribute == b"type",
        b"img" | b"source" | b"path" | b"svg" | b"iframe" | b"option" => false,
        // These two decide whether what is inside a picture or a formula is HTML again.
        b"font" => matches!(attribute, b"color" | b"face" | b"size" | b"class" | b"style"),
        b"annotation-xml" => attribute == b"encoding",
        _ => matches!(
            attribute,
            b"class"
                | b"id"
                | b"role"
                | b"itemprop"
                | b"data-testid"
                | b"rel"
                | b"aria-hidden"
                | b"hidden"
                | b"style"
                | b"href"
                | b"datetime"
                | b"content"
                | b"lang"
        ),
    }
}

impl Feed<'_> {
    /// Hands over a token; the answer is what the text after it is, if that is anything but HTML.
    fn send(&self, token: Token) -> Option<State> {
        match self.builder.process_token(token, 1) {
            TokenSinkResult::Continue | TokenSinkResult::EncodingIndicator(_) => None,
            // Here a browser would run it.
            TokenSinkResult::Script(_) => None,
            TokenSinkResult::Plaintext => Some(State::PlainText),
            TokenSinkResult::RawData(RawKind::Rcdata) => Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => Some(State::RawText),
            TokenSinkResult::RawData(_) => Some(State::ScriptData),
        }
    }

    /// Hands over the text before a tag.
    fn flush(&mut self) {
        for (n, part) in self.text.split(|it| *it == 0).enumerate() {
            if n > 0 {
                self.send(Token::NullCharacterToken);
            }
            if !part.is_empty() {
                self.send(Token::CharacterTokens(StrTendril::from_slice(&string(part))));
            }
        }
        self.text.clear();
    }
}

impl Emitter for Feed<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn emit_eof(&mut self) {
        self.flush();
        self.send(Token::EOFToken);
        self.builder.end();
    }

    fn emit_error(&mut self, _error: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, text: &[u8]) {
        if !self.muted {
            self.text.extend_from_slice(text);
        }
    }

    fn init_start_tag(&mut self) {
        self.tag.begin(false);
    }

    fn init_end_tag(&mut self) {
        self.tag.begin(true);
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush();
        self.muted = false;
        self.tag.end_attribute();
        let tag = &mut self.tag;
        if tag.is_end {
            self.n_ends = self.n_ends.saturating_add(1);
        } else if self.builder.sink.depth() >= DEEPEST.saturating_add(self.n_ends) {
            return None;
        } else {
            self.n_ends = 0;
            self.last_start.clone_from(&tag.name);
        }
        let name = LocalName::from(string(&tag.name));
        let attrs = std::mem::take(&mut tag.attributes);
        let is_data = attrs.iter().any(|it| &*it.value == "application/ld+json");
        let is_unread = skipped(&name) || &*name == "script" && !is_data;
        let kind = if tag.is_end { TagKind::EndTag } else { TagKind::StartTag };
        let self_closing = tag.closes_itself;
        let tag = Tag { kind, name, self_closing, attrs, had_duplicate_attributes: false };
        let state = self.send(Token::TagToken(tag));
        self.muted = state.is_some() && is_unread;
        state
    }

    fn emit_current_comment(&mut self) {
        self.flush();
        self.send(Token::CommentToken(StrTendril::new()));
    }

    fn emit_current_doctype(&mut self) {
        self.flush();
        let doctype = std::mem::take(&mut self.doctype);
        self.send(Token::DoctypeToken(doctype));
    }

    fn set_self_closing(&mut self) {
        self.tag.closes_itself = true;
    }

    fn set_force_quirks(&mut self) {
        self.doctype.force_quirks = true;
    }

    fn push_tag_name(&mut self, text: &[u8]) {
        self.tag.name.extend_from_slice(text);
    }

    fn push_comment(&mut self, _text: &[u8]) {}

    fn push_doctype_name(&mut self, text: &[u8]) {
        self.doctype.name.get_or_insert_default().push_slice(&string(text));
    }

    fn init_doctype(&mut self) {
        self.doctype = Doctype::default();
    }

    fn init_attribute(&mut self) {
        self.tag.end_attribute();
        self.tag.attribute.clear();
        self.tag.value.clear();
    }

    fn push_attribute_name(&mut self, text: &[u8]) {
        let tag = &mut self.tag;
        tag.attribute.extend_from_slice(text);
        tag.keeps = !tag.is_end && is_read(&tag.name, &tag.attribute);
    }

    fn push_attribute_value(&mut self, text: &[u8]) {
        if self.tag.keeps {
            self.tag.value.extend_from_slice(text);
        }
    }

    fn set_doctype_public_identifier(&mut self, text: &[u8]) {
        self.doctype.public_id = Some(StrTendril::from_slice(&string(text)));
    }

    fn set_doctype_system_identifier(&mut self, text: &[u8]) {
        self.doctype.system_id = Some(StrTendril::from_slice(&string(text)));
    }

    fn push_doctype_public_identifier(&mut self, text: &[u8]) {
        self.doctype.public_id.get_or_insert_default().push_slice(&string(text));
    }

    fn push_doctype_system_identifier(&mut self, text: &[u8]) {
        self.doctype.system_id.get_or_insert_default().push_slice(&string(text));
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag.is_end && self.last_start == self.tag.name
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::{tree, walk};
    use html5ever::TokenizerResult;
    use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
    use proptest::prelude::*;

    /// The same page by html5ever's own tokenizer, which keeps everything.
    fn by_html5ever(html: &str, sink: Sink) -> Sink {
        let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let tokenizer = Tokenizer::new(TreeBuilder::new(sink, options), TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        tokenizer.end();
        tokenizer.sink.sink
    }

    fn check(html: &str) {
        let ours = walk::walk(&tree::parse_by(html, feed));
        let theirs = walk::walk(&tree::parse_by(html, by_html5ever));
        assert_eq!(ours.text, theirs.text, "{html}");
        assert_eq!(ours.hints, theirs.hints, "{html}");
    }

    /// What tags, and what only looks like them, is made of.
    const PIECES: &[&str] = &[
        "<",
        ">",
        "/",
        "=",
        "\"",
        "'",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\0",
        "é",
        "a",
        "x",
        "&",
        ";",
        "!",
        "--",
        "&amp;",
        "&lt",
        "&notit;",
        "&#0;",
        "&#x80;",
        "&amp=",
        "<p>",
        "</p>",
        "<p class=\"by",
        "<b>",
        "</b>",
        "<i id=a id=b>",
        "<a href=/author/x>",
        "</a>",
        "<table>",
        "</table>",
        "<tr><td>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<!-->",
        "<script type=\"application/ld+json\">",
        "<style>",
        "</style>",
        "<title>",
        "</title >",
        "<textarea>",
        "</textarea>",
        "<plaintext>",
        "<xmp>",
        "</xmp>",
        "<svg>",
        "</svg>",
        "<math>",
        "<![CDATA[",
        "]]>",
        "<select>",
        "<template>",
        "</template>",
        "<pre>\n",
        "<!DOCTYPE html>",
        "<!DOCTYPE x PUBLIC \"",
        "<font color=red>",
        "<div/>",
        "</br>",
        "<é",
        "<meta name=author content=x>",
        "<time datetime=2020>",
        "<noscript>",
        "<frameset>",
        "<body lang=de>",
        "<input type=hidden>",
        "<foreignObject>",
        "<li>",
        "<?",
    ];

    proptest! {
        #[test]
        fn both_tokenizers_build_one_tree(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
            check(&pieces.concat());
            check(&format!("\u{feff}{}", pieces.concat()));
        }
    }

    #[test]
    fn a_script_is_left_out_and_facts_are_read() {
        let html =
            "<script>a < b</script><script type=\"application/ld+json\">{\"a\": \"</p>\"}</script><p>Text";
        let page = crate::read::html::read(html);
        assert_eq!(page.text, "Text");
        assert_eq!(page.hints.page.json_ld, ["{\"a\": \"</p>\"}"]);
        check(html);
    }
}
