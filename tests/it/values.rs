//! Dates and quantities, as marked prose: `[words]` is a finding, the line behind tells its value.

use nutgraf::find::dates::DateKind;
use nutgraf::{Furniture, Options, analyze};

/// The text without its marks.
fn unmarked(marked: &str) -> String {
    marked.replace(['[', ']'], "")
}

fn options(language: &str, published: Option<&str>) -> Options {
    Options {
        language: Some(language.to_string()),
        published: published.map(str::to_string),
        furniture: Furniture::None,
        ..Options::default()
    }
}

/// Marks what was found, and lists the values.
fn dates(language: &str, published: Option<&str>, text: &str) -> (String, Vec<String>) {
    let analysis = analyze(text, &options(language, published));
    let found = analysis.findings.dates.iter();
    let spans: Vec<_> = found.clone().map(|it| it.span.range()).collect();
    (mark(text, &spans), found.map(|it| it.value.clone().unwrap_or_else(|| "null".to_string())).collect())
}

fn quantities(language: &str, text: &str) -> (String, Vec<String>) {
    let analysis = analyze(text, &options(language, None));
    let found = analysis.findings.quantities.iter();
    let spans: Vec<_> = found.clone().map(|it| it.span.range()).collect();
    let told = found.map(|it| {
        let value = it.value.map_or("null".to_string(), |it| it.to_string());
        format!("{value} {}", it.unit.as_deref().unwrap_or("-"))
    });
    (mark(text, &spans), told.collect())
}

fn mark(text: &str, spans: &[std::ops::Range<usize>]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for span in spans {
        out += &text[at..span.start];
        out += &format!("[{}]", &text[span.clone()]);
        at = span.end;
    }
    out + &text[at..]
}

