//! `cargo xtask bless`: what the tests of whole articles find today becomes what they expect. The difference is for a
//! person to read: `git diff tests/data/expected`.

use crate::sh::{self, Args, Outcome};

pub fn run(args: &[String]) -> Outcome {
    Args::new(args).end()?;
    let mut cargo = sh::cargo("test");
    cargo.args(["--quiet", "--package=nutgraf", "--test=it", "articles"]).env("NUTGRAF_BLESS", "1");
    sh::run(&mut cargo)?;
    println!("tests/data/expected holds what is found today; read the difference before you keep it");
    Ok(())
}
