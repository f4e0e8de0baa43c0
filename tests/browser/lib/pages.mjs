// Every page there is, with somebody who may see it and a case in the state it is about.

import { apiOf } from "./api.mjs";
import { signIn } from "./people.mjs";

/**
 * @typedef {{name: string, path: string, face: "resident" | "staff", enter?: (page: import("playwright-core").Page) => Promise<unknown>}} Page
 * `enter` gives the person what the page asks for: the case's cookie, or a session.
 */

/** A member of staff's session without a browser: `ask(path)` reads a page, `ask(path, fields)` sends a form and says where it led. */
async function sessionOf(address, { account, password }) {
  const jar = new Map();
  const send = async (path, fields) => {
    const answer = await fetch(address + path, {
      method: fields ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie: [...jar].map((pair) => pair.join("=")).join("; ") },
      body: fields && new URLSearchParams(fields),
    });
    for (const line of answer.headers.getSetCookie()) jar.set(...line.split(";")[0].split(/=(.*)/s).slice(0, 2));
    return fields ? answer.headers.get("location") : answer.text();
  };
  const ask = async (path, fields, form = path) =>
    send(path, fields && { csrf: (await send(form)).match(/name="csrf" value="([^"]+)"/)[1], ...fields });
  await ask("/signin", { account, password, next: "/staff" });
  return ask;
}

/** The id by which an account's pages are called, as an admin finds it in the list. */
async function accountId({ address, account }, login) {
  const list = await (await sessionOf(address, account("admin")))("/staff/accounts");
  return list.match(new RegExp(`/staff/accounts/(acct_[0-9a-f]+)"(?:(?!</tr>).)*${login.replace(".", "\\.")}`, "s"))[1];
}

/** The page of a supervision order for this case. */
async function orderFor({ address, account }, { number }) {
  const ask = await sessionOf(address, account("supervisor"));
  const demand = "请三天内把灯修好，修好以后打电话告诉反映人。";
  return (await ask("/staff/supervision/issue", { case: number, demand }, `/staff/supervision/issue?case=${number}`)).split("?")[0];
}

