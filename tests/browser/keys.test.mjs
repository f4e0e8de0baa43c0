// The dispatch desk by keyboard alone: twenty matters, each with a digit where the proposal is wrong and Enter where it is right.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { apiOf } from "./lib/api.mjs";
import { launchBrowser, openPerson } from "./lib/browser.mjs";
import { signIn } from "./lib/people.mjs";
import { startServer } from "./lib/server.mjs";

let server, browser, api;
before(async () => {
  server = await startServer();
  browser = await launchBrowser();
  api = apiOf(server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The dispatcher at her desk, whose hands stay on the keys. */
async function atDesk() {
  const person = await openPerson(browser, { address: server.address, width: 1440 });
  await signIn(person.page, server.account("dispatcher"));
  await person.page.goto("/staff/dispatch");
  return person;
}

/** The number of the case that is open on the desk. */
const open = async (page) => (await page.locator(".ql a[aria-current]").getAttribute("href")).split("/").at(-1);

/** What is ticked in a group of proposals. */
const ticked = (page, group) => page.locator(`[data-group=${group}] input:checked`);

/** Presses a key that leads to another page, and waits for it. */
async function turn(page, key) {
  await Promise.all([page.waitForEvent("load"), page.keyboard.press(key)]);
}

const MATTERS = [
  "小区门口的路灯不亮，晚上看不见路", "垃圾堆了三天没人清运，味道很大", "广场舞音响太吵，夜里十点还不停", "自来水停了一天，家里没水用",
  "暖气不热，屋里只有十四度", "电梯又坏了，老人上不了楼", "路面塌了一个坑，骑车摔了人", "下水道堵了，污水漫到路上",
  "小贩占道经营，走不过去", "物业收费不公示，保洁也不打扫",
];

test("twenty matters are sent on with Enter, digits and letters, and none with the mouse", async () => {
  const filed = [];
  for (let n = 0; n < 20; n++) {
    filed.push(await api.caseIn("filed", { text: `${MATTERS[n % MATTERS.length]}，第 ${n + 1} 处`, unlimited: true }));
  }
  const { page, close } = await atDesk();
  const sent = [];
  const started = Date.now();
  // What the demo left in the queue is older and stands first: it is cleared with the rest.
  for (let turns = 0; turns < 200 && filed.some(({ number }) => !sent.includes(number)); turns++) {
    const number = await open(page);
    assert.ok(!sent.includes(number), "a sent case is gone from the desk");
    if (await page.locator("form[action$='/resume']").count()) {
      // A reopened matter has its next step on A.
      await turn(page, "a");
      continue;
    }
    if ((await ticked(page, "kind").count()) === 0) await page.keyboard.press("q").then(() => page.keyboard.press("1"));
    if ((await ticked(page, "unit").count()) === 0) await page.keyboard.press("e").then(() => page.keyboard.press("1"));
    if ((await ticked(page, "complexity").inputValue()) === "complex") {
      // A complex matter owes its reason: the list is the next field, and Escape leads out of it.
      for (const key of ["w", "2", "Tab", "ArrowDown", "Escape"]) await page.keyboard.press(key);
      assert.notEqual(await page.locator("select[name=complex_reason]").inputValue(), "");
    }
    await turn(page, "Enter");
    assert.ok(new URL(page.url()).searchParams.get("to"), `${number} was sent: ${await page.locator("[role=alert]").allTextContents()}`);
    sent.push(number);
  }
  assert.ok(filed.every(({ number }) => sent.includes(number)));
  const minutes = (Date.now() - started) / 60_000;
  assert.ok(sent.length / minutes > 6, `${(sent.length / minutes).toFixed(1)} a minute`);
  for (const matter of filed) assert.equal((await api.read(matter)).status, "Dispatched");
  await close();
});

test("J and K walk through the queue, letters and digits choose, and typing is typing", async () => {
  for (const text of ["路灯不亮，东头", "路灯不亮，西头", "路灯不亮，南头"]) await api.caseIn("filed", { text, unlimited: true });
  const { page, close } = await atDesk();
  const first = await open(page);
  await turn(page, "j");
  const second = await open(page);
  assert.notEqual(second, first);
  await turn(page, "k");
  assert.equal(await open(page), first);
  await page.keyboard.press("q");
  await page.keyboard.press("2");
  assert.equal(await ticked(page, "kind").getAttribute("data-digit"), "2");
  await page.keyboard.press("1");
  assert.equal(await ticked(page, "kind").getAttribute("data-digit"), "1");
  await page.keyboard.press("w");
  await page.keyboard.press("2");
  assert.equal(await ticked(page, "complexity").inputValue(), "complex");
  // Back from elsewhere the letter finds what is ticked, not what stands first; Space and arrows go on from there.
  await page.keyboard.press("e");
  await page.keyboard.press("w");
  assert.equal(await page.evaluate(() => document.activeElement?.value), "complex", "W leads to the ticked one");
  await page.keyboard.press("q");
  await page.keyboard.press("2");
  await page.keyboard.press("w");
  await page.keyboard.press("q");
  assert.equal(await page.evaluate(() => document.activeElement?.dataset.digit), "2", "and so does Q");
  await page.keyboard.press("?");
  await page.locator("dialog#keys[open]").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("select[name=kind_other]").focus();
  await page.keyboard.press("j");
  assert.equal(await open(page), first, "a letter in a list chooses there");
  await close();
});

test("the words that decided are marked, and a correction changes the next proposal", async () => {
  const words = "河堤边的石头栏杆松动了，靠上去会掉下河";
  const before = await api.caseIn("filed", { text: `${words}，麻烦看看`, unlimited: true });
  const { page, close } = await atDesk();
  const marked = await api.caseIn("filed", { text: "槐荫路上的路灯不亮", unlimited: true });
  await page.goto(`/staff/dispatch/${marked.number}`);
  const text = await page.locator(".quote mark.ev.k").allTextContents();
  assert.ok(text.some((word) => word.includes("路灯")), text.join(" "));
  assert.equal(await page.locator(".quote").count(), 1);
  const kinds = await page.locator("select[name=kind_other] option").evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
  await page.goto(`/staff/dispatch/${before.number}`);
  const proposed = await ticked(page, "kind").evaluateAll(([input]) => input?.value);
  const other = kinds.find((kind) => kind !== proposed && kind === "property_service");
  // Another kind than any that is offered is chosen from the list, by keys as well.
  await page.locator("select[name=kind_other]").focus();
  await page.locator("select[name=kind_other]").selectOption(other);
  await page.locator("select[name=unit_other]").selectOption("housing");
  await page.keyboard.press("Escape");
  await turn(page, "Enter");
  assert.equal(new URL(page.url()).searchParams.get("to"), "housing");
  // It is learned once it has its place in the journal: a second and a little.
  let learned;
  for (let tries = 0; tries < 20 && learned !== other; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const after = await api.caseIn("filed", { text: `${words}，又来说一次，第 ${tries} 次`, unlimited: true });
    await page.goto(`/staff/dispatch/${after.number}`);
    learned = await ticked(page, "kind").evaluateAll(([input]) => input?.value);
  }
  assert.equal(learned, other);
  await close();
});
