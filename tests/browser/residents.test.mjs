// What a resident may count on: the keyboard, large type, another language, and that nothing typed is lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { apiOf } from "./lib/api.mjs";
import { accessibilityFaults, launchBrowser, openPerson, overflow, visit } from "./lib/browser.mjs";
import { choose, lookUp, readReceipt, signIn } from "./lib/people.mjs";
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

const person = (options) => openPerson(browser, { address: server.address, ...options });

/** Presses Tab until the element is focused, as somebody without a mouse does. */
async function tabTo(page, locator, limit = 80) {
  for (let presses = 0; presses < limit; presses++) {
    if (await locator.evaluate((element) => element === document.activeElement)) {
      const seen = await locator.evaluate((element) => {
        const drawn = (one) => {
          const style = getComputedStyle(one);
          return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
        };
        return drawn(element) || (element.closest("label") && drawn(element.closest("label")));
      });
      assert.ok(seen, "the focus can be seen");
      return;
    }
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach ${locator}`);
}

test("the keyboard alone reports a matter and rates it", async () => {
  const { page, close } = await person();
  const field = (name) => page.getByLabel(name);
  await page.goto("/report");
  await page.keyboard.press("Tab");
  assert.match(await page.locator(":focus").textContent(), /跳到正文/, "the first stop skips to the text");
  await tabTo(page, field("发生了什么？"));
  await page.keyboard.type("小区东门的路灯晚上不亮");
  await tabTo(page, field("哪个社区或村"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, field("具体在哪儿"));
  await page.keyboard.type("东门");
  await tabTo(page, page.getByRole("radio", { name: /^打电话/ }));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.ok(await page.getByRole("radio", { name: /^不用找我/ }).isChecked());
  await tabTo(page, page.getByRole("button", { name: "交上去，拿编号" }));
  await page.keyboard.press("Enter");
  await readReceipt(page);

  const matter = await api.caseIn("answered");
  await page.goto(matter.link);
  for (const [question, pressed] of [["联系了", 0], ["解决了", 0], ["很满意", 1]]) {
    await tabTo(page, page.getByRole("radio", { name: new RegExp(`^${question}`) }));
    await page.keyboard.press("Space");
    for (let press = 0; press < pressed; press++) await page.keyboard.press("ArrowDown");
  }
  await tabTo(page, page.getByRole("button", { name: "交评价" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "您的评价" }).waitFor();
  assert.match((await api.read(matter)).status, /closed/i);
  await close();
});

test("the keyboard alone clears a case from the dispatch desk", async () => {
  const matter = await api.caseIn("filed");
  const { page, close } = await person();
  await signIn(page, matter.dispatcher);
  await page.goto(`/staff/dispatch/${matter.number}`);
  // The words name a lamp, so something is suggested; Enter sends it as suggested.
  await page.locator("body").press("Enter");
  await page.getByRole("status").waitFor();
  assert.match((await api.read(matter)).status, /dispatched/i);
  await close();
});

for (const javascript of [true, false]) {
  test(`what was typed is kept when something is missing, ${javascript ? "with" : "without"} scripts`, async () => {
    const { page, close } = await person({ javascript });
    await page.goto("/report");
    await page.getByLabel("发生了什么？").fill("路灯 <i>不亮</i>\n第二行");
    await page.getByLabel("具体在哪儿").fill("东门 \"左边\"");
    await choose(page, "有结果怎么告诉您？", "打电话");
    await page.getByLabel("电话号码").fill("12");
    await page.getByRole("button", { name: "交上去，拿编号" }).click();
    const summary = page.getByRole("alert");
    await summary.waitFor();
    assert.equal(await page.getByLabel("发生了什么？").inputValue(), "路灯 <i>不亮</i>\n第二行");
    assert.equal(await page.getByLabel("具体在哪儿").inputValue(), "东门 \"左边\"");
    assert.equal(await page.getByLabel("电话号码").inputValue(), "12");
    assert.ok(await page.getByRole("radio", { name: /^打电话/ }).isChecked());
    // Each line of the summary leads to its field, which says the same beside itself.
    const link = summary.getByRole("link").first();
    const target = (await link.getAttribute("href")).slice(1);
    assert.equal(await page.locator(`[id="${target}"]`).count(), 1);
    assert.equal(await page.locator(`[id="${target}-e"]`).textContent().then((text) => text.trim()), (await link.textContent()).trim());
    // Mended, it goes through.
    await page.getByLabel("电话号码").fill("19900005678");
    await choose(page, "号码给谁看？", "保密");
    await page.getByRole("button", { name: "交上去，拿编号" }).click();
    await readReceipt(page);
    await close();
  });
}

test("a draft is still there after the page was left, and gone after it was sent", async () => {
  const { page, close } = await person();
  await page.goto("/report");
  await page.getByLabel("发生了什么？").fill("井盖翘起来了");
  await page.getByText("草稿已存在这台设备上").waitFor();
  await page.goto("/");
  await page.goto("/report");
  assert.equal(await page.getByLabel("发生了什么？").inputValue(), "井盖翘起来了");
  await page.getByLabel("具体在哪儿").fill("东门");
  await choose(page, "有结果怎么告诉您？", "不用找我");
  await page.getByRole("button", { name: "交上去，拿编号" }).click();
  await readReceipt(page);
  await page.goto("/report");
  assert.equal(await page.getByLabel("发生了什么？").inputValue(), "");
  await close();
});

test("a wrong code says so, keeps the number and tells nothing else", async () => {
  const matter = await api.caseIn("filed");
  const { page, close } = await person();
  await page.goto("/find");
  const seen = [];
  for (const number of [matter.number, "261113048271"]) {
    await page.getByLabel("编号").fill(number);
    await page.getByLabel("查询码").fill("AAAA-BBBB-CCCC");
    await page.getByRole("button", { name: "查一查" }).click();
    const summary = page.getByRole("alert");
    await summary.waitFor();
    seen.push(await summary.textContent());
    assert.equal((await page.getByLabel("编号").inputValue()).replaceAll(/\D/g, ""), number);
  }
  assert.equal(seen[0], seen[1], "a known number and an unknown one are answered alike");
  await close();
});

test("the link of a receipt opens the matter, and its code is not in the address afterwards", async () => {
  const matter = await api.caseIn("answered");
  const { page, close } = await person();
  await page.goto(matter.link);
  assert.equal(new URL(page.url()).pathname, `/track/${matter.number}`);
  assert.ok(!page.url().includes(matter.code));
  await close();

  const stranger = await person();
  const answer = await stranger.page.goto(`/track/${matter.number}`);
  assert.ok(answer.status() === 404 || new URL(stranger.page.url()).pathname === "/find", "without the code there is nothing to see");
  await stranger.close();
});

for (const javascript of [true, false]) {
  test(`English keeps the page and Chinese comes back, ${javascript ? "with" : "without"} scripts`, async () => {
    const matter = await api.caseIn("answered");
    const { page, close } = await person({ javascript });
    for (const path of ["/", "/report", "/find", `/track/${matter.number}`]) {
      if (path.startsWith("/track")) await lookUp(page, matter);
      else await page.goto(path);
      await page.getByRole("button", { name: /^EN/ }).click();
      await page.locator("html[lang=en]").waitFor();
      assert.equal(new URL(page.url()).pathname, path);
      await page.getByRole("button", { name: "中文" }).click();
      await page.locator("html[lang=zh-CN]").waitFor();
      assert.equal(new URL(page.url()).pathname, path);
    }
    await close();
  });

  test(`长辈版 is a setting that stays, grows and goes, ${javascript ? "with" : "without"} scripts`, async () => {
    const { page, close } = await person({ javascript, width: 360 });
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    await visit(page, "/report");
    await page.getByRole("button", { name: "长辈版" }).click();
    await page.locator("html[data-mode=senior]").waitFor();
    assert.equal(new URL(page.url()).pathname, "/report", "the page is kept");
    await page.goto("/");
    assert.equal(await page.locator("html").getAttribute("data-mode"), "senior", "and it stays on");
    const before = await size();
    assert.ok(before >= 18);
    await page.getByRole("button", { name: "大一点" }).click();
    await page.locator("html[data-zoom='2']").waitFor();
    assert.ok((await size()) > before);
    await page.getByRole("button", { name: "回到普通版" }).click();
    await page.locator("html:not([data-mode])").waitFor();
    await close();
  });
}

test("a phone as small as 320 px, and text at twice its size, lose nothing", async () => {
  const { page, close } = await person({ width: 320 });
  for (const path of ["/", "/report", "/find"]) {
    await visit(page, path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${path} scrolls sideways by ${wide} px`);
  }
  await close();
});

