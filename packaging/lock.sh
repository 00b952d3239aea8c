#!/usr/bin/env bash
# Remakes the locks from the .in files: exact versions with hashes, for all systems.
# Needs the package uv. Left out on purpose: torch, which bootstrap.py installs, and what OpenVINO
# tells its makers of each use with; OpenVINO works without it.
set -euo pipefail
cd "$(dirname "$0")"
left_out=$(mktemp)
trap 'rm -f "$left_out"' EXIT
for name in torch==2.13.0 openvino-telemetry; do
    echo "$name ; python_version < '3'" >> "$left_out"
done

lock() {
    UV_CUSTOM_COMPILE_COMMAND=packaging/lock.sh uv pip compile "$1.in" --output-file "$1.lock" \
        --universal --python-version 3.11 --generate-hashes --overrides "$left_out" \
        --no-emit-index-url --no-emit-find-links --no-annotate --quiet "${@:2}"
}

lock requirements "$@"
lock requirements-build "$@"
lock requirements-compiled --no-deps "$@"
lock requirements-dev "$@"
lock requirements-frozen "$@"
