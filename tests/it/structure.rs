//! Structure: blocks, roles and metadata of plain text and of HTML.

use nutgraf::read::html;
use nutgraf::read::metadata::Metadata;
use nutgraf::text::Offsets;
use nutgraf::{Furniture, Options, Unit, analyze, analyze_with};
use serde_json::{Value, json};

/// The blocks of a text, each with its role.
fn roles(text: &str, options: &Options) -> Vec<(&'static str, String)> {
    let analysis = analyze(text, options);
    analysis.document.blocks.iter().map(|it| (it.role.name(), it.span.of(text).to_string())).collect()
}

const BODY: &str = "Rain stopped play at the County Ground on Monday, and the captain said that the team would be back as soon as the covers were off.";

#[test]
fn a_pasted_page_has_its_parts_named() {
    let text = format!(
        "The Paper\n\nRain stops play at the County Ground\n\n{BODY}\n\nWhy it rained\n\n{BODY} It was wet.\n\n{BODY} It was cold.\n\nSimilar Articles\n\nAnother story about the rain"
    );
    let got: Vec<&str> = roles(&text, &Options::default()).iter().map(|it| it.0).collect();
    assert_eq!(got[..3], ["site", "headline", "paragraph"]);
    assert_eq!(got[6..], ["furniture", "furniture"]);
}

/// The last paragraph was the headline, the first and third were furniture.
#[test]
fn sentences_with_footnotes_are_paragraphs() {
    let text = "Anna Gandulla\n\nAnna Gandulla (born 1990) is an actress.\n\nEarly life\n\nGandulla was born in Salem, Oregon, to Gerald and Sherri Gandulla. [1] [2] Her father is of Polish descent, while her mother has German ancestry. [3]\n\nCareer\n\nIn 2010 she played her first part, in a series that was seen all over the country by some nine million people, as the network said at the time. [4]\n\nDuring the festival of 2015, more than 6,000 fans surprised Gandulla at the panel by holding up candles for her earlier in the year. [24]";
    let got: Vec<&str> = roles(text, &Options::default()).iter().map(|it| it.0).collect();
    assert_eq!(got.iter().filter(|it| **it == "paragraph").count(), 4, "{got:?}");
}

#[test]
fn one_line_paragraphs_are_kept() {
    let text = format!(
        "Rain stops play at the County Ground\n\n{BODY}\n\nGotcha.\n\n{BODY} It was wet.\n\n{BODY} It was cold."
    );
    assert!(roles(&text, &Options::default()).contains(&("paragraph", "Gotcha.".to_string())));
}

#[test]
fn the_credit_of_a_picture_is_neither_heading_nor_paragraph() {
    let text = format!(
        "Rain stops play at the County Ground\n\n{BODY}\n\nAnn Holt/Blue Lens/Getty Images\n\n{BODY} It was wet.\n\nCommission on Accreditation\n\n{BODY} It was cold.\n\n{BODY} It was late."
    );
    let got = roles(&text, &Options::default());
    let role = |words: &str| got.iter().find(|it| it.1 == words).map(|it| it.0);
    assert_eq!(role("Ann Holt/Blue Lens/Getty Images"), Some("caption"));
    assert_ne!(role("Commission on Accreditation"), Some("caption"));
    for caption in [
        "© Ann Holt A groundsman rolls out the covers at the County Ground in Leeds on Monday, when it rained.",
        "Media caption Ann Holt: \"We will be back as soon as the covers are off\"",
        "Source: County Cricket Board",
    ] {
        let text = text.replace("Ann Holt/Blue Lens/Getty Images", caption);
        let got = roles(&text, &Options::default());
        assert!(got.contains(&("caption", caption.to_string())), "{got:?}");
    }
}

#[test]
fn numbered_lines_over_text_are_crossheads_and_a_numbered_list_is_none() {
    let text = format!(
        "Three walks in the rain\n\n{BODY}\n\n1. The Harbor Wall\n\n{BODY} It was wet.\n\n2. The Long Meadow\n\n{BODY} It was cold.\n\n3. The Old Mill\n\n{BODY} It was dark.\n\nBring these:\n\n1. A coat\n2. A map\n3. A friend\n\n{BODY} It was late."
    );
    let roles = roles(&text, &Options::default());
    let of = |text: &str| roles.iter().find(|it| it.1 == text).map(|it| it.0);
    assert_eq!(of("2. The Long Meadow"), Some("crosshead"));
    assert_eq!(of("3. The Old Mill"), Some("crosshead"));
    assert_eq!(of("2. A map"), Some("list_item"));
}

