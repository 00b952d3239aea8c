"""How this program starts itself in another role. Owns the names of the roles."""

from __future__ import annotations

import sys
from collections.abc import Sequence

ENGINE_ROLE = "--role=engine"
READER_ROLE = "--role=reader"


def own_command(role: str, arguments: Sequence[str] = ()) -> list[str]:
    """The command that runs this program, frozen or not, as `role`."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    return [*program, role, *arguments]
