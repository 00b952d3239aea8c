"""Word files (.docx): their text in order, with headings, lists, notes, and tables as rows.

Runs in a reader process only. What a reader of the finished document does not see is left out:
hidden, white or deleted text, field codes, comments. Pictures and embedded files are not opened.
"""

from __future__ import annotations

import codecs
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.backends.word_lists import WordLists
from app.backends.word_package import Attributes, WordPackage
from app.backends.word_styles import WordLook, WordStyles, is_shade, whole
from app.core.errors import DocumentError
from app.core.inert import clean_line
from app.core.text_pages import TOO_MUCH, Item, Script, limited
from app.core.text_styles import HEADINGS, Style

_WORD_NAMES = ("/wordprocessingml/2006/main", "/wordprocessingml/main")
_COMPATIBLE = "/markup-compatibility/2006"
_DELETED = ("del", "moveFrom")
_SKIPPED = frozenset(
    (
        *_DELETED, "instrText", "delText", "delInstrText", "rt", "pPrChange", "rPrChange",
        "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange",
    )
)  # fmt: skip
_EMBEDDED = frozenset(("object", "altChunk", "control"))
_MOST_OF_A_ROW = 600
"""Characters; a row with more is no row, but a table that places paragraphs."""
_LEFT_OUT = "Text that is hidden or deleted in this file was left out."
_NOT_OPENED = "What is embedded in this file was not read."


@dataclass
class _Paragraph:
    words: list[str] = field(default_factory=list)
    style: str = ""
    number: str | None = None
    level: int = 0
    outline: int = 9
    is_shaded: bool = False


@dataclass
class _Run:
    style: str = ""
    look: WordLook = field(default_factory=WordLook)


@dataclass
class _Table:
    cells: list[list[str]] = field(default_factory=list)
    rows: int = 0
    is_shaded: bool = False
    is_cell_shaded: bool = False


def read_word(path: Path) -> Script:
    """Raises `DocumentError` for what is no Word file, or a hostile one."""
    with open(path, "rb") as file:
        package = WordPackage(file)
        main = package.main_document()
        folder = posixpath.join(posixpath.dirname(main), "")
        story = _Story(WordStyles(package, folder), WordLists(package, folder))
        if not package.parse(main, story.start, story.end, story.say):
            raise DocumentError("The file is damaged, or it is no Word file.")
        for name in ("footnotes", "endnotes"):
            package.parse(f"{folder}{name}.xml", story.start, story.end, story.say)
    items, is_cut = limited(story.items)
    notes = [_LEFT_OUT if story.left_out else "", _NOT_OPENED if story.has_embedded else ""]
    return Script(items, "", " ".join(filter(None, notes)), TOO_MUCH if is_cut else "")


def warm_up() -> None:
    """Load the encoding that names in a ZIP have: later, no other file can be opened."""
    codecs.lookup("cp437")


