"""Asking: from a question to an answer whose every sentence was matched to the evidence.

Evidence first, then the model, then our own check. What the documents do not say is not said:
the first gate closes before the model is called, the second after it has written.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from app.core.abstaining import chance
from app.core.catalog import Catalog
from app.core.control import Control
from app.core.errors import Cancelled
from app.core.events import DraftWritten, EvidenceFound, PromptRead, Report, SentenceChecked
from app.core.grounding import Grounder
from app.core.interfaces import Embedder, LanguageModel
from app.core.language import content_words, laid_out, sentence_spans
from app.core.prompt import ANSWER_TOKENS, Prompt, PromptBuilder
from app.core.retrieval import Found, Retriever
from app.core.suspicion import LEFT_OUT, without_orders
from app.core.types import Answer, AnswerTimes, Hit, Sentence, Support, Turn

HITS = 8
QUOTE, ANSWER, NOT_IN_DOCUMENTS = "Quote:", "Answer:", "NOT IN THE DOCUMENTS"
"""What the rules of `resources/prompts/answer.txt` make the model write."""
_SAYS_NOTHING = re.compile(rf"(?:^|[.:!?\n]\s*)\W*{NOT_IN_DOCUMENTS}", re.IGNORECASE)
"""At the start of a sentence: one that quotes these words from a document silences nobody."""
_STANDS_ALONE = 4
"""Content words that a follow-up question needs to be searched for without the one before it."""


class Asker:
    """Answers questions over one vault."""

    def __init__(
        self,
        catalog: Catalog,
        retriever: Retriever,
        prompts: PromptBuilder,
        load_model: Callable[[], LanguageModel],
        embedder: Embedder | None,
        least_chance: float,
    ) -> None:
        """`load_model` is called when the model is needed, and may take seconds the first time.

        Where the chance of an answer is below `least_chance`, it is not needed.
        """
        self._catalog = catalog
        self._retriever = retriever
        self._prompts = prompts
        self._load_model = load_model
        self._embedder = embedder
        self._least_chance = least_chance

    def ask(
        self,
        question: str,
        history: Sequence[Turn],
        scope: Collection[int] | None,
        report: Report,
        control: Control,
    ) -> Answer:
        """The answer; one that was stopped holds what was checked until then."""
        watch = _Watch()
        found = self._find(question, history, scope)
        watch.retrieved()
        report(EvidenceFound(found.hits))
        answer = Answer(question, "", True, (), found.hits, self._catalog.coverage(scope))
        if not found.hits or chance(found.signals) < self._least_chance:
            return replace(answer, seconds=watch.times())
        return self._write(answer, history, report, control, watch)

    def _find(self, question: str, history: Sequence[Turn], scope: Collection[int] | None) -> Found:
        """Hits for the question, with what it refers back to."""
        if history and len(content_words(question)) < _STANDS_ALONE:
            question = f"{history[-1].question} {question}"
        return self._retriever.find(question, HITS, scope)

    def _readable(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits as the model gets them: without orders, nor those that hold nothing else."""
        return [hit for hit in map(self._without_orders, hits) if hit.text.strip(LEFT_OUT + " \n")]

    def _without_orders(self, hit: Hit) -> Hit:
        if not hit.warning:
            return hit
        page = self._catalog.page(hit.document, hit.page)
        return replace(hit, text=laid_out(without_orders(page.text, hit.start, hit.end)))

    def _write(
        self,
        answer: Answer,
        history: Sequence[Turn],
        report: Report,
        control: Control,
        watch: _Watch,
    ) -> Answer:
        hits = self._readable(answer.hits)
        if not hits:
            return replace(answer, seconds=watch.times())
        model = self._load_model()
        prompt = self._prompts.build(answer.question, hits, history, model)
        report(PromptRead(prompt.tokens))
        grounder = Grounder(prompt.evidence, answer.question, self._catalog.page, self._embedder)
        sentences: list[Sentence] = []
        stopped = False
        try:
            for text in _sentences(model, prompt, report, control, watch):
                sentences.append(grounder.check(text))
                report(SentenceChecked(sentences[-1]))
        except Cancelled:
            stopped = True
        return replace(
            _judged(answer, sentences, prompt.evidence),
            model=model.name,
            prompt_tokens=prompt.tokens,
            answer_tokens=watch.tokens,
            seconds=watch.times(),
            stopped=stopped,
        )


def _sentences(
    model: LanguageModel, prompt: Prompt, report: Report, control: Control, watch: _Watch
) -> Iterator[str]:
    """Complete sentences as the model writes them; none once it says that nothing is there.

    It first copies the line that it answers from: this keeps a small model to the evidence, and
    is no part of the answer.
    """
    draft, answering = "", False
    for piece, tokens in model.stream(prompt.messages, ANSWER_TOKENS, control):
        watch.wrote(tokens)
        draft += piece
        if _SAYS_NOTHING.search(draft):
            return
        if not answering:
            answering, draft = _until_the_answer(draft)
        if answering:
            *complete, draft = _split(draft)
            yield from complete
        report(DraftWritten(_unlabelled(draft)))
    yield from filter(None, map(str.strip, _split(_unlabelled(draft))))


def _until_the_answer(draft: str) -> tuple[bool, str]:
    """Whether the answer has begun, and the text to go on with. Some models copy no line first."""
    before, mark, answer = draft.partition(ANSWER)
    if mark:
        return True, answer.lstrip()
    return not before.startswith(QUOTE[: len(before)]), draft


def _unlabelled(draft: str) -> str:
    return draft.removeprefix(QUOTE).removeprefix(ANSWER).strip()


def _split(draft: str) -> list[str]:
    """Sentences; the last one may still grow, and keeps the blanks at its end."""
    spans = list(sentence_spans(draft))
    if not spans:
        return [draft]
    return [*(draft[start:end] for start, end in spans[:-1]), draft[spans[-1][0] :]]


def _judged(answer: Answer, sentences: Sequence[Sentence], evidence: Sequence[Hit]) -> Answer:
    """The second gate: without one sentence that has support, the answer gives way."""
    if all(sentence.support is Support.UNSUPPORTED for sentence in sentences):
        return replace(answer, sentences=tuple(sentences))
    text = " ".join(s.text for s in sentences if s.support is not Support.UNSUPPORTED)
    used = [hit.chunk for hit in evidence]
    hits = sorted(answer.hits, key=lambda hit: hit.chunk not in used)
    return replace(
        answer, answer=text, abstained=False, sentences=tuple(sentences), hits=tuple(hits)
    )


class _Watch:
    """Times of one answer."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._retrieved = 0.0
        self._first = 0.0
        self.tokens = 0

    def retrieved(self) -> None:
        self._retrieved = self._passed()

    def wrote(self, tokens: int) -> None:
        self._first = self._first or self._passed()
        self.tokens += tokens

    def times(self) -> AnswerTimes:
        return AnswerTimes(self._retrieved, self._first, self._passed())

    def _passed(self) -> float:
        return round(time.monotonic() - self._started, 3)
