//! `dist/site`: the page, ready for any static server, and offline.

use super::{Sized, measure, wasm};
use crate::sh::{self, Outcome};
use crate::{build, node};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Makes `dist/site` anew.
pub fn make() -> Outcome<Vec<Sized>> {
    node::need()?;
    build::build()?;
    let site = sh::root().join("dist/site");
    let files = bundle(&wasm::make()?, &site)?;
    measure(&site, &files)
}

/// Puts the page and the files of `pkg` into a folder, anew.
pub fn bundle(pkg: &Path, site: &Path) -> Outcome<Vec<PathBuf>> {
    let www = sh::root().join("www");
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    let mut files = Vec::new();
    list(&www, &www, &mut files)?;
    files.sort();
    for file in &files {
        let to = site.join(file);
        fs::create_dir_all(to.parent().expect("a file lies in a folder"))?;
        // The wasm and its JavaScript belong together.
        let own = file.strip_prefix("pkg").map(|it| pkg.join(it)).ok().filter(|it| it.is_file());
        let from = own.unwrap_or_else(|| www.join(file));
        fs::copy(from, to)?;
    }
    offline(site, &files)?;
    minify(site, &files)?;
    Ok(files)
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
        // The names of other languages are kept when a page asks for them.
        let is_kept =
            ![".md", "sw.js", "index.html", "pkg/package.json", ".names"].iter().any(|it| name.ends_with(it));
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

/// What lies under `www` and is no part of the page: the element with what it alone uses, and the sites
/// that show it.
const NOT_THE_PAGE: &[&str] =
    &["demo", "lib/element", "lib/element.js", "lib/define.js", "lib/text-places.js"];

/// The files below a folder, without what only developers read.
fn list(folder: &Path, top: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if NOT_THE_PAGE.iter().any(|it| path.strip_prefix(top).is_ok_and(|path| path == Path::new(it))) {
            continue;
        }
        if path.is_dir() {
            list(&path, top, files)?;
        } else if !name.starts_with('.') && !name.ends_with(".d.ts") {
            files.push(path.strip_prefix(top)?.to_path_buf());
        }
    }
    Ok(())
}
