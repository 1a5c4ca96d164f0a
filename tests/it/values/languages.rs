//! Dates of other languages than English.

use super::*;

#[test]
fn dates_of_other_languages_as_news_writes_them() {
    let cases = [
        ("de", "Er kommt [montags], und der Prozess beginnt am [Freitag].", "XXXX-WXX-1 2025-12-05"),
        (
            "de",
            "In den [achtziger Jahren] und im [ersten Halbjahr 2025].",
            "1980-01-01/1989-12-31 2025-01-01/2025-06-30",
        ),
        (
            "de",
            "Am [kommenden Wochenende], [vom 5. bis zum 9. Mai], zum [Jahresende].",
            "2025-12-06/2025-12-07 2026-05-05/2026-05-09 2025",
        ),
        ("de", "Er lief es in [45 Minuten].", "PT45M"),
        ("pt", "Abre [de segunda a sexta-feira].", "2025-11-24/2025-11-28"),
        ("de", "In der [ersten Hälfte des 20. Jahrhunderts] war es so.", "1900-01-01/1949-12-31"),
        (
            "fr",
            "Le conseil votera [vendredi] la loi du [premier semestre 2025].",
            "2025-12-05 2025-01-01/2025-06-30",
        ),
        (
            "es",
            "Fue el [martes 3 de marzo]. Abre los [lunes], y votarán el [viernes].",
            "2026-03-03 XXXX-WXX-1 2025-12-05",
        ),
        ("es", "A [finales de los años noventa] cambió todo.", "1990-01-01/1999-12-31"),
        ("es", "Vuelve [pasado mañana], o [el primer lunes de junio].", "2025-12-03 2026-06-01"),
        ("es", "El precio subió un 5 % en [dos años].", "P2Y"),
        ("es", "El plan entrará en vigor [en dos semanas].", "2025-12-15"),
        ("pt", "A inflação acumulada em [12 meses] é de 3,7%.", "P12M"),
        ("fr", "Il gagne 950 euros, contre 900 [un an plus tôt].", "2024"),
        ("fr", "Ouvert [du mardi au dimanche], [de 10 h à 18 h].", "XXXX-WXX-2/XXXX-WXX-7 10:00/18:00"),
        ("nl", "Het aandeel verloor [dinsdag] 3,4 procent na [tweeënhalf jaar].", "2025-11-25 P2.5Y"),
        ("de", "Cäsar fiel am [15. März 44 v. Chr.] in Rom.", "-0043-03-15"),
        (
            "it",
            "Nell'[Ottocento] e [alla fine degli anni Novanta].",
            "1800-01-01/1899-12-31 1990-01-01/1999-12-31",
        ),
        ("it", "Il [3 marzo] era chiuso; si voterà [venerdì].", "2025-03-03 2025-12-05"),
        ("pt", "Abre às [segundas-feiras], e abriu no último [dia 28].", "XXXX-WXX-1 2025-12-28"),
    ];
    for (language, marked, values) in cases {
        check(&[(marked, values)], |text| dates(language, Some(PUBLISHED), text), " ");
    }
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
        ("pt", "A votação será na [quarta (3)], como disse o ministro.", "2025-12-03"),
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
