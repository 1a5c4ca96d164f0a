//! The core as it is handed out: small, without what only debuggers and tools read.

use crate::sh::{self, Outcome};
use crate::{build, node};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Makes the wasm and the JavaScript that belongs to it, `nutgraf_bg.wasm` and `nutgraf.js`, and gives their folder, which
/// holds the files that `cargo xtask build` made beside its own, too.
pub fn make() -> Outcome<PathBuf> {
    let folder = build::small_wasm()?;
    optimize(&folder.join("nutgraf_bg.wasm"))?;
    for file in ["nutgraf.supplement", "nutgraf.languages", "nutgraf.names"] {
        fs::copy(sh::root().join("www/pkg").join(file), folder.join(file))?;
    }
    Ok(folder)
}

/// Runs wasm-opt over the wasm, which also takes out what only debuggers and tools read. The answer is kept:
/// the same wasm costs the better part of a minute only once.
fn optimize(wasm: &Path) -> Outcome {
    let options = [
        // Functions called from one place stay functions: put into their caller, most of the core becomes one body
        // of 250 kB, which compresses worse (the wasm in brotli: 307 kB with, 299 kB without).
        "--one-caller-inline-max-function-size=0",
        "-Oz",
        "--merge-similar-functions",
        "-Oz",
        // Functions of one file side by side compress better: 1 kB.
        "--reorder-functions-by-name",
        // The stack ends there: no value lies below the first kilobyte, so offsets may be folded into addresses.
        "--low-memory-unused",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ];
    let mut hasher = DefaultHasher::new();
    (fs::read(wasm)?, options).hash(&mut hasher);
    let kept = sh::target().join(format!("wasm-opt/{:016x}.wasm", hasher.finish()));
    if !kept.is_file() {
        fs::create_dir_all(kept.parent().expect("it lies in a folder"))?;
        let half = kept.with_extension("half");
        sh::run(node::tool("wasm-opt").args(options).arg(wasm).arg("-o").arg(&half))?;
        fs::rename(half, &kept)?;
    }
    fs::copy(kept, wasm)?;
    Ok(())
}
