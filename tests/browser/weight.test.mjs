// What a first visit costs over the wire, and what every answer promises in its headers.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { coldBytes, launchBrowser, openPerson, visit } from "./lib/browser.mjs";
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

// Decisions 15: brotli, cold, everything the page loads.
const BUDGETS = { home: 60_000, report: 100_000, "staff-work": 200_000, "staff-dispatch": 200_000, "staff-case": 200_000, "staff-cases": 200_000 };
for (const [name, budget] of Object.entries(BUDGETS)) {
  test(`${name} costs at most ${budget / 1000} kB`, async (context) => {
    const page = pages.find((one) => one.name === name);
    const person = await openPerson(browser, { address: server.address, width: 360 });
    await page.enter?.(person.page);
    const { total, sizes } = await coldBytes(person, page.path);
    context.diagnostic(`${name}: ${total} bytes in ${sizes.length} requests`);
    assert.ok(total <= budget, `${total} bytes: ${JSON.stringify(sizes, null, 1)}`);
    const plain = sizes.filter(({ encoding, type, bytes }) => encoding !== "br" && /html|css|javascript|svg/.test(type) && bytes > 1_000);
    assert.deepEqual(plain, [], "text travels compressed");
    await person.close();
  });
}

const POLICY = {
  "default-src": "'self'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "worker-src": "'self' blob:",
  "frame-ancestors": "'none'",
};
test("every page has the strict policy and nothing that it would have to forbid", async () => {
  const people = new Map();
  for (const page of pages) {
    const person = await openPerson(browser, { address: server.address });
    people.set(page.name, person);
    await page.enter?.(person.page);
    const answer = await visit(person.page, page.path, { status: page.name === "not-found" ? 404 : 200, waitUntil: "networkidle" });
    const policy = Object.fromEntries(
      (answer.headers()["content-security-policy"] ?? "").split(";").map((rule) => rule.trim().split(/\s+(.*)/s).slice(0, 2)),
    );
    for (const [rule, sources] of Object.entries(POLICY)) assert.equal(policy[rule], sources, `${page.name}: ${rule}`);
    assert.equal(answer.headers()["x-content-type-options"], "nosniff", page.name);
    assert.ok(answer.headers()["referrer-policy"], page.name);
    const inline = await person.page.locator("[style], script:not([src]), style").count();
    assert.equal(inline, 0, `${page.name}: style or script inside the page`);
    // Ends with the complaints of the browser, among them each violation of the policy.
    await person.close();
  }
});

test("what belongs to one person is kept by no cache and told to no other site", async () => {
  const page = pages.find(({ name }) => name === "track-answered");
  const person = await openPerson(browser, { address: server.address });
  await page.enter(person.page);
  const answer = await visit(person.page, page.path);
  assert.match(answer.headers()["cache-control"], /no-store/);
  assert.equal(answer.headers()["referrer-policy"], "no-referrer");
  await person.close();
});