#[test]
fn in_clean_prose_nothing_is_furniture() {
    let text = format!("Share\n\n{BODY}\n\nSimilar Articles\n\n{BODY}\n\nRead more: the other story");
    let options = Options { furniture: Furniture::None, ..Options::default() };
    assert!(roles(&text, &options).iter().all(|it| matches!(it.0, "paragraph" | "crosshead" | "list_item")));
}

const MAIL: &str = "Hi Carla,\nThank you for the notes. I read them on the train to Bristol and think that the\nnew plan of Margaret Ellis\nis better than the old one, because it leaves the harbor as it is and asks\nnobody to move. Could you send it to Tom and\nto me before Friday, with the map?\n\nBest regards,\nLaura Mendes\nSenior Editor, Northern Herald\n12 Harbor Street, Bristol BS1 4RN";

#[test]
fn the_lines_of_mail_are_joined_and_its_greeting_and_signature_are_not() {
    let options = Options { furniture: Furniture::None, ..Options::default() };
    let lines: Vec<String> = roles(MAIL, &options).into_iter().map(|it| it.1).collect();
    assert_eq!(lines.len(), 6, "{lines:#?}");
    assert_eq!(lines[0], "Hi Carla,");
    assert!(lines[1].ends_with("with the map?"), "{lines:#?}");
    // A page whose other paragraphs are lines of their own.
    let page = format!("{BODY}\n\n{}\n\n{BODY}", MAIL.split("\n\n").next().unwrap());
    assert_eq!(roles(&page, &options).len(), 4);
}

#[test]
fn an_abstract_broken_at_a_width_is_one_paragraph_under_its_title() {
    let text = "Wear of hemp ropes on harbor winches under tidal load\nWe describe how hemp ropes wear on winches that are loaded by the tide twice a day.\nSamples were taken from seven harbors, and their strength was measured\nwith a dead weight tester. Ropes that had been tarred each spring kept\ntheir strength for nine years, while others lost half of it in two. A\nmodel of the wear is given";
    let options = Options { furniture: Furniture::None, ..Options::default() };
    let blocks: Vec<String> = roles(text, &options).into_iter().map(|it| it.1).collect();
    assert_eq!(blocks.len(), 2, "{blocks:#?}");
    assert!(blocks[1].starts_with("We describe") && blocks[1].ends_with("is given"), "{blocks:#?}");
}

#[test]
fn lists_and_verse_and_talk_are_not_joined() {
    let texts = [
        "rain in the north of the county today\nwind from the east at noon\nsnow on the hills\nfog over the harbor in the early morning\nsun",
        "Laura Mendes\nNorthern Herald, Features Desk\n12 Harbor Street, Second Floor\nBristol BS1 4RN\nUnited Kingdom of Great Britain",
        "the rain came over the hill\nand all the boats of our fathers lay low in the bay\nwhere nobody spoke\nof the morning that took him away\nor of the bell that we heard from the shore",
        "Harbor reopens after the storm of the year\nMayor of Bristol to step down in the spring\nWhy trains are late again\nRain, and what it does to the old stone bridge\nTwo held over fire",
        "BECK: What did the new bridge cost us?\nMARLOW: More than we thought it would in May.\nBECK: And who is paying for it?\nMARLOW: All of us are, and we will be for years.",
    ];
    let options = Options { furniture: Furniture::None, ..Options::default() };
    for text in texts {
        assert_eq!(roles(text, &options).len(), text.lines().count(), "{text}");
    }
}

#[test]
fn a_page_of_links_says_that_it_has_no_article() {
    let html: String =
        (0..200).map(|it| format!("<li><a href=/{it}>Story number {it} of the day</a>")).collect();
    let page = html::read(&html);
    let analysis = analyze_with(&page.text, Some(&page.hints), &Options::default());
    assert!(analysis.notes.iter().any(|it| it.code == "no_article"), "{:?}", analysis.notes);
}

