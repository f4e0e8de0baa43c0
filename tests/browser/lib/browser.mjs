// One browser for a test file; a context per person, which must end without a complaint of the browser.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The widths in which every page has to look right: an old phone, a tablet, a desk. */
export const WIDTHS = [360, 768, 1440];

/** @returns {Promise<import("playwright-core").Browser>} */
export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.PW_CHROMIUM ?? "/usr/bin/chromium",
    // CI runs as root in a container, where Chromium's own sandbox cannot be set up; the pages are ours.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"],
  });
}

/**
 * A person with a browser of their own.
 * @param {import("playwright-core").Browser} browser
 * @param {{address: string, javascript?: boolean, width?: number, language?: "zh" | "en"}} options
 */
export async function openPerson(browser, { address, javascript = true, width = 1440, language = "zh" }) {
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: javascript,
    locale: language === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
    viewport: { width, height: 900 },
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  const complaints = [];
  context.on("weberror", (error) => complaints.push(`script error: ${error.error().message}`));
  context.on("console", (message) => {
    // The browser reports blocked scripts and styles here; an expected refusal of the server (404, 422) is no complaint of the page.
    if (message.type() === "error" && !/Failed to load resource.*\b4\d\d\b/.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
  const page = await context.newPage();
  return {
    page,
    context,
    /** Ends the context. Fails if the browser complained about anything: a script error, a violation of the content policy. */
    async close() {
      await context.close();
      assert.deepEqual(complaints, [], "the browser complained");
    },
  };
}

/** Opens `path`, which must be there: a look at an error page proves nothing about the page that was meant. */
export async function visit(page, path, { status = 200, ...options } = {}) {
  const answer = await page.goto(path, options);
  assert.equal(answer.status(), status, `GET ${path}`);
  assert.equal(new URL(page.url()).pathname, path.split("?")[0], `${path} led elsewhere`);
  return answer;
}

/** What axe finds on the page as it stands, one readable line per element. */
export async function accessibilityFaults(page) {
  // Through the debugger, so that the page's own strict content policy stays on.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.target.join(" ")}\n    ${node.html}`));
}

/** The elements that stick out of the window to the right, where the page itself scrolls sideways; none on a page that fits. */
export async function overflow(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .slice(0, 5)
      .map((element) => `${element.outerHTML.slice(0, 120)} ends at ${Math.round(element.getBoundingClientRect().right)} of ${room}`);
  });
}

/** Visible texts that look like a message key or a template that was not filled in. */
export async function rawKeys(page) {
  // Stable codes stand in <code> and look like keys.
  const text = await page.evaluate(() =>
    [...document.querySelectorAll("code")].reduce((text, code) => text.replace(code.innerText, ""), document.body.innerText),
  );
  return text.match(/\b[a-z]+(?:[-_.][a-z0-9]+){2,}\b(?!\.(?:md|cn|org))|\{\s*\$?\w+\s*\}|undefined|NaN/g) ?? [];
}

/** Bytes over the wire of a cold visit to `path`: the page and everything it loads, compressed as the server sends them. */
export async function coldBytes(person, path) {
  const session = await person.context.newCDPSession(person.page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const kinds = new Map();
  const sizes = [];
  session.on("Network.responseReceived", ({ requestId, response }) => kinds.set(requestId, response));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const response = kinds.get(requestId);
    if (response?.url.startsWith("http")) {
      const encoding = Object.entries(response.headers).find(([name]) => name.toLowerCase() === "content-encoding")?.[1] ?? "none";
      sizes.push({ path: new URL(response.url).pathname, bytes: encodedDataLength, encoding, type: response.mimeType });
    }
  });
  await visit(person.page, path, { waitUntil: "networkidle" });
  await session.detach();
  return { total: sizes.reduce((sum, { bytes }) => sum + bytes, 0), sizes };
}
