"""What can be written on the command line, and its help. Knows no command's work."""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from app import __version__
from app.core.errors import UsageError
from app.core.kinds import READ_HERE

_EXAMPLES = """examples:
  strongroom                                   open the window
  strongroom ~/Contracts                       open it and add a folder
  strongroom index ~/Contracts ~/report.pdf    add a folder and a file
  strongroom index                             read what changed in them since
  strongroom search "notice period" -k 5       the five best passages
  strongroom search "right to erasure" --exact every place where these words stand
  strongroom search "INV-[0-9]{4,}" --pattern --pages 1-3
  strongroom ask "Until when does the lease of the station run?"
  strongroom ask "Every invoice over 1,000 euros" --all
  strongroom summarize report.pdf --thorough   what it says in short, every page read
  strongroom compare "What is the notice period?" old.pdf new.pdf
  strongroom --json ask "…" | jq .sentences    the answer as data
  strongroom --vault ~/case-17 list            another library

Nothing leaves this machine. Exit codes: 0 done, 1 it did not work (the message says why),
2 a bug of ours, 3 some files could not be read, 130 stopped."""


class _Parser(argparse.ArgumentParser):
    """Tells mistakes as `UsageError`s instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", f"See “{self.prog} --help”.")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """`command` is None for the window, and `paths` are then what it is to add."""
    options, rest = _globals().parse_known_args(arguments)
    _refuse_waiver_among_names(arguments, rest)
    parser = _commands()
    if rest and (rest[0] in _DESCRIPTIONS or rest[0].startswith("-")):
        return parser.parse_args(rest, options)
    if rest and Path(rest[0]).name == rest[0] and not Path(rest[0]).exists():
        raise UsageError(
            f"There is no command, file or folder called “{rest[0]}”.",
            "“strongroom --help” lists the commands.",
        )
    return argparse.Namespace(**vars(options), command=None, paths=rest)


def _refuse_waiver_among_names(arguments: Sequence[str], rest: Sequence[str]) -> None:
    """A file may be called like an option, and must not waive the lock when it is given as “*”."""
    first = next((i for i, word in enumerate(arguments) if word in _WAIVERS), None)
    if first is None:
        return
    _, before = _globals().parse_known_args(arguments[:first])
    if before or (rest and rest[0] not in _DESCRIPTIONS):
        raise UsageError(
            f"{arguments[first]} stands before the command, and not with files alone.",
            "Give the files a “./” in front of their names.",
        )


def _globals() -> argparse.ArgumentParser:
    parser = _Parser(prog="strongroom", add_help=False, allow_abbrev=False)
    parser.add_argument("--home", metavar="DIR", help="keep settings, models and vault in DIR")
    parser.add_argument("--vault", metavar="DIR", help="work on the library in DIR")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object; progress goes to standard error"
    )
    parser.add_argument(
        "--wait", metavar="SECONDS", type=_seconds,
        help="wait so long for a vault that is in use (default: a moment)",
    )  # fmt: skip
    unlocked = parser.add_mutually_exclusive_group()
    unlocked.add_argument(
        "--allow-unlocked", action="store_const", const=True, dest="unlocked",
        help="start, now and later, even where the system's lock against networks cannot be set",
    )  # fmt: skip
    unlocked.add_argument(
        "--require-lock", action="store_const", const=False, dest="unlocked",
        help="take that back: start locked, or not at all (the default)",
    )  # fmt: skip
    parser.add_argument("--fakes", action="store_true", help=argparse.SUPPRESS)
    return parser


_WAIVERS = ("--allow-unlocked", "--require-lock")
_DESCRIPTIONS = {
    "index": "add folders and files, and index what is new or changed in them",
    "search": "show the passages for a question, best first",
    "ask": "answer a question, with citations",
    "eval": "measure retrieval (and answers) with questions whose answers are known",
    "summarize": "say in short what a document is about, with citations",
    "compare": "ask several documents the same question, and show where they differ",
    "list": "show the documents of the library",
    "sources": "show the folders of the library, or say where one is now",
    "remove": "forget documents for good; the files themselves stay",
    "forget-everything": "forget a whole library for good: documents, conversations, all of it",
    "vault": "carry a whole library as one file: export, import, and keys to sign with",
    "examples": "show, add and remove examples of good answers, for this vault's model",
    "chats": "show, search, rename, delete and export the conversations that are kept",
    "rebuild": "remake the vector index from the catalogue",
    "check": "verify the library, and mend what can be",
    "models": "show, import, verify and choose models",
    "proof": "try to reach a network in every way, and show what happens",
}


def _commands() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="strongroom",
        description="Questions to your own confidential documents, on your own machine.",
        epilog=_EXAMPLES,
        parents=[_globals()],
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"strongroom {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    made = {
        name: commands.add_parser(name, help=said, description=f"{said[0].upper()}{said[1:]}.")
        for name, said in _DESCRIPTIONS.items()
    }
    _add_library_options(made)
    _add_asking_options(made)
    _add_document_options(made["summarize"], made["compare"])
    _add_example_options(made["examples"])
    _add_vault_options(made["vault"])
    _add_chat_options(made["chats"])
    _add_model_options(made["models"])
    made["proof"].add_argument("--save", metavar="FILE", help="also write the report to FILE")
    return parser


def _add_library_options(made: Mapping[str, argparse.ArgumentParser]) -> None:
    made["index"].add_argument(
        "paths", nargs="*", metavar="PATH",
        help=f"a folder, or a file: {READ_HERE} (default: all that was added before)",
    )  # fmt: skip
    made["index"].add_argument(
        "--keyword-only", action="store_true", help="leave searching by meaning for later"
    )
    made["index"].add_argument(
        "--forget-missing", action="store_true",
        help="also forget documents whose files were deleted when they are many",
    )  # fmt: skip
    actions = made["sources"].add_subparsers(dest="action", metavar="ACTION", parser_class=_Parser)
    actions.add_parser("list", help="show them (also without an action)")
    move = actions.add_parser("move", help="look for a folder’s documents where it is now")
    move.add_argument("old", metavar="OLD", help="the folder as “sources” shows it")
    move.add_argument("new", metavar="NEW", help="where it is")
    made["remove"].add_argument(
        "documents", nargs="+", metavar="DOC", help="a name, a path, or a number from “list”"
    )
    chats = made["remove"].add_mutually_exclusive_group()
    chats.add_argument(
        "--with-chats", action="store_const", const=True,
        help="also delete the answers and examples that quote them",
    )  # fmt: skip
    chats.add_argument(
        "--keep-chats", action="store_const", const=False, dest="with_chats",
        help="keep those (the default, where nobody can be asked)",
    )  # fmt: skip
    everything = made["forget-everything"]
    everything.add_argument("--yes", action="store_true", help="do not ask")
    for command in (made["remove"], everything):
        command.add_argument(
            "--receipt", metavar="FILE", help="write to FILE what was forgotten, when, and proof"
        )
        command.add_argument(
            "--unnamed", action="store_true", help="do not name the documents in the receipt"
        )


def _add_vault_options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", parser_class=_Parser, required=True
    )
    export = actions.add_parser("export", help="write the library of this vault to one file")
    export.add_argument("file", metavar="FILE", help="a new file, such as cases.strongroom")
    export.add_argument("--with-documents", action="store_true", help="with the files themselves")
    export.add_argument(
        "--with-chats", action="store_true", help="with its conversations and examples"
    )
    export.add_argument("--sign", metavar="KEY", help="sign it with the secret key in this file")
    taken = actions.add_parser("import", help="take in an exported library, where there is none")
    taken.add_argument("file", metavar="FILE")
    taken.add_argument("folder", metavar="DIR", nargs="?", help="as what vault (default: this one)")
    key = actions.add_parser("key", help="make a secret key to sign with")
    key.add_argument("file", metavar="FILE")
    keys = actions.add_parser("keys", help="show the keys of those whose libraries were imported")
    keys.add_argument("--name", nargs=2, metavar=("FINGERPRINT", "NAME"), help="call one by a name")


def _add_example_options(examples: argparse.ArgumentParser) -> None:
    actions = examples.add_subparsers(dest="action", metavar="ACTION", parser_class=_Parser)
    actions.add_parser("list", help="show them (also without an action)")
    add = actions.add_parser("add", help="add one; three at most")
    add.add_argument("question")
    add.add_argument("--quote", required=True, help="the line of a document that answers it")
    add.add_argument("--answer", required=True, help="the answer as you would write it")
    remove = actions.add_parser("remove", help="remove one")
    remove.add_argument("number", type=int)


def _add_asking_options(made: Mapping[str, argparse.ArgumentParser]) -> None:
    _add_search_options(made["search"])
    made["ask"].add_argument("question")
    made["ask"].add_argument(
        "--all", action="store_true",
        help="list all that the documents hold on it, every page gone through; no model writes it",
    )  # fmt: skip
    _add_scope(made["ask"])
    made["ask"].add_argument(
        "--chat", metavar="ID", help="go on with a kept conversation, or begin one with “new”"
    )
    made["ask"].add_argument(
        "--save", metavar="FILE", help="also write a dossier, as “chats export”"
    )
    _add_dossier_options(made["ask"])
    _add_eval_options(made["eval"])


def _add_eval_options(options: argparse.ArgumentParser) -> None:
    options.add_argument(
        "files", nargs="+", metavar="FILE.jsonl",
        help="a JSON object a line: question, answers, doc, pages, and kind if you like",
    )  # fmt: skip
    options.add_argument("--answers", action="store_true", help="also ask each question (slow)")
    options.add_argument("--sample", type=_positive, metavar="N", help="only N of the questions")
    options.add_argument("--seed", type=int, default=0, metavar="S", help="which N (default 0)")
    options.add_argument(
        "--per-document", action="store_true", help="ask each question within its own document"
    )
    options.add_argument(
        "--leave-out", action="store_true",
        help="ask each question without its document, so that it has no answer",
    )  # fmt: skip
    options.add_argument(
        "--both", action="store_true",
        help="in the whole library, and each question within its own document too",
    )  # fmt: skip
    options.add_argument("--by-keyword", action="store_true", help="search without a search model")
    options.add_argument(
        "--misses", action="store_true",
        help="show each question whose page is not among the first five, and what missed it",
    )  # fmt: skip
    options.add_argument(
        "--save", metavar="FILE", action="append", default=[],
        help="also write the tables (.md) or the data (.json) to a new FILE",
    )  # fmt: skip
    options.add_argument(
        "--name", metavar="NAME", default="", help="remember the figures of this run as NAME"
    )
    options.add_argument(
        "--against", metavar="RUN", default="",
        help="compare with this earlier run, by name or number (default: the latest alike)",
    )  # fmt: skip


def _add_search_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", help="or the words, or the regular expression, to be found")
    parser.add_argument(
        "-k", type=_positive, metavar="N",
        help="how many (default 10; of exact places as many as there are)",
    )  # fmt: skip
    exactly = parser.add_mutually_exclusive_group()
    exactly.add_argument(
        "--exact", action="store_true",
        help="every place where these words stand, accents, case and ends of lines aside",
    )  # fmt: skip
    exactly.add_argument(
        "--pattern", action="store_true",
        help="every place where this regular expression fits, accents and case aside",
    )  # fmt: skip
    parser.add_argument(
        "--pages",
        metavar="A-B",
        default="",
        help="only these pages of each document (exact search)",
    )
    _add_scope(parser)


def _add_scope(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--in", metavar="DOC", action="append", dest="documents",
        help="only this document: a name, a path, or a number from “list”; can be repeated",
    )  # fmt: skip


def _add_document_options(
    summarize: argparse.ArgumentParser, compare: argparse.ArgumentParser
) -> None:
    for command in (summarize, compare):
        if command is compare:
            command.add_argument("question")
        command.add_argument(
            "documents", nargs="+", metavar="DOC", help="a name, a path, or a number from “list”"
        )
    summarize.add_argument("--pages", metavar="A-B", default="", help="only these pages of each")
    summarize.add_argument(
        "--thorough", action="store_true", help="read every page, not only the telling passages"
    )
    summarize.add_argument(
        "--language", metavar="LANG", default="",
        help="en, fr, nl, de or es (default: the documents’ own)",
    )  # fmt: skip


def _add_chat_options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", parser_class=_Parser)
    actions.add_parser("list", help="show the conversations, last used first")
    search = actions.add_parser("search", help="show those in which all these words stand")
    search.add_argument("words", nargs="+", metavar="WORD")
    rename = actions.add_parser("rename", help="give a conversation another name")
    rename.add_argument("id", metavar="ID")
    rename.add_argument("title", metavar="TITLE")
    delete = actions.add_parser("delete", help="forget conversations for good")
    delete.add_argument("ids", nargs="*", metavar="ID")
    delete.add_argument("--all", action="store_true", help="every one of them")
    export = actions.add_parser("export", help="write a dossier that somebody else can check")
    export.add_argument("id", metavar="ID")
    export.add_argument("--to", metavar="FILE", required=True, help=".md, .html, .pdf or .docx")
    _add_dossier_options(export)
    keep = actions.add_parser("keep", help="whether new conversations are kept in this vault")
    keep.add_argument("keeps", choices=("yes", "no"))


def _add_dossier_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--unsupported", action="store_true",
        help="have sentences without support in the dossier, marked",
    )  # fmt: skip


def _add_model_options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", parser_class=_Parser)
    actions.add_parser("list", help="show the models that are there")
    file = actions.add_parser("import", help="check a model and copy it into the home folder")
    file.add_argument(
        "file", metavar="FILE", help="a GGUF file, a sentence-transformers folder, or a pack"
    )
    file.add_argument(
        "--trust", metavar="FINGERPRINT", help="trust the key of this pack, if it is the one named"
    )
    pack = actions.add_parser("pack", help="write models into a signed folder, to carry on a stick")
    pack.add_argument("folder", metavar="DIR", help="a new folder")
    pack.add_argument("names", metavar="NAME", nargs="*", help="models (default: those in use)")
    pack.add_argument("--key", required=True, help="secret key, as “vault key” makes it")
    actions.add_parser("verify", help="compare every model with what was recorded of it")
    use = actions.add_parser("use", help="take a model into use, and say how")
    use.add_argument("name", metavar="NAME")
    use.add_argument(
        "--template", metavar="FAMILY",
        help="lay out questions as models of this family want it: its name (“llama3”, “mistral”, "
        "“chatml”…), “own” for the template in the file, “auto” for the usual one",
    )  # fmt: skip
    adapters = use.add_mutually_exclusive_group()
    adapters.add_argument("--adapter", metavar="NAME", help="use it with this LoRA adapter")
    adapters.add_argument(
        "--no-adapter", action="store_const", const="", dest="adapter", help="use it without one"
    )
    use.add_argument("--gpu-layers", metavar="N", help="layers for the graphics card, or “auto”")


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 <= number < math.inf:
        raise argparse.ArgumentTypeError("must be a number of seconds")
    return number


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
