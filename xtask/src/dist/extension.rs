//! `dist/extension`: the program beside any page, for Chromium's side panel and Firefox's sidebar; and
//! `dist/extension-firefox`, the same with a manifest for Firefox alone.

use super::{Sized, measure, wasm};
use crate::sh::{self, Outcome};
use std::fs;
use std::path::{Path, PathBuf};

/// Makes `dist/extension` anew, with the wasm as it is handed out.
pub fn make() -> Outcome<Vec<Sized>> {
    let out = sh::root().join("dist/extension");
    bundle(&wasm::make()?, &out)?;
    let mut files = Vec::new();
    list(&out, &out, &mut files)?;
    files.sort();
    measure(&out, &files)
}

/// Puts the panel, what runs in pages, and the files of `pkg` into a folder.
pub fn bundle(pkg: &Path, out: &Path) -> Outcome {
    let mut node = sh::command("node");
    node.arg(sh::root().join("xtask/src/dist/extension/bundle.mjs"));
    sh::run(node.arg(sh::root()).arg(pkg).arg(out))
}

fn list(folder: &Path, top: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, top, files)?;
        } else {
            files.push(path.strip_prefix(top)?.to_path_buf());
        }
    }
    Ok(())
}
