"""A vault is kept on a drive of this computer."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from app.core.errors import VaultError
from app.system.drives import Mount, can_be_watched, drive_of, mounts
from app.system.paths import Paths
from app.wiring import open_vault

DRIVES = [
    Mount("/", "ext4"),
    Mount("/home", "autofs"),
    Mount("/home", "nfs4"),
    Mount("/media/stick", "vfat", "rw,nosuid"),
    Mount("/mnt/share", "cifs"),
    Mount("/mnt/share/locked", "fuseblk"),
    Mount("/mnt/far away", "fuse.sshfs"),
    Mount("/mnt/letter", "NTFS", "rw,remote"),
]


@pytest.mark.parametrize(
    "folder", ["/home/ann/vault", "/mnt/share", "/mnt/share/a/b", "/mnt/far away/v", "/mnt/letter"]
)
def test_network_drives_are_recognised_also_for_folders_that_do_not_exist(folder: str) -> None:
    drive = drive_of(Path(folder), DRIVES)
    assert drive
    assert drive.is_remote


@pytest.mark.parametrize(
    "folder", ["/vault", "/homes/vault", "/media/stick/vault", "/mnt/share/locked/v", "/mnt/shared"]
)
def test_other_drives_are_not(folder: str) -> None:
    drive = drive_of(Path(folder), DRIVES)
    assert drive
    assert not drive.is_remote


def test_a_link_to_a_network_drive_lies_on_it(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (tmp_path / "link").symlink_to(share)
    drives = [Mount("/", "ext4"), Mount(str(share.resolve()), "nfs")]
    found = drive_of(tmp_path / "link" / "vault", drives)
    assert found == drives[1]


def test_the_drives_of_this_machine_are_known(tmp_path: Path) -> None:
    drive = drive_of(tmp_path, mounts())
    assert drive
    assert not drive.is_remote


@pytest.mark.parametrize(
    ("drive", "is_told"),
    [
        (Mount("/", "ext4"), True),
        (Mount("/", "nfs4"), False),
        (Mount("/", "NTFS", "rw,removable"), False),
    ],
)
def test_folders_are_watched_where_the_system_tells_what_changes(
    drive: Mount, is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.drives.mounts", lambda: [drive])
    assert can_be_watched(tmp_path) is is_told


def test_a_vault_on_a_network_drive_is_refused_and_nothing_is_made_there(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = SimpleNamespace(mountpoint=str(paths.home.parent.resolve()), fstype="cifs", opts="rw")
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: [share])
    with pytest.raises(VaultError, match=r"network drive \(cifs\)"):
        open_vault(paths, fakes=True)
    assert not paths.home.exists()
