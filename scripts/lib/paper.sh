# What printing needs beside Python: Pango, a library of the system. Sourced after environment.sh; wants $python.
# shellcheck shell=sh

can_print() {
    "$python" -c 'import weasyprint' >/dev/null 2>&1
}

install_pango() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update || true # one source out of reach is no reason to stop
    apt-get -qq -o DPkg::Lock::Timeout=120 install -y --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
}

# Debian's packages where we may install them, else a sentence. A site is built without, but its PDFs cannot be tested.
set_up_pango() {
    can_print && return 0
    if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
        say "Installing Pango from the system's packages (once, a few seconds) ..."
        install_pango </dev/null >"$root/.venv/pango.log" 2>&1 || tail -n 5 "$root/.venv/pango.log" >&2
        can_print && return 0
    fi
    give_up "The tests of newsletters and posters need Pango. Install it (on Debian or Ubuntu: sudo apt-get install" \
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; on a Mac: brew install pango), then run $0 again."
}
