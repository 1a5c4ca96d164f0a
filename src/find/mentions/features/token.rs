//! What the first step sees of a token: itself, its neighbours, and what is known of both.

use super::hash::{feature, fold, mix};
use super::{ALWAYS, END, Info, START, Sheet, has_capital, shape};

/// Room for the features of a token, which has half as many at most. What counts in a byte needs no check.
pub const MOST_FEATURES: usize = 256;

/// Which features of a token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    All,
    /// What the word tells alone: the same at all its places that [`Sheet::look`] alike.
    Own,
    /// The others.
    Around,
}

impl Sheet<'_, '_> {
    /// How the token at `at` looks where it stands: what features tell of the word itself goes by that and by the word.
    pub fn look(&self, at: usize) -> u32 {
        let it = &self.infos[at];
        u32::from(it.known) << 16 | own_shape(it)
    }

    /// Every feature of the token at `at`. The second to the fifth tell its own word.
    pub fn features<'r>(&self, at: usize, room: &'r mut [u32; MOST_FEATURES]) -> &'r [u32] {
        self.features_of(Part::All, at, room)
    }

    /// Those features of the token at `at`.
    pub fn features_of<'r>(&self, part: Part, at: usize, room: &'r mut [u32; MOST_FEATURES]) -> &'r [u32] {
        let (tokens, infos) = (&self.tokens[..], self.infos.as_slice());
        let sentence = tokens[at].sentence;
        let info = |offset: isize| -> &Info {
            let it = at.wrapping_add_signed(offset);
            match tokens.get(it) {
                Some(token) if token.sentence == sentence => &infos[it],
                _ if offset < 0 => &START,
                _ => &END,
            }
        };
        let (b2, b1, it, a1, a2) = (info(-2), info(-1), info(0), info(1), info(2));
        let style = it.style as u32;
        let shape = |it: &Info| u32::from(it.shape);
        let own_shape = own_shape(it);
        let (own, around) = (part != Part::Around, part != Part::Own);
        room[0] = ALWAYS;
        let mut n = u8::from(own);
        let mut put = |template: u32, value: u32| {
            if part == Part::All || (part == Part::Own) == is_own(template) {
                room[usize::from(n)] = feature(template, value);
                n = n.wrapping_add(1);
            }
        };
        // Words.
        put(1, it.word);
        put(6, mix(b1.word, it.word));
        put(7, mix(it.word, a1.word));
        put(10, mix(it.word, own_shape));
        put(2, b1.word);
        put(3, a1.word);
        put(4, b2.word);
        put(5, a2.word);
        put(8, mix(b2.word, b1.word));
        put(9, mix(a1.word, a2.word));
        if it.shape == shape::UNCASED {
            // Chinese letters: words have two or three of them.
            put(61, mix(mix(b1.word, it.word), a1.word));
            put(62, mix(mix(b2.word, b1.word), it.word));
            put(64, mix(mix(it.word, a1.word), a2.word));
            put(65, mix(b1.word, a1.word));
        }
        // How common the words are, and what part of speech.
        if self.speaks_english {
            let known = |it: &Info| u32::from(it.known);
            put(70, known(b2));
            put(71, known(b1));
            put(72, known(it));
            put(73, known(a1));
            put(74, known(a2));
            put(75, mix(known(b1), own_shape));
            put(76, mix(own_shape, known(a1)));
            put(77, mix(mix(known(b1), own_shape), known(a1)));
            put(78, mix(known(it), own_shape));
            put(79, mix(known(b2), known(b1)));
            put(80, mix(known(a1), known(a2)));
        }
        // Shapes.
        put(11, own_shape);
        put(12, mix(shape(b1), own_shape));
        put(13, mix(own_shape, shape(a1)));
        put(14, mix(mix(shape(b1), own_shape), shape(a1)));
        put(15, mix(mix(shape(b2), shape(b1)), own_shape));
        put(16, mix(mix(own_shape, shape(a1)), shape(a2)));
        put(17, mix(b1.word, own_shape));
        put(18, mix(own_shape, a1.word));
        // Letters.
        if own
            && (it.shape < shape::NUMBER || it.shape == shape::NUMBER_LETTERS || it.shape == shape::ADDRESS)
        {
            let spelled = tokens[at].span.of(self.document.text);
            let capital = u32::from(has_capital(it.shape));
            let mut hash = capital;
            for (n, c) in spelled.chars().take(4).enumerate() {
                hash = mix(hash, fold(c));
                if n > 0 {
                    put(20 + n as u32, hash);
                }
            }
            let mut hash = capital;
            for (n, c) in spelled.chars().rev().take(4).enumerate() {
                hash = mix(hash, fold(c));
                put(24 + n as u32, hash);
            }
        }
        // Lists.
        let listed = it.classes << 8 | u32::from(it.phrase);
        put(30, mix(it.classes, own_shape));
        put(31, mix(b1.classes, it.classes));
        put(32, mix(it.classes, a1.classes));
        put(33, mix(mix(b1.classes, it.classes), a1.classes));
        if it.phrase != 0 {
            put(34, mix(u32::from(it.phrase), 0));
            put(35, mix(listed, own_shape));
        }
        put(36, mix(b2.classes, mix(b1.classes, shape(b1))));
        put(37, mix(a2.classes, mix(a1.classes, shape(a1))));
        let mut classes = if own { it.classes } else { 0 };
        while classes != 0 {
            put(38, classes.trailing_zeros());
            put(39, mix(classes.trailing_zeros(), own_shape));
            classes &= classes - 1;
        }
        // The run of words with capitals: what stands before, after, first and last in it.
        let (start, end) = (it.run.0 as usize, it.run.1 as usize);
        if around && end > 0 {
            let before = info(start as isize - at as isize - 1);
            let after = info(end as isize - at as isize);
            let (first, last) = (&infos[start], &infos[end - 1]);
            let place = match (at == start, at + 1 == end) {
                (true, true) => 0,
                (true, false) => 1,
                (false, true) => 2,
                (false, false) => 3,
            };
            let len = (end - start).min(5) as u32;
            put(40, mix(before.word, place));
            put(41, mix(after.word, place));
            put(42, mix(mix(place, len), own_shape));
            if len > 1 {
                put(43, mix(last.word, place));
                put(44, mix(first.word, place));
                put(45, mix(mix(first.classes, last.classes), place));
                let spelled = tokens[end - 1].span.of(self.document.text);
                let mut hash = place;
                for c in spelled.chars().rev().take(3) {
                    hash = mix(hash, fold(c));
                }
                put(46, hash);
            }
            put(47, mix(mix(before.word, after.word), place));
            put(48, mix(mix(before.classes, shape(before)), mix(place, it.classes)));
        }
        // What the forms of a word share.
        if self.bends {
            put(56, mix(it.stem, u32::from(has_capital(it.shape))));
            put(57, b1.stem);
            put(58, a1.stem);
            put(59, b2.stem);
            put(60, mix(b1.stem, own_shape));
        }
        // The rest of the text.
        if own && it.seen != 0 {
            let mut seen = u32::from(it.seen);
            put(50, mix(seen, own_shape));
            while seen != 0 {
                put(51, mix(seen.trailing_zeros(), own_shape));
                put(52, mix(seen.trailing_zeros(), it.classes));
                seen &= seen - 1;
            }
            put(53, mix(mix(u32::from(it.seen), it.classes), style));
        }
        if b1.seen | a1.seen != 0 {
            put(54, mix(u32::from(b1.seen), shape(it)));
            put(55, mix(u32::from(a1.seen), shape(it)));
        }
        &room[..usize::from(n)]
    }
}

/// True for what a word tells alone.
fn is_own(template: u32) -> bool {
    matches!(template, 1 | 10 | 11 | 20..=27 | 30 | 38 | 39 | 50..=53 | 56 | 72 | 78)
}

/// How the word is written, in what a sentence, and whether it opens that.
fn own_shape(it: &Info) -> u32 {
    u32::from(it.shape) << 4 | (it.style as u32) << 1 | u32::from(it.opens)
}
