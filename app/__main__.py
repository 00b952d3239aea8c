"""Where every process of Strongroom starts: lock first, then be what the arguments say."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from app.system.lockdown import Guard, lock
from app.system.paths import Paths, find_paths
from app.system.processes import ENGINE_ROLE, READER_ROLE, own_command


def main() -> int:
    guard = lock()
    if sys.argv[1:2] == [READER_ROLE]:
        from app.wiring import serve_reader

        return serve_reader()
    is_engine = sys.argv[1:2] == [ENGINE_ROLE]
    return _main(sys.argv[2 if is_engine else 1 :], is_engine, guard)


def _main(arguments: list[str], is_engine: bool, guard: Guard) -> int:
    from app.cli_options import parse
    from app.core.errors import UsageError

    try:
        options = parse(arguments)
    except UsageError as error:
        print(error, file=sys.stderr)
        if "--json" in arguments:
            print(json.dumps({"error": error.message, "hint": error.hint}))
        return 1
    paths = find_paths(*(Path(p) if p else None for p in (options.home, options.vault)))
    if is_engine:
        from app.engine.server import serve_engine

        return serve_engine(paths, options.fakes, guard)
    if options.command is None:
        return _open_window(options, paths)
    from app.cli import run

    return run(options, paths)


def _open_window(options: argparse.Namespace, paths: Paths) -> int:
    """The engine is started before anything of Qt is there."""
    from app.engine.client import EngineClient

    arguments = ["--home", str(paths.home), "--vault", str(paths.vault)]
    if options.fakes:
        arguments.append("--fakes")
    client = EngineClient(own_command(ENGINE_ROLE, arguments))
    try:
        from app.gui.application import run_window

        return run_window(client, paths, options.paths)
    finally:
        client.close()


if __name__ == "__main__":
    sys.exit(main())
