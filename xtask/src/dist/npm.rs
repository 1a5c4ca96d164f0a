//! `dist/npm`: the package, as npm would send it: modules bundled as far as one needs them together, the worker's
//! script, the wasm, the types. All lie in one folder, so that each finds the others beside itself, and a page without
//! a bundler can copy the folder.

use super::{Sized, measure, wasm};
use crate::sh::{self, Outcome};
use crate::{build, node};
use std::fs;
use std::path::{Path, PathBuf};

/// Makes `dist/npm` anew, with the wasm as it is handed out.
pub fn make() -> Outcome<Vec<Sized>> {
    let out = sh::root().join("dist/npm");
    node::need()?;
    build::build()?;
    from(&wasm::make()?, &out)?;
    let mut files: Vec<PathBuf> =
        fs::read_dir(&out)?.map(|it| it.map(|it| it.file_name().into())).collect::<Result<_, _>>()?;
    files.sort();
    measure(&out, &files)
}

/// The package with the wasm that tests use, which takes seconds to make; gives its folder.
pub fn for_tests() -> Outcome<PathBuf> {
    let out = sh::target().join("npm");
    node::need()?;
    build::build()?;
    from(&sh::root().join("www/pkg"), &out)?;
    Ok(out)
}

/// What scripts for browsers and for Node have in common.
const OPTIONS: &[&str] = &[
    "--bundle",
    "--minify",
    "--charset=utf8",
    "--legal-comments=none",
    "--log-level=warning",
    "--format=esm",
];

/// Makes the package in `out` from the wasm and its JavaScript in `core`.
fn from(core: &Path, out: &Path) -> Outcome {
    let root = sh::root();
    let stage = stage(core)?;
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out)?;
    let bundle = |options: &[&str], entries: &[(&str, &str)]| {
        let mut esbuild = sh::command(node::binary("esbuild"));
        esbuild.args(OPTIONS).args(options).arg(format!("--outdir={}", out.display()));
        let entries = entries.iter().map(|(name, path)| format!("{name}={}", stage.join(path).display()));
        sh::run(esbuild.args(entries))
    };
    // A classic script without `import.meta`: bundlers copy it as it is, and every way of starting a worker takes it.
    bundle(&["--format=iife"], &[("worker", "www/lib/worker.js")])?;
    // What both need lies in parts that they share: one worker serves a page that uses both.
    bundle(
        &["--splitting", "--chunk-names=part-[hash]"],
        &[("index", "www/lib/index.js"), ("element", "www/lib/define.js")],
    )?;
    bundle(
        &["--platform=node", "--external:./worker.js"],
        &[("node", "npm/node.js"), ("worker-node", "npm/worker-node.js")],
    )?;
    for (from, to) in [
        (core.join("nutgraf_bg.wasm"), "nutgraf.wasm"),
        (core.join("nutgraf.supplement"), "nutgraf.supplement"),
        (core.join("nutgraf.languages"), "nutgraf.languages"),
        (root.join("www/lib/index.d.ts"), "index.d.ts"),
        (root.join("npm/element.d.ts"), "element.d.ts"),
        (root.join("npm/worker.d.ts"), "worker.d.ts"),
        (root.join("npm/inline.d.ts"), "inline.d.ts"),
        (root.join("npm/custom-elements.json"), "custom-elements.json"),
        (root.join("npm/README.md"), "README.md"),
        (root.join("LICENSE-MIT"), "LICENSE-MIT"),
        (root.join("LICENSE-APACHE"), "LICENSE-APACHE"),
        (root.join("src/model/LICENSE.md"), "LICENSE-MODELS.md"),
    ] {
        fs::copy(&from, out.join(to)).map_err(|it| format!("{}: {it}", from.display()))?;
    }
    let package = fs::read_to_string(root.join("npm/package.json"))?;
    fs::write(out.join("package.json"), package.replacen("0.0.0", &version()?, 1))?;
    // The door with everything in it takes the worker and the files as they came out.
    fs::write(
        stage.join("npm/contents.js"),
        format!(
            "import worker from {:?};\nimport wasm from {:?};\nimport supplement from {:?};\n\
             import languages from {:?};\nexport {{ worker, wasm, supplement, languages }};\n",
            fs::canonicalize(out.join("worker.js"))?.with_extension("text"),
            fs::canonicalize(out.join("nutgraf.wasm"))?,
            fs::canonicalize(out.join("nutgraf.supplement"))?,
            fs::canonicalize(out.join("nutgraf.languages"))?,
        ),
    )?;
    let text = out.join("worker.text");
    fs::copy(out.join("worker.js"), &text)?;
    bundle(
        &[
            "--loader:.text=text",
            "--loader:.wasm=base64",
            "--loader:.supplement=base64",
            "--loader:.languages=base64",
        ],
        &[("inline", "npm/inline.js")],
    )?;
    Ok(fs::remove_file(text)?)
}

/// The version of the core: the first one in its manifest.
fn version() -> Outcome<String> {
    let manifest = fs::read_to_string(sh::root().join("Cargo.toml"))?;
    let line = manifest.lines().find_map(|it| it.strip_prefix("version = "));
    Ok(line.ok_or("Cargo.toml tells no version")?.trim_matches('"').to_string())
}

/// A copy of the modules, with the package's own places among them; gives its folder.
fn stage(core: &Path) -> Outcome<PathBuf> {
    let stage = sh::target().join("npm-stage");
    if stage.exists() {
        fs::remove_dir_all(&stage)?;
    }
    copy(&sh::root().join("npm"), &stage.join("npm"))?;
    copy(&sh::root().join("www/lib"), &stage.join("www/lib"))?;
    fs::copy(stage.join("npm/places.js"), stage.join("www/lib/places.js"))?;
    fs::create_dir_all(stage.join("www/pkg"))?;
    fs::copy(core.join("nutgraf.js"), stage.join("www/pkg/nutgraf.js"))?;
    Ok(stage)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let to = to.join(path.file_name().expect("it came from a folder"));
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(&path, to)?;
        }
    }
    Ok(())
}
