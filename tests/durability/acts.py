"""What is being done when the process is killed: every act that changes a vault or a home.

Each can be done again, whatever an earlier try has done of it: that is what a user does.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.core.control import Control
from app.core.events import tell_nobody
from app.core.services import Services
from app.core.storage.tables import VERSION
from app.system.model_files import ModelFiles
from app.system.paths import Paths
from tests.durability.library import opened, telling
from tests.durability.old_vaults import make_older
from tests.durability.oversight import Say, Work
from tests.durability.papers import Papers
from tests.durability.verdict import read
from tests.system.small_models import write_adapter, write_answer_model, write_embedder


@dataclass
class Stage:
    """A home with a vault, the documents beside it, and a place for models to import."""

    paths: Paths
    papers: Papers
    models: Path
    chance: random.Random

    def known(self) -> dict[str, int]:
        """By path, the numbers of the documents in the catalogue."""
        found = read(self.paths.catalog, "SELECT path, id FROM documents", closed=True)
        return dict(found)

    def remove_what_is_gone(self, services: Services) -> None:
        """What a user does who sees that a removal was cut short."""
        gone = [d.id for d in services.catalog.documents() if not Path(d.path).exists()]
        if gone:
            services.remove(gone, with_quotes=True)


@dataclass(frozen=True)
class Act:
    """`prepare` sets the stage, outside the vault, and gives what is then done and may die.

    `keeps_form`: the tables stay as they are. `reads_at_will`: also what has not changed.
    """

    name: str
    prepare: Callable[[Stage], Work]
    keeps_form: bool = True
    reads_at_will: bool = False


def _with(stage: Stage, act: Callable[[Services, Say], object]) -> Work:
    def work(say: Say) -> None:
        with opened(stage.paths, say) as services:
            act(services, say)

    return work


def index(stage: Stage, keyword_only: bool = False) -> Work:
    def act(services: Services, say: Say) -> None:
        services.index([stage.papers.folder], keyword_only, telling(say), Control())
        services.tidy(tell_nobody, Control())

    return _with(stage, act)


def _add(stage: Stage) -> Work:
    for _ in range(stage.chance.randint(1, 3)):
        stage.papers.write()
    return index(stage)


def _add_by_keyword(stage: Stage) -> Work:
    stage.papers.write()
    return index(stage, keyword_only=True)


def _change(stage: Stage) -> Work:
    there = sorted(stage.papers.folder.iterdir())
    for path in stage.chance.sample(there, min(2, len(there))):
        stage.papers.write(path.name)
    return index(stage)


def _read_again(stage: Stage) -> Work:
    number = stage.chance.choice(sorted(stage.known().values()))

    def act(services: Services, say: Say) -> None:
        services.read_again(number, "", telling(say), Control())
        services.tidy(tell_nobody, Control())

    return _with(stage, act)


def _remove(stage: Stage) -> Work:
    known = stage.known()
    chosen = stage.chance.sample(sorted(known), min(len(known), stage.chance.randint(1, 3)))
    for path in chosen:
        stage.papers.forget(Path(path))

    def act(services: Services, say: Say) -> None:
        there = {document.id for document in services.catalog.documents()}
        services.remove([known[path] for path in chosen if known[path] in there], with_quotes=True)
        for path in chosen:
            say("document", [path, ""])
        services.tidy(tell_nobody, Control())

    return _with(stage, act)


def _forget_everything(stage: Stage) -> Work:
    for path in stage.known():
        stage.papers.forget(Path(path))
    stage.papers.write()

    def act(services: Services, say: Say) -> None:
        services.forgetter.forget_everything()
        services.tidy(tell_nobody, Control())

    return _with(stage, act)


def _ask(stage: Stage) -> Work:
    content = stage.chance.choice(list(stage.papers.contents.values()))
    stage.papers.asked.add(content.marker)

    def act(services: Services, say: Say) -> None:
        for _ in range(3):
            answer = services.ask(content.marker, (), None, tell_nobody, Control())
            say("chat", services.chats.add_turn(None, answer))

    return _with(stage, act)


def _delete_chats(stage: Stage) -> Work:
    def act(services: Services, say: Say) -> None:
        for chat in services.chats.all()[::2]:
            services.chats.delete(chat.id)
            say("no chat", chat.id)

    return _with(stage, act)


def _rebuild(stage: Stage) -> Work:
    return _with(stage, lambda services, _say: services.rebuild(tell_nobody, Control()))


def _import(stage: Stage) -> Work:
    number = stage.chance.randint(1, 10**9)
    name = f"model{number}"
    data = stage.chance.randbytes(36)
    kind = stage.chance.choice(["answer", "adapter", "embedder"])
    if kind == "answer":
        path = write_answer_model(stage.models / f"{name}.gguf", data)
    elif kind == "adapter":
        changed = {"blk.0.attn_q.weight": (64, 64)}
        path = write_adapter(stage.models / f"{name}.gguf", changed, value=number / 10**9)
    else:
        path = write_embedder(stage.models / name)
        (path / "vocab.txt").write_bytes(data.hex().encode())

    def work(say: Say) -> None:
        say("model", models_of(stage.paths).import_model(path).name)

    return work


def models_of(paths: Paths) -> ModelFiles:
    return ModelFiles(paths.models, paths.home / "nothing installed")


def _check(stage: Stage) -> Work:
    return _with(stage, lambda services, _say: services.check(Control()))


def _upgrade(stage: Stage) -> Work:
    if stage.paths.catalog.exists():
        make_older(stage.paths.catalog, stage.chance.randint(1, VERSION - 1))
    return _with(stage, lambda _services, say: say("upgraded", VERSION))


ADDING = Act("adding", _add)
REMOVING = Act("removing", _remove)
ACTS = (
    ADDING,
    REMOVING,
    Act("adding by keyword", _add_by_keyword),
    Act("changing", _change),
    Act("reading again", _read_again, reads_at_will=True),
    Act("asking", _ask),
    Act("deleting chats", _delete_chats),
    Act("forgetting everything", _forget_everything, reads_at_will=True),
    Act("rebuilding", _rebuild),
    Act("importing a model", _import),
    Act("checking", _check),
    Act("upgrading", _upgrade, keeps_form=False),
)
