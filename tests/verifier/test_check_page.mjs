// The script of the page /r (web/dist/check.js, as it is embedded) against a log and a receipt that Lianxin wrote.
//
//     cargo run -p tlog --example small_log -- FOLDER
//     node tests/verifier/test_check_page.mjs FOLDER

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";

const folder = process.argv[2];
const script = readFileSync(new URL("../../web/dist/check.js", import.meta.url), "utf8");
const key = readFileSync(`${folder}/vkey`, "utf8").trim();
const receipt = readFileSync(`${folder}/receipt.lxr`, "utf8");
const says = ["holds", "sealed", "changed", "other", "notOne", "unknown", "offline", "old"];

/** What the page says of a file, or of the leaf behind `#`; `damaged` is a file of the log with one byte changed. */
async function said({ hash = "", file, damaged, keys = key }) {
  const line = { textContent: "" };
  const note = { querySelector: () => line };
  let choose = () => {};
  const input = { files: [{ text: async () => file }], addEventListener: (_, then) => { choose = then; } };
  const place = {
    dataset: { keys, ...Object.fromEntries(says.map((word) => [word, `${word} {n}`])) },
    querySelector: (what) => (what.startsWith("input") ? input : note),
  };
  const fetch = async (address) => {
    const path = address.replace("/log/", "");
    if (path.startsWith("find/")) return { ok: true, json: async () => ({ indexes: [5, 1], below: "" }) };
    if (!existsSync(`${folder}/log/${path}`)) return { ok: false };
    const bytes = Uint8Array.from(readFileSync(`${folder}/log/${path}`));
    if (path === damaged) bytes[bytes.length - 3] ^= 1;
    return { ok: true, text: async () => new TextDecoder().decode(bytes), arrayBuffer: async () => bytes.buffer };
  };
  // The bundle serves the open board as well: what it looks for there is not on this page.
  const page = { querySelector: (what) => (what === "[data-check]" ? place : null) };
  new Function("document", "location", "window", "fetch", script)(page, { hash }, { addEventListener() {} }, fetch);
  if (file !== undefined) choose();
  for (let wait = 0; wait < 500 && line.textContent === ""; wait++) await new Promise((then) => setTimeout(then, 10));
  return line.textContent;
}

assert.equal(await said({ file: receipt }), "holds 2");
// A site that changed its key trusts the one it had before; another site's key alone is told.
const other = "town.example/log+8b6e5c3a+AQ==";
assert.equal(await said({ file: receipt, keys: `${other} ${key}` }), "holds 2");
assert.match(await said({ file: receipt, keys: other }), /^other/);
let changed = 0;
for (let at = 0; at < receipt.length; at += 13) {
  if (receipt[at] === "\n") continue;
  const other = receipt.slice(0, at) + (receipt[at] === "A" ? "B" : "A") + receipt.slice(at + 1);
  assert.doesNotMatch(await said({ file: other }), /^holds/, `character ${at} was changed and not found`);
  changed++;
}
const leaf = readFileSync(`${folder}/log/tile/0/000`).subarray(32, 64).toString("base64url");
assert.equal(await said({ hash: `#${leaf}` }), "sealed 2");
assert.match(await said({ hash: `#${leaf}`, damaged: "checkpoint" }), /^(changed|other)/);
assert.match(await said({ hash: `#${leaf}`, damaged: "tile/0/000" }), /^(changed|unknown)/);
assert.equal(await said({ hash: `#${Buffer.alloc(32, 7).toString("base64url")}` }), "unknown {n}");
assert.equal(await said({ hash: "#abc" }), "notOne {n}");
console.log(`the page's script: a receipt holds, ${changed} changed ones do not, a leaf is found`);
