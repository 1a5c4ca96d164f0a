//! `cargo xtask train`: runs the trainers of `xtask/train`, which make the models under `src/model`.

use crate::sh::{self, Outcome};

pub fn run(args: &[String]) -> Outcome {
    // A package of its own, so that the other words do not wait for it to compile.
    sh::run(sh::cargo("run").args(["--quiet", "--release", "--package=train", "--"]).args(args))
}
