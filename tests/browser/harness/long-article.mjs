// A long article for measuring: paragraphs of plain invented news prose.

const SENTENCES = [
  "The council of Alder Bay met again on Thursday to talk about the road along the coast, which has been closed since the storm of 14 January 2025.",
  "“We cannot ask people to drive sixty kilometres for a loaf of bread,” said Marta Olsen, the mayor.",
  "An engineer from Stone Head University, Anna Reyes, said that repairs would cost $4.5 million and take eighteen months.",
  "About 1,200 cars used the road every day before it was closed, according to the state’s office of transport.",
  "Peter Lindqvist said the council had known of the cracks since 2021 and had done nothing.",
  "The fishermen of the northern villages now bring their catch to the market by boat, which takes 40 minutes longer.",
  "In the school of Brannock Point, lessons begin an hour later than they did before Christmas.",
];

/** So many words of HTML. @param {number} words */
export function longArticle(words) {
  const paragraphs = [];
  for (let n = 0, at = 0; n < words; at++) {
    const text = [0, 1, 2].map((it) => SENTENCES[(at * 3 + it) % SENTENCES.length].replace("1,200", String(1200 + at))).join(" ");
    n += text.split(" ").length;
    paragraphs.push(`<p>${text}</p>`);
  }
  return paragraphs.join("\n");
}
