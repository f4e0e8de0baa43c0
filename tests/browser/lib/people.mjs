// What people do, in the words that stand on the pages. The tests are their stories.

import assert from "node:assert/strict";

/** @typedef {import("playwright-core").Page} Page */

/** Chooses an answer to a question with radio buttons, by its label, as a finger does: the button itself may be drawn by the label. */
export async function choose(page, question, answer) {
  const radio = page.getByRole("group", { name: question }).getByRole("radio", { name: new RegExp(`^${answer}`) });
  await radio.locator("xpath=ancestor::label").click();
  assert.ok(await radio.isChecked(), `${question} ${answer}`);
}

/**
 * A resident reports something, beginning on the home page, and reads the receipt.
 * @param {Page} page
 * @returns {Promise<{number: string, code: string}>}
 */
export async function report(page, { text, phone = "19900001234", words = "三号楼二单元" }) {
  await page.goto("/");
  await page.getByLabel("我要反映").fill(text);
  await page.getByRole("button", { name: "下一步" }).click();
  await page.waitForURL("**/report**");
  assert.equal(await page.getByLabel("发生了什么？").inputValue(), text, "what was typed at the door is not typed again");
  await page.getByLabel("哪个社区或村").selectOption({ index: 1 });
  await page.getByLabel("具体在哪儿").fill(words);
  if (phone) {
    await choose(page, "有结果怎么告诉您？", "打电话");
    await page.getByLabel("电话号码").fill(phone);
    await choose(page, "号码给谁看？", "给办事的人看");
  } else {
    await choose(page, "有结果怎么告诉您？", "不用找我");
  }
  await page.getByRole("button", { name: "交上去，拿编号" }).click();
  return readReceipt(page);
}

/** Number and code from the receipt. */
export async function readReceipt(page) {
  await page.waitForURL("**/receipt/*");
  await page.getByRole("heading", { level: 1, name: "收到了" }).waitFor();
  const beside = (term) => page.locator("dt", { hasText: term }).locator("xpath=following-sibling::dd[1]").textContent();
  const number = (await beside("编号")).replaceAll(/\D/g, "");
  const code = (await beside("查询码")).trim();
  assert.match(number, /^\d{12,13}$/);
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  return { number, code };
}

/** A resident looks a matter up by its number and code. */
export async function lookUp(page, { number, code }) {
  await page.goto("/find");
  await page.getByLabel("编号").fill(number);
  await page.getByLabel("查询码").fill(code);
  await page.getByRole("button", { name: "查一查" }).click();
  await page.waitForURL(`**/track/${number}*`);
}

/** A resident rates, on the page of progress. */
export async function rate(page, { solved, satisfaction, comment = "" }) {
  await choose(page, "有人联系过您吗？", "联系了");
  await choose(page, "解决了吗？", solved ? "解决了" : "没解决");
  await choose(page, "满意吗？", satisfaction);
  await page.getByLabel("还想说什么").fill(comment);
  await page.getByRole("button", { name: "交评价" }).click();
  await page.getByRole("heading", { name: "您的评价" }).waitFor();
}

/** A member of staff signs in, in whichever language the page is. */
export async function signIn(page, { account, password }) {
  await page.goto("/signin");
  await page.locator("#account").fill(account);
  await page.locator("#password").fill(password);
  await page.locator("form[action='/signin'] button").click();
  await page.waitForURL(/\/staff/);
}

/** The dispatcher opens a case at the desk and sends it to a unit. */
export async function dispatch(page, { number, kind }) {
  await page.goto(`/staff/dispatch/${number}`);
  await page.getByLabel("都不是，另选类别").selectOption(kind.code);
  await page.getByLabel("都不是，另选单位").selectOption(kind.unit);
  await choose(page, "一般还是复杂", "一般");
  await page.getByRole("button", { name: /^照此派出/ }).click();
  await page.getByRole("status").waitFor();
}

/** The dispatcher puts a reopened case to work again. */
export async function resume(page, { number }) {
  await page.goto(`/staff/cases/${number}`);
  await page.getByRole("button", { name: /^重新办理/ }).click();
  await page.getByRole("status").waitFor();
}

/** The handler takes a case, calls the resident and begins. */
export async function takeOn(page, { number }) {
  await page.goto(`/staff/cases/${number}`);
  await page.getByRole("button", { name: /^接单/ }).click();
  await page.getByRole("status").waitFor();
  const contact = page.locator("form#contact");
  await contact.locator("input[name=how][value=call]").locator("xpath=ancestor::label").click();
  await contact.getByLabel("通话几秒").fill("60");
  await contact.getByLabel("说了什么").fill("已说明谁来办、哪天办好。");
  await contact.getByRole("button", { name: "记下" }).click();
  await page.getByRole("status").waitFor();
  await page.locator("form#start").getByRole("button", { name: "开始办理" }).click();
  await page.getByRole("status").waitFor();
}

/** The handler answers. */
export async function answer(page, { number }, text) {
  await page.goto(`/staff/cases/${number}`);
  await page.getByLabel("写答复").fill(text);
  await choose(page, "办得怎么样", "已解决");
  await page.getByRole("button", { name: /^发出答复/ }).click();
  await page.getByRole("status").waitFor();
}
