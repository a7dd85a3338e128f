# What the browser tests need beside Python: Chromium, Node and the npm packages of tests/package-lock.json.
# Sourced after environment.sh; wants $root and $python.
# shellcheck shell=sh

# has_tool NAME: whether the machine has a chromium or a node (with npm) that serves.
has_tool() {
    "$python" "$root/tests/browser/tools.py" "$1" >/dev/null 2>&1
}

install_chromium() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update || true # one source out of reach is no reason to stop
    apt-get -qq -o DPkg::Lock::Timeout=120 install -y --no-install-recommends chromium fonts-liberation
}

# Debian's package where we may install it, else a sentence.
set_up_chromium() {
    has_tool chromium && return 0
    if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
        say "Installing Chromium from the system's packages (once, about a minute) ..."
        install_chromium </dev/null >"$root/.venv/chromium.log" 2>&1 || tail -n 5 "$root/.venv/chromium.log" >&2
        has_tool chromium && return 0
    fi
    give_up "The browser tests need Chromium or Google Chrome. Install one (on Debian or Ubuntu:" \
        "sudo apt-get install chromium), or name one: PACT_CHROMIUM=/path/to/chromium $0"
}

set_up_node() {
    has_tool node && return 0
    say "Setting up Node from a Python package, as the machine has none that is new enough (once) ..."
    pip_install --require-hashes -r "$root/requirements-node.txt"
}

set_up_npm_packages() {
    cmp -s "$root/tests/package-lock.json" "$root/tests/node_modules/set-up-from.json" && return 0
    say "Setting up axe-core and html-validate (once, a few seconds) ..."
    (cd "$root/tests" && "$python" browser/tools.py npm ci --loglevel=error) </dev/null >&2 ||
        give_up "The npm packages could not be installed: the lines above say why. Is the npm registry in reach?"
    cp "$root/tests/package-lock.json" "$root/tests/node_modules/set-up-from.json"
}

set_up_browser() {
    set_up_chromium
    set_up_node
    set_up_npm_packages
}
