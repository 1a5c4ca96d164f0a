//! Three real browsers and their drivers, installed when they are missing. Nothing is fetched while a test
//! runs: npm's drivers download a browser of their own, these are the system's.

use crate::sh::{self, Outcome};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The engines, by the name of the browser that stands for each.
pub const ENGINES: &[&str] = &["chromium", "firefox", "webkit"];

/// What each engine needs: a file that tells whether it is there, and the package that brings it.
const NEEDS: &[(&str, &str, &str)] = &[
    ("chromium", "chromium", "chromium"),
    ("chromium", "chromedriver", "chromium-driver"),
    ("firefox", "firefox-esr", "firefox-esr"),
    ("webkit", "WebKitWebDriver", "webkit2gtk-driver"),
    ("webkit", "MiniBrowser", "libwebkit2gtk-4.1-0"),
    ("webkit", "xvfb-run", "xvfb"),
    ("webkit", "xauth", "xauth"),
];

const GECKODRIVER: &str = "0.37.1";

/// Sees that the engines and their drivers are here.
pub fn need(engines: &[&str]) -> Outcome {
    let missing: Vec<&str> = NEEDS
        .iter()
        .filter(|(engine, program, _)| engines.contains(engine) && path(program).is_none())
        .map(|(_, _, package)| *package)
        .collect();
    if !missing.is_empty() {
        sh::apt(&missing).map_err(|it| format!("browsers are missing; {it}"))?;
    }
    if engines.contains(&"firefox") && geckodriver().is_none() {
        install_geckodriver()?;
    }
    Ok(())
}

/// A command that runs Node with one engine.
pub fn node(engine: &str) -> Command {
    let mut it = if engine == "webkit" {
        // Without a display WebKit's driver waits forever and says nothing.
        let mut it = sh::command("xvfb-run");
        it.args(["-a", "--server-args=-screen 0 1600x1200x24", "node"]);
        it
    } else {
        sh::command("node")
    };
    it.env("ENGINE", engine);
    for (name, program) in [
        ("CHROMIUM", "chromium"),
        ("CHROMEDRIVER", "chromedriver"),
        ("FIREFOX", "firefox-esr"),
        ("WEBKITDRIVER", "WebKitWebDriver"),
        ("MINIBROWSER", "MiniBrowser"),
    ] {
        if let Some(path) = path(program) {
            it.env(name, path);
        }
    }
    if let Some(path) = geckodriver() {
        it.env("GECKODRIVER", path);
    }
    it
}

/// Debian has no geckodriver, and npm's downloads a program while it installs.
fn install_geckodriver() -> Outcome {
    eprintln!("building geckodriver (once, a few minutes)");
    let tools = sh::target().join("tools");
    let mut cargo = sh::cargo("install");
    cargo.args(["--quiet", "--locked", "--version", GECKODRIVER, "geckodriver", "--root"]).arg(&tools);
    cargo.env("CARGO_TARGET_DIR", tools.join("build"));
    sh::run(&mut cargo).map_err(|it| format!("{it}. Type: cargo install --locked geckodriver"))?;
    // The program stays, what it was made of is half a gigabyte.
    let _ = fs::remove_dir_all(tools.join("build"));
    Ok(())
}

fn geckodriver() -> Option<PathBuf> {
    let own = sh::target().join("tools/bin/geckodriver");
    if own.is_file() { Some(own) } else { path("geckodriver") }
}

/// Where a program lies.
fn path(program: &str) -> Option<PathBuf> {
    if program == "MiniBrowser" {
        // One folder an architecture: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1
        let held = fs::read_dir("/usr/lib").ok()?.flatten();
        return held.map(|it| it.path().join("webkit2gtk-4.1/MiniBrowser")).find(|it| it.is_file());
    }
    let paths = std::env::var_os("PATH")?;
    let mut folders = std::env::split_paths(&paths).chain([Path::new("/usr/bin").to_path_buf()]);
    folders.find_map(|it| Some(it.join(program)).filter(|it| it.is_file()))
}
