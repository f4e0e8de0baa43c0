// Whether a receipt holds: its opening, its place in the tree, and the head that the site signed. Needs the site's keys and no network. The forms are
// C2SP's (tlog-proof, signed-note) and RFC 6962's.

import { type Bytes, type Head, type Verdict, base64, hex, joined, no, node, opened, same, sha256, text } from "./proof";

const seal = (commit: Bytes): Bytes => joined(Uint8Array.of(0xa2, 1, 1, 2, 0x58, 0x20), commit);

/** RFC 9162 §2.1.3.2, in numbers that may be larger than 32 bits. */
export async function stands(proof: Bytes[], head: Head, index: number, leaf: Bytes): Promise<boolean> {
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
export async function file(receipt: string, keys: string[]): Promise<Verdict> {
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
