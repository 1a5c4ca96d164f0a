//! `dist/nutgraf.html`: the whole program in one page, which opens from disk.

use super::{Sized, measure, wasm};
use crate::sh::{self, Outcome};
use std::fs;
use std::path::{Path, PathBuf};

/// So many bytes it may have: it is sent by mail and kept on sticks.
const MOST: u64 = 900_000;

/// Makes `dist/nutgraf.html` anew, with the wasm as it is handed out.
pub fn make() -> Outcome<Vec<Sized>> {
    let (dist, name) = (sh::root().join("dist"), PathBuf::from("nutgraf.html"));
    bundle(&wasm::make()?, &dist.join(&name))?;
    let length = fs::metadata(dist.join(&name))?.len();
    if length > MOST {
        return Err(format!("dist/nutgraf.html has {length} bytes, more than {MOST}").into());
    }
    measure(&dist, &[name])
}

/// Puts the page and the files of `pkg` into one page.
pub fn bundle(pkg: &Path, out: &Path) -> Outcome {
    let mut node = sh::command("node");
    node.arg(sh::root().join("xtask/src/dist/one_file/bundle.mjs"));
    sh::run(node.arg(sh::root().join("www")).arg(pkg).arg(out))
}
