//! `cargo xtask serve`: builds what the page needs and serves it on this machine alone.

use crate::build;
use crate::http::{self, Site};
use crate::sh::{self, Args, Outcome};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

pub fn run(args: &[String]) -> Outcome {
    let mut args = Args::new(args);
    let open = args.flag("--open");
    let log = args.flag("--log");
    let no_build = args.flag("--no-build");
    let dir = args.option("--dir")?;
    let port = args.option("--port")?.unwrap_or_else(|| "8787".into());
    let port: u16 = port.parse().map_err(|_| format!("--port is a number up to 65535, not {port:?}"))?;
    args.end()?;

    // First of all the port: nobody should wait for a build to hear that it is taken.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|it| refused(port, &it))?;
    if !no_build {
        build::build()?;
    }
    let folder = sh::root().join(dir.unwrap_or_else(|| "www".into()));
    let folder = folder.canonicalize().map_err(|it| format!("{}: {it}", folder.display()))?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("nutgraf is at {address}  (Ctrl+C ends it)");
    if open {
        show(&address);
    }
    http::serve(&listener, &Site { folder, log });
    Ok(())
}

fn refused(port: u16, error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::AddrInUse => {
            let next = port.checked_add(1).unwrap_or(8787);
            format!(
                "port {port} is in use, perhaps by another `cargo xtask serve`. Type: cargo xtask serve --port {next}"
            )
        }
        ErrorKind::PermissionDenied => {
            format!("port {port} is not for everybody's use. Type: cargo xtask serve --port 8787")
        }
        _ => {
            format!("cannot listen on port {port}: {error}. Type: cargo xtask serve --port 0 (any free port)")
        }
    }
}

/// Opens the address in the person's browser; the address was printed, so failing is no harm.
fn show(address: &str) {
    let (program, args): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    if sh::command(program).args(args).arg(address).spawn().is_err() {
        println!("no browser could be started from here: open the address yourself");
    }
}
