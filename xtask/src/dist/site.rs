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

/// Puts the page and the files of `pkg` into a folder, anew; gives their names.
pub fn bundle(pkg: &Path, site: &Path) -> Outcome<Vec<PathBuf>> {
    let www = sh::root().join("www");
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    fs::create_dir_all(site)?;
    for name in AS_THEY_ARE {
        copy(&www, Path::new(name), site)?;
    }
    for entry in fs::read_dir(www.join("pkg"))? {
        let name = Path::new("pkg").join(entry?.file_name());
        // The scripts of the wasm go into ours.
        if name.extension().is_some_and(|it| it != "js" && it != "ts") {
            copy(&www, &name, site)?;
        }
    }
    for name in ["nutgraf_bg.wasm", "nutgraf.supplement"] {
        fs::copy(pkg.join(name), site.join("pkg").join(name))?;
    }
    let mut node = sh::command("node");
    node.arg(sh::root().join("xtask/src/dist/site/bundle.mjs"));
    sh::run(node.arg(&www).arg(pkg).arg(site))?;
    let mut files = Vec::new();
    list(site, site, &mut files)?;
    offline(&www, site, &files)?;
    files.push("sw.js".into());
    files.sort();
    Ok(files)
}

/// What the page asks for beside its scripts and styles.
const AS_THEY_ARE: &[&str] = &["icons", "manifest.webmanifest", "sample/article.txt"];

/// Makes the service worker: it is told what to keep.
fn offline(www: &Path, site: &Path, files: &[PathBuf]) -> Outcome {
    let mut hasher = DefaultHasher::new();
    let mut names = vec!["./".to_string()];
    for file in files {
        (file, fs::read(site.join(file))?).hash(&mut hasher);
        let name = file.to_string_lossy().replace('\\', "/");
        if name != "index.html" {
            names.push(format!("./{name}"));
        }
    }
    names.sort();
    let worker = site.join("sw.js");
    fs::copy(www.join("sw.js"), &worker)?;
    let version = format!("const VERSION = \"{:016x}\";", hasher.finish());
    write_line(&worker, "const VERSION = \"\";", &version)?;
    write_line(&worker, "const FILES = [];", &format!("const FILES = {names:?};"))?;
    let options = ["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"];
    let mut esbuild = sh::command(node::binary("esbuild"));
    sh::run(esbuild.args(options).arg(&worker).arg(format!("--outfile={}", worker.display())))
}

/// Puts one line in place of another, which has to be there.
fn write_line(file: &Path, from: &str, to: &str) -> Outcome {
    let text = fs::read_to_string(file)?;
    if !text.contains(from) {
        return Err(format!("{} no longer says {from:?}", file.display()).into());
    }
    Ok(fs::write(file, text.replacen(from, to, 1))?)
}

/// Copies a file, or a folder with what lies in it, from one top to another.
fn copy(from: &Path, name: &Path, to: &Path) -> Outcome {
    if from.join(name).is_dir() {
        for entry in fs::read_dir(from.join(name))? {
            copy(from, &name.join(entry?.file_name()), to)?;
        }
        return Ok(());
    }
    fs::create_dir_all(to.join(name).parent().expect("a file lies in a folder"))?;
    fs::copy(from.join(name), to.join(name)).map_err(|it| format!("{}: {it}", name.display()))?;
    Ok(())
}

/// The files below a folder, in order.
fn list(folder: &Path, top: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, top, files)?;
        } else {
            files.push(path.strip_prefix(top)?.to_path_buf());
        }
    }
    files.sort();
    Ok(())
}
