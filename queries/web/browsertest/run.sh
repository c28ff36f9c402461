#!/usr/bin/env bash
# The browser test: serves the examples and the hostile decisions, and walks through
# their pages in headless Chromium. Says SKIPPED where neither node nor a browser can be
# had. SHOTS=DIR keeps a picture of every stop.
set -euo pipefail
cd "$(dirname "$0")"

skip() { printf 'SKIPPED: the browser test: %s\n' "$*"; exit 0; }

find_browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" && return
  done
  return 1
}

command -v node >/dev/null && command -v npm >/dev/null || skip "there is no node, or no npm"
if ! browser=$(find_browser); then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 || true
  fi
  browser=$(find_browser) || skip "there is no Chromium, and it could not be installed"
fi
[ -d node_modules/puppeteer-core ] || npm install --silent --no-audit --no-fund --no-package-lock >/dev/null 2>&1 || skip "its packages could not be installed"

work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
(cd ../../.. && CGO_ENABLED=0 go build -o "$work/pages" ./queries/web/browsertest)
"$work/pages" -hostile "$PWD/hostile" >"$work/address" &
server=$!
for _ in $(seq 100); do
  [ -s "$work/address" ] && break
  sleep 0.2
done
ADDRESS=$(cat "$work/address") CHROMIUM=$browser node tour.mjs
