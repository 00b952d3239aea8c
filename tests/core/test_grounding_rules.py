"""Sentences of answers over the sample documents: what must be supported, and what must not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.backends.pdf_reader import PdfReader
from app.core.chunking import cut_into_chunks
from app.core.control import Control
from app.core.grounding.grounder import Grounder
from app.core.language import content_words
from app.core.storage.catalog import Catalog
from app.core.types import Hit, Page, Support
from tests.core.library import store

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
NURSES = "How many nurses and care assistants worked at the foundation at the end of 2025?"
WORKS = "When do the works on the operating theatres begin, and what is their budget?"
RENT = "Quel est le loyer mensuel de l'ancienne gare et quelle est la durée du bail ?"
WASTE = "Hoeveel ton restafval werd in 2025 ingezameld, en hoeveel in 2024?"
ACCOUNTS = "Tegen welke datum moeten de accounts van vertrokken medewerkers in orde zijn?"
HOME = "Hoeveel dagen per week mag een personeelslid thuis werken?"


@pytest.fixture(scope="module")
def grounders() -> dict[str, Grounder]:
    """A grounder for each question, over the five chunks with most of its words."""
    found = {}
    for start, question in (
        ("Annual", NURSES),
        ("Annual", WORKS),
        ("PV", RENT),
        ("Jaarverslag", WASTE),
        ("Jaarverslag", ACCOUNTS),
        ("Arbeidsreglement", HOME),
    ):
        (path,) = SAMPLES.glob(f"{start}*.pdf")
        reading = PdfReader().read(path, "", lambda _done, _count: None, Control())
        wanted = set(content_words(question))
        chunks = cut_into_chunks(reading, path.name)
        chunks.sort(key=lambda c: -len(wanted & set(content_words(c.text))))
        hits = [Hit(1, path.name, "", c.page, 1.0, c.text, c.start, c.end) for c in chunks[:5]]
        found[question] = Grounder(hits, question, _in(reading.pages), None)
    return found


def _in(pages: Sequence[Page]) -> Callable[[int, int], Page]:
    by_number = {page.number: page for page in pages}
    return lambda _document, number: by_number[number]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (NURSES, "742 nurses and care assistants worked at the foundation at the end of 2025."),
        (NURSES, "There were 742 nurses and care assistants."),
        (NURSES, "742"),
        (WORKS, "The works begin in September 2026, and their budget is EUR 27.5 million."),
        (RENT, "Le loyer est de 650,00 € par mois et le bail dure neuf ans."),
        (RENT, "La durée du bail est de 9 ans, du 01/09/2026 au 31/08/2035."),
        (WASTE, "In 2025 werd 19.572 ton restafval ingezameld en in 2024 20.694 ton."),
        (WASTE, "Er werd in 2025 19 572 ton restafval ingezameld."),
        (ACCOUNTS, "De accounts van vertrokken medewerkers moeten tegen 15/02/2026 in orde zijn."),
        (HOME, "Een personeelslid mag hoogstens 2 dagen per week thuis werken."),
    ],
)
def test_a_right_answer_is_supported(
    grounders: dict[str, Grounder], question: str, sentence: str
) -> None:
    assert grounders[question].check(sentence).support is Support.SUPPORTED


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        # Another matter: 21 are the vacant positions for nurses.
        (NURSES, "21 nurses and care assistants worked at the foundation at the end of 2025."),
        (NURSES, "21"),
        # The column of another year.
        (NURSES, "731 nurses and care assistants worked at the foundation at the end of 2025."),
        (WASTE, "In 2025 werd 20.694 ton restafval ingezameld."),
        # Another row.
        (WASTE, "In 2025 werd 54.056 ton restafval ingezameld."),
        (WORKS, "The budget of the works on the operating theatres is EUR 46.8 million."),
        (
            ACCOUNTS,
            "De accounts van vertrokken medewerkers moeten tegen 31 maart 2026 in orde zijn.",
        ),
        # An area is no rent.
        (RENT, "Le loyer mensuel de l'ancienne gare est de 240 m²."),
        (RENT, "Le loyer mensuel de l'ancienne gare est de 240."),
        # Another item of the list.
        (RENT, "Le loyer mensuel est de 180 euros."),
        (RENT, "Le bail dure trois ans."),
        # Another date, another figure, a denial.
        (WORKS, "The works begin in September 2027."),
        (HOME, "Een personeelslid mag drie dagen per week thuis werken."),
        (HOME, "Een personeelslid mag geen twee dagen per week thuis werken."),
    ],
)
def test_a_wrong_answer_is_unsupported(
    grounders: dict[str, Grounder], question: str, sentence: str
) -> None:
    checked = grounders[question].check(sentence)
    assert (checked.support, checked.citations) == (Support.UNSUPPORTED, ())


def test_a_row_that_answers_is_cited_with_its_line_alone(grounders: dict[str, Grounder]) -> None:
    (citation,) = grounders[NURSES].check("There were 742 nurses and care assistants.").citations
    assert citation.quote == "Nurses and care assistants 742 601.2 731"
    assert len(citation.boxes) == 1


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("The minutes call it “a bridge of light”.", Support.SUPPORTED),
        ("The minutes call it “a bridge of lights”.", Support.UNSUPPORTED),
        ("The account of the contractor is BE68 5390 0754 7034.", Support.SUPPORTED),
        ("The account of the contractor is BE68539007547034.", Support.SUPPORTED),
        ("The account of the contractor is BE68 5390 0754 7035.", Support.UNSUPPORTED),
        ("The file of the bridge is 2026-017.", Support.SUPPORTED),
        ("The file of the bridge is 2026-018.", Support.UNSUPPORTED),
        ("Anna Pirotte designed the bridge.", Support.SUPPORTED),
        ("Karel Maes designed the bridge.", Support.UNSUPPORTED),
        ("Karel Maes checked the drawings of the bridge.", Support.SUPPORTED),
        ("Anna Pirotte checked the drawings of the bridge.", Support.UNSUPPORTED),
        ("The bridge is open to lorries.", Support.UNSUPPORTED),
        ("The bridge cost EUR 3.4 million.", Support.SUPPORTED),
        ("The bridge cost 3.4 million dollars.", Support.UNSUPPORTED),
        ("The bridge cost EUR 3.4 billion.", Support.UNSUPPORTED),
    ],
)
def test_quotes_codes_names_denials_and_units_are_held_to_the_page(
    catalog: Catalog, sentence: str, support: Support
) -> None:
    text = """The minutes of the council call the work “a bridge of
light”. The file of the bridge has the number 2026-017.
The bridge was designed by Anna Pirotte, an engineer from Namur.
The drawings of the bridge were checked by Karel Maes.
The bridge is not open to lorries. The bridge cost € 3,4 mio in all.
The contractor is paid on the account BE68 5390 0754 7034."""
    document = store(catalog, "bridge.pdf", text)
    hit = Hit(document, "bridge.pdf", "", 1, 1.0, text, 0, len(text))
    grounder = Grounder([hit], "What is known of the bridge?", catalog.page, None)
    assert grounder.check(sentence).support is support