test("who met it too joins what others reported, without a script", async () => {
  const tell = async (page, text, words) => {
    await page.goto("/report");
    await page.getByLabel("发生了什么？").fill(text);
    await page.getByLabel("这件事是哪一类").selectOption("street_lamp");
    await page.getByLabel("具体在哪儿").fill(words);
    await choose(page, "有结果怎么告诉您？", "不用找我");
    await page.getByRole("button", { name: "交上去，拿编号" }).click();
  };
  const [first, other] = [await person({ javascript: false }), await person({ javascript: false })];
  await tell(first.page, "东门的灯杆倒了，压着我家的车", "槐荫里小区东门");
  await readReceipt(first.page);
  await tell(other.page, "路灯一直不亮", "槐荫里小区西门");
  await other.page.getByRole("heading", { name: "已经有人反映过" }).waitFor();
  assert.doesNotMatch(await other.page.content(), /压着我家的车/, "nobody's words are told");
  await choose(other.page, "是同一件事吗？", "我也遇到");
  await other.page.getByRole("button", { name: "交上去，拿编号" }).click();
  const hers = await readReceipt(other.page);
  await other.page.getByText("和别人反映的同一件事一起办").waitFor();
  assert.equal((await api.read(hers)).status, "Merged");
  await lookUp(other.page, hers);
  assert.doesNotMatch(await other.page.content(), /压着我家的车/);
  await Promise.all([first.close(), other.close()]);
});

