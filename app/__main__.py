"""Where every process of Strongroom starts: lock first, then be what the arguments say."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from app.system.lockdown import Lockdown, lock, lock_further
from app.system.paths import Paths, find_paths
from app.system.processes import ENGINE_ROLE, READER_ROLE, STORE_ROLE, own_command


def main() -> int:
    role = "".join(sys.argv[1:2])
    lockdown = lock(display=role not in (ENGINE_ROLE, READER_ROLE, STORE_ROLE))
    if role == READER_ROLE:
        from app.wiring import serve_reader

        return serve_reader(lockdown)
    if role == STORE_ROLE:
        from app.wiring import serve_vectors

        return serve_vectors()
    is_engine = role == ENGINE_ROLE
    return _main(sys.argv[2 if is_engine else 1 :], is_engine, lockdown)


def _main(arguments: list[str], is_engine: bool, lockdown: Lockdown) -> int:
    from app.cli_options import parse
    from app.core.errors import KnownError
    from app.system.policy import load_policy
    from app.system.start import remember_waiver

    try:
        options = parse(arguments)
        home, vault = (Path(p) if p else None for p in (options.home, options.vault))
        paths = find_paths(home, vault or load_policy().usual_vault())
        if options.unlocked is not None:
            remember_waiver(paths.settings, options.unlocked)
    except KnownError as error:
        print(error, file=sys.stderr)
        if "--json" in arguments:
            print(json.dumps({"error": error.message, "hint": error.hint}))
        return 1
    if is_engine:
        from app.engine.server import serve_engine

        return serve_engine(paths, options.fakes, lockdown)
    if options.command is None:
        return _open_window(options, paths, lockdown)
    from app.cli import run

    return run(options, paths, lock_further(lockdown))


def _open_window(options: argparse.Namespace, paths: Paths, lockdown: Lockdown) -> int:
    """The engine is started before anything of Qt is there."""
    from app.core.errors import LockMissing
    from app.engine.client import EngineClient
    from app.system.start import require_lock

    try:
        require_lock(lockdown, paths.settings)
    except LockMissing as error:
        from app.gui.application import tell_and_end

        print(error, file=sys.stderr)
        return tell_and_end(error, paths)
    if _comes_forward(paths, options.paths):
        return 0

    def start_engine(its: Paths) -> EngineClient:
        arguments = ["--home", str(its.home), "--vault", str(its.vault)]
        fakes = ["--fakes"] if options.fakes else []
        return EngineClient(own_command(ENGINE_ROLE, [*arguments, *fakes]))

    engine = start_engine(paths)  # before Qt: its libraries take longest
    from app.gui.application import run_window

    return run_window(engine, start_engine, paths, options.paths, lockdown)


def _comes_forward(paths: Paths, to_add: list[str]) -> bool:
    """Whether a window that has the vault already takes over what this one was started for."""
    from app.system.handing_over import hand_over
    from app.system.vault_lock import Role, holder_of

    holder = holder_of(paths.vault)
    if holder is None or holder.role is not Role.WINDOW or not hand_over(paths, to_add):
        return False
    print("Strongroom is open already. Its window comes to the front.")
    return True


if __name__ == "__main__":
    sys.exit(main())
