// Computes a month of the open board again in the reader's own browser, from the file that proves it (decisions 11): the leaves stand
// under the signed root, no batch about the month is missing, and the newest facts of each matter are counted here, by the definitions
// beside each figure. The server is asked for the file and for nothing else.

import { type Bytes, type Head, Say, no, node, opened, same, sha256 } from "./proof";

const WIDE = 256;
type Value = number | Bytes | string | null | Value[] | Map<number, Value>;

/** Deterministic CBOR as leaves have it: numbers, bytes, texts, null, arrays, maps with numbers for keys. */
class Cbor {
  private at = 0;
  constructor(private readonly bytes: Bytes) {}

  private take(length: number): Bytes {
    if (this.at + length > this.bytes.length) no("changed");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at) as Bytes;
  }

  private length(short: number): number {
    if (short < 24) return short;
    const wide = [1, 2, 4, 8][short - 24] ?? no("changed");
    return this.take(wide).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  next(): Value {
    const first = this.take(1)[0] ?? no("changed");
    if (first === 0xf6) return null;
    const n = this.length(first & 31);
    switch (first >> 5) {
      case 0: return n;
      case 2: return this.take(n);
      case 3: return new TextDecoder().decode(this.take(n));
      case 4: return Array.from({ length: n }, () => this.next());
      case 5: return new Map(Array.from({ length: n }, () => [num(this.next()), this.next()]));
      default: return no("changed");
    }
  }

  whole(): Value {
    const value = this.next();
    return this.at === this.bytes.length ? value : no("changed");
  }
}

const num = (value: Value | undefined): number => (typeof value === "number" ? value : no("changed"));
const bytes = (value: Value | undefined): Bytes => (value instanceof Uint8Array ? value : no("changed"));
const list = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : no("changed"));
const map = (value: Value | undefined): Map<number, Value> => (value instanceof Map ? value : no("changed"));

/** The tiles of the file, with the leaf hashes of its bundles as the lowest. */
class Tiles {
  private readonly hashes = new Map<string, Bytes[]>();
  constructor(private readonly head: Head) {}

  private width(level: number, index: number): number {
    return Math.max(0, Math.min(WIDE, Math.floor(this.head.size / WIDE ** level) - WIDE * index));
  }

  put(level: number, index: number, tile: Bytes[]): void {
    const before = this.hashes.get(`${level}/${index}`);
    if (tile.length !== this.width(level, index) || (before && !before.every((hash, n) => same(hash, tile[n] ?? no("changed"))))) no("changed");
    this.hashes.set(`${level}/${index}`, tile);
  }

  private at(level: number, index: number): Bytes {
    return this.hashes.get(`${level}/${Math.floor(index / WIDE)}`)?.[index % WIDE] ?? no("changed");
  }

  private async over(hashes: Bytes[]): Promise<Bytes> {
    let row = hashes;
    while (row.length > 1) {
      const next: Bytes[] = [];
      for (let n = 0; n < row.length; n += 2) next.push(await node(row[n] ?? no("changed"), row[n + 1] ?? no("changed")));
      row = next;
    }
    return row[0] ?? no("changed");
  }

  /** Whether everything in the file stands under the signed root: the tiles at the edge make it up, and each full one is in the one above. */
  async hold(): Promise<void> {
    // From the right: the smallest trees first, as the root of an uneven tree is built.
    let root: Bytes | null = null;
    let left = this.head.size;
    for (let level = 0; left > 0; level++) {
      const unit = WIDE ** level;
      const count = Math.floor(left / unit) % WIDE;
      let end = Math.floor(left / unit);
      for (let bit = 1; bit < WIDE; bit *= 2) {
        if ((count & bit) === 0) continue;
        const from = end - bit;
        const part = await this.over(Array.from({ length: bit }, (_, n) => this.at(level, from + n)));
        root = root ? await node(part, root) : part;
        end = from;
      }
      left = end * unit;
    }
    if (!root || !same(root, this.head.root)) no("changed");
    for (const [name, tile] of this.hashes) {
      const [level = 0, index = 0] = name.split("/").map(Number);
      if (tile.length === WIDE && !same(await this.over(tile), this.at(level + 1, index))) no("changed");
    }
  }
}

/** What one matter or rating adds, under the names that the figures below use. */
type Sums = Record<string, number>;

