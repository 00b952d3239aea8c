"""One program at a time on a vault. Held by the operating system, so it cannot be left behind."""

from __future__ import annotations

import os
from pathlib import Path

from app.core.errors import VaultError


class VaultLock:
    """Taken when made; released by `release` or when the process ends, however it ends."""

    def __init__(self, vault: Path) -> None:
        self._file = os.open(vault / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._file)
        except OSError as error:
            holder = os.read(self._file, 20).decode("ascii", "replace").strip()
            os.close(self._file)
            raise VaultError(
                f"This vault is in use by another Strongroom (process {holder or 'unknown'}).",
                "Close that one, or choose another vault with --vault.",
            ) from error
        os.ftruncate(self._file, 0)
        os.write(self._file, str(os.getpid()).encode())

    def release(self) -> None:
        os.close(self._file)


if os.name == "nt":
    import msvcrt

    def _take(file: int) -> None:
        """Lock a byte far behind the text, which must stay readable for others."""
        os.lseek(file, 1_000, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        os.lseek(file, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
