// What anybody can check without believing us: a receipt, and the figures of a month. In her own browser, with words she understands.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { apiOf } from "./lib/api.mjs";
import { accessibilityFaults, launchBrowser, openPerson, overflow } from "./lib/browser.mjs";
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

/** What the page says once it has something to say. */
async function verdict(page, words) {
  const said = page.locator("[data-said]:visible");
  await said.filter({ hasText: words }).waitFor({ timeout: 20_000 });
  return said.evaluate((element) => element.className);
}

/** The receipt of the filing, as soon as it is sealed. */
async function receiptOf(page, matter) {
  for (let tries = 0; tries < 60; tries++) {
    const answer = await page.request.get(`/track/${matter.number}/receipts/1`);
    if (answer.ok()) return answer.text();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return assert.fail("the receipt is not sealed after fifteen seconds");
}

test("a resident checks her receipt, and one changed character fails", async () => {
  const matter = await api.caseIn("filed");
  const { page, close } = await person({ width: 360 });
  await page.goto(matter.link);
  const receipt = await receiptOf(page, matter);
  await page.goto("/r");
  const give = (text) => page.locator("input[type=file]").setInputFiles({ name: "receipt.lxr", mimeType: "text/plain", buffer: Buffer.from(text) });
  await give(receipt);
  assert.match(await verdict(page, /凭证完好/), /\bg\b/);
  // One character of what was sealed, and one of the signature.
  const extra = receipt.split("\n")[1];
  const other = (letter) => (letter === "A" ? "B" : "A");
  const place = receipt.indexOf(extra) + 80;
  await give(receipt.slice(0, place) + other(receipt[place]) + receipt.slice(place + 1));
  assert.match(await verdict(page, /对不上/), /\by\b/);
  const end = receipt.trimEnd().length - 6;
  await give(receipt.slice(0, end) + other(receipt[end]) + receipt.slice(end + 1));
  assert.match(await verdict(page, /对不上/), /\by\b/);
  await give("这不是回执");
  assert.match(await verdict(page, /不是凭证文件/), /\by\b/);
  await close();
});

test("the page that people keep checks a receipt from a file, without a network", async () => {
  const matter = await api.caseIn("filed");
  const { page, context, close } = await person({ width: 360 });
  await page.goto(matter.link);
  const receipt = await receiptOf(page, matter);
  await page.goto("/r");
  const key = await page.locator("code").first().textContent();
  const told = await page.locator("code").nth(1).textContent();
  const link = page.getByRole("link", { name: "保存核对页" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  assert.equal(download.suggestedFilename(), "lianxin-verify.html");
  const kept = join(await mkdtemp(join(tmpdir(), "kept-")), "lianxin-verify.html");
  await download.saveAs(kept);
  assert.equal(createHash("sha256").update(await readFile(kept)).digest("hex"), told, "what is printed is what was saved");
  await context.setOffline(true);
  await page.goto(pathToFileURL(kept).href);
  assert.deepEqual(await overflow(page), []);
  const give = async (text, by = key) => {
    await page.locator("textarea").fill(by);
    await page.locator("input").setInputFiles({ name: "receipt.lxr", mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "核对 Check" }).click();
  };
  const says = (words) => page.locator("output", { hasText: words }).waitFor();
  // As it was broken on paper.
  await give(receipt, `${key.slice(0, 20)}\n${key.slice(20)}`);
  await says("凭证完好");
  await give(receipt.replace(/\nindex (\d+)/, (_, index) => `\nindex ${Number(index) + 1}`));
  await says("对不上");
  await give(receipt, key.replace(/\+[0-9a-f]{8}\+/, "+00000000+"));
  await says("不是这把公钥");
  await give("");
  await says("请填上公钥");
  await close();
});

test("a browser that knows no cryptography checks all the same", async () => {
  const matter = await api.caseIn("filed");
  const { page, close } = await person();
  // As on a page without TLS, and in phones from before.
  await page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
  await page.goto(matter.link);
  const receipt = await receiptOf(page, matter);
  await page.goto("/r");
  const give = (text) => page.locator("input[type=file]").setInputFiles({ name: "receipt.lxr", mimeType: "text/plain", buffer: Buffer.from(text) });
  await give(receipt);
  assert.match(await verdict(page, /凭证完好/), /\bg\b/);
  const end = receipt.trimEnd().length - 6;
  await give(receipt.slice(0, end) + (receipt[end] === "A" ? "B" : "A") + receipt.slice(end + 1));
  assert.match(await verdict(page, /对不上/), /\by\b/);
  await page.goto("/open");
  await page.getByRole("button", { name: "在我的手机上重新计算" }).click();
  // How many there are follows the day: an exclusion in the month has a row of its own.
  assert.match(await verdict(page, /一模一样/), /\bg\b/);
  await close();
});

test("the open board computes a month again, and names what was changed", async () => {
  const { page, close } = await person({ width: 360 });
  await page.goto("/open");
  const again = page.getByRole("button", { name: "在我的手机上重新计算" });
  await again.click();
  assert.match(await verdict(page, /一模一样：\d+ 个数都对得上/), /\bg\b/);
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.deepEqual(await overflow(page), []);
  // The page says something else than the log.
  await page.locator("#K3").evaluate((row) => row.setAttribute("data-n", String(Number(row.dataset.n) + 1)));
  await again.click();
  assert.match(await verdict(page, /算出来不一样：K3。/), /\by\b/);
  // The file was changed on its way: one byte of the leaves, one of the signature, cut off.
  const changes = [
    (file) => { file[Math.floor(file.length / 2)] ^= 1; return file; },
    (file) => { file[file.indexOf("— ") + 60] ^= 1; return file; },
    (file) => file.subarray(0, file.length - 40),
  ];
  for (const change of changes) {
    await page.goto("/open");
    await page.route("**/cohort", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: change(Buffer.from(await answer.body())) });
    });
    await again.click();
    assert.match(await verdict(page, /对不上本站的签名/), /\by\b/);
    await page.unroute("**/cohort");
  }
  await page.route("**/cohort", (route) => route.fulfill({ status: 404, body: "" }));
  await again.click();
  assert.match(await verdict(page, /没取到账目/), /\by\b/);
  await close();
});

test("the log's own page shows its key, and without scripts the board has its files all the same", async () => {
  const { page, close } = await person({ javascript: false });
  await page.goto("/open");
  assert.equal(await page.getByRole("button", { name: "在我的手机上重新计算" }).count(), 0);
  await page.getByRole("link", { name: "公开账本" }).click();
  assert.match(await page.locator("code").first().textContent(), /^\S+\+[0-9a-f]{8}\+/);
  assert.ok(await page.getByText("还没有别的站点见证这本账").isVisible());
  await close();
});
