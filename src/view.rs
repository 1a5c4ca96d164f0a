//! [`View`]: the analysis as one flat, serializable value, and the only place that leaves bytes behind.
//!
//! Absent is `null`, never missing. A part that was not asked for is `null` as a whole. Scores are rounded
//! to four decimals, so that the same analysis prints the same everywhere.

use crate::analyze::Analysis;
use crate::find::dates::DateKind;
use crate::find::mentions::EntityKind;
use crate::find::quantities::{Hedge, QuantityKind};
use crate::find::quotes::QuoteKind;
use crate::options::Parts;
use crate::text::{Offsets, Span};
use serde::{Serialize, Serializer};

pub use crate::text::Unit;

/// The analysis as the page, JavaScript and the command line see it.
#[derive(Serialize)]
#[allow(missing_docs)] // the contract of the fields stands in www/lib/index.d.ts, checked against this
pub struct View<'a> {
    pub schema: u32,
    pub text: &'a str,
    pub offsets: &'static str,
    pub language: LanguageView<'a>,
    pub metadata: Option<MetadataView<'a>>,
    pub blocks: Option<Vec<BlockView>>,
    pub sections: Option<Vec<SectionView>>,
    pub sentences: Option<Vec<SentenceView>>,
    pub tokens: Option<Vec<TokenView>>,
    pub summary: Option<SummaryView<'a>>,
    pub nut_graf: Option<u32>,
    pub keyphrases: Option<Vec<KeyphraseView<'a>>>,
    pub entities: Option<Vec<EntityView<'a>>>,
    pub quotes: Option<Vec<QuoteView<'a>>>,
    pub quantities: Option<Vec<QuantityView<'a>>>,
    pub dates: Option<Vec<DateView<'a>>>,
    pub timeline: Option<Vec<EventView<'a>>>,
    pub statistics: Option<StatisticsView>,
    pub notes: Vec<NoteView>,
}

macro_rules! views {
    ($($name:ident { $($field:ident: $type:ty,)* })*) => {$(
        #[derive(Serialize)]
        #[allow(missing_docs)]
        pub struct $name { $(pub $field: $type,)* }
    )*};
    (lifetime $($name:ident { $($field:ident: $type:ty,)* })*) => {$(
        #[derive(Serialize)]
        #[allow(missing_docs)]
        pub struct $name<'a> { $(pub $field: $type,)* }
    )*};
}

