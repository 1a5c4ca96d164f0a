//! `cargo xtask build`: the core as wasm, and the JavaScript that loads it, in `www/pkg`.
//!
//! wasm-bindgen's generator is a library here, of exactly the version that the core uses, so there is no
//! tool to install and none to drift. `www/pkg` is made by this alone and is not kept in git.

use crate::sh::{self, Args, Outcome};
use std::path::{Path, PathBuf};

const TARGET: &str = "wasm32-unknown-unknown";

pub fn run(args: &[String]) -> Outcome {
    Args::new(args).end()?;
    build()
}

/// Builds the wasm into `www/pkg`.
pub fn build() -> Outcome {
    let wasm = wasm()?;
    bindgen(&wasm, &sh::root().join("www/pkg"))
}

/// Compiles the library for the browser.
fn wasm() -> Outcome<PathBuf> {
    need_target()?;
    // `--lib`: the command line's binary has the library's name and would write the same file.
    sh::run(sh::cargo("build").args([
        "--quiet",
        "--package=nutgraf",
        "--lib",
        "--target",
        TARGET,
        "--profile=wasm",
        "--no-default-features",
    ]))?;
    Ok(sh::target().join(TARGET).join("wasm/nutgraf.wasm"))
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
    if Path::new(libs.trim()).is_dir() {
        return Ok(());
    }
    let mut rustup = sh::command("rustup");
    sh::run(rustup.args(["target", "add", TARGET])).map_err(|it| {
        format!("Rust cannot build for the browser yet ({it}). Type: rustup target add {TARGET}").into()
    })
}