// Keys of a facts leaf (crates/engines/tlog, leaf form 2) and the numbers of its words.
const F = { month: 1, type: 3, complexity: 6, contact: 8, plan: 9, limit: 10, closes: 11, dispatches: 14, returns: 15, reopenings: 16, repeat: 17, standing: 18, asked: 19, exclusion: 20, green: 21, yellow: 22, red: 23, imported: 25 };
const [SOLVED, SILENT, DISPUTED, MERGED, SPLIT, WITHDRAWN, ANSWERED] = [2, 3, 4, 7, 8, 10, 1];
const [ENQUIRY, THANKS] = [1, 6];

function ofCase(fact: (key: number) => number): Sums {
  const standing = fact(F.standing);
  const among = (...these: number[]): boolean => these.includes(standing);
  const [closed, reopened] = [among(SOLVED, SILENT, DISPUTED), fact(F.reopenings) > 0];
  const answered = closed || reopened || among(ANSWERED);
  const overdue = fact(F.limit) > 0 && fact(F.closes) >= fact(F.limit);
  const solvable = !among(MERGED, SPLIT, WITHDRAWN) && ![ENQUIRY, THANKS].includes(fact(F.type)) && fact(F.exclusion) === 0;
  const [complex, finished, dispatched, asked] = [fact(F.complexity) === 1, closed || reopened, fact(F.dispatches) > 0, fact(F.asked) === 1];
  const flags: Record<string, boolean> = {
    cases: true, contacted: fact(F.contact) >= 1 && fact(F.contact) <= 3, complex, planned: complex && fact(F.plan) === 1,
    due: answered || overdue, inTime: answered && !overdue, solvable, solved: solvable && standing === SOLVED, asked, closed,
    closedAsked: closed && asked, finished, again: finished && (reopened || fact(F.repeat) === 1), dispatched, rightFirst: dispatched && fact(F.returns) === 0,
  };
  const sums: Sums = { green: fact(F.green), yellow: fact(F.yellow), red: fact(F.red), lights: fact(F.green) + fact(F.yellow) + fact(F.red) };
  for (const [name, holds] of Object.entries(flags)) sums[name] = holds ? 1 : 0;
  return sums;
}

const FIGURES: Record<string, [string, string]> = {
  K1: ["contacted", "cases"], K2: ["planned", "complex"], K3: ["inTime", "due"], K4: ["solved", "solvable"], K5: ["satisfied", "rated"],
  K5r: ["rated", "asked"], K6: ["closedAsked", "closed"], K7: ["again", "finished"], K8: ["rightFirst", "dispatched"],
  K9g: ["green", "lights"], K9y: ["yellow", "lights"], K9r: ["red", "lights"],
};

interface Table { at: number; facts: number; scores: number; withFacts: number; leaves: number; before: number | null }

/** A month as its file gives it, after everything in it was checked. */
async function month(file: Bytes, keys: string[], wanted: number): Promise<{ sums: Sums; matters: number }> {
  const parts = map(new Cbor(file).whole());
  if (num(parts.get(1)) !== 1 || num(parts.get(2)) !== wanted) no("notOne");
  const head = await opened(new TextDecoder().decode(bytes(parts.get(3))), keys);
  const tiles = new Tiles(head);
  // The leaf that began a later log stands before the first event, from which places in tables count.
  const before = keys.some((key) => key.startsWith(`${head.origin}+`)) ? 0 : 1;
  const leaves: [number, Bytes][] = [];
  for (const bundle of list(parts.get(4))) {
    const [index, entries] = [num(list(bundle)[0]), bytes(list(bundle)[1])];
    const hashes: Bytes[] = [];
    for (let at = 0; at < entries.length; ) {
      const length = (entries[at] ?? 0) * 256 + (entries[at + 1] ?? no("changed"));
      const leaf = entries.slice(at + 2, at + 2 + length);
      if (leaf.length !== length) no("changed");
      leaves.push([index * WIDE + hashes.length - before, leaf]);
      hashes.push(await sha256(Uint8Array.of(0), leaf));
      at += 2 + length;
    }
    tiles.put(0, index, hashes);
  }
  for (const tile of list(parts.get(5))) {
    const [level, index, all] = [num(list(tile)[0]), num(list(tile)[1]), bytes(list(tile)[2])];
    tiles.put(level, index, Array.from({ length: all.length / 32 }, (_, n) => all.slice(32 * n, 32 * n + 32)));
  }
  await tiles.hold();
  return counted(leaves, wanted);
}

