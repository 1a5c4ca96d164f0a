//! `cargo xtask lint`: what can be told without running: format, clippy, the types of the page's JavaScript,
//! the page's HTML, the extension. Goes through all of them, so that one run tells everything.

use crate::dist::extension;
use crate::sh::{self, Args, Outcome};
use crate::{build, node};
use std::process::Command;

/// Mozilla's linter brings 300 packages along and serves nothing else: it lies apart.
const WEB_EXT: &str = "10.7.0";

pub fn run(args: &[String]) -> Outcome {
    Args::new(args).end()?;
    let mut bad = Vec::new();
    let mut check = |name: &'static str, command: &mut Command| {
        println!("== {name}");
        if let Err(it) = sh::run(command) {
            eprintln!("error: {it}");
            bad.push(name);
        }
    };
    check("format", sh::cargo("fmt").args(["--all", "--check"]));
    check(
        "clippy",
        sh::cargo("clippy").args(["--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    );
    let mut doc = sh::cargo("doc");
    doc.args(["--quiet", "--package=nutgraf", "--lib", "--no-deps", "--all-features"]);
    check("documentation", doc.env("RUSTDOCFLAGS", "-D warnings"));
    // The types of www/pkg are part of what the page is checked against.
    build::build()?;
    check(
        "clippy, for the browser",
        sh::cargo("clippy").args([
            "--quiet",
            "--package=nutgraf",
            "--lib",
            "--no-default-features",
            "--target=wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ]),
    );
    node::need()?;
    check("types of the page's JavaScript", node::tool("tsc").args(["--project", "tsconfig.json"]));
    check("HTML", node::tool("html-validate").arg("www/**/*.html"));
    let extension = sh::target().join("extension");
    extension::bundle(&sh::root().join("www/pkg"), &extension)?;
    let mut web_ext = sh::command("node");
    web_ext.arg(node::apart("web-ext", WEB_EXT)?.join("web-ext/bin/web-ext.js"));
    web_ext
        .args(["lint", "--warnings-as-errors", "--source-dir"])
        .arg(extension.with_file_name("extension-firefox"));
    check("the extension, for Mozilla", &mut web_ext);
    if bad.is_empty() { Ok(()) } else { Err(format!("not clean: {}", bad.join(", ")).into()) }
}
