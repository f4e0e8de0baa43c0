// Makes one demo for all files, then hands over to Node's test runner. `node run.mjs [file…]`

import { spawn } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { makeTemplate } from "./lib/server.mjs";

const here = new URL(".", import.meta.url);
process.chdir(here.pathname);
const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : (await readdir(here)).filter((name) => name.endsWith(".test.mjs")).sort();

const template = await makeTemplate();
// Two at once: one waits for the browser while the other one's server works.
const child = spawn(process.execPath, ["--test", "--test-concurrency=2", "--test-reporter=spec", ...files], {
  stdio: "inherit",
  env: { ...process.env, LIANXIN_TEMPLATE: template },
});
const code = await new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
await rm(template, { recursive: true, force: true });
process.exit(code);
