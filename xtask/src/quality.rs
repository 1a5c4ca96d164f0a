//! `cargo xtask quality`: the ratchet. Runs the scoreboard over labelled data that lies beside the project and
//! compares every figure with `docs/quality.json`: none may fall by more than a little. `--accept` writes the
//! new figures, and `docs/quality.md` for people.
//!
//! `--sample` takes the first records of each file, which is quick enough for every change; its figures stand
//! apart from those of the whole files and are compared with a sample alone.

use crate::sh::{self, Args, Outcome};
use serde_json::{Map, Value};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// A figure may fall by this much before it counts: choices between equals shift a few records.
const SLACK: f64 = 0.5;

/// Records of each file that a sample takes.
const SAMPLE: usize = 150;

/// Where the scoreboard and its data are looked for.
const EVAL: &str = "../shared/eval";

const FIGURES: &str = "docs/quality.json";
const TABLES: &str = "docs/quality.md";

pub fn run(args: &[String]) -> Outcome {
    let mut args = Args::new(args);
    let accept = args.flag("--accept");
    let sample = args.flag("--sample");
    let eval = args.option("--eval")?;
    args.end()?;

    let folder = sh::root().join(eval.as_deref().unwrap_or(EVAL));
    let Ok(folder) = folder.canonicalize() else {
        if eval.is_some() {
            return Err(format!("there is no folder {}", folder.display()).into());
        }
        println!(
            "nothing to score with: {EVAL} does not lie beside the project (name another with --eval DIR)"
        );
        return Ok(());
    };
    let part = if sample { "sample" } else { "full" };
    let now = scores(&folder, sample.then_some(SAMPLE))?;
    let path = sh::root().join(FIGURES);
    let mut held: Map<String, Value> = match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).map_err(|it| format!("{FIGURES}: {it}"))?,
        Err(_) => Map::new(),
    };
    let none = Map::new();
    let before = held.get(part).and_then(Value::as_object).unwrap_or(&none);
    let fallen = compare(before, &now);
    if accept {
        held.insert(part.into(), Value::Object(now));
        fs::write(&path, serde_json::to_string_pretty(&held)? + "\n")?;
        fs::write(sh::root().join(TABLES), tables(&held))?;
        println!("wrote {FIGURES} and {TABLES}");
        return Ok(());
    }
    if before.is_empty() {
        return Err(format!("{FIGURES} holds no {part} figures yet: {}", typed(sample, true)).into());
    }
    if fallen.is_empty() {
        println!("no figure fell by more than {SLACK}");
        return Ok(());
    }
    for it in &fallen {
        eprintln!("{it}");
    }
    Err(format!(
        "{} figures fell by more than {SLACK}; where that is meant: {}",
        fallen.len(),
        typed(sample, true)
    )
    .into())
}