function counted(leaves: [number, Bytes][], wanted: number): { sums: Sums; matters: number } {
  const parsed = leaves.flatMap(([at, leaf]): [number, Map<number, Value>][] => {
    // Seals are most of a log and say nothing here.
    if (leaf[2] === 1) return [];
    return [[at, map(new Cbor(leaf).whole())]];
  });
  const tables = parsed.flatMap(([at, leaf]): Table[] => {
    if (num(leaf.get(1)) !== 4 || num(leaf.get(2)) !== 1) return [];
    const row = list(leaf.get(6)).map(list).find((row) => num(row[0]) === wanted);
    const earlier = row?.[5];
    return [{ at, facts: num(leaf.get(4)), scores: num(leaf.get(5)), withFacts: row ? num(row[1]) : 0, leaves: row ? num(row[4]) : 0, before: typeof earlier === "number" ? earlier : null }];
  });
  const [newest, ratings] = [new Map<string, Map<number, Value>>(), [] as number[]];
  let last: number | null = null;
  for (const table of tables.filter((table) => table.leaves > 0)) {
    if (table.before !== last) no("changed");
    const [from, found] = [table.at - table.facts - table.scores, { facts: 0, scores: 0 }];
    for (const [, leaf] of parsed.filter(([at]) => at >= from && at < table.at)) {
      if (num(leaf.get(1)) === 2) {
        found.facts++;
        const name = String(bytes(leaf.get(2)));
        if (leaf.has(3)) newest.set(name, map(leaf.get(3)));
        else newest.delete(name);
      } else if (num(leaf.get(1)) === 3) {
        found.scores++;
        if (num(leaf.get(2)) === wanted) ratings.push(num(leaf.get(8)));
      } else no("changed");
    }
    if (found.facts !== table.facts || found.scores !== table.scores) no("changed");
    last = table.at;
  }
  const ours = [...newest.values()].map((facts) => (key: number): number => (facts.has(key) ? num(facts.get(key)) : 0)).filter((fact) => fact(F.month) === wanted);
  const end = tables[tables.length - 1];
  if (!end || last === null || end.withFacts !== ours.length || (end.leaves > 0 ? end.at : end.before) !== last) return no("changed");
  const sums: Sums = { rated: ratings.length, satisfied: ratings.filter((points) => points >= 3).length };
  for (const fact of ours.filter((fact) => fact(F.imported) === 0)) {
    for (const [name, n] of Object.entries(ofCase(fact))) sums[name] = (sums[name] ?? 0) + n;
  }
  return { sums, matters: ours.length };
}

const place = document.querySelector<HTMLElement>("[data-recompute]");
const button = place?.querySelector<HTMLButtonElement>("button");
const said = place?.querySelector<HTMLElement>("[data-said]");
if (place && button && said) {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-figure]")];
  const words = (name: string): string => place.dataset[name] ?? "";
  const run = async (): Promise<{ good: boolean; text: string }> => {
    const wanted = place.dataset.recompute ?? "";
    const answer = await fetch(`/open/${wanted}/cohort`).catch(() => no("offline"));
    if (!answer.ok) no("offline");
    const file = new Uint8Array(await answer.arrayBuffer());
    const { sums, matters } = await month(file, words("keys").split(" "), Number(wanted.replace("-", "")));
    const differ = rows.filter((row) => {
      const [n, d] = FIGURES[row.dataset.figure ?? ""] ?? [];
      return n === undefined || d === undefined || Number(row.dataset.n) !== (sums[n] ?? 0) || Number(row.dataset.d) !== (sums[d] ?? 0);
    });
    for (const row of rows) row.toggleAttribute("data-differs", differ.includes(row));
    if (differ.length > 0) return { good: false, text: words("differs").replace("{figures}", differ.map((row) => row.dataset.figure).join(", ")) };
    const text = words("same").replace("{n}", String(matters)).replace("{figures}", String(rows.length));
    return { good: true, text: text.replace("{kb}", String(Math.ceil(file.length / 1024))) };
  };
  place.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    const failed = (error: unknown): { good: boolean; text: string } => ({ good: false, text: words(error instanceof Say ? error.verdict.say : "changed") });
    void run().catch(failed).then(({ good, text }) => {
      said.hidden = false;
      said.className = `note ${good ? "g" : "y"}`;
      const line = said.querySelector("span");
      if (line) line.textContent = text;
      button.disabled = false;
    });
  });
}