test("what others reported at the same place is shown once, and the form goes its way, with and without scripts", async () => {
  const send = (page) => page.getByRole("button", { name: "交上去，拿编号" }).click();
  const fill = async (page, text) => {
    await page.goto("/report");
    await page.getByLabel("发生了什么？").fill(text);
    await page.getByLabel("具体在哪儿").fill("老槐树家属院东门");
    await page.getByLabel("具体在哪儿").press("Tab");
    await choose(page, "有结果怎么告诉您？", "不用找我");
  };
  const near = (page) => page.locator("#near");
  const first = await person({ width: 360, javascript: false });
  await fill(first.page, "路灯不亮，晚上看不见路");
  await send(first.page);
  await readReceipt(first.page);
  await first.close();

  const plain = await person({ width: 360, javascript: false });
  await fill(plain.page, "路灯不亮，我家门口这一盏");
  await send(plain.page);
  await plain.page.getByRole("alert").getByText("先看一眼").waitFor();
  assert.match(await near(plain.page).textContent(), /老槐树家属院.*有人反映过/s);
  assert.ok(!(await near(plain.page).textContent()).includes("看不见路"), "never the words of others");
  assert.equal(await plain.page.getByLabel("发生了什么？").inputValue(), "路灯不亮，我家门口这一盏");
  assert.deepEqual(await overflow(plain.page), []);
  await send(plain.page);
  await readReceipt(plain.page);
  await plain.close();

  const { page, close } = await person({ width: 360 });
  await fill(page, "路灯不亮，第三盏");
  await page.getByRole("heading", { name: "已经有人反映过" }).waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.deepEqual(await overflow(page), []);
  await send(page);
  await readReceipt(page);
  await close();
});
