//! `nutgraf related`: the similar articles of every article of a site, as static JSON.
//!
//! In: a folder of HTML files, or JSON Lines; always the whole site. Out: one small JSON file an article, which the
//! element shows, a list of them all, and an index. A second run reads anew what is new or was changed, and writes
//! what became different.
//!
//! The method is the oldest that works: vectors of term frequency times inverse document frequency and the cosine
//! between them (Salton, Wong and Yang, "A vector space model for automatic indexing", 1975; Spärck Jones, "A
//! statistical interpretation of term specificity", 1972), over an inverted index. Terms are the article's words, the
//! names in it and its keyphrases. Two copies of a story are told by what their runs of words have in common
//! (Broder, "On the resemblance and containment of documents", 1997); a copy is never shown as a similar article.
//!
//! All sums are of whole numbers, so that neither the order of the articles nor the number of threads shows.

mod gather;
mod hash;
mod index;
mod publish;
mod similar;
mod sketch;
mod store;
mod terms;
mod weigh;

use crate::Failure;
use crate::args::Related;
use index::Index;
use std::fs;
use std::time::Instant;

/// Runs the command; true when nothing was left out that ought to be an article.
pub fn run(args: &Related) -> Result<bool, Failure> {
    let started = Instant::now();
    let out = &args.out;
    if out.exists() && !out.is_dir() {
        return Err(Failure::Usage(format!("{} is a file; name a folder to write to", out.display())));
    }
    let before = store::load(out).unwrap_or_else(|why| {
        eprintln!("nutgraf: {why}; everything is read anew");
        Index::default()
    });
    let gathered = gather::gather(&args.site, out, &before)?;
    if gathered.articles.is_empty() {
        return Err(Failure::Usage(format!(
            "no article was found in {}; nothing was written",
            args.site.display()
        )));
    }
    fs::create_dir_all(out).map_err(|it| Failure::unwritable(out, &it))?;
    let mut index = before.renewed(gathered.articles);
    let vectors = index.weigh();
    similar::find(&mut index, &vectors);
    let written = publish::publish(out, &mut index)?;
    store::save(out, &index)?;
    eprintln!(
        "{} articles ({} read, {} gone), {} left out, {} the same story as another; {} files written in {:.1} s",
        index.articles.len(),
        index.n_read,
        index.n_gone,
        gathered.n_left_out,
        written.n_copies,
        written.n_files,
        started.elapsed().as_secs_f64()
    );
    Ok(gathered.is_whole)
}
