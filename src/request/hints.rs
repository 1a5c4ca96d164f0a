//! Hints as `www/lib/read-dom.js` writes them.

use crate::order;
use crate::read::hints::{BlockHint, BoxHint, Element, Hints, Mark, PageFacts, signs};
use crate::text::{ByteOffsets, Span, Unit};
use serde::Deserialize;

/// What markup told of a text, with offsets in the caller's unit. Comes from outside: anything may be wrong in it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct HintsRequest {
    pub blocks: Vec<BlockRequest>,
    pub boxes: Vec<BoxRequest>,
    pub marks: Vec<MarkRequest>,
    pub page: PageRequest,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct BlockRequest {
    pub start: u32,
    pub end: u32,
    /// Place in [`Element::ALL`].
    pub element: u32,
    pub level: u32,
    pub links: u32,
    pub boxed: u32,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct BoxRequest {
    /// -1 for none.
    pub parent: i32,
    pub tag: String,
    pub names: String,
    pub hidden: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct MarkRequest {
    pub start: u32,
    pub end: u32,
    pub tag: String,
    pub names: String,
    pub value: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct PageRequest {
    pub title: Option<String>,
    pub metas: Vec<(String, String)>,
    pub json_ld: Vec<String>,
    pub canonical: Option<String>,
    pub language: Option<String>,
}

impl HintsRequest {
    /// The hints, with offsets in bytes of `text`.
    pub fn hints(&self, text: &str, unit: Unit) -> Hints {
        let bytes = Bytes::new(self, text, unit);
        let span = |start: u32, end: u32| Span { start: bytes.of(start), end: bytes.of(end.max(start)) };
        let block = |it: &BlockRequest| BlockHint {
            span: span(it.start, it.end),
            element: Element::ALL.get(it.element as usize).copied().unwrap_or_default(),
            level: it.level.min(6) as u8,
            link_units: it.links,
            boxed: it.boxed,
        };
        let boxed = |(idx, it): (usize, &BoxRequest)| {
            // A parent opens before its child.
            let parent =
                u32::try_from(it.parent).ok().filter(|&it| (it as usize) < idx).unwrap_or(BoxHint::NONE);
            BoxHint::new(parent, &it.tag, &it.names, it.hidden)
        };
        let mark = |it: &MarkRequest| Mark {
            span: span(it.start, it.end),
            signs: signs::of(&it.tag, &it.names, false),
            value: it.value.clone(),
        };
        let page = self.page.clone();
        Hints {
            blocks: self.blocks.iter().map(block).collect(),
            boxes: self.boxes.iter().enumerate().map(boxed).collect(),
            marks: self.marks.iter().map(mark).collect(),
            page: PageFacts {
                title: page.title,
                metas: page.metas,
                json_ld: page.json_ld,
                canonical: page.canonical,
                language: page.language,
            },
        }
    }
}

/// Offsets of the caller, in rising order, beside their bytes: marks nest, so they come in no order, and the way
/// back from UTF-16 is short only while offsets rise.
struct Bytes(Vec<(u32, u32)>);

impl Bytes {
    fn new(hints: &HintsRequest, text: &str, unit: Unit) -> Bytes {
        let blocks = hints.blocks.iter().flat_map(|it| [it.start, it.end.max(it.start)]);
        let marks = hints.marks.iter().flat_map(|it| [it.start, it.end.max(it.start)]);
        let mut offsets: Vec<u32> = blocks.chain(marks).collect();
        order::sort(&mut offsets);
        offsets.dedup();
        let mut bytes = ByteOffsets::new(text, unit);
        Bytes(offsets.into_iter().map(|it| (it, bytes.of(it))).collect())
    }

    fn of(&self, offset: u32) -> u32 {
        self.0.binary_search_by_key(&offset, |it| it.0).map_or(0, |it| self.0[it].1)
    }
}
