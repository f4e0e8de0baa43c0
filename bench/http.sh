#!/usr/bin/env bash
# http.sh: what one server does over HTTP with wrk on the same cores: matters filed, list pages as JSON and as HTML, one case read;
# memory, start-up and sizes beside them. Needs wrk and node. The ceiling of every row is `GET /healthz` of the same run:
# routing, logging and headers, no database.
#   CASES=100000            how many are in the database before
#   DATABASE=postgres://…   another database than SQLite; a new one
#   SECONDS_EACH=10         how long each row is measured
#   BUILD=no                take the release binaries as they are
#   KEEP=yes                take the data of the last run as it is
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v wrk >/dev/null || { echo "wrk is not installed" >&2; exit 1; }
out=target/bench-http
each=${SECONDS_EACH:-10}
[ "${BUILD:-yes}" = no ] || cargo build --quiet --release --workspace --bins
for tool in lianxin bulk; do [ -x "target/release/$tool" ] || { echo "no target/release/$tool" >&2; exit 1; }; done

url=()
[ -z "${DATABASE:-}" ] || url=(--database "$DATABASE")
if [ "${KEEP:-no}" != yes ] || [ ! -d "$out/site" ]; then
  rm -rf "$out" && mkdir -p "$out"
  target/release/bulk --cases "${CASES:-100000}" --sequence --data "$out/site" "${url[@]}" | tail -1
fi
port=${PORT:-18081}
base=http://127.0.0.1:$port
now_ms() { date +%s%3N; }
began=$(now_ms)
target/release/lianxin serve --data "$out/site" "${url[@]}" --listen "127.0.0.1:$port" >/dev/null 2>"$out/serve.log" &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true' EXIT
until curl -fsS -o /dev/null "$base/" 2>/dev/null; do kill -0 "$server" && sleep 0.02; done
started=$(($(now_ms) - began))

