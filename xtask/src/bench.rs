//! `cargo xtask bench`: how quick things are. Tells, and judges nothing: a busy machine says nothing of us.

use crate::sh::{self, Args, Outcome};
use crate::{browsers, dist, node};

pub fn run(args: &[String]) -> Outcome {
    let wanted = Args::new(args).rest()?;
    match wanted.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["page"] => page(),
        _ => Err("say what: cargo xtask bench page".into()),
    }
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
