// What staff do beside the main line, on a phone and without scripts: release, replace a code, answer an alarm.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { apiOf } from "./lib/api.mjs";
import { accessibilityFaults, launchBrowser, openPerson, overflow } from "./lib/browser.mjs";
import { choose, lookUp, signIn } from "./lib/people.mjs";
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

/** Somebody of staff with a phone whose browser runs no scripts. */
async function onPhone(account) {
  const person = await openPerson(browser, { address: server.address, width: 360, javascript: false });
  await signIn(person.page, account);
  return person;
}

/** Axe is a script: the same page, opened where scripts run. */
async function fine(account, path) {
  const person = await openPerson(browser, { address: server.address, width: 360 });
  await signIn(person.page, account);
  await person.page.goto(path);
  assert.deepEqual(await accessibilityFaults(person.page), []);
  assert.deepEqual(await overflow(person.page), []);
  await person.close();
}

test("a lost code is replaced at the hotline, and the slip shows the new one once", async () => {
  const matter = await api.caseIn("filed");
  const hotline = server.account("hotline");
  const { page, close } = await onPhone(hotline);
  await page.goto("/staff/reissue");
  await page.getByLabel("这件事的编号").fill(matter.number);
  await page.getByRole("button", { name: "找到这件事" }).click();
  await page.waitForURL(`**/staff/reissue/${matter.number}`);
  await page.getByRole("button", { name: "补发，给出新码" }).click();
  await page.getByRole("alert").waitFor();
  await choose(page, "怎么弄清是本人", "打回登记的号码");
  await page.getByRole("button", { name: "补发，给出新码" }).click();
  await page.getByRole("heading", { level: 1, name: "新的查询码" }).waitFor();
  const code = (await page.locator("dd.q").textContent()).trim();
  assert.notEqual(code, matter.code);
  const drawn = await page.getByRole("img", { name: /二维码/ }).evaluate((image) => image.complete && image.naturalWidth > 0);
  assert.ok(drawn, "the QR is drawn");
  assert.deepEqual(await overflow(page), []);
  await close();
  const resident = await openPerson(browser, { address: server.address, width: 360 });
  await lookUp(resident.page, { number: matter.number, code });
  await resident.page.getByText("补发查询码，旧码作废").waitFor();
  await resident.page.goto(matter.link);
  await resident.page.getByRole("alert").waitFor();
  await resident.close();
  await fine(hotline, `/staff/reissue/${matter.number}`);
});

test("words of harm call whoever is on duty on every page, until somebody takes it on", async () => {
  const matter = await api.caseIn("filed", { text: "欠薪半年，房租交不起，不想活了" });
  const dispatchers = server.accounts.filter((one) => one.role === "dispatcher");
  const people = await Promise.all(dispatchers.map(onPhone));
  const banner = (page) => page.getByRole("complementary", { name: "马上要办的" });
  const called = [];
  for (const { page } of people) {
    await page.goto("/staff/account");
    if (await banner(page).count()) called.push(page);
  }
  assert.equal(called.length, 1, "one is called first");
  const [page] = called;
  assert.ok(!(await banner(page).textContent()).includes("不想活"), "no word of it");
  await fine(dispatchers[people.findIndex((one) => one.page === page)], "/staff/account");
  await banner(page).getByRole("link", { name: "去看" }).click();
  await page.waitForURL(`**/staff/cases/${matter.number}*`);
  await page.getByRole("button", { name: "我接下，现在联系" }).click();
  await page.getByRole("status").waitFor();
  await page.getByRole("link", { name: "19900001234" }).waitFor();
  assert.equal(await banner(page).count(), 0);
  assert.deepEqual(await overflow(page), []);
  await Promise.all(people.map((one) => one.close()));
});

test("held matters are ticked all at once and released with one button, without scripts", async () => {
  const dispatcher = server.account("dispatcher");
  for (let n = 0; n < 33; n++) await api.caseIn("filed", { text: `路灯不亮，第 ${n + 1} 处` });
  const { page, close } = await onPhone(dispatcher);
  await page.goto("/staff/dispatch");
  await page.getByRole("link", { name: /待放行 \d+ 件/ }).click();
  await page.waitForURL("**/staff/dispatch/held");
  await fine(dispatcher, "/staff/dispatch/held");
  const boxes = page.getByRole("checkbox");
  const held = await boxes.count();
  assert.ok(held >= 3);
  await page.getByRole("button", { name: "放行选中的" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByRole("link", { name: "全选" }).click();
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), held);
  await page.getByRole("link", { name: "全不选" }).click();
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 0);
  await page.getByRole("link", { name: "全选" }).click();
  await page.getByRole("button", { name: "放行选中的" }).click();
  await page.getByRole("status").waitFor();
  assert.equal(await boxes.count(), 0);
  await close();
});