/// The command, as a person types it.
fn typed(sample: bool, accept: bool) -> String {
    let words =
        ["cargo xtask quality", if sample { "--sample" } else { "" }, if accept { "--accept" } else { "" }];
    words.iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// Figures by task, file and name.
type Scores = Map<String, Value>;

/// Runs the scoreboard, which prints its own table.
fn scores(eval: &Path, limit: Option<usize>) -> Outcome<Scores> {
    // Half as quick as the release build, built in a fraction of the time, and the figures are the same.
    sh::run(sh::cargo("build").args(["--quiet", "--package=nutgraf", "--bin=nutgraf", "--profile=quick"]))?;
    let python = python(&eval.join("requirements.txt"))?;
    let out = sh::target().join("quality.json");
    let _ = fs::remove_file(&out);
    let mut command = sh::command(python);
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    command.arg(eval.join("scoreboard.py")).arg("--cli").arg(sh::target().join("quick/nutgraf"));
    if let Some(limit) = limit {
        command.args(["--limit", &limit.to_string()]);
    }
    sh::run(command.arg("--json").arg(&out))?;
    let raw: Scores = serde_json::from_str(&fs::read_to_string(out)?)?;
    rounded(raw)
}

/// The figures without what changes from run to run, at two decimals.
fn rounded(mut scores: Scores) -> Outcome<Scores> {
    for (task, files) in &mut scores {
        for (file, figures) in files.as_object_mut().into_iter().flatten() {
            let figures = figures.as_object_mut().ok_or("the scoreboard wrote another shape")?;
            if figures.get("_errors").and_then(Value::as_u64).unwrap_or(0) > 0 {
                return Err(format!("{task} {file}: some records gave an error").into());
            }
            figures.retain(|name, value| !name.starts_with('_') && value.is_number());
            for value in figures.values_mut() {
                let number = value.as_f64().unwrap_or(0.0);
                *value = Value::from((number * 100.0).round() / 100.0);
            }
        }
    }
    Ok(scores)
}

/// What fell or is gone, told one a line; prints what rose.
fn compare(before: &Scores, now: &Scores) -> Vec<String> {
    let mut fallen = Vec::new();
    for (task, file, name, was) in figures(before) {
        match now.get(task).and_then(|it| it.get(file)?.get(name)?.as_f64()) {
            None => fallen.push(format!("{task} {file} {name}: was {was:.2}, is not scored any more")),
            Some(is) if is < was - SLACK => {
                fallen.push(format!("{task} {file} {name}: {was:.2} fell to {is:.2}"))
            }
            Some(is) if is > was + SLACK => println!("{task} {file} {name}: {was:.2} rose to {is:.2}"),
            Some(_) => {}
        }
    }
    fallen
}

/// Every figure: task, file, name, value.
fn figures(scores: &Scores) -> impl Iterator<Item = (&str, &str, &str, f64)> {
    fn fields(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
        value.as_object().into_iter().flatten().map(|(name, it)| (name.as_str(), it))
    }
    scores.iter().flat_map(|(task, files)| {
        fields(files).flat_map(move |(file, all)| {
            fields(all).filter_map(move |(name, it)| Some((task.as_str(), file, name, it.as_f64()?)))
        })
    })
}

/// Python with the packages that the scorers need, in a place of their own.
fn python(requirements: &Path) -> Outcome<PathBuf> {
    let venv = sh::target().join("venv");
    let python = venv.join("bin/python3");
    let stamp = venv.join(".installed-from");
    let wanted = fs::read_to_string(requirements)?;
    if python.is_file() && fs::read_to_string(&stamp).is_ok_and(|it| it == wanted) {
        return Ok(python);
    }
    let make = || sh::output(sh::command("python3").args(["-m", "venv"]).arg(&venv));
    if make().is_err() {
        // Debian packs the part that makes such places apart.
        sh::apt(&["python3", "python3-venv"]).map_err(|it| format!("Python 3.9 or later is needed; {it}"))?;
        make()?;
    }
    sh::run(
        sh::command(&python).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(requirements),
    )?;
    fs::write(stamp, wanted)?;
    Ok(python)
}

/// The figures as tables for people.
fn tables(held: &Map<String, Value>) -> String {
    let mut out = String::from(
        "# Quality, in figures\n\n\
         Made by `cargo xtask quality --accept` from [quality.json](quality.json); do not edit. What the figures mean, \
         how they compare with others and what falls short is told by hand in [quality/](quality/).\n\n\
         Figures are percentages, higher is better. They are of development data, which is not part of the project: \
         the command needs the scoreboard and its data in `../shared` (or `--eval DIR`).\n",
    );
    for (part, title) in [("full", "Whole files"), ("sample", "A sample")] {
        let Some(scores) = held.get(part).and_then(Value::as_object) else { continue };
        let sample = part == "sample";
        let _ = write!(out, "\n## {title}\n\n");
        if sample {
            let _ = writeln!(
                out,
                "The first {SAMPLE} records of each file: what every change is checked against.\n"
            );
        }
        let _ = writeln!(out, "`{}`", typed(sample, false));
        for (task, files) in scores {
            let _ = write!(out, "\n### {task}\n\n{}", table(files));
        }
    }
    out
}

/// One task: a row a file, a column a figure.
fn table(files: &Value) -> String {
    let rows: Vec<_> = files.as_object().into_iter().flatten().collect();
    let mut names: Vec<&str> = Vec::new();
    for (_, figures) in &rows {
        let all = figures.as_object().into_iter().flatten();
        names.extend(all.map(|(name, _)| name.as_str()));
    }
    names.sort_unstable();
    names.dedup();
    let mut out = format!("| file | {} |\n| --- |{}\n", names.join(" | "), " ---: |".repeat(names.len()));
    let cell = |value: Option<f64>| value.map_or(String::new(), |it| format!("{it:.1}"));
    for (file, figures) in &rows {
        let cells: Vec<String> =
            names.iter().map(|it| cell(figures.get(*it).and_then(Value::as_f64))).collect();
        let _ = writeln!(out, "| {file} | {} |", cells.join(" | "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(text: &str) -> Scores {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn only_a_fall_beyond_the_slack_counts() {
        let before = scores(r#"{"a": {"x": {"F1": 90.0, "R": 50.0}, "y": {"F1": 10.0}}}"#);
        assert!(compare(&before, &before).is_empty());
        let better = scores(r#"{"a": {"x": {"F1": 99.0, "R": 49.6}, "y": {"F1": 10.0}}, "b": {}}"#);
        assert!(compare(&before, &better).is_empty());
        let worse = scores(r#"{"a": {"x": {"F1": 89.4, "R": 50.0}}}"#);
        assert_eq!(compare(&before, &worse).len(), 2);
    }

    #[test]
    fn what_changes_from_run_to_run_is_left_out() {
        let raw = scores(r#"{"a": {"x": {"F1": 89.456789, "_seconds": 3, "_errors": 0, "none": null}}}"#);
        assert_eq!(serde_json::to_string(&rounded(raw).unwrap()).unwrap(), r#"{"a":{"x":{"F1":89.46}}}"#);
        assert!(rounded(scores(r#"{"a": {"x": {"_errors": 1}}}"#)).is_err());
    }

    #[test]
    fn a_table_has_a_row_a_file() {
        let files: Value = serde_json::from_str(r#"{"x": {"F1": 90.0}, "y": {"R": 1.25}}"#).unwrap();
        assert_eq!(
            table(&files),
            "| file | F1 | R |\n| --- | ---: | ---: |\n| x | 90.0 |  |\n| y |  | 1.2 |\n"
        );
    }
}
