//! `cargo xtask size`: what the page costs to download, and whether that is within the budget.

use crate::dist;
use crate::sh::{Args, Outcome};

/// What an English reader's page may download, in bytes compressed with brotli: until structure and summary stand; of
/// scripts and styles, sooner or later; of everything.
const FIRST: usize = 212_000;
const CODE: usize = 60_000;
const ALL: usize = 500_000;

pub fn run(args: &[String]) -> Outcome {
    Args::new(args).end()?;
    let files = dist::site::make()?;
    dist::print("dist/site", &files);
    println!("\nwhat an English page downloads");
    let mut over = Vec::new();
    for (name, bytes, budget) in [
        ("until its first answer", dist::download(&files, dist::Sized::is_first), FIRST),
        ("scripts and styles", dist::download(&files, dist::Sized::is_code), CODE),
        ("everything", dist::download(&files, dist::Sized::is_english), ALL),
    ] {
        println!("{name:<36} {bytes:>9} of {budget}");
        if bytes > budget {
            over.push(name);
        }
    }
    if over.is_empty() { Ok(()) } else { Err(format!("over the budget: {}", over.join(", ")).into()) }
}
