"""Two values of one sentence are not exchanged: each is said of what stands beside it."""

from __future__ import annotations

import pytest

from app.core.grounding.grounder import Grounder
from app.core.types import Hit, Support
from tests.core.library import page_of

GUARANTEE = (
    "Le délai de garantie est de 24 mois pour les lots 1, 2 et 4, et de 36 mois pour le lot 3."
)
TERM = "The agreement takes effect on 1 March 2025 and ends on 29 February 2028."
DIRECTORS = (
    "Mr Tom Verhulst has been general director since 1 September 2022, "
    "Dr Sarah Okafor chief medical officer since 15 January 2025."
)
VOTE = "Le conseil approuve la modification par 11 voix pour, 3 voix contre et 2 abstentions."
LEAVE = (
    "Vanaf de leeftijd van 45 jaar komt er één dag bij, vanaf 50 jaar twee dagen, "
    "vanaf 55 jaar vier dagen."
)
FEE = "La redevance pour une terrasse passe de 12,00 € à 14,50 € par mètre carré et par an."
DAMAGE = (
    "De brand veroorzaakte een schade van € 1.240.000, "
    "waarvan de verzekeraar € 1.115.000 vergoedde."
)
BEDS = "Births fell for the third year in a row, so the ward went back from 32 to 28 beds in 2025."
ROLES = "The Processor notifies the Controller of any breach at the latest 24 hours after it."
SUBSIDY = "Le montant du subside est de 12.000,00 € et non de 21.000,00 €."
STAFF = (
    "On 31 December 2025 the foundation employed 1,424 people, or 1,170.0 full-time equivalents."
)


def support(page: str, question: str, sentence: str) -> Support:
    pages = page_of(page)
    hit = Hit(1, "report.pdf", "report.pdf", 1, 1.0, page, 0, len(page))
    return Grounder([hit], question, lambda _d, _n: pages, None).check(sentence).support


@pytest.mark.parametrize(
    ("page", "question", "sentence"),
    [
        (
            GUARANTEE,
            "Délai de garantie du lot 3 ?",
            "Le délai de garantie du lot 3 est de 36 mois.",
        ),
        (GUARANTEE, "Délai de garantie du lot 3 ?", "36 mois"),
        (TERM, "When does the agreement end?", "It ends on 29 February 2028."),
        (
            DIRECTORS,
            "Who directs?",
            "Tom Verhulst has been general director since 1 September 2022.",
        ),
        (VOTE, "Quel est le vote ?", "Le conseil approuve par 11 voix pour et 3 voix contre."),
        (LEAVE, "Hoeveel dagen?", "Vanaf 50 jaar komen er twee dagen bij."),
        (
            FEE,
            "Combien coûte une terrasse ?",
            "La redevance pour une terrasse est de 14,50 € par an.",
        ),
        (FEE, "Combien coûtait une terrasse ?", "La redevance passe de 12 € à 14,50 €."),
        (DAMAGE, "Wat was de schade?", "De schade bedroeg € 1.240.000."),
        (BEDS, "How many beds are there?", "The ward has 28 beds."),
        (
            ROLES,
            "Who is told?",
            "The Processor notifies the Controller at the latest 24 hours after it.",
        ),
        (SUBSIDY, "Quel est le subside ?", "Le montant du subside est de 12.000 €."),
        (STAFF, "How many people work there?", "The foundation employed 1,424 people."),
    ],
)
def test_each_value_with_its_own_words_is_supported(
    page: str, question: str, sentence: str
) -> None:
    assert support(page, question, sentence) is Support.SUPPORTED


@pytest.mark.parametrize(
    ("page", "question", "sentence"),
    [
        (
            GUARANTEE,
            "Délai de garantie du lot 3 ?",
            "Le délai de garantie du lot 3 est de 24 mois.",
        ),
        (GUARANTEE, "Délai de garantie du lot 3 ?", "24 mois"),
        (TERM, "When does the agreement end?", "It ends on 1 March 2025."),
        (
            DIRECTORS,
            "Who directs?",
            "Tom Verhulst has been general director since 15 January 2025.",
        ),
        (VOTE, "Quel est le vote ?", "Le conseil approuve par 3 voix pour et 11 voix contre."),
        (LEAVE, "Hoeveel dagen?", "Vanaf 50 jaar komen er vier dagen bij."),
        (FEE, "Combien coûte une terrasse ?", "La redevance pour une terrasse est de 12 € par an."),
        (FEE, "Combien coûtait une terrasse ?", "La redevance passe de 14,50 € à 12 €."),
        (DAMAGE, "Wat was de schade?", "De schade bedroeg € 1.115.000."),
        (BEDS, "How many births were there?", "There were 28 births in 2025."),
        (
            ROLES,
            "Who is told?",
            "The Controller notifies the Processor at the latest 24 hours after it.",
        ),
        (SUBSIDY, "Quel est le subside ?", "Le montant du subside est de 21.000 €."),
        (STAFF, "How many people work there?", "It employed 1,424 full-time equivalents."),
    ],
)
def test_a_value_that_is_said_of_another_thing_is_unsupported(
    page: str, question: str, sentence: str
) -> None:
    assert support(page, question, sentence) is Support.UNSUPPORTED


ACCOUNTS = """All amounts are in thousands of euros.
EUR thousand 2025 2024 Change
Medical fees 52,318 49,907 4.8%
Births 1,263 1,301 −2.9%
Result of the year 2,250 1,105 103.6%"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Births fell from 1,301 in 2024 to 1,263 in 2025.", Support.SUPPORTED),
        ("Births rose from 1,301 in 2024 to 1,263 in 2025.", Support.UNSUPPORTED),
        ("Births fell from 1,263 in 2024 to 1,301 in 2025.", Support.UNSUPPORTED),
        ("Births rose by 2.9% to 1,263.", Support.UNSUPPORTED),
        ("The result of the year was EUR 2,250 thousand.", Support.SUPPORTED),
        ("The result of the year was EUR 2,250.", Support.UNSUPPORTED),
        ("The result of the year was EUR 1,105 thousand.", Support.PARTLY),
    ],
)
def test_a_row_tells_which_way_its_figures_go_and_in_what_they_are(
    sentence: str, expected: Support
) -> None:
    assert support(ACCOUNTS, "How many births and what result?", sentence) is expected
