"""What window and engine say to each other about keeping the library in step with its folders."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WatchFolders:
    """Tell when something changed in the sources, until cancelled. Events: FoldersChanged."""


@dataclass(frozen=True)
class CatchUp:
    """Bring the library in step with what changed since the last time. → types.IndexReport

    Events: IndexProgress, DocumentChanged. The first time, all sources are compared.
    """


@dataclass(frozen=True)
class TrustFolders:
    """Follow the folders that an imported library names: the user agreed. → Done"""


@dataclass(frozen=True)
class Foresee:
    """Tell what adding these paths would do; nothing is added. → foreseeing.Foreseen"""

    paths: tuple[str, ...]


@dataclass(frozen=True)
class KeepDocuments:
    """Keep documents although their files are gone, and ask no more. → Done"""

    documents: tuple[int, ...]


@dataclass(frozen=True)
class MoveSource:
    """A source that is away lies at `path` now. → SourceMoved"""

    source: str
    path: str


@dataclass(frozen=True)
class SourceMoved:
    """How many of its documents were found there, and how many not."""

    found: int
    lost: int
