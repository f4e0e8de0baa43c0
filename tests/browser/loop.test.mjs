// The whole loop as its people live it: a resident reports, a dispatcher sends it on, a handler answers, the resident has the last word.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { apiOf } from "./lib/api.mjs";
import { launchBrowser, openPerson } from "./lib/browser.mjs";
import { answer, dispatch, lookUp, rate, report, resume, signIn, takeOn } from "./lib/people.mjs";
import { startServer } from "./lib/server.mjs";

// Markup is text, marks of direction and of no width stay, emoji and rare characters too.
const TEXT = "楼道灯坏了 <b>半个月</b> & 晚上不亮\u200b，🏮 𠮷里 3 号楼。\u202e老人看不清";
const ANSWER = "二单元一到三楼 6 个感应灯都换了新的，昨天晚上试过能亮。";

const databases = process.env.TEST_PG_URL ? ["sqlite", "postgres"] : ["sqlite"];
for (const database of databases) {
  describe(`on ${database}`, () => {
    let server, browser, api;
    before(async () => {
      server = await startServer({ database });
      browser = await launchBrowser();
      api = apiOf(server);
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    const inTheBrowser = async (javascript, story) => {
      const { kind, dispatcher, handler } = await api.crew();
      const people = await Promise.all([0, 1, 2].map(() => openPerson(browser, { address: server.address, javascript })));
      const [resident, desk, crew] = people.map(({ page }) => page);
      await signIn(desk, dispatcher);
      await signIn(crew, handler);
      await story({ resident, desk, crew, kind });
      for (const person of people) await person.close();
    };

    for (const javascript of [true, false]) {
      const how = javascript ? "with scripts" : "without scripts";

      test(`reported, dispatched, answered, rated, closed, ${how}`, () =>
        inTheBrowser(javascript, async ({ resident, desk, crew, kind }) => {
          const matter = { ...(await report(resident, { text: TEXT })), kind };
          assert.equal((await api.read(matter)).text, TEXT, "the words are kept as they were typed");
          await dispatch(desk, matter);
          await takeOn(crew, matter);
          await answer(crew, matter, ANSWER);
          await lookUp(resident, matter);
          await resident.getByText(ANSWER).first().waitFor();
          assert.ok(await resident.getByText(TEXT, { exact: true }).first().isVisible(), "markup is shown as it was typed");
          await rate(resident, { solved: true, satisfaction: "很满意" });
          assert.equal(state(await api.read(matter)), "closed");
        }));

      test(`not solved comes back, is worked on again and ends with the resident, ${how}`, () =>
        inTheBrowser(javascript, async ({ resident, desk, crew, kind }) => {
          const matter = { ...(await report(resident, { text: TEXT, phone: null })), kind };
          await dispatch(desk, matter);
          await takeOn(crew, matter);
          await answer(crew, matter, "已安排。");
          await lookUp(resident, matter);
          await rate(resident, { solved: false, satisfaction: "不满意", comment: "三楼还是不亮。" });
          assert.equal(state(await api.read(matter)), "reopened");
          await resume(desk, matter);
          await answer(crew, matter, ANSWER);
          await resident.reload();
          await resident.getByText(ANSWER).first().waitFor();
          await rate(resident, { solved: true, satisfaction: "基本满意" });
          assert.equal(state(await api.read(matter)), "closed");
        }));
    }
  });
}

function state({ status }) {
  return status.toLowerCase().replaceAll(/[^a-z]/g, "");
}
