"""Questions that a library can answer, made from what its documents say they are about.

No model is asked: a question is offered when the search leads back to the page it was made from,
and the first gate would let it through. Owns the words of the questions, in five languages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice, zip_longest

from app.core.asking import HITS
from app.core.chunking import spoken_name
from app.core.control import Control
from app.core.language import content_words, language_of
from app.core.search.abstaining import LEAST_CHANCE, LIKELY, chance
from app.core.search.retrieval import Retriever
from app.core.storage.catalog import Catalog
from app.core.topics import Topic, topic_of_section, topics_of
from app.core.types import Document, State, Suggestion

_DOCUMENTS = 8
"""Most documents that are looked into."""
_PAGES = 40
"""Most pages of each."""
_TRIED = 24
"""Most questions that are tried."""
_FOR_EACH = 12
_BEST = 3
_LEAST = 2 * LEAST_CHANCE
"""The chance from which a question is offered whose page comes first: at the gate's own the model
is asked, and often finds nothing."""
_LONGEST_NAME = 60
_ABOUT = {
    "English": ("What is said about “{}”?", "What does “{1}” say about “{0}”?"),
    "French": ("Que dit-on sur « {} » ?", "Que dit « {1} » sur « {0} » ?"),
    "Dutch": ("Wat staat er over “{}”?", "Wat staat er in “{1}” over “{0}”?"),
    "German": ("Was steht dort über „{}“?", "Was steht in „{1}“ über „{0}“?"),
    "Spanish": ("¿Qué se dice sobre «{}»?", "¿Qué dice «{1}» sobre «{0}»?"),
}
_MEANING = {
    "English": ("What does “{}” mean?", "What does “{0}” mean in “{1}”?"),
    "French": ("Que signifie « {} » ?", "Que signifie « {0} » dans « {1} » ?"),
    "Dutch": ("Wat betekent “{}”?", "Wat betekent “{0}” in “{1}”?"),
    "German": ("Was bedeutet „{}“?", "Was bedeutet „{0}“ in „{1}“?"),
    "Spanish": ("¿Qué significa «{}»?", "¿Qué significa «{0}» en «{1}»?"),
}


class Suggester:
    """Looks into a few documents of one vault."""

    def __init__(self, catalog: Catalog, retriever: Retriever) -> None:
        self._catalog = catalog
        self._retriever = retriever

    def suggest(
        self, scope: Collection[int] | None, most: int, control: Control
    ) -> list[Suggestion]:
        """At most so many, of different documents first; the same for the same library."""
        made: list[Suggestion] = []
        for document, topic in islice(self._candidates(scope, control), _TRIED):
            control.check()
            taken = {suggestion.question for suggestion in made}
            questions = [q for q in _questions(document, topic) if q not in taken]
            place = (document.id, topic.page)
            if question := self._answered(questions, place, scope):
                made.append(Suggestion(question, document.id, document.name, topic.page))
            if len(made) == most:
                break
        return made

    def _candidates(
        self, scope: Collection[int] | None, control: Control
    ) -> Iterator[tuple[Document, Topic]]:
        """The best topic of each document, then the second best of each."""
        topics = []
        for document in self._chosen(scope):
            control.check()
            topics.append([(document, topic) for topic in self._topics(document)[:_FOR_EACH]])
        return (one for one in chain.from_iterable(zip_longest(*topics)) if one)

    def _chosen(self, scope: Collection[int] | None) -> list[Document]:
        """Some of the documents, by chance, but always the same ones."""
        found = [
            document
            for document in self._catalog.documents()
            if document.state in (State.READY, State.SEARCHABLE)
            and (scope is None or document.id in scope)
        ]
        return sorted(found, key=lambda document: _mixed(document.name))[:_DOCUMENTS]

    def _topics(self, document: Document) -> list[Topic]:
        numbers = range(1, document.pages + 1)[:: max(1, document.pages // _PAGES)]
        pages = [self._catalog.page(document.id, number) for number in numbers]
        sections = [
            topic
            for title, number in self._catalog.sections(document.id)[: 2 * _PAGES]
            if (topic := topic_of_section(title, self._catalog.page(document.id, number)))
        ]
        name = set(content_words(spoken_name(document.name)))
        found = [
            topic
            for topic in (*sections, *topics_of(pages))
            if not name.issuperset(content_words(topic.words))
        ]
        return sorted(found, key=lambda topic: (-topic.weight, _mixed(topic.words)))

    def _answered(
        self, questions: Sequence[str], place: tuple[int, int], scope: Collection[int] | None
    ) -> str:
        """The first of them that leads to the page: with a good chance, or before all others."""
        for question in questions:
            found = self._retriever.find(question, HITS, scope)
            places = [(hit.document, hit.page) for hit in found.hits[:_BEST]]
            least = _LEAST if places[:1] == [place] else LIKELY
            if place in places and chance(found.signals) >= least:
                return question
        return ""


def _questions(document: Document, topic: Topic) -> Sequence[str]:
    """Without the document's name, if it is understood so, or else with it."""
    forms = (_MEANING if topic.is_term else _ABOUT)[language_of(topic.body)]
    name = spoken_name(document.name)
    if len(name) > _LONGEST_NAME:
        return [forms[0].format(topic.words)]
    return [forms[0].format(topic.words), forms[1].format(topic.words, name)]


def _mixed(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
