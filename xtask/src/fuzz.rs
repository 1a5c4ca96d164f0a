//! `cargo xtask fuzz`: texts, pages and requests that nobody would write, for as long as asked; see `fuzz/`.
//! What it finds becomes a named text among the laws in `tests/it/laws.rs`.

use crate::sh::{self, Args, Outcome};
use std::fs;

const TARGETS: &[&str] = &["text", "html", "request"];

/// Time for each target, in seconds.
const SECONDS: &str = "60";

pub fn run(args: &[String]) -> Outcome {
    let mut args = Args::new(args);
    let seconds = args.option("--seconds")?.unwrap_or_else(|| SECONDS.into());
    let mut wanted = args.rest()?;
    if let Some(it) = wanted.iter().find(|it| !TARGETS.contains(&it.as_str())) {
        return Err(format!("no target is called {it:?}; targets are {}", TARGETS.join(", ")).into());
    }
    if wanted.is_empty() {
        wanted = TARGETS.iter().map(|it| (*it).to_string()).collect();
    }
    need()?;
    for target in wanted {
        let corpus = sh::root().join("fuzz/corpus").join(&target);
        plant(&corpus)?;
        let mut fuzz = sh::command("cargo");
        // The nightly toolchain, whatever the project's own is.
        fuzz.env("RUSTUP_TOOLCHAIN", "nightly").args(["fuzz", "run", &target, "--"]);
        fuzz.args([&format!("-max_total_time={seconds}"), "-timeout=10", "-max_len=20000"]);
        sh::run(&mut fuzz)?;
    }
    Ok(())
}

/// Whole articles and odd pages to begin with.
fn plant(corpus: &std::path::Path) -> Outcome {
    fs::create_dir_all(corpus)?;
    for (name, file) in [("seed", "tests/data/seed/article.txt"), ("odd", "tests/data/pages/odd.html")] {
        fs::copy(sh::root().join(file), corpus.join(name))?;
    }
    Ok(())
}

fn need() -> Outcome {
    let has_nightly = sh::answers("rustup", &["run", "nightly", "rustc", "--version"]).is_some();
    if !has_nightly {
        let mut rustup = sh::command("rustup");
        sh::run(rustup.args(["toolchain", "install", "nightly", "--profile=minimal"]))
            .map_err(|it| format!("fuzzing needs nightly ({it}). Type: rustup toolchain install nightly"))?;
    }
    if sh::answers("cargo", &["fuzz", "--version"]).is_none() {
        eprintln!("building cargo-fuzz (once, a minute)");
        sh::run(sh::command("cargo").args(["install", "--quiet", "--locked", "cargo-fuzz"]))
            .map_err(|it| format!("{it}. Type: cargo install --locked cargo-fuzz"))?;
    }
    Ok(())
}
