"""The characters of a mail: of its headers and of its bodies, in whatever encoding they claim.

Only encodings of text that are loaded before the reader is locked up are used; others are guessed.
"""

from __future__ import annotations

import binascii
import codecs
from email.errors import HeaderParseError
from email.header import Header, decode_header
from email.message import Message

from app.backends.plain_text import decoded
from app.core.errors import DocumentError

_CHARSETS = """ascii utf-8 utf-16 utf-16-le utf-16-be utf-32
    cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256
    cp1257 cp1258 cp437 cp850 cp852 cp866 cp874 cp932 cp936 cp949 cp950 iso8859-1 iso8859-2
    iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13
    iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman big5 gb2312 gbk gb18030 shift_jis
    euc_jp iso2022_jp euc_kr tis-620"""
CHARSETS = frozenset(_CHARSETS.split())
_ALIASES = {"us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252"}
"""Mail that says so is often the larger set."""
_LONGEST_HEADER = 20_000


def warm_up_charsets() -> None:
    """Load them: later, no other file can be opened."""
    for name in CHARSETS:
        codecs.lookup(name)


def header_text(value: str | Header) -> str:
    """What a header says; its encoded words decoded, its broken characters replaced."""
    raw = str(value)[:_LONGEST_HEADER]
    try:
        pieces = decode_header(raw) if "=?" in raw else [(raw, None)]
    except (HeaderParseError, binascii.Error, ValueError):
        pieces = [(raw, None)]
    return "".join(_piece(text, charset) for text, charset in pieces)


def body_text(part: Message) -> str:
    """The text of a part; never raises for what is broken in it."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        charset = part.get_content_charset() or ""
    except (LookupError, ValueError, TypeError):
        charset = ""
    text = _decode(data, charset)
    is_flowed = str(part.get_param("format", "")).lower() == "flowed"
    return _flowing(text) if is_flowed else text


def _piece(text: str | bytes, charset: str | None) -> str:
    if isinstance(text, bytes):
        return _decode(text, charset or "utf-8")
    return _decode(text.encode("utf-8", "surrogateescape"), "utf-8")


def _decode(data: bytes, charset: str) -> str:
    name = _ALIASES.get(charset.lower(), charset.lower())
    try:
        known = codecs.lookup(name).name if name in CHARSETS else _normal(name)
    except LookupError:
        known = ""
    if known:
        try:
            return data.decode(known)
        except UnicodeError:
            pass
    try:
        return decoded(data)
    except DocumentError:
        return data.decode("ascii", "ignore")


def _normal(name: str) -> str:
    """Another name of an encoding that is loaded; "" for those that are not."""
    plain = name.replace("_", "-").replace("windows-", "cp").replace("iso-", "iso")
    plain = plain.replace("shift-jis", "shift_jis").replace("iso2022-jp", "iso2022_jp")
    plain = plain.replace("euc-jp", "euc_jp").replace("euc-kr", "euc_kr").replace("utf8", "utf-8")
    plain = plain.replace("ks-c-5601-1987", "cp949").replace("macintosh", "mac-roman")
    return plain if plain in CHARSETS else ""


def _flowing(text: str) -> str:
    """Lines that a mail program broke, as the paragraphs that they were."""
    lines: list[str] = []
    goes_on = False
    for line in text.splitlines():
        is_quote = line.startswith(">")
        if goes_on and not is_quote and line.strip():
            lines[-1] += line.removeprefix(" ")
        else:
            lines.append(line)
        goes_on = line.endswith(" ") and line != "-- " and not is_quote
    return "\n".join(lines)
