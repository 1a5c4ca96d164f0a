// The blog's own script: night and day by its button, with no help of the platform's colour schemes.
"use strict";
(function () {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const show = () => document.body.classList.toggle("night", dark.matches);
  dark.addEventListener("change", show);
  document.getElementById("menu")?.addEventListener("click", () => document.body.classList.toggle("night"));
  show();
})();
