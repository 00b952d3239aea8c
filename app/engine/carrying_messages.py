"""What window and engine say about carrying a library as one file: a part of `messages`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ExportLibrary:
    """Write the whole library to a new file. → LibraryCarried. Events: WorkProgress.

    `key_file` holds the secret key to sign with; "" for none.
    """

    path: str
    with_documents: bool = False
    with_chats: bool = False
    key_file: str = ""


@dataclass(frozen=True)
class ImportLibrary:
    """Take in an exported library, where there is none. → LibraryCarried. Events: WorkProgress."""

    path: str


@dataclass(frozen=True)
class NameKey:
    """Call a key that signed a library by a name. → Done"""

    fingerprint: str
    name: str


@dataclass(frozen=True)
class Signer:
    """Who signed it. `name` is the user's; `since` is when the key was first seen, 0 for now."""

    fingerprint: str
    name: str = ""
    since: int = 0


@dataclass(frozen=True)
class LibraryCarried:
    """A library was exported or taken in; `missing` files of its documents did not come along."""

    path: str
    documents: int
    pages: int
    copies: int
    size: int
    missing: int = 0
    signer: Signer | None = None
    lacks_vectors: bool = False
    """Its vectors are of another search model than the one in use."""
