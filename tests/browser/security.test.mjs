// Staff and their own security on an old phone: an authenticator, its recovery codes, other sessions, an account by two people.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { accessibilityFaults, launchBrowser, openPerson, overflow, rawKeys } from "./lib/browser.mjs";
import { signIn } from "./lib/people.mjs";
import { startServer } from "./lib/server.mjs";

let server, browser;
before(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The six digits that an authenticator shows for a base32 secret (RFC 6238), `steps` half minutes from now. */
function digits(secret, steps = 0) {
  const bits = [...secret.replaceAll(/\s/g, "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac("sha1", key).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function looksRight(page) {
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.deepEqual(await overflow(page), []);
  assert.deepEqual(await rawKeys(page), []);
}

for (const javascript of [true, false]) {
  const how = javascript ? "with scripts" : "without scripts";

  test(`an authenticator is set up, used and replaced by a recovery code, ${how}`, async () => {
    const { address } = server;
    const { account, password } = server.accounts.filter(({ role }) => role === "handler")[javascript ? 0 : 1];
    const person = await openPerson(browser, { address, width: 360, javascript });
    const { page } = person;
    await signIn(page, { account, password });
    await page.goto("/staff/account");
    await page.getByRole("link", { name: "开通" }).click();
    if (javascript) await looksRight(page);
    assert.ok(await page.getByRole("img", { name: /^二维码/ }).isVisible());
    await page.getByText("扫不了？").click();
    const secret = await page.locator("[data-code] code").textContent();

    await page.getByLabel("6 位动态码").fill("000000");
    await page.getByLabel("现在的密码").fill(password);
    await page.getByRole("button", { name: "开通" }).click();
    await page.getByRole("alert").first().waitFor();
    if (javascript) await looksRight(page);

    await page.getByLabel("6 位动态码").fill(digits(secret));
    await page.getByLabel("现在的密码").fill(password);
    await page.getByRole("button", { name: "开通" }).click();
    await page.getByRole("heading", { level: 1, name: "请把备用码收好" }).waitFor();
    if (javascript) await looksRight(page);
    const codes = await page.locator(".codes code").allTextContents();
    assert.equal(codes.length, 10);
    await page.getByRole("link", { name: "收好了，接着走" }).click();
    await page.getByText("还有 10 个没用过").waitFor();

    const elsewhere = await openPerson(browser, { address, width: 360, javascript });
    const door = elsewhere.page;
    await door.goto("/signin");
    const knock = async (code) => {
      await door.locator("#account").fill(account);
      await door.locator("#password").fill(password);
      if (code) await door.locator("#totp").fill(code);
      await door.locator("form[action='/signin'] button").click();
    };
    await knock();
    await door.locator("#totp").waitFor();
    if (javascript) await looksRight(door);
    await knock(codes[0]);
    await door.waitForURL(/\/staff/);

    // The other session stands in the list, and ends at once.
    await page.goto("/staff/account");
    assert.equal(await page.getByText("正在用的这一个").count(), 1);
    await page.getByRole("button", { name: /^退掉/ }).first().click();
    await page.getByRole("status").waitFor();
    if (javascript) await looksRight(page);
    await door.goto("/staff");
    await door.waitForURL(/\/signin/);
    await elsewhere.close();
    await person.close();
  });
}

test("an account is proposed by one, approved by another, and opened by a link", async () => {
  const { address } = server;
  const [admin, organiser, guest] = await Promise.all([0, 1, 2].map(() => openPerson(browser, { address, width: 360 })));
  await signIn(admin.page, server.account("admin"));
  await signIn(organiser.page, server.account("organiser"));
  await admin.page.goto("/staff/accounts");
  await admin.page.getByRole("link", { name: "加一个人" }).click();
  await admin.page.getByLabel("账号名").fill("new.hand");
  await admin.page.getByRole("button", { name: "提给统筹批" }).click();
  await admin.page.getByRole("alert").first().waitFor();
  await looksRight(admin.page);
  assert.equal(await admin.page.getByLabel("账号名").inputValue(), "new.hand", "nothing typed is lost");
  await admin.page.getByLabel("姓名", { exact: true }).fill("新来的");
  await admin.page.locator("#role").selectOption("handler");
  await admin.page.locator("#place").selectOption("unit:housing");
  await admin.page.locator("#unit").selectOption("housing");
  await admin.page.getByRole("button", { name: "提给统筹批" }).click();
  await admin.page.getByRole("status").waitFor();

  await organiser.page.goto("/staff/accounts/proposals");
  await looksRight(organiser.page);
  await organiser.page.getByRole("button", { name: "批", exact: true }).click();
  await organiser.page.getByRole("status").waitFor();

  await admin.page.goto("/staff/accounts");
  await admin.page.getByRole("link", { name: "新来的" }).click();
  await admin.page.getByRole("button", { name: "生成链接" }).click();
  await looksRight(admin.page);
  const link = await admin.page.getByLabel("链接").inputValue();
  await guest.page.goto(link);
  await looksRight(guest.page);
  await guest.page.getByLabel("新密码").fill("一句很好记的长话，谁也猜不到");
  await guest.page.getByRole("button", { name: "设好，去登录" }).click();
  await signIn(guest.page, { account: "new.hand", password: "一句很好记的长话，谁也猜不到" });
  for (const person of [admin, organiser, guest]) await person.close();
});
