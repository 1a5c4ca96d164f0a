//! Genre: texts of which a summary by extraction says little, told by their shape.

use crate::read::Document;

/// A text that is no running article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Genre {
    /// Lines without full stops: headlines, a shopping list, a poem.
    List,
    /// Lines that open with a speaker's name and a colon, or questions and answers by turns.
    Interview,
    /// Paragraphs that open with a clock time.
    LiveBlog,
}

/// Fewer paragraphs than this show no shape.
const MIN_BLOCKS: usize = 5;

/// The genre of a document; none for an article.
pub fn of(document: &Document) -> Option<Genre> {
    let body = || document.blocks.iter().filter(|it| it.role.is_body()).map(|it| it.span.of(document.text));
    let n = body().count();
    if n < MIN_BLOCKS {
        return None;
    }
    let share = |fits: fn(&str) -> bool| body().filter(|it| fits(it)).count() as f32 / n as f32;
    if share(opens_with_time) >= 0.3 {
        Some(Genre::LiveBlog)
    } else if share(opens_with_speaker) >= 0.4 || share(asks) >= 0.25 {
        Some(Genre::Interview)
    } else if share(is_bare_line) >= 0.6 {
        Some(Genre::List)
    } else {
        None
    }
}

/// "10:45", "10.45am", "9 a.m.": digits, then a mark and digits, or am and pm.
fn opens_with_time(block: &str) -> bool {
    let rest = block.trim_start_matches(|it: char| it.is_ascii_digit());
    let n_digits = block.len() - rest.len();
    let minutes =
        rest.strip_prefix([':', '.', 'h']).map(|it| it.bytes().take_while(u8::is_ascii_digit).count());
    matches!(n_digits, 1 | 2) && minutes == Some(2)
}

/// "LEE: We will", "Ann Lee: We will", "Q: Why?": at most four words, each with a capital, and a colon.
fn opens_with_speaker(block: &str) -> bool {
    let end = block.char_indices().nth(40).map_or(block.len(), |it| it.0);
    let Some((name, rest)) = block[..end].split_once(':') else { return false };
    let words = || name.split_whitespace();
    rest.starts_with(char::is_whitespace)
        && (1..=4).contains(&words().count())
        && words().all(|it| it.starts_with(char::is_uppercase))
}

fn asks(block: &str) -> bool {
    block.ends_with('?')
}

/// A line without a mark at its end, or with a comma as in verse.
fn is_bare_line(block: &str) -> bool {
    block.len() < 120
        && block.ends_with(|it: char| it.is_alphanumeric() || matches!(it, ',' | ';' | '-' | '–' | '—'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_are_told() {
        for (text, time, speaker) in [
            ("10:45 Police arrive", true, false),
            ("9.30am The doors open", true, false),
            ("2014 was wet.", false, false),
            ("1.5 million people", false, false),
            ("LEE: We will go on.", false, true),
            ("Ann Lee: No.", false, true),
            ("The result is this: nothing.", false, false),
            ("Note that it rained.", false, false),
        ] {
            assert_eq!(opens_with_time(text), time, "{text}");
            assert_eq!(opens_with_speaker(text), speaker, "{text}");
        }
    }
}
