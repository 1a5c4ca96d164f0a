//! `cargo xtask test`: everything that tells whether nutgraf works: the native tests, the wasm door in Node, the
//! package, the page and the element in three browser engines. Installs what is missing, goes on after a failure, and
//! ends with one line that counts.

use crate::dist::{extension, npm, one_file, site};
use crate::sh::{self, Args, Outcome};
use crate::{browsers, build, node};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::ops::AddAssign;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[derive(Clone, Copy, Default)]
struct Count {
    passed: usize,
    failed: usize,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

const PARTS: &[&str] = &["native", "wasm", "package", "browsers"];

/// Parts that run only when they are named. Spark is 400 MB to load, wants Java, and tests a recipe that changes when
/// the command line does, which the native tests hold.
const ON_DEMAND: &[&str] = &["spark"];

pub fn run(args: &[String]) -> Outcome {
    let mut args = Args::new(args);
    let engines = args.option("--engines")?;
    let engines: Vec<&str> = match &engines {
        None => browsers::ENGINES.to_vec(),
        Some(names) => names.split(',').collect(),
    };
    if let Some(it) = engines.iter().find(|it| !browsers::ENGINES.contains(it)) {
        return Err(
            format!("no engine is called {it:?}; engines are {}", browsers::ENGINES.join(", ")).into()
        );
    }
    let wanted = args.rest()?;
    let parts = [PARTS, ON_DEMAND].concat();
    if let Some(it) = wanted.iter().find(|it| !parts.contains(&it.as_str())) {
        return Err(format!("no part is called {it:?}; parts are {}", parts.join(", ")).into());
    }

    let mut count = Count::default();
    for part in parts {
        let is_wanted =
            if wanted.is_empty() { PARTS.contains(&part) } else { wanted.iter().any(|it| it == part) };
        if !is_wanted {
            continue;
        }
        let made = match part {
            "native" => native(),
            "wasm" => wasm(),
            "spark" => spark(),
            "package" => package(),
            _ => in_browsers(&engines, &mut count),
        };
        count += made.unwrap_or_else(|it| {
            eprintln!("error: {part} tests: {it}");
            Count { passed: 0, failed: 1 }
        });
    }
    // Alone on its line and the last of all: people and programs read it.
    println!("{} passed, {} failed", count.passed, count.failed);
    if count.failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

/// The tests of the workspace.
fn native() -> Outcome<Count> {
    title("native");
    let mut cargo = sh::cargo("test");
    cargo.args(["--workspace", "--no-fail-fast", "--quiet"]);
    let mut child = cargo.stdout(Stdio::piped()).spawn()?;
    let mut count = Count::default();
    for line in BufReader::new(child.stdout.take().expect("it is piped")).lines() {
        let line = line?;
        println!("{line}");
        // test result: ok. 12 passed; 0 failed; 0 ignored; …
        if let Some(result) = line.strip_prefix("test result: ") {
            let number = |name: &str| {
                let before = result.split(name).next()?.trim_end();
                before.rsplit(|it: char| !it.is_ascii_digit()).next()?.parse::<usize>().ok()
            };
            count.passed += number("passed;").unwrap_or(0);
            count.failed += number("failed;").unwrap_or(0);
        }
    }
    if !child.wait()?.success() && count.failed == 0 {
        return Err("the tests could not be built or ended early".into());
    }
    Ok(count)
}

/// The door to JavaScript, in Node.
fn wasm() -> Outcome<Count> {
    title("the wasm door, in Node");
    node::need()?;
    build::build()?;
    let mut node = sh::command("node");
    node.env("NUTGRAF_CLI", command_line()?);
    node_test(&mut node, "wasm", &files("tests/wasm")?)
}

/// The recipe of docs/archives.md, in local mode; `tests/spark/recipe.py` prints one line a test.
fn spark() -> Outcome<Count> {
    title("the Spark recipe");
    let python = python()?;
    sh::run(sh::cargo("build").args(["--quiet", "--package=nutgraf", "--bin=nutgraf", "--release"]))?;
    let mut recipe = sh::command(python);
    recipe.env("NUTGRAF", sh::target().join("release/nutgraf"));
    recipe.args(["tests/spark/recipe.py", "docs/spark.py", "tests/data/seed/article.txt"]);
    let mut child = recipe.arg(sh::target().join("spark/work")).stdout(Stdio::piped()).spawn()?;
    let mut count = Count::default();
    for line in BufReader::new(child.stdout.take().expect("it is piped")).lines() {
        let line = line?;
        println!("{line}");
        count.passed += usize::from(line.starts_with("ok - "));
        count.failed += usize::from(line.starts_with("not ok - "));
    }
    let status = child.wait()?;
    if count.failed == 0 && !status.success() {
        return Err(format!("the recipe's test ended with {status}").into());
    }
    Ok(count)
}

/// Python with Spark, in a folder of its own.
fn python() -> Outcome<PathBuf> {
    const SPARK: &str = "pyspark==4.3.0";
    if sh::answers("java", &["-version"]).is_none() {
        sh::apt(&["openjdk-17-jre-headless"]).map_err(|it| format!("Spark needs Java 17 or later; {it}"))?;
    }
    let folder = sh::target().join("spark/python");
    let stamp = folder.join(".installed");
    if fs::read_to_string(&stamp).is_ok_and(|it| it == SPARK) {
        return Ok(folder.join("bin/python"));
    }
    let mut venv = sh::command("python3");
    if sh::run(venv.args(["-m", "venv"]).arg(&folder)).is_err() {
        sh::apt(&["python3-venv"]).map_err(|it| format!("Python cannot make a folder for Spark; {it}"))?;
        sh::run(&mut venv)?;
    }
    eprintln!("installing {SPARK} (once, 400 MB)");
    sh::run(sh::command(folder.join("bin/pip")).args(["install", "--quiet", SPARK]))?;
    fs::write(stamp, SPARK)?;
    Ok(folder.join("bin/python"))
}

/// The package, as those who install it use it.
fn package() -> Outcome<Count> {
    title("the package, in Node and through bundlers");
    let mut node = sh::command("node");
    node.env("NUTGRAF_PACKAGE", npm::for_tests()?);
    node.env("NUTGRAF_CLI", command_line()?);
    node_test(&mut node, "package", &files("tests/package")?)
}

/// The page, in each engine.
fn in_browsers(engines: &[&str], count: &mut Count) -> Outcome<Count> {
    node::need()?;
    browsers::need(engines)?;
    build::build()?;
    let package = npm::for_tests()?;
    let files = files("tests/browser")?;
    // Of the wasm that the other tests use: making it small takes minutes.
    let site = sh::target().join("site");
    site::bundle(&sh::root().join("www/pkg"), &site)?;
    let one_file = sh::target().join("nutgraf.html");
    let extension = sh::target().join("extension");
    one_file::bundle(&sh::root().join("www/pkg"), &one_file)?;
    extension::bundle(&sh::root().join("www/pkg"), &extension)?;
    for engine in engines {
        title(&format!("the page, in {engine}"));
        let mut node = browsers::node(engine);
        node.env("NUTGRAF_SERVE", std::env::current_exe()?);
        node.env("NUTGRAF_SITE", &site);
        node.env("NUTGRAF_ONE_FILE", &one_file).env("NUTGRAF_EXTENSION", &extension);
        node.env("NUTGRAF_PACKAGE", &package);
        node.env("SCREENSHOTS", sh::target().join("screenshots"));
        // A test of one engine that cannot start must not keep the others from running.
        *count += node_test(&mut node, engine, &files).unwrap_or_else(|it| {
            eprintln!("error: {engine}: {it}");
            Count { passed: 0, failed: 1 }
        });
    }
    Ok(Count::default())
}

/// The native program, as `cargo test` builds it, to compare with.
fn command_line() -> Outcome<PathBuf> {
    sh::run(sh::cargo("build").args(["--quiet", "--package=nutgraf", "--bin=nutgraf", "--profile=test"]))?;
    Ok(sh::target().join("debug").join(format!("nutgraf{}", std::env::consts::EXE_SUFFIX)))
}

/// The test files of a folder, in order.
fn files(folder: &str) -> Outcome<Vec<PathBuf>> {
    let held = fs::read_dir(sh::root().join(folder))?.collect::<Result<Vec<_>, _>>()?;
    let mut files: Vec<PathBuf> = held.iter().map(|it| it.path()).collect();
    files.retain(|it| it.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}

/// Runs files with Node's test runner, and counts by its TAP report.
fn node_test(node: &mut Command, name: &str, files: &[PathBuf]) -> Outcome<Count> {
    let report = sh::target().join(format!("test-{name}.tap"));
    let _ = fs::remove_file(&report);
    // Files one after another: a browser at a time.
    node.args([
        "--test",
        "--test-concurrency=1",
        "--test-reporter=spec",
        "--test-reporter-destination=stdout",
    ]);
    node.args(["--test-reporter=tap", "--test-reporter-destination"]).arg(&report).args(files);
    let status = node.status().map_err(|it| format!("{}: {it}", sh::shown(node)))?;
    let count = tap(&report).unwrap_or_default();
    if !status.success() && count.failed == 0 {
        return Err(format!("Node ended with {status}").into());
    }
    Ok(count)
}

/// Node sums up at the end of a report: "# pass 3", "# fail 1", "# cancelled 0".
fn tap(report: &Path) -> Option<Count> {
    let text = fs::read_to_string(report).ok()?;
    let sum = |name: &str| {
        let lines =
            text.lines().filter_map(|it| it.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(' '));
        lines.filter_map(|it| it.parse::<usize>().ok()).next_back().unwrap_or(0)
    };
    Some(Count { passed: sum("pass"), failed: sum("fail") + sum("cancelled") })
}

fn title(text: &str) {
    println!("\n== {text}");
    let _ = std::io::stdout().flush();
}
