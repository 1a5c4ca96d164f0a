//! `cargo xtask size`: what the page costs to download, and whether that is within the budget.

use crate::dist;
use crate::sh::{Args, Outcome};

/// Bytes that a first visit may download, compressed with brotli.
const BUDGET: usize = 350_000;

/// Bytes of HTML, scripts and styles that an English page may load in all, compressed.
const PAGE_BUDGET: usize = 61_500;

pub fn run(args: &[String]) -> Outcome {
    Args::new(args).end()?;
    let files = dist::site::make()?;
    dist::print("dist/site", &files);
    let first = dist::first_download(&files);
    let page = dist::page_download(&files);
    println!("HTML, scripts and styles in English, sooner or later: {page} of {PAGE_BUDGET} bytes");
    if page > PAGE_BUDGET {
        return Err(
            format!("HTML, scripts and styles are {page} bytes, their budget is {PAGE_BUDGET}").into()
        );
    }
    if first > BUDGET {
        return Err(format!("the first download is {first} bytes, its budget is {BUDGET}").into());
    }
    println!("within the budget of {BUDGET} bytes, {} to spare", BUDGET - first);
    Ok(())
}
