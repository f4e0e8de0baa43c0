// Checks a receipt in the reader's own browser: a file that she kept, or the leaf that the code on her slip names. Nothing is sent
// but the first six bytes of the leaf's hash. The forms are C2SP's (tlog-proof, tlog-tiles) and RFC 6962's.

import { type Bytes, type Head, Say, type Verdict, base64, hex, joined, no, node, opened, same, sha256, text } from "./proof";
import "./recompute";

const seal = (commit: Bytes): Bytes => joined(Uint8Array.of(0xa2, 1, 1, 2, 0x58, 0x20), commit);

/** RFC 9162 §2.1.3.2, in numbers that may be larger than 32 bits. */
async function stands(proof: Bytes[], head: Head, index: number, leaf: Bytes): Promise<boolean> {
  if (index >= head.size) return false;
  let [here, last, hash] = [index, head.size - 1, leaf];
  const half = (): void => { here = Math.floor(here / 2); last = Math.floor(last / 2); };
  for (const sibling of proof) {
    if (last === 0) return false;
    if (here % 2 === 1 || here === last) {
      hash = await node(sibling, hash);
      while (here % 2 === 0 && here !== 0) half();
    } else {
      hash = await node(hash, sibling);
    }
    half();
  }
  return last === 0 && same(hash, head.root);
}

/** The opening of a receipt: {1: 1, 2: salt, 3: facts, 4: ref or null, 5: commit, 6: digest of the other lines}. */
function opening(bytes: Bytes): { salt: Bytes; facts: Bytes; ref: Bytes | null; commit: Bytes; rest: Bytes } {
  let at = 0;
  const next = (): number => bytes[at++] ?? no("changed");
  const expect = (...wanted: number[]): void => wanted.forEach((byte) => { if (next() !== byte) no("changed"); });
  const take = (length: number): Bytes => {
    if (at + length > bytes.length) no("changed");
    at += length;
    return bytes.slice(at - length, at);
  };
  const string = (): Bytes => {
    const kind = next();
    if (kind >= 0x40 && kind < 0x58) return take(kind - 0x40);
    const wide = { 0x58: 1, 0x59: 2, 0x5a: 4 }[kind] ?? no("changed");
    return take(take(wide).reduce((length, byte) => length * 256 + byte, 0));
  };
  expect(0xa6, 1, 1, 2);
  const salt = string();
  expect(3);
  const facts = string();
  expect(4);
  const ref = bytes[at] === 0xf6 ? (at++, null) : string();
  expect(5);
  const commit = string();
  expect(6);
  const rest = string();
  if (at !== bytes.length || salt.length !== 32 || commit.length !== 32) no("changed");
  return { salt, facts, ref, commit, rest };
}

/** A receipt file (.lxr). Needs nothing but the site's keys. */
async function file(receipt: string, keys: string[]): Promise<Verdict> {
  const [header = "", extra = "", ...others] = receipt.split("\n");
  const rest = others.join("\n");
  const cut = rest.indexOf("\n\n");
  if (header !== "c2sp.org/tlog-proof@v1" || !extra.startsWith("extra ") || cut < 0) return no("notOne");
  const [first = "", ...lines] = rest.slice(0, cut).split("\n");
  const index = Number(first.replace(/^index /, ""));
  const proof = lines.map(base64);
  if (first !== `index ${index}` || !Number.isSafeInteger(index) || proof.some((hash) => hash?.length !== 32)) return no("notOne");
  const open = opening(base64(extra.slice(6)) ?? no("changed"));
  if (!same(await sha256(open.salt, open.facts), open.commit)) return no("changed");
  if (open.ref && !new TextDecoder().decode(open.facts).includes(hex(open.ref))) return no("changed");
  const head = await opened(rest.slice(cut + 2), keys);
  const leaf = await sha256(Uint8Array.of(0), seal(open.commit));
  if (!(await stands(proof as Bytes[], head, index, leaf))) return no("changed");
  if (!same(await sha256(text(`${header}\n`), text(rest)), open.rest)) return no("changed");
  return { say: "holds", n: index + 1 };
}

async function fetched(path: string): Promise<Response> {
  const answer = await fetch(`/log/${path}`).catch(() => no("offline"));
  return answer.ok ? answer : no("offline");
}

/** Single nodes of the tree of `size` leaves, read out of its tiles. */
class Tree {
  private readonly tiles = new Map<string, Promise<Bytes>>();
  /** `below` is where the log lies: a restored site began another, in a folder of its own. */
  constructor(private readonly size: number, private readonly below: string) {}

