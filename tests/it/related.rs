//! `nutgraf related` as a site sees it: what it writes for its pages, what it says of broken ones, what a second run does.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of our own, empty, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("nutgraf-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn related(site: &Path, out: &Path) -> Output {
    related_on(site, out, "2")
}

fn related_on(site: &Path, out: &Path, n_threads: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.arg("related").arg(site).arg("--out").arg(out).env("RAYON_NUM_THREADS", n_threads);
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What was written for pages: every file but the index, by its name.
fn written(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![out.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(out).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                open.push(path);
            } else if name != "related.index" {
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

fn read(out: &Path, file: &str) -> Value {
    serde_json::from_slice(&fs::read(out.join(file)).unwrap()).unwrap()
}

fn titles(view: &Value) -> Vec<&str> {
    view["articles"].as_array().unwrap().iter().map(|it| it["title"].as_str().unwrap()).collect()
}

/// Three stories on a bridge, three on a vaccine, two on a chess match, each told in words of its own.
const STORIES: &[(&str, &str)] = &[
    (
        "Cracks close the Halden bridge",
        "Engineers closed the Halden bridge on Monday after divers found cracks in two of its pillars. Mayor Ingrid Solberg said the bridge over the Tista river would stay shut for at least six weeks. Some 14,000 cars cross it every day. Commuters from Sponvika now take a detour of 40 minutes.",
    ),
    (
        "Ferry replaces broken bridge in Halden",
        "A ferry began to carry commuters across the Tista river on Thursday, two weeks after cracks closed the Halden bridge. The boat takes 60 cars. Mayor Ingrid Solberg rode on the first crossing. Drivers waited for an hour in Sponvika, and many turned back to the detour. The council pays for the boat.",
    ),
    (
        "Who pays for the Halden bridge?",
        "The repair of the Halden bridge will cost 90 million crowns, the council heard on Tuesday. Ingrid Solberg wants the state to pay for the pillars; the ministry says the cracks are the town's own fault. Divers warned of them four years ago. A toll for cars is being discussed.",
    ),
    (
        "Malaria vaccine passes its largest trial",
        "A malaria vaccine protected three children in four in the largest trial so far, doctors in Ouagadougou reported. The trial followed 4,800 children in Burkina Faso and Mali for two years. Halidou Tinto, who led it, said a dose would cost less than four dollars. The vaccine now goes to the regulators.",
    ),
    (
        "First clinics get malaria vaccine",
        "Clinics in the north of Burkina Faso received their first doses of the malaria vaccine on Friday. Nurses hope to reach 200,000 children before the rains. Halidou Tinto, who led the trial, was there when the first child was vaccinated. Each child needs four doses.",
    ),
    (
        "Doses of malaria vaccine run short",
        "Mali will get only half of the malaria vaccine it ordered this year. The maker says one plant cannot fill more doses. Doctors in Bamako fear that children who had their first dose will wait too long for the second. Burkina Faso offered to lend some of its own doses.",
    ),
    (
        "Champion loses first game of chess final",
        "Wei Lin lost the first game of the chess final in Samarkand with the white pieces. The champion overlooked a knight sacrifice on move 31. Her challenger, Dana Petrova, needed five hours for the win. Fourteen games are to be played.",
    ),
    (
        "Draw keeps Petrova ahead in Samarkand",
        "Dana Petrova held the champion to a draw in the second game of the chess final in Samarkand. Wei Lin gave up a pawn for an attack that came to nothing. Petrova leads with a point and a half. The third game is on Sunday.",
    ),
];

fn page(title: &str, text: &str) -> String {
    let paragraphs: String = text.split_inclusive(". ").map(|it| format!("<p>{it}</p>\n")).collect();
    format!(
        "<!doctype html><html lang=en><title>{title} | The Halden Herald</title><nav><a href=/>Home</a> <a href=/news>News</a></nav>\
         <article><h1>{title}</h1>\n{paragraphs}</article><footer>© The Halden Herald. All rights reserved.</footer></html>"
    )
}

fn lines(order: impl Iterator<Item = usize>) -> String {
    let line = |it: usize| {
        let (title, text) = STORIES[it];
        json!({ "id": format!("story-{it}"), "url": format!("https://herald.example/{it}"), "title": title, "text": text, "furniture": "none" })
    };
    order.map(|it| format!("{}\n", line(it))).collect()
}

#[test]
fn every_article_gets_those_on_its_own_story() {
    let folder = Folder::new("stories");
    folder.write("site.jsonl", lines(0..STORIES.len()));
    let out = folder.path("out");
    let output = related(&folder.path("site.jsonl"), &out);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for (idx, story) in [0..3, 0..3, 0..3, 3..6, 3..6, 3..6, 6..8, 6..8].into_iter().enumerate() {
        let view = read(&out, &format!("story-{idx}.json"));
        let mut found = titles(&view);
        let mut wanted: Vec<&str> = story.filter(|it| *it != idx).map(|it| STORIES[it].0).collect();
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{}", STORIES[idx].0);
    }
    let view = read(&out, "story-0.json");
    assert_eq!(view["schema"], 1);
    for it in view["articles"].as_array().unwrap() {
        let similarity = it["similarity"].as_f64().unwrap();
        assert!(similarity > 0.0 && similarity < 1.0, "{it}");
        assert!(it["url"].as_str().unwrap().starts_with("https://herald.example/"), "{it}");
        let names = it["names"].as_array().unwrap();
        assert!(names.iter().any(|it| it.as_str().unwrap().contains("Solberg")), "{it}");
        assert!(it["phrases"].is_array(), "{it}");
    }
}

#[test]
fn neither_the_order_nor_the_number_of_threads_shows() {
    let folder = Folder::new("order");
    folder.write("a.jsonl", lines(0..STORIES.len()));
    folder.write("b.jsonl", lines((0..STORIES.len()).rev()));
    related_on(&folder.path("a.jsonl"), &folder.path("a"), "1");
    related_on(&folder.path("b.jsonl"), &folder.path("b"), "4");
    assert_eq!(written(&folder.path("a")), written(&folder.path("b")));
}

#[test]
fn a_folder_of_pages_with_broken_ones_among_them() {
    let folder = Folder::new("pages");
    for (idx, (title, text)) in STORIES.iter().enumerate() {
        folder.write(&format!("site/news/{idx}/index.html"), page(title, text));
    }
    folder.write(
        "site/index.html",
        "<!doctype html><title>Herald</title><ul><li><a href=/news/0/>Bridge</a></ul>",
    );
    folder.write("site/picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01");
    folder.write("site/empty.htm", " \n");
    folder.write("site/cut.html", &page(STORIES[0].0, STORIES[0].1)[..90]);
    folder.write("site/old.html", {
        // As pages were written before UTF-8.
        let text = page("A café closes", "The café at the market of Vence closes after 80 years. Zoë Bérard sold it on Sunday to a bank. The guests sang until four, and the last croissant was given to a dog.");
        text.chars().map(|it| it as u32 as u8).collect::<Vec<u8>>()
    });
    folder.write("site/style.css", "body { color: red }");
    folder.write("site/.git/page.html", page("Nobody sees this", STORIES[2].1));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path("site"), folder.path("site/circle")).unwrap();
        std::os::unix::fs::symlink(folder.path("nowhere"), folder.path("site/dangling.html")).unwrap();
    }
    // Into the site itself, as many would.
    let out = folder.path("site/related");
    let output = related(&folder.path("site"), &out);
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    for name in ["index.html", "picture.html", "empty.htm", "cut.html"] {
        let n_lines = told.lines().filter(|it| it.contains(&format!(" {name} is left out: "))).count();
        assert_eq!(n_lines, 1, "{name} in {told}");
    }
    assert!(!told.contains("style.css") && !told.contains(".git"), "{told}");
    let view = read(&out, "news/0/index.html.json");
    let urls: Vec<&str> =
        view["articles"].as_array().unwrap().iter().map(|it| it["url"].as_str().unwrap()).collect();
    assert!(urls.contains(&"/news/1/") && urls.contains(&"/news/2/"), "{view}");
    assert_eq!(titles(&view).len(), 2, "{view}");
    assert!(read(&out, "old.html.json")["articles"].is_array());
    // Nothing changed: nothing is read, nothing is written.
    let again = said(&related(&folder.path("site"), &out));
    assert!(again.contains("(0 read, 0 gone)") && again.contains(" 0 files written"), "{again}");
}

#[test]
fn a_copy_of_a_story_is_not_offered() {
    let folder = Folder::new("copies");
    let mut site = lines(0..3);
    let copy = STORIES[1].1.replace("60 cars", "70 cars");
    site += &format!(
        "{}\n",
        json!({ "id": "copy", "title": "Boat instead of bridge", "text": copy, "furniture": "none" })
    );
    folder.write("site.jsonl", site);
    let out = folder.path("out");
    let output = related(&folder.path("site.jsonl"), &out);
    assert!(said(&output).contains("2 the same story as another"), "{}", said(&output));
    // Once from elsewhere, never from the copy itself.
    assert_eq!(titles(&read(&out, "story-0.json")).len(), 2);
    assert!(!titles(&read(&out, "story-1.json")).contains(&"Boat instead of bridge"));
    assert!(!titles(&read(&out, "copy.json")).contains(&STORIES[1].0));
}

#[test]
fn what_is_added_changed_and_removed_leads_to_what_one_run_would_have_written() {
    let folder = Folder::new("steps");
    let (site, out) = (folder.path("site.jsonl"), folder.path("out"));
    folder.write("site.jsonl", lines(0..5));
    related(&site, &out);
    folder.write("site.jsonl", lines(1..STORIES.len()).replace("14 games", "12 games"));
    let told = said(&related(&site, &out));
    assert!(told.contains("(3 read, 1 gone)"), "{told}");
    let whole = folder.path("whole");
    related(&site, &whole);
    assert_eq!(written(&out), written(&whole));
    assert!(!out.join("story-0.json").exists());
}

#[test]
fn weights_stay_while_a_site_changes_little() {
    let folder = Folder::new("weights");
    let (site, out) = (folder.path("site.jsonl"), folder.path("out"));
    // Forty stories: each of ours in five wordings.
    let text = |idx: usize| {
        let (title, text) = STORIES[idx % 8];
        let sentences: Vec<&str> = text.split_inclusive(". ").collect();
        let turned: Vec<&str> = (0..3).map(|it| sentences[(idx / 8 + it) % sentences.len()]).collect();
        json!({ "id": idx, "title": format!("{title} {idx}"), "text": turned.concat(), "furniture": "none" })
            .to_string()
            + "\n"
    };
    let whole: String = (0..40).map(text).collect();
    folder.write("site.jsonl", &whole);
    related(&site, &out);
    let first = written(&out);
    folder.write("site.jsonl", (0..38).map(text).collect::<String>());
    let told = said(&related(&site, &out));
    assert!(told.contains("(0 read, 2 gone)"), "{told}");
    folder.write("site.jsonl", &whole);
    let told = said(&related(&site, &out));
    assert!(told.contains("(2 read, 0 gone)"), "{told}");
    assert_eq!(written(&out), first);
}

#[test]
fn a_broken_index_costs_time_and_nothing_else() {
    let folder = Folder::new("index");
    let (site, out) = (folder.path("site.jsonl"), folder.path("out"));
    folder.write("site.jsonl", lines(0..STORIES.len()));
    related(&site, &out);
    let (files, index) = (written(&out), fs::read(out.join("related.index")).unwrap());
    let mut flipped = index.clone();
    flipped[index.len() / 2] ^= 4;
    for broken in [&index[..index.len() / 3], &flipped, b"", b"nutgraf related 1\n", &[0xff; 100]] {
        fs::write(out.join("related.index"), broken).unwrap();
        let output = related(&site, &out);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).contains("everything is read anew"), "{}", said(&output));
        assert_eq!(written(&out), files);
    }
}

