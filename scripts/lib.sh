# Shared by the scripts: where we are, stages with their times, and how to say that something is missing.
# Sourced, never run.

set -Eeuo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

STAMPS=target/stamps
mkdir -p "$STAMPS"

say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
die() {
  printf '\n!! %s\n' "$*" >&2
  exit 1
}

# Something is not on this machine: fatal in CI, said loudly anywhere else.
missing() {
  [ "${CI:-}" = true ] && die "$*"
  printf '\n!! %s\n!! left out on this machine; CI does not leave it out\n\n' "$*" >&2
}

STAGE=
STAGE_TIMES=()
# stage NAME COMMAND…: runs the command and remembers how long it took. The first failing stage ends the script, and is named.
stage() {
  local began=$SECONDS
  STAGE=$1
  shift
  say "$STAGE"
  "$@"
  STAGE_TIMES+=("$(printf '%5ds  %s' $((SECONDS - began)) "$STAGE")")
  STAGE=
}
trap 'status=$?; [ -n "$STAGE" ] && printf "\n!! failed: %s (after %d s)\n" "$STAGE" "$SECONDS" >&2; exit $status' ERR
stage_times() {
  printf '\nTime by stage:\n'
  printf '%s\n' "${STAGE_TIMES[@]}"
  printf '%5ds  in all\n' "$SECONDS"
}

# digest PATH…: one hash over the names and contents of all files below the paths (those that exist).
digest() {
  local path present=()
  for path in "$@"; do [ -e "$path" ] && present+=("$path"); done
  find "${present[@]}" -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# unchanged NAME DIGEST: whether NAME was last finished with this digest.
unchanged() { [ "$(cat "$STAMPS/$1" 2>/dev/null)" = "$2" ]; }
finished() { printf '%s' "$2" >"$STAMPS/$1"; }

# As root directly, else through sudo if it asks nothing.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"; else return 1; fi
}

# apt_install WHAT-FOR PACKAGE…: with Debian's or Ubuntu's apt; says what to install by hand where that is impossible.
apt_install() {
  local purpose=$1
  shift
  if command -v apt-get >/dev/null && as_root true; then
    echo "installing $* ($purpose)"
    as_root env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 ||
      { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }' sh "$@" && return
  fi
  missing "please install: $* ($purpose)"
}

# The browser the tests drive: PW_CHROMIUM, else Debian's, else any Chrome.
browser() {
  local candidate
  for candidate in "${PW_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    [ -n "$candidate" ] && [ -x "$candidate" ] && { printf '%s' "$candidate"; return; }
  done
  return 1
}

# npm_install DIR: `npm ci`, only when the lock or Node changed since the last time; needs no network otherwise.
npm_install() {
  local name=npm-${1//\//-} state
  state=$(digest "$1/package-lock.json" "$1/package.json")-$(node --version)
  if unchanged "$name" "$state" && [ -d "$1/node_modules" ]; then return; fi
  echo "npm ci in $1"
  (cd "$1" && npm ci --prefer-offline --no-audit --no-fund --loglevel=error)
  finished "$name" "$state"
}
