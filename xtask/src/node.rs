//! Node and the development tools from npm, installed when they are missing.

use crate::sh::{self, Outcome};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Oldest Node whose test runner and modules we use.
const OLDEST: u32 = 20;

/// Node with the tools of `package-lock.json` beside it.
pub fn need() -> Outcome {
    need_node()?;
    need_tools()
}

/// A command of one of the tools, such as `tsc`.
pub fn tool(name: &str) -> Command {
    let mut it = sh::command("node");
    let path = match name {
        "tsc" => "typescript/bin/tsc",
        "html-validate" => "html-validate/bin/html-validate.mjs",
        "wasm-opt" => "binaryen/bin/wasm-opt",
        other => other,
    };
    it.arg(sh::root().join("node_modules").join(path));
    it
}

/// A tool that is a program of its own.
pub fn binary(name: &str) -> PathBuf {
    sh::root().join("node_modules/.bin").join(name)
}

/// The `node_modules` of a tool that does not lie among the others; installed when it is missing.
pub fn apart(name: &str, version: &str) -> Outcome<PathBuf> {
    let folder = sh::target().join("tools").join(format!("{name}-{version}"));
    let modules = folder.join("node_modules");
    if !modules.join(".done").is_file() {
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("package.json"), "{}")?;
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut install = sh::command(npm);
        install.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(&folder);
        sh::run(install.arg(format!("{name}@{version}")))?;
        fs::write(modules.join(".done"), "")?;
    }
    Ok(modules)
}

fn need_node() -> Outcome {
    let found = version();
    if found.is_some_and(|it| it >= OLDEST) {
        return Ok(());
    }
    // Debian 13 and later have one that is new enough.
    if found.is_none() && sh::apt(&["nodejs", "npm"]).is_ok() && version().is_some_and(|it| it >= OLDEST) {
        return Ok(());
    }
    let found = version().map_or("none was found".into(), |it| format!("this is {it}"));
    Err(format!(
        "Node {OLDEST} or later is needed to run the JavaScript side ({found}). Get it from \
         https://nodejs.org/en/download, or on Debian and Ubuntu type:\n  \
         curl -fsSL https://deb.nodesource.com/setup_22.x | sudo bash - && sudo apt-get install -y nodejs"
    )
    .into())
}

/// The major version of Node.
fn version() -> Option<u32> {
    let text = sh::answers("node", &["--version"])?;
    text.strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn need_tools() -> Outcome {
    let root = sh::root();
    let wanted = fs::read_to_string(root.join("package-lock.json"))?;
    // npm's own mark of what it installed lies there too, but tells nothing of a half-done install.
    let stamp = root.join("node_modules/.installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|it| it == wanted) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    sh::run(sh::command(npm).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    fs::write(stamp, wanted)?;
    Ok(())
}