# What the requests need: a channel's token for filing, a session's token and cookie for lists, one case and its code.
node - "$base" "$out" <<'JS'
const { readFileSync, writeFileSync } = require("node:fs");
const [, , base, out] = process.argv;
const { channel, accounts } = JSON.parse(readFileSync(`${out}/site/demo-accounts.json`));
const who = accounts.find(({ role }) => role === "dispatcher");
const json = { "content-type": "application/json" };
(async () => {
  const session = await (await fetch(`${base}/api/v1/sessions`, { method: "POST", headers: json, body: JSON.stringify({ account: who.account, password: who.password }) })).json();
  const jar = new Map();
  const page = async (path, body) => {
    const answer = await fetch(base + path, { method: body ? "POST" : "GET", redirect: "manual", body: body && new URLSearchParams(body), headers: { cookie: [...jar].map((p) => p.join("=")).join("; "), origin: base } });
    for (const line of answer.headers.getSetCookie()) jar.set(...line.split(";")[0].split(/=(.*)/s).slice(0, 2));
    return answer.text();
  };
  const csrf = (await page("/signin")).match(/name="csrf" value="([^"]+)"/)[1];
  await page("/signin", { csrf, account: who.account, password: who.password, next: "/staff/cases" });
  // 608 bytes, as the peer's create was measured with.
  const body = { text: "", place: { words: "人民路小学门口" }, contact: { phone: "13800000000" } };
  const sentence = "路口的路灯坏了三天，晚上孩子放学看不见路，请尽快派人来修，谢谢。";
  while (Buffer.byteLength(JSON.stringify(body)) < 520) body.text += sentence;
  while (Buffer.byteLength(JSON.stringify(body)) < 608) body.text += "。";
  const filed = await (await fetch(`${base}/api/v1/public/cases`, { method: "POST", headers: { ...json, "x-channel-token": channel }, body: JSON.stringify(body) })).json();
  if (!session.token || !filed.number) throw new Error(JSON.stringify({ session, filed }));
  const lua = (name, method, path, headers, text) =>
    writeFileSync(`${out}/${name}.lua`, `wrk.method = ${JSON.stringify(method)}\nwrk.path = ${JSON.stringify(path)}\n` +
      Object.entries(headers).map(([k, v]) => `wrk.headers[${JSON.stringify(k)}] = ${JSON.stringify(v)}\n`).join("") +
      (text ? `wrk.body = [==[${text}]==]\n` : "") +
      `function done(s, l, r)\n  io.write(string.format("RESULT %.1f %.2f %.2f %d\\n", s.requests / (s.duration / 1e6), l:percentile(50) / 1e3, l:percentile(99) / 1e3, s.errors.status + s.errors.connect + s.errors.read + s.errors.timeout))\nend\n`);
  const bearer = { authorization: `Bearer ${session.token}` };
  lua("nothing", "GET", "/healthz", {});
  lua("create", "POST", "/api/v1/public/cases", { ...json, "x-channel-token": channel }, JSON.stringify(body));
  lua("list-json", "GET", "/api/v1/cases?size=50", bearer);
  lua("list-open-json", "GET", "/api/v1/cases?size=50&state=Dispatched,Accepted,InProgress", bearer);
  lua("list-html", "GET", "/staff/cases", { cookie: [...jar].map((p) => p.join("=")).join("; ") });
  lua("staff-read", "GET", `/api/v1/cases/${filed.number}`, bearer);
  lua("public-read", "GET", `/api/v1/public/cases/${filed.number}`, { "x-query-code": filed.query_code });
  for (const name of ["list-json", "list-html"]) {
    const path = name === "list-json" ? "/api/v1/cases?size=50" : "/staff/cases";
    const text = await (await fetch(base + path, { headers: name === "list-json" ? bearer : { cookie: [...jar].map((p) => p.join("=")).join("; ") } })).text();
    console.log(`${name}: ${Buffer.byteLength(text)} bytes, ${(text.match(name === "list-json" ? /"number"/g : /\/staff\/cases\/\d{12}/g) ?? []).length} cases named`);
  }
})().catch((error) => { console.error(error); process.exit(1); });
JS

ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
# After a start the text model learns and the log is published; a row taken meanwhile says nothing of the request.
began=$(now_ms)
while before=$(ticks) && sleep 2 && [ $(($(ticks) - before)) -ge 10 ]; do :; done
echo "quiet after $(($(now_ms) - began)) ms"
memory() { awk '/^Pss:/ { p = $2 } /^Pss_Anon:/ { a = $2 } END { printf "%.0f MiB, of which %.0f anonymous", p / 1024, a / 1024 }' "/proc/$server/smaps_rollup"; }
echo "start to first page: $started ms; idle: $(memory)"
bench/fsync-probe "$out"
printf 'work            | at once | per s    | p50 ms | p99 ms | CPU-ms | failed | of nothing\n'
row() { # NAME CONCURRENCY
  local cpu result
  cpu=$(ticks)
  result=$(wrk -t1 -c"$2" -d"${each}s" --timeout 10s -s "$out/$1.lua" "$base" | sed -n 's/^RESULT //p')
  cpu=$(($(ticks) - cpu))
  awk -v name="$1" -v c="$2" -v cpu="$cpu" -v hz="$(getconf CLK_TCK)" -v each="$each" -v floor="${floor[$2]:-0}" \
    '{ printf "%-15s | %7d | %8.1f | %6.2f | %6.2f | %6.3f | %6d | %.2f\n", name, c, $1, $2, $3, cpu * 1000 / hz / ($1 * each), $4, floor ? $1 / floor : 1 }' <<<"$result"
  [ "$1" != nothing ] || floor[$2]=${result%% *}
}
declare -A floor
for c in 1 16; do
  for name in nothing list-json list-open-json list-html staff-read public-read create; do row "$name" "$c"; done
done
row nothing 64
row create 64
bench/fsync-probe "$out"
echo "after the load: $(memory)"
ls -l target/release/lianxin | awk '{ printf "target/release/lianxin: %.1f MiB\n", $5 / 1048576 }'
