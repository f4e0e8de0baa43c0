// The API, for putting cases into the state a test begins with. What a test is about is done in the browser.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

const WORDS = "三号楼二单元的楼道灯坏了半个月，一到三楼晚上都不亮，老人下楼看不清台阶，请帮忙修一修。";

/** A client of the county at `server.address`. Staff sign in when they are first needed. */
export function apiOf(server) {
  const tokens = new Map();

  async function call(method, path, { body, headers = {} } = {}) {
    const answer = await fetch(`${server.address}/api/v1${path}`, {
      method,
      headers: { ...(body && { "content-type": "application/json" }), ...headers },
      body: body && JSON.stringify(body),
    });
    const json = await answer.json().catch(() => undefined);
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
    return { json, etag: answer.headers.get("etag") };
  }

  async function bearer({ account, password }) {
    if (!tokens.has(account)) {
      const { json } = await call("POST", "/sessions", { body: { account, password } });
      tokens.set(account, { authorization: `Bearer ${json.token}` });
    }
    return tokens.get(account);
  }

  const list = (json) => (Array.isArray(json) ? json : json.items);

  /** A kind whose unit has a handler, and everybody who will touch a case of it. */
  async function crew() {
    const dispatcher = server.account("dispatcher");
    const kinds = list((await call("GET", "/kinds", { headers: await bearer(dispatcher) })).json);
    const handlerOf = (kind) => server.accounts.find((one) => one.role === "handler" && [kind.unit, `unit:${kind.unit}`].includes(one.scope));
    const kind = kinds.find(handlerOf);
    return { kind, dispatcher, handler: handlerOf(kind) };
  }

  async function file({ text = WORDS, title, phone = "19900001234", unlimited = false } = {}) {
    const everybody = await crew();
    const areas = list((await call("GET", "/areas", { headers: await bearer(everybody.dispatcher) })).json);
    const parents = new Set(areas.map((area) => area.parent));
    const area = areas.find((one) => !parents.has(one.code));
    const { json } = await call("POST", "/public/cases", {
      // Many at once come by a channel, as from a hotline.
      headers: { "idempotency-key": randomUUID(), ...(unlimited && { "x-channel-token": server.channel }) },
      body: { text, ...(title && { title }), place: { area: area.code, words: "三号楼二单元" }, contact: phone ? { phone } : {} },
    });
    return { number: json.number, code: json.query_code, link: json.track_url, ...everybody };
  }

  async function command(matter, who, name, body = {}) {
    const headers = await bearer(who);
    const { etag, json } = await call("GET", `/cases/${matter.number}`, { headers });
    await call("POST", `/cases/${matter.number}/${name}`, { headers: { ...headers, "if-match": etag ?? `"${json.version}"` }, body });
  }

  const steps = {
    dispatch: (m) => command(m, m.dispatcher, "dispatch", { kind: m.kind.code, unit: m.kind.unit, complexity: "general" }),
    accept: (m) => command(m, m.handler, "accept"),
    contact: (m) => command(m, m.handler, "log-contact", { how: "call", seconds: 60, note: "已说明情况。" }),
    start: (m) => command(m, m.handler, "start"),
    answer: (m) => command(m, m.handler, "answer", { result: "solved", text: "二单元一到三楼的感应灯都换了新的，昨天晚上试过能亮。" }),
    solved: (m) => rate(m, { contacted: true, solved: true, satisfaction: 5 }),
    unsolved: (m) => rate(m, { contacted: true, solved: false, satisfaction: 2, comment: "三楼还是不亮。" }),
  };

  async function rate(matter, body) {
    await call("POST", `/public/cases/${matter.number}/rating`, {
      headers: { "x-query-code": matter.code, "idempotency-key": randomUUID() },
      body,
    });
  }

  /** The steps that lead to each state of the main line. */
  const WAY = {
    filed: [],
    dispatched: ["dispatch"],
    accepted: ["dispatch", "accept"],
    started: ["dispatch", "accept", "contact", "start"],
    answered: ["dispatch", "accept", "contact", "start", "answer"],
    closed: ["dispatch", "accept", "contact", "start", "answer", "solved"],
    reopened: ["dispatch", "accept", "contact", "start", "answer", "unsolved"],
  };

  return {
    crew,
    steps,
    command,
    /** A new case that stands in `state` (a key of the ways above). */
    async caseIn(state, words) {
      const matter = await file(words);
      for (const step of WAY[state]) await steps[step](matter);
      return matter;
    },
    /** A proposed change of a rule that waits for its approval; its number. */
    async proposeRule() {
      const headers = await bearer(server.account("admin"));
      const body = { changes: [{ parameter: "final.help", value: "4wd" }], effective_on: "2028-01-01", reason: "十件有九件四天内答复" };
      return (await call("POST", "/settings/proposals", { headers, body })).json.number;
    },
    /** The case as its resident's programme reads it. */
    async read(matter) {
      return (await call("GET", `/public/cases/${matter.number}`, { headers: { "x-query-code": matter.code } })).json;
    },
  };
}