/** @returns {Promise<Page[]>} */
export async function everyPage(server) {
  const api = apiOf(server);
  const [filed, dispatched, started, answered, closed, reopened] = await Promise.all(
    ["filed", "dispatched", "started", "answered", "closed", "reopened"].map((state) => api.caseIn(state)),
  );
  const [alarmed, lost] = [await api.caseIn("filed", { text: "欠薪半年，房租交不起，不想活了" }), filed];
  // Beyond thirty an hour from one source a matter is held.
  for (let n = 0; n < 31; n++) await api.caseIn("filed", { text: `又一件，第 ${n + 1} 件` });
  const change = await api.proposeRule();
  const byLink = (matter) => (page) => page.goto(matter.link);
  const as = (account) => (page) => signIn(page, account);
  const { dispatcher, handler } = answered;
  const admin = server.account("admin");
  const order = await orderFor(server, started);
  // A handler of another unit is asked to help.
  const helper = server.accounts.find((one) => one.role === "handler" && one.scope !== handler.scope);
  await api.command(started, dispatcher, "assist", { unit: helper.scope.replace("unit:", ""), text: "请看一下楼下的阀门是谁管的。" });
  const person = `/staff/accounts/${await accountId(server, handler.account)}`;
  return [
    { name: "home", path: "/", face: "resident" },
    { name: "report", path: "/report", face: "resident" },
    { name: "find", path: "/find", face: "resident" },
    { name: "check", path: "/r", face: "resident" },
    { name: "signin", path: "/signin", face: "resident" },
    { name: "not-found", path: "/no-such-page", face: "resident" },
    { name: "receipt", path: `/receipt/${filed.number}`, face: "resident", enter: byLink(filed) },
    { name: "track-filed", path: `/track/${filed.number}`, face: "resident", enter: byLink(filed) },
    { name: "track-started", path: `/track/${started.number}`, face: "resident", enter: byLink(started) },
    { name: "track-answered", path: `/track/${answered.number}`, face: "resident", enter: byLink(answered) },
    { name: "track-closed", path: `/track/${closed.number}`, face: "resident", enter: byLink(closed) },
    { name: "track-reopened", path: `/track/${reopened.number}`, face: "resident", enter: byLink(reopened) },
    { name: "staff-work", path: "/staff", face: "staff", enter: as(handler) },
    { name: "staff-cases", path: "/staff/cases", face: "staff", enter: as(handler) },
    { name: "staff-case-new", path: `/staff/cases/${dispatched.number}`, face: "staff", enter: as(dispatched.handler) },
    { name: "staff-case", path: `/staff/cases/${started.number}`, face: "staff", enter: as(started.handler) },
    { name: "staff-dispatch", path: "/staff/dispatch", face: "staff", enter: as(dispatcher) },
    { name: "staff-held", path: "/staff/dispatch/held", face: "staff", enter: as(dispatcher) },
    { name: "staff-alarm", path: `/staff/cases/${alarmed.number}`, face: "staff", enter: as(dispatcher) },
    { name: "staff-reissue", path: "/staff/reissue", face: "staff", enter: as(server.account("hotline")) },
    { name: "staff-reissue-case", path: `/staff/reissue/${lost.number}`, face: "staff", enter: as(server.account("hotline")) },
    { name: "staff-on-call", path: "/staff/on-call", face: "staff", enter: as(server.account("organiser")) },
    { name: "staff-models", path: "/staff/models", face: "staff", enter: as(admin) },
    { name: "staff-account", path: "/staff/account", face: "staff", enter: as(handler) },
    { name: "staff-password", path: "/staff/account/password", face: "staff", enter: as(handler) },
    { name: "staff-enrol", path: "/staff/account/totp", face: "staff", enter: as(handler) },
    { name: "staff-people", path: "/staff/accounts", face: "staff", enter: as(admin) },
    { name: "staff-person", path: person, face: "staff", enter: as(admin) },
    { name: "staff-person-new", path: "/staff/accounts/new", face: "staff", enter: as(admin) },
    { name: "staff-person-close", path: `${person}/close`, face: "staff", enter: as(admin) },
    { name: "staff-people-import", path: "/staff/accounts/import", face: "staff", enter: as(admin) },
    { name: "staff-proposals", path: "/staff/accounts/proposals", face: "staff", enter: as(server.account("organiser")) },
    { name: "rules", path: "/rules", face: "resident" },
    { name: "open", path: "/open", face: "resident" },
    { name: "log", path: "/log", face: "resident" },
    { name: "staff-settings", path: "/staff/settings", face: "staff", enter: as(server.account("admin")) },
    { name: "staff-rule", path: "/staff/settings/final.help", face: "staff", enter: as(server.account("admin")) },
    { name: "staff-rules-together", path: "/staff/settings/eval.weight.satisfaction", face: "staff", enter: as(server.account("admin")) },
    { name: "staff-words", path: "/staff/settings/words", face: "staff", enter: as(server.account("admin")) },
    { name: "staff-register", path: "/staff/settings/register", face: "staff", enter: as(server.account("admin")) },
    { name: "staff-changes", path: "/staff/settings/proposals", face: "staff", enter: as(server.account("auditor")) },
    { name: "staff-change", path: `/staff/settings/proposals/${change}`, face: "staff", enter: as(server.account("organiser")) },
    { name: "who-looked", path: `/track/${answered.number}/looks`, face: "resident", enter: byLink(answered) },
    { name: "staff-looks", path: "/staff/looks", face: "staff", enter: as(handler) },
    { name: "staff-looks-all", path: "/staff/looks/all", face: "staff", enter: as(server.account("auditor")) },
    { name: "staff-warrants", path: "/staff/warrants", face: "staff", enter: as(server.account("auditor")) },
    { name: "staff-warrants-grant", path: "/staff/warrants", face: "staff", enter: as(server.account("organiser")) },
    { name: "staff-assists", path: "/staff/assists", face: "staff", enter: as(helper) },
    { name: "staff-assist", path: `/staff/assists/${started.number}`, face: "staff", enter: as(helper) },
    { name: "staff-week", path: "/staff/week", face: "staff", enter: as(handler) },
    { name: "staff-what-if", path: `/staff/cases/${started.number}/what-if`, face: "staff", enter: as(started.handler) },
    {
      name: "staff-what-if-shown",
      path: `/staff/cases/${started.number}/what-if?what=extend&days=5`,
      face: "staff",
      enter: as(started.handler),
    },
    { name: "staff-inbox", path: "/staff/inbox", face: "staff", enter: as(handler) },
    { name: "staff-supervision", path: "/staff/supervision", face: "staff", enter: as(server.account("supervisor")) },
    { name: "staff-order-issue", path: `/staff/supervision/issue?case=${reopened.number}`, face: "staff", enter: as(server.account("supervisor")) },
    { name: "staff-orders", path: "/staff/orders", face: "staff", enter: as(server.account("supervisor")) },
    { name: "staff-order", path: order, face: "staff", enter: as(server.account("supervisor")) },
    { name: "staff-calendar", path: "/staff/settings/calendar", face: "staff", enter: as(server.account("admin")) },
    { name: "staff-reopened", path: `/staff/cases/${reopened.number}`, face: "staff", enter: as(dispatcher) },
  ];
}
