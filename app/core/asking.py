"""Asking: from a question to an answer whose every sentence was matched to the evidence.

Evidence first, then the model, then our own check. What the documents do not say is not said:
the first gate closes before the model is called, the second after it has written.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from app.core.arithmetic.calculating import calculate
from app.core.arithmetic.plans import plan_of
from app.core.arithmetic.told_results import as_sentence
from app.core.control import Control
from app.core.conversation.follow_up import standalone
from app.core.drafts import THOUGHT_TOKENS, Draft
from app.core.errors import Cancelled, UsageError
from app.core.events import DraftWritten, EvidenceFound, PromptRead, Report, SentenceChecked
from app.core.grounding.grounder import Grounder
from app.core.interfaces import Embedder, LanguageModel
from app.core.language import laid_out, language_of
from app.core.prompt import ANSWER_TOKENS, Asked, Prompt, PromptBuilder
from app.core.search.abstaining import LIKELY, chance
from app.core.search.retrieval import Retriever
from app.core.storage.catalog import Catalog
from app.core.suspicion import LEFT_OUT, without_orders
from app.core.types import Answer, AnswerTimes, Hit, Page, Sentence, Support, Turn

HITS = 8
FEW = 3
"""Most documents in scope that count as picked."""
PICKED = 1 / 3
"""Of the least chance: who picks documents has reason to, and few chunks tell less."""


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
        meant = standalone(question, history)
        found = self._retriever.find(meant, HITS, scope)
        watch.retrieved()
        report(EvidenceFound(found.hits))
        coverage = self._catalog.coverage(scope)
        answer = Answer(question, "", True, (), found.hits, coverage, meant=meant)
        computed = self._computed(meant, found.hits, control)
        if computed:
            report(SentenceChecked(computed))
            return replace(
                answer,
                answer=computed.text,
                abstained=False,
                sentences=(computed,),
                seconds=watch.times(),
            )
        likely = chance(found.signals)
        is_picked = scope is not None and len(scope) <= FEW
        if not found.hits or likely < self._least_chance * (PICKED if is_picked else 1):
            return replace(answer, seconds=watch.times())
        asked = Asked(meant, history, likely)
        return self._write(answer, asked, report, control, watch)

    def _computed(self, question: str, hits: Sequence[Hit], control: Control) -> Sentence | None:
        """The answer to a question that asks for arithmetic, if the pages hold its figures."""
        plan = plan_of(question)
        if plan is None:
            return None

        def find_page(document: int, number: int) -> Page:
            control.check()
            return self._catalog.page(document, number)

        made = calculate(plan, hits, find_page, lambda d: self._catalog.document(d).pages)
        return as_sentence(made, language_of(question), 1) if made else None

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
        asked: Asked,
        report: Report,
        control: Control,
        watch: _Watch,
    ) -> Answer:
        hits = self._readable(answer.hits)
        if not hits:
            return replace(answer, seconds=watch.times())
        model = self._load_model()
        prompt = self._prompts.build(asked, hits, model)
        report(PromptRead(prompt.tokens))
        grounder = Grounder(prompt.evidence, answer.meant, self._catalog.page, self._embedder)
        sentences: list[Sentence] = []
        stopped = False
        draft = Draft(prompt.words)
        try:
            for text in _sentences(model, prompt, draft, report, control, watch):
                sentences.append(grounder.check(text))
                report(SentenceChecked(sentences[-1]))
        except Cancelled:
            stopped = True
        return replace(
            _judged(answer, sentences, prompt.evidence, asked.chance),
            model=model.name,
            prompt_tokens=prompt.tokens,
            answer_tokens=watch.tokens,
            seconds=watch.times(),
            stopped=stopped,
            thinking=draft.thinking,
        )


def _sentences(
    model: LanguageModel,
    prompt: Prompt,
    draft: Draft,
    report: Report,
    control: Control,
    watch: _Watch,
) -> Iterator[str]:
    """Complete sentences as the model writes them; none once it says that nothing is there."""
    written = 0
    for piece, tokens in model.stream(prompt.messages, ANSWER_TOKENS + THOUGHT_TOKENS, control):
        watch.wrote(tokens)
        yield from draft.add(piece)
        written += 0 if draft.is_thinking else tokens
        if draft.says_nothing or written >= ANSWER_TOKENS:
            break
        report(DraftWritten(draft.unfinished))
    yield from draft.rest()


def _judged(
    answer: Answer, sentences: Sequence[Sentence], evidence: Sequence[Hit], likely: float
) -> Answer:
    """The second gate: without one sentence that has support, the answer gives way."""
    enough = {Support.SUPPORTED} | ({Support.PARTLY} if likely >= LIKELY else set())
    if not any(sentence.support in enough for sentence in sentences):
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


def meant(question: str) -> str:
    """The question on one line. Raises `UsageError` when there is none."""
    question = " ".join(question.split())
    if not question:
        raise UsageError("The question is empty.", "Write what you want to know.")
    return question
