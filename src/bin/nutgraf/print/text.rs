//! Plain text for a terminal: the point first, then who, what, when.

use super::{one_line, origin, paragraph_number, said, summary};
use nutgraf::Analysis;
use nutgraf::find::mentions::EntityKind;
use std::io::{self, Write};

/// Columns: what reads well, and fits most terminals.
const WIDTH: usize = 88;

/// Writes the analysis.
pub fn text(out: &mut impl Write, analysis: &Analysis) -> io::Result<()> {
    let document = &analysis.document;
    if let Some(headline) = &document.metadata.headline {
        wrap(out, "", headline)?;
    }
    let origin = origin(analysis);
    if !origin.is_empty() {
        wrap(out, "", &origin.join(" · "))?;
    }
    if let Some(standfirst) = &document.metadata.standfirst {
        writeln!(out)?;
        wrap(out, "  ", standfirst)?;
    }
    title(out, "In short", analysis.ranking.summary.sentences.is_empty())?;
    for (idx, (line, sentence)) in summary(analysis).enumerate() {
        let line = format!("{line} (¶ {})", paragraph_number(analysis, sentence));
        wrap(out, &format!("{:>3}. ", idx + 1), &line)?;
    }
    for (name, kind) in [
        ("People", EntityKind::Person),
        ("Organizations", EntityKind::Organization),
        ("Places", EntityKind::Place),
    ] {
        let entities: Vec<String> = analysis
            .links
            .entities
            .iter()
            .filter(|it| it.kind == kind)
            .map(|it| {
                let n_mentions = it.mentions.iter().filter(|it| it.named).count();
                if n_mentions > 1 { format!("{} ({n_mentions})", it.name) } else { it.name.clone() }
            })
            .collect();
        title(out, name, entities.is_empty())?;
        if !entities.is_empty() {
            wrap(out, "  ", &entities.join(", "))?;
        }
    }
    let said = said(analysis);
    title(out, "Who said what", said.is_empty())?;
    for (words, speaker) in said {
        wrap(out, "  ", &format!("{}: {words}", speaker.unwrap_or("no clear speaker")))?;
    }
    title(out, "Timeline", analysis.links.timeline.is_empty())?;
    for event in &analysis.links.timeline {
        let line = one_line(analysis, document.sentences[event.sentence as usize].span);
        wrap(out, &format!("  {:<11} ", event.value), &line)?;
    }
    let numbers: Vec<String> =
        analysis.findings.quantities.iter().map(|it| one_line(analysis, it.span)).collect();
    title(out, "Numbers", numbers.is_empty())?;
    if !numbers.is_empty() {
        wrap(out, "  ", &numbers.join(", "))?;
    }
    let keyphrases: Vec<&str> =
        analysis.ranking.keyphrases.iter().take(12).map(|it| it.text.as_str()).collect();
    title(out, "Keyphrases", keyphrases.is_empty())?;
    if !keyphrases.is_empty() {
        wrap(out, "  ", &keyphrases.join(", "))?;
    }
    if let Some(statistics) = &analysis.statistics {
        let minutes = statistics.reading_seconds.div_ceil(60);
        writeln!(out, "\n{} words, {} sentences, {minutes} min", statistics.words, statistics.sentences)?;
    }
    for note in &analysis.notes {
        wrap(out, "Note: ", note.message)?;
    }
    Ok(())
}

fn title(out: &mut impl Write, title: &str, empty: bool) -> io::Result<()> {
    if empty { Ok(()) } else { writeln!(out, "\n{title}") }
}

/// Writes `text` in lines of [`WIDTH`] columns; `lead` opens the first, blanks as wide the others.
fn wrap(out: &mut impl Write, lead: &str, text: &str) -> io::Result<()> {
    let indent = lead.chars().count();
    write!(out, "{lead}")?;
    let mut column = indent;
    for (idx, word) in text.split_whitespace().enumerate() {
        let n_columns = word.chars().count();
        if idx > 0 && column + 1 + n_columns > WIDTH {
            write!(out, "\n{:indent$}", "")?;
            column = indent;
        } else if idx > 0 {
            write!(out, " ")?;
            column += 1;
        }
        // A pasted text may hold what would steer a terminal.
        write!(out, "{}", word.chars().filter(|it| !it.is_control()).collect::<String>())?;
        column += n_columns;
    }
    writeln!(out)
}
