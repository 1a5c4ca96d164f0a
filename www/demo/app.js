// @ts-check
// Tidings: client-side navigation over three invented articles. The card stays where it is; the article beside it changes.

import { articles } from "./articles.js";

const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const nav = /** @type {HTMLElement} */ (document.getElementById("nav"));

const side = document.createElement("aside");
const card = document.createElement("nutgraf-article");
card.setAttribute("for", "story");
card.setAttribute("show", "summary entities quotes numbers");
side.append(card);
view.append(side);

for (const { id, headline } of articles) {
  const link = document.createElement("a");
  link.href = `#${id}`;
  link.textContent = headline;
  nav.append(link);
}

function show() {
  const wanted = location.hash.slice(1);
  const it = articles.find(({ id }) => id === wanted) ?? articles[0];
  const article = document.createElement("article");
  article.id = "story";
  article.lang = it.lang;
  const heading = document.createElement("h1");
  heading.textContent = it.headline;
  article.append(heading);
  for (const text of it.paragraphs) {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    article.append(paragraph);
  }
  view.querySelector("article")?.remove();
  view.prepend(article);
  card.lang = it.lang;
  for (const link of nav.querySelectorAll("a")) {
    if (link.hash === `#${it.id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

addEventListener("hashchange", show);
show();
