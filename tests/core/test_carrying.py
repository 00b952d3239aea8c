"""A library as one file: what comes along, what does not, and what is refused."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.backends.signing import Signing
from app.core.carrying.archive import Signature
from app.core.carrying.carrier import Carried, ExportWish, safe_name
from app.core.control import Control
from app.core.errors import Cancelled, KnownError, UsageError, VaultError
from app.core.events import tell_nobody
from app.core.indexing import Wish
from app.core.services import Services
from app.core.types import State
from app.system.paths import Paths, find_paths
from tests.core.library import index, make_services
from tests.pdfs import write_pdf

QUESTION = "What does the heron eat near Kiekebus?"
TEXT = "The heron near Kiekebus eats 815 fishes every summer."


@pytest.fixture
def papers(services: Services, tmp_path: Path) -> list[Path]:
    """Two documents of the library that is to be carried."""
    paths = [write_pdf(tmp_path / "Heron.pdf", TEXT), write_pdf(tmp_path / "b.pdf", "Nothing.")]
    index(services, *paths)
    return paths


@pytest.fixture
def elsewhere(tmp_path: Path) -> Paths:
    return find_paths(tmp_path / "elsewhere")


def export(services: Services, path: Path, **wishes: bool) -> Carried:
    wish = ExportWish(path, program="1", **wishes)
    return services.carrier.export(wish, None, tell_nobody, Control())


def never(_signature: Signature, _data: bytes) -> bool:
    return False


def take_in(services: Services, path: Path, control: Control | None = None) -> Carried:
    return services.carrier.take_in(path, never, tell_nobody, control or Control())


@pytest.mark.usefixtures("papers")
def test_a_library_opens_elsewhere_without_embedding_anything(
    services: Services, elsewhere: Paths, tmp_path: Path
) -> None:
    sent = services.search(QUESTION, 1, None, tell_nobody).hits
    made = export(services, tmp_path / "a.strongroom")
    with closing(make_services(elsewhere)) as there:
        assert take_in(there, tmp_path / "a.strongroom").manifest == made.manifest
        found = there.search(QUESTION, 1, None, tell_nobody).hits
        assert (found[0].text, found[0].score) == (sent[0].text, sent[0].score)
        assert there.catalog.count_without_vectors("fake-words") == 0
        assert not (elsewhere.vault / ".incoming").exists()
    with closing(make_services(elsewhere)) as again:
        assert len(again.catalog.documents()) == 2


def test_documents_come_along_if_that_is_wished_and_are_drawn_from_the_vault(
    services: Services, papers: list[Path], elsewhere: Paths, tmp_path: Path
) -> None:
    write_pdf(papers[1], "Something else by now.")
    made = export(services, tmp_path / "a.strongroom", with_documents=True)
    assert made.missing == ("b.pdf",)
    papers[0].unlink()
    with closing(make_services(elsewhere)) as there:
        assert take_in(there, tmp_path / "a.strongroom").missing == ("b.pdf",)
        document = next(d for d in there.catalog.documents() if d.name == "Heron.pdf")
        assert Path(document.path).is_relative_to(elsewhere.vault)
        assert there.draw(document.id, 1, 0.1).width > 10
        there.remove([document.id])
        assert not Path(document.path).exists()


@pytest.mark.usefixtures("papers")
def test_conversations_stay_at_home_unless_they_are_wished(
    services: Services, elsewhere: Paths, tmp_path: Path
) -> None:
    answer = services.ask(QUESTION, (), None, tell_nobody, Control())
    services.chats.add_turn(None, answer)
    export(services, tmp_path / "without.strongroom")
    export(services, tmp_path / "with.strongroom", with_chats=True)
    with zipfile.ZipFile(tmp_path / "without.strongroom") as archive:
        held = archive.read("catalog.sqlite3")
        assert QUESTION.encode() not in held
        assert b"generation-" not in held
    with closing(make_services(elsewhere)) as there:
        take_in(there, tmp_path / "with.strongroom")
        assert [chat.title for chat in there.chats.all()] == [QUESTION]


@pytest.mark.usefixtures("papers")
def test_nothing_is_ever_written_over(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "a.strongroom"
    export(services, path)
    with pytest.raises(UsageError, match="already"):
        export(services, path)
    with pytest.raises(UsageError, match="a library in this vault already"):
        take_in(services, path)


@pytest.mark.usefixtures("papers")
def test_what_is_stopped_leaves_nothing(
    services: Services, elsewhere: Paths, tmp_path: Path
) -> None:
    control = Control()
    control.cancel()
    wish = ExportWish(tmp_path / "a.strongroom")
    with pytest.raises(Cancelled):
        services.carrier.export(wish, None, tell_nobody, control)
    assert not list(tmp_path.glob("*a.strongroom*"))
    export(services, wish.path)
    with closing(make_services(elsewhere)) as there:
        with pytest.raises(Cancelled):
            take_in(there, wish.path, control)
        assert there.catalog.documents() == []
        assert {p.name.split("-")[0] for p in elsewhere.vault.iterdir()} == {"catalog.sqlite3"}


@pytest.mark.usefixtures("papers")
def test_a_signature_is_checked(services: Services, elsewhere: Paths, tmp_path: Path) -> None:
    signing, key = Signing(), tmp_path / "key"
    public = signing.make_key(key)
    path = tmp_path / "a.strongroom"
    made = services.carrier.export(
        ExportWish(path), lambda data: signing.sign(key, data), tell_nobody, Control()
    )
    assert made.key == public
    with closing(make_services(elsewhere)) as there:
        with pytest.raises(VaultError):
            take_in(there, path)
        taken = there.carrier.take_in(path, signing.verify, tell_nobody, Control())
        assert taken.key == public
    with pytest.raises(UsageError, match="no key"):
        signing.sign(path, b"")
    assert not signing.verify(Signature(public, "00" * 64), b"")
    assert not signing.verify(Signature("no", "no"), b"")


Damage = Callable[[Path, Path], None]


def rewritten(old: Path, new: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(old) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    change(held)
    with zipfile.ZipFile(new, "w") as archive:
        for name, data in held.items():
            archive.writestr(zipfile.ZipInfo(name), data)


def with_manifest(**changes: object) -> Damage:
    def damage(old: Path, new: Path) -> None:
        def change(held: dict[str, bytes]) -> None:
            told = json.loads(held["manifest.json"]) | changes
            held["manifest.json"] = json.dumps(told).encode()

        rewritten(old, new, change)

    return damage


def with_bytes(change: Callable[[bytes], bytes]) -> Damage:
    return lambda old, new: (new.write_bytes(change(old.read_bytes())), None)[1]


def with_member(name: str) -> Damage:
    return lambda old, new: rewritten(old, new, lambda held: held.update({name: b"x"}))


def with_another_catalogue(old: Path, new: Path) -> None:
    """Well described, and not ours: a trigger would run with our own statements."""
    from hashlib import sha256

    def change(held: dict[str, bytes]) -> None:
        file = new.with_suffix(".sqlite3")
        file.write_bytes(held["catalog.sqlite3"])
        with closing(sqlite3.connect(file)) as catalog:
            catalog.execute("CREATE TRIGGER t AFTER DELETE ON words_content BEGIN SELECT 1; END")
            catalog.commit()
            catalog.execute("PRAGMA journal_mode = DELETE")
        data = held["catalog.sqlite3"] = file.read_bytes()
        told = json.loads(held["manifest.json"])
        told["members"][0] |= {"size": len(data), "sha256": sha256(data).hexdigest()}
        held["manifest.json"] = json.dumps(told).encode()

    rewritten(old, new, change)


@pytest.mark.parametrize(
    "damage",
    [
        with_manifest(format=2),
        with_manifest(format="1"),
        with_manifest(documents=3),
        with_manifest(members=[]),
        with_manifest(members=[{"name": "catalog.sqlite3", "size": 10**15, "sha256": "0"}]),
        with_manifest(surprise=1),
        with_bytes(lambda data: data[:-30]),
        with_bytes(lambda data: data[: len(data) // 2]),
        with_bytes(lambda data: data + b"more"),
        with_bytes(lambda data: b"before" + data),
        with_bytes(lambda data: data[:2000] + data[2000:2100][::-1] + data[2100:]),
        with_bytes(lambda _data: b""),
        with_member("../outside"),
        with_member("/tmp/outside"),
        with_member("documents/../../outside"),
        with_member("documents/1"),
        with_another_catalogue,
    ],
)
@pytest.mark.usefixtures("papers")
def test_a_file_that_is_not_exactly_ours_is_refused_and_leaves_nothing(
    damage: Damage, services: Services, elsewhere: Paths, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.strongroom", tmp_path / "bad.strongroom"
    export(services, good)
    damage(good, bad)
    with closing(make_services(elsewhere)) as there:
        with pytest.raises(KnownError):
            take_in(there, bad)
        assert there.catalog.documents() == []
        assert {p.name.split("-")[0] for p in elsewhere.vault.iterdir()} == {"catalog.sqlite3"}
    assert not (tmp_path / "outside").exists()


def test_a_name_from_elsewhere_is_made_safe() -> None:
    assert safe_name("Règlement (v2).pdf") == "Règlement (v2).pdf"
    assert safe_name("../../etc/passwd") == "etc passwd.pdf"
    assert safe_name("CON.pdf") == "CON_.pdf"
    assert safe_name("\x00/\\..") == "document.pdf"


@pytest.mark.parametrize("with_documents", [False, True])
def test_folders_that_an_imported_library_names_are_read_only_when_the_user_agrees(
    services: Services, elsewhere: Paths, tmp_path: Path, with_documents: bool
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write_pdf(folder / "a.pdf", TEXT)
    index(services, folder)
    export(services, tmp_path / "a.strongroom", with_documents=with_documents)
    write_pdf(folder / "secret.pdf", "A secret of this computer.")
    with closing(make_services(elsewhere)) as there:
        take_in(there, tmp_path / "a.strongroom")
        there._database.run("UPDATE documents SET state = 'waiting'")
        assert there.whereabouts.are_strange() is not with_documents
        if with_documents:
            return
        there.catch_up(Wish(), False, tell_nobody, Control())
        there.go_on(tell_nobody, Control())
        assert [d.state for d in there.catalog.documents()] == [State.WAITING]
        there.whereabouts.trust_sources()
        there.catch_up(Wish(), False, tell_nobody, Control())
        assert {d.name for d in there.catalog.documents()} == {"a.pdf", "secret.pdf"}


def test_copies_that_were_imported_are_found_when_the_vault_is_carried_on(
    services: Services, elsewhere: Paths, tmp_path: Path
) -> None:
    index(services, write_pdf(tmp_path / "a.pdf", TEXT))
    export(services, tmp_path / "a.strongroom", with_documents=True)
    with closing(make_services(elsewhere)) as there:
        take_in(there, tmp_path / "a.strongroom")
    (tmp_path / "elsewhere").rename(tmp_path / "stick")
    with closing(make_services(find_paths(tmp_path / "stick"))) as there:
        (document,) = there.catalog.documents()
        assert Path(document.path).is_relative_to(tmp_path / "stick")
        assert Path(document.path).is_file()


def test_removing_never_deletes_what_a_catalogue_from_elsewhere_points_at(
    services: Services, paths: Paths, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.pdf"
    index(services, write_pdf(mine, TEXT))
    (document,) = services.catalog.documents()
    for path in (str(mine), f"{paths.vault}/documents/../x.pdf", f"{paths.vault}/documents/1/../x"):
        services._database.run("UPDATE documents SET path = ?", [path])
        assert services.forgetter._copies_of([document.id]) == []
