"""What kind of drive a folder lies on. Owns which kinds lie on another machine.

A vault needs locks and memory that all programs share: network drives promise both and keep
neither, and a catalogue that two machines write at once is damaged.
"""

from __future__ import annotations

import ntpath
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.core.errors import VaultError

_NAMES = """9p afpfs afs beegfs ceph cifs coda davfs glusterfs gpfs lustre ncpfs nfs nfs4 ocfs2
prl_fs smb3 smbfs vboxsf webdav fuse.ceph fuse.davfs fuse.gcsfuse fuse.glusterfs fuse.gvfsd-fuse
fuse.kio-fuse fuse.rclone fuse.s3fs fuse.smbnetfs fuse.sshfs fuse.vmhgfs-fuse"""
_REMOTE = frozenset(_NAMES.split())
"""Also folders that a virtual machine gets from the machine around it."""


@dataclass(frozen=True)
class Mount:
    """A drive: where it is, its file system, and what the system says of it."""

    point: str
    kind: str
    options: str = ""

    @property
    def is_remote(self) -> bool:
        return self.kind.lower() in _REMOTE or "remote" in self.options.split(",")


def require_local(folder: Path) -> None:
    """Raises VaultError for a folder on a network drive, whether it exists yet or not."""
    drive = drive_of(folder, mounts())
    if drive is not None and drive.is_remote:
        raise VaultError(
            f"This vault lies on a network drive ({drive.kind or 'shared'}), where it could be "
            "damaged.",
            "Keep it on a drive of this computer: “--vault DIR” chooses one. The documents "
            "themselves may stay where they are.",
        )


def drive_of(folder: Path, known: Iterable[Mount]) -> Mount | None:
    """The drive that a folder lies on; of several at one place the last one hides the others."""
    path = os.path.realpath(folder)
    if path.startswith("\\\\"):
        return Mount(ntpath.splitdrive(path)[0], "", "remote")
    found = None
    for mount in known:
        deeper = found is None or len(mount.point) >= len(found.point)
        if deeper and _lies_in(path, mount.point):
            found = mount
    return found


def mounts() -> list[Mount]:
    """All drives of this machine, in the order in which they were connected."""
    try:
        found = psutil.disk_partitions(all=True)
    except OSError:  # the system does not say
        return []
    return [Mount(one.mountpoint, one.fstype, one.opts) for one in found]


def _lies_in(path: str, point: str) -> bool:
    if sys.platform == "win32":
        path, point = path.casefold(), point.casefold()
    return path == point or path.startswith(os.path.join(point, ""))


def can_be_watched(folder: Path) -> bool:
    """Whether the system tells what changes there: what others do on a network drive it does not.

    A watch on a stick would keep Windows from letting it go.
    """
    drive = drive_of(folder, mounts())
    return drive is None or not (drive.is_remote or "removable" in drive.options.split(","))
