"""Mail in files of its own (.eml): who wrote what to whom, and which files came with it.

Runs in a reader process only. Attachments are named and never opened. A mailbox of several
messages is refused: its second message would be read as the words of the first one's sender.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from pathlib import Path

from app.backends.html_text import HtmlText
from app.backends.mail_words import body_text, header_text, warm_up_charsets
from app.core.errors import DocumentError
from app.core.inert import clean_line
from app.core.language import counted
from app.core.text_pages import TOO_MUCH, Item, Script, items_of, limited
from app.core.text_styles import Style

MOST_BYTES = 64 * 1024**2
MOST_PARTS = 1_000
DEEPEST = 50
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_MOST_OF_A_HEADER = 3
_NAMED = 200
"""Attachments."""
_FIELD = re.compile(rb"[!-9;-~]{1,80}[ \t]*:")
_NEXT_MESSAGE = re.compile(rb"\n\r?\nFrom \S+ [^\n]{10,80}\n[!-9;-~]{1,80}:")
_HIDDEN = "Text that cannot be seen in this message was left out."
_SAMPLE_MAIL = b"""From: =?utf-8?q?W=C3=A9?= <a@b>
Subject: =?iso-8859-1?b?6Q==?=
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

PGI+YTwvYj4=
--x
Content-Type: text/plain; charset=windows-1252; format=flowed
Content-Transfer-Encoding: quoted-printable

a=20
--x
Content-Type: text/plain
Content-Transfer-Encoding: x-uuencode
Content-Disposition: attachment; filename*=utf-8''a%20b

begin 644 a
#86)C
end
--x--
"""


@dataclass
class _Body:
    """What a message says."""

    items: list[Item] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    has_hidden: bool = False
    is_sealed: bool = False
    parts: int = 0


def read_mail(path: Path) -> Script:
    """Raises `DocumentError` for what is no message, or several."""
    with open(path, "rb") as file:
        data = file.read(MOST_BYTES + 1)
    _check(data)
    message = message_from_bytes(data[:MOST_BYTES], policy=compat32)
    body = _Body()
    _collect(message, body, 0)
    heads = list(_heads(message, body.attached))
    if body.items:
        body.items[0] = body.items[0]._replace(gap=2)
    items, is_cut = limited([*heads, *body.items])
    ending = TOO_MUCH if is_cut or len(data) > MOST_BYTES else ""
    subject = clean_line(header_text(message.get("Subject", "")))
    return Script(items, subject, _note(body), ending)


def warm_up() -> None:
    """Load what decoding needs: later, no other file can be opened."""
    warm_up_charsets()
    body = _Body()
    message = message_from_bytes(_SAMPLE_MAIL, policy=compat32)
    _collect(message, body, 0)
    list(_heads(message, body.attached))
    for part in message.walk():
        part.get_payload(decode=True)


def _check(data: bytes) -> None:
    start = data.lstrip()[:4_096]
    lines = [line for line in start.split(b"\n") if not line.startswith(b"From ")]
    if b"\0" in start or not (lines and _FIELD.match(lines[0])):
        raise DocumentError("This is no mail message.", "Save the message anew as an .eml file.")
    if _NEXT_MESSAGE.search(data):
        raise DocumentError(
            "This file holds several messages, a whole mailbox.",
            "Save each message as an .eml file of its own.",
        )


def _heads(message: Message, attached: list[str]) -> Iterator[Item]:
    """Each header as often as it stands there: two senders are not one."""
    for name in _SHOWN:
        for value in message.get_all(name, [])[:_MOST_OF_A_HEADER]:
            if text := clean_line(header_text(value)):
                yield Item(f"{name}: {text}", Style.FACT)
    if attached:
        more = len(attached) - _NAMED
        names = attached[:_NAMED] + ([f"and {more} more"] if more > 0 else [])
        yield Item(f"Attachments: {', '.join(names)}", Style.FACT)


def _collect(part: Message, body: _Body, depth: int) -> None:
    """Add what the part says, or its name."""
    body.parts += 1
    if depth > DEEPEST or body.parts > MOST_PARTS:
        raise DocumentError("The message is nested too deeply, or in too many parts.")
    kind = part.get_content_type()
    children = _children(part)
    if kind == "message/rfc822" and children:
        body.attached.append(_name_of_message(children[0]))
    elif kind == "multipart/alternative" and children:
        _choose(children, body, depth)
    elif children:
        body.is_sealed |= kind == "multipart/encrypted"
        for child in children:
            _collect(child, body, depth + 1)
    else:
        _take(part, kind, body)


def _children(part: Message) -> list[Message]:
    found = part.get_payload() if part.is_multipart() else []
    return [child for child in found if isinstance(child, Message)]


def _choose(children: list[Message], body: _Body, depth: int) -> None:
    """Of the same text in several forms the plain one, unless that says next to nothing."""
    forms = []
    for child in children:
        form = _Body(parts=body.parts)
        _collect(child, form, depth + 1)
        body.parts = form.parts
        body.attached += form.attached
        forms.append(form)
    longest = max(map(_letters, forms), default=0)
    chosen = next((form for form in forms if _letters(form) * 5 >= longest), None)
    if chosen:
        body.items += chosen.items
        body.has_hidden |= chosen.has_hidden
        body.is_sealed |= chosen.is_sealed


def _letters(body: _Body) -> int:
    return sum(len(item.text) for item in body.items)


def _take(part: Message, kind: str, body: _Body) -> None:
    name = _file_name(part)
    is_text = kind in ("text/plain", "text/html") and not name
    if not is_text or part.get_content_disposition() == "attachment":
        if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
            body.is_sealed = True
        if not (kind.startswith("image/") and part["Content-ID"] and not name):
            body.attached.append(name or f"without a name ({clean_line(kind)})")
        return
    text = body_text(part)
    if kind == "text/html":
        html = HtmlText()
        found = html.read(text)
        body.has_hidden |= html.left_out
    else:
        found = [_quoted(item) for item in items_of(text)]
    if body.items and found:
        found[0] = found[0]._replace(gap=2)
    body.items += found


def _quoted(item: Item) -> Item:
    return item._replace(style=Style.QUIET) if item.text.startswith(">") else item


def _file_name(part: Message) -> str:
    try:
        return clean_line(header_text(part.get_filename() or ""))[:200]
    except (LookupError, ValueError, TypeError):  # a name in a broken encoding
        return "without a readable name"


def _name_of_message(message: Message) -> str:
    subject = clean_line(header_text(message.get("Subject", "")))[:200]
    return f"a message “{subject}”" if subject else "a message"


def _note(body: _Body) -> str:
    notes = []
    if body.is_sealed:
        notes.append("The message is encrypted: only who wrote to whom was read.")
    if body.attached:
        notes.append(f"Not read: {counted(len(body.attached), 'attachment')} of this message.")
    if body.has_hidden:
        notes.append(_HIDDEN)
    return " ".join(notes)
