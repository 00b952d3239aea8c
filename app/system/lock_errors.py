"""The one way in which a lock fails. Its own module, so that every platform's lock can raise it."""

from __future__ import annotations


class LockFailedError(Exception):
    """The lock that this platform promises cannot be set; the text says why, in a sentence."""