#[test]
fn bad_lines_cost_themselves() {
    let folder = Folder::new("lines");
    let mut site = lines(0..STORIES.len()).into_bytes();
    site.extend(
        b"not JSON\n\n{\"id\": 1}\n{\"text\": \"It rained.\"}\n{\"id\": \"\xff\", \"text\": \"x\"}\n",
    );
    site.extend(lines(0..1).replace("Monday", "Tuesday").into_bytes());
    folder.write("site.jsonl", site);
    let output = related(&folder.path("site.jsonl"), &folder.path("out"));
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    for number in [9, 11, 12, 13, 14] {
        assert!(told.contains(&format!("line {number} is left out: ")), "{number} in {told}");
    }
    assert!(told.contains("8 articles (8 read"), "{told}");
}

#[test]
fn wrong_usage_of_related_is_told_with_status_2() {
    let folder = Folder::new("usage");
    folder.write("file", "x");
    folder.write("empty/x.txt", "no page");
    folder.write("site.jsonl", lines(0..2));
    let cases = [("nowhere", "out"), ("empty", "out"), ("site.jsonl", "file")];
    for (site, out) in cases {
        let output = related(&folder.path(site), &folder.path(out));
        assert_eq!(output.status.code(), Some(2), "{site}: {}", said(&output));
        assert!(said(&output).len() > 20 && !folder.path("out").exists(), "{site}: {}", said(&output));
    }
}
