//! `cargo xtask build`: the core as wasm, and the JavaScript that loads it, in `www/pkg`.
//!
//! wasm-bindgen's generator is a library here, of exactly the version that the core uses, so there is no
//! tool to install and none to drift. `www/pkg` is made by this alone and is not kept in git.

use crate::sh::{self, Args, Outcome};
use crate::{split, streams};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

pub fn run(args: &[String]) -> Outcome {
    Args::new(args).end()?;
    build()
}

/// What is as small as the first number is put into its caller, and what is marked `#[inline]`, as most of the standard library that
/// stands in loops, where it is as small as the second (LLVM's measure). The compiler's own 325 for the marked makes both
/// halves 13 kB larger (brotli), and finds names and dates 8 % faster; with 50 it is 5 kB less and takes a quarter longer.
const INLINED: &str = "-Cllvm-args=-inline-threshold=14 -Cllvm-args=-inlinehint-threshold=100";

/// Builds the wasm into `www/pkg`.
pub fn build() -> Outcome {
    need_target()?;
    let wasm = wasm(sh::cargo("build").env("RUSTFLAGS", INLINED), &sh::target())?;
    let out = sh::root().join("www/pkg");
    bindgen(&wasm, &out)?;
    let core = out.join("nutgraf_bg.wasm");
    let halves = split::split(&fs::read(&core)?, true)?;
    fs::write(core, halves.first)?;
    bundles(&halves.late, &out)
}

/// Makes the files that come behind the core; its second half, in streams, is in the first of them.
pub fn bundles(late: &[u8], out: &Path) -> Outcome {
    let (english, others) = lists()?;
    let mut supplement = Vec::new();
    // Brotli takes up to 2 kB more in other orders; the weights of names hardly compress and stand last.
    bundle(&with_models(&["keyphrases.bin", "parts_en.bin", "first_names.bin"], english), &mut supplement)?;
    bundle(&with_models(&["language.bin"], Vec::new()), &mut supplement)?;
    pack("core.wasm", &streams::encode(late)?, &mut supplement)?;
    bundle(&with_models(&["names_en.bin"], Vec::new()), &mut supplement)?;
    fs::write(out.join("nutgraf.supplement"), supplement)?;
    for (name, models, lists) in
        [("languages", &["background.bin"][..], others), ("names", &OTHER_NAMES, Vec::new())]
    {
        let mut bytes = Vec::new();
        bundle(&with_models(models, lists), &mut bytes)?;
        fs::write(out.join(format!("nutgraf.{name}")), bytes)?;
    }
    Ok(())
}

/// Builds the wasm as it is handed out and gives its path: the standard library is compiled along, for size, and a
/// panic ends the program where it stands instead of telling its place first. That is 17 kB less to download
/// (brotli); who develops keeps the messages, by `build`.
///
/// Compiling the standard library is not stable yet. The toolchain is pinned, so what works today works tomorrow.
pub fn small_wasm() -> Outcome<PathBuf> {
    need_target()?;
    need_source()?;
    let mut cargo = sh::cargo("build");
    cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    cargo.env("RUSTC_BOOTSTRAP", "1");
    // No place and no value is named in a message that nobody will read.
    let flags = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
    cargo.env("RUSTFLAGS", [flags, INLINED].join(" "));
    // An own folder: other flags, and the wasm that tests use stays.
    let target = sh::target().join("small");
    let wasm = wasm(&mut cargo, &target)?;
    let out = target.join("pkg");
    bindgen(&wasm, &out)?;
    Ok(out)
}

/// The names of other languages than English: a file of its own, for those who read other languages.
const OTHER_NAMES: [&str; 2] = ["names_mul.bin", "names_zh.bin"];

/// The lists of English that the core takes from the supplement.
const LATE_ENGLISH: &[&str] = &[
    "known_bodies.txt",
    "known_people.txt",
    "known_places.txt",
    "nationalities.txt",
    "org_words.txt",
    "titles.txt",
    "values.txt",
    "speech.txt",
];

