//! Features: what is measured of every sentence of the body before anybody judges it.
//!
//! Each feature is one byte: shares are scaled to 0..=255, counts stop at 255. Bytes make the trained trees
//! small and the answer the same on every machine. No feature holds a word: what is learned over them can
//! tell no article's text, and serves every language that has a stop list.

use super::graph::{self, Centrality};
use super::leaning;
use super::stance::{self, Stance};
use super::terms::{NO_TERM, Terms};
use crate::lexicon::WordSet;
use crate::model::background::Part;
use crate::model::trees::WIDTH;
use crate::order;
use crate::read::Document;
use crate::read::tokens::{Token, TokenKind};

macro_rules! features {
    ($($(#[doc = $doc:literal])* $name:ident => $reason:literal,)*) => {
        /// What is measured; the order is that of a [`Row`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Feature { $($(#[doc = $doc])* $name,)* }

        /// Name of each feature, for reports of the trainer.
        pub const NAMES: &[&str] = &[$(stringify!($name),)*];

        /// The reason that a feature gives when it speaks for a sentence; empty for what no reader would
        /// take for one.
        pub const REASONS: &[&str] = &[$($reason,)*];
    };
}

features! {
    /// How many sentences of the body stand before it.
    Position => "early",
    /// The same as a share of the body.
    Depth => "early",
    /// How many stand after it.
    Ahead => "",
    /// Number of words.
    Length => "says_much",
    /// Number of words against the mean of the body; 64 is the mean.
    RelativeLength => "says_much",
    /// Share of the body's sentences that are shorter.
    LengthRank => "says_much",
    /// Mean tie to the other sentences, against the best tied one.
    Degree => "central",
    /// Share of the sentences that are less tied.
    DegreeRank => "central",
    /// PageRank; 64 is the mean.
    PageRank => "central",
    /// Share of the sentences of lower PageRank.
    PageRankRank => "central",
    /// Mean tie to later sentences, against the best tied one.
    Forward => "taken_up_later",
    /// Mean tie to earlier sentences, against the best tied one.
    Backward => "",
    /// Share of its terms' weight that it brings up first.
    Novelty => "brings_news",
    /// Share of its terms' weight that later sentences take up.
    TakenUp => "taken_up_later",
    /// Share of the headline's terms that it has.
    Headline => "close_to_headline",
    /// Share of its own terms' weight that the headline has: high in what merely repeats it.
    Echo => "",
    /// The same for the standfirst.
    Standfirst => "close_to_standfirst",
    /// The same for its own crosshead.
    Crosshead => "close_to_crosshead",
    /// Tie to the first sentence.
    TieToFirst => "close_to_opening",
    /// Tie to the sentence before.
    TieToPrevious => "",
    /// Tie to the sentence after.
    TieToNext => "taken_up_later",
    /// Mean frequency times weight of its words, against the best.
    TopicDensity => "on_topic",
    /// Share of the body's topic mass that its terms make up.
    TopicMass => "on_topic",
    /// Share of the sentences with less topic mass.
    TopicMassRank => "on_topic",
    /// How many of the eight heaviest terms it has.
    TopTerms => "on_topic",
    /// Mean weight of its terms.
    MeanWeight => "specific",
    /// Capitalized words inside it.
    Names => "names",
    /// Capitalized words that stand nowhere before.
    NewNames => "introduces_names",
    /// Numbers.
    Numbers => "numbers",
    /// Share of its words inside quotation marks.
    Quoted => "quote",
    /// It opens with a quotation mark.
    OpensQuote => "quote",
    /// Words of a speaker about himself.
    Speaker => "",
    /// Its first word leans on an earlier sentence.
    Leans => "stands_alone",
    /// 255 for a question, 128 for an exclamation, 64 for no final mark, 0 for a full stop.
    Ending => "",
    /// Commas.
    Commas => "",
    /// Brackets, colons, semicolons, dashes.
    Marks => "",
    /// Share of function words.
    Function => "",
    /// Letters a word, in sixteenths.
    WordLength => "specific",
    /// Verbs, adverbs and function words among the words that the background knows.
    Verbal => "",
    /// Length of the sentence before, against the mean.
    PreviousLength => "",
    /// Length of the sentence after, against the mean.
    NextLength => "",
    /// PageRank of the neighbors; 64 is the mean.
    Neighborhood => "central",
    /// How many of the words of a person's summary it is likely to have.
    Hits => "on_topic",
    /// The same against its number of words.
    HitsShare => "on_topic",
    /// Share of the sentences with fewer.
    HitsRank => "on_topic",
    /// Share of sentences with a lower HitsShare.
    HitsShareRank => "on_topic",
    /// Of the document: sentences of the body.
    BodySentences => "",
    /// Of the document: mean length.
    BodyLength => "",
    /// Of the document: share of words inside quotation marks.
    BodyQuoted => "",
    /// Of the document: share of a speaker's words, times eight.
    BodySpeaker => "",
    /// Of the document: how often a term recurs, in sixteenths.
    BodyRecurrence => "",
    /// Of the document: whether there is a headline to compare with.
    HasHeadline => "",
    /// Of the summary so far: its lines; four and more are alike.
    Step => "",
    /// Share of its terms' weight that the lines chosen so far have.
    Said => "adds_what_is_missing",
    /// Likely words that no line chosen so far has.
    NewHits => "adds_what_is_missing",
    /// Tie to the line chosen so far that is nearest in words.
    TieToChosen => "adds_what_is_missing",
    /// Sentences between it and the chosen line before it; 255 when there is none.
    Gap => "",
    /// Sentences between it and the chosen line after it; 255 when there is none.
    GapAfter => "",
}

/// Number of features.
pub const N: usize = NAMES.len();

/// The features of one sentence.
pub type Row = [u8; WIDTH];

/// Everything measured of the body.
pub struct Measured {
    /// The sentences of the body.
    pub body: Vec<u32>,
    /// Their terms.
    pub terms: Terms,
    /// Their ties.
    pub centrality: Centrality,
    /// Their features; those of the summary so far are as at its first line.
    pub rows: Vec<Row>,
    /// Their numbers of words.
    pub lengths: Vec<u32>,
    /// Whether they can stand as a line.
    pub stances: Vec<Stance>,
    /// How likely each term is to stand in a summary.
    pub wanted: Vec<f32>,
}

/// What a feature holds of likely hits: ten words and more are alike.
pub const HITS: f32 = 24.0;

/// A summary has some fifteen words of its own: short lines with a single hit do not come first.
const HITS_LENGTH: f32 = 15.0;

impl Measured {
    /// Takes in how likely each term is to stand in a summary, and what each sentence has of them.
    pub fn want(&mut self, wanted: Vec<f32>) {
        let n = self.body.len();
        let hits: Vec<f32> =
            (0..n).map(|it| self.terms.of_sentence(it).iter().map(|&it| wanted[it as usize]).sum()).collect();
        let share: Vec<f32> = (0..n).map(|it| hits[it] / (self.lengths[it] as f32 + HITS_LENGTH)).collect();
        let (rank, share_rank) = (percentiles(&hits), percentiles(&share));
        for (idx, row) in self.rows.iter_mut().enumerate() {
            let mut set =
                |feature: Feature, value: f32| row[feature as usize] = value.clamp(0.0, 255.0) as u8;
            set(Feature::Hits, HITS * hits[idx]);
            set(Feature::HitsShare, 1024.0 * share[idx]);
            set(Feature::HitsRank, 255.0 * rank[idx]);
            set(Feature::HitsShareRank, 255.0 * share_rank[idx]);
            set(Feature::NewHits, HITS * hits[idx]);
        }
        self.wanted = wanted;
    }
}

/// How many of the heaviest terms count as the topic.
const N_TOP: usize = 8;

/// Measures the body of a document.
pub fn measure(document: &Document) -> Measured {
    measure_words(document, None)
}

/// The same with "l'eau" read as "eau": what keyphrases and questions want. The salience model learned from tokens as they
/// are; one that learned from bare words did no better (30.0 for 30.2 on French).
pub fn measure_words(document: &Document, elided: Option<&'static WordSet>) -> Measured {
    let body: Vec<u32> = (0..document.sentences.len() as u32)
        .filter(|&it| document.blocks[document.sentences[it as usize].block as usize].role.is_body())
        .collect();
    let terms = Terms::read(document, &body, elided);
    let centrality = graph::measure(&terms, body.len());
    let shapes = shapes(document, &body, &terms);
    let stances = shapes.iter().map(|it| it.stance).collect();
    let lengths: Vec<u32> = shapes.iter().map(|it| it.n_words).collect();
    let rows = rows(document, &body, &terms, &centrality, &shapes);
    Measured { body, terms, centrality, rows, lengths, stances, wanted: Vec::new() }
}

/// What can be counted in a sentence by itself.
#[derive(Clone, Copy, Default)]
struct Shape {
    n_words: u32,
    n_letters: u32,
    n_function: u32,
    n_verbal: u32,
    n_known: u32,
    n_names: u32,
    n_new_names: u32,
    n_numbers: u32,
    n_quoted: u32,
    n_speaker: u32,
    n_commas: u32,
    n_marks: u32,
    opens_quote: bool,
    leans: bool,
    stance: Stance,
    ending: u8,
}

fn shapes(document: &Document, body: &[u32], terms: &Terms) -> Vec<Shape> {
    let lists = leaning::of(&document.language.tag);
    let mut met = vec![false; terms.len()];
    let mut shapes = Vec::with_capacity(body.len());
    let mut at = 0;
    let mut block = u32::MAX;
    let mut inside = false;
    for &sentence in body {
        let of = document.sentences[sentence as usize].block;
        if of != block {
            block = of;
            inside = false; // a quotation that runs on opens its next paragraph with a mark of its own
        }
        while at < document.tokens.len() && document.tokens[at].sentence < sentence {
            at += 1;
        }
        let start = at;
        while at < document.tokens.len() && document.tokens[at].sentence == sentence {
            at += 1;
        }
        let tokens = &document.tokens[start..at];
        let mut shape = Shape { ending: ending(document, tokens), ..Shape::default() };
        let mut reader =
            stance::Reader::new(lists, document.sentences[sentence as usize].span.of(document.text));
        for (idx, token) in tokens.iter().enumerate() {
            let word = token.span.of(document.text);
            match token.kind {
                TokenKind::Mark => {
                    mark(word, idx, &mut shape, &mut inside);
                    reader.mark(word);
                }
                TokenKind::Number => {
                    shape.n_words += 1;
                    shape.n_numbers += 1;
                    shape.n_quoted += u32::from(inside);
                }
                TokenKind::Word | TokenKind::Address => {
                    shape.n_words += 1;
                    shape.n_letters += word.len() as u32;
                    shape.n_quoted += u32::from(inside);
                    if shape.n_words == 1 {
                        shape.leans = lists.joining.contains(word) || lists.openers.contains(word);
                    }
                    reader.word(word);
                    let known = terms.known[start + idx];
                    shape.n_known += u32::from(known.is_some());
                    shape.n_verbal += u32::from(known.is_some_and(|it| it.part == Part::Other));
                    let term = terms.of_token[start + idx];
                    if term == NO_TERM {
                        shape.n_function += 1;
                        shape.n_speaker += u32::from(lists.speaker.contains(word));
                    } else {
                        let name = shape.n_words > 1 && word.starts_with(char::is_uppercase);
                        shape.n_names += u32::from(name);
                        shape.n_new_names += u32::from(name && !met[term as usize]);
                        met[term as usize] = true;
                    }
                }
                TokenKind::Clitic => {}
            }
        }
        shape.stance = reader.end(shape.ending);
        shapes.push(shape);
    }
    shapes
}

fn mark(mark: &str, idx: usize, shape: &mut Shape, inside: &mut bool) {
    match mark {
        "“" | "„" | "«" => {
            *inside = true;
            shape.opens_quote |= idx == 0;
        }
        "”" | "»" => *inside = false,
        "\"" => {
            *inside = !*inside;
            shape.opens_quote |= idx == 0;
        }
        "," => shape.n_commas += 1,
        "(" | "[" | ":" | ";" | "–" | "—" | "-" => shape.n_marks += 1,
        _ => {}
    }
}

fn ending(document: &Document, tokens: &[Token]) -> u8 {
    let closing = |it: &&Token| !matches!(it.span.of(document.text), "\"" | "”" | "»" | "'" | "’" | ")");
    match tokens.iter().rev().find(closing).map(|it| it.span.of(document.text)) {
        Some("?" | "？" | "؟") => 255,
        Some("!" | "！") => 128,
        Some(it) if it.ends_with(['.', '…', '。', '．', '।', '۔']) => 0,
        _ => 64,
    }
}

fn rows(document: &Document, body: &[u32], terms: &Terms, ties: &Centrality, shapes: &[Shape]) -> Vec<Row> {
    let n = body.len();
    if n == 0 {
        return Vec::new();
    }
    let weight = |term: u32| terms.weights[term as usize];
    let mass_of = |term: u32| weight(term) * terms.counts[term as usize] as f32;
    let total = |of: &dyn Fn(&Shape) -> u32| shapes.iter().map(of).sum::<u32>() as f32;
    let n_words = total(&|it| it.n_words).max(1.0);
    let mean_length = n_words / n as f32;
    let mean_length = mean_length.max(1.0);
    let all_mass: f32 = (0..terms.len() as u32).map(mass_of).sum::<f32>().max(1e-6);
    let mass: Vec<f32> =
        (0..n).map(|it| terms.of_sentence(it).iter().map(|&it| mass_of(it)).sum::<f32>()).collect();
    let density: Vec<f32> = (0..n).map(|it| mass[it] / (shapes[it].n_words as f32 + 4.0)).collect();
    let lengths: Vec<f32> = shapes.iter().map(|it| it.n_words as f32).collect();
    let most = |of: &[f32]| of.iter().copied().fold(1e-6f32, f32::max);
    let (top_degree, top_forward, top_backward, top_density) =
        (most(&ties.degree), most(&ties.forward), most(&ties.backward), most(&density));
    let (length_rank, degree_rank, page_rank, mass_rank) =
        (percentiles(&lengths), percentiles(&ties.degree), percentiles(&ties.rank), percentiles(&mass));

    let mut is_top = vec![false; terms.len()];
    let mut heaviest: Vec<u32> =
        (0..terms.len() as u32).filter(|&it| terms.counts[it as usize] > 1).collect();
    order::by(&mut heaviest, |&a, &b| mass_of(b).total_cmp(&mass_of(a)).then(a.cmp(&b)));
    heaviest.iter().take(N_TOP).for_each(|&it| is_top[it as usize] = true);

    let headline = Near::to(document, terms, document.metadata.headline.as_deref());
    let standfirst = Near::to(document, terms, document.metadata.standfirst.as_deref());
    let mut crosshead = Near::to(document, terms, None);
    let mut section = None;
    let to_previous = ties_to_previous(terms, ties, n);
    let first = Near::new(terms.of_sentence(0).to_vec(), terms);

    let n_terms: u32 = terms.counts.iter().sum();
    let recurrence = n_terms as f32 / terms.len().max(1) as f32;
    let quoted = total(&|it| it.n_quoted) / n_words;
    let speaker = total(&|it| it.n_speaker) / n_words;
    let mut met = vec![false; terms.len()];
    let mut left = terms.spread.clone();
    let mut rows = Vec::with_capacity(n);
    for idx in 0..n {
        let shape = &shapes[idx];
        let own = terms.of_sentence(idx);
        let sum = own.iter().map(|&it| weight(it)).sum::<f32>().max(1e-6);
        let (mut new, mut later, mut top) = (0.0, 0.0, 0);
        for &term in own {
            left[term as usize] -= 1;
            if !met[term as usize] {
                met[term as usize] = true;
                new += weight(term);
            }
            if left[term as usize] > 0 {
                later += weight(term);
            }
            top += u32::from(is_top[term as usize]);
        }
        let of = document.blocks[document.sentences[body[idx] as usize].block as usize].section;
        if of != section {
            section = of;
            let heading = of.and_then(|it| document.sections.get(it as usize)).and_then(|it| it.heading);
            crosshead = Near::to(
                document,
                terms,
                heading.map(|it| document.blocks[it as usize].span.of(document.text)),
            );
        }
        let tie_to_first = if idx == 0 {
            0.0
        } else {
            first.squares(terms, own) / (ties.norm[0] * ties.norm[idx]).max(1e-6)
        };
        let relative =
            |it: Option<usize>| it.and_then(|it| lengths.get(it)).map_or(0.0, |it| it / mean_length);
        let around = |it: Option<usize>| it.and_then(|it| ties.rank.get(it)).copied().unwrap_or(1.0);
        let words = shape.n_words.max(1) as f32;
        let mut row: Row = [0; WIDTH];
        let mut set = |feature: Feature, value: f32| row[feature as usize] = value.clamp(0.0, 255.0) as u8;
        set(Feature::Position, idx as f32);
        set(Feature::Depth, 255.0 * idx as f32 / n as f32);
        set(Feature::Ahead, (n - 1 - idx) as f32);
        set(Feature::Length, words);
        set(Feature::RelativeLength, 64.0 * lengths[idx] / mean_length);
        set(Feature::LengthRank, 255.0 * length_rank[idx]);
        set(Feature::Degree, 255.0 * ties.degree[idx] / top_degree);
        set(Feature::DegreeRank, 255.0 * degree_rank[idx]);
        set(Feature::PageRank, 64.0 * ties.rank[idx]);
        set(Feature::PageRankRank, 255.0 * page_rank[idx]);
        set(Feature::Forward, 255.0 * ties.forward[idx] / top_forward);
        set(Feature::Backward, 255.0 * ties.backward[idx] / top_backward);
        set(Feature::Novelty, 255.0 * new / sum);
        set(Feature::TakenUp, 255.0 * later / sum);
        set(Feature::Headline, 255.0 * headline.share(terms, own));
        set(Feature::Echo, 255.0 * headline.echo(terms, own) / sum);
        set(Feature::Standfirst, 255.0 * standfirst.share(terms, own));
        set(Feature::Crosshead, 255.0 * crosshead.share(terms, own));
        set(Feature::TieToFirst, 255.0 * tie_to_first);
        set(Feature::TieToPrevious, 255.0 * to_previous[idx]);
        set(Feature::TieToNext, 255.0 * to_previous.get(idx + 1).copied().unwrap_or(0.0));
        set(Feature::TopicDensity, 255.0 * density[idx] / top_density);
        set(Feature::TopicMass, 512.0 * mass[idx] / all_mass);
        set(Feature::TopicMassRank, 255.0 * mass_rank[idx]);
        set(Feature::TopTerms, top as f32);
        set(Feature::MeanWeight, 255.0 * sum / own.len().max(1) as f32);
        set(Feature::Names, shape.n_names as f32);
        set(Feature::NewNames, shape.n_new_names as f32);
        set(Feature::Numbers, shape.n_numbers as f32);
        set(Feature::Quoted, 255.0 * shape.n_quoted as f32 / words);
        set(Feature::OpensQuote, if shape.opens_quote { 1.0 } else { 0.0 });
        set(Feature::Speaker, shape.n_speaker as f32);
        set(Feature::Leans, if shape.leans { 1.0 } else { 0.0 });
        set(Feature::Ending, f32::from(shape.ending));
        set(Feature::Commas, shape.n_commas as f32);
        set(Feature::Marks, shape.n_marks as f32);
        set(Feature::Function, 255.0 * shape.n_function as f32 / words);
        set(Feature::WordLength, 16.0 * shape.n_letters as f32 / words);
        set(Feature::Verbal, 255.0 * shape.n_verbal as f32 / shape.n_known.max(1) as f32);
        set(Feature::PreviousLength, 64.0 * relative(idx.checked_sub(1)));
        set(Feature::NextLength, 64.0 * relative(Some(idx + 1)));
        set(Feature::Neighborhood, 32.0 * (around(idx.checked_sub(1)) + around(Some(idx + 1))));
        set(Feature::BodySentences, n as f32);
        set(Feature::BodyLength, 4.0 * mean_length);
        set(Feature::BodyQuoted, 255.0 * quoted);
        set(Feature::BodySpeaker, 8.0 * 255.0 * speaker);
        set(Feature::BodyRecurrence, 16.0 * recurrence);
        set(Feature::HasHeadline, if headline.total > 0.0 { 1.0 } else { 0.0 });
        set(Feature::Gap, 255.0);
        set(Feature::GapAfter, 255.0);
        rows.push(row);
    }
    rows
}

/// Tie of each sentence to the one before.
fn ties_to_previous(terms: &Terms, ties: &Centrality, n: usize) -> Vec<f32> {
    let mut last = vec![usize::MAX; terms.len()];
    let mut shares = vec![0.0; n];
    for (idx, share) in shares.iter_mut().enumerate() {
        let mut shared = 0.0;
        for &term in terms.of_sentence(idx) {
            if idx > 0 && last[term as usize] == idx - 1 {
                shared += terms.weights[term as usize] * terms.weights[term as usize];
            }
            last[term as usize] = idx;
        }
        if shared > 0.0 {
            *share = shared / (ties.norm[idx] * ties.norm[idx - 1]);
        }
    }
    shares
}

/// The terms of a headline, standfirst, crosshead or opening sentence.
struct Near {
    /// Sorted.
    terms: Vec<u32>,
    total: f32,
}

impl Near {
    fn to(document: &Document, terms: &Terms, words: Option<&str>) -> Near {
        Near::new(words.map(|it| terms.of_words(document, it).found).unwrap_or_default(), terms)
    }

    fn new(mut found: Vec<u32>, terms: &Terms) -> Near {
        order::sort(&mut found);
        let total = found.iter().map(|&it| terms.weights[it as usize]).sum();
        Near { terms: found, total }
    }

    /// The share of these terms' weight that a sentence's terms have.
    fn share(&self, terms: &Terms, own: &[u32]) -> f32 {
        if self.total > 0.0 { self.echo(terms, own) / self.total } else { 0.0 }
    }

    /// The weight of the terms that a sentence shares with these.
    fn echo(&self, terms: &Terms, own: &[u32]) -> f32 {
        let has = |it: &&u32| self.terms.binary_search(it).is_ok();
        own.iter().filter(has).map(|&it| terms.weights[it as usize]).sum()
    }

    /// The sum of the squared weights of the terms that a sentence shares with these.
    fn squares(&self, terms: &Terms, own: &[u32]) -> f32 {
        let has = |it: &&u32| self.terms.binary_search(it).is_ok();
        own.iter().filter(has).map(|&it| terms.weights[it as usize] * terms.weights[it as usize]).sum()
    }
}

/// For each value the share of the others that are smaller.
fn percentiles(values: &[f32]) -> Vec<f32> {
    let mut order: Vec<u32> = (0..values.len() as u32).collect();
    order::by(&mut order, |&a, &b| values[a as usize].total_cmp(&values[b as usize]));
    let mut shares = vec![0.0; values.len()];
    let mut below = 0;
    for (at, &idx) in order.iter().enumerate() {
        if at > 0 && values[idx as usize] > values[order[at - 1] as usize] {
            below = at;
        }
        shares[idx as usize] = below as f32 / values.len().max(2) as f32;
    }
    shares
}
