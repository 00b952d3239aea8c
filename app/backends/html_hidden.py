"""Which text of an HTML mail a person does not see: by the styles of its elements.

Judges what hides by itself: not shown, without size, off the page, or in the colour of its ground.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

MOST_RULES = 2_000
_LONGEST_SHEET = 100_000
_NO_SIZE = re.compile(r"0*\.?0*(?:px|pt|em|rem|%|in|cm|mm)?")
_TINY = re.compile(r"([01](?:\.\d+)?|\.\d+)(px|pt)")
_FAR = re.compile(r"-\d{3,}(?:\.\d+)?(?:px|pt|em)")
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,5000})\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"[a-z][a-z\d]*|(?:[a-z][a-z\d]*)?[.#][\w-]+", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_NAMES = {
    "white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250),
    "ivory": (255, 255, 240), "whitesmoke": (245, 245, 245), "silver": (192, 192, 192),
    "gray": (128, 128, 128), "grey": (128, 128, 128), "red": (255, 0, 0), "yellow": (255, 255, 0),
    "blue": (0, 0, 255), "green": (0, 128, 0), "navy": (0, 0, 128),
}  # fmt: skip
_CLOSE = 24
"""Of 3 × 255: colours nearer than this cannot be told apart."""

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Look:
    """How text is shown; no colour is one that cannot be told."""

    is_hidden: bool = False
    colour: Colour | None = (0, 0, 0)
    ground: Colour | None = (255, 255, 255)

    @property
    def is_seen(self) -> bool:
        return not self.is_hidden and not _are_alike(self.colour, self.ground)


class Styles:
    """The rules of a mail's style sheets that name a tag, a class or an id alone."""

    def __init__(self) -> None:
        self._rules: dict[str, str] = {}

    def add(self, sheet: str) -> None:
        """Rules within `@media` count for other screens only."""
        plain = _COMMENT.sub(" ", sheet[:_LONGEST_SHEET])
        flat = re.sub(r"@[^{};]{0,500}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", " ", plain)
        for names, declarations in _RULE.findall(flat):
            for name in names.lower().split(","):
                if _SELECTOR.fullmatch(name.strip()) and len(self._rules) < MOST_RULES:
                    before = self._rules.get(name.strip(), "")
                    self._rules[name.strip()] = f"{before};{declarations}"[-5_000:]

    def look_of(self, tag: str, attributes: dict[str, str], around: Look) -> Look:
        """How what stands in an element is shown, within one that is shown like `around`."""
        names = [tag, *(f".{name}" for name in attributes.get("class", "").lower().split()[:20])]
        if "id" in attributes:
            names.append(f"#{attributes['id'].lower()}")
        names += [f"{tag}{name}" for name in names[1:]]
        style = ";".join(self._rules[name] for name in names if name in self._rules)
        said = _declarations(f"{style};{attributes.get('style', '')}")
        ground = said.get("background-color") or said.get("background") or attributes.get("bgcolor")
        colour = said.get("color") or (attributes.get("color") if tag == "font" else None)
        look = replace(around, is_hidden=around.is_hidden or _hides(said, attributes))
        if "background" in attributes or said.get("background-image", "none") != "none":
            look = replace(look, ground=None)
        elif ground and ground not in ("transparent", "none", "inherit", "initial"):
            look = replace(look, ground=_colour(ground))
        return replace(look, colour=_colour(colour)) if colour else look


def _declarations(style: str) -> dict[str, str]:
    found = {}
    for declaration in style.lower()[:20_000].split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def _hides(said: dict[str, str], attributes: dict[str, str]) -> bool:
    size = said.get("font-size", "").replace(" ", "")
    is_flat = any(_is_nothing(said.get(name)) for name in ("max-height", "height", "width"))
    is_moved = any(
        _FAR.fullmatch(said.get(name, "")) for name in ("left", "top", "text-indent", "margin-left")
    )
    return (
        "hidden" in attributes
        or said.get("display") == "none"
        or said.get("visibility") in ("hidden", "collapse")
        or said.get("mso-hide") == "all"
        or _is_nothing(said.get("opacity"))
        or _is_nothing(size or None)
        or _TINY.fullmatch(size) is not None
        or (is_flat and said.get("overflow", "").startswith(("hidden", "clip")))
        or is_moved
    )


def _is_nothing(value: str | None) -> bool:
    return bool(value) and _NO_SIZE.fullmatch(value or "") is not None


def _colour(value: str) -> Colour | None:
    value = value.strip().lower()
    if re.fullmatch(r"#[\da-f]{3}", value):
        value = "#" + "".join(2 * digit for digit in value[1:])
    if re.fullmatch(r"#[\da-f]{6}", value):
        return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)
    if found := _RGB.match(value):
        return int(found[1]), int(found[2]), int(found[3])
    return _NAMES.get(value)


def _are_alike(one: Colour | None, other: Colour | None) -> bool:
    if one is None or other is None:
        return False
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) < _CLOSE
