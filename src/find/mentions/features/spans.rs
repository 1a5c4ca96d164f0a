//! What the second step sees of a whole name: what stands in it and around it.

use super::hash::{
    AND, AT, BY, CLOSING, COMMA, DOT, FROM, HAS, IN, IS, NEAR, OF, OPENING, OR, POSSESSIVE, SAID, SAYS, THE,
    TO, TOLD, WAS, WHO, fold, mix,
};
use super::{FNV_PRIME, FNV_START, Info, Sheet, class, has_capital, seen, shape};
use crate::find::mentions::second::N_OF_TEXT;
use crate::model::trees::WIDTH;

impl Sheet<'_, '_> {
    /// A hash of the words of a name.
    pub fn words(&self, first: usize, last: usize) -> u32 {
        let infos = &self.infos[first..=last];
        infos.iter().filter(|it| it.shape < shape::MARK).fold(0, |hash, it| mix(hash, it.stem))
    }

    /// The hash of a long name's initials, as words are hashed.
    pub fn initials_of(&self, first: usize, last: usize) -> u32 {
        (first..=last).filter(|&it| self.has_capital(it)).fold(FNV_START, |hash, at| {
            let spelled = self.tokens[at].span.of(self.document.text);
            (hash ^ spelled.chars().next().map_or(0, fold)).wrapping_mul(FNV_PRIME)
        })
    }

    /// What parts two names, by the last token of one and the first of the next: 0 when they are far apart.
    pub fn gap(&self, last: usize, next: usize) -> u8 {
        if next > last + 3 || self.tokens[last].sentence != self.tokens[next].sentence {
            return 0;
        }
        match (next - last, self.infos[last + 1].word) {
            (1, _) => 1,
            (2, COMMA) => 2,
            (2, AND | OR) => 3,
            (2, OPENING) => 4,
            (2, OF | IN | AT) => 5,
            (2, POSSESSIVE) => 6,
            (2, _) => 7,
            _ => 8,
        }
    }

    /// Fills the features of a name's place. Where a word is told by a number, those that go with places have high ones.
    pub fn look_at_span(&self, first: usize, last: usize, row: &mut [u8; WIDTH]) {
        let sentence = self.tokens[first].sentence;
        let at = |it: Option<usize>| -> Option<&Info> {
            let it = it?;
            self.tokens.get(it).filter(|token| token.sentence == sentence)?;
            Some(&self.infos[it])
        };
        let (before2, before) = (at(first.checked_sub(2)), at(first.checked_sub(1)));
        let after = at(Some(last + 1));
        let infos = &self.infos[first..=last];
        let (head, tail) = (&infos[0], &infos[infos.len() - 1]);
        let has = |info: &Info, class: u32| u8::from(info.classes & class != 0);
        let any = |class: u32| u8::from(infos.iter().any(|it| it.classes & class != 0));
        let number = |it: usize| it.min(255) as u8;
        // "Mr. Smith": the full stop is a token.
        let title = if before.is_some_and(|it| it.word == DOT) { before2 } else { before };
        let (start, end) = (head.run.0 as usize, head.run.1 as usize);
        const PART: u16 = 3;
        let features = [
            number(infos.len()),
            number(infos.iter().filter(|it| has_capital(it.shape)).count()),
            head.shape,
            tail.shape,
            head.style as u8,
            u8::from(head.careless),
            u8::from(start == first) + 2 * u8::from(end == last + 1),
            number(end - start),
            has(head, class::ORGANIZATION),
            has(head, class::PLACE),
            has(head, class::COMMON),
            has(tail, class::LAST),
            any(class::ORGANIZATION_WORD),
            head.phrase >> 4,
            title.map_or(0, |it| has(it, class::TITLE)),
            match before.map_or(0, |it| it.word) {
                IN | AT | NEAR => 9,
                FROM => 8,
                TO => 7,
                OF => 6,
                COMMA => 5,
                THE => 4,
                AND => 3,
                OPENING => 2,
                BY => 1,
                _ => 0,
            },
            match after.map_or(0, |it| it.word) {
                SAID | SAYS | TOLD | WHO => 9,
                WAS | HAS | IS => 7,
                POSSESSIVE => 6,
                AND => 5,
                COMMA => 4,
                OPENING => 3,
                CLOSING => 2,
                OF => 1,
                _ => 0,
            },
            before.map_or(4, |it| (it.known & PART) as u8),
            after.map_or(4, |it| (it.known & PART) as u8),
            head.known.min(255) as u8,
            tail.known.min(255) as u8,
            flag(tail, seen::LOWER),
            flag(tail, seen::AFTER_FIRST_NAME),
            flag(tail, seen::AFTER_IN),
            flag(tail, seen::WITH_ORGANIZATION_WORD),
            flag(tail, seen::IN_LONGER),
            flag(tail, seen::ALONE),
            flag(tail, seen::AFTER_THE),
            flag(tail, seen::STANDS_FOR_LONGER),
            flag(tail, seen::INSIDE_PLAIN),
        ];
        row[N_OF_TEXT..N_OF_TEXT + features.len()].copy_from_slice(&features);
    }
}

fn flag(info: &Info, bit: u16) -> u8 {
    u8::from(info.seen & bit != 0)
}
