//! Tokens as marked prose: blanks part them, `_` stands for a blank of the text.

use super::*;

fn cut(text: &str) -> Vec<Token> {
    split(text, &[Sentence { span: Span::new(0, text.len()), block: 0 }], None)
}

/// The tokens of `text`, parted by blanks.
fn tokens(text: &str) -> String {
    cut(text).iter().map(|it| it.span.of(text)).collect::<Vec<_>>().join(" ")
}

fn kind(text: &str, piece: &str) -> TokenKind {
    cut(text)
        .iter()
        .find(|it| it.span.of(text) == piece)
        .map_or_else(|| panic!("{piece} is no token"), |it| it.kind)
}

#[test]
fn words_numbers_and_marks() {
    for (text, expected) in [
        ("Don't go, O'Neill!", "Don't go , O'Neill !"),
        ("Trump’s U.S. plan", "Trump ’s U.S. plan"),
        ("the U.S.-Ukraine deal", "the U.S. - Ukraine deal"),
        ("the workers' pay", "the workers ' pay"),
        ("'the workers' he said", "' the workers ' he said"),
        ("$20bn, 3.5% and 1,200.5", "$ 20bn , 3.5 % and 1,200.5"),
        ("long-term 1st 90s", "long - term 1st 90s"),
        ("the 1980's", "the 1980 's"),
        ("It was late.He left.", "It was late . He left ."),
        ("Ph.D. and e.g. this", "Ph.D. and e.g. this"),
        (
            "See https://example.com/a?b=1. Or www.example.org!",
            "See https://example.com/a?b=1 . Or www.example.org !",
        ),
        ("Write to ann-lee@example.co.uk, please", "Write to ann-lee@example.co.uk , please"),
        ("#metoo and @name said #1", "#metoo and @name said # 1"),
        ("soft\u{ad}hyphen na\u{308}ive", "soft\u{ad}hyphen na\u{308}ive"),
        ("हिन्दी भाषा", "हिन्दी भाषा"),
        ("今天的天气很好", "今天 的 天气很好".replace("天气很好", "天气 很好").as_str()),
        ("東京タワーへ行く", "東京 タワー へ 行 く"),
        ("a\u{200b} b", "a\u{200b} b"),
    ] {
        assert_eq!(tokens(text), expected);
    }
}

#[test]
fn kinds() {
    assert_eq!(kind("Trump's win", "'s"), TokenKind::Clitic);
    assert_eq!(kind("the workers’ pay", "’"), TokenKind::Clitic);
    assert_eq!(kind("in 20bn", "20bn"), TokenKind::Number);
    assert_eq!(kind("see example.com now", "example.com"), TokenKind::Address);
    assert_eq!(kind("see #tag now", "#tag"), TokenKind::Address);
    assert_eq!(kind("50 %", "%"), TokenKind::Mark);
}

#[test]
fn breaks_of_the_platform_win_over_shape() {
    let text = "今天天气很好";
    let sentence = Sentence { span: Span::new(0, text.len()), block: 0 };
    let tokens = split(text, &[sentence], Some(|_| vec![0, 6, 12, 15]));
    assert_eq!(tokens.iter().map(|it| it.span.of(text)).collect::<Vec<_>>(), ["今天", "天气", "很", "好"]);
}

#[test]
fn a_long_sentence_goes_to_the_platform_in_pieces() {
    let text = "好".repeat(2500);
    let sentence = Sentence { span: Span::new(0, text.len()), block: 0 };
    let tokens = split(
        &text,
        &[sentence],
        Some(|piece| {
            assert!(piece.chars().count() <= 1000);
            (0..piece.len() as u32).step_by(6).collect()
        }),
    );
    assert_eq!(tokens.len(), 1250);
    assert!(tokens.iter().all(|it| it.span.len() == 6));
}
