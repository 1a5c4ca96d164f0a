//! Numbers, money, measures.

use super::*;

#[test]
fn ordinals_and_shares_are_read_whole() {
    let cases = [
        ("en", "There are [10^6] cells, [two twenty-fifths] of them red.", "1000000 - 0.08 -"),
        ("en", "The ratio is [3 over 4]. He waited [over 3] games.", "0.75 - 3 -"),
        ("en", "The [twenty-first] and the [one hundred twenty-fifth] came.", "21 - 125 -"),
        ("en", "[One in five] voters and [two out of three] mayors agree.", "0.2 - 0.6666666666666666 -"),
        (
            "en",
            "It weighs [1.3e6] times as much, [six million and two thirds] in all.",
            "1300000 - 6666666.666666667 -",
        ),
        ("en", "They won [three] [third] places.", "3 - 3 -"),
        ("es", "Fue el [tricentésimo cuadragésimo séptimo] envío.", "347 -"),
        ("es", "Es el [tres mil millonésimo] visitante.", "3000000000 -"),
        ("pt", "Foi o [vigésimo primeiro] golo.", "21 -"),
        ("fr", "C'est le [vingt et unième] jour, le [cent vingt-cinquième] mois.", "21 - 125 -"),
        ("fr", "[Vingt et trois cinquièmes] du total.", "20.6 -"),
        ("it", "Secondo Rossi, e secondo il sindaco, il [secondo] turno è vicino.", "2 -"),
        ("en", "[More than half], said one; it fell to [minus 5 degrees].", "0.5 - -5 Degree"),
        ("en", "It cost [€3,5 Mrd.] in all. He said .. nothing ... more.", "3500000000 EUR"),
        ("fr", "Anna, [30 ans], a seulement [deux] mots.", "30 year 2 -"),
        ("de", "Ein [46-jähriger] Mann und eine [30-Jährige] kamen.", "46 year 30 year"),
        ("pt", "Uma criança palestina de [nove anos].", "9 year"),
        ("pt", "Caiu para [12 graus negativos].", "-12 Degree"),
        ("it", "Una [ventiseienne] alta [1 metro e 85] ha vinto.", "26 year 1.85 meter"),
        ("fr", "Elle mesure [1m70], lui [1 m 85 cm].", "1.7 meter 1.85 meter"),
        (
            "es",
            "La [tercera parte] de los votos, y la [tercera] parte de la saga.",
            "0.3333333333333333 - 3 -",
        ),
        ("nl", "De [34-jarige] bestuurster en haar [36 jaar oude] broer.", "34 year 36 year"),
        ("de", "Das gilt ab dem [13]. Monat.", "13 -"),
        ("pt", "Fecharam [200 mil] empresas, [uma em cada dez].", "200000 - 0.1 -"),
        ("es", "Subió [25 puntos básicos] y costó [40.000 pesetas].", "25 basis point 40000 ESP"),
        ("en", "It reached [41C] ([106F]).", "41 C 106 F"),
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| quantities(language, text), " ");
    }
}

#[test]
fn english_quantities() {
    let cases = [
        ("It controls [roughly 20%] of it, [more than half] of the rest.", "20 %, 0.5 -"),
        ("They gave [$20bn], [US$1.2 million] and [30 MUSD].", "20000000000 USD, 1200000 USD, 30000000 USD"),
        ("It cost [€3.5 million], [₹5 crore] and [50 cents].", "3500000 EUR, 50000000 INR, 50 cent"),
        ("Sanctions on [two] of its [21st] firms.", "2 -, 21 -"),
        ("The road is [1.6 km] long and [three feet] wide.", "1.6 kilometer, 3 foot"),
        ("He is [5 feet 2 inches] tall.", "5.166666666666667 foot"),
        ("It was [-5°C], not [90 degrees Fahrenheit].", "-5 C, 90 F"),
        ("Ann Lee, [29], and a [3-month-old] baby.", "29 year, 3 month"),
        ("Rates rose [2 percentage points] to [3 1/2 percent].", "2 percentage point, 3.5 %"),
        ("[At least 12] died, [one million two hundred thousand] fled.", "12 -, 1200000 -"),
        ("Version 1.2.3 of the Boeing 777 lost 3-0; call 206-555-1212.", ""),
        ("in [the first year of the war]", "1 -"),
        ("The list [1],[2],[3],[4] is one.", "1 -, 2 -, 3 -, 4 -"),
    ];
    check(&cases, |text| quantities("en", text), ", ");
}

