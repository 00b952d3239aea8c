"""One question to several documents, and what tells their answers apart.

The differences are found by us in the supported sentences; no model is asked about them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from app.core.control import Control
from app.core.errors import Cancelled, UsageError
from app.core.events import DocumentAnswered, Report, WorkProgress, tell_nobody
from app.core.language import language_of
from app.core.overview.document_work import (
    Comparison,
    DocumentAnswer,
    Finding,
    FindingKind,
    FoundValue,
)
from app.core.overview.numbering import Numbers, numbered, renumbered
from app.core.overview.said_values import Said, denies, is_yes_no, same_matter, values_of
from app.core.storage.catalog import Catalog
from app.core.types import Answer, AnswerTimes, Citation, Coverage, Sentence, Support

MOST_DOCUMENTS = 12
_SAME_MATTER = 0.6
"""Share of words in common above which two sentences speak of the same thing."""
_MOST_OF_A_KIND = 4
"""Values of a document that are shown together."""
_ASKS_FOR_NAME = re.compile(
    r"\b(?:who|whom|whose|where|which|qui|où|quel(?:le)?s?|wie|waar|welke?|name|nom|naam)\b", re.I
)
_WORDS = {
    "amount": "amounts", "share": "shares", "duration": "durations", "figure": "figures",
    "date": "dates", "year": "years", "name": "names",
}  # fmt: skip

AskDocument = Callable[[str, Collection[int], Report, Control], Answer]


def compare(
    question: str,
    documents: Sequence[int],
    catalog: Catalog,
    ask: AskDocument,
    report: Report,
    control: Control,
) -> Comparison:
    """The answer of each document, and the findings; a stopped one holds what was answered."""
    chosen = list(dict.fromkeys(documents))
    if not 1 < len(chosen) <= MOST_DOCUMENTS:
        raise UsageError(
            f"Between 2 and {MOST_DOCUMENTS} documents can be compared.", "Choose others."
        )
    started, stopped = time.monotonic(), False
    answers: list[DocumentAnswer] = []
    numbers: Numbers = {}
    for number in chosen:
        name = catalog.document(number).name
        report(_progress(len(answers), len(chosen), started, name))
        try:
            control.check()
            answer = ask(question, (number,), tell_nobody, control)
        except Cancelled:
            stopped = True
            break
        stopped = answer.stopped
        if not stopped or answer.sentences:
            sentences = tuple(numbered(s, numbers) for s in answer.sentences)
            answers.append(DocumentAnswer(number, name, replace(answer, sentences=sentences)))
            report(DocumentAnswered(answers[-1]))
        if stopped:
            break
    seconds = round(time.monotonic() - started, 3)
    return Comparison(
        question, tuple(answers), find_differences(question, answers), seconds, stopped
    )


def as_answer(made: Comparison, coverage: Coverage) -> Answer:
    """A comparison as it is kept in a conversation: the findings, then what each document says."""
    lines = [Sentence(f"- {f.text}", Support.SUPPORTED, _cited(f)) for f in made.findings]
    for one in made.answers:
        said = [replace(s, text=f"- {one.document_name}: {s.text}") for s in one.answer.sentences]
        lines += said
    sentences = renumbered(lines)
    kept = [s.text for s in sentences if s.support is not Support.UNSUPPORTED]
    return Answer(
        question=made.question,
        answer=" ".join(kept),
        abstained=all(one.answer.abstained for one in made.answers),
        sentences=tuple(sentences),
        hits=tuple(hit for one in made.answers for hit in one.answer.hits[:3]),
        coverage=coverage,
        model=next((one.answer.model for one in made.answers if one.answer.model), ""),
        seconds=AnswerTimes(total=made.seconds),
        stopped=made.stopped,
    )


def _cited(finding: Finding) -> tuple[Citation, ...]:
    cited = (value.citation for value in finding.values)
    return tuple(dict.fromkeys(citation for citation in cited if citation))


def _progress(done: int, total: int, started: float, name: str) -> WorkProgress:
    left = (time.monotonic() - started) / done * (total - done) if done else None
    return WorkProgress("asking", done, total, left, name)


def find_differences(question: str, answers: Sequence[DocumentAnswer]) -> tuple[Finding, ...]:
    """Contradictions first, then what is said alike, then what only one document says."""
    answering = [one for one in answers if not one.answer.abstained]
    found = [*_denials(question, answering)]
    said = [v for one in answering for v in values_of(one.document, one.answer, question)]
    names = {one.document: one.document_name for one in answers}
    if len(answering) > 1:
        for about in dict.fromkeys(value.about for value in said):
            of_kind = [value for value in said if value.about == about]
            found += _of_kind(about, of_kind, question, names)
    found += [_not_said(one) for one in answers if one.answer.abstained] if answering else []
    order = list(FindingKind)
    return tuple(sorted(found, key=lambda finding: order.index(finding.kind)))


def _of_kind(
    about: str, said: Sequence[Said], question: str, names: dict[int, str]
) -> Iterator[Finding]:
    """What documents say alike, and what they say instead of each other."""
    speaking = list(dict.fromkeys(value.document for value in said))
    alike = _alike(said)
    common = [group for group in alike if {v.document for v in group} == set(speaking)]
    if len(speaking) > 1:
        yield from (_agreement(about, group, names) for group in common)
    agreed = {id(value) for group in common for value in group} if len(speaking) > 1 else set()
    rest = {n: [v for v in said if v.document == n and id(v) not in agreed] for n in speaking}
    left = {number: values[:_MOST_OF_A_KIND] for number, values in rest.items() if values}
    values = [value for kept in left.values() for value in kept]
    if about == "name" and not _ASKS_FOR_NAME.search(question):
        return
    differing = _differing(values)
    if differing:
        yield _difference(about, differing, names)
    if about != "name":
        yield from (_only(about, value, names) for value in values if value not in differing)


def _differing(said: Sequence[Said]) -> list[Said]:
    """Those that stand against each other: of one family, or when families tell nothing, all."""
    speakers: dict[str, set[int]] = {}
    for value in said:
        speakers.setdefault(value.family, set()).add(value.document)
    shared = {family for family, documents in speakers.items() if len(documents) > 1}
    if shared:
        return [value for value in said if value.family in shared]
    documents = {value.document for value in said}
    languages = {language_of(value.sentence.text) for value in said}
    are_counts = any(value.about == "figure" and value.family for value in said)
    comparable = not are_counts or (len(languages) > 1 and len(said) == len(documents))
    return list(said) if len(documents) > 1 and comparable else []


def _alike(said: Sequence[Said]) -> list[list[Said]]:
    groups: list[list[Said]] = []
    for value in said:
        group = next((g for g in groups if g[0].is_same(value)), None)
        if group:
            group.append(value)
        else:
            groups.append([value])
    return groups


def _agreement(about: str, group: Sequence[Said], names: dict[int, str]) -> Finding:
    who = "Both documents" if len(group) == 2 else f"All {len(group)} documents"
    return Finding(
        FindingKind.AGREE, about, f"{who} say {group[0].written}.", _values(group, names)
    )


def _difference(about: str, said: Sequence[Said], names: dict[int, str]) -> Finding:
    parts = [
        f"{names[number]}: {', '.join(v.written for v in said if v.document == number)}"
        for number in dict.fromkeys(v.document for v in said)
    ]
    text = f"The {_WORDS[about]} differ: {'; '.join(parts)}."
    return Finding(FindingKind.DIFFER, about, text, _values(said, names))


def _only(about: str, value: Said, names: dict[int, str]) -> Finding:
    text = f"Only {names[value.document]} says {value.written}."
    return Finding(FindingKind.ONLY, about, text, _values([value], names))


def _not_said(one: DocumentAnswer) -> Finding:
    value = FoundValue(one.document, one.document_name, "")
    said = "gives no answer that its pages support" if one.answer.sentences else "does not answer"
    return Finding(FindingKind.NOT_SAID, "answer", f"{one.document_name} {said}.", (value,))


def _values(said: Sequence[Said], names: dict[int, str]) -> tuple[FoundValue, ...]:
    return tuple(FoundValue(v.document, names[v.document], v.written, v.citation) for v in said)


def _denials(question: str, answers: Sequence[DocumentAnswer]) -> Iterator[Finding]:
    """One document says that something is so, and another that it is not."""
    for i, one in enumerate(answers):
        for other in answers[i + 1 :]:
            pair = _opposed(question, one, other)
            if not pair:
                continue
            values = tuple(
                FoundValue(by.document, by.document_name, s.text, next(iter(s.citations), None))
                for by, s in zip((one, other), pair, strict=True)
            )
            denying, stating = (one, other) if denies(pair[0]) else (other, one)
            text = f"{denying.document_name} denies what {stating.document_name} says."
            yield Finding(FindingKind.DIFFER, "denial", text, values)


def _opposed(
    question: str, one: DocumentAnswer, other: DocumentAnswer
) -> tuple[Sentence, Sentence] | None:
    first, second = _supported(one.answer), _supported(other.answer)
    if is_yes_no(question):
        pairs = [(first[0], second[0])]
    else:
        pairs = [
            (a, b) for a in first for b in second
            if language_of(a.text) == language_of(b.text) and same_matter(a, b) >= _SAME_MATTER
        ]  # fmt: skip
    return next((pair for pair in pairs if denies(pair[0]) != denies(pair[1])), None)


def _supported(answer: Answer) -> list[Sentence]:
    return [s for s in answer.sentences if s.support is not Support.UNSUPPORTED]
