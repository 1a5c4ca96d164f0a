// @ts-check
// Invented articles.

export const articles = [
  {
    id: "library",
    lang: "en",
    headline: "City library drops its fines, and the books come back",
    paragraphs: [
      "The public library of Norvale has collected no fines since 1 January 2024. In the first year without them, 9,300 books that had been missing came back, the library said on Monday.",
      "“People were hiding from us,” said Grace Amadi, who runs the library’s nine branches. “They owed us four dollars and felt that they could never come in again.”",
      "Fines had brought in $61,000 a year, less than half a percent of the library’s budget. Collecting them cost $48,000, according to the city’s auditor.",
      "The number of people with a library card has risen by 17% since the fines ended, and most of the new members live in the two poorest districts of the city. That is the reason why three other towns in the valley now want to do the same.",
      "Not everybody agrees. Walter Penn, a member of the city council, said the rule had taught children to return what they borrow. He wants the council to look at the figures again in 2026.",
      "Readers who keep a book for more than sixty days are still asked to pay for it. The library sends three letters before that. Of the books that are asked for in this way, nine in ten are returned within a week.",
      "The library will spend what it saves on opening its largest branch on Sundays, from 4 May on.",
    ],
  },
  {
    id: "bakery",
    lang: "en",
    headline: "The night train is back, and it sells out",
    paragraphs: [
      "The first night train from Marburgh to the coast in 19 years left on Friday evening with every bed taken. The state railway had expected to fill half of them.",
      "The train has eleven cars and room for 286 passengers. It leaves at 21:40 and arrives at Port Ellery at 7:15, in time for the first boats. A bed costs 79 dollars, a seat 29.",
      "“We thought that we would have to explain to people why they should want this,” said Jonas Weil, who is in charge of long-distance trains. “They explained it to us.” By Saturday the railway had sold 14,000 tickets for the summer.",
      "The old night train was given up in 2006, when cheap flights took away two thirds of its passengers within four years. One of these flights still goes every day; another was ended last autumn.",
      "The railway has borrowed the sleeping cars from a company in Austria until 2027. New ones are ordered, but will not come before 2028, Weil said.",
      "Lena Korth, an economist at Marburgh University, warned that night trains rarely earn what they cost. Each car is used once a day, she said, while a car by day runs three or four times. She expects that the state will have to pay about 3 million dollars a year.",
      "The minister of transport, Paul Achterberg, said the money was well spent. He announced a second line, to the mountains, for December 2026.",
    ],
  },
  {
    id: "wald",
    lang: "de",
    headline: "Stadt pflanzt einen Wald auf der alten Deponie",
    paragraphs: [
      "Auf der alten Deponie im Norden von Lindenau soll ein Wald entstehen. Der Stadtrat beschloss am Dienstag, in den nächsten fünf Jahren 40.000 Bäume zu pflanzen.",
      "Die Deponie wurde 1994 geschlossen und mit einer zwei Meter dicken Schicht aus Lehm bedeckt. Seitdem wächst dort Gras, und im Sommer wird es auf der Fläche heißer als in der Innenstadt.",
      "„Wir haben lange geglaubt, dass dort nichts wachsen kann“, sagte die Bürgermeisterin Karin Vogt. „Die Versuche der letzten drei Jahre haben das Gegenteil gezeigt.“",
      "Das Projekt kostet 2,8 Millionen Euro. Die Hälfte davon zahlt das Land, den Rest übernimmt die Stadt gemeinsam mit einer Stiftung aus Kassel.",
      "Wichtig ist der Wald vor allem für die beiden Stadtteile, die im Windschatten der Deponie liegen. Dort war es im August 2023 an elf Tagen wärmer als 35 Grad.",
      "Der Förster Henrik Brandt will vor allem Feldahorn, Hainbuche und Wildkirsche setzen, weil sie mit wenig Wasser auskommen. Er rechnet damit, dass jeder dritte Baum in den ersten Jahren eingeht.",
      "Kritik kam von der Opposition. Ihr Sprecher Uwe Talheim sagte, die Stadt solle erst die kranken Bäume in den Straßen ersetzen. Mehr als 600 von ihnen wurden im vergangenen Winter gefällt.",
      "Im Oktober beginnen Schulklassen mit der Pflanzung. Die ersten Wege durch den jungen Wald sollen 2029 geöffnet werden.",
    ],
  },
];
