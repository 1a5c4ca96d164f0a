//! The arguments.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use nutgraf::request::Request;
use nutgraf::view::Unit;
use std::path::PathBuf;

/// Splits, summarizes and highlights articles, offline.
#[derive(Parser)]
#[command(name = "nutgraf", version, about, max_term_width = 100)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Analyze one article: a file, or standard input
    Analyze(Analyze),
    /// Analyze many: JSON Lines in, JSON Lines out, in order
    ///
    /// In:  {"id", "text" or "html", "url"?, "title"?, "lang"?, "published"?, "sentences"?, "ratio"?, "words"?, "query"?, "furniture"?}
    /// Out: {"id", "analysis": {…}} or {"id", "error": {"code", "message"}}
    #[command(verbatim_doc_comment)]
    Batch(Batch),
    /// Find the similar articles of every article of a site
    ///
    /// Reads a whole site: a folder of HTML files, or JSON Lines as `batch` takes them. Writes one JSON file an
    /// article, for `<nutgraf-article related="…">`, and related.jsonl, which lists them. Run again, it reads anew
    /// only what is new or was changed.
    Related(Related),
}

#[derive(ClapArgs)]
pub struct Analyze {
    /// The article; standard input when absent or "-"
    pub file: Option<PathBuf>,
    /// What the file holds
    #[arg(long, value_enum, default_value = "auto")]
    pub input: Input,
    /// How to print the analysis [default: text in a terminal, json otherwise]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Sentences of the summary [default: 3]
    #[arg(long, value_name = "N", conflicts_with = "ratio")]
    pub sentences: Option<u32>,
    /// Share of the sentences that the summary takes, 0 to 1
    #[arg(long, value_name = "R")]
    pub ratio: Option<f64>,
    /// Words of the summary at most; whole sentences, at least one
    #[arg(long, value_name = "N", conflicts_with_all = ["sentences", "ratio"])]
    pub words: Option<u32>,
    /// A question or a few words: the summary turns toward them
    #[arg(long, value_name = "WORDS")]
    pub query: Option<String>,
    /// When it was published (ISO 8601): what "Tuesday" counts from
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// Language of the text (BCP 47), if you know it
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// "none" when all of the text is the article
    #[arg(long, value_enum, default_value = "detect")]
    pub furniture: Furniture,
    #[command(flatten)]
    pub common: Common,
}

impl Analyze {
    /// The options as the library takes them from outside.
    pub fn request(&self) -> Request {
        Request {
            sentences: self.sentences.map(f64::from),
            ratio: self.ratio,
            words: self.words.map(f64::from),
            query: self.query.clone(),
            published: self.published.clone(),
            lang: self.lang.clone(),
            furniture: (self.furniture == Furniture::None).then(|| "none".to_string()),
            only: self.common.only.clone(),
            ..Request::default()
        }
    }
}

#[derive(ClapArgs)]
pub struct Batch {
    /// JSON Lines; standard input when absent or "-"
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub common: Common,
}

#[derive(ClapArgs)]
pub struct Related {
    /// A folder of HTML files, or a file of JSON Lines
    #[arg(value_name = "SITE")]
    pub site: PathBuf,
    /// The folder to write to
    #[arg(short, long, value_name = "DIR")]
    pub out: PathBuf,
}

/// What `analyze` and `batch` take.
#[derive(ClapArgs)]
pub struct Common {
    /// What spans count: bytes of UTF-8, units of UTF-16, or code points
    #[arg(long, value_enum, default_value = "utf8")]
    pub offsets: Offsets,
    /// Compute just these parts, parted by commas
    #[arg(long, value_name = "PARTS")]
    pub only: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Input {
    /// By the name of the file and its first bytes
    Auto,
    Text,
    Html,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Markdown,
    Html,
    /// Web Annotation (JSON-LD)
    Annotations,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Furniture {
    Detect,
    None,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Offsets {
    Utf8,
    Utf16,
    Char,
}

impl From<Offsets> for Unit {
    fn from(offsets: Offsets) -> Unit {
        match offsets {
            Offsets::Utf8 => Unit::Utf8,
            Offsets::Utf16 => Unit::Utf16,
            Offsets::Char => Unit::Char,
        }
    }
}
