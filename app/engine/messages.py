"""What window and engine say to each other: small typed data, never code.

A request gets any number of events, then exactly one result or failure, all with its number.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, get_args

from app.core import events, types
from app.core.types import Foreseen
from app.engine.carrying_messages import ExportLibrary as ExportLibrary
from app.engine.carrying_messages import ImportLibrary as ImportLibrary
from app.engine.carrying_messages import LibraryCarried as LibraryCarried
from app.engine.carrying_messages import NameKey as NameKey
from app.engine.carrying_messages import Signer as Signer
from app.engine.document_messages import Compare as Compare
from app.engine.document_messages import Compared as Compared
from app.engine.document_messages import Gaps as Gaps
from app.engine.document_messages import GetGaps as GetGaps
from app.engine.document_messages import Summarize as Summarize
from app.engine.document_messages import Summarized as Summarized
from app.engine.exact_messages import FindExactly as FindExactly
from app.engine.exact_messages import FoundExactly as FoundExactly
from app.engine.folder_messages import CatchUp as CatchUp
from app.engine.folder_messages import Foresee as Foresee
from app.engine.folder_messages import KeepDocuments as KeepDocuments
from app.engine.folder_messages import MoveSource as MoveSource
from app.engine.folder_messages import SourceMoved as SourceMoved
from app.engine.folder_messages import TrustFolders as TrustFolders
from app.engine.folder_messages import WatchFolders as WatchFolders
from app.engine.forgetting_messages import ForgetEverything as ForgetEverything
from app.engine.forgetting_messages import Forgotten as Forgotten
from app.engine.forgetting_messages import GetQuotes as GetQuotes
from app.engine.forgetting_messages import Quoted as Quoted
from app.engine.forgetting_messages import RemoveDocuments as RemoveDocuments
from app.engine.model_messages import EmbeddingCost as EmbeddingCost
from app.engine.model_messages import EstimateEmbedding as EstimateEmbedding
from app.engine.model_messages import GetModels as GetModels
from app.engine.model_messages import ImportModel as ImportModel
from app.engine.model_messages import ModelInfo as ModelInfo
from app.engine.model_messages import Models as Models
from app.engine.model_messages import SetAnswerLanguage as SetAnswerLanguage
from app.engine.model_messages import SetFirstWord as SetFirstWord
from app.engine.model_messages import UseModel as UseModel
from app.engine.page_messages import FindInDocument as FindInDocument
from app.engine.page_messages import FoundInDocument as FoundInDocument
from app.engine.page_messages import GetLetters as GetLetters
from app.engine.page_messages import GetPageSizes as GetPageSizes
from app.engine.page_messages import PageSizes as PageSizes
from app.engine.page_messages import PagesSaved as PagesSaved
from app.engine.page_messages import SavePages as SavePages
from app.engine.suggestion_messages import GetSuggestions as GetSuggestions
from app.engine.suggestion_messages import Suggested as Suggested
from app.engine.upkeep_messages import Checked as Checked
from app.engine.upkeep_messages import CheckVault as CheckVault
from app.engine.upkeep_messages import RebuildIndex as RebuildIndex
from app.engine.upkeep_messages import Rebuilt as Rebuilt
from app.system.lock_state import LockState, ProcessProof
from app.system.plain_data import from_plain, to_plain

# Requests. Each names its result.


@dataclass(frozen=True)
class GetStatus:
    """→ Status"""


@dataclass(frozen=True)
class GetLibrary:
    """→ Library"""


@dataclass(frozen=True)
class AddPaths:
    """Add sources and index them, and go on with what is unfinished. → types.IndexReport

    Events: IndexProgress, DocumentChanged. With no paths, only goes on with what is unfinished.
    """

    paths: tuple[str, ...] = ()


@dataclass(frozen=True)
class GivePassword:
    """Try to open a locked document, and index it; not stored. → types.IndexReport"""

    document: int
    password: str = field(repr=False)


@dataclass(frozen=True)
class Reread:
    """Read a document again, whatever its state. → types.IndexReport"""

    document: int


@dataclass(frozen=True)
class Search:
    """→ Hits

    Events: EvidenceFound, by words alone, while the embedder is being loaded.
    """

    question: str
    k: int = 10
    scope: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Ask:
    """Ask within a chat (None: a new one); `scope` are document ids, None for all. → Asked

    With `after`, only the first so many turns of the chat count, and once there is an answer it
    takes the place of the others.
    Events: EvidenceFound, PromptRead, PromptReading, DraftWritten, SentenceChecked. While the
    embedder is being loaded, EvidenceFound comes twice: first what words alone find.
    """

    question: str
    chat: int | None = None
    scope: tuple[int, ...] | None = None
    after: int | None = None
    everything: bool = False
    """List all that there is on it; no model writes it. Events then: WorkProgress, too."""


@dataclass(frozen=True)
class DrawPage:
    """A page, or a `part` of it. → types.Picture"""

    document: int
    page: int
    scale: float = 1.0
    part: types.Box | None = None


@dataclass(frozen=True)
class GetPage:
    """Size, text and lines of a page. → types.Page"""

    document: int
    page: int


@dataclass(frozen=True)
class GetChats:
    """→ Chats, newest first, without their turns"""


@dataclass(frozen=True)
class OpenChat:
    """→ types.Chat"""

    chat: int


@dataclass(frozen=True)
class SearchChats:
    """Conversations in which all words of `text` stand. → Chats"""

    text: str


@dataclass(frozen=True)
class RenameChat:
    """→ Done"""

    chat: int
    title: str


@dataclass(frozen=True)
class DeleteChat:
    """→ Done"""

    chat: int


@dataclass(frozen=True)
class DeleteAllChats:
    """→ Done"""


@dataclass(frozen=True)
class KeepChats:
    """Whether new conversations are kept in the vault. → Chats"""

    keeps: bool


@dataclass(frozen=True)
class ExportChat:
    """Write a dossier; the end of `path` says of which kind. → Exported

    Events: DossierProgress.
    """

    chat: int
    path: str
    shows_unsupported: bool = False


@dataclass(frozen=True)
class GetProof:
    """Try to reach a network from engine and reader, by every way we know, and tell. → Proof"""


# Results


@dataclass(frozen=True)
class Done:
    pass


@dataclass(frozen=True)
class Status:
    """`answer_model` and `embedder` name what is in use; "" when there is none."""

    version: str
    vault: str
    answer_model: str
    answer_model_ready: bool
    embedder: str
    embedder_ready: bool
    lock: LockState
    """The engine's; `refused` has what its readers tried, too."""
    problem: str = ""
    """Why there is no answer model or embedder, as the user reads it."""
    memory: int = 0
    """Bytes that the engine holds."""