/// The word lists that come behind the first answer: those of English, and those of all other languages. In the same
/// order on every machine.
fn lists() -> Outcome<(Vec<String>, Vec<String>)> {
    let (mut english, mut others) = (Vec::new(), Vec::new());
    for language in fs::read_dir(sh::root().join("src/lexicon"))? {
        let language = language?;
        let tag = language.file_name().to_string_lossy().into_owned();
        if language.path().is_dir() {
            for list in fs::read_dir(language.path())? {
                let list = list?.file_name().to_string_lossy().into_owned();
                let name = format!("lexicon/{tag}/{list}");
                if tag != "en" {
                    others.push(name);
                } else if LATE_ENGLISH.contains(&list.as_str()) {
                    english.push(name);
                }
            }
        }
    }
    english.push("lexicon/signs.txt".to_string());
    english.sort();
    others.sort();
    Ok((english, others))
}

/// Names of files, models first: by the first one `src/supplement.rs` tells the files apart.
fn with_models(models: &[&str], lists: Vec<String>) -> Vec<String> {
    models.iter().map(|it| format!("model/{it}")).chain(lists).collect()
}

/// Files of `src`, one after the other; lists without the lines that are for who reads the source.
fn bundle(names: &[String], bytes: &mut Vec<u8>) -> Outcome {
    let src = sh::root().join("src");
    names.iter().try_for_each(|it| {
        let mut content = fs::read(src.join(it))?;
        if it.ends_with(".txt") {
            let lines = content.split_inclusive(|&it| it == b'\n').filter(|it| !it.starts_with(b"#"));
            content = lines.flatten().copied().collect();
        }
        pack(it, &content, bytes)
    })
}

/// A file as `src/supplement.rs` reads it.
fn pack(name: &str, content: &[u8], bytes: &mut Vec<u8>) -> Outcome {
    bytes.push(u8::try_from(name.len())?);
    bytes.extend(name.as_bytes());
    bytes.extend(u32::try_from(content.len())?.to_le_bytes());
    bytes.extend(content);
    Ok(())
}

/// Compiles the library for the browser, below a target folder.
fn wasm(cargo: &mut Command, target: &Path) -> Outcome<PathBuf> {
    // `--lib`: the command line's binary has the library's name and would write the same file.
    sh::run(cargo.arg("--target-dir").arg(target).args([
        "--quiet",
        "--package=nutgraf",
        "--lib",
        "--target",
        TARGET,
        "--profile=wasm",
        "--no-default-features",
    ]))?;
    Ok(target.join(TARGET).join("wasm/nutgraf.wasm"))
}

/// Makes the JavaScript and the types beside the wasm.
fn bindgen(wasm: &Path, out: &Path) -> Outcome {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let made = bindgen.input_path(wasm).web(true).and_then(|it| it.typescript(true).generate(out));
    made.map_err(|it| format!("wasm-bindgen: {it:#}").into())
}

/// Sees that rustc can build for the browser. `rust-toolchain.toml` asks rustup for the target, but rustup
/// heeds that only while it may install by itself.
fn need_target() -> Outcome {
    let mut asked = sh::command("rustc");
    let libs = sh::output(asked.args(["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(libs.trim()).is_dir() { Ok(()) } else { rustup(&["target", "add", TARGET]) }
}

/// Sees that the toolchain has the standard library's source, as [`need_target`] does.
fn need_source() -> Outcome {
    let root = sh::output(sh::command("rustc").args(["--print", "sysroot"]))?;
    let source = Path::new(root.trim()).join("lib/rustlib/src/rust/library/std");
    if source.is_dir() { Ok(()) } else { rustup(&["component", "add", "rust-src"]) }
}

fn rustup(args: &[&str]) -> Outcome {
    let mut rustup = sh::command("rustup");
    let typed = format!("rustup {}", args.join(" "));
    sh::run(rustup.args(args))
        .map_err(|it| format!("Rust cannot build for the browser yet ({it}). Type: {typed}").into())
}
