//! Signs: what an element's tag and the words in its `class`, `id`, `role` and `itemprop` say of what is inside.
//!
//! Sites agree on few words, and these are they. A word alone decides little (`header` may hold the headline,
//! `related` may be a topic); the reading weighs them together.

/// A set of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(pub u32);

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $($word:literal)*;)*) => {
        impl Signs {
            $($(#[$doc])* pub const $name: Signs = Signs(1 << $bit);)*
        }

        /// The signs of one lower-case word.
        fn of_word(word: &str) -> u32 {
            match word {
                $($($word)|* => 1 << $bit,)*
                _ => 0,
            }
        }
    };
}

signs! {
    /// `article`, in tag or name.
    ARTICLE = 0: "article" "post" "story" "hentry" "entry" "blogpost" "newsarticle";
    /// `main`.
    MAIN = 1: "main" "primary";
    /// Menus and paths.
    NAV = 2: "nav" "navigation" "navbar" "menu" "submenu" "menubar" "breadcrumb" "breadcrumbs" "pagination" "pager" "toc" "tabs" "tablist" "sitemap" "skip" "dropdown";
    /// What stands beside.
    ASIDE = 3: "aside" "sidebar" "complementary" "rail" "widget" "widgets" "secondary" "sidecolumn" "rightcol" "leftcol";
    /// The foot of page or article.
    FOOTER = 4: "footer" "contentinfo" "foot" "colophon" "bottom" "copyright" "legal";
    /// The head of page or article.
    HEADER = 5: "header" "masthead" "topbar" "banner" "top" "hero";
    /// Comments.
    COMMENT = 6: "comment" "comments" "commentlist" "disqus" "respond" "reply" "replies" "discussion" "feedback" "reader" "respondents";
    /// Other articles.
    RELATED = 7: "related" "recommended" "recommendation" "recommendations" "recirc" "recirculation" "popular" "trending" "similar" "teaser" "teasers" "outbrain" "taboola" "zergnet" "latest" "recent" "next" "previous" "prev" "more" "also" "readmore" "mostread" "yarpp" "carousel" "cards" "card" "grid" "feed" "siblings";
    /// What wants something from the reader.
    PROMOTION = 8: "ad" "ads" "adv" "advert" "adverts" "advertisement" "advertising" "adsense" "adslot" "sponsor" "sponsored" "sponsors" "promo" "promotion" "promoted" "newsletter" "subscribe" "subscription" "subscriptions" "signup" "paywall" "cookie" "cookies" "consent" "gdpr" "modal" "popup" "overlay" "cta" "donate" "donation" "offer" "marketing" "mailchimp" "mc" "login" "register" "dfp" "affiliate" "alert" "notice" "dialog";
    /// Share bars.
    SHARE = 9: "share" "shares" "sharing" "sharebar" "social" "addtoany" "sharedaddy" "addthis" "follow" "socials" "bookmark" "jp";
    /// Not shown, or only to some.
    HIDDEN = 10: "hidden" "hide" "invisible" "offscreen" "noprint" "screenreader" "collapsed" "print";
    /// Pictures.
    FIGURE = 11: "figure" "image" "images" "photo" "photos" "gallery" "slideshow" "slider" "thumbnail" "thumb" "media" "picture";
    /// Somebody's words.
    QUOTATION = 12: "quote" "blockquote" "pullquote" "pull";
    /// Lists.
    LIST = 13: "list" "items" "links" "linklist";
    /// Tables.
    TABLE = 14: "table" "infobox" "navbox";
    /// Forms and their controls.
    FORM = 15: "form" "button" "buttons" "btn" "input" "search" "searchform" "label" "field" "select" "filter" "toolbar" "tools" "controls";
    /// Who wrote it.
    AUTHOR = 16: "author" "authors" "byline" "bylines" "writer" "contributor" "contributors" "bio" "vcard" "creator" "journalist" "reporter" "profile" "authored" "authorlink";
    /// When.
    DATE = 17: "date" "time" "timestamp" "datetime" "published" "publish" "updated" "pubdate" "datepublished" "datemodified" "dateline" "modified" "posted" "day";
    /// What it is filed under.
    TAGS = 18: "tag" "tags" "category" "categories" "topic" "topics" "keyword" "keywords" "labels" "taxonomy" "cat" "section";
    /// The body of the article.
    BODY = 19: "articlebody" "postcontent" "entrycontent" "storybody" "storycontent" "articlecontent" "articletext" "postbody" "maincontent" "richtext" "wysiwyg" "prose" "markdown" "contentbody" "bodytext" "bodycopy";
    /// The headline.
    TITLE = 20: "title" "headline" "heading" "headlines";
    /// The summary under the headline.
    STANDFIRST = 21: "standfirst" "subtitle" "subhead" "subheadline" "subheading" "dek" "deck" "summary" "excerpt" "lead" "lede" "intro" "description" "abstract" "tagline" "strapline";
    /// Small facts about the article.
    META = 22: "meta" "metadata" "postmeta" "entrymeta" "info" "details" "attribution" "stats" "count" "counter" "views" "likes";
    /// Notes and sources.
    NOTES = 23: "footnote" "footnotes" "reference" "references" "reflist" "notes" "citation" "citations" "bibliography" "sources" "endnotes" "correction" "disclaimer" "disclosure";
    /// Words under a picture.
    CAPTION = 24: "caption" "figcaption" "captions" "credit" "credits" "cutline";
    /// Moving pictures and sound.
    PLAYER = 25: "video" "player" "audio" "podcast" "embed" "embeds" "jwplayer" "twitter" "tweet" "instagram" "facebook" "youtube";
    /// A box that holds content of some kind.
    CONTENT = 26: "content" "body" "text" "copy" "paragraph" "contents" "page";
    /// Not read aloud.
    UNSPOKEN = 27: "ariahidden";
    /// Site and logo.
    SITE = 28: "logo" "brand" "branding" "site" "sitename" "publisher" "wordmark";
}

impl Signs {
    /// True when any of `other` is in the set.
    pub fn any(self, other: Signs) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Signs {
    type Output = Signs;
    fn bitor(self, other: Signs) -> Signs {
        Signs(self.0 | other.0)
    }
}

/// Names are read up to here: some frameworks write pages of them.
const LONGEST: usize = 400;

/// What a tag and names say.
pub fn of(tag: &str, names: &str, hidden: bool) -> Signs {
    let of_tag = match tag {
        // Templates write the state of the whole page on these two ("single-post has-sidebar").
        "html" | "body" => return Signs::default(),
        "article" => Signs::ARTICLE,
        "main" => Signs::MAIN,
        "nav" | "menu" => Signs::NAV,
        "aside" => Signs::ASIDE,
        "footer" => Signs::FOOTER,
        "header" => Signs::HEADER,
        "figure" => Signs::FIGURE,
        "figcaption" | "caption" => Signs::CAPTION,
        "blockquote" => Signs::QUOTATION,
        "ul" | "ol" | "dl" | "dir" => Signs::LIST,
        "table" => Signs::TABLE,
        "form" | "button" | "fieldset" => Signs::FORM,
        "time" => Signs::DATE,
        "dialog" => Signs::PROMOTION,
        _ => Signs::default(),
    };
    let mut signs = of_tag.0 | if hidden { Signs::HIDDEN.0 } else { 0 };
    let mut end = names.len().min(LONGEST);
    while !names.is_char_boundary(end) {
        end -= 1;
    }
    for name in names[..end].split_ascii_whitespace() {
        signs |= of_name(name);
    }
    Signs(signs)
}

/// The signs of one name, such as `article-body` or `relatedPosts`.
fn of_name(name: &str) -> u32 {
    let mut signs = 0;
    let mut word = [0u8; 24];
    let mut len = 0;
    let mut was_lower = false;
    let mut close = |word: &[u8]| signs |= std::str::from_utf8(word).map_or(0, of_word);
    for byte in name.bytes() {
        let new_hump = byte.is_ascii_uppercase() && was_lower;
        if (new_hump || !byte.is_ascii_alphabetic()) && len > 0 {
            close(&word[..len.min(word.len())]);
            len = 0;
        }
        if byte.is_ascii_alphabetic() {
            if len < word.len() {
                word[len] = byte.to_ascii_lowercase();
            }
            len += 1;
        }
        was_lower = byte.is_ascii_lowercase();
    }
    if len > 0 {
        close(&word[..len.min(word.len())]);
    }
    // "article-body", "entry-content", "story__text": the two words together are the body's own name.
    if signs & Signs::ARTICLE.0 != 0 && signs & Signs::CONTENT.0 != 0 {
        signs |= Signs::BODY.0;
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_their_signs() {
        for (names, want) in [
            ("article-body", Signs::ARTICLE | Signs::CONTENT | Signs::BODY),
            ("relatedPosts", Signs::RELATED),
            ("c-share__bar", Signs::SHARE),
            ("articleBody", Signs::ARTICLE | Signs::CONTENT | Signs::BODY),
            ("added heads", Signs::default()),
            ("ad-slot-1", Signs::PROMOTION),
        ] {
            assert_eq!(of("div", names, false), want, "{names}");
        }
        assert_eq!(of("body", "has-sidebar", false), Signs::default());
        assert_eq!(of("nav", "", true), Signs::NAV | Signs::HIDDEN);
    }
}
