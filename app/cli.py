"""The command line: what each command takes, does, and prints as JSON. Owns no program logic.

Exit codes: 0 done, 1 a known error, 2 a bug, 3 some files failed, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app import (
    cli_chats,
    cli_documents,
    cli_eval,
    cli_examples,
    cli_forgetting,
    cli_index,
    cli_models,
    cli_search,
    cli_sources,
    cli_upkeep,
    cli_vault,
)
from app.cli_search import hit_data
from app.cli_view import View
from app.core.control import Control
from app.core.errors import Cancelled, KnownError, UsageError
from app.core.storage.faults import fault_of
from app.system.local_services import local_services
from app.system.lock_state import Proof, Verdict
from app.system.lockdown import Lockdown
from app.system.paths import Paths
from app.system.proof import prove
from app.system.proof_report import as_data, as_text
from app.system.settings import load_settings
from app.system.start import UNLOCKED, require_lock
from app.system.vault_lock import VaultInUse, Waiting
from app.wiring import OpenVault, open_vault, prove_reader

KNOWN_ERROR, BUG, SOME_FAILED, STOPPED = 1, 2, 3, 130


@dataclass(frozen=True)
class Context:
    """What a command works with."""

    options: argparse.Namespace
    paths: Paths
    view: View
    control: Control
    lockdown: Lockdown

    def open(self) -> OpenVault:
        """The vault, waiting a while for another command that has it."""
        waiting = Waiting(self.options.wait, self._tell_to_wait, self.control.check)
        vault = waiting.until_free(lambda: open_vault(self.paths, self.options.fakes))
        if vault.services.notice:
            self.view.warn(vault.services.notice)
        return vault

    def _tell_to_wait(self, error: VaultInUse) -> None:
        self.view.warn(f"{error.message} Waiting for it.")


Outcome = tuple[dict[str, Any], int]
"""The JSON object, and the exit code."""


def index(context: Context) -> Outcome:
    with context.open() as vault:
        made = cli_index.index(context, vault.services)
        with context.view.progress() as report:
            took = cli_upkeep.tidy(context, vault, report)
    made = replace(made, seconds=replace(made.seconds, total=made.seconds.total + took))
    context.view.indexed(made)
    data = asdict(made) | {
        "failed": [{"path": str(failure.path), "reason": failure.reason} for failure in made.failed]
    }
    return data, SOME_FAILED if made.failed else 0


def ask(context: Context) -> Outcome:
    if context.options.save:
        cli_chats.new_file(context.options.save)
    with context.open() as vault, context.view.progress() as report:
        history = cli_chats.history(context, vault)
        answer = (vault.services.lister.list_all if context.options.all else vault.services.ask)(
            context.options.question,
            history,
            cli_search.scope(context, vault),
            report,
            context.control,
        )
        kept = cli_chats.keep_and_save(context, vault, answer, report)
    context.view.answer(answer)
    data = asdict(answer) | {"hits": [hit_data(hit) for hit in answer.hits]}
    data["sentences"] = cli_documents.sentences_data(answer)
    return data | kept, 0


def list_documents(context: Context) -> Outcome:
    with context.open() as vault:
        documents = vault.services.catalog.documents()
    context.view.documents(documents)
    fields = ("id", "name", "path", "state", "pages", "pages_read", "reason", "presence")
    return {"documents": [{f: getattr(d, f) for f in fields} for d in documents]}, 0


def proof(context: Context) -> Outcome:
    parts = prove("command line", context.lockdown), prove_reader()
    waived = load_settings(context.paths.settings).start_unlocked
    made = Proof(parts, local_services(), waived)
    if context.options.save:
        _save(Path(context.options.save).expanduser(), as_text(made))
    context.view.said(as_text(made))
    return as_data(made), KNOWN_ERROR if made.verdict is Verdict.OPEN else 0


def _save(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(
            f"The report cannot be written: {error.strerror}.", "Choose another file."
        ) from error


COMMANDS: dict[str, Callable[[Context], Outcome]] = {
    "index": index,
    "search": cli_search.search,
    "ask": ask,
    "eval": cli_eval.evaluate,
    "summarize": cli_documents.summarize,
    "compare": cli_documents.compare,
    "list": list_documents,
    "sources": cli_sources.sources,
    "remove": cli_forgetting.remove,
    "forget-everything": cli_forgetting.forget_everything,
    "vault": cli_vault.vault,
    "chats": cli_chats.chats,
    "examples": cli_examples.examples,
    "rebuild": cli_upkeep.rebuild,
    "check": cli_upkeep.check,
    "models": cli_models.models,
    "proof": proof,
}


def run(options: argparse.Namespace, paths: Paths, lockdown: Lockdown) -> int:
    """Do the command that `options` name; returns the exit code."""
    view = View(quiet=options.json)
    context = Context(options, paths, view, Control(), lockdown)
    work = _Work(lambda: _do(context))
    try:
        data, code = work.wait()
    except KeyboardInterrupt:
        context.control.cancel()
        work.join()
        return STOPPED
    except Cancelled:
        return STOPPED
    except Exception as error:
        data, code = _failed(error, view)
    if options.json:
        _print_json(data)
    return code


def _failed(error: Exception, view: View) -> Outcome:
    known = error if isinstance(error, KnownError) else fault_of(error)
    if known is None:
        print(_frames(error), file=sys.stderr)
        return {"error": _frames(error)}, BUG
    view.error(known)
    return {"error": known.message, "hint": known.hint}, KNOWN_ERROR


def _print_json(data: dict[str, Any]) -> None:
    """All of it, or as much as whoever reads it wants."""
    try:
        print(json.dumps(data), flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _do(context: Context) -> Outcome:
    """The command, if this machine can lock it in; `proof` shows that it cannot."""
    name = context.options.command
    if name != "proof":
        require_lock(context.lockdown, context.paths.settings)
        if context.lockdown.problem:
            context.view.warn(UNLOCKED)
    return COMMANDS[name](context)


class _Work:
    """A command in a thread of its own, so that Ctrl-C is heard while native code computes."""

    def __init__(self, act: Callable[[], Outcome]) -> None:
        self._act = act
        self._outcome: Outcome | BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="command")
        self._thread.start()

    def wait(self) -> Outcome:
        while self._thread.is_alive():
            self._thread.join(0.2)
        if isinstance(self._outcome, BaseException):
            raise self._outcome
        assert self._outcome
        return self._outcome

    def join(self) -> None:
        self._thread.join()

    def _run(self) -> None:
        try:
            self._outcome = self._act()
        except BaseException as error:
            self._outcome = error


def _frames(error: Exception) -> str:
    """Where a bug happened: type and places, never its message, which may quote a document."""
    places = "".join(
        f"  {frame.filename}:{frame.lineno} {frame.name}\n"
        for frame in traceback.extract_tb(error.__traceback__)
    )
    return f"A bug: {type(error).__name__}\n{places}"
