//! The core as it is handed out: small, without what only debuggers and tools read.

use super::order;
use crate::sh::{self, Outcome};
use crate::{build, node, split};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Makes the wasm and the JavaScript that belongs to it, `nutgraf_bg.wasm` and `nutgraf.js`, and the files that come behind
/// it; gives their folder.
pub fn make() -> Outcome<PathBuf> {
    let folder = build::small_wasm()?;
    let core = folder.join("nutgraf_bg.wasm");
    let (first, late) = halves(&fs::read(&core)?)?;
    fs::copy(first, &core)?;
    build::bundles(&fs::read(late)?, &folder)?;
    Ok(folder)
}

/// What makes the wasm small, said to wasm-opt before it is cut in two.
const SMALL: &[&str] = &[
    // Functions called from one place stay functions: put into their caller, most of the core becomes one body
    // of 250 kB, which compresses worse (the wasm in brotli: 307 kB with, 299 kB without).
    "--one-caller-inline-max-function-size=0",
    "-Oz",
    "--merge-similar-functions",
    "-Oz",
    // The stack ends there: no value lies below the first kilobyte, so offsets may be folded into addresses.
    "--low-memory-unused",
    // The cut is made by names.
    "-g",
];

/// And of each half, with names that sort its functions.
const SORTED: &[&str] = &[
    "--one-caller-inline-max-function-size=0",
    "-Oz",
    "--low-memory-unused",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// The two halves of a wasm, as small as they get. They are kept: the same wasm costs a minute only once.
fn halves(wasm: &[u8]) -> Outcome<(PathBuf, PathBuf)> {
    let mut hasher = DefaultHasher::new();
    (wasm, SMALL, SORTED, split::GATES, include_str!("order.rs"), include_str!("../split.rs"))
        .hash(&mut hasher);
    let kept = sh::target().join(format!("wasm-opt/{:016x}", hasher.finish()));
    let (first, late) = (kept.join("first.wasm"), kept.join("late.wasm"));
    if !kept.is_dir() {
        let half = kept.with_extension("half");
        fs::create_dir_all(&half)?;
        let whole = half.join("whole.wasm");
        fs::write(&whole, wasm)?;
        let gates = split::GATES.iter().map(|it| format!("--no-inline={}", it.replace("::", "*")));
        optimize(&whole, SMALL.iter().map(|it| it.to_string()).chain(gates))?;
        let halves = split::split(&fs::read(&whole)?, false)?;
        for (name, half_of) in [("first.wasm", halves.first), ("late.wasm", halves.late)] {
            fs::write(half.join(name), order::name_by_likeness(half_of)?)?;
            optimize(&half.join(name), SORTED.iter().map(|it| it.to_string()))?;
        }
        fs::rename(half, kept)?;
    }
    Ok((first, late))
}

fn optimize(wasm: &Path, options: impl Iterator<Item = String>) -> Outcome {
    sh::run(node::tool("wasm-opt").args(options).arg(wasm).arg("-o").arg(wasm))
}
