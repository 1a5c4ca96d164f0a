//! Metadata: what the article says of itself, from its labelled blocks and from the page's own markup.

use super::blocks::{Block, Role};
use super::hints::Hints;
use crate::options::Options;

/// What the article says of itself. Rather nothing than something wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// Name of the publication.
    pub site: Option<String>,
    /// Title of the article.
    pub headline: Option<String>,
    /// Summary under the headline.
    pub standfirst: Option<String>,
    /// Who wrote it: clean names, parted by ", ".
    pub byline: Option<String>,
    /// ISO 8601.
    pub published: Option<String>,
    /// Where it stands.
    pub url: Option<String>,
}

/// Reads the metadata.
pub fn read(text: &str, blocks: &[Block], _hints: Option<&Hints>, options: &Options) -> Metadata {
    let first = |role: Role| {
        blocks
            .iter()
            .find(|it| it.role == role)
            .map(|it| it.span.of(text).split_whitespace().collect::<Vec<_>>().join(" "))
    };
    Metadata {
        site: first(Role::Site),
        headline: first(Role::Headline).or_else(|| options.title.clone()),
        standfirst: first(Role::Standfirst),
        byline: first(Role::Byline),
        published: options.published.clone(),
        url: options.url.clone(),
    }
}
