"""What window and engine say about forgetting: a part of `messages`."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.forgetting.receipt import Quotes, Receipt


@dataclass(frozen=True)
class GetQuotes:
    """What conversations and examples hold of documents. → Quoted"""

    documents: tuple[int, ...]


@dataclass(frozen=True)
class RemoveDocuments:
    """Forget documents for good; the files themselves stay. → Forgotten

    `with_quotes`: also what quotes them in conversations and examples.
    """

    documents: tuple[int, ...]
    with_quotes: bool = False


@dataclass(frozen=True)
class ForgetEverything:
    """Forget the whole library of the vault. → Forgotten"""


@dataclass(frozen=True)
class Quoted:
    quotes: Quotes


@dataclass(frozen=True)
class Forgotten:
    receipt: Receipt