#[test]
fn the_metadata_of_a_page() {
    let page = html::read(include_str!("../data/pages/odd.html"));
    let metadata = analyze_with(&page.text, Some(&page.hints), &Options::default()).document.metadata;
    assert_eq!(metadata.headline.as_deref(), Some("Rain stops play"));
    assert_eq!(metadata.byline.as_deref(), Some("Ann Lee, Bo Chen"));
    assert_eq!(metadata.published.as_deref(), Some("2025-12-01T15:04:00Z"));
    assert_eq!(metadata.url.as_deref(), Some("https://paper.example/2025/12/01/rain"));
}

#[test]
fn the_cut_opening_of_an_article_is_no_standfirst() {
    let standfirst =
        |said: &str| metadata(&format!("<meta name=description content=\"{said}\">"), "").standfirst;
    assert_eq!(
        standfirst("What the wet spring costs the club").as_deref(),
        Some("What the wet spring costs the club")
    );
    assert_eq!(standfirst(&format!("{}…", &BODY[..60])), None);
    assert_eq!(standfirst(&BODY.repeat(4)), None);
}

/// The metadata of a page with this head and these lines under its headline.
fn metadata(head: &str, lines: &str) -> Metadata {
    let html = format!(
        "<html><head><meta property=og:site_name content='Harbor Paper'>{head}</head><body><article><h1>Rain stops play at the ground</h1>{lines}<p>{BODY}</p><p>{BODY} It was wet.</p><p>{BODY} It was cold.</p></article></body></html>"
    );
    let page = html::read(&html);
    analyze_with(&page.text, Some(&page.hints), &Options::default()).document.metadata
}

/// Its byline and its day.
fn byline_and_day(head: &str, lines: &str) -> (Option<String>, Option<String>) {
    let it = metadata(head, lines);
    (it.byline, it.published)
}

#[test]
fn the_name_under_the_headline_beats_the_login_and_the_company() {
    for (head, lines, want) in [
        ("<meta name=author content='Harbor Paper'>", "<p>By <a>Ann Lee</a>, Sports Writer</p>", "Ann Lee"),
        (
            "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Lee'>",
            "",
            "Ann Lee",
        ),
        ("<meta name=author content='Bo Chen'>", "<div><span>By</span><span>Ann Lee</span></div>", "Ann Lee"),
        ("<meta name=author content='Ann Lee'>", "<p>By Ann Lee and Bo Chen</p>", "Ann Lee"),
        ("<meta name=author content='Harbor Paper'>", "<p>Rain, Monday</p>", "Harbor Paper"),
        (
            "<meta name=citation_author content='Lee, Ann'><meta name=citation_author content='Chen, Bo'>",
            "",
            "Ann Lee, Bo Chen",
        ),
        (
            "",
            "<div class=byline><span class=author>Ann LeeFollow <a rel=author>Ann Lee</a></span></div>",
            "Ann Lee",
        ),
        ("", "<p>By</p><p>Ann Lee</p>", "Ann Lee"),
    ] {
        assert_eq!(byline_and_day(head, lines).0.as_deref(), Some(want), "{head} {lines}");
    }
    assert_eq!(byline_and_day("", "<p>By the ground it rained</p>").0, None);
}

#[test]
fn the_day_that_readers_see() {
    let said = "<meta property=article:published_time content=2025-12-19T03:05:00Z>";
    for (head, lines, want) in [
        (said, "", "2025-12-19T03:05:00Z"),
        (said, "<p>December 18, 2025</p>", "2025-12-18"),
        (said, "<p>Updated</p><p>December 24, 2025</p>", "2025-12-19T03:05:00Z"),
        (said, "<p>Dec 24, 2025</p><p>Dec 19, 2025</p>", "2025-12-19T03:05:00Z"),
        ("<meta property=og:locale content=en_GB>", "<p>Ann Lee - 12/03/2026</p>", "2026-03-12"),
        ("", "<p>November 2015</p>", "2015-11"),
    ] {
        assert_eq!(byline_and_day(head, lines).1.as_deref(), Some(want), "{head} {lines}");
    }
}

