"""Whether quoted words stand on a page as they are: hyphens at line ends, ligatures, blanks, kinds
of quotes and dashes, and capitals aside."""

from __future__ import annotations

import re
import unicodedata

from app.core.language import readable

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´′", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
    }
)
_CUT = re.compile(r"\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*")


def stands_in(quote: str, text: str) -> bool:
    """Whether all of `quote` stands in `text`, word for word; what `…` leaves out aside."""
    whole = _plain(text)
    parts = [_plain(part) for part in _CUT.split(quote)]
    return all(part.strip(".,;:!? ") in whole for part in parts)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", readable(text)).translate(_ALIKE).lower()
    text = re.sub(r"\s*-\s*", "-", text)
    return re.sub(r"\s*([\"'()])\s*", r"\1", " ".join(text.split()))