#[test]
fn what_names_something_is_no_quantity() {
    let cases = [
        (
            "en",
            "Call +44 20 7946 0958 or (202) 555-0173. They live at 10 Downing Street and 221B Baker Street.",
            "",
        ),
        ("en", "He runs Firefox 38, iOS 8.1 and Windows 10 in Area 51. They shop on Fifth Avenue.", ""),
        ("en", "Shops open 24/7 fund a 401(k) plan; John 3:16 is read aloud.", ""),
        ("en", "In Kenya [30] people came, [-3/2] is not [1/4].", "30 - -1.5 - 0.25 -"),
        ("fr", "Tél. 01 23 45 67 89 ou +33 1 23 45 67 89, pour la COP21 et la loi 101.", ""),
        ("es", "El 11-S y la ley 30. Tel. 91 123 45 67.", ""),
        ("de", "Der ICE 577 und die Boeing 737, § 218, Tel. 030/123456.", ""),
        ("it", "La legge 194, il Boeing 737, tel. 06 1234567.", ""),
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| quantities(language, text), " ");
    }
}

#[test]
fn numbers_in_news_are_read_as_they_are_meant() {
    let cases = [
        (
            "en",
            "A [30]-second spot, a high-five at Ground Zero. The First Lady met the [first] guest.",
            "30 - 1 -",
        ),
        ("en", "[Tens of thousands] came, [hundreds] stayed, [three hundred] left.", "null - null - 300 -"),
        ("en", "He began at [age 16], at the [age of five] she read.", "16 year 5 year"),
        ("en", "It cost [AUS$4 million], or [€2.6 million] two years later.", "4000000 AUD 2600000 EUR"),
        ("fr", "Le Premier ministre est la [première] voix, entre des [millions].", "1 - null -"),
        ("nl", "In de Tweede Wereldoorlog vielen [twee miljoen] doden.", "2000000 -"),
        ("fr", "La Bretonne de [51 ans], des gens âgés de [30 à 69 ans].", "51 year 30 year"),
        ("de", "Die [19-jährige] gemeinsame Tochter und ein [56-jähriger] Lehrer.", "19 year 56 year"),
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| quantities(language, text), " ");
    }
}

#[test]
fn shares_and_ages_of_other_languages() {
    let cases = [
        ("fr", "[Un Français sur trois], les moins de [25 ans].", "0.3333333333333333 - 25 year"),
        (
            "es",
            "[Uno de cada tres], [una mujer de cada cinco], los menores de [25 años].",
            "0.3333333333333333 - 0.2 - 25 year",
        ),
        (
            "it",
            "[Un italiano su tre], i minori di [18 anni], un [45enne].",
            "0.3333333333333333 - 18 year 45 year",
        ),
        ("pt", "[Um em cada três].", "0.3333333333333333 -"),
        ("nl", "Dat is [één op de vier], het kost [€3,5 mrd].", "0.25 - 3500000000 EUR"),
        (
            "en",
            "She is [6'2\"], the [16-year-olds] paid [2.5 pct] or [25 basis points].",
            "6.166666666666667 foot 16 year 2.5 % 25 basis point",
        ),
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| quantities(language, text), " ");
    }
}

#[test]
fn quantities_of_other_languages() {
    let cases: [(&str, &str, &str); 8] = [
        ("de", "Das kostet [€3,5 Mrd.] oder [1.234,5 Millionen Euro].", "3500000000 EUR, 1234500000 EUR"),
        ("de", "Es sind [zweihundertsechsundfünfzig] Stück.", "256 -"),
        ("fr", "Il y a [quatre-vingt-dix-sept] élèves et [12,5 %] d'absents.", "97 -, 12.5 %"),
        ("es", "Son [doscientos treinta y cuatro pesos] y [4 millones de dólares].", "234 MXN, 4000000 USD"),
        ("it", "Sono [ventitré] e [1,5 milioni di euro].", "23 -, 1500000 EUR"),
        ("pt", "São [quatrocentos e cinquenta e dois mil] e [R$ 2,5 milhões].", "452000 -, 2500000 BRL"),
        ("nl", "Het zijn er [tweeëntwintig], [€ 2,20] per stuk.", "22 -, 2.2 EUR"),
        ("fr", "Elle a [29 ans].", "29 year"),
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| quantities(language, text), ", ");
    }
}

