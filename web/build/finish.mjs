// After Vite: the icon sprite, the brotli twins the server sends, and the byte budgets.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const here = (path) => new URL(`../${path}`, import.meta.url);

/** One <symbol> per icon we use; Tabler Icons, MIT licence, © Paweł Kuna (web/README.md). */
function sprite(names) {
  const symbols = names.map((name) => {
    const svg = readFileSync(here(`node_modules/@tabler/icons/icons/outline/${name}.svg`), "utf8");
    const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "").replace(/\s*\/>/g, "/>");
    return `<symbol id="i-${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- Tabler Icons, MIT, (c) Pawel Kuna -->${symbols.join("")}</svg>\n`;
}
writeFileSync(here("dist/icons.svg"), sprite(JSON.parse(readFileSync(here("icons.json"), "utf8"))));
writeFileSync(here("dist/favicon.svg"), readFileSync(here("build/favicon.svg")));

/** The page that people keep to check receipts without us: one file that may load nothing and runs only what is in it. */
function verifier() {
  const script = readFileSync(here("dist/verify.js"), "utf8").trim();
  const style = readFileSync(here("build/verify.css"), "utf8").replace(/\n/g, "");
  if (script.includes("</script") || /\bimport\b|\bfetch\(/.test(script)) throw new Error("the verifier is not in one piece");
  const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const parts = { script, style, "script-hash": hash(script), "style-hash": hash(style) };
  return readFileSync(here("build/verify.html"), "utf8").replace(/\{\{([a-z-]+)\}\}/g, (_, name) => parts[name]);
}
writeFileSync(here("dist/verify.html"), verifier());
unlinkSync(here("dist/verify.js"));

const sizes = {};
for (const name of readdirSync(here("dist"))) {
  if (name.endsWith(".br") || name.startsWith(".")) continue;
  const raw = readFileSync(here(`dist/${name}`));
  const small = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
  writeFileSync(here(`dist/${name}.br`), small);
  sizes[name] = small.length;
}

// Decisions 15: home 60 kB, wizard 100 kB, staff 200 kB, brotli, with the page itself. Assets may take half of it.
const budgets = { resident: [["app.css", "app.js", "icons.svg", "favicon.svg"], 30_000], staff: [["desk.css", "app.js", "desk.js", "icons.svg", "favicon.svg"], 100_000] };
for (const [face, [names, most]] of Object.entries(budgets)) {
  const sum = names.reduce((total, name) => {
    if (sizes[name] === undefined) throw new Error(`missing in the build: ${name}`);
    return total + sizes[name];
  }, 0);
  console.log(`${face}: ${sum} bytes of ${most} (${names.map((name) => `${name} ${sizes[name]}`).join(", ")})`);
  if (sum > most) throw new Error(`the ${face} assets are over their budget`);
}
