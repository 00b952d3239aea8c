"""Renews the catalogues in `resources/translations` from the source, and compiles them.

    python -m tests.gui.catalogues

Translations that are there are kept; new sentences come in as unfinished, and what is no longer
said goes. Sentences of the core reach the window in English: they are kept in `sentences.json`.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from pathlib import Path

from app.gui.languages import LANGUAGES, Origin
from app.system.paths import resource

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"
FOLDER = resource("translations")
SENTENCES = FOLDER / "sentences.json"
TRANSLATED = tuple(name for name in LANGUAGES if name != "en")
GAP = re.compile(r"%[\dn]|\{\w*\}")

_OURS = ("core", "engine", "backends", "system")
_NOT_SHOWN = (
    "core/exhaustive/telling",
    "core/arithmetic/", "core/bench/", "core/conversation/follow_up", "core/dossiers/",
    "core/evaluation",
    "core/prompt", "core/suggesting", "core/summaries/", "core/suspicion_signs", "core/comparing/",
    "system/proof_report", "backends/dossier",
)  # fmt: skip
_A_SENTENCE = re.compile(r"(?![A-Z]{3,} |“strongroom )[A-Z“%].*\w.*[.?!…]", re.DOTALL)
_HAS_WORDS = re.compile(r"[a-z]{2,}.* .*[a-z]{2,}")
_AFTER_ANOTHER = re.compile(r"^%1 (?=[A-Z])")
"""Another sentence stands before it, which is found alone."""


_LOOKED_UP = {
    "self.tr": 1, "tr": 2, "translate": 2, "wording.translate": 2, "QCoreApplication.translate": 2,
}  # fmt: skip
"""How a text is looked up, and with how many literals."""


class NotLiteral(Exception):
    """A text is looked up that no catalogue can hold."""


def ts_file(language: str) -> Path:
    return FOLDER / f"strongroom_{language}.ts"


def qm_file(language: str) -> Path:
    return FOLDER / f"strongroom_{language}.qm"


# What is said


def origins() -> set[Origin]:
    """Everything the window says, and everything it may be told by the engine."""
    found = {origin for path in sorted((APP / "gui").rglob("*.py")) for origin in said_in(path)}
    return found | {("Engine", sentence) for sentence in sentences()}


def said_in(path: Path) -> Iterator[Origin]:
    """What a file of the window looks up. NotLiteral if it cannot be known from its text."""
    tree = ast.parse(path.read_text("utf-8"))
    for node, owner in _calls(tree, ""):
        called = ast.unparse(node.func)
        if called not in _LOOKED_UP and not called.endswith(".tr"):
            continue
        texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
        wanted = _LOOKED_UP.get(called, 0)
        if texts == ["Engine"]:
            continue
        if len(texts) != wanted or not all(isinstance(text, str) for text in texts):
            raise NotLiteral(f"{path.name}:{node.lineno}: {ast.unparse(node)}")
        yield (owner, str(texts[0])) if wanted == 1 else (str(texts[0]), str(texts[1]))


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[ast.Call, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, owner
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else owner)


def sentences() -> list[str]:
    """What the core and the engine may tell the user; what is filled in stands as %1, %2."""
    found = set[str]()
    for part in _OURS:
        for path in (APP / part).rglob("*.py"):
            if not path.relative_to(APP).as_posix().startswith(_NOT_SHOWN):
                found |= set(_sentences_in(path))
    return sorted(found)


def _sentences_in(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    left_out = {id(part) for part in _docstrings_and_parts(tree)}
    for node in ast.walk(tree):
        if id(node) in left_out:
            continue
        text = _AFTER_ANOTHER.sub("", _template(node)).strip()
        if _A_SENTENCE.fullmatch(text) and _HAS_WORDS.search(text) and "WHERE" not in text:
            yield text


def _docstrings_and_parts(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield from (s.value for s in node.body if isinstance(s, ast.Expr))
        if isinstance(node, ast.JoinedStr):
            yield from (part for part in ast.walk(node) if part is not node)


def _template(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    text, gaps = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            gaps += 1
            text += f"%{gaps}"
    return text


# The catalogues


def load(language: str) -> dict[Origin, str]:
    """What is translated; "" for what is not yet."""
    path = ts_file(language)
    if not path.exists():
        return {}
    found = {}
    for context in Xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = message.findtext("translation", "")
    return found


def save(language: str, texts: dict[Origin, str]) -> None:
    """Write the source of a catalogue, and compile it."""
    root = Xml.Element("TS", version="2.1", language=f"{language}_BE", sourcelanguage="en")
    for name in sorted({context for context, _ in texts}):
        context = Xml.SubElement(root, "context")
        Xml.SubElement(context, "name").text = name
        for source in sorted(source for where, source in texts if where == name):
            message = Xml.SubElement(context, "message")
            Xml.SubElement(message, "source").text = source
            done = texts[name, source]
            state = {} if done else {"type": "unfinished"}
            Xml.SubElement(message, "translation", state).text = done
    Xml.indent(root)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    text = head + Xml.tostring(root, encoding="unicode") + "\n"
    ts_file(language).write_text(text, "utf-8")
    command = [str(Path(sys.executable).with_name("pyside6-lrelease")), "-silent"]
    subprocess.run([*command, str(ts_file(language)), "-qm", str(qm_file(language))], check=True)


def renew() -> None:
    """Bring every catalogue up to what is said now."""
    SENTENCES.write_text(json.dumps(sentences(), ensure_ascii=False, indent=0) + "\n", "utf-8")
    said = origins()
    for language in TRANSLATED:
        known = load(language)
        same = {source: text for (_, source), text in known.items() if text}
        texts = {o: known.get(o, "") or same.get(o[1], "") for o in said}
        save(language, texts)
        missing = sum(not text for text in texts.values())
        print(f"{language}: {len(texts)} texts, {missing} to translate")


if __name__ == "__main__":
    renew()
