// A county of its own for each test file: a copy of one demo, served on a free port by the binary that `make test` has built.

import { spawn, execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const BINARY = process.env.LIANXIN_BINARY ?? join(ROOT, "target/debug/lianxin");
// Few cases: enough for lists with something in them.
const DEMO = ["--cases", "60", "--seed", "7"];

/** Makes the demo that {@link startServer} copies. Returns its folder. */
export async function makeTemplate() {
  const folder = await mkdtemp(join(tmpdir(), "lianxin-browser-"));
  const data = join(folder, "data");
  await mkdir(data);
  await run(BINARY, ["demo", "--data", data, ...DEMO], { maxBuffer: 1 << 26 });
  return folder;
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function untilReady(address, child, log) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`lianxin ended with ${child.exitCode}:\n${log()}`);
    const ready = await fetch(`${address}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`lianxin is not ready after 30 s:\n${log()}`);
}

/** A new, empty PostgreSQL database beside the one TEST_PG_URL names. */
async function newDatabase() {
  const name = `lianxin_browser_${process.pid}_${Date.now()}`;
  const admin = process.env.TEST_PG_URL;
  await run("psql", ["-Xq", admin, "-c", `create database ${name} template template0 encoding 'UTF8'`]);
  const url = admin.replace(/\/[^/?]*(\?.*)?$/, `/${name}$1`);
  const drop = () => run("psql", ["-Xq", admin, "-c", `drop database if exists ${name} with (force)`]);
  return { url, drop };
}

/**
 * Serves a fresh county.
 * @param {{database?: "sqlite" | "postgres"}} options
 * @returns {Promise<{address: string, account: (role: string, scope?: string) => {account: string, password: string, role: string, scope: string}, accounts: object[], stop: () => Promise<void>}>}
 */
export async function startServer({ database = "sqlite" } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "lianxin-browser-"));
  const data = join(folder, "data");
  const postgres = database === "postgres" ? await newDatabase() : undefined;
  const onDatabase = postgres ? ["--database", postgres.url] : [];
  if (postgres || !process.env.LIANXIN_TEMPLATE) {
    await mkdir(data);
    await run(BINARY, ["demo", "--data", data, ...DEMO, ...onDatabase], { maxBuffer: 1 << 26 });
  } else {
    await cp(join(process.env.LIANXIN_TEMPLATE, "data"), data, { recursive: true });
  }
  const { accounts, channel } = JSON.parse(await readFile(join(data, "demo-accounts.json"), "utf8"));

  const address = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(BINARY, ["serve", "--data", data, "--listen", address.slice("http://".length), ...onDatabase], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Kept for the message of a failure; a long run must not keep everything.
  let lines = "";
  const keep = (chunk) => (lines = (lines + chunk).slice(-20_000));
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  await untilReady(address, child, () => lines);

  const account = (role, scope) => {
    const found = accounts.find((one) => one.role === role && (scope === undefined || one.scope === scope || one.scope === `unit:${scope}`));
    if (!found) throw new Error(`the demo has no ${role} at ${scope ?? "any scope"}`);
    return found;
  };
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    // A server that does not end when asked fails the test, instead of hanging it.
    const inTime = await Promise.race([ended.then(() => true), new Promise((resolve) => setTimeout(resolve, 10_000, false))]);
    if (!inTime) child.kill("SIGKILL");
    await postgres?.drop();
    await rm(folder, { recursive: true, force: true });
    if (!inTime) throw new Error(`lianxin did not end within 10 s of SIGTERM:\n${lines}`);
  };
  return { address, account, accounts, channel, stop, log: () => lines };
}
