//! `cargo xtask bench`: how quick things are. Tells, and judges nothing: a busy machine says nothing of us.

use crate::sh::{self, Args, Outcome};
use crate::{browsers, build, dist, node};

pub fn run(args: &[String]) -> Outcome {
    let mut args = Args::new(args);
    let data = args.option("--data")?;
    let wanted = args.rest()?;
    match wanted.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["page"] => page(),
        ["sentences"] => {
            peers("sentences", data.as_deref())?;
            peers("languages", data.as_deref())?;
            segmenter()
        }
        ["extraction"] => peers("extraction", data.as_deref()),
        _ => Err("say what: cargo xtask bench page|sentences|extraction [--data DIR]".into()),
    }
}

/// A benchmark of `benches/peers`: ours beside the libraries that people use for the same thing.
fn peers(bench: &str, data: Option<&str>) -> Outcome {
    let mut cargo = sh::cargo("bench");
    cargo.args(["--quiet", "--package=peers", "--bench", bench]);
    if let Some(data) = data {
        // The benchmark runs in its own folder.
        cargo.env("NUTGRAF_DATA", std::path::absolute(data)?);
    }
    sh::run(&mut cargo)
}

/// Sentences in a page of Chromium, beside the browser's own Intl.Segmenter.
fn segmenter() -> Outcome {
    node::need()?;
    browsers::need(&["chromium"])?;
    build::build()?;
    let mut node = browsers::node("chromium");
    node.env("NUTGRAF_SERVE", std::env::current_exe()?);
    sh::run(node.arg(sh::root().join("benches/page/segmenter.mjs")))
}

/// The built page in Chromium: loading, pasting, the longest task; then what Lighthouse says of it.
fn page() -> Outcome {
    node::need()?;
    browsers::need(&["chromium"])?;
    dist::site::make()?;
    for script in ["measure.mjs", "lighthouse.mjs"] {
        let mut node = browsers::node("chromium");
        node.env("NUTGRAF_SERVE", std::env::current_exe()?);
        sh::run(node.arg(sh::root().join("benches/page").join(script)))?;
    }
    Ok(())
}
