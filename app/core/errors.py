"""What can go wrong in ways a person can act on.

KnownError
├── DocumentError      a document cannot be read
│   └── PasswordNeeded     … until its password is given
├── ModelError         a model file is missing, broken or too large
├── VaultError         the vault cannot be opened, written or trusted
│   └── DiskFull           … because there is no room left
│   └── DamagedCatalogue   … because the file it is kept in is damaged
├── EngineStopped      the engine process ended while it was working
├── LockMissing        the lock against networks cannot be set on this machine
└── UsageError         what was asked for does not make sense
Cancelled              the user stopped the work: not an error

Everything else is a bug: it is never caught to be hidden.
"""

from __future__ import annotations


class KnownError(Exception):
    """Says what happened (`message`) and what to do (`hint`), as the user reads it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class DocumentError(KnownError):
    """A document cannot be read."""


class PasswordNeeded(DocumentError):
    """A document is locked, and no password that is known opens it."""

    def __init__(self) -> None:
        super().__init__("The document is locked with a password.", "Give its password to read it.")


class ModelError(KnownError):
    """A model is missing, broken, too large, or of the wrong kind."""


class VaultError(KnownError):
    """The vault cannot be opened, written or trusted."""


class DiskFull(VaultError):
    """There is no room left to write."""


class DamagedCatalogue(VaultError):
    """The vault's file is damaged; `database.save_damaged` saves what can be saved of it."""


class EngineStopped(KnownError):
    """The engine process ended while it was working."""


class LockMissing(KnownError):
    """The operating system's lock against networks could not be set, and is not done without."""


class UsageError(KnownError):
    """What was asked for does not make sense."""


class Cancelled(Exception):
    """The user stopped the work."""