#[test]
fn a_stop_before_a_word_is_no_number() {
    check(&[("They use .NET, -flags and [.5 percent].", "0.5 %")], |text| quantities("en", text), ", ");
}

#[test]
fn measures_stand_in_the_si_as_well() {
    let told = |language: &str, text: &str| -> Vec<String> {
        let analysis = analyze(text, &options(language, None));
        let si = |it: &nutgraf::find::quantities::Quantity| {
            it.si.map_or("-".to_string(), |(value, unit)| format!("{value} {unit}"))
        };
        analysis.findings.quantities.iter().map(si).collect()
    };
    assert_eq!(
        told("en", "He ran 26 miles at 10 km/h with 5 pounds of bread."),
        ["41842.944 m", "2.7777777777777777 m/s", "2.2679618500000003 kg"]
    );
    assert_eq!(
        told("en", "It was 20 °C, and the lake held 3 million cubic meters."),
        ["293.15 K", "3000000 m³"]
    );
    // A gallon is two things, a ton is three, and dollars are no measure.
    assert_eq!(told("en", "They sold 5 gallons and 2 tons for $30."), ["-", "-", "-"]);
    assert_eq!(told("de", "Das Schiff lud 2 Tonnen."), ["2000 kg"]);
}

#[test]
fn ranges_of_quantities_are_one_finding() {
    let ranges = |language: &str, text: &str| -> Vec<String> {
        let analysis = analyze(text, &options(language, None));
        let quantities = analysis.findings.quantities.iter();
        let told = quantities.map(|it| {
            let to = it.to.map_or("-".to_string(), |it| it.to_string());
            format!("{} {} {to}", &text[it.span.range()], it.value.unwrap_or(-1.0))
        });
        told.collect()
    };
    assert_eq!(ranges("en", "Prices rose 5 to 10 percent."), ["5 to 10 percent 5 10"]);
    assert_eq!(ranges("en", "It costs $5-10 million."), ["$5-10 million 5000000 10000000"]);
    assert_eq!(ranges("en", "A walk of between 3 and 4 miles."), ["3 and 4 miles 3 4"]);
    assert_eq!(ranges("de", "Das sind 20-30 Mio. Euro."), ["20-30 Mio. Euro 20000000 30000000"]);
    assert_eq!(ranges("en", "Some 5 to 10 people saw 10–15 cases."), ["Some 5 to 10 5 10", "10–15 10 15"]);
    assert_eq!(ranges("en", "It fell between 3 and 7 million times."), ["3 and 7 million 3000000 7000000"]);
    assert_eq!(ranges("en", "Children aged 5 to 10 came."), ["aged 5 to 10 5 10"]);
    assert_eq!(ranges("en", "About ⅔ of it, minus 3."), ["About ⅔ 0.6666666666666666 -", "minus 3 -3 -"]);
    assert_eq!(ranges("es", "Hay de 2 a 5 mil casos."), ["2 a 5 mil 2000 5000"]);
    assert_eq!(ranges("en", "20,000-30,000 people fled."), ["20,000-30,000 20000 30000"]);
    assert_eq!(ranges("de", "Es flohen 20.000 bis 30.000 Menschen."), ["20.000 bis 30.000 20000 30000"]);
    assert_eq!(ranges("en", "Those between the ages of 5 and 11."), ["ages of 5 and 11 5 11"]);
    assert_eq!(ranges("it", "Tra il 5 e il 10 per cento."), ["5 e il 10 per cento 5 10"]);
    // What goes down, and scores, are no ranges.
    assert_eq!(ranges("en", "They lost 0 to 2 and 14-21, see pages 12-15."), ["0 0 -", "2 2 -"]);
    assert_eq!(ranges("en", "They won 3-2 on $9 to 3 miles."), ["$9 9 -", "3 miles 3 -"]);
}

