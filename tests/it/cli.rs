//! The command line as a shell sees it: what it prints, where, and with which exit status.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn nutgraf(args: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // From a thread: a program that prints before it has read all would wait for us as we for it.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const RAIN: &str = "Rain stops play\n\nRain stopped play on Monday. \"We will be back,\" the captain said.";

#[test]
fn analyze_reads_standard_input_and_prints_json_when_nobody_watches() {
    let output = nutgraf(&["analyze"], RAIN.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", error(&output));
    let view: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(view["text"], RAIN);
    assert_eq!(view["offsets"], "utf8");
}

#[test]
fn analyze_reads_a_file() {
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/seed/article.txt");
    let output = nutgraf(&["analyze", seed, "--offsets", "char", "--only", "blocks,metadata"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", error(&output));
    let view: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(view["offsets"], "char");
    assert!(view["blocks"].is_array() && view["summary"].is_null());
}

#[test]
fn every_format_prints_something() {
    for format in ["text", "json", "markdown", "html", "annotations"] {
        let output = nutgraf(&["analyze", "--format", format], RAIN.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{format}: {}", error(&output));
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("Rain stopped play on Monday"), "{format}: {text}");
    }
}

#[test]
fn a_line_of_the_summary_says_whom_its_pronoun_means() {
    let text = "Maria Keller has led the port authority of Lindau since spring.\n\nOn Monday, she resigned after a dispute \
        over the cost of the new ferry terminal in the harbor, which nobody wanted to pay for.\n\nIt will open in May.";
    for (format, name) in
        [("text", "[Maria Keller]"), ("markdown", "\\[Maria Keller\\]"), ("html", "[Maria Keller]")]
    {
        let output = nutgraf(&["analyze", "--format", format, "--sentences", "1"], text.as_bytes());
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(printed.contains(&format!("On Monday, she {name} resigned")), "{format}: {printed}");
    }
}

#[test]
fn pasted_markup_stays_text_in_html() {
    let text =
        "Rain <script>alert(1)</script> play\n\nIt rained <img src=x onerror=alert(1)> on Monday & after.";
    let output = nutgraf(&["analyze", "--format", "html", "--input", "text"], text.as_bytes());
    let html = String::from_utf8(output.stdout).unwrap();
    assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{html}");
}

#[test]
fn wrong_usage_is_told_with_status_2() {
    let cases: &[&[&str]] = &[
        &[],
        &["analyse"],
        &["analyze", "no-such-file.txt"],
        &["batch", "no-such-file.jsonl"],
        &["analyze", "--sentences", "three"],
        &["analyze", "--sentences", "3", "--ratio", "0.5"],
        &["analyze", "--ratio", "7"],
        &["analyze", "--only", "everything"],
        &["batch", "--only", "everything"],
        &["analyze", "--offsets", "bytes"],
        &["analyze", "--furniture", "some"],
        &["analyze", "--format", "pdf"],
    ];
    for args in cases {
        let output = nutgraf(args, b"It rained.");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
        assert!(error(&output).len() > 20, "{args:?} tells what to do: {}", error(&output));
    }
}

#[test]
fn any_bytes_give_an_answer() {
    let bytes: Vec<u8> = (0..10_000u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for input in [&b""[..], b"\n", b"\xff\xfe\x00", &bytes] {
        let output = nutgraf(&["analyze"], input);
        assert_eq!(output.status.code(), Some(0), "{}", error(&output));
        let view: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(view["text"].is_string());
    }
}

#[test]
fn a_file_is_decoded_as_a_browser_would() {
    let page = b"<!doctype html><meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0!";
    let utf_16: Vec<u8> = "\u{feff}Zoë was late.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (input, text) in [
        (&page[..], "Привет, мир!"),
        (b"\x93Zo\xeb was late,\x94 he said.", "“Zoë was late,” he said."),
        (&utf_16, "Zoë was late."),
    ] {
        let output = nutgraf(&["analyze"], input);
        let view: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(view["text"], text);
    }
}

#[test]
fn a_bad_line_costs_itself_and_the_rest_goes_on() {
    let input = concat!(
        "{\"id\": 1, \"text\": \"It rained.\"}\n",
        "this is not JSON\n",
        "\n",
        "{\"id\": \"two\", \"text\": \"It rained.\", \"ratio\": 7}\n",
        "{\"id\": [3], \"text\": 5}\n",
        "{\"id\": 4}\n",
        "{\"id\": 5, \"html\": \"<h1>Rain</h1><p>It rained on Monday.\"}\n",
        "{\"id\": 6, \"text\": \"It rained.\", \"unknown\": {}, \"furniture\": \"none\"}",
    );
    let output = nutgraf(&["batch"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1), "{}", error(&output));
    let lines = lines(&output);
    let told: Vec<(String, Option<&str>)> =
        lines.iter().map(|it| (it["id"].to_string(), it["error"]["code"].as_str())).collect();
    let told: Vec<(&str, Option<&str>)> = told.iter().map(|(id, code)| (id.as_str(), *code)).collect();
    assert_eq!(
        told,
        [
            ("1", None),
            ("null", Some("bad_record")),
            ("\"two\"", Some("bad_option")),
            ("[3]", Some("bad_record")),
            ("4", Some("bad_record")),
            ("5", None),
            ("6", None),
        ]
    );
    for line in &lines {
        assert!(line["analysis"].is_object() != line["error"].is_object(), "{line}");
        assert!(line["error"].is_null() || line["error"]["message"].as_str().unwrap().len() > 10, "{line}");
    }
}

#[test]
fn batch_keeps_the_order_and_counts_as_asked() {
    let record = |idx: u32| {
        let text = format!(
            "{}Number {idx} 🌧. {}",
            "🌧".repeat(idx as usize % 7),
            "It rained on Monday. ".repeat(idx as usize % 50)
        );
        serde_json::json!({ "id": idx, "text": text, "furniture": "none" })
    };
    let input: String = (0..1000).map(|it| format!("{}\n", record(it))).collect();
    for unit in ["utf8", "utf16", "char"] {
        let output = nutgraf(&["batch", "--offsets", unit, "--only", "sentences"], input.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", error(&output));
        let lines = lines(&output);
        assert_eq!(lines.len(), 1000);
        for (idx, line) in lines.iter().enumerate() {
            assert_eq!(line["id"], idx);
            let view = &line["analysis"];
            assert_eq!(view["offsets"], unit);
            let text = view["text"].as_str().unwrap().trim_end();
            let end = match unit {
                "utf8" => text.len(),
                "utf16" => text.encode_utf16().count(),
                _ => text.chars().count(),
            };
            assert_eq!(view["sentences"].as_array().unwrap().last().unwrap()["end"], end, "{line}");
        }
    }
}