/// What both walkers must say of a page: `tests/browser/read-dom.test.mjs` asks the same of `readDom`.
fn reading(html: &str) -> Value {
    let page = html::read(html);
    let offsets = Offsets::new(&page.text, Unit::Utf16);
    let at = |it: u32| offsets.of(it);
    let hints = &page.hints;
    let blocks = hints.blocks.iter().map(|it| {
        json!([at(it.span.start), at(it.span.end), it.element as u8, it.level, it.link_units, it.boxed])
    });
    let parents = hints.boxes.iter().map(|it| it.parent as i32);
    let marks = hints.marks.iter().map(|it| json!([at(it.span.start), at(it.span.end), it.value]));
    let facts = &hints.page;
    json!({
        "text": page.text,
        "blocks": blocks.collect::<Vec<_>>(),
        "parents": parents.collect::<Vec<_>>(),
        "marks": marks.collect::<Vec<_>>(),
        "page": {
            "title": facts.title,
            "metas": facts.metas,
            "jsonLd": facts.json_ld,
            "canonical": facts.canonical,
            "language": facts.language,
        },
    })
}

#[test]
fn the_native_walk_reads_pages_as_the_browser_does() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/pages");
    for name in ["odd", "news", "words", "hostile"] {
        let got = reading(&std::fs::read_to_string(format!("{folder}/{name}.html")).unwrap());
        let path = format!("{folder}/{name}.json");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, format!("{got:#}\n")).unwrap();
        }
        let want: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(got, want, "{name}");
    }
}

