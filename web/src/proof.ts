// What every check in the browser stands on: hashes, and the head that a site's key signed. The forms are C2SP's (signed-note) and
// RFC 6962's.

import { hashes, verify } from "@noble/ed25519";
import { sha256 as plainSha256, sha512 } from "@noble/hashes/sha2.js";

export type Bytes = Uint8Array<ArrayBuffer>;
export type Verdict = { say: "holds" | "sealed"; n: number } | { say: "changed" | "other" | "notOne" | "unknown" | "offline" };
export interface Head { size: number; root: Bytes; origin: string }

export class Say extends Error {
  constructor(readonly verdict: Verdict) { super(verdict.say); }
}
export const no = (say: "changed" | "other" | "notOne" | "unknown" | "offline"): never => { throw new Say({ say }); };

export const joined = (...parts: Bytes[]): Bytes => {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) { out.set(part, at); at += part.length; }
  return out;
};
export const text = (words: string): Bytes => new TextEncoder().encode(words) as Bytes;
/** None on pages without TLS, such as a village's own machine, and in browsers from before it. */
const subtle: SubtleCrypto | undefined = typeof crypto === "object" ? crypto.subtle : undefined;
export const sha256 = async (...parts: Bytes[]): Promise<Bytes> =>
  subtle ? new Uint8Array(await subtle.digest("SHA-256", joined(...parts))) : (plainSha256(joined(...parts)) as Bytes);

/** Ed25519 by the browser where it knows it, which those that people keep for years do not. */
async function signs(key: Bytes, signature: Bytes, body: Bytes): Promise<boolean> {
  const own = await subtle?.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]).catch(() => undefined);
  if (subtle && own) return subtle.verify("Ed25519", own, signature, body);
  hashes.sha512 = sha512;
  try {
    return verify(signature, body, key, { zip215: false });
  } catch { return false; }
}
export const node = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(Uint8Array.of(1), left, right);
export const hex = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
export const same = (one: Bytes, other: Bytes): boolean => hex(one) === hex(other);
/** Exactly one text is a given sequence of bytes; null for any other. */
export const base64 = (words: string): Bytes | null => {
  try {
    const raw = atob(words);
    return btoa(raw) === words ? Uint8Array.from(raw, (letter) => letter.charCodeAt(0)) : null;
  } catch { return null; }
};

/** The head of a signed checkpoint, if one of the site's keys signed it: the newest, or one that it had before. */
export async function opened(note: string, keys: string[]): Promise<Head> {
  for (const key of keys) {
    const head = await openedBy(note, key).catch((error: unknown) => (error instanceof Say && error.verdict.say === "other" ? null : Promise.reject(error)));
    if (head) return head;
  }
  return no("other");
}

async function openedBy(note: string, key: string): Promise<Head> {
  const [name, id, rest] = [key.slice(0, key.indexOf("+")), key.slice(key.indexOf("+") + 1).slice(0, 8), key.slice(key.indexOf("+") + 10)];
  const end = note.lastIndexOf("\n\n");
  const body = note.slice(0, end + 1);
  const [origin = "", size = "", root = ""] = body.split("\n");
  const head = { size: Number(size), root: base64(root) };
  const bytes = base64(rest);
  if (end < 0 || !bytes || !head.root || head.root.length !== 32 || String(head.size) !== size || !Number.isSafeInteger(head.size)) return no("changed");
  if (origin !== name && !(origin.startsWith(`${name}/`) && /^\d+$/.test(origin.slice(name.length + 1)))) return no("other");
  let signed = false;
  for (const line of note.slice(end + 2).split("\n").filter((line) => line !== "")) {
    const [dash, who, value] = line.split(" ");
    const signature = base64(value ?? "");
    if (dash !== "—" || !signature) return no("changed");
    if (who !== name || hex(signature.slice(0, 4)) !== id) continue;
    if (!(await signs(bytes.slice(1), signature.slice(4), text(body)))) return no("changed");
    signed = true;
  }
  return signed ? { size: head.size, root: head.root, origin } : no("other");
}
