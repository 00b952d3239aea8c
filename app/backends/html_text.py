"""The text of an HTML mail: what a person sees, in order, with headings, lists and rows.

Nothing is fetched, run or drawn. Runs in a reader process only.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from app.backends.html_hidden import Look, Styles
from app.core.inert import clean_line
from app.core.text_pages import Item
from app.core.text_styles import HEADINGS, Style


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


MOST_CHARACTERS = 5_000_000
"""Of HTML."""
_DEEPEST = 500
_VOID = _names("area base br col embed hr img input link meta source track wbr")
_UNREAD = _names(
    "script style title template noscript svg math object iframe canvas audio video textarea "
    "select datalist"
)
_BLOCKS = _names(
    "address article aside blockquote body center dd details div dl dt fieldset figure footer form "
    "header hr html li main nav ol p pre section table tbody tfoot thead tr ul"
)
_CELLS = frozenset(("td", "th"))
_CLOSED_BY_THE_NEXT = _names("p li td th tr dt dd option")
_LEVELS = {f"h{level}": HEADINGS[min(level, len(HEADINGS)) - 1] for level in range(1, 7)}
_PARAGRAPHS = frozenset(("p", "blockquote", "table", "ul", "ol", *_LEVELS))


@dataclass(frozen=True)
class _Element:
    tag: str
    look: Look
    is_unread: bool
    is_verbatim: bool
    is_quote: bool


class HtmlText(HTMLParser):
    """Feed it once with all there is; then `items` are the lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[Item] = []
        self.left_out = False
        """Whether text that cannot be seen was left out."""
        self._styles = Styles()
        self._open = [_Element("", Look(), False, False, False)]
        self._line: list[str] = []
        self._style = Style.BODY
        self._gap = 1
        self._bullet = ""
        self._is_next_cell = False

    def read(self, html: str) -> list[Item]:
        self.feed(html[:MOST_CHARACTERS])
        self.close()
        self._end_line()
        return self.items

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._end_line()
            return
        if tag in _CLOSED_BY_THE_NEXT and self._open[-1].tag == tag:
            self.handle_endtag(tag)
        self._begin(tag)
        if tag in _VOID or len(self._open) > _DEEPEST:
            return
        around = self._open[-1]
        attributes = {name: value or "" for name, value in attrs}
        self._open.append(
            _Element(
                tag,
                self._styles.look_of(tag, attributes, around.look),
                around.is_unread or tag in _UNREAD,
                around.is_verbatim or tag == "pre",
                around.is_quote or tag == "blockquote",
            )
        )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS:
            self._is_next_cell = bool(self._line)
        elif tag in _BLOCKS or tag in _LEVELS:
            self._end_line()
            self._gap = 2 if tag in _PARAGRAPHS else self._gap
            self._style = Style.BODY
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        element = self._open[-1]
        if element.tag == "style":
            self._styles.add(data)
        if element.is_unread or not data:
            return
        if not element.look.is_seen:
            self.left_out = self.left_out or bool(clean_line(data))
            return
        pieces = data.split("\n") if element.is_verbatim else [" ".join(_with_edges(data))]
        for number, piece in enumerate(pieces):
            if number:
                self._end_line()
            if self._is_next_cell and piece.strip():
                self._line.append(" | ")
                self._is_next_cell = False
            self._line.append(piece)

    def unknown_decl(self, data: str) -> None:
        """Parts such as `<![if mso]>` say nothing."""

    def _begin(self, tag: str) -> None:
        if tag in _CELLS or not (tag in _BLOCKS or tag in _LEVELS):
            return
        self._end_line()
        self._gap = 2 if tag in _PARAGRAPHS else self._gap
        self._style = _LEVELS.get(tag, Style.BODY)
        self._bullet = "• " if tag == "li" else self._bullet

    def _end_line(self) -> None:
        is_verbatim = self._open[-1].is_verbatim
        text = "".join(self._line)
        text = text.rstrip() if is_verbatim else clean_line(text)
        self._line, self._is_next_cell = [], False
        if not text.strip():
            return
        style = Style.QUIET if self._open[-1].is_quote else self._style
        self.items.append(Item(self._bullet + text, style, self._gap))
        self._gap, self._bullet = 1, ""


def _with_edges(data: str) -> list[str]:
    """Its words, and an empty one where blank stands at an edge."""
    found = data.split()
    if not found:
        return ["", ""]
    return [*([""] if data[0].isspace() else []), *found, *([""] if data[-1].isspace() else [])]
