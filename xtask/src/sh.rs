//! Running other programs, and where things lie.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a word ends with; the message says what to do next.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// The project's folder.
pub fn root() -> PathBuf {
    // Cargo sets it when it runs us; the other is for a program that starts our binary itself.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let own = own.filter(|it| it.ends_with("xtask")).unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    own.parent().expect("xtask lies in the project's folder").to_path_buf()
}

/// The folder that cargo builds in: the one we were built in ourselves, so that it holds with
/// `CARGO_TARGET_DIR` and with any `.cargo/config.toml`.
pub fn target() -> PathBuf {
    let own = std::env::current_exe().ok().and_then(|it| it.canonicalize().ok());
    let above = own.as_deref().and_then(Path::parent).and_then(Path::parent);
    above.map_or_else(|| root().join("target"), Path::to_path_buf)
}

/// A command that runs in the project's folder and reads nothing.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut it = Command::new(program);
    it.current_dir(root()).stdin(Stdio::null());
    it
}

/// Cargo, the one that runs us, building where we were built.
pub fn cargo(word: &str) -> Command {
    let mut it = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    it.arg(word).env("CARGO_TARGET_DIR", target());
    it
}

/// Runs a command whose failure is ours; it prints what it likes.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|it| format!("{}: {it}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", shown(command)).into()) }
}

/// What a command prints on standard output; an error when it fails or is not there.
pub fn output(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|it| format!("{}: {it}", shown(command)))?;
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{} ended with {}\n{}", shown(command), output.status, error.trim()).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A command as a person would type it.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|it| it.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// Installs Debian packages, when this machine has apt and lets us. The error is what a person would type.
pub fn apt(packages: &[&str]) -> Outcome {
    let typed = format!("sudo apt-get update && sudo apt-get install -y {}", packages.join(" "));
    let prefix: &[&str] = if answers("id", &["-u"]).is_some_and(|it| it == "0") {
        &[]
    } else if answers("sudo", &["-n", "true"]).is_some() {
        &["sudo", "-n"]
    } else {
        return Err(format!("type: {typed}").into());
    };
    let apt = |args: &[&str]| {
        let mut words =
            prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).chain(args);
        let mut it = command(words.next().expect("there is a program"));
        it.args(words).stdout(Stdio::null());
        run(&mut it)
    };
    eprintln!("installing {}", packages.join(" "));
    let install = [&["install", "-y", "--no-install-recommends"], packages].concat();
    // A stale list of packages does not always hinder: the second step tells.
    let _ = apt(&["update", "-q"]);
    apt(&install).map_err(|it| format!("{it}. Type: {typed}").into())
}

/// What a command says, trimmed; none when it fails or is not there.
pub fn answers(program: &str, args: &[&str]) -> Option<String> {
    let output = command(program).args(args).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// The arguments of a word: flags, options with a value, and the rest.
pub struct Args {
    rest: Vec<String>,
}

impl Args {
    /// Takes the arguments as they came.
    pub fn new(args: &[String]) -> Args {
        Args { rest: args.to_vec() }
    }

    /// Whether a flag such as `--open` was given.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.rest.len();
        self.rest.retain(|it| it != name);
        self.rest.len() < before
    }

    /// The value after an option such as `--port`.
    pub fn option(&mut self, name: &str) -> Outcome<Option<String>> {
        let Some(idx) = self.rest.iter().position(|it| it == name) else { return Ok(None) };
        if idx + 1 == self.rest.len() {
            return Err(format!("{name} needs a value").into());
        }
        let value = self.rest.remove(idx + 1);
        self.rest.remove(idx);
        Ok(Some(value))
    }

    /// What is left: names.
    pub fn rest(self) -> Outcome<Vec<String>> {
        match self.rest.iter().find(|it| it.starts_with('-')) {
            None => Ok(self.rest),
            Some(it) => Err(format!("there is no option {it:?} here; `cargo xtask` alone lists them").into()),
        }
    }

    /// Nothing may be left.
    pub fn end(self) -> Outcome {
        match self.rest()?.first() {
            None => Ok(()),
            Some(it) => Err(format!("{it:?} means nothing here; `cargo xtask` alone lists the words").into()),
        }
    }
}
