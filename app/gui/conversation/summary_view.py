"""A summary in the conversation: how far it is, its sentences, and which pages were looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.core.events import WorkProgress
from app.core.overview.document_work import PagesRead, Summary
from app.core.types import Answer
from app.gui import wording
from app.gui.conversation.answer_parts import FindingsCard
from app.gui.conversation.turn_view import TurnView
from app.gui.parts import Button, Text


class SummaryView(TurnView):
    """`thorough_wanted`: a quick look was not enough."""

    thorough_wanted = Signal()

    @property
    def can_be_revised(self) -> bool:
        return False

    def show_starting(self) -> None:
        self.stages.show()
        self.stages.start(self.tr("Choosing what to read…"))

    def show_progress(self, news: WorkProgress) -> None:
        """Which piece is read, and how long the rest will take."""
        if news.phase == "merging":
            self._sentences = []
        self.stages.add(progress_words(news), replaces=True)

    def show_summary(self, summary: Summary) -> None:
        """Show all of it, in place of what was seen of it."""
        self.show_answer(summary.answer)
        if summary.answer.stopped:
            words = self.tr("Stopped: this is a summary of the first {done} of {total} pieces.")
            words = words.format(
                done=wording.number(summary.pieces_done), total=wording.number(summary.pieces)
            )
            self._column.addWidget(Text(words, "note", wraps=True))
        for read in summary.pages_read:
            words = pages_words(read, summary.is_whole)
            self._column.addWidget(Text(words, "small", wraps=True))
        if not summary.is_whole:
            self._offer_thorough()

    def _offer_thorough(self) -> None:
        more = Button(
            self.tr("Read every page"),
            role="link",
            hint=self.tr("Summarise again from every page; this takes longer, and can be stopped"),
        )
        more.clicked.connect(self.thorough_wanted)
        more.clicked.connect(more.hide)
        self._column.addWidget(more)

    def _say_writing(self) -> None:
        """The pieces say already how far it is."""

    def _add_abstained(self, answer: Answer) -> None:
        meaning = self.tr("The pages support no sentence that the model wrote.")
        card = FindingsCard(self.tr("No summary"), meaning, "", ())
        self._column.addWidget(card)


def progress_words(news: WorkProgress) -> str:
    """`Reading piece 3 of 12 · about 2 min left`."""
    tr = wording.translate
    if news.phase == "merging":
        words = tr("Summary", "Writing the summary from what the pieces say…")
    elif news.phase == "asking":
        words = tr("Summary", "Asking document %1 of %2: %3")
        words = words.replace("%3", wording.menu_text(news.current, 48).replace("&&", "&"))
    elif news.total == 1:
        words = tr("Summary", "Reading, then writing and checking each sentence…")
    else:
        words = tr("Summary", "Reading and checking piece %1 of %2")
    words = words.replace("%1", wording.number(min(news.done + 1, news.total)))
    words = words.replace("%2", wording.number(news.total))
    left = "" if news.seconds_left is None else f" · {wording.time_left(news.seconds_left)}"
    return words + left


def pages_words(read: PagesRead, is_whole: bool) -> str:
    """Which pages of a document the summary rests on."""
    tr = wording.translate
    name = wording.clean_line(read.document_name)
    if is_whole and len(read.pages) == read.of:
        words = tr("Summary", "Looked at all of %1 (%2).").replace("%2", wording.pages(read.of))
        return words.replace("%1", name)
    words = tr("Summary", "Looked at pages %2 of %3 of %1.")
    if not is_whole:
        words = tr("Summary", "Looked at passages on pages %2 of %3 of %1.")
    words = words.replace("%2", page_ranges(read.pages)).replace("%3", wording.number(read.of))
    return words.replace("%1", name)


def page_ranges(pages: tuple[int, ...]) -> str:
    """`1–3, 7` for 1, 2, 3 and 7."""
    found: list[tuple[int, int]] = []
    for page in sorted(pages):
        if found and page == found[-1][1] + 1:
            found[-1] = (found[-1][0], page)
        else:
            found.append((page, page))
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in found)
