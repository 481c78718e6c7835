#!/usr/bin/env bash
# Sees to it that Debian's Chromium is there; says in words what is missing where it cannot be installed.
set -euo pipefail
[ -x /usr/bin/chromium ] && exit 0
refuse() {
    echo "dragoman: /usr/bin/chromium is missing and $1, so the page was not looked at in a browser;" \
        "run 'apt-get install chromium' as root, then this again" >&2
    exit 1
}
command -v apt-get >/dev/null || refuse "there is no apt-get"
as_root=()
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || refuse "only root may install it"
    as_root=(sudo -n)
fi
export DEBIAN_FRONTEND=noninteractive
echo "installing Debian's chromium with apt-get"
{ "${as_root[@]}" apt-get update -q && "${as_root[@]}" apt-get install -q -y --no-install-recommends chromium; } >/tmp/dragoman-apt.log 2>&1 ||
    { tail -5 /tmp/dragoman-apt.log >&2; refuse "apt-get could not install it"; }
[ -x /usr/bin/chromium ] || refuse "apt-get did not bring it"
