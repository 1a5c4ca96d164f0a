//! `cargo xtask dist`: what is handed out, in `dist`. `dist/site` is the page with its wasm made small.

use crate::sh::{self, Args, Outcome};
use crate::{build, node};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

pub fn run(args: &[String]) -> Outcome {
    Args::new(args).end()?;
    let files = site()?;
    print(&files);
    println!(
        "\ndist/site is ready: copy it to any web server, or look at it with: cargo xtask serve --dir dist/site"
    );
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
    /// Whether an English reader's page needs it before its first answer. The supplement, the parts under `late`
    /// and the service worker's own script come behind that; of the languages only one is loaded.
    fn is_first(&self) -> bool {
        let late = self.path.starts_with("app/late/") || self.path == "sw.js";
        let foreign = self.path.starts_with("app/words/") && self.path != "app/words/en.js";
        !late && !foreign && [".html", ".css", ".js", ".wasm"].iter().any(|it| self.path.ends_with(it))
    }
}

/// What the first visit downloads, compressed.
pub fn first_download(files: &[Sized]) -> usize {
    files.iter().filter(|it| it.is_first()).map(|it| it.brotli).sum()
}

/// Makes `dist/site` anew.
pub fn site() -> Outcome<Vec<Sized>> {
    node::need()?;
    build::build()?;
    let (www, site) = (sh::root().join("www"), sh::root().join("dist/site"));
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    let small = build::small_wasm()?;
    let mut files = Vec::new();
    list(&www, &www, &mut files)?;
    files.sort();
    for file in &files {
        let to = site.join(file);
        fs::create_dir_all(to.parent().expect("a file lies in a folder"))?;
        // The wasm and its JavaScript belong together.
        let own = file.strip_prefix("pkg").map(|it| small.join(it)).ok().filter(|it| it.is_file());
        let from = own.unwrap_or_else(|| www.join(file));
        if to.extension().is_some_and(|it| it == "wasm") {
            optimize(&from, &to)?;
        } else {
            fs::copy(from, to)?;
        }
    }
    offline(&site, &files)?;
    minify(&site, &files)?;
    measure(&site, &files)
}

/// Takes blanks and comments out of scripts and styles, file by file: what is served stays the modules it was.
fn minify(site: &Path, files: &[PathBuf]) -> Outcome {
    let is_source = |it: &&PathBuf| it.extension().is_some_and(|it| it == "js" || it == "css");
    let sources = files.iter().filter(is_source).map(|it| site.join(it));
    let options =
        ["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning", "--allow-overwrite"];
    let mut esbuild = sh::command(node::binary("esbuild"));
    let folder = site.display();
    sh::run(
        esbuild
            .args(options)
            .arg(format!("--outdir={folder}"))
            .arg(format!("--outbase={folder}"))
            .args(sources),
    )
}

/// Makes the copy one that works offline: its service worker is told what to keep, and the page that it has one.
fn offline(site: &Path, files: &[PathBuf]) -> Outcome {
    let mut hasher = DefaultHasher::new();
    let mut names = vec!["./".to_string()];
    for file in files {
        (file, fs::read(site.join(file))?).hash(&mut hasher);
        let name = file.to_string_lossy().replace('\\', "/");
        let is_kept = ![".md", "sw.js", "index.html", "pkg/package.json"].iter().any(|it| name.ends_with(it));
        if is_kept {
            names.push(format!("./{name}"));
        }
    }
    let list: Vec<String> = names.iter().map(|it| format!("{it:?}")).collect();
    write_line(
        &site.join("sw.js"),
        "const VERSION = \"\";",
        &format!("const VERSION = \"{:016x}\";", hasher.finish()),
    )?;
    write_line(&site.join("sw.js"), "const FILES = [];", &format!("const FILES = [{}];", list.join(", ")))?;
    let release = site.join("app/release.js");
    write_line(&release, "export const release = false;", "export const release = true;")
}

/// Puts one line in place of another, which has to be there.
fn write_line(file: &Path, from: &str, to: &str) -> Outcome {
    let text = fs::read_to_string(file)?;
    if !text.contains(from) {
        return Err(format!("{} no longer says {from:?}", file.display()).into());
    }
    Ok(fs::write(file, text.replacen(from, to, 1))?)
}

/// The files below a folder, without what only developers read.
fn list(folder: &Path, top: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            list(&path, top, files)?;
        } else if !name.starts_with('.') && !name.ends_with(".d.ts") {
            files.push(path.strip_prefix(top)?.to_path_buf());
        }
    }
    Ok(())
}

/// Runs wasm-opt over the wasm, which also takes out what only debuggers and tools read. The answer is kept:
/// the same wasm costs the better part of a minute only once.
fn optimize(from: &Path, to: &Path) -> Outcome {
    let options = [
        // Functions called from one place stay functions: put into their caller, most of the core becomes one body
        // of 250 kB, which compresses worse (the wasm in brotli: 307 kB with, 299 kB without).
        "--one-caller-inline-max-function-size=0",
        "-Oz",
        "--merge-similar-functions",
        "-Oz",
        // Functions of one file side by side compress better: 1 kB.
        "--reorder-functions-by-name",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ];
    let mut hasher = DefaultHasher::new();
    (fs::read(from)?, options).hash(&mut hasher);
    let kept = sh::target().join(format!("wasm-opt/{:016x}.wasm", hasher.finish()));
    if !kept.is_file() {
        fs::create_dir_all(kept.parent().expect("it lies in a folder"))?;
        let half = kept.with_extension("half");
        sh::run(node::tool("wasm-opt").args(options).arg(from).arg("-o").arg(&half))?;
        fs::rename(half, &kept)?;
    }
    fs::copy(kept, to)?;
    Ok(())
}

fn measure(folder: &Path, files: &[PathBuf]) -> Outcome<Vec<Sized>> {
    let mut node = sh::command("node");
    node.args(["--input-type=module", "-e", include_str!("sizes.mjs"), "--"]);
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
pub fn print(files: &[Sized]) {
    println!("{:<36} {:>9} {:>9} {:>9}", "dist/site", "raw", "gzip", "brotli");
    for it in files {
        println!("{:<36} {:>9} {:>9} {:>9}", it.path, it.raw, it.gzip, it.brotli);
    }
    let sum = |of: fn(&Sized) -> usize| files.iter().filter(|it| it.is_first()).map(of).sum::<usize>();
    println!(
        "{:<36} {:>9} {:>9} {:>9}",
        "first download (HTML, CSS, JS, wasm)",
        sum(|it| it.raw),
        sum(|it| it.gzip),
        sum(|it| it.brotli)
    );
}
