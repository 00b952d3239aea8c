"""Quoted words stand on a page as they are, or they do not."""

from __future__ import annotations

import pytest

from app.core.grounding.verbatim import stands_in

PAGE = "The “first” of\u00a0the eﬀects was mea-\nsured – in Ghent’s   harbour."


@pytest.mark.parametrize(
    "quote",
    [
        "the effects was measured",
        'The "first" of',
        "measured - in Ghent's harbour",
        "The […] Ghent’s",
    ],
)
def test_hyphens_ligatures_blanks_and_kinds_of_quotes_do_not_matter(quote: str) -> None:
    assert stands_in(quote, PAGE)


@pytest.mark.parametrize("quote", ["the second effects", "effect was measured", "harbour of Ghent"])
def test_other_words_are_no_quotation(quote: str) -> None:
    assert not stands_in(quote, PAGE)
