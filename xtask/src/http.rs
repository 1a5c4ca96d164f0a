//! A small file server for one folder: enough HTTP for browsers on this machine, and the headers that the
//! page is made for. Reads only below its folder; answers GET and HEAD; one thread a connection.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The policy that the page lives under. Whoever hosts the page elsewhere should send the same.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'; trusted-types nutgraf; frame-ancestors 'self'";

/// What is served.
#[derive(Clone)]
pub struct Site {
    /// The folder, as `canonicalize` gives it.
    pub folder: PathBuf,
    /// Whether each request is printed.
    pub log: bool,
}

/// Serves until the program ends.
pub fn serve(listener: &TcpListener, site: &Site) {
    // A browser that goes away in mid answer is no event.
    for stream in listener.incoming().flatten() {
        let site = site.clone();
        thread::spawn(move || {
            let _ = answer(stream, &site);
        });
    }
}

/// Longest head of a request.
const MAX_HEAD: u64 = 64 * 1024;

/// An idle connection is dropped after this long.
const PATIENCE: Duration = Duration::from_secs(20);

/// Answers the requests of one connection.
fn answer(stream: TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut head = reader.by_ref().take(MAX_HEAD);
        let mut first = String::new();
        if head.read_line(&mut first)? == 0 {
            return Ok(());
        }
        let mut keep = first.trim_end().ends_with("HTTP/1.1");
        let mut has_body = false;
        let mut takes_gzip = false;
        loop {
            let mut line = String::new();
            if head.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let line = line.trim_end().to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            keep &= line != "connection: close";
            takes_gzip |= line.starts_with("accept-encoding:") && line.contains("gzip");
            has_body |= line.starts_with("transfer-encoding:")
                || (line.starts_with("content-length:") && line != "content-length: 0");
        }
        // We take no bodies: what follows the head would be read as a request.
        keep &= !has_body;
        let (method, path) = request_line(&first);
        let mut reply = reply(method, path, site);
        if takes_gzip {
            reply.pack()?;
        }
        if site.log {
            println!("{method} {path} {}", reply.status);
        }
        reply.write(&mut writer, method != "HEAD", keep)?;
        if !keep {
            return Ok(());
        }
    }
}

fn request_line(line: &str) -> (&str, &str) {
    let mut words = line.split_ascii_whitespace();
    (words.next().unwrap_or_default(), words.next().unwrap_or_default())
}

struct Reply {
    status: &'static str,
    kind: &'static str,
    is_packed: bool,
    body: Vec<u8>,
}

/// A shorter body goes into one packet as it is.
const MIN_PACKED: usize = 1400;

impl Reply {
    fn plain(status: &'static str) -> Reply {
        Reply {
            status,
            kind: "text/plain; charset=utf-8",
            is_packed: false,
            body: status.as_bytes().to_vec(),
        }
    }

    /// Packs text, as whoever hosts the page does: what is measured here is then near what readers wait for.
    fn pack(&mut self) -> io::Result<()> {
        if self.kind.starts_with("text/") && self.body.len() >= MIN_PACKED {
            let mut packer = GzEncoder::new(Vec::new(), Compression::default());
            packer.write_all(&self.body)?;
            self.body = packer.finish()?;
            self.is_packed = true;
        }
        Ok(())
    }

    fn write(&self, writer: &mut impl Write, with_body: bool, keep: bool) -> io::Result<()> {
        let head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             Content-Security-Policy: {POLICY}\r\nX-Content-Type-Options: nosniff\r\n\
             Referrer-Policy: no-referrer\r\nVary: Accept-Encoding\r\n{}Connection: {}\r\n\r\n",
            self.status,
            self.kind,
            self.body.len(),
            if self.is_packed { "Content-Encoding: gzip\r\n" } else { "" },
            if keep { "keep-alive" } else { "close" },
        );
        writer.write_all(head.as_bytes())?;
        if with_body {
            writer.write_all(&self.body)?;
        }
        writer.flush()
    }
}

fn reply(method: &str, path: &str, site: &Site) -> Reply {
    if !matches!(method, "GET" | "HEAD") {
        return Reply::plain("405 Method Not Allowed");
    }
    let Some(file) = find(path, &site.folder) else { return Reply::plain("404 Not Found") };
    match fs::read(&file) {
        Ok(body) => Reply { status: "200 OK", kind: kind(&file), is_packed: false, body },
        Err(_) => Reply::plain("404 Not Found"),
    }
}

/// The file that a path of the address names; none when there is none, or none below `folder`.
fn find(path: &str, folder: &Path) -> Option<PathBuf> {
    let path = decoded(path.split(['?', '#']).next()?)?;
    let mut file = folder.to_path_buf();
    for segment in path.strip_prefix('/')?.split('/').filter(|it| !it.is_empty()) {
        // Also hides dot files, and refuses a drive or a stream on Windows.
        if segment.starts_with('.') || segment.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(segment);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

/// Percent-decodes; none when that is not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut idx = 0;
    while idx < bytes.len() {
        if bytes[idx] == b'%' {
            let digits = std::str::from_utf8(bytes.get(idx + 1..idx + 3)?).ok()?;
            out.push(u8::from_str_radix(digits, 16).ok()?);
            idx += 3;
        } else {
            out.push(bytes[idx]);
            idx += 1;
        }
    }
    String::from_utf8(out).ok()
}

/// Browsers refuse modules and wasm of another kind.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_below_the_folder_are_found() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap();
        let found = |path: &str| find(path, &folder).is_some();
        for path in ["/Cargo.toml", "/src/http.rs", "/src/%68ttp.rs", "//src//http.rs", "/Cargo.toml?v=1"] {
            assert!(found(path), "{path}");
        }
        for path in [
            "",
            "/",
            "/src",
            "Cargo.toml",
            "/nothing.txt",
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/src/..%2fCargo.toml",
            "/..%5cCargo.toml",
            "/src/../../Cargo.toml",
            "/Cargo.toml%00",
            "/%ff",
            "/%2",
            "http://elsewhere/Cargo.toml",
        ] {
            assert!(!found(path), "{path}");
        }
    }

    #[test]
    fn the_kinds_that_browsers_insist_on() {
        assert_eq!(kind(Path::new("a/nutgraf_bg.wasm")), "application/wasm");
        assert_eq!(kind(Path::new("worker.js")), "text/javascript; charset=utf-8");
        assert_eq!(kind(Path::new("unknown")), "application/octet-stream");
    }

    #[test]
    fn text_is_packed_and_nothing_else() {
        let long = vec![b'a'; 2 * MIN_PACKED];
        for (kind, is_packed) in [("text/css; charset=utf-8", true), ("application/wasm", false)] {
            let mut reply = Reply { status: "200 OK", kind, is_packed: false, body: long.clone() };
            reply.pack().unwrap();
            assert_eq!((reply.is_packed, reply.body.len() < long.len()), (is_packed, is_packed), "{kind}");
            let mut sent = Vec::new();
            reply.write(&mut sent, true, true).unwrap();
            assert_eq!(
                String::from_utf8_lossy(&sent).contains("Content-Encoding: gzip"),
                is_packed,
                "{kind}"
            );
        }
    }

    #[test]
    fn only_reading_is_allowed() {
        let site = Site { folder: Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap(), log: false };
        assert_eq!(reply("POST", "/Cargo.toml", &site).status, "405 Method Not Allowed");
        assert_eq!(reply("HEAD", "/Cargo.toml", &site).status, "200 OK");
    }
}
