// The only script that stands in the page as it is: unpacks the page's own script and starts it. The policy of the page
// names that script by its hash, so nothing else can be started in its place.

import { unpack } from "./unpack.js";

const policy = globalThis.trustedTypes?.createPolicy("nutgraf-start", { createScript: (code) => code });

new Response(unpack(document.getElementById("file-page.js").textContent)).text().then((code) => {
  const script = document.createElement("script");
  script.textContent = policy ? policy.createScript(code) : code;
  document.body.append(script);
});
