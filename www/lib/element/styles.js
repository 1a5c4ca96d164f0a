// @ts-check
// The card's own style. It takes font and colour from the page and draws lines and quiet words as mixtures of them, so
// that it fits light and dark pages without being told. What a page may set are the properties `--nutgraf-*` and the
// parts.

/** Filled with the first element. @type {CSSStyleSheet | undefined} */
let sheet;

export function cardSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS_TEXT);
  }
  return sheet;
}

const CSS_TEXT = `
:host { all: initial; display: flow-root; font: inherit; color: inherit; color-scheme: inherit; direction: inherit; cursor: inherit; }
:host([hidden]) { display: none; }
.card { all: initial; display: block; box-sizing: border-box; font: inherit; color: var(--nutgraf-color, inherit); color-scheme: inherit; direction: inherit;
  font-family: var(--nutgraf-font, inherit); line-height: 1.45; text-align: start; overflow-wrap: anywhere;
  --line: var(--nutgraf-line-color, color-mix(in srgb, currentColor 24%, transparent));
  --quiet: var(--nutgraf-quiet-color, color-mix(in srgb, currentColor 78%, transparent));
  --tint: var(--nutgraf-hover-color, color-mix(in srgb, currentColor 7%, transparent));
  margin: var(--nutgraf-margin, 1rem 0); background: var(--nutgraf-background, transparent); border: 1px solid var(--line); border-radius: var(--nutgraf-radius, 4px); }
.card[hidden], [hidden] { display: none !important; }
* { box-sizing: border-box; }
button, summary { all: unset; box-sizing: border-box; cursor: pointer; }
:focus-visible { outline: 2px solid var(--nutgraf-accent, currentColor); outline-offset: 1px; border-radius: 3px; }
/* With border and margin 4.75rem, whatever the font: what a page reserves. */
.head { display: flex; align-items: stretch; min-block-size: calc(2.75rem - 2px); }
.press { flex: 1; min-inline-size: 0; display: flex; align-items: center; gap: 0 .6em; white-space: nowrap; padding: .3rem .5rem .3rem .9rem; }
.press::before { content: ""; flex: none; inline-size: .42em; block-size: .42em; margin-inline-end: .1em; border: solid; border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); }
.press[aria-expanded="true"]::before { transform: rotate(45deg) translate(-2px, -2px); }
.press[aria-disabled="true"] { cursor: default; }
.press[aria-disabled="true"]::before { display: none; }
.press:hover, .hide:hover, .line:hover, .item:hover, summary:hover, .marks:hover { background: var(--tint); }
.title { flex: none; font-weight: 700; color: var(--nutgraf-accent, inherit); }
/* One line, however narrow the column. */
.press .quiet { overflow: hidden; text-overflow: ellipsis; }
.quiet { font-size: .82em; color: var(--quiet); }
.hide { display: grid; place-items: center; inline-size: 2.75rem; color: var(--quiet); }
.body { display: flex; flex-direction: column; border-block-start: 1px solid var(--line); overflow: auto; }
ol, ul { list-style: none; margin: 0; padding: 0; }
p { margin: 0; }
.line { display: grid; grid-template-columns: 1.9em 1fr; padding: .5em .9rem; inline-size: 100%; }
.line + .line, li + li > .line { border-block-start: 1px solid color-mix(in srgb, currentColor 10%, transparent); }
.n { font-weight: 700; font-variant-numeric: tabular-nums; color: var(--nutgraf-accent, var(--quiet)); }
.bones { padding: .9rem; display: grid; gap: .7em; align-content: start; }
.bones i { display: block; block-size: .8em; border-radius: 3px; background: var(--tint); }
.bones i:nth-child(3n) { inline-size: 62%; }
.more { border-block-start: 1px solid var(--line); }
details + details, .marks { border-block-start: 1px solid color-mix(in srgb, currentColor 10%, transparent); }
summary, .marks { display: flex; align-items: center; gap: .5em; padding: .35em .9rem; min-block-size: 2.25rem; inline-size: 100%; font-size: .9em; }
summary::before { content: "+"; inline-size: .9em; color: var(--quiet); }
details[open] > summary::before { content: "\u2212"; }
.marks::before { content: ""; inline-size: .72em; block-size: .72em; margin-inline-end: .18em; border: 1px solid currentColor; border-radius: 2px; background: linear-gradient(transparent 55%, rgb(255 200 0 / .75) 55%); }
.marks[aria-pressed="true"]::before { background: rgb(255 200 0 / .85); }
.list { padding: 0 .9rem .6em; font-size: .92em; }
.item { display: block; padding: .28em .3em; margin-inline: -.3em; border-radius: 3px; }
.names { display: flex; flex-wrap: wrap; gap: 0 1em; }
.list a { color: inherit; }
.foot { padding: .5em .9rem .6em; margin-block-start: auto; }
[data-kind]::before { content: attr(data-letter); font-size: .72em; font-weight: 700; margin-inline-end: .5em; color: var(--quiet); }
@media (forced-colors: active) { .press, .hide, .line, summary, .marks, .item { forced-color-adjust: auto; color: ButtonText; } .card { border-color: CanvasText; } }
@media print { .hide, .more, .foot { display: none; } }
`;
