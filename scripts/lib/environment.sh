# The Python environment of every script: .venv, filled with exactly the locked packages. Sourced; wants $root.
# shellcheck shell=sh

python=$root/.venv/bin/python
# Material's notice about the next MkDocs is for maintainers (docs/dependencies.md), not for a coordinator.
export NO_MKDOCS_2_WARNING=1
# An empty HOME (unlike an unset one) would send the caches of pip, npm and Chromium to the root of the disk.
if [ -z "${HOME-}" ]; then
    HOME=$root/.venv/home
    export HOME
fi

say() {
    printf '%s\n' "$*" >&2
}

give_up() {
    say "$@"
    exit 1
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Prints the first Python that is new enough; PACT_PYTHON names another one.
find_python() {
    for candidate in "${PACT_PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if is_new_enough "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    give_up "This needs Python 3.11 or later, and found $(python3 --version 2>/dev/null || echo none)." \
        "Install a newer Python, or name one: PACT_PYTHON=/path/to/python3 $0"
}

make_environment() {
    base_python=$(find_python)
    "$base_python" -c 'import ensurepip, venv' >/dev/null 2>&1 || give_up \
        "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv. Then run $0 again."
    say "Making a Python environment in .venv ..."
    "$base_python" -m venv --clear "$root/.venv" || give_up "Python could not make .venv: the lines above say why."
}

# What the environment is made from, and where: the installed `pact` names its own folder.
describe_inputs() {
    printf '%s\n' "$root"
    cat "$root/requirements.txt" "$root/$1" "$root/pyproject.toml"
}

is_set_up_for() {
    [ -x "$python" ] && [ -f "$root/.venv/set-up-from-$1" ] &&
        describe_inputs "$1" | cmp -s - "$root/.venv/set-up-from-$1"
}

pip_install() {
    "$python" -m pip install --quiet --no-input --disable-pip-version-check "$@" ||
        give_up "The Python packages could not be installed: the lines above say why. Is the package index in reach?"
}

# set_up_python LOCK: afterwards .venv holds the packages of that lock and this package.
# The test lock holds everything that the run lock does, so it serves for both.
set_up_python() {
    if is_set_up_for "$1" || is_set_up_for requirements-test.txt; then
        return 0
    fi
    if ! is_new_enough "$python" || ! "$python" -c 'import pip' 2>/dev/null; then
        make_environment
    fi
    rm -f "$root"/.venv/set-up-from-*
    say "Setting up Python packages (once, about a minute) ..."
    pip_install --require-hashes -r "$root/$1"
    # The build backend is in the lock, so this step asks no index for anything.
    pip_install --no-index --no-deps --no-build-isolation --editable "$root"
    describe_inputs "$1" >"$root/.venv/set-up-from-$1"
}
