#!/usr/bin/env bash
# Remakes the locks from the .in files: exact versions with hashes, for all systems.
# Needs the package uv. torch is left out on purpose: bootstrap.py installs it.
set -euo pipefail
cd "$(dirname "$0")"
no_torch=$(mktemp)
trap 'rm -f "$no_torch"' EXIT
echo "torch==2.13.0 ; python_version < '3'" > "$no_torch"

lock() {
    UV_CUSTOM_COMPILE_COMMAND=packaging/lock.sh uv pip compile "$1.in" --output-file "$1.lock" \
        --universal --python-version 3.11 --generate-hashes --overrides "$no_torch" \
        --no-emit-index-url --no-emit-find-links --no-annotate --quiet "${@:2}"
}

lock requirements "$@"
lock requirements-build "$@"
lock requirements-compiled --no-deps "$@"
lock requirements-dev "$@"
