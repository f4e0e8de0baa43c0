// The whole case in the browser: what several people decide one after the other, without scripts, on a phone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { apiOf } from "./lib/api.mjs";
import { accessibilityFaults, launchBrowser, openPerson, overflow } from "./lib/browser.mjs";
import { lookUp, rate, signIn } from "./lib/people.mjs";
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

const named = (login) => {
  const found = server.accounts.find((one) => one.account === login);
  assert.ok(found, login);
  return found;
};

/** Somebody of staff opens a case. */
async function at(account, matter, { javascript = false } = {}) {
  const person = await openPerson(browser, { address: server.address, width: 360, javascript });
  await signIn(person.page, account);
  await person.page.goto(`/staff/cases/${matter.number}`);
  return person;
}

/** Opens the form of a step, fills it, sends it, and waits for the page that confirms it. */
async function step(page, title, fields = {}) {
  const form = page.locator("details", { has: page.locator("summary", { hasText: new RegExp(`^${title}$`) }) });
  if (!(await form.evaluate((details) => details.open))) await form.locator("summary").click();
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true });
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await form.getByRole("button", { name: title, exact: true }).click();
  await page.getByRole("status").waitFor();
}

/** A case of a unit in a state, by the API. */
async function caseOf(unit, state, options = {}) {
  const handler = server.account("handler", unit);
  const matter = { ...(await api.caseIn("filed", options)), handler, kind: { code: "property_service", unit } };
  for (const name of { dispatched: ["dispatch"], work: ["dispatch", "accept", "contact", "start"], answered: ["dispatch", "accept", "contact", "answer"] }[state]) {
    await api.steps[name](matter);
  }
  return matter;
}

test("three units give it back with their reasons, and the organiser names one", async () => {
  const matter = await caseOf("housing", "dispatched");
  const dispatcher = server.account("dispatcher");
  for (const [lead, next] of [["han.lead", "agriculture"], ["qin.agriculture", "transport_urban"], ["lu.transport", undefined]]) {
    const { page, close } = await at(named(lead), matter);
    await step(page, "退单", { 原因: "不是本单位职责", 法定依据: "三定方案第六条" });
    await close();
    if (next) {
      matter.kind = { code: "property_service", unit: next };
      await api.steps.dispatch(matter);
    }
  }
  const desk = await at(dispatcher, matter);
  assert.equal(await desk.page.getByText("退回，待重派").first().isVisible(), true);
  await desk.close();
  const { page, close } = await at(server.account("organiser"), matter);
  await step(page, "指定承办", { 单位: "县住房和城乡建设局", 说明: "由住建牵头" });
  assert.deepEqual(await overflow(page), []);
  await close();
  const resident = await openPerson(browser, { address: server.address, width: 360 });
  await lookUp(resident.page, matter);
  await resident.page.getByText(/指定由.*承办，不能再退/).waitFor();
  assert.deepEqual(await accessibilityFaults(resident.page), []);
  await resident.close();
});

test("more time is asked for, signed and agreed, and each sees only her own step", async () => {
  const matter = await caseOf("housing", "work");
  const handler = await at(matter.handler, matter);
  await step(handler.page, "申请延期", { 多要几个工作日: "3", 说明: "等材料到货" });
  assert.equal(await handler.page.getByRole("button", { name: "同意", exact: true }).count(), 0, "nobody agrees to her own");
  assert.deepEqual(await overflow(handler.page), []);
  await handler.close();
  for (const account of [named("han.lead"), server.account("dispatcher")]) {
    const { page, close } = await at(account, matter);
    await page.getByText(/等人同意/).waitFor();
    await step(page, "同意");
    await close();
  }
  const resident = await openPerson(browser, { address: server.address, width: 360, javascript: false });
  await lookUp(resident.page, matter);
  await resident.page.getByText("等材料到货").waitFor();
  await resident.close();
});

test("a dispatch is undone within ten seconds", async () => {
  const matter = await caseOf("housing", "dispatched");
  const { page, close } = await at(server.account("dispatcher"), matter);
  await step(page, "撤回派单");
  await page.getByText("待派单").first().waitFor();
  await close();
});