class _Story:
    """Turns the elements of a story into lines."""

    def __init__(self, styles: WordStyles, lists: WordLists) -> None:
        self.items: list[Item] = []
        self.left_out = False
        self.has_embedded = False
        self._styles, self._lists = styles, lists
        self._paragraphs: list[_Paragraph] = []
        self._runs: list[_Run] = []
        self._tables: list[_Table] = []
        self._skipped = 0
        self._is_mark = False
        self._is_text = False
        self._is_on_colour = False
        self._note = ""
        self._was_listed = False

    def start(self, space: str, name: str, attributes: Attributes) -> None:
        is_word = space.endswith(_WORD_NAMES)
        if self._skipped or (is_word and name in _SKIPPED):
            self._skipped += 1
            self.left_out |= is_word and name in _DELETED
        elif space.endswith(_COMPATIBLE) and name == "Fallback":
            self._skipped += 1
        elif is_word:
            self._begin(name, attributes)

    def end(self, space: str, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif space.endswith(_WORD_NAMES):
            self._finish(name)

    def say(self, words: str) -> None:
        if self._is_text and not self._skipped and self._paragraphs:
            if self._is_seen():
                self._paragraphs[-1].words.append(words)
            else:
                self.left_out |= bool(words.strip())

    def _begin(self, name: str, attributes: Attributes) -> None:
        if name == "p":
            self._paragraphs.append(_Paragraph())
        elif name == "r":
            self._runs.append(_Run())
        elif name in ("pPr", "t"):
            self._is_mark, self._is_text = name == "pPr", name == "t"
        elif name in ("tbl", "tr", "tc"):
            self._begin_table(name)
        elif name in ("footnote", "endnote"):
            is_real = attributes.get("type", "normal") == "normal"
            self._note = f"[{attributes.get('id', '')}]" if is_real else ""
        elif name in _EMBEDDED:
            self.has_embedded = True
        elif name == "background":
            self._is_on_colour = attributes.get("color", "FFFFFF").upper() not in ("FFFFFF", "AUTO")
        elif self._paragraphs:
            self._describe(self._paragraphs[-1], name, attributes)
        elif self._tables:
            self._describe_table(self._tables[0], name, attributes)

    def _begin_table(self, name: str) -> None:
        """Tables within a cell are words of that cell."""
        if name == "tbl":
            self._tables.append(_Table())
        elif len(self._tables) == 1 and name == "tr":
            self._tables[0].cells = []
        elif len(self._tables) == 1:
            self._tables[0].cells.append([])
            self._tables[0].is_cell_shaded = False

    def _describe(self, paragraph: _Paragraph, name: str, attributes: Attributes) -> None:
        """A property of the paragraph or run, or a sign in it."""
        value = attributes.get("val", "")
        if self._is_mark:
            _describe_paragraph(paragraph, name, value, attributes)
        elif name in ("tab", "ptab"):
            paragraph.words.append(" ")
        elif name in ("br", "cr"):
            paragraph.words.append("\n")
        elif name == "noBreakHyphen":
            paragraph.words.append("-")
        elif name in ("footnoteReference", "endnoteReference"):
            paragraph.words.append(f"[{attributes.get('id', '')}]")
        elif self._runs and name == "rStyle":
            self._runs[-1].style = value
        elif self._runs:
            self._runs[-1].look.note(name, attributes)

    def _describe_table(self, table: _Table, name: str, attributes: Attributes) -> None:
        if name == "tblStyle":
            table.is_shaded |= self._styles.shades(attributes.get("val", ""))
        elif name == "shd" and table.cells:
            table.is_cell_shaded |= is_shade(attributes)
        elif name == "shd":
            table.is_shaded |= is_shade(attributes)

    def _finish(self, name: str) -> None:
        if name == "p" and self._paragraphs:
            self._end_paragraph(self._paragraphs.pop())
        elif name == "r" and self._runs:
            self._runs.pop()
        elif name == "pPr":
            self._is_mark = False
        elif name == "t":
            self._is_text = False
        elif name == "tr" and len(self._tables) == 1:
            self._end_row(self._tables[0])
        elif name == "tbl" and self._tables:
            self._tables.pop()

    def _is_seen(self) -> bool:
        """By the run, its style, and the style of its paragraph, the nearest first."""
        paragraph, run = self._paragraphs[-1], self._runs[-1] if self._runs else _Run()
        look = self._styles.look_of(run.look, run.style, paragraph.style)
        is_on_colour = (
            self._is_on_colour
            or look.is_shaded
            or paragraph.is_shaded
            or any(table.is_shaded or table.is_cell_shaded for table in self._tables)
            or len(self._paragraphs) > 1  # in a box of its own, which may be filled
        )
        return not (look.is_hidden or look.is_tiny or (look.is_white and not is_on_colour))

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        found = (clean_line(line) for line in "".join(paragraph.words).split("\n"))
        lines = [line for line in found if line]
        if not lines:
            return
        if self._tables:
            if self._tables[0].cells:
                self._tables[0].cells[-1] += lines
            return
        if self._note:
            lines[0], self._note = f"{self._note} {lines[0]}", ""
        self.items += self._set(paragraph, lines)

    def _set(self, paragraph: _Paragraph, lines: list[str]) -> Iterator[Item]:
        level = self._styles.heading_level(paragraph.style) if paragraph.style else 0
        level = paragraph.outline + 1 if paragraph.outline < 9 else level
        number, depth = paragraph.number, paragraph.level
        if number is None:
            number, depth = self._styles.numbering(paragraph.style)
        mark = self._lists.next_mark(number, depth) if number not in ("", "0") else ""
        lines[0] = f"{mark} {lines[0]}" if mark else lines[0]
        style = HEADINGS[min(level, len(HEADINGS)) - 1] if level else Style.BODY
        gap = 1 if mark and not level and self._was_listed else 2
        self._was_listed = bool(mark) and not level
        for place, line in enumerate(lines):
            yield Item(line, style, 1 if place else gap)

    def _end_row(self, table: _Table) -> None:
        cells, table.cells = [cell for cell in table.cells if cell], []
        row = [" ".join(cell) for cell in cells]
        if sum(map(len, row)) > _MOST_OF_A_ROW:
            self.items += (Item(line, gap=2) for cell in cells for line in cell)
        elif row:
            self.items.append(Item(" | ".join(row), gap=1 if table.rows else 2))
            table.rows += 1


def _describe_paragraph(
    paragraph: _Paragraph, name: str, value: str, attributes: Attributes
) -> None:
    if name == "pStyle":
        paragraph.style = value
    elif name == "numId":
        paragraph.number = value
    elif name == "ilvl":
        paragraph.level = whole(value)
    elif name == "outlineLvl":
        paragraph.outline = whole(value)
    elif name == "shd":
        paragraph.is_shaded = is_shade(attributes)
