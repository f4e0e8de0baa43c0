// Every page in both languages on an old phone: nothing for axe to find, nothing sticking out, no raw key, no complaint of the browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WIDTHS, accessibilityFaults, launchBrowser, openPerson, overflow, rawKeys, visit } from "./lib/browser.mjs";
import { everyPage } from "./lib/pages.mjs";
import { startServer } from "./lib/server.mjs";

let server, browser, pages;
before(async () => {
  server = await startServer();
  browser = await launchBrowser();
  pages = await everyPage(server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Words that may stand in Latin letters on a Chinese page. */
const LATIN = new Set(["EN", "QR", "API", "GPS", "PDF", "A", "J", "K", "O", "E", "Q", "W", "N", "Ctrl", "Enter", "Tab", "Esc", "CSV", "JSON", "GeoJSON", "iCalendar", "Chrome", "Linux", "HeadlessChrome"]);

async function look(page, language) {
  const { address } = server;
  const person = await openPerson(browser, { address, width: WIDTHS[0], language });
  await page.enter?.(person.page);
  await visit(person.page, page.path, { status: page.name === "not-found" ? 404 : 200 });
  assert.equal(await person.page.locator("html").getAttribute("lang"), language === "zh" ? "zh-CN" : "en");
  assert.equal(await person.page.locator("h1").count(), 1, "one heading says what the page is");
  assert.deepEqual(await accessibilityFaults(person.page), []);
  assert.deepEqual(await rawKeys(person.page), []);
  if (language === "zh") assert.deepEqual(await latinWords(person.page), []);
  for (const width of WIDTHS) {
    await person.page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await overflow(person.page), [], `at ${width} px`);
  }
  await person.close();
}

/** Latin words on a Chinese page that are not on the list: forgotten translations. Codes, numbers and accounts do not count. */
async function latinWords(page) {
  const words = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      // Text in another language says so; what people wrote stands in <bdi>; scripts and codes are not text.
      if (!element.checkVisibility() || element.closest("[lang=en], bdi, code, kbd, script, style, option, [data-code]")) continue;
      found.push(...(walker.currentNode.textContent.match(/(?<![\w.-])[A-Za-z]{2,}(?![\w.-]*\d)(?![\w.-])/g) ?? []));
    }
    return found;
  });
  return [...new Set(words)].filter((word) => !LATIN.has(word));
}

// The names are known before the county is: node:test wants its tests declared at once.
const NAMES = [
  "home", "report", "find", "signin", "not-found", "receipt", "check", "track-filed", "track-started", "track-answered", "track-closed",
  "track-reopened", "staff-work", "staff-cases", "staff-case-new", "staff-case", "staff-dispatch", "staff-reopened",
  "staff-held", "staff-alarm", "staff-reissue", "staff-reissue-case", "staff-on-call", "staff-models",
  "staff-account", "staff-password", "staff-enrol", "staff-people", "staff-person", "staff-person-new", "staff-person-close",
  "staff-people-import", "staff-proposals",
  "who-looked", "staff-looks", "staff-looks-all", "staff-warrants", "staff-warrants-grant", "staff-assists", "staff-assist",
  "staff-week", "staff-what-if", "staff-what-if-shown",
  "staff-inbox", "staff-supervision", "staff-order-issue", "staff-orders", "staff-order", "staff-calendar",
  "rules", "open", "log", "staff-settings", "staff-words", "staff-rule", "staff-rules-together", "staff-register", "staff-changes", "staff-change",
];
for (const name of NAMES) {
  for (const language of ["zh", "en"]) {
    test(`${name} in ${language}`, () => look(pages.find((page) => page.name === name), language));
  }
}
test("no page is left out", () => assert.deepEqual(pages.map(({ name }) => name).sort(), [...NAMES].sort()));

for (const name of ["home", "report", "receipt", "track-answered", "track-started", "find"]) {
  test(`${name} in 长辈版: large, near and clear`, async () => {
    const page = pages.find((one) => one.name === name);
    const person = await openPerson(browser, { address: server.address, width: 360 });
    await page.enter?.(person.page);
    await person.context.addCookies([{ name: "lx-mode", value: "senior", url: server.address }]);
    await visit(person.page, page.path);
    assert.equal(await person.page.locator("html").getAttribute("data-mode"), "senior");
    assert.deepEqual(await accessibilityFaults(person.page), []);
    assert.deepEqual(await overflow(person.page), []);
    const small = await person.page.evaluate(() => {
      const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
      const body = parseFloat(getComputedStyle(document.body).fontSize);
      const targets = [...document.querySelectorAll("button, a.btn, summary, main select, main input:not([type=hidden], [type=radio], [type=checkbox])")]
        .filter(shown)
        .filter((element) => element.getBoundingClientRect().height < 59.5)
        .map((element) => `${Math.round(element.getBoundingClientRect().height)} px: ${element.outerHTML.slice(0, 100)}`);
      return { body, targets };
    });
    assert.ok(small.body >= 18, `body text is ${small.body} px`);
    assert.deepEqual(small.targets, [], "targets below 60 px");
    assert.ok((await person.page.locator("a[href^='tel:']").count()) > 0, "a telephone number is in reach");
    await person.close();
  });
}
