// Checks a receipt in the reader's own browser: a file that she kept, or the leaf that the code on her slip names. Nothing is sent
// but the first six bytes of the leaf's hash.

import { type Bytes, Say, type Verdict, base64, hex, no, node, opened, same } from "./proof";
import { file, stands } from "./receipt";
import "./recompute";

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
  place.hidden = false;
  chosen.addEventListener("change", () => {
    const kept = chosen.files?.[0];
    if (kept) void tell(kept.text().then((receipt) => file(receipt, keys)));
  });
  const follow = (): void => {
    const fragment = location.hash.slice(1);
    if (fragment) void tell(named(fragment, keys));
  };
  window.addEventListener("hashchange", follow);
  follow();
}
