//! Roles: from the scores of the models and the signs of the markup to one role a block.

use super::features::{self, Features};
use super::headline;
use super::kin;
use super::phrases::Signs as Phrases;
use super::shape::Shape;
use crate::model::blocks::{Kind, UNIT, score};
use crate::read::blocks::{Block, Role};
use crate::read::hints::{Hints, Signs};
use crate::read::metadata::names;

/// The rule of blocks that are shown because no article was found among them.
pub const NO_ARTICLE: &str = "no_article";

/// What a block's score must pass. Lower lets in lines that merely stand near the article, higher loses its edges; a
/// little above even odds served hand-made gold best.
pub(super) const BAR: i32 = UNIT * 3 / 16;

/// What the best paragraphs of any text reach. Higher lets in comments and cards.
const GOOD: i32 = UNIT * 5 / 2;

/// The best paragraphs have one letter in so many of all paragraphs'.
const BEST: u32 = 10;

/// And no more letters than this: an article may be short and its comments long.
const ENOUGH: u32 = 1000;

/// What a headline's score must pass.
const HEADLINE_BAR: i32 = -2 * UNIT;

/// What a headline's score gains for each word that the first paragraphs have.
const LEAD_WORD: i32 = UNIT * 3 / 16;

/// What a heading's score must pass when the article goes on right under it.
const HEADING_BAR: i32 = -UNIT * 5 / 4;

/// How far under a heading the article may go on: a picture, its credit and a list of prices may stand between.
const NEAR_HEADING: usize = 8;

/// So far under the headline, in blocks, a byline may stand.
const OPENING: usize = 6;

/// Of so many words is the credit of a picture that stands in the article like a paragraph of it.
const CREDIT: u32 = 8;

/// In a clean text one block of the article in so many may look like furniture; with one in eight, menus come in.
const CLEAN: usize = 16;

/// A text as short as this is what somebody wants analyzed, whatever it looks like.
const SHORT: u32 = 300;

/// Gives every block its role.
pub fn assign(text: &str, blocks: &mut [Block], hints: Option<&Hints>, title: Option<&str>) {
    if blocks.is_empty() {
        return;
    }
    let features = features::of(text, blocks, hints, title);
    let kind = if hints.is_some() { Kind::Marked } else { Kind::Plain };
    let mut scores: Vec<i32> = features.rows.iter().map(|it| score(kind, it)).collect();
    let wide = if hints.is_some() {
        Vec::new()
    } else {
        let headlines = headline::features(text, blocks, &features.shapes, &scores);
        features::scored(&features.rows, &headlines, &scores)
    };
    raise(&mut scores, &features.shapes);
    let mut page = Page { text, blocks, hints, features: &features, scores, wide };
    page.assign();
}

/// Somewhere in a text is what it was pasted for: where hardly a paragraph scores well, all blocks gain what the best
/// lack. Of a page unlike all others, the models would lose every other paragraph.
fn raise(scores: &mut [i32], shapes: &[Shape]) {
    // Letters of paragraphs, by what they lack.
    let mut lacking = [0u32; 256];
    for (score, shape) in scores.iter().zip(shapes).filter(|it| it.1.is_prose()) {
        lacking[(GOOD - score).clamp(0, 255) as usize] += shape.n_chars;
    }
    let enough = (lacking.iter().sum::<u32>() / BEST).min(ENOUGH);
    let mut n_chars = 0;
    let lack = lacking.iter().position(|it| {
        n_chars += it;
        n_chars >= enough
    });
    scores.iter_mut().for_each(|it| *it += lack.unwrap_or(0) as i32);
}

struct Page<'p> {
    text: &'p str,
    blocks: &'p mut [Block],
    hints: Option<&'p Hints>,
    features: &'p Features,
    scores: Vec<i32>,
    /// What headline, byline and crossheads are told by; none for HTML.
    wide: Vec<[u8; features::N_SCORED]>,
}

