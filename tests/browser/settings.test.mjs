// The rules of the county: one proposes, another approves, everybody reads.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launchBrowser, openPerson } from "./lib/browser.mjs";
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

const staff = async (role) => {
  const person = await openPerson(browser, { address: server.address, width: 1440, language: "zh" });
  await signIn(person.page, server.account(role));
  return person;
};

test("a limit is proposed by one, approved by another, and published with its day", async () => {
  const admin = await staff("admin");
  await admin.page.goto("/staff/settings");
  await admin.page.getByRole("link", { name: "求助几天答复" }).click();
  // Out of the range: the sentence says the range, and nothing typed is lost.
  await admin.page.getByLabel("求助几天答复").fill("99");
  await admin.page.getByLabel("哪天起用").fill("2028-01-01");
  await admin.page.getByLabel("为什么改").fill("近半年十件有九件四天内答复");
  await admin.page.getByRole("button", { name: "提上去等人批" }).click();
  await admin.page.getByText("超出了允许的范围").waitFor();
  assert.match(await admin.page.getByText("超出了允许的范围").textContent(), /1 个工作日 到 10 个工作日/);
  assert.equal(await admin.page.getByLabel("为什么改").inputValue(), "近半年十件有九件四天内答复");
  assert.equal(await admin.page.getByLabel("哪天起用").inputValue(), "2028-01-01");
  await admin.page.getByLabel("求助几天答复").fill("4");
  await admin.page.getByRole("button", { name: "提上去等人批" }).click();
  await admin.page.waitForURL("**/staff/settings/proposals/*");
  await admin.page.getByText("您提的，不能自己批。").waitFor();
  assert.equal(await admin.page.getByRole("button", { name: "批准" }).count(), 0);
  const address = new URL(admin.page.url()).pathname;

  const organiser = await staff("organiser");
  await organiser.page.goto("/staff/settings/proposals");
  await organiser.page.getByRole("link", { name: /求助几天答复：5 个工作日 → 4 个工作日/ }).click();
  assert.equal(new URL(organiser.page.url()).pathname, address);
  // The approver sees three receipts, each due earlier.
  assert.equal(await organiser.page.locator("tbody tr").count(), 3);
  await organiser.page.getByRole("button", { name: "不批" }).click();
  await organiser.page.getByText("不批要写为什么").first().waitFor();
  await organiser.page.getByRole("button", { name: "批准" }).click();
  await organiser.page.getByText("批了。到日子自己生效。").waitFor();

  const resident = await openPerson(browser, { address: server.address, width: 360, language: "zh" });
  await resident.page.goto("/");
  await resident.page.getByRole("link", { name: "规则公开" }).click();
  await resident.page.waitForURL("**/rules");
  await resident.page.getByText("2028年1月1日 起：4 个工作日").waitFor();
  for (const person of [admin, organiser, resident]) await person.close();
});
