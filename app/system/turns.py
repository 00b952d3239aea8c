"""Programs that change the same small file one after the other, so that none undoes another's work.

Held by the operating system: whoever dies lets the next one in.
"""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.system.vault_lock import take_lock

_TRY_AGAIN = 0.05
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


@contextmanager
def taking_turns(path: Path, check: Callable[[], None] = lambda: None) -> Iterator[None]:
    """While `path` is read and written anew. Waits for others; `check` may end the waiting.

    Raises OSError where no lock can be kept. Not to be taken twice by one thread.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        while not _is_taken(file):
            check()
            threading.Event().wait(_TRY_AGAIN)
        yield
    finally:
        os.close(file)


def _is_taken(file: int) -> bool:
    """Whether the lock is ours now."""
    try:
        take_lock(file)
    except OSError as error:
        if error.errno not in _TAKEN:
            raise
        return False
    return True
