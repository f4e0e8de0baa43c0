#!/usr/bin/env bash
# drive.sh INPUT.jsonl: lifecycles a second through the public API, beside what the bare writer does with the same kind of
# rows on the same disk in the same minutes. Client and server share this machine's cores. INPUT: {id, title, body, reply?} per line.
#   DATABASE=postgres://…   another database than SQLite; a new one; the bare writer takes DATABASE_bare, which must be new too
#   CONCURRENCY="1 16 64"   how many at once
#   BUILD=no                take the release binaries as they are
#   LIFECYCLES=2000         of the bare writer
set -euo pipefail
[ -r "${1:-}" ] || { sed -n '2,8s/^# \?//p' "$0" >&2; exit 2; }
input=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
concurrency=${CONCURRENCY:-1 16}
out=target/bench
rm -rf "$out" && mkdir -p "$out"

[ "${BUILD:-yes}" = no ] || cargo build --quiet --release --workspace --bins
for tool in lianxin lianxin-drive bulk bare; do [ -x "target/release/$tool" ] || { echo "no target/release/$tool" >&2; exit 1; }; done

probe() { bench/fsync-probe "$out"; }
field() { node -e 'const [,, name] = process.argv; let t = ""; process.stdin.on("data", (c) => (t += c)).on("end", () => console.log(JSON.parse(t)[name] ?? ""))' - "$1"; }

# The bare writer needs a database of its own: it empties it.
bare_url=()
[ -z "${DATABASE:-}" ] || bare_url=(--database "${DATABASE}_bare")
target/release/bulk --cases $((${LIFECYCLES:-2000} * 5 / 4)) --data "$out/bare" "${bare_url[@]}" >/dev/null

url=()
[ -z "${DATABASE:-}" ] || url=(--database "$DATABASE")
target/release/lianxin demo --data "$out/site" "${url[@]}" --cases 0 >/dev/null
port=${PORT:-18080}
target/release/lianxin serve --data "$out/site" --listen "127.0.0.1:$port" >/dev/null 2>"$out/serve.log" &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
  sleep 0.1
done
ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }

printf '%s\n' "at once | fsync/s before | driven/s | p50 ms | p99 ms | server CPU-ms | bare/s | ratio | fsync/s after"
for c in $concurrency; do
  before=$(probe | field writes_per_second)
  cpu=$(ticks)
  driven=$(target/release/lianxin-drive --server "http://127.0.0.1:$port" --accounts "$out/site/demo-accounts.json" --input "$input" --concurrency "$c" --json) || { echo "the drive failed: $driven" >&2; exit 1; }
  cpu=$(($(ticks) - cpu))
  bare=$(target/release/bare --data "$out/bare" "${bare_url[@]}" --lifecycles "${LIFECYCLES:-2000}" --concurrency "$c")
  after=$(probe | field writes_per_second)
  rate=$(field lifecycles_per_second <<<"$driven")
  bare_rate=$(field lifecycles_per_second <<<"$bare")
  awk -v c="$c" -v b="$before" -v r="$rate" -v p50="$(field p50_ms <<<"$driven")" -v p99="$(field p99_ms <<<"$driven")" -v n="$(field closed <<<"$driven")" \
    -v cpu="$cpu" -v hz="$(getconf CLK_TCK)" -v bare="$bare_rate" -v a="$after" \
    'BEGIN { printf "%7d | %14d | %8.1f | %6.2f | %6.2f | %13.2f | %6d | %5.2f | %13d\n", c, b, r, p50, p99, n ? cpu * 1000 / hz / n : 0, bare, bare ? r / bare : 0, a }'
  printf '%s\n%s\n' "$driven" "$bare" >>"$out/raw.jsonl"
done
echo "raw: $out/raw.jsonl"