test("a complaint about a unit is not there for it: no row, no page, no guess by number", async () => {
  const response = await fetch(`${server.address}/api/v1/public/cases`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-channel-token": server.channel },
    body: JSON.stringify({ text: "住建窗口的人骂人", place: { area: "huaiyin" }, contact: {}, against: "housing" }),
  });
  const sealed = await response.json();
  assert.equal(response.status, 201);
  for (const account of [named("xu.housing"), named("han.lead"), server.account("point_staff")]) {
    const { page, close } = await at(account, sealed);
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.ok(!(await page.content()).includes("骂人"));
    for (const path of ["/staff", "/staff/cases"]) {
      await page.goto(path);
      assert.ok(!(await page.content()).includes(sealed.number), `${account.account} ${path}`);
    }
    await close();
  }
  const { page, close } = await at(server.account("dispatcher"), sealed, { javascript: true });
  await page.getByText("密封", { exact: true }).first().waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  await close();
});

test("forty reports of one burst pipe are merged with one form, and each has its answer", async () => {
  const parent = await caseOf("housing", "work", { text: "总水管爆了" });
  const children = [];
  for (let n = 0; n < 40; n++) children.push(await api.caseIn("filed", { text: `家里没水，第 ${n + 1} 户`, unlimited: true }));
  const { page, close } = await at(server.account("dispatcher"), parent);
  await step(page, "把别的并进来", { "编号，一行一个": children.map((child) => child.number).join("\n") });
  await close();
  await api.steps.answer(parent);
  for (const child of [children[0], children[39]]) {
    const resident = await openPerson(browser, { address: server.address, width: 360, javascript: false });
    await lookUp(resident.page, child);
    await resident.page.getByRole("heading", { level: 2, name: "答复", exact: true }).waitFor();
    await resident.close();
  }
  const resident = await openPerson(browser, { address: server.address, width: 360, javascript: false });
  await lookUp(resident.page, children[0]);
  await rate(resident.page, { solved: true, satisfaction: "满意" });
  await resident.close();
});

test("not solved twice goes to another handler, the third time to the supervisor", async () => {
  const matter = await caseOf("housing", "answered");
  const other = server.account("handler", "organisation");
  const dispatcher = server.account("dispatcher");
  await api.steps.unsolved(matter);
  await api.command(matter, dispatcher, "resume", {});
  await api.steps.answer(matter);
  await api.steps.unsolved(matter);
  const desk = await at(dispatcher, matter);
  const choice = desk.page.getByLabel("交给谁办");
  assert.ok(!(await choice.locator("option").allTextContents()).some((name) => name.includes("徐")), "not the same hands");
  await desk.close();
  await api.command(matter, dispatcher, "resume", { handler: other.account });
  matter.handler = other;
  await api.steps.answer(matter);
  await api.steps.unsolved(matter);
  const { page, close } = await at(server.account("supervisor"), matter);
  await step(page, "核实后办结", { 说明: "到现场看过，三次都办到位。" });
  await close();
  const resident = await openPerson(browser, { address: server.address, width: 360, javascript: false });
  await lookUp(resident.page, matter);
  await resident.page.getByText(/申请行政复议/).waitFor();
  await resident.close();
});

test("a resident replies to a question, reminds, and withdraws, without scripts", async () => {
  const matter = await caseOf("housing", "work");
  const handler = await at(matter.handler, matter);
  await step(handler.page, "请群众补充", { 问题: "白天家里有人吗？" });
  await handler.close();
  const { page, close } = await openPerson(browser, { address: server.address, width: 360, javascript: false });
  await lookUp(page, matter);
  await page.getByText("白天家里有人吗？").first().waitFor();
  await page.getByLabel("补充的情况").fill("都在家");
  await page.getByRole("button", { name: "回话" }).click();
  await page.getByRole("status").waitFor();
  await page.locator("summary", { hasText: "催一催" }).click();
  await page.getByRole("button", { name: "催一下" }).click();
  await page.getByText("催了，承办单位的负责人看得到。").waitFor();
  assert.equal(await page.locator("summary", { hasText: "催一催" }).count(), 0, "once a day");
  await page.locator("summary", { hasText: "不办了，撤回" }).click();
  await page.getByRole("button", { name: "撤回", exact: true }).click();
  await page.getByText("已经撤回。").waitFor();
  assert.deepEqual(await overflow(page), []);
  await close();
});
