# Finds a PostgreSQL for the tests and exports TEST_PG_URL; sourced by scripts/test and scripts/prove.
# In this order: TEST_PG_URL; a server on 127.0.0.1:5432; one on the local socket; a temporary one of our own, which ends with the script.
# The account must be allowed to create databases: each test has one of its own, copied from a template.

postgres_answers() {
  command -v psql >/dev/null &&
    [ "$(PGCONNECT_TIMEOUT=3 psql -XAtq "$1" -c "select rolcreatedb or rolsuper from pg_roles where rolname = current_user" 2>/dev/null)" = t ]
}

# It refuses to run as root, so its owner is the `postgres` account, or `nobody` where that is missing.
postgres_owner() { getent passwd postgres >/dev/null && echo postgres || echo nobody; }
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u "$(postgres_owner)" -- "$@"; else "$@"; fi; }

postgres_start() {
  local initdb bin port tries
  initdb=$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1) || return 1
  [ -n "$initdb" ] || return 1
  bin=$(dirname "$(readlink -f "$initdb")")
  # Memory-backed where it can be: these databases live for minutes.
  PG_TEMP=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/lianxin-pg.XXXXXX")
  [ "$(id -u)" = 0 ] && chown "$(postgres_owner)" "$PG_TEMP"
  (cd / && as_postgres "$bin/initdb" -D "$PG_TEMP/data" -U lianxin -A trust -E UTF8 --locale=C.UTF-8 >/dev/null) || return 1
  # A temporary server need not survive a power cut; killing *our* process is what the tests do, and that loses nothing here.
  for tries in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    if (cd / && as_postgres "$bin/pg_ctl" -D "$PG_TEMP/data" -l "$PG_TEMP/log" -w -s \
      -o "-c listen_addresses=127.0.0.1 -p $port -k $PG_TEMP -c fsync=off -c full_page_writes=off -c max_connections=300" start); then
      PG_BIN=$bin
      trap postgres_stop EXIT
      export TEST_PG_URL="postgres://lianxin@127.0.0.1:$port/postgres"
      return
    fi
  done
  return 1
}

postgres_stop() {
  (cd / && as_postgres "$PG_BIN/pg_ctl" -D "$PG_TEMP/data" -m immediate -s stop) || true
  rm -rf "$PG_TEMP"
}

postgres_find() {
  local me url
  me=$(id -un)
  if [ -n "${TEST_PG_URL:-}" ]; then
    echo "PostgreSQL: as TEST_PG_URL says"
    return
  fi
  for url in "postgres://$me@127.0.0.1:5432/postgres" "postgres://postgres@127.0.0.1:5432/postgres" \
    "postgres://postgres:postgres@127.0.0.1:5432/postgres" "postgres://$me@%2Fvar%2Frun%2Fpostgresql/postgres"; do
    if postgres_answers "$url"; then
      export TEST_PG_URL=$url
      echo "PostgreSQL: ${url/:postgres@/:…@}"
      return
    fi
  done
  if postgres_start; then
    echo "PostgreSQL: a temporary server, $TEST_PG_URL"
  else
    missing "no PostgreSQL: none at 127.0.0.1:5432 or on the local socket, and none could be started; set TEST_PG_URL"
  fi
}
