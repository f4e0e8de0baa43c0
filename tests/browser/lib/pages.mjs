// Every page there is, with somebody who may see it and a case in the state it is about.

import { apiOf } from "./api.mjs";
import { signIn } from "./people.mjs";

/**
 * @typedef {{name: string, path: string, face: "resident" | "staff", enter?: (page: import("playwright-core").Page) => Promise<unknown>}} Page
 * `enter` gives the person what the page asks for: the case's cookie, or a session.
 */

/** @returns {Promise<Page[]>} */
export async function everyPage(server) {
  const api = apiOf(server);
  const [filed, dispatched, started, answered, closed, reopened] = await Promise.all(
    ["filed", "dispatched", "started", "answered", "closed", "reopened"].map((state) => api.caseIn(state)),
  );
  const change = await api.proposeRule();
  const byLink = (matter) => (page) => page.goto(matter.link);
  const as = (account) => (page) => signIn(page, account);
  const { dispatcher, handler } = answered;
  return [
    { name: "home", path: "/", face: "resident" },
    { name: "report", path: "/report", face: "resident" },
    { name: "find", path: "/find", face: "resident" },
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
    { name: "rules", path: "/rules", face: "resident" },
    { name: "staff-settings", path: "/staff/settings", face: "staff", enter: as(server.account("admin")) },
    { name: "staff-rule", path: "/staff/settings/final.help", face: "staff", enter: as(server.account("admin")) },
    { name: "staff-rules-together", path: "/staff/settings/eval.weight.satisfaction", face: "staff", enter: as(server.account("admin")) },
    { name: "staff-register", path: "/staff/settings/register", face: "staff", enter: as(server.account("admin")) },
    { name: "staff-changes", path: "/staff/settings/proposals", face: "staff", enter: as(server.account("auditor")) },
    { name: "staff-change", path: `/staff/settings/proposals/${change}`, face: "staff", enter: as(server.account("organiser")) },
    { name: "staff-reopened", path: `/staff/cases/${reopened.number}`, face: "staff", enter: as(dispatcher) },
  ];
}