@dataclass(frozen=True)
class Library:
    documents: tuple[types.Document, ...]
    sources: tuple[str, ...]
    unfinished: int
    """Documents that are waiting, or still without their vectors."""
    is_read_only: bool = False
    """The vault cannot be written: it can be asked, and nothing else."""
    notice: str = ""
    """What had to be done to open the vault, in sentences."""
    is_strange: bool = False
    """Its folders were named by whoever exported it, and the user has not agreed to them."""


@dataclass(frozen=True)
class Hits:
    hits: tuple[types.Hit, ...]
    seconds: float


@dataclass(frozen=True)
class Asked:
    chat: int
    answer: types.Answer


@dataclass(frozen=True)
class Chats:
    """`keeps`: whether new ones are kept in the vault."""

    chats: tuple[types.Chat, ...]
    keeps: bool = True


@dataclass(frozen=True)
class Exported:
    """A dossier was written; `lost` of its `sources` are gone, or have changed since."""

    path: str
    sources: int
    lost: int


@dataclass(frozen=True)
class Proof:
    """What was tried in the engine and in a reader. The window adds its own part."""

    processes: tuple[ProcessProof, ...]


# Engine to window, in answer to nothing


@dataclass(frozen=True)
class EngineFailed:
    """A request ended with an error. `known` errors are sentences; others are bugs with frames."""

    message: str
    hint: str = ""
    known: bool = True
    details: str = ""


@dataclass(frozen=True)
class WorkCancelled:
    """A request ended because it was cancelled."""


# Window to engine, about a running request


@dataclass(frozen=True)
class Cancel:
    request: int


@dataclass(frozen=True)
class Pause:
    request: int


@dataclass(frozen=True)
class Resume:
    request: int


Request = (
    GetStatus | GetLibrary | AddPaths | GivePassword | Reread | RemoveDocuments | Search | Ask
    | CheckVault | RebuildIndex
    | WatchFolders | CatchUp | KeepDocuments | MoveSource
    | DrawPage | GetPage | GetChats | OpenChat | SearchChats | RenameChat | DeleteChat
    | DeleteAllChats | KeepChats | ExportChat | GetModels | ImportModel | UseModel
    | SetFirstWord | SetAnswerLanguage | EstimateEmbedding
    | GetPageSizes | GetLetters | FindInDocument | SavePages
    | Summarize | Compare | GetProof | GetQuotes | ForgetEverything | GetSuggestions
    | ExportLibrary | ImportLibrary | NameKey | TrustFolders
    | Foresee | GetGaps | FindExactly
)  # fmt: skip
Steering = Cancel | Pause | Resume
Result = (
    Done | Status | EmbeddingCost | Library | types.IndexReport | Hits | Asked | types.Picture
    | types.Page | Chats | Exported | types.Chat | Models | Proof
    | Summarized | Compared | Checked | Rebuilt | Quoted | Forgotten | LibraryCarried
    | Suggested
    | SourceMoved | PageSizes | types.Letters | FoundInDocument | PagesSaved
    | Foreseen | Gaps | FoundExactly
)  # fmt: skip
Ending = Result | EngineFailed | WorkCancelled

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for union in (Request, Steering, Ending, events.Event)
    for kind in get_args(union)
}


_PAYLOADS = {types.Picture.__name__: "pixels", types.Letters.__name__: "boxes"}
"""What goes beside the JSON, by kind."""


def encode(number: int, body: Any) -> tuple[dict[str, Any], bytes]:
    """A message as plain JSON data and a payload; `number` is the request it belongs to."""
    kind = type(body).__name__
    heavy = _PAYLOADS.get(kind)
    payload: bytes = getattr(body, heavy) if heavy else b""
    plain = replace(body, **{heavy: b""}) if heavy else body
    return {"number": number, "kind": kind, "body": to_plain(plain)}, payload


def decode(data: dict[str, Any], payload: bytes = b"") -> tuple[int, Any]:
    """The request's number and the message; raises ValueError for anything unknown."""
    kind = str(data.get("kind"))
    if kind not in _KINDS:
        raise ValueError("unknown message")
    body = from_plain(_KINDS[kind], data["body"])
    return int(data["number"]), replace(body, **{_PAYLOADS[kind]: payload}) if payload else body
