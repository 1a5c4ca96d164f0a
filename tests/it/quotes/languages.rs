//! Quotes of other languages than English.

use super::said;

#[test]
fn german_quotes() {
    let german = |text: &str, want: &[&str]| assert_eq!(said(text, "de"), want, "{text}");
    // The title stays: German names keep theirs for now.
    german(
        "„Wir sind bereit“, sagte Bundeskanzlerin Angela Merkel.",
        &["„Wir sind bereit“ | Bundeskanzlerin Angela Merkel"],
    );
    german("„Wir sind bereit“, so Merkel am Montag.", &["„Wir sind bereit“ | Merkel"]);
    german(
        "Nach einem Besuch sprach der mexikanische Präsident von der „schlimmsten Katastrophe“.",
        &["„schlimmsten Katastrophe“ | der mexikanische Präsident"],
    );
    german("Der Zeitung sagte Anna Roth: „Wir warten.“", &["„Wir warten.“ | Anna Roth"]);
    german(
        "„Wir treten an, um zu gewinnen“, strich Anna Roth heraus.",
        &["„Wir treten an, um zu gewinnen“ | Anna Roth"],
    );
    german("Als er half, biss der Mann ihn und rief: „Lasst mich raus!“", &["„Lasst mich raus!“ | der Mann"]);
    german("Den Unmut brachte Anna Roth zum Ausdruck: „Wir warten.“", &["„Wir warten.“ | -"]);
    german("Dem Magazin sagte Anna Roth: „Wir warten.“", &["„Wir warten.“ | Anna Roth"]);
    german("Der größten Zeitung des Landes sagte Anna Roth: „Wir warten.“", &["„Wir warten.“ | Anna Roth"]);
    german("Der Sprecher sagte Journalisten: „Wir warten.“", &["„Wir warten.“ | Der Sprecher"]);
    german(
        "Anna Roth kam mit Karl Weber. „Wir warten“, sagte sie. Er sagte: „Nein.“",
        &["„Wir warten“ | Anna Roth", "„Nein.“ | Er"],
    );
    german("Die Ministerin Anna Roth kam am Montag. „Wir warten“, sagte sie.", &["„Wir warten“ | Anna Roth"]);
    german(
        "Karl Weber kam. „Wir warten“, sagten sie. Sie sagte: „Nein.“",
        &["„Wir warten“ | sie", "„Nein.“ | Sie"],
    );
    german("Der Sprecher sagte, dass alle Wege offen seien.", &["alle Wege offen seien | Der Sprecher"]);
    german(
        "Laut Jana Roth, Sprecherin der Polizei, wurden drei Menschen verletzt.",
        &["wurden drei Menschen verletzt | Jana Roth"],
    );
}

#[test]
fn other_languages() {
    for (language, text, want) in [
        (
            "fr",
            "« Nous sommes prêts », a déclaré Jeanne Dupont lundi.",
            "« Nous sommes prêts » | Jeanne Dupont",
        ),
        ("es", "«Estamos listos», dijo Juana Pérez el lunes.", "«Estamos listos» | Juana Pérez"),
        ("es", "«No hay dinero», dijeron los vecinos.", "«No hay dinero» | los vecinos"),
        ("it", "«Siamo pronti», ha detto Maria Rossi.", "«Siamo pronti» | Maria Rossi"),
        ("pt", "“Estamos prontos”, disse Maria Silva.", "“Estamos prontos” | Maria Silva"),
        ("nl", "“We zijn er klaar voor”, zei Jan Smit.", "“We zijn er klaar voor” | Jan Smit"),
    ] {
        assert_eq!(said(text, language), [want], "{text}");
    }
}

/// The usual ways to hand words over in a language: each text with who says each of its quotes.
#[track_caller]
fn check_speakers(language: &str, cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        let said = said(text, language);
        let speakers: Vec<&str> = said.iter().filter_map(|it| it.rsplit(" | ").next()).collect();
        assert_eq!(&speakers, want, "{text}");
    }
}

#[test]
fn french_speakers() {
    check_speakers(
        "fr",
        &[
            (
                "Le maire, Grégory Martin, est venu lundi. « Nous sommes prêts », a-t-il déclaré. « Tous », a-t-il ajouté.",
                &["Grégory Martin", "Grégory Martin"],
            ),
            ("« C'est grave, explique Paul Leroy, directeur de l'hôpital. Il faut agir. »", &["Paul Leroy"]),
            ("« C'est un scandale », s'indigne Marie Petit, mère de deux enfants.", &["Marie Petit"]),
            ("« C'est faux », fulmine l'avocat de la famille, Me Jean Blanc.", &["Jean Blanc"]),
            ("« On verra bien », glisse un conseiller du ministre.", &["un conseiller du ministre"]),
            ("« Le gouvernement ment », a dénoncé lundi sur RTL le député Luc Moreau.", &["Luc Moreau"]),
            ("« On ira », a prévenu le maire de Lyon Grégory Martin.", &["Grégory Martin"]),
            ("Pour Paul Leroy, « c'est une erreur ».", &["Paul Leroy"]),
            ("Selon Paul Leroy, « la crise va durer ».", &["Paul Leroy"]),
            ("Claire Dubois a affirmé mardi que rien n'était décidé.", &["Claire Dubois"]),
            ("Le roman « Je reste ici », film de l'année, plaît.", &[]),
        ],
    );
}

