//! The core as it is handed out: small, without what only debuggers and tools read.

use super::{measure, order};
use crate::sh::{self, Outcome};
use crate::{build, node, split, streams};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// Makes the wasm and the JavaScript that belongs to it, `nutgraf_bg.wasm` and `nutgraf.js`, and the files that come behind
/// it; gives their folder.
pub fn make() -> Outcome<PathBuf> {
    let folder = build::small_wasm()?;
    let core = folder.join("nutgraf_bg.wasm");
    let (first, late) = halves(&fs::read(&core)?)?;
    fs::copy(first, &core)?;
    build::bundles(&fs::read(late)?, &folder)?;
    check(&folder)?;
    Ok(folder)
}

/// Sees that the first half never enters what comes late: tools that make a wasm small do not know where it will be cut.
fn check(pkg: &Path) -> Outcome {
    let www = pkg.parent().expect("it lies in a folder");
    fs::create_dir_all(www.join("lib"))?;
    fs::copy(sh::root().join("www/lib/core.js"), www.join("lib/core.js"))?;
    fs::write(www.join("package.json"), "{ \"type\": \"module\" }\n")?;
    let mut node = sh::command("node");
    node.env("NUTGRAF_WWW", www).args(["--test", "tests/wasm/late.test.mjs"]);
    sh::output(&mut node).map(drop).map_err(|it| format!("the halves of the core do not fit: {it}").into())
}

/// What makes the wasm small, said to wasm-opt before it is cut in two.
const SMALL: &[&str] = &[
    // Functions called from one place stay functions: put into their caller, most of the core becomes one body
    // of 250 kB, which compresses worse (the wasm in brotli: 307 kB with, 299 kB without).
    "--one-caller-inline-max-function-size=0",
    "-Oz",
    "--merge-similar-functions",
    "-Oz",
    // Loops and branches are made anew from what jumps where: 2 kB less of both halves (brotli), and no slower.
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // The stack ends there: no value lies below the first kilobyte, so offsets may be folded into addresses.
    "--low-memory-unused",
    // The cut is made by names.
    "-g",
];

/// And of each half.
const HALF: &[&str] = &["--one-caller-inline-max-function-size=0", "-Oz", "--low-memory-unused"];

/// And when its functions have names that sort them: nothing but that is changed.
const SORTED: &[&str] = &[
    "--optimize-level=2",
    "--shrink-level=2",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// By runs of how many bytes functions are compared. Which is best cannot be told before: brotli's guesses are 1 % off
/// here or there.
const RUNS: RangeInclusive<usize> = 3..=5;

/// The two halves of a wasm, as small as they get. They are kept: the same wasm costs two minutes only once.
fn halves(wasm: &[u8]) -> Outcome<(PathBuf, PathBuf)> {
    let mut hasher = DefaultHasher::new();
    (wasm, SMALL, HALF, SORTED, split::GATES).hash(&mut hasher);
    [include_str!("order.rs"), include_str!("../split.rs"), include_str!("../streams.rs")].hash(&mut hasher);
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
        let as_is: fn(&[u8]) -> Outcome<Vec<u8>> = |it| Ok(it.to_vec());
        for (name, made, travels) in
            [("first.wasm", halves.first, as_is), ("late.wasm", halves.late, streams::encode)]
        {
            let made_of = half.join("half.wasm");
            fs::write(&made_of, made)?;
            optimize(&made_of, HALF.iter().map(|it| it.to_string()))?;
            arrange(&made_of, &half, name, travels)?;
        }
        fs::rename(half, kept)?;
    }
    Ok((first, late))
}

/// Makes a half with its functions in the order that compresses best, as it travels.
fn arrange(half: &Path, folder: &Path, name: &str, travels: fn(&[u8]) -> Outcome<Vec<u8>>) -> Outcome {
    let ways: Vec<(usize, usize)> = RUNS.flat_map(|run| (0..8).map(move |way| (run, way))).collect();
    let tried: Vec<PathBuf> = ways.iter().map(|(run, way)| format!("{run}-{way}-{name}").into()).collect();
    let packed: Vec<PathBuf> = tried.iter().map(|it| it.with_extension("packed")).collect();
    for ((&(run, way), name), packed) in ways.iter().zip(&tried).zip(&packed) {
        let wasm = folder.join(name);
        fs::write(&wasm, order::name_by_likeness(fs::read(half)?, run, way)?)?;
        optimize(&wasm, SORTED.iter().map(|it| it.to_string()))?;
        fs::write(folder.join(packed), travels(&fs::read(&wasm)?)?)?;
    }
    let sizes = measure(folder, &packed)?;
    let best = tried.iter().zip(sizes).min_by_key(|it| it.1.brotli).expect("some were tried").0;
    Ok(fs::rename(folder.join(best), folder.join(name))?)
}

fn optimize(wasm: &Path, options: impl Iterator<Item = String>) -> Outcome {
    sh::run(node::tool("wasm-opt").args(options).arg(wasm).arg("-o").arg(wasm))
}