#[test]
fn quantities_as_news_writes_them() {
    let cases = [
        (
            "en",
            "A [$20-million] plan, a few [hundred dollars], [Rs. 2.5 lakh].",
            "20000000 USD, null USD, 250000 INR",
        ),
        ("en", "[20 million U.S. dollars], [2,500 Kenyan shillings].", "20000000 USD, 2500 -"),
        (
            "en",
            "It rose [half a percent] and [a quarter of a percentage point].",
            "0.5 %, 0.25 percentage point",
        ),
        ("en", "The [2.5m] people ran the [400m] hurdles.", "2500000 -, 400 meter"),
        ("en", "He weighs [200 pounds] and paid [200 pounds].", "200 pound, 200 GBP"),
        ("en", "It warmed by [1.5C] to [30C]; he took bus 30C.", "1.5 C, 30 C"),
        ("en", "She turned [29]; he died at [92].", "29 year, 92 year"),
        ("en", "When she was [nineteen], she was [ten] minutes late. He is [34].", "19 year, 10 -, 34 year"),
        (
            "en",
            "It flew at [60 km/s] through [5 µg/m³].",
            "60 kilometer per second, 5 microgram per cubic meter",
        ),
        ("en", "The [1,000th] guest of the Group of Seven, Resolution 1325.", "1000 -"),
        ("fr", "[Une vingtaine] de [dizaines de milliers] d'élus.", "20 -, null -"),
        (
            "de",
            "[Hunderte] kamen, dann [hunderteins], [mehr als die Hälfte] der Wähler.",
            "null -, 101 -, 0.5 -",
        ),
        ("fr", "[Deux Français sur trois].", "0.6666666666666666 -"),
        (
            "es",
            "Hacía [cinco grados bajo cero]; [casi la mitad] vino, [medio centenar].",
            "-5 Degree, 0.5 -, 50 -",
        ),
        ("fr", "Une psychologue de [43 ans], morte à [92 ans].", "43 year, 92 year"),
        (
            "en",
            "It was [five degrees below zero] at [27 kg] ([59 pounds]).",
            "-5 Degree, 27 kilogram, 59 pound",
        ),
        (
            "it",
            "La [metà] di loro va a [130 chilometri all'ora], [fino a 12] volte.",
            "0.5 -, 130 kilometer per hour, 12 -",
        ),
        (
            "nl",
            "[Zo'n 3.000] mensen, [honderden euro's], [tachtig km/u].",
            "3000 -, null EUR, 80 kilometer per hour",
        ),
        ("es", "Hace [30 ºC] en el [3.er] puesto.", "30 C, 3 -"),
        ("nl", "Een [17-jarige] en een [18-jarige].", "17 year, 18 year"),
        ("de", "Sie fassten den [16-jährigen] gestern.", "16 year"),
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| quantities(language, text), ", ");
    }
}

#[test]
fn hedges_are_told() {
    use nutgraf::find::quantities::Hedge::{About, Over, Under};
    let text = "Roughly 20% came, at least 12 left, up to 300 stayed, and 7 slept for about $35 million.";
    let analysis = analyze(text, &options("en", None));
    let told: Vec<_> = analysis.findings.quantities.iter().map(|it| it.hedge).collect();
    assert_eq!(told, [Some(About), Some(Over), Some(Under), None, Some(About)]);
}

#[test]
fn english_figures_that_mean_something_else() {
    let cases = [
        ("In the first place, at first, first of all and second to none, it was a [first].", "1 -"),
        ("At [first] base stood the [second] man.", "1 -, 2 -"),
        ("The baby was [aged 6 months], the pup [age 3 weeks], she [aged 30].", "6 month, 3 week, 30 year"),
        ("They have [400] [737] Max jets, and [442 000] users.", "400 -, 737 -, 442000 -"),
        ("Oil rose nearly [$1] to [$73.85], from [$3 to $5].", "1 USD, 73.85 USD, 3 USD"),
        ("Claims fell [400] to [9,000] in all.", "400 -, 9000 -"),
        ("The error is plus or minus [3 percent].", "3 %"),
        (
            "In the Six Nations, on a 3G phone, they made [50 cents] of [$2.18 trillion].",
            "50 cent, 2180000000000 USD",
        ),
    ];
    check(&cases, |text| quantities("en", text), ", ");
}
