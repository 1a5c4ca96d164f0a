//! Web Annotations (W3C Recommendation of 2017): one annotation a finding, with a quote and a position
//! selector. Positions count code points, as the Recommendation says, whatever `--offsets` is.

use nutgraf::text::Offsets;
use nutgraf::{Analysis, Span, Unit};
use serde::Serialize;

/// Bytes of context before and after, at least: enough to tell most repeats apart.
const CONTEXT: usize = 32;

/// A page of annotations.
#[derive(Serialize)]
pub struct Page {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    items: Vec<Annotation>,
}

#[derive(Serialize)]
struct Annotation {
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Target,
}

#[derive(Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Target {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    selector: (QuoteSelector, PositionSelector),
}

#[derive(Serialize)]
struct QuoteSelector {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

#[derive(Serialize)]
struct PositionSelector {
    #[serde(rename = "type")]
    kind: &'static str,
    start: u32,
    end: u32,
}

/// The findings of an analysis as annotations, in the order of the text.
pub fn annotations(analysis: &Analysis) -> Page {
    let text = analysis.document.text;
    let offsets = Offsets::new(text, Unit::Char);
    let mut found: Vec<(Span, Vec<(&'static str, String)>)> = Vec::new();
    for &sentence in &analysis.ranking.summary.sentences {
        found.push((analysis.document.sentences[sentence as usize].span, vec![("tagging", "key".into())]));
    }
    for (quote, attribution) in analysis.findings.quotes.iter().zip(&analysis.links.attributions) {
        let mut bodies = vec![("tagging", "quote".into())];
        bodies.extend(attribution.speaker.iter().map(|it| ("identifying", it.name.clone())));
        found.push((quote.span, bodies));
    }
    for entity in &analysis.links.entities {
        for mention in entity.mentions.iter().filter(|it| it.named) {
            let kind = format!("{:?}", entity.kind).to_lowercase();
            found.push((mention.span, vec![("tagging", kind), ("identifying", entity.name.clone())]));
        }
    }
    for date in &analysis.findings.dates {
        let mut bodies = vec![("tagging", "date".into())];
        bodies.extend(date.value.iter().map(|it| ("describing", it.clone())));
        found.push((date.span, bodies));
    }
    for quantity in &analysis.findings.quantities {
        found.push((quantity.span, vec![("tagging", "number".into())]));
    }
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let annotation = |(span, bodies): (Span, Vec<(&'static str, String)>)| Annotation {
        kind: "Annotation",
        motivation: "highlighting",
        body: bodies
            .into_iter()
            .map(|(purpose, value)| Body { kind: "TextualBody", purpose, value })
            .collect(),
        target: Target {
            source: analysis.document.metadata.url.clone(),
            selector: (
                QuoteSelector {
                    kind: "TextQuoteSelector",
                    exact: span.of(text).to_string(),
                    prefix: before(text, span.start as usize).to_string(),
                    suffix: after(text, span.end as usize).to_string(),
                },
                PositionSelector {
                    kind: "TextPositionSelector",
                    start: offsets.of(span.start),
                    end: offsets.of(span.end),
                },
            ),
        },
    };
    Page {
        context: "http://www.w3.org/ns/anno.jsonld",
        kind: "AnnotationPage",
        items: found.into_iter().map(annotation).collect(),
    }
}

fn before(text: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(CONTEXT);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    &text[start..at]
}

fn after(text: &str, at: usize) -> &str {
    let mut end = (at + CONTEXT).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    &text[at..end]
}
