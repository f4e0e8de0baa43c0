// Pictures of every page into target/screens/, to be looked at by a person beside the mock.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { WIDTHS, launchBrowser, openPerson, visit } from "./lib/browser.mjs";
import { everyPage } from "./lib/pages.mjs";
import { ROOT, startServer } from "./lib/server.mjs";

const OUT = join(ROOT, "target/screens");
let server, browser, pages;
before(async () => {
  await mkdir(OUT, { recursive: true });
  server = await startServer();
  browser = await launchBrowser();
  pages = await everyPage(server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// name, language, cookies, the faces it is for
const LOOKS = [
  ["zh", "zh", [], ["resident", "staff"]],
  ["en", "en", [], ["resident", "staff"]],
  ["senior", "zh", [["lx-mode", "senior"]], ["resident"]],
  ["dark", "zh", [["lx-theme", "dark"]], ["staff"]],
];
for (const [look, language, cookies, faces] of LOOKS) {
  test(`pictures: ${look}`, async () => {
    for (const page of pages.filter(({ face }) => faces.includes(face))) {
      const person = await openPerson(browser, { address: server.address, language });
      await person.context.addCookies(cookies.map(([name, value]) => ({ name, value, url: server.address })));
      await page.enter?.(person.page);
      await visit(person.page, page.path, { status: page.name === "not-found" ? 404 : 200, waitUntil: "networkidle" });
      for (const width of WIDTHS) {
        await person.page.setViewportSize({ width, height: 900 });
        await person.page.screenshot({ path: join(OUT, `${page.name}-${look}-${width}.png`), fullPage: true });
      }
      await person.close();
    }
  });
}
