//! `cargo xtask dist`: what is handed out, in `dist`; each thing has a room here that makes it. And what it weighs.

pub mod extension;
pub mod npm;
pub mod one_file;
mod order;
pub mod site;
mod wasm;

use crate::sh::{self, Args, Outcome};
use std::path::{Path, PathBuf};

pub fn run(args: &[String]) -> Outcome {
    Args::new(args).end()?;
    let files = site::make()?;
    print("dist/site", &files);
    let sum = |of: fn(&Sized) -> usize| files.iter().filter(|it| it.is_first()).map(of).sum::<usize>();
    row("first download (HTML, CSS, JS, wasm)", sum(|it| it.raw), sum(|it| it.gzip), sum(|it| it.brotli));
    print("\ndist/npm", &npm::make()?);
    print("\ndist/nutgraf.html", &one_file::make()?);
    print("\ndist/extension", &extension::make()?);
    println!(
        "\ndist/site is ready: copy it to any web server, or look at it with: cargo xtask serve --dir dist/site\n\
         dist/npm is ready: npm install ./dist/npm"
    );
    println!("dist/nutgraf.html is ready: open it, from disk too");
    println!("dist/extension is ready: load it in Chromium or Firefox; docs/embedding.md tells how");
    Ok(())
}

/// A file of the page and what it costs to send.
pub struct Sized {
    path: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sized {
    /// Whether an English reader's page needs it before its first answer. The supplement, the parts that come late
    /// and the service worker's own script come behind that.
    pub fn is_first(&self) -> bool {
        let is_late = ["late.js", "sw.js"].contains(&self.path.as_str());
        self.is_code() && !is_late || [".html", ".wasm"].iter().any(|it| self.path.ends_with(it))
    }

    /// Whether it is a script or style that an English reader's page loads, sooner or later.
    pub fn is_code(&self) -> bool {
        !self.path.starts_with("words-") && [".css", ".js"].iter().any(|it| self.path.ends_with(it))
    }

    /// Whether it is of any use to an English reader: all but pictures, the sample and other languages.
    pub fn is_english(&self) -> bool {
        self.is_first() || self.is_code() || self.path.ends_with(".supplement")
    }
}

/// What those files weigh of which that is true, compressed.
pub fn download(files: &[Sized], wanted: fn(&Sized) -> bool) -> usize {
    files.iter().filter(|it| wanted(it)).map(|it| it.brotli).sum()
}

/// What files of a folder weigh.
fn measure(folder: &Path, files: &[PathBuf]) -> Outcome<Vec<Sized>> {
    let mut node = sh::command("node");
    node.args(["--input-type=module", "-e", include_str!("dist/sizes.mjs"), "--"]);
    let text = sh::output(node.args(files.iter().map(|it| folder.join(it))))?;
    let sized = text.lines().zip(files).map(|(line, path)| {
        let mut numbers = line.split(' ').map(|it| it.parse().unwrap_or(0));
        let mut next = || numbers.next().unwrap_or(0);
        let path = path.to_string_lossy().replace('\\', "/");
        Sized { path, raw: next(), gzip: next(), brotli: next() }
    });
    Ok(sized.collect())
}

/// Prints the table of sizes.
pub fn print(title: &str, files: &[Sized]) {
    println!("{title:<36} {:>9} {:>9} {:>9}", "raw", "gzip", "brotli");
    for it in files {
        row(&it.path, it.raw, it.gzip, it.brotli);
    }
}

fn row(name: &str, raw: usize, gzip: usize, brotli: usize) {
    println!("{name:<36} {raw:>9} {gzip:>9} {brotli:>9}");
}
