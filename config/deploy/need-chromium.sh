#!/bin/sh
# The browser tests need Chromium. As root on Debian it is installed; otherwise say what is missing.
set -eu
if command -v chromium >/dev/null 2>&1; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
    exit 0
fi
echo "Chromium is missing: the browser tests can't run. Install it with: apt-get install chromium" >&2
exit 1
