//! The command line: arguments, read, call, print.
//!
//! Exit status: 0 when everything was analyzed, 1 when something was not, 2 for wrong usage.

mod analyze;
mod args;
mod batch;
mod decode;
mod json;
mod print;
mod related;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match args::Args::parse().command {
        args::Command::Analyze(args) => analyze::run(&args),
        args::Command::Batch(args) => batch::run(&args),
        args::Command::Related(args) => related::run(&args),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // A reader that has seen enough (`| head`) is no failure.
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("nutgraf: {failure}");
            ExitCode::from(if matches!(failure, Failure::Usage(_)) { 2 } else { 1 })
        }
    }
}

/// Why the command could not do its work; each message says what to do next.
enum Failure {
    /// An argument makes no sense.
    Usage(String),
    /// The text cannot be had.
    Input(String),
    /// The answer cannot be written.
    Output(std::io::Error),
}

impl Failure {
    /// A file that was named and cannot be read: wrong usage.
    fn unreadable(path: &std::path::Path, error: &std::io::Error) -> Failure {
        Failure::Usage(format!(
            "{} cannot be read: {error}; check the name, or leave it out to read standard input",
            path.display()
        ))
    }

    /// A file or folder that cannot be written.
    fn unwritable(path: &std::path::Path, error: &std::io::Error) -> Failure {
        Failure::Output(std::io::Error::new(error.kind(), format!("{}: {error}", path.display())))
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Usage(message) | Failure::Input(message) => f.write_str(message),
            Failure::Output(error) => write!(f, "the answer could not be written: {error}"),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure::Output(error)
    }
}
