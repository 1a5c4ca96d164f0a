//! Passages set apart by markup: which are somebody's words, and whose.

use nutgraf::read::html;
use nutgraf::{Options, analyze_with};

/// What an article's quotes say and who said it, `-` where nobody is named.
#[track_caller]
fn check(article: &str, want: &[&str]) {
    let page = format!(
        "<html lang=\"en\"><body><article><h1>Rain stops play in Leeds</h1>\
         <p>Rain stopped play in Leeds on Monday, and the captain was not pleased about it at all.</p>{article}\
         <p>Nobody bowled on Tuesday either, and the sun came out on Wednesday at last.</p></article></body></html>"
    );
    let page = html::read(&page);
    let analysis = analyze_with(&page.text, Some(&page.hints), &Options::default());
    let quotes = analysis.findings.quotes.iter().zip(&analysis.links.attributions);
    let said: Vec<String> = quotes
        .map(|(quote, attribution)| {
            let speaker = attribution.speaker.as_ref().map_or("-", |it| it.name.as_str());
            format!("{} | {speaker}", quote.span.of(&page.text))
        })
        .collect();
    assert_eq!(said, want, "{article}");
}

#[test]
fn the_paragraph_before_hands_them_over() {
    check(
        "<p>The captain, Ann Lee, wrote in a letter to the members of the club:</p>\
         <blockquote><p>We will be back next week. The grass is wet.</p><p>Bring your boots.</p></blockquote>",
        &["We will be back next week. The grass is wet. | Ann Lee", "Bring your boots. | Ann Lee"],
    );
}

#[test]
fn a_name_stands_under_them() {
    for credit in [
        "<footer>— <cite>Tom Hill</cite>, the treasurer</footer>",
        "<cite>Tom Hill</cite>",
        "<p>— Tom Hill</p>",
    ] {
        check(
            &format!("<blockquote><p>The club has never been so wet.</p>{credit}</blockquote>"),
            &["The club has never been so wet. | Tom Hill"],
        );
    }
    check(
        "<blockquote>The club has never been so wet. — Tom Hill</blockquote>",
        &["The club has never been so wet. | Tom Hill"],
    );
    check(
        "<blockquote><p>What a day. Thank you all.</p>&mdash; Carl Roe (@carlroe) November 19, 2019</blockquote>\
         <blockquote><p>The sun is out at last.</p>&mdash; Ann Lee (@annlee) November 20, 2019</blockquote>",
        &["What a day. Thank you all. | Carl Roe", "The sun is out at last. | Ann Lee"],
    );
}

#[test]
fn a_pull_quote_is_no_second_quote() {
    check(
        "<p>“The pitch is ours and we will take it back,” said Jane Doe, who mows the grass.</p>\
         <blockquote>The pitch is ours and we will take it back</blockquote>",
        &["“The pitch is ours and we will take it back,” | Jane Doe"],
    );
    check(
        "<p>“The pitch is ours and we will take it back,” said Jane Doe, who mows the grass.</p>\
         <blockquote>“The pitch is ours and we will take it back.” — Jane Doe</blockquote>",
        &["“The pitch is ours and we will take it back,” | Jane Doe"],
    );
}

#[test]
fn a_box_alone_quotes_nobody() {
    check("<blockquote>Sign up for the letter that we send on Fridays.</blockquote>", &[]);
    check("<p>What to take along:</p><blockquote>Boots, a hat, and a coat for the rain.</blockquote>", &[]);
    check("<blockquote><p>Get all of our news by mail.</p><p>Register Now</p></blockquote>", &[]);
}