/// Checks a table of (marked prose, values parted by blanks).
fn check(cases: &[(&str, &str)], read: impl Fn(&str) -> (String, Vec<String>), joint: &str) {
    let mut wrong = Vec::new();
    for (marked, values) in cases {
        let (got, told) = read(&unmarked(marked));
        let told = told.join(joint);
        if got != *marked || told != *values {
            wrong.push(format!("want {marked} | {values}\n got {got} | {told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const PUBLISHED: &str = "2025-12-01"; // a Monday

#[test]
fn english_dates_are_counted_from_publication() {
    let cases = [
        ("He left on [Nov. 28, 2025], not on [3 March].", "2025-11-28 2026-03-03"),
        ("They met [Sunday] and talked.", "2025-11-30"),
        ("My exams start on [Friday], and the fair opens [Thursday].", "2025-12-05 2025-12-04"),
        ("It rained at the start on [Friday].", "2025-11-28"),
        ("He left in [May last year], and on [June 3 of this year].", "2024-05 2025-06-03"),
        ("The Saturday Evening Post praised his Sunday best.", ""),
        ("It rained for the first time in two hundred years.", ""),
        ("He is in from [3 pm or later].", "15:00/.."),
        ("She will travel to Moscow on [Tuesday].", "2025-12-02"),
        ("Talks failed on [Monday].", "2025-12-01"),
        ("It began in [October] and ended [last week].", "2025-10 2025-11-24/2025-11-30"),
        ("Sales fell [last year], and [this month] too.", "2024 2025-12"),
        ("He resigned [two years ago], she [three weeks ago].", "2023 2025-11-10"),
        ("It was seized in [2014], [after February 2012].", "2014 2012-02"),
        ("It ran [between 2014 and 2018].", "2014-01-01/2018-12-31"),
        ("The fair is open [Dec. 1–3].", "2025-12-01/2025-12-03"),
        ("The talks begin [tomorrow at 9:30 a.m. EST].", "2025-12-02T09:30-05:00"),
        (
            "In the [1990s] and the [19th century], nobody cared.",
            "1990-01-01/1999-12-31 1800-01-01/1899-12-31",
        ),
        ("Profit rose in the [first quarter of 2013].", "2013-01-01/2013-03-31"),
        ("They meet [every Monday].", "XXXX-WXX-1"),
        ("He was in prison for [three years and two months].", "P3Y2M"),
        ("Caesar died on [15 March 44 BC].", "-0043-03-15"),
        ("[9/11] changed everything.", "2001-09-11"),
        ("It opens [2025-12-24T18:00Z] sharp.", "2025-12-24T18:00Z"),
        ("Prices since [12/11/10] doubled.", "null"),
    ];
    check(&cases, |text| dates("en", Some(PUBLISHED), text), " ");
}

#[test]
fn english_dates_are_part_of_a_period() {
    let cases = [
        ("It rained in [the last week of March 2021].", "2021-03-22/2021-03-28"),
        ("Sales rose in [the first four months of 2021].", "2021-01-01/2021-04-30"),
        ("They vote on [the first Monday of next month].", "2026-01-05"),
        ("It falls in [the week of April 10].", "2026-04-06/2026-04-12"),
        ("The bridge opens by the [end of the year].", "2025"),
        ("He left [later in the week].", "2025-12-01/2025-12-07"),
        ("It ran [from the end of 2007 to the middle of 2009].", "2007-01-01/2009-12-31"),
        ("She chaired it ([2013 – present]).", "2013-01-01/2025-12-01"),
        ("Talks ran [between now and May 3].", "2025-12-01/2026-05-03"),
        ("The gates close [every day at 7:13 p.m.] sharp.", "R/T19:13/P1D"),
        ("They meet [every Monday at 9 a.m.] here.", "XXXX-WXX-1T09:00"),
        ("It closed on [Thursday before 5 p.m.], they said.", "2025-11-27T17:00"),
        ("She came home [last Christmas].", "2024-12-25"),
        ("They flew out on [Labor Day weekend].", "2025-08-30/2025-08-31"),
        ("Profit fell in [fiscal 2008] and in [fiscal year 2009].", "2008 2009"),
        ("The pause runs [from 12/20/2025-1/5/2026].", "2025-12-20/2026-01-05"),
        ("We meet [tonight from 7 to 7:30].", "2025-12-01T19:00/2025-12-01T19:30"),
        ("He came [more than two weeks ago].", "2025-11-17"),
        ("The log says [06/Nov/2023:06:36:02] twice.", "2023-11-06T06:36:02"),
        ("She is back [the week after next].", "2025-12-15/2025-12-21"),
        ("Sales fell in the [year to date].", "2025-01-01/2025-12-01"),
        ("Rent is due [before the 15th of the month].", "2025-12-15"),
        ("He is away for [2 weeks starting May 20th].", "2026-05-20/2026-06-02"),
        ("It covers [2016 and later].", "2016-01-01/.."),
        ("It lasted [from the end of March to the middle of September].", "2025-03-01/2025-09-30"),
        ("They open [from 5 to 6pm of April 22].", "2026-04-22T17:00/2026-04-22T18:00"),
        ("It must be done [no later than January 1, 2030].", "2030-01-01"),
        ("He resigned in the [following week].", "null"),
        ("We meet on [9/15] again.", "2025-09-15"),
        ("They fly on [Monday two weeks from now].", "2025-12-15"),
        ("She was born on [Father’s Day] and wed on [Presidents' Day].", "2025-06-15 2026-02-16"),
        ("It is shut on [New Year's Day] and [St. Patrick's Day].", "2026-01-01 2026-03-17"),
    ];
    check(&cases, |text| dates("en", Some(PUBLISHED), text), " ");
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
        ["41842.944 m", "2.7777777777777777 m/s", "-"]
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
    // What goes down, and scores, are no ranges.
    assert_eq!(ranges("en", "They lost 0 to 2 and 14-21, see pages 12-15."), ["0 0 -", "2 2 -"]);
    assert_eq!(ranges("en", "They won 3-2 on $9 to 3 miles."), ["$9 9 -", "3 miles 3 -"]);
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
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| quantities(language, text), " ");
    }
}

#[test]
fn words_of_habit_are_no_dates() {
    let cases = [
        ("She goes there every day, and each year she loses.", ""),
        ("The town is known today as Istanbul.", ""),
        ("Today, few of the mills are still in use.", ""),
        ("What is today Germany was a patchwork then.", ""),
        ("He said [today] that he would resign.", "2025-12-01"),
        ("He went to high school in [2004].", "2004"),
        ("He paid $12 [December 27].", "2025-12-27"),
        ("Call 138-2010-2015 or 2010-2015-86 for more.", ""),
        // Which is the year, and which the month?
        ("Signed on [12/11/10] and on [12/13/10].", "null 2010-12-13"),
        ("He got [nine years] in prison.", "P9Y"),
        (
            "They said in [October 2024] that they would end it in [June]. It pays by [2040]. The vote is on [18 March].",
            "2024-10 2025-06 2040 2026-03-18",
        ),
        ("It raged [between Monday and Tuesday].", "2025-11-24/2025-11-25"),
        ("It will be shut [from Thursday to Wednesday].", "2025-12-04/2025-12-10"),
        // Nobody can place these.
        ("A few years ago he left; he will be back in a couple of minutes, and in the coming weeks.", ""),
        ("It was her last years, the last five months of her life, as it is to this day.", ""),
        ("Three decades it took.", ""),
        (
            "Fairs are on [Friday nights]; a survey of 1709 schoolchildren; pp. 92 (6): 1087–1101.",
            "XXXX-WXX-5",
        ),
        ("Highs were in the 80s, lows in the upper 30s, as in the ['70s].", "1970-01-01/1979-12-31"),
        (
            "In the [late 19th and early 20th centuries] they met [every other Friday].",
            "1800-01-01/1999-12-31 P2W",
        ),
        ("[Summers] can be hot; it rains in the [winter].", "--06/--08 --12/--02"),
    ];
    check(&cases, |text| dates("en", Some(PUBLISHED), text), " ");
}

#[test]
fn other_languages_compose_as_english_does() {
    let cases: &[(&str, &str, &str)] = &[
        ("de", "Der Zug fährt [Dienstagmorgen um 7 Uhr].", "2025-11-25T07:00"),
        ("de", "Es ist [halb acht], sie kam um [Viertel nach drei].", "07:30 03:15"),
        ("de", "Sie treffen sich [jeden Montag um 4 Uhr].", "XXXX-WXX-1T04:00"),
        ("de", "Das war in [der letzten Woche im Juli].", "2025-07-28/2025-08-03"),
        ("de", "Guten Morgen, er kommt [morgen].", "2025-12-02"),
        ("fr", "Il est parti [demain soir].", "2025-12-02"),
        ("fr", "La réunion dure [de 15h à 20h hier après-midi].", "2025-11-30T15:00/2025-11-30T20:00"),
        ("fr", "Il est [sept heures et demie].", "07:30"),
        ("fr", "Départ à [8h10 PM], arrivée à [9h15m30].", "20:10 09:15:30"),
        // No such day; the year is one all the same.
        ("fr", "Le 32 août [2014] n'existe pas.", "2014"),
        ("fr", "Les ventes [d'avril à juin 2017] ont baissé.", "2017-04-01/2017-06-30"),
        ("fr", "Elle arrive [plus tard cette semaine].", "2025-12-01/2025-12-07"),
        ("fr", "Il l'a vu [deux jours avant hier].", "2025-11-28"),
        ("es", "Volverá a las [9:00 de la mañana].", "09:00"),
        ("es", "Llegó a las [tres y media de la tarde].", "15:30"),
        ("es", "Fue en [la primera semana de 2015].", "2014-12-29/2015-01-04"),
        ("it", "Il negozio apre [ogni lunedì alle 4 pm].", "XXXX-WXX-1T16:00"),
        ("it", "Piove [da gennaio ad aprile 2021].", "2021-01-01/2021-04-30"),
        ("nl", "De winkel sluit [dinsdagavond om 20.30 uur].", "2025-11-25T20:30"),
        ("nl", "Het gebeurde om [half acht].", "07:30"),
        ("nl", "Hij werkte er van het [einde van 1989].", "1989"),
        ("nl", "Hij kwam [later deze week].", "2025-12-01/2025-12-07"),
        ("es", "Nació en [octubre de mil novecientos noventa y dos].", "1992-10"),
        ("es", "La cita es el [martes el día dos].", "2025-12-02"),
        ("es", "Abre [de las 3 de la mañana a las 5 de la tarde].", "03:00/17:00"),
        ("es", "Llegó [dos días antes de ayer].", "2025-11-28"),
        ("es", "Vale para el [año 2016 y más tarde].", "2016-01-01/.."),
        ("pt", "Estarei fora na [semana 3 de dois mil e vinte e sete].", "2027-01-18/2027-01-24"),
        ("pt", "O prazo é [sexta-feira 5 às 16h].", "2025-12-05T16:00"),
        ("fr", "Il revient [3 jours après le 12 janvier].", "2026-01-15"),
        ("fr", "Elle sera là [novembre 19-20].", "2025-11-19/2025-11-20"),
        ("de", "Das war [vorletztes Jahr].", "2023"),
        ("de", "Er kommt am [siebten vierten] und am [27. 11.] wieder.", "2026-04-07 2025-11-27"),
        ("de", "Sie wartete [eine Viertelstunde].", "PT15M"),
        ("de", "Das war an [Heilige Drei Könige im Jahr 2020].", "2020-01-06"),
        ("it", "Sono le [otto e un quarto], torna [tra un'ora].", "08:15 null"),
        ("it", "È la sua città natale, e arriva a [Natale].", "2025-12-25"),
        ("fr", "Il a attendu [une heure], puis il est parti à [une heure].", "PT1H 01:00"),
        ("fr", "Toussaint-Louverture est né [avant la Toussaint].", "2025-11-01"),
        ("nl", "Hij komt [komende maandagmiddag].", "2025-12-08"),
        ("nl", "Ze wonnen [zondag] met 7-9.", "2025-11-30"),
        ("es", "Tiene examen [este año escolar].", "2025"),
        ("es", "Nos vemos el [20/11], [22/11] o [25/11].", "2025-11-20 2025-11-22 2025-11-25"),
        ("nl", "Het gebeurt [16 dagen vanaf 01/02/2018].", "2018-02-17"),
        (
            "es",
            "La reunión es el [próximo viernes por la tarde]; el [viernes santo] no hay.",
            "2025-12-12 2026-04-03",
        ),
        ("es", "Vivió allí [tres años y medio].", "P3.5Y"),
        ("es", "Cierra [entre las 10 y las 11:30].", "10:00/11:30"),
        ("es", "La cita dura [desde la una hasta las tres].", "01:00/03:00"),
        ("es", "Lo vieron [cerca de las tres], otros [alrededor de las once].", "03:00 11:00"),
        ("es", "El precio subió de 5 a 10 en [hace aproximadamente dos meses].", "2025-10"),
        ("es", "Nació el [1.º de julio de 1990] y llegó [el día 18].", "1990-07-01 2025-12-18"),
        ("es", "Viene en [la semana que comienza el 4 de febrero].", "2026-02-02/2026-02-08"),
        ("es", "Fue la [noche del 21 de septiembre].", "2025-09-21"),
        (
            "es",
            "Se reúnen [más tarde en el año], en el [resto de la semana] no.",
            "2025 2025-12-01/2025-12-07",
        ),
        ("fr", "Il part en [avril prochain], elle est venue en [juillet dernier].", "2026-04 2025-07"),
        ("fr", "Il vit ici [depuis la fin de 1989].", "1989"),
        ("fr", "C'était [il y a environ trois ans].", "2022"),
        ("fr", "La séance est [après la mi-mai].", "2026-05"),
        ("fr", "Rendez-vous le [17 de 14h à 16h].", "2025-12-17T14:00/2025-12-17T16:00"),
        ("fr", "Le magasin ouvre à [neuf heures trente].", "09:30"),
        (
            "fr",
            "Il était [14h de l'après-midi], puis le [premier trimestre de l'année].",
            "14:00 2025-01-01/2025-03-31",
        ),
        ("fr", "Ils viendront [Noël prochain].", "2025-12-25"),
        ("it", "Lavora [dalle 9 alle 10].", "09:00/10:00"),
        (
            "de",
            "Das war im [Mai letzten Jahres], sie kommt am [3. Dezember nächsten Jahres].",
            "2024-05 2026-12-03",
        ),
        ("es", "Votaron en [mayo del año pasado]; a este mar no vuelven.", "2024-05"),
        ("es", "Las dos llegaron a las [dos de la tarde], y no de uno a tres.", "14:00"),
        ("fr", "D'ici la [fin de l'année 2002], le Père Noël et le sapin de Noël.", "2002"),
        ("fr", "Cela change du jour au lendemain, pour qui veille.", ""),
        // An age is no length.
        ("fr", "Anna, 30 ans, et Luc (46 ans) ont vu un homme de 84 ans ; un bail de [9 ans].", "P9Y"),
        (
            "es",
            "Ana Pérez, de 46 años, y un plazo de [5 años]; [tres días después] fue aprobado.",
            "P5Y 2025-12-04",
        ),
        ("de", "Im Alter von 95 Jahren starb sie, nach einer Strafe von [5 Jahren].", "P5Y"),
        (
            "fr",
            "Une semaine après l'accord, elle l'a dit à 20 Minutes ; [une semaine après], elle partit.",
            "2025-12-08",
        ),
        // Plurals that say neither when nor how many.
        (
            "de",
            "In den letzten Jahren stieg es, in den nächsten Wochen fällt es; [letzte Woche] auch.",
            "2025-11-24/2025-11-30",
        ),
        ("fr", "Ces dernières années, dans les prochains mois ; le [mois dernier].", "2025-11"),
        ("es", "En los últimos años y las próximas semanas; [el mes pasado].", "2025-11"),
        ("it", "Negli ultimi anni e nei prossimi giorni; la [settimana scorsa].", "2025-11-24/2025-11-30"),
        ("nl", "In de afgelopen jaren en de komende weken; [vorig jaar].", "2024"),
        ("pt", "Nos últimos anos e nas próximas semanas; no [mês passado].", "2025-11"),
        (
            "fr",
            "Aux [XVIe et XVIIe siècles], [du XVe au XIXe siècle].",
            "1500-01-01/1699-12-31 1400-01-01/1899-12-31",
        ),
        // Hours in full are a length unless something says that they are a time.
        ("fr", "Le film dure [deux heures], la séance est à [20 heures].", "PT2H 20:00"),
        (
            "fr",
            "Elle rentre [dans 2h], après [3 heures] de route et [48 heures] d'attente.",
            "null PT3H PT48H",
        ),
        ("fr", "Il est [vingt heures]. Il est [huit heures 20 minutes du soir].", "20:00 20:20"),
        ("es", "Trabaja [8 horas] al día [desde las 9 horas].", "PT8H 09:00"),
        ("pt", "Esperou por [3 horas], [até as 15 horas].", "PT3H 15:00"),
        (
            "nl",
            "Hij werkt [8 uur] per dag; het is [8 uur]. [Vanavond 8 uur] begint het.",
            "PT8H 08:00 2025-12-01T20:00",
        ),
        ("fr", "Cinq à sept maires, vingt sept villes, en [sept. 2019].", "2019-09"),
        ("fr", "Condamné à [trois ans] de prison et [un an et demi] de sursis.", "P3Y P1.5Y"),
        ("es", "Lo condenaron a [tres años] de cárcel.", "P3Y"),
        ("fr", "Le bail prend fin en [2150], celui de Paul a débuté [à la fin de 2000].", "2150 2000"),
        (
            "fr",
            "Ouvert [d'avril à la fin de juin 2021], puis [depuis ce mois d'août].",
            "2021-04-01/2021-06-30 2025-08",
        ),
        (
            "fr",
            "Les ventes du [trimestre en cours] et [du 3 mai à aujourd'hui].",
            "2025-10-01/2025-12-31 2025-05-03/2025-12-01",
        ),
        (
            "fr",
            "Le marché a lieu [tous les deux vendredis] et [la semaine du 18].",
            "P2W 2025-12-15/2025-12-21",
        ),
        ("fr", "Il vient le [lendemain matin].", "null"),
        ("fr", "Cela a pris [plus d'une heure et 30 minutes].", "PT1H30M"),
        ("de", "Der Zug kommt um [fünf vor halb neun], der letzte um [12 nachts].", "08:25 00:00"),
        ("nl", "Het is [10 voor half negen].", "08:20"),
        ("es", "Salió a la [una y media de la tarde, 24 de enero].", "2026-01-24T13:30"),
        ("pt", "Cresceu [nos últimos dez anos].", "2015-12-01/2025-12-01"),
        ("it", "Un ringraziamento alla sua immacolata reputazione.", ""),
        (
            "fr",
            "Il vint le [3 mars 2019], partit le [lendemain] et revint la veille de la fête.",
            "2019-03-03 2019-03-04",
        ),
        ("fr", "À rendre le [15 du mois], ou le [23/12 avant 17h].", "2025-12-15 2025-12-23T17:00"),
        ("fr", "Cela dure [une heure et 30 minutes], puis [un an et un quart].", "PT1H30M P1.25Y"),
        (
            "nl",
            "Zij komen [eenmaal per week], op [donderdagen], en [elke werkdag om 9.30 uur].",
            "P1W XXXX-WXX-4 R/T09:30/P1D",
        ),
        ("nl", "Het begon [omstreeks 5 in de ochtend].", "05:00"),
        ("it", "Ci vediamo [lunedì della settimana prossima alle 9 am].", "2025-12-08T09:00"),
        ("nl", "Hij belt [op volgende week maandag].", "2025-12-08"),
        ("nl", "Verkoop voor [deze week], klaar [voor 3 mei 2026].", "2025-12-01/2025-12-07 2026-05-03"),
        ("nl", "Er was tijd voor [15 minuten] [volgende maandag].", "PT15M 2025-12-08"),
        ("pt", "A votação será na [quarta] (3), como disse o ministro.", "2025-12-03"),
        (
            "pt",
            "Vale [a partir do dia 12], e começa [na próxima década].",
            "2025-12-12 2025-12-01/2035-12-01",
        ),
        ("pt", "Chegou [por volta das 14:00], saiu [antes das 7].", "14:00 07:00"),
    ];
    for language in ["de", "fr", "es", "it", "nl", "pt"] {
        let of: Vec<_> = cases.iter().filter(|it| it.0 == language).map(|it| (it.1, it.2)).collect();
        check(&of, |text| dates(language, Some(PUBLISHED), text), " ");
    }
}

#[test]
fn without_publication_a_date_says_what_is_known() {
    let cases = [
        ("They met on [Tuesday].", "XXXX-WXX-2"),
        ("In [October], it rained.", "--10"),
        ("It ended on [10 August].", "--08-10"),
        ("He came [yesterday].", "null"),
        ("It closes at [5 p.m.] sharp.", "17:00"),
    ];
    check(&cases, |text| dates("en", None, text), " ");
}

#[test]
fn nothing_is_invented() {
    let cases = [
        ("They met on [31 February 2020].", "null"),
        ("It may march on for a second, the sun sat.", ""),
        ("May I ask why?", ""),
        ("Call +86 138-201-0444 or see version 1.2.3.", ""),
        ("2014/22/29 is no date, 80-32-89-89 is none.", ""),
        ("See https://example.com/2014/03/18/story for more.", ""),
        ("The score was 3-2, the ratio 16:9.", ""),
    ];
    check(&cases, |text| dates("en", Some(PUBLISHED), text), " ");
}

#[test]
fn dates_of_other_languages() {
    let cases: [(&str, &str, &str); 16] = [
        ("de", "Am [Dienstag, den 25. November 2025], kam er.", "2025-11-25"),
        ("de", "Es begann [vor drei Jahren] und endet im [März].", "2022 2026-03"),
        (
            "de",
            "Im [19. Jahrhundert] und in den [1980er Jahren] war das so.",
            "1800-01-01/1899-12-31 1980-01-01/1989-12-31",
        ),
        ("de", "Er kommt am [neunundzwanzigsten Mai].", "2026-05-29"),
        ("fr", "Il est arrivé le [mardi 25 novembre 2025 à 14h30].", "2025-11-25T14:30"),
        ("fr", "C'était [il y a deux ans], au [XIXe siècle].", "2023 1800-01-01/1899-12-31"),
        ("es", "Llegó el [25 de noviembre de 2025].", "2025-11-25"),
        ("es", "Fue [hace dos años], en el [siglo XIX].", "2023 1800-01-01/1899-12-31"),
        ("es", "Ganó [la semana pasada].", "2025-11-24/2025-11-30"),
        ("it", "È arrivato il [25 novembre 2025].", "2025-11-25"),
        ("it", "Successe [due anni fa], negli [anni 80].", "2023 1980-01-01/1989-12-31"),
        ("pt", "Chegou em [25 de novembro de 2025].", "2025-11-25"),
        ("pt", "Foi [há dois anos].", "2023"),
        ("nl", "Hij kwam op [dinsdag 25 november 2025].", "2025-11-25"),
        ("nl", "Dat was [twee jaar geleden], in de [19e eeuw].", "2023 1800-01-01/1899-12-31"),
        ("nl", "Zij komt [morgen].", "2025-12-02"),
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| dates(language, Some(PUBLISHED), text), " ");
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
fn what_the_story_tells_is_counted_from_the_story() {
    let cases = [
        ("en", "She won in [2001]. [Two days later] she left.", "2001 null"),
        ("en", "It crashed on [Friday], and they found it [a day later].", "2025-11-28 2025-11-29"),
        ("en", "He won in [May 2012] and left the [following July].", "2012-05 2012-07"),
        ("en", "Banks face hard times following [December]'s floods.", "2025-12"),
        ("en", "It was processed in 52 days, and will be back [in 52 days].", "2026-01-22"),
        ("en", "Growth fell in the last three months of the year. Back in ['75] it rose.", "1975"),
        ("en", "An Indian summer. The [2014] American Community Survey ends at [18.00 GMT].", "2014 18:00Z"),
        (
            "fr",
            "Le [28 octobre dernier], et le [5 mars prochain]. Cette nuit-là, une à une.",
            "2025-10-28 2026-03-05",
        ),
        ("fr", "Né le [18 08 1978].", "1978-08-18"),
        ("es", "Se conocieron el [9 de 8 de 1971].", "1971-08-09"),
        ("de", "Am [vergangenen Freitag, den 28. November], kam er.", "2025-11-28"),
        (
            "de",
            "Nach dem [ersten Quartal 2018] sind die Aussichten für das [zweite Quartal] gut.",
            "2018-01-01/2018-03-31 2018-04-01/2018-06-30",
        ),
        (
            "it",
            "Nel ['68] c'era, nel [Settecento] e nel [XIX secolo] no; il Mar Tirreno è vicino.",
            "1968 1700-01-01/1799-12-31 1800-01-01/1899-12-31",
        ),
        (
            "es",
            "Ganó en [mayo de 2012]. [El año siguiente] perdió, y [el año anterior] no jugó.",
            "2012-05 2013 2012",
        ),
        ("fr", "Elle gagne en [mai 2012], puis perd l'[année suivante].", "2012-05 2013"),
        ("de", "Er gewann im [Mai 2012] und verlor im [folgenden Jahr].", "2012-05 2013"),
        ("pt", "Há dez pessoas; [daqui a dez anos] há mais.", "2035-12-01"),
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| dates(language, Some(PUBLISHED), text), " ");
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
fn lengths_and_hours_are_told_apart() {
    let cases = [
        ("fr", "La réunion a duré [2 heures 30], puis [une heure et demie].", "PT2H30M PT1.5H"),
        ("fr", "Le train part à [2 heures 30], il est [une heure et demie].", "02:30 01:30"),
        (
            "fr",
            "Combien à ce jour ? C'était prévu pour [mi-2014], ou le [22 mai (jeudi)].",
            "2014 2025-05-22",
        ),
        ("es", "Salió a las [12 del mediodía], [por la mañana a las 7].", "12:00 07:00"),
        ("pt", "Voltou ao [meio dia], no [início de 2014].", "12:00 2014"),
        (
            "nl",
            "Het was [2 weken voor 13 mei 1999]. Ze komt om [half zes morgenavond].",
            "1999-04-29 2025-12-02T17:30",
        ),
        ("nl", "Open [tussen 9.30-16.30] sinds de [jaren 90].", "09:30/16:30 1990-01-01/1999-12-31"),
        (
            "de",
            "In den [90er-Jahren] und in den [nächsten beiden Jahren].",
            "1990-01-01/1999-12-31 2025-12-01/2027-12-01",
        ),
        ("de", "Der 32. Oktober [2015] war kein Tag, der [31.02.2015] auch nicht.", "2015 null"),
        ("it", "Tornerà [alla fine di domani], [lunedì, gen ventidue, 2018].", "2025-12-02 2018-01-22"),
        ("en", "It began [1140 a.m.]. The marathon took her to the line in 2:05:42.", "11:40"),
        ("en", "on [tuesday, march 4], it rained.", "2025-03-04"),
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| dates(language, Some(PUBLISHED), text), " ");
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
fn odd_numbers_neither_panic_nor_take_long() {
    let nines = "9".repeat(400);
    let analysis = analyze(&nines, &options("en", None));
    assert!(analysis.findings.quantities.iter().all(|it| it.value.is_none()));
    for text in [
        "1,".repeat(20_000),
        "1.".repeat(20_000),
        "hundred and ".repeat(20_000),
        "last next this ".repeat(10_000),
        "May to March of ".repeat(10_000),
        "12:30-".repeat(10_000),
        "zweiundzwanzigtausend".repeat(2_000),
        "$€£%".repeat(20_000),
    ] {
        for language in ["en", "de", "fr"] {
            analyze(&text, &options(language, Some(PUBLISHED)));
        }
    }
}

#[test]
fn a_timeline_goes_from_early_to_late() {
    let text = "He won on Tuesday. He was born in 1960. In March 2014 he left. It lasted three years.";
    let analysis = analyze(text, &options("en", Some("2025-11-28")));
    let told: Vec<&str> = analysis.links.timeline.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(told, ["1960", "2014-03", "2025-11-25"]);
    assert!(analysis.findings.dates.iter().any(|it| it.kind == DateKind::Date && it.anchored));
}

#[test]
fn odd_figures_invent_nothing() {
    let cases = [
        ("It was [31 February 2020], not year 0 or 99999.", "null"),
        ("In 1,2,3,4 steps and on [12/11/10] it was done.", "null"),
    ];
    check(&cases, |text| dates("en", Some(PUBLISHED), text), " ");
    // Four hundred digits are a number that nobody means: it has no value rather than a wrong one.
    let long = format!("It counted {} times.", "7".repeat(400));
    let (_, told) = quantities("en", &long);
    assert!(told.iter().all(|it| it == "null -"), "{told:?}");
    let (_, told) =
        quantities("en", "Call +1 (206) 555-0143, see v1.2.3, the score was 3-2, the code A1-33 and [4].");
    assert!(told.is_empty(), "{told:?}");
}
