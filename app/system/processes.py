"""How this program starts itself in another role. Owns the names of the roles."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from app.system.paths import INSTALLATION

ENGINE_ROLE = "--role=engine"
READER_ROLE = "--role=reader"
STORE_ROLE = "--role=store"

_START = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "from app.__main__ import main; sys.exit(main())"
)
"""Python looks for modules in the current folder otherwise, which may hold anybody's files."""


def own_command(role: str, arguments: Sequence[str] = ()) -> list[str]:
    """The command that runs this program, frozen or not, as `role`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, role, *arguments]
    return [sys.executable, "-I", "-c", _START, str(INSTALLATION), role, *arguments]
