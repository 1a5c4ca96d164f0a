//! What the README tells people to type works. (Its Rust is a doctest, its JavaScript is run in Node.)

use std::fs;
use std::process::Command;

#[test]
fn every_line_for_the_shell_does_its_work() {
    let readme = include_str!("../../README.md");
    let (_, shell) =
        readme.split_once("### In the shell\n\n```sh\n").expect("the README has a part for the shell");
    let (lines, _) = shell.split_once("```").unwrap();
    // An empty folder with what the lines name.
    let folder = std::env::temp_dir().join(format!("nutgraf-{}-readme", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("site")).unwrap();
    let story = "Rain stops play\n\nRain stopped play in Leeds on Monday after two hours of cricket. \"We will be back,\" the captain, Ann Lee, said to the many people who had come.\n";
    let page = format!(
        "<!doctype html><title>Rain</title><article><h1>Rain stops play</h1><p>{story}</p></article>"
    );
    let record = serde_json::json!({ "id": 1, "text": story });
    fs::write(folder.join("article.txt"), story).unwrap();
    fs::write(folder.join("page.html"), &page).unwrap();
    fs::write(folder.join("site/rain.html"), &page).unwrap();
    fs::write(folder.join("articles.jsonl"), format!("{record}\n")).unwrap();
    let mut n_run = 0;
    for line in lines.lines().filter(|it| it.starts_with("target/release/nutgraf")) {
        let line = line.replace("target/release/nutgraf", env!("CARGO_BIN_EXE_nutgraf"));
        let output = Command::new("sh").args(["-c", &line]).current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        n_run += 1;
    }
    assert!(n_run >= 4, "{lines}");
    assert!(fs::read_to_string(folder.join("analyses.jsonl")).unwrap().contains("\"analysis\""));
    assert!(folder.join("site/related/rain.html.json").is_file());
    fs::remove_dir_all(folder).unwrap();
}
