//! `cargo xtask size`: what the page costs to download, and whether that is within the budget.

use crate::dist;
use crate::sh::{Args, Outcome};

/// Bytes that a first visit may download, compressed with brotli.
const BUDGET: usize = 350_000;

/// Bytes of scripts and styles that an English page may load in all, compressed.
const CODE_BUDGET: usize = 60_000;

pub fn run(args: &[String]) -> Outcome {
    Args::new(args).end()?;
    let files = dist::site::make()?;
    dist::print("dist/site", &files);
    let first = dist::first_download(&files);
    let code = dist::code_download(&files);
    println!("scripts and styles in English, sooner or later: {code} of {CODE_BUDGET} bytes");
    if code > CODE_BUDGET {
        return Err(format!("scripts and styles are {code} bytes, their budget is {CODE_BUDGET}").into());
    }
    if first > BUDGET {
        return Err(format!("the first download is {first} bytes, its budget is {BUDGET}").into());
    }
    println!("within the budget of {BUDGET} bytes, {} to spare", BUDGET - first);
    Ok(())
}
