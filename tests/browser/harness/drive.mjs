// Opens a real browser through its own driver. ENGINE names it: chromium, firefox or webkit.
//
// Everything that waits has a limit, because a driver that cannot start its browser may say nothing at all
// (WebKit's does so without a display). What we started we end by its own process id.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { Builder, Capabilities } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

export const engine = process.env.ENGINE ?? "chromium";

const env = process.env;
const started = new Set();

/** Ends what is still running, whatever way we end. */
function endAll() {
  for (const it of started) end(it);
}
process.on("exit", endAll);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

/** No test of one engine takes this long: whatever holds us then, we do not hold others. */
setTimeout(() => {
  console.error(`${engine}: the tests did not end; ending them`);
  process.exit(1);
}, 6 * 60_000).unref();

/** Starts a program of ours in a process group of its own. */
export function start(program, args, options = {}) {
  const child = spawn(program, args, { detached: true, stdio: "ignore", ...options });
  started.add(child);
  child.on("error", (error) => console.error(`${program}: ${error.message}`));
  child.on("exit", () => started.delete(child));
  child.unref();
  return child;
}

/** Ends it and what it started. */
export function end(child) {
  started.delete(child);
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** The value of a promise, or an error that says what took too long. */
export function within(milliseconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Asks until the answer is true, or until the limit; an error tells what was waited for. */
export async function until(what, ask, milliseconds = 15_000) {
  const stop = Date.now() + milliseconds;
  let last;
  for (;;) {
    try {
      last = await ask();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > stop) throw new Error(`waited ${milliseconds} ms for: ${what} (last: ${last instanceof Error ? last.message : JSON.stringify(last)})`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const drivers = {
  chromium: {
    start: (port) => start(env.CHROMEDRIVER ?? "/usr/bin/chromedriver", [`--port=${port}`]),
    builder({ extension }) {
      const options = new chrome.Options();
      options.setChromeBinaryPath(env.CHROMIUM ?? "/usr/bin/chromium");
      options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1280,900", "--lang=en");
      if (extension) options.addArguments(`--load-extension=${extension}`, "--disable-features=DisableLoadExtensionCommandLineSwitch");
      return new Builder().forBrowser("chrome").setChromeOptions(options);
    },
  },
  firefox: {
    start: async (port) => start(env.GECKODRIVER ?? "geckodriver", ["--port", String(port), "--websocket-port", String(await freePort())]),
    builder() {
      const options = new firefox.Options();
      options.setBinary(env.FIREFOX ?? "/usr/bin/firefox-esr");
      options.addArguments("-headless", "--width=1280", "--height=900");
      // The driver loosens what pages from disk may do; people's own browsers do not.
      options.setPreference("security.fileuri.strict_origin_policy", true);
      return new Builder().forBrowser("firefox").setFirefoxOptions(options);
    },
  },
  webkit: {
    start: (port) => start(env.WEBKITDRIVER ?? "/usr/bin/WebKitWebDriver", [`--port=${port}`]),
    builder() {
      const binary = env.MINIBROWSER ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
      return new Builder().withCapabilities(new Capabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary, args: ["--automation"] },
      }));
    },
  },
};

/**
 * A fresh browser; `extension` is the folder of one to be loaded (WebKit has none). A start that fails is tried a second time: beside a build, a browser may be slow to come.
 * @param {{ extension?: string }} [how]
 * @returns {Promise<{ driver: import("selenium-webdriver").WebDriver, close(): Promise<void> }>}
 */
export async function open(how = {}) {
  try {
    return await openOnce(how);
  } catch (error) {
    console.error(`${engine}: ${error.message}; trying once more`);
    return openOnce(how);
  }
}

async function openOnce(how) {
  const port = await freePort();
  const server = `http://127.0.0.1:${port}`;
  const child = await drivers[engine].start(port);
  try {
    await until(`${engine}'s driver`, async () => (await fetch(`${server}/status`)).ok, 20_000);
    const driver = await within(60_000, `starting ${engine}`, drivers[engine].builder(how).usingServer(server).build());
    if (how.extension && engine === "firefox") await driver.installAddon(how.extension, true);
    await driver.manage().setTimeouts({ script: 30_000, pageLoad: 60_000 });
    await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
    return {
      driver,
      async close() {
        await within(10_000, `closing ${engine}`, driver.quit()).catch((error) => console.error(error.message));
        end(child);
      },
    };
  } catch (error) {
    end(child);
    throw error;
  }
}