impl Page<'_> {
    fn assign(&mut self) {
        let n = self.blocks.len();
        let mut is_article: Vec<bool> =
            (0..n).map(|it| self.scores[it] > self.bar(it) && !self.is_hidden(it)).collect();
        let n_chars: u32 = self.features.shapes.iter().map(|it| it.n_chars).sum();
        let any_prose =
            |is_article: &[bool]| (0..n).any(|it| is_article[it] && self.features.shapes[it].n_chars >= 40);
        if !any_prose(&is_article) {
            if n_chars > SHORT && !self.features.shapes.iter().any(|it| it.is_prose()) {
                for block in self.blocks.iter_mut() {
                    block.rule = NO_ARTICLE;
                }
                return;
            }
            // Short texts and odd ones: all that is no plain sign of furniture.
            for (it, shape) in is_article.iter_mut().zip(&self.features.shapes) {
                *it = !(shape.signs.head || shape.signs.line);
            }
        }
        if let Some(hints) = self.hints {
            kin::keep(self.blocks, self.features, hints, &self.scores, &mut is_article);
        } else {
            self.keep_sentences(&mut is_article);
        }
        let headline = self.headline(&is_article);
        let from = headline.map_or(0, |it| it + 1);
        if headline.is_some() {
            let opening = is_article.iter_mut().enumerate().skip(from).take(OPENING);
            opening.for_each(|(it, own)| *own &= !self.is_byline(it));
        }
        let body = (from..n).find(|&it| is_article[it]).unwrap_or(n);
        let last = (0..n).rev().find(|&it| is_article[it]).unwrap_or(0);
        for (it, &is_article) in is_article.iter().enumerate() {
            let role = self.role(it, is_article, body, last);
            self.set(it, role.0, role.1);
        }
        if let Some(headline) = headline {
            self.set(headline, Role::Headline, "headline");
            self.repeats(headline);
            self.above(headline);
            // Where the standfirst reads like the first paragraph, byline and day stand under it.
            let opens = body <= headline + 2;
            let second = (body + 1..n).find(|&it| is_article[it]).unwrap_or(n);
            self.below(headline, if opens { second } else { body });
        }
        self.crossheads();
    }

    /// Where hardly a line tells of a page around the article, whoever pasted the text meant all of its sentences.
    fn keep_sentences(&self, is_article: &mut [bool]) {
        let of_page = |it: &&Shape| it.signs.head || it.signs.line || it.signs.start;
        let n_of_page = self.features.shapes.iter().filter(of_page).count();
        let n_own = is_article.iter().filter(|it| **it).count();
        if n_of_page * CLEAN > n_own {
            return;
        }
        for (it, own) in is_article.iter_mut().enumerate() {
            let shape = &self.features.shapes[it];
            *own |= self.blocks[it].role == Role::Paragraph
                && shape.n_words >= 6
                && (shape.ends >= 6 || self.has_note(it));
        }
    }

    /// A sentence with the mark of a footnote: "She left in 1912. [7]".
    fn has_note(&self, it: usize) -> bool {
        let piece = self.blocks[it].span.of(self.text);
        let bare = piece.trim_end_matches(|it: char| it.is_ascii_digit() || matches!(it, '[' | ']' | ' '));
        piece.ends_with(']') && bare.ends_with(['.', '!', '?', '”', '"'])
    }

    /// What a block must reach to be of the article. A heading with the article under it has it easier: lost,
    /// it takes the meaning of what follows with it.
    fn bar(&self, it: usize) -> i32 {
        let heads = self.blocks[it].role == Role::Crosshead
            && !self.phrases(it).head
            && (it + 1..self.blocks.len().min(it + 1 + NEAR_HEADING))
                .take_while(|&it| self.blocks[it].role != Role::Crosshead)
                .any(|it| self.scores[it] > 0);
        if heads { HEADING_BAR } else { BAR }
    }

    fn set(&mut self, it: usize, role: Role, rule: &'static str) {
        let block = &mut self.blocks[it];
        if role == Role::Crosshead {
            block.level = block.level.or(Some(2));
        } else {
            block.level = None;
        }
        block.role = role;
        block.rule = rule;
    }

    fn signs(&self, it: usize) -> Signs {
        let near = || {
            let hints = self.hints?;
            let hint = &hints.blocks[self.features.hints[it]? as usize];
            let own = hints.boxes.get(hint.boxed as usize)?;
            let parent = hints.boxes.get(own.parent as usize).map_or(Signs::default(), |it| it.signs);
            Some(own.signs | parent)
        };
        near().unwrap_or_default()
    }

    /// A paragraph that the page takes off itself, alone among its neighbors.
    fn is_hidden(&self, it: usize) -> bool {
        let own = |it: usize| {
            let hints = self.hints?;
            let hint = &hints.blocks[self.features.hints[it]? as usize];
            hints.boxes.get(hint.boxed as usize).map(|it| it.signs)
        };
        own(it).is_some_and(|it| it.any(Signs::HIDDEN))
    }

    /// "Von Ute Baum" is a byline, though its place be one of a paragraph.
    fn is_byline(&self, it: usize) -> bool {
        let shape = &self.features.shapes[it];
        shape.n_words <= 12
            && shape.ends < 6
            && self.blocks[it].role == Role::Paragraph
            && tells_who(self.blocks[it].span.of(self.text))
    }

    fn phrases(&self, it: usize) -> Phrases {
        self.features.shapes[it].signs
    }

    /// What a block is that is neither headline nor near it.
    fn role(&self, it: usize, is_article: bool, body: usize, last: usize) -> (Role, &'static str) {
        let block = &self.blocks[it];
        if !is_article {
            let inside = body < it && it < last;
            if inside && (block.role == Role::Caption || self.is_credit(it)) {
                return (Role::Caption, "picture");
            }
            let rule = match self.phrases(it) {
                it if it.head => "furniture_head",
                it if it.line || it.start => "furniture_phrase",
                _ => "furniture",
            };
            return (Role::Furniture, rule);
        }
        let shape = &self.features.shapes[it];
        let is_short = self.hints.is_none() && shape.n_words <= CREDIT && !shape.is_prose();
        let begins = |marks: &str| {
            let piece = block.span.of(self.text);
            let piece = piece.split_at_checked(14).map_or(piece, |it| it.0).to_lowercase();
            marks.split('/').any(|it| piece.starts_with(it))
        };
        if begins("©/image caption/media caption/video caption/photo caption")
            || is_short && (self.is_credit(it) || begins("credit: /source: /photo: "))
        {
            return (Role::Caption, "picture");
        }
        match block.role {
            // Sites write a whole paragraph as a heading to make it large.
            Role::Crosshead if self.hints.is_some() && shape.n_chars > 200 && shape.is_prose() => {
                (Role::Paragraph, "long_heading")
            }
            Role::Paragraph if self.hints.is_none() && self.is_crosshead(it) => {
                (Role::Crosshead, "short_line")
            }
            // "3. Tourists Helper App", and a paragraph about it: no list, though each begins with a number.
            Role::ListItem if self.hints.is_none() && self.stands_over_text(it) && self.is_crosshead(it) => {
                (Role::Crosshead, "numbered_line")
            }
            role => (role, block.rule),
        }
    }

    /// A line under a picture: short, with a word for pictures in it.
    fn is_credit(&self, it: usize) -> bool {
        let shape = &self.features.shapes[it];
        shape.n_chars < 300 && shape.signs.n_within > 0 && {
            let piece = self.blocks[it].span.of(self.text).to_lowercase();
            "photo/getty/credit:/image/courtesy/shutterstock/reuters/ap photo/foto/bild:"
                .split('/')
                .any(|it| piece.contains(it))
        }
    }

    /// A numbered line with running text under it.
    fn stands_over_text(&self, it: usize) -> bool {
        self.features.shapes[it].begins == 3
            && self.blocks.get(it + 1).is_some_and(|next| next.role == Role::Paragraph)
            && self.features.shapes[it + 1].is_prose()
    }

    fn is_crosshead(&self, it: usize) -> bool {
        let shape = &self.features.shapes[it];
        shape.n_words <= 16
            && shape.n_chars <= 120
            && shape.ends != 7
            && !shape.has_tab
            && score(Kind::Crosshead, &self.wide[it]) > -UNIT / 4
    }

    /// The headline's block.
    fn headline(&self, is_article: &[bool]) -> Option<usize> {
        let n = self.blocks.len();
        let shapes = &self.features.shapes;
        let first = |fits: &dyn Fn(&Shape) -> bool| (0..n).find(|&it| is_article[it] && fits(&shapes[it]));
        let paragraph = first(&|it| it.is_prose());
        if let Some(hints) = self.hints {
            let first = paragraph.or_else(|| first(&|_| true)).unwrap_or(0);
            let score = |it: usize| -> i32 {
                let Some(hint) = self.features.hints[it].map(|it| &hints.blocks[it as usize]) else {
                    return 0;
                };
                let like = i32::from(self.features.rows[it][features::TITLE_LIKE]);
                let level = match hint.level {
                    1 => 8,
                    2 => 4,
                    3..=6 => 2,
                    _ => 0,
                };
                let named = if self.signs(it).any(Signs::TITLE) { 2 } else { 0 };
                let site = if self.signs(it).any(Signs::SITE) { 4 } else { 0 };
                let near = if it <= first + 3 { 2 } else { -4 };
                if like < 5 && hint.level != 1 { 0 } else { like + level + named + near - site }
            };
            let best =
                (0..n.min(first + 40)).max_by_key(|&it| (score(it), std::cmp::Reverse(first.abs_diff(it))));
            return best.filter(|&it| score(it) >= 8);
        }
        // The trees know pages better than stories of three paragraphs, of which few words come again.
        let lead = |it: usize| LEAD_WORD * i32::from(self.wide[it][features::LEAD_WORDS]);
        let score = |it: usize| score(Kind::Headline, &self.wide[it]) + lead(it);
        let mut fits = headline::candidates(shapes, &self.scores);
        fits.retain(|&it| !self.has_note(it));
        let best = fits.iter().copied().max_by_key(|&it| (score(it), std::cmp::Reverse(it)))?;
        if score(best) > HEADLINE_BAR {
            return Some(best);
        }
        // A short paste: the line right above the first paragraph, or above the first sentence where none is long.
        let sentence = || first(&|it| it.ends >= 6);
        let first = paragraph.or_else(sentence).or_else(|| first(&|_| true))?;
        first.checked_sub(1).filter(|it| n <= 40 && shapes[*it].n_words >= 3 && fits.contains(it))
    }

    /// The same words again are furniture; what stands between the two, at most three blocks, is the standfirst.
    fn repeats(&mut self, headline: usize) {
        let hash = self.features.shapes[headline].hash;
        let again: Vec<usize> = (0..self.blocks.len())
            .filter(|&it| it != headline && self.features.shapes[it].hash == hash)
            .collect();
        for &it in &again {
            self.set(it, Role::Furniture, "repeated_headline");
        }
        if let Some(&next) = again.iter().find(|&&it| it > headline)
            && next <= headline + 4
        {
            for it in headline + 1..next {
                if self.features.shapes[it].is_prose() {
                    self.set(it, Role::Standfirst, "between_headlines");
                }
            }
        }
    }

    /// The name of the site, where the paste begins with it.
    fn above(&mut self, headline: usize) {
        let plain = self.hints.is_none() && (1..=2).contains(&headline);
        if plain {
            let shape = &self.features.shapes[0];
            if shape.n_words <= 5 && !shape.signs.line && !shape.signs.head && !shape.has_year {
                self.set(0, Role::Site, "above_headline");
            }
        }
    }

    /// Standfirst, byline and timestamp stand between the headline and the body, or right above the headline.
    fn below(&mut self, headline: usize, body: usize) {
        let mut stood = false;
        for it in headline.saturating_sub(3)..body.min(headline + 14).min(self.blocks.len()) {
            if self.blocks[it].role != Role::Furniture || self.blocks[it].rule == "repeated_headline" {
                continue;
            }
            let shape = &self.features.shapes[it];
            let signs = self.signs(it);
            let dated = shape.has_year && (shape.has_month || shape.n_digits >= 6);
            let tells_who = shape.n_words <= 20 && tells_who(self.blocks[it].span.of(self.text));
            let byline = match self.hints {
                Some(_) => signs.any(Signs::AUTHOR) && shape.n_words <= 14 || tells_who,
                None => {
                    score(Kind::Byline, &self.wide[it]) > 0 && shape.n_words <= 20
                        || tells_who
                        || shape.n_words <= 8 && names::is_named(self.blocks[it].span.of(self.text))
                }
            };
            if byline && !shape.is_prose() {
                self.set(it, Role::Byline, "byline");
            } else if dated && shape.n_words <= 16 {
                self.set(it, Role::Timestamp, "date_line");
            } else if it > headline
                && it <= headline + 4
                && !stood
                && shape.n_words >= 6
                && shape.n_chars <= 600
                && !shape.signs.start
            {
                let marked = signs.any(Signs::STANDFIRST)
                    && !signs.any(Signs::SHARE | Signs::NAV | Signs::CAPTION | Signs::COMMENT);
                if marked
                    || (self.hints.is_none() && (shape.is_prose() || shape.ends >= 6) && it == headline + 1)
                {
                    stood = true;
                    self.set(it, Role::Standfirst, "under_headline");
                }
            }
        }
    }

    /// A crosshead with nothing of the article under it heads nothing.
    fn crossheads(&mut self) {
        let mut holds = false;
        for it in (0..self.blocks.len()).rev() {
            match self.blocks[it].role {
                Role::Crosshead if !holds => self.set(it, Role::Furniture, "heads_nothing"),
                role if role.is_body() || matches!(role, Role::Table | Role::Code) => holds = true,
                _ => {}
            }
        }
    }
}

/// "By Ann Lee", "Written by Ann Lee", "Nov 18, 2019 by Ann Lee".
fn tells_who(text: &str) -> bool {
    let who = names::after_by(text);
    who.len() < text.len() && who.starts_with(char::is_uppercase)
}