#[test]
fn spanish_italian_portuguese_and_dutch_speakers() {
    check_speakers(
        "es",
        &[
            (
                "El alcalde, Antonio Pérez, visitó la fábrica. «Estamos preparados», aseguró.",
                &["Antonio Pérez"],
            ),
            ("\"La situación es grave\", lamentó el director del hospital, Luis Gómez.", &["Luis Gómez"]),
            ("\"El Gobierno miente\", denunció en Twitter el diputado Juan Soto.", &["Juan Soto"]),
            ("De acuerdo con Luis Gómez, \"la crisis va a durar\".", &["Luis Gómez"]),
            ("El portavoz explicó que la empresa cerrará en mayo.", &["El portavoz"]),
        ],
    );
    check_speakers(
        "it",
        &[
            ("«Siamo pronti», ha detto il sindaco di Milano, Marco Bianchi.", &["Marco Bianchi"]),
            ("«È uno scandalo», tuona Maria Rossi, madre di due figli.", &["Maria Rossi"]),
            ("«Il governo mente», accusa l'avvocato della famiglia, Carlo Galli.", &["Carlo Galli"]),
            ("Secondo Luca Verdi, «la crisi durerà».", &["Luca Verdi"]),
        ],
    );
    check_speakers(
        "pt",
        &[
            (
                "“Estamos prontos”, disse o prefeito de Lisboa, João Souza. “Não há escolha”, afirmou.",
                &["João Souza", "João Souza"],
            ),
            ("“É um escândalo”, queixou-se Maria Lopes, mãe de dois filhos.", &["Maria Lopes"]),
            ("“O governo mente”, denunciou nas redes sociais o deputado Rui Costa.", &["Rui Costa"]),
        ],
    );
    check_speakers(
        "nl",
        &[
            ("\"De situatie is ernstig\", aldus directeur Piet Bakker van het ziekenhuis.", &["Piet Bakker"]),
            ("“Het is een schande”, klaagt Maria Jansen, moeder van twee kinderen.", &["Maria Jansen"]),
            (
                "“Dat klopt niet”, laat een woordvoerder van de gemeente weten.",
                &["een woordvoerder van de gemeente"],
            ),
            ("Volgens Piet Bakker gaat “de crisis nog jaren duren”.", &["Piet Bakker"]),
        ],
    );
}

#[test]
fn words_of_speech_behind_their_clause_in_other_languages() {
    check_speakers(
        "es",
        &[
            (
                "La obra es \"estratégica y decisiva\", según explicó el director, Luis Gómez.",
                &["Luis Gómez", "Luis Gómez"],
            ),
            ("Según informó la policía, \"no hubo heridos\".", &["la policía"]),
        ],
    );
    check_speakers(
        "de",
        &[
            ("„Das macht Karl“, sagt uns die Quelle.", &["die Quelle"]),
            ("„Die Lage ist sehr ernst“, so Karl Weber jüngst in einem Interview.", &["Karl Weber"]),
            ("Die Branche sei als „eine der wenigen mit viel Arbeit“ sehr gut, so Weber.", &["Weber"]),
            ("Bekannt wurde er durch Fernsehserien wie „Die Leute vom Deich“.", &[]),
        ],
    );
}

#[test]
fn according_to_somebody_in_other_languages() {
    for (language, text, want) in [
        ("de", "Nach Angaben der Polizei in Köln sinkt die Zahl.", "sinkt die Zahl | der Polizei"),
        ("de", "Laut Anna Weber, der Ministerin, sinkt das Defizit.", "sinkt das Defizit | Anna Weber"),
        ("fr", "Selon la ministre de la Santé, Anne Petit, le virus recule.", "le virus recule | Anne Petit"),
        ("it", "Secondo Luca Verdi il deficit scenderà al 3%.", "il deficit scenderà al 3% | Luca Verdi"),
        (
            "nl",
            "Volgens Piet Bakker daalt het tekort, dat groot was.",
            "daalt het tekort, dat groot was | Piet Bakker",
        ),
    ] {
        assert_eq!(said(text, language), [want], "{text}");
    }
    for (language, text) in [
        ("de", "Angaben über Schäden liegen noch nicht vor."),
        ("it", "La gioia dei tifosi è stata grande nel secondo tempo della gara."),
        ("it", "Il pilota si era classificato al secondo posto finale."),
        ("pt", "Pelo segundo ano seguido, o prefeito determinou o corte."),
    ] {
        assert_eq!(said(text, language), [""; 0], "{text}");
    }
}

#[test]
fn who_says_it_stands_within_the_marks_between_dashes() {
    check_speakers(
        "it",
        &[("«Oggi è un gran giorno – ha scritto su Twitter Paola Neri – e basta».", &["Paola Neri"])],
    );
    check_speakers(
        "es",
        &[(
            "«El Gobierno debe responder», explica Paula Ruiz. «Si no —añade— habrá huelga».",
            &["Paula Ruiz"; 2],
        )],
    );
    check_speakers(
        "pt",
        &[("Para Marta Souza, diretora da escola, “é preciso investir”.", &["Marta Souza"])],
    );
}
