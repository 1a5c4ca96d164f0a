//! Dialogue that dashes open, and what looks like it: sentences in, "words | speaker" out.

use crate::quotes::said;

#[track_caller]
fn check(language: &str, text: &str, want: &[&str]) {
    assert_eq!(said(text, language), want, "{text}");
}

#[test]
fn french_turns_have_the_narrator_behind_a_comma() {
    check("fr", "— Je viens, dit-il. — Bien.", &["— Je viens, | il", "— Bien. | -"]);
    check(
        "fr",
        "— Tu viens ? demanda Paul.\n— Non, répondit Marie, je reste ici.\n— Bien ! s'écria Paul en se levant. À demain.",
        &[
            "— Tu viens ? | Paul",
            "— Non, | Marie",
            "je reste ici. | Marie",
            "— Bien ! | Paul",
            "À demain. | Paul",
        ],
    );
    // The narrator's own sentence, and his own words behind the verb.
    check(
        "fr",
        "— Je pars, dit Paul. Il prit son manteau.\n— Où ça ? dit Marie, en riant.",
        &["— Je pars, | Paul", "— Où ça ? | Marie"],
    );
}

#[test]
fn elsewhere_dashes_enclose_the_narrator() {
    check(
        "es",
        "—¿Vienes? —preguntó Ana—. Te espero.\n—No sé —dijo Juan Soto, y se levantó—, pero mañana sí.",
        &["—¿Vienes? | Ana", "Te espero. | Ana", "—No sé | Juan Soto", "pero mañana sí. | Juan Soto"],
    );
    // An aside within the words stays theirs; what somebody does between dashes does not.
    check(
        "es",
        "—Mi hermano —el mayor— vino ayer —dijo Ana.\n—Sí. —Juan se levantó—. Vamos.",
        &["—Mi hermano —el mayor— vino ayer | Ana", "—Sí. | -", "Vamos. | -"],
    );
    check(
        "pt",
        "— Você vem? — perguntou Ana. — Estou esperando.\n— Não sei — disse João Souza.",
        &["— Você vem? | Ana", "Estou esperando. | Ana", "— Não sei | João Souza"],
    );
    check(
        "it",
        "— Vieni? — chiese Anna. — Ti aspetto.\n— Vengo, disse Marco Bianchi.",
        &["— Vieni? | Anna", "Ti aspetto. | Anna", "— Vengo, | Marco Bianchi"],
    );
    check(
        "pl",
        "– Idziesz? – zapytała Anna.\n– Idę – powiedział Jan Kowalski. – Zaraz wracam.",
        &["– Idziesz? | Anna", "– Idę | Jan Kowalski", "Zaraz wracam. | Jan Kowalski"],
    );
    check(
        "ru",
        "— Ты идёшь? — спросила Анна.\n— Я — врач, — сказал Иван Петров. — Сейчас.\n— Да ну? — изумляется Анна.",
        &["— Ты идёшь? | Анна", "— Я — врач, | Иван Петров", "Сейчас. | Иван Петров", "— Да ну? | Анна"],
    );
}

#[test]
fn news_in_nordic_and_polish_opens_quotes_with_dashes() {
    check(
        "sv",
        "– Vi är klara, säger rektor Anna Svensson. Det känns bra.\n\nSkolan öppnar i augusti.",
        &["– Vi är klara, | Anna Svensson", "Det känns bra. | Anna Svensson"],
    );
    check("nb", "– Vi er klare, sier Ola Nordmann.", &["– Vi er klare, | Ola Nordmann"]);
    check("fi", "– Olemme valmiita, sanoo Matti Virtanen.", &["– Olemme valmiita, | Matti Virtanen"]);
    check(
        "pl",
        "- Jesteśmy gotowi - powiedział Jan Kowalski. - Czekamy.\n\nMiasto czeka.",
        &["- Jesteśmy gotowi | Jan Kowalski", "Czekamy. | Jan Kowalski"],
    );
}

#[test]
fn turns_without_a_word_of_speech_have_no_speaker() {
    check(
        "fr",
        "— Tu viens ?\n— Oui.\n— Alors, viens !",
        &["— Tu viens ? | -", "— Oui. | -", "— Alors, viens ! | -"],
    );
}

#[test]
fn lists_datelines_and_asides_are_no_dialogue() {
    check("fr", "Il faut acheter :\n— du pain\n— du lait\n— des œufs", &[]);
    check("fr", "— Le maire ouvre la séance.\n— Les élus votent le budget.\n— La réunion finit à midi.", &[]);
    check(
        "fr",
        "PARIS — Le ministre est venu hier. Le maire — un ami — aussi. La guerre de 1914–18 fut longue.",
        &[],
    );
    check("es", "MADRID — El alcalde —un amigo— llegó ayer.\n\nLunes – viernes, 10–12.", &[]);
    check("pl", "- chleb\n- mleko\n- masło", &[]);
    check("en", "Rain stops play:\n– Rain fell on Monday.\n– The captain left.", &[]);
    // In a list the words of one item are what somebody said, no turn.
    check("en", "– Rain fell on Monday.\n– Leeds won the cup, said Ann.", &["Leeds won the cup | Ann"]);
}

#[test]
fn many_dashes_take_no_time() {
    for piece in
        ["— ", "—", "—a ", "— A, dit-il. ", "—A —dijo—. ", "- A - b\n", "— A ?\n— B.\n", "— «A», dit B, "]
    {
        let text = piece.repeat(60_000 / piece.len());
        for language in ["fr", "es", "pl", "en"] {
            let _ = said(&text, language);
        }
    }
}
