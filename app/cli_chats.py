"""The command `chats`, and what `ask` keeps and saves. Owns no program logic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import __version__
from app.core.dossiers.making import Export
from app.core.errors import UsageError
from app.core.events import Report
from app.core.types import Answer, Chat, Turn
from app.wiring import OpenVault

if TYPE_CHECKING:
    from app.cli import Context, Outcome

_NEW = "new"


def chats(context: Context) -> Outcome:
    with context.open() as vault:
        action: Callable[[Context, OpenVault], Outcome] = {
            "list": _list,
            "search": _search,
            "rename": _rename,
            "delete": _delete,
            "export": _export,
            "keep": _keep,
        }[context.options.action or "list"]
        return action(context, vault)


def history(context: Context, vault: OpenVault) -> tuple[Turn, ...]:
    """What was asked before in the conversation that `ask` is to go on with."""
    chosen = context.options.chat
    if chosen is None:
        return ()
    if not vault.services.chats.keeps:
        raise UsageError(
            "No conversations are kept in this vault.", "“strongroom chats keep yes” changes that."
        )
    return () if chosen == _NEW else vault.services.chats.open(_number(chosen)).turns


def keep_and_save(
    context: Context, vault: OpenVault, answer: Answer, report: Report
) -> dict[str, Any]:
    """Add the answer to its conversation and write its dossier, as far as that is wanted."""
    options, kept = context.options, vault.services.chats
    sha256 = vault.model_sha256(answer.model)
    done: dict[str, Any] = {}
    if options.chat is not None:
        number = None if options.chat == _NEW else _number(options.chat)
        done["chat"] = kept.add_turn(number, answer, __version__, sha256)
        if not kept.open(done["chat"]).kept:
            context.view.warn("The conversation is not kept in the vault.")
    if options.save:
        turn = Turn(answer.question, answer, kept.record_of(answer, __version__, sha256))
        chat = Chat(0, answer.question, (turn,))
        done["saved"] = _write(context, vault, chat, options.save, report)["file"]
    return done


def _list(context: Context, vault: OpenVault) -> Outcome:
    return _shown(context, vault, vault.services.chats.all())


def _search(context: Context, vault: OpenVault) -> Outcome:
    return _shown(context, vault, vault.services.chats.search(" ".join(context.options.words)))


def _shown(context: Context, vault: OpenVault, found: Sequence[Chat]) -> Outcome:
    context.view.chats(found)
    keeps = vault.services.chats.keeps
    if not keeps:
        context.view.said("No further conversations are kept in this vault.")
    rows = [
        {
            "id": chat.id, "title": chat.title, "created": chat.created or None,
            "changed": chat.changed or None, "turns": chat.questions,
        }
        for chat in found
    ]  # fmt: skip
    return {"chats": rows, "keeps": keeps}, 0


def _rename(context: Context, vault: OpenVault) -> Outcome:
    number = _number(context.options.id)
    vault.services.chats.rename(number, context.options.title)
    title = vault.services.chats.open(number).title
    context.view.said(f"The conversation is called “{title}” now.")
    return {"id": number, "title": title}, 0


def _delete(context: Context, vault: OpenVault) -> Outcome:
    kept = vault.services.chats
    there = [chat.id for chat in kept.all()]
    wanted = there if context.options.all else [_number(text) for text in context.options.ids]
    if not context.options.all and not wanted:
        raise UsageError("Which conversation?", "Give its number from “chats”, or --all.")
    for number in wanted:
        if number not in there:
            raise UsageError(
                f"There is no conversation {number}.", "“chats” lists those there are."
            )
    kept.delete(*wanted)
    context.view.said(f"Deleted {len(set(wanted))} conversation(s), for good.")
    return {"deleted": sorted(set(wanted))}, 0


def _export(context: Context, vault: OpenVault) -> Outcome:
    chat = vault.services.chats.open(_number(context.options.id))
    with context.view.progress() as report:
        return _write(context, vault, chat, context.options.to, report), 0


def _keep(context: Context, vault: OpenVault) -> Outcome:
    kept, keeps = vault.services.chats, context.options.keeps == "yes"
    kept.keep(keeps)
    there = len(kept.all())
    if keeps:
        context.view.said("Conversations are kept in this vault from now on.")
    else:
        context.view.said("No conversations are kept in this vault from now on.")
        if there:
            context.view.said(
                f"{there} are still in it. “strongroom chats delete --all” ends that."
            )
    return {"keeps": keeps, "chats": there}, 0


def new_file(file: str) -> Path:
    """Where to write. `UsageError` when something is there: it may be the only copy."""
    path = Path(file).expanduser().absolute()
    if path.exists():
        raise UsageError(f"There is a file {path} already.", "Choose another name.")
    return path


def _write(
    context: Context, vault: OpenVault, chat: Chat, file: str, report: Report
) -> dict[str, Any]:
    path = new_file(file)
    export = Export(chat, path, __version__, context.options.unsupported)
    dossier = vault.export(export, report, context.control)
    context.view.said(f"Wrote {path}.")
    changed = [source.name for source in dossier.sources if source.state != "same"]
    if changed:
        context.view.warn(
            f"{len(changed)} of {len(dossier.sources)} source files are gone or have changed; "
            "the dossier says which."
        )
    sources = [
        {"name": source.name, "sha256": source.sha256, "state": source.state.value}
        for source in dossier.sources
    ]
    return {"file": str(path), "questions": len(dossier.entries), "sources": sources}


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > 18:
        raise UsageError("A conversation is named by its number.", "“chats” lists those there are.")
    return int(text)