views! {
    Range { start: u32, end: u32, }
    BlockView { start: u32, end: u32, role: &'static str, level: Option<u8>, section: Option<u32>, by: &'static str, }
    SectionView { heading: Option<u32>, first: u32, last: u32, }
    SentenceView { start: u32, end: u32, block: u32, salience: Option<Score>, }
    TokenView { start: u32, end: u32, kind: &'static str, sentence: u32, }
    EntityMentionView { start: u32, end: u32, named: bool, confidence: Score, }
    StatisticsView { words: u32, sentences: u32, paragraphs: u32, reading_seconds: u32, readability: Option<ReadabilityView>, }
    ReadabilityView { flesch_reading_ease: Score, flesch_kincaid_grade: Score, words_per_sentence: Score, syllables_per_word: Score, }
    NoteView { code: &'static str, message: &'static str, }
}

views! { lifetime
    LanguageView { tag: &'a str, confidence: Score, script: &'a str, }
    MetadataView { site: Option<&'a str>, headline: Option<&'a str>, standfirst: Option<&'a str>, byline: Option<&'a str>, published: Option<&'a str>, url: Option<&'a str>, }
    SummaryView { sentences: &'a [u32], reasons: Vec<&'a [&'static str]>, openings: Vec<Option<OpeningView<'a>>>, query: Option<&'a str>, covers: Score, sections: Vec<Score>, }
    OpeningView { start: u32, end: u32, name: &'a str, entity: u32, }
    KeyphraseView { text: &'a str, salience: Score, mentions: Vec<Range>, }
    EntityView { name: &'a str, kind: &'static str, salience: Score, mentions: Vec<EntityMentionView>, by: &'static str, confidence: Score, }
    QuoteView { start: u32, end: u32, kind: &'static str, speaker: Option<SpeakerView<'a>>, cue: Option<Range>, confidence: Option<Score>, by: &'static str, }
    SpeakerView { name: &'a str, entity: Option<u32>, start: u32, end: u32, }
    QuantityView { start: u32, end: u32, kind: &'static str, value: Option<Number>, to: Option<Number>, unit: Option<&'a str>, si: Option<SiView<'a>>, hedge: Option<&'static str>, by: &'static str, }
    SiView { value: Number, unit: &'a str, }
    DateView { start: u32, end: u32, kind: &'static str, value: Option<&'a str>, anchored: bool, by: &'static str, }
    EventView { value: &'a str, date: u32, sentence: u32, }
}

/// A score, rounded to four decimals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score(pub f32);

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Number((f64::from(self.0) * 1e4).round() / 1e4).serialize(serializer)
    }
}

/// A number of the article. A whole one is written without a fraction, as JavaScript writes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(pub f64);

/// Largest whole number that JavaScript holds exactly.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A negative zero would print as "-0.0" here and "0" there.
        if self.0.trunc() == self.0 && self.0.abs() <= MAX_SAFE_INTEGER {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// The view of an analysis, with offsets counted in `unit`.
pub fn of<'a>(analysis: &'a Analysis<'_>, unit: Unit) -> View<'a> {
    let Analysis { document, findings, links, ranking, .. } = analysis;
    let offsets = Offsets::new(document.text, unit);
    let parts = analysis.options.parts;
    let at = |span: Span| (offsets.of(span.start), offsets.of(span.end));
    let range = |span: Span| Range { start: offsets.of(span.start), end: offsets.of(span.end) };

    let metadata = parts.any(Parts::METADATA).then(|| {
        let it = &document.metadata;
        MetadataView {
            site: it.site.as_deref(),
            headline: it.headline.as_deref(),
            standfirst: it.standfirst.as_deref(),
            byline: it.byline.as_deref(),
            published: it.published.as_deref(),
            url: it.url.as_deref(),
        }
    });
    let blocks = part(parts, Parts::BLOCKS, &document.blocks, |it| {
        let (start, end) = at(it.span);
        BlockView { start, end, role: it.role.name(), level: it.level, section: it.section, by: it.rule }
    });
    let sections = part(parts, Parts::SECTIONS, &document.sections, |it| SectionView {
        heading: it.heading,
        first: it.first,
        last: it.last,
    });
    let sentences = parts.any(Parts::SENTENCES).then(|| {
        let view = |(idx, it): (usize, &crate::read::sentences::Sentence)| {
            let (start, end) = at(it.span);
            SentenceView {
                start,
                end,
                block: it.block,
                salience: ranking.salience.get(idx).copied().map(Score),
            }
        };
        document.sentences.iter().enumerate().map(view).collect()
    });
    let tokens = part(parts, Parts::TOKENS, &document.tokens, |it| {
        let (start, end) = at(it.span);
        TokenView { start, end, kind: it.kind.name(), sentence: it.sentence }
    });
    let opening = |it: crate::rank::openings::Opening| {
        let (start, end) = at(it.span);
        OpeningView { start, end, name: &links.entities[it.entity as usize].name, entity: it.entity }
    };
    let summary = parts.any(Parts::SUMMARY).then(|| SummaryView {
        sentences: &ranking.summary.sentences,
        reasons: ranking.summary.reasons.iter().map(Vec::as_slice).collect(),
        openings: ranking.summary.openings.iter().map(|it| it.map(opening)).collect(),
        query: analysis.options.query.as_deref(),
        covers: Score(ranking.summary.covers),
        sections: ranking.summary.sections.iter().map(|&it| Score(it)).collect(),
    });
    let keyphrases = part(parts, Parts::KEYPHRASES, &ranking.keyphrases, |it| KeyphraseView {
        text: &it.text,
        salience: Score(it.salience),
        mentions: it.mentions.iter().map(|&it| range(it)).collect(),
    });
    let entities = parts.any(Parts::ENTITIES).then(|| {
        let mention = |it: &crate::link::entities::EntityMention| {
            let (start, end) = at(it.span);
            EntityMentionView { start, end, named: it.named, confidence: Score(it.confidence) }
        };
        let view = |(idx, it): (usize, &'a crate::link::entities::Entity)| EntityView {
            name: &it.name,
            kind: entity_kind(it.kind),
            salience: Score(ranking.entities.get(idx).copied().unwrap_or(0.0)),
            mentions: it.mentions.iter().map(mention).collect(),
            by: it.rule,
            confidence: Score(it.confidence),
        };
        links.entities.iter().enumerate().map(view).collect()
    });
    let quotes = parts.any(Parts::QUOTES).then(|| {
        let view = |(quote, attribution): (
            &crate::find::quotes::Quote,
            &'a crate::link::attribution::Attribution,
        )| {
            let (start, end) = at(quote.span);
            QuoteView {
                start,
                end,
                kind: match quote.kind {
                    QuoteKind::Direct => "direct",
                    QuoteKind::Partial => "partial",
                    QuoteKind::Reported => "reported",
                },
                speaker: attribution.speaker.as_ref().map(|it| {
                    let (start, end) = at(it.span);
                    SpeakerView { name: &it.name, entity: it.entity, start, end }
                }),
                cue: attribution.cue.map(range),
                confidence: attribution.speaker.as_ref().map(|_| Score(attribution.confidence)),
                by: if attribution.speaker.is_some() { attribution.rule } else { quote.rule },
            }
        };
        findings.quotes.iter().zip(&links.attributions).map(view).collect()
    });
    let quantities = part(parts, Parts::QUANTITIES, &findings.quantities, |it| {
        let (start, end) = at(it.span);
        let kind = quantity_kind(it.kind);
        let (value, to, unit) = (it.value.map(Number), it.to.map(Number), it.unit.as_deref());
        let si = it.si.map(|(value, unit)| SiView { value: Number(value), unit });
        QuantityView { start, end, kind, value, to, unit, si, hedge: it.hedge.map(hedge), by: it.rule }
    });
    let dates = part(parts, Parts::DATES, &findings.dates, |it| {
        let (start, end) = at(it.span);
        let kind = date_kind(it.kind);
        DateView { start, end, kind, value: it.value.as_deref(), anchored: it.anchored, by: it.rule }
    });
    let timeline = part(parts, Parts::TIMELINE, &links.timeline, |it| EventView {
        value: &it.value,
        date: it.date,
        sentence: it.sentence,
    });
    let statistics = analysis.statistics.map(|it| StatisticsView {
        words: it.words,
        sentences: it.sentences,
        paragraphs: it.paragraphs,
        reading_seconds: it.reading_seconds,
        readability: it.readability.map(|it| ReadabilityView {
            flesch_reading_ease: Score(it.flesch_reading_ease),
            flesch_kincaid_grade: Score(it.flesch_kincaid_grade),
            words_per_sentence: Score(it.words_per_sentence),
            syllables_per_word: Score(it.syllables_per_word),
        }),
    });
    View {
        schema: 1,
        text: document.text,
        offsets: match unit {
            Unit::Utf8 => "utf8",
            Unit::Utf16 => "utf16",
            Unit::Char => "char",
        },
        language: LanguageView {
            tag: &document.language.tag,
            confidence: Score(document.language.confidence),
            script: document.language.script,
        },
        metadata,
        blocks,
        sections,
        sentences,
        tokens,
        summary,
        nut_graf: ranking.nut_graf,
        keyphrases,
        entities,
        quotes,
        quantities,
        dates,
        timeline,
        statistics,
        notes: analysis.notes.iter().map(|it| NoteView { code: it.code, message: it.message }).collect(),
    }
}

/// The view of a part, when it was asked for.
fn part<'a, T, V>(wanted: Parts, part: Parts, all: &'a [T], view: impl Fn(&'a T) -> V) -> Option<Vec<V>> {
    wanted.any(part).then(|| all.iter().map(view).collect())
}

fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Other => "other",
    }
}

fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::About => "about",
        Hedge::Over => "over",
        Hedge::Under => "under",
    }
}

fn quantity_kind(kind: QuantityKind) -> &'static str {
    match kind {
        QuantityKind::Number => "number",
        QuantityKind::Ordinal => "ordinal",
        QuantityKind::Percent => "percent",
        QuantityKind::Money => "money",
        QuantityKind::Measure => "measure",
        QuantityKind::Temperature => "temperature",
        QuantityKind::Age => "age",
    }
}

fn date_kind(kind: DateKind) -> &'static str {
    match kind {
        DateKind::Date => "date",
        DateKind::Time => "time",
        DateKind::DateTime => "datetime",
        DateKind::Range => "range",
        DateKind::Duration => "duration",
        DateKind::Set => "set",
    }
}