/// The roles of a page's blocks, each with its text.
fn page_roles(html: &str) -> (Vec<(&'static str, String)>, Vec<&'static str>) {
    let page = html::read(html);
    let analysis = analyze_with(&page.text, Some(&page.hints), &Options::default());
    let blocks = analysis.document.blocks.iter();
    let roles = blocks.map(|it| (it.role.name(), it.span.of(&page.text).to_string())).collect();
    (roles, analysis.notes.iter().map(|it| it.code).collect())
}

#[test]
fn a_page_of_news_has_its_parts_named() {
    let (roles, _) = page_roles(include_str!("../data/pages/news.html"));
    let of =
        |text: &str| roles.iter().find(|it| it.1.starts_with(text)).unwrap_or_else(|| panic!("{text}")).0;
    for (text, role) in [
        ("Ferry returns", "headline"),
        ("By Ann Lee", "byline"),
        ("18 December", "timestamp"),
        ("The ferry at her berth", "caption"),
        ("The night ferry will sail", "paragraph"),
        ("Who pays?", "crosshead"),
        ("We had no way home", "quotation"),
        ("Saturday: 23:30", "list_item"),
        ("Out\t35", "table"),
        ("The first boat leaves", "paragraph"),
        ("Harbor wall to be mended", "furniture"),
        ("Ann Lee writes about boats", "furniture"),
        ("At last. I have waited", "furniture"),
        ("We use cookies", "furniture"),
    ] {
        assert_eq!(of(text), role, "{text}");
    }
}

#[test]
fn a_heading_over_a_picture_is_kept_and_a_paragraph_in_large_letters_is_none() {
    let html = format!(
        "<article><h1>Rain stops play at the ground</h1><p>{BODY}</p><h2>The ground itself</h2><figure><img src=a><figcaption>Photo: Cy Dee</figcaption></figure><p>{BODY} It was wet.</p><h3>{BODY} {BODY}</h3><p>{BODY} It was cold.</p></article>"
    );
    let (roles, _) = page_roles(&html);
    let crossheads: Vec<&str> =
        roles.iter().filter(|it| it.0 == "crosshead").map(|it| it.1.as_str()).collect();
    assert_eq!(crossheads, ["The ground itself"]);
}

#[test]
fn a_byline_among_the_first_paragraphs_is_one() {
    let html = format!(
        "<article><h1>Regen bricht das Spiel ab</h1><p>{BODY}</p><p>Von Ute Baum</p><p>{BODY} It was wet.</p><p>{BODY} It was cold.</p><p>By the ground it rained.</p></article>"
    );
    let (roles, _) = page_roles(&html);
    let of = |text: &str| roles.iter().find(|it| it.1 == text).unwrap_or_else(|| panic!("{text}")).0;
    assert_eq!(of("Von Ute Baum"), "byline");
    assert_eq!(of("By the ground it rained."), "paragraph");
}

#[test]
fn other_articles_are_told_in_other_languages() {
    for (head, body) in [
        (
            "Leia também",
            "A chuva parou o jogo na segunda-feira, e o capitão disse que a equipe voltaria logo que pudesse.",
        ),
        (
            "Leggi anche",
            "La pioggia ha fermato la partita di lunedì, e il capitano ha detto che la squadra tornerà appena possibile.",
        ),
        (
            "Lees ook",
            "De regen legde het duel op maandag stil, en de aanvoerder zei dat de ploeg zo snel mogelijk terug zou komen.",
        ),
    ] {
        let text =
            format!("{body}\n\n{body} 1.\n\n{body} 2.\n\n{head}\n\n{}\n\n{}", &body[..40], &body[10..50]);
        let roles = roles(&text, &Options::default());
        assert_eq!(roles.iter().find(|it| it.1 == head).map(|it| it.0), Some("furniture"), "{roles:?}");
    }
}

#[test]
fn what_is_no_article_says_so_or_is_shown() {
    let shell = "<html><body><div id=root></div><script>start()</script><noscript>Please enable JavaScript.</noscript></body></html>";
    assert_eq!(page_roles(shell), (vec![], vec!["empty"]));
    let frames = "<frameset><frame src=a><noframes>No frames.</noframes></frameset>";
    assert_eq!(page_roles(frames).1, ["empty"]);
    let cut = format!("<article><h1>Rain stops play at the ground</h1><p>{BODY}</p><p>{BODY} It was wet &am");
    assert!(page_roles(&cut).0.iter().any(|it| it.0 == "paragraph" && it.1.ends_with("It was wet &am")));
    let hidden = format!(
        "<article><h1>Rain stops play at the ground</h1><p>{BODY}</p><p hidden>{BODY} Never shown.</p><p>{BODY} It was wet.</p><p>{BODY} It was cold.</p></article>"
    );
    let (roles, _) = page_roles(&hidden);
    assert!(roles.iter().all(|it| !it.1.ends_with("Never shown.") || it.0 == "furniture"), "{roles:?}");
}

#[test]
fn two_articles_on_a_page_are_both_kept() {
    let article = |n: u32| {
        format!(
            "<article><h2>Story number {n} of the rain</h2><p>{BODY} ({n})</p><p>{BODY} It was wet ({n}).</p><p>{BODY} It was cold ({n}).</p></article>"
        )
    };
    let (roles, _) = page_roles(&format!("<main>{}{}</main>", article(1), article(2)));
    let n_paragraphs = roles.iter().filter(|it| it.0 == "paragraph").count();
    assert_eq!(n_paragraphs, 6, "{roles:?}");
}

#[test]
fn hostile_pages_are_read_in_linear_time() {
    for html in [
        "<p>x".repeat(5_000),
        "<div>".repeat(100_000) + "deep",
        "<div></x>".repeat(50_000) + "odd",
        "<b>".repeat(20_000) + "bold",
        "<a href=x ".repeat(50_000),
        "x".repeat(1_000_000),
        "&".repeat(100_000),
        String::new(),
        "<frameset><frame></frameset>".to_string(),
    ] {
        let page = html::read(&html);
        let analysis = analyze_with(&page.text, Some(&page.hints), &Options::default());
        assert!(analysis.document.blocks.len() <= 100_001);
    }
}

#[test]
fn the_headline_of_a_copied_page_is_the_line_that_the_article_speaks_of() {
    let links = "Home\nNews\nSport\nWeather\nMayor opens new swimming pool in the old town\n\
                 Five recipes for a quick winter soup\nTram drivers win their dispute over night shifts\n";
    let body = "Jane Miller\n3 hours ago\n\n\
                The ferry to the northern islands stopped on Monday after a storm damaged its ramp, the harbor office said.\n\n\
                Some four hundred islanders use the ferry each day, and many of them slept in the harbor hall after the storm.\n\n\
                Repairs of the ramp will take until Thursday, and a smaller boat brings food to the islands until then.\n";
    let text = format!("{links}Storm damages harbor ramp and stops ferry to the islands\n{body}");
    let headline = |text: &str| {
        let found = roles(text, &Options::default()).into_iter().find(|it| it.0 == "headline");
        found.map_or(String::new(), |it| it.1)
    };
    assert_eq!(headline(&text), "Storm damages harbor ramp and stops ferry to the islands");
    assert!(!headline(&format!("{links}{body}")).starts_with("Mayor opens"));
}

#[test]
fn over_short_sentences_the_first_line_is_the_headline() {
    let text = "Rain stops play\n\nRain stopped play on Monday, said Ann Lee of the club. It was wet.\n\nNobody knows when the ground will be dry.";
    assert_eq!(roles(text, &Options::default())[0], ("headline", "Rain stops play".to_string()));
}

#[test]
fn who_wrote_it_is_told_whatever_stands_before_the_name() {
    let body = "The ferry to the northern islands stopped on Monday after a storm damaged its ramp, the harbor office said.\n\n\
                Some four hundred islanders use the ferry each day, and many of them slept in the harbor hall after the storm.\n";
    for line in [
        "By\u{a0}Ulrika Baumanova, head of Harbor Watch",
        "Written by Ulrika Baumanova",
        "ByUlrika Baumanova",
    ] {
        let text = format!("Storm damages harbor ramp and stops ferry to the islands\n{line}\n\n{body}");
        let found = roles(&text, &Options::default());
        assert!(found.contains(&("byline", line.into())), "{found:?}");
    }
}

#[test]
fn of_a_page_unlike_others_no_paragraph_is_lost() {
    let job = |n: u32| {
        format!(
            "Baker wanted in Northtown ({n})\nFull time | Posted {n} days ago\nApply now\n\
             We bake for the whole valley and look for somebody who likes to rise early and to work with others.\n\n"
        )
    };
    let text = format!("Jobs\nSearch\nSign in\n{}", (1..20).map(job).collect::<String>());
    let found = roles(&text, &Options::default());
    let n_told = found.iter().filter(|it| it.0 == "paragraph" && it.1.starts_with("We bake")).count();
    assert_eq!(n_told, 19, "{found:?}");
}

#[test]
fn the_headline_shown_beats_what_the_page_calls_itself() {
    for (head, shown, want) in [
        ("<meta property=og:title content='Why the club is losing money'>", "Rain stops play in Leeds", None),
        (
            "<title>Hermit crab - Encyclopedia</title><script type=application/ld+json>{\"@type\": \"Article\", \"headline\": \"animal of the shore\"}</script>",
            "Hermit crab",
            None,
        ),
        ("<title>Rain stops play in Leeds</title>", "Cricket", Some("Rain stops play in Leeds")),
        (
            "<title>Rain stops play in Leeds</title>",
            "County Cup<br>Rain stops play in Leeds",
            Some("Rain stops play in Leeds"),
        ),
        ("<title>in Leeds</title>", "Rain stops play in Leeds", None),
    ] {
        let html = format!(
            "<html><head>{head}</head><body><article><h1>{shown}</h1><p>{BODY}</p><p>{BODY} It was wet.</p></article></body></html>"
        );
        let page = html::read(&html);
        let found = analyze_with(&page.text, Some(&page.hints), &Options::default()).document.metadata;
        assert_eq!(found.headline.as_deref(), want.or(Some(shown)), "{head}");
    }
}

#[test]
fn byline_and_day_of_pasted_text() {
    let monday = Some("2019-11-18");
    for (lines, who, day) in [
        ("By Ann Lee on Monday, November 18, 2019", Some("Ann Lee"), monday),
        ("Nov 18, 2019 by Ann Lee in Cricket", Some("Ann Lee"), monday),
        ("By Ann Lee ● Nov 18, 2019 ● 6 min read", Some("Ann Lee"), monday),
        ("ByAnn LeeNov 18, 20194 min read", Some("Ann Lee"), monday),
        ("Written by: Ann Lee and Bo Chen\n18 Nov 2019 | Cricket", Some("Ann Lee, Bo Chen"), monday),
        ("Ann Lee\n[Nov 18, 2019]", Some("Ann Lee"), monday),
        ("Cricket\nAnn Lee@annlee\nHarbor Paper Staff\nBy Leeds Desk", Some("Leeds Desk"), None),
        ("von\nan", None, None),
        ("Wet Weather\nBy the ground it rained", None, None),
    ] {
        let text = format!(
            "Home\nNews\nSport\nRain stops play at the County Ground\n{lines}\n\n{BODY}\n\n{BODY} It was wet.\n\n{BODY} It was cold.\n\nComments\nBo Chen says\nMarch 3, 2020"
        );
        let found = analyze(&text, &Options::default()).document.metadata;
        assert_eq!((found.byline.as_deref(), found.published.as_deref()), (who, day), "{lines}");
    }
}