  private tile(level: number, index: number): Promise<Bytes> {
    const width = Math.min(256, Math.floor(this.size / 256 ** level) - 256 * index);
    let [number, rest] = [String(index % 1000).padStart(3, "0"), Math.floor(index / 1000)];
    for (; rest > 0; rest = Math.floor(rest / 1000)) number = `x${String(rest % 1000).padStart(3, "0")}/${number}`;
    const path = `tile/${level}/${number}${width < 256 ? `.p/${width}` : ""}`;
    const read = this.tiles.get(path) ?? fetched(this.below + path).then(async (answer) => new Uint8Array(await answer.arrayBuffer()));
    this.tiles.set(path, read);
    return read;
  }

  /** The root over the leaves from `low` to `high` (not included), where those to the left are whole powers of two. */
  async root(low: number, high: number): Promise<Bytes> {
    const width = high - low;
    const height = Math.log2(width);
    if (!Number.isInteger(height)) {
      const left = 2 ** Math.floor(height);
      return node(await this.root(low, low + left), await this.root(low + left, high));
    }
    const [level, within] = [Math.floor(height / 8), height % 8];
    const first = low / 256 ** level;
    const tile = await this.tile(level, Math.floor(first / 256));
    const from = (first % 256) * 32;
    let hashes = Array.from({ length: 2 ** within }, (_, n) => tile.slice(from + 32 * n, from + 32 * n + 32));
    while (hashes.length > 1) {
      const pairs: Bytes[] = [];
      for (let n = 0; n < hashes.length; n += 2) pairs.push(await node(hashes[n] ?? no("changed"), hashes[n + 1] ?? no("changed")));
      hashes = pairs;
    }
    return hashes[0] ?? no("changed");
  }

  /** The inclusion proof of one leaf (RFC 6962 §2.1.1). */
  async proof(index: number, low: number, high: number): Promise<Bytes[]> {
    if (high - low === 1) return [];
    const middle = low + 2 ** Math.ceil(Math.log2(high - low) - 1);
    return index < middle
      ? [...(await this.proof(index, low, middle)), await this.root(middle, high)]
      : [...(await this.proof(index, middle, high)), await this.root(low, middle)];
  }
}

/** The leaf that a slip's code names: whether the signed log has it. */
async function named(fragment: string, keys: string[]): Promise<Verdict> {
  const padded = fragment.replace(/-/g, "+").replace(/_/g, "/") + "=".repeat((4 - (fragment.length % 4)) % 4);
  const leaf = base64(padded);
  if (leaf?.length !== 32) return no("notOne");
  const { indexes, below } = (await (await fetched(`find/${hex(leaf.slice(0, 6))}`)).json()) as { indexes: number[]; below: string };
  const head = await opened(await (await fetched(`${below}checkpoint`)).text(), keys);
  const tree = new Tree(head.size, below);
  for (const index of indexes.filter((index) => index < head.size)) {
    if (!same(await tree.root(index, index + 1), leaf)) continue;
    return (await stands(await tree.proof(index, 0, head.size), head, index, leaf)) ? { say: "sealed", n: index + 1 } : no("changed");
  }
  return no("unknown");
}

const place = document.querySelector<HTMLElement>("[data-check]");
const chosen = place?.querySelector<HTMLInputElement>("input[type=file]");
const said = place?.querySelector<HTMLElement>("[data-said]");
if (place && chosen && said) {
  const tell = async (check: Promise<Verdict>): Promise<void> => {
    const verdict = await check.catch((error: unknown): Verdict => (error instanceof Say ? error.verdict : { say: "changed" }));
    said.hidden = false;
    said.className = `note ${verdict.say === "holds" || verdict.say === "sealed" ? "g" : "y"}`;
    const words = place.dataset[verdict.say] ?? "";
    const line = said.querySelector("span");
    if (line) line.textContent = "n" in verdict ? words.replace("{n}", String(verdict.n)) : words;
  };
  const keys = (place.dataset.keys ?? "").split(" ");
  const able = typeof crypto === "object" && crypto.subtle !== undefined;
  place.hidden = false;
  chosen.addEventListener("change", () => {
    const kept = chosen.files?.[0];
    if (kept) void tell(able ? kept.text().then((receipt) => file(receipt, keys)) : Promise.reject(new Say({ say: "old" })));
  });
  const follow = (): void => {
    const fragment = location.hash.slice(1);
    if (fragment) void tell(able ? named(fragment, keys) : Promise.reject(new Say({ say: "old" })));
  };
  window.addEventListener("hashchange", follow);
  follow();
}
