"""Hostile texts, mails and Word files: each is refused with a sentence, or read without harm."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.backends import plain_text, word_package
from app.core.control import Control
from app.core.errors import DocumentError
from app.core.inert import clean
from app.core.kinds import SUFFIXES
from app.core.types import Reading
from app.system.processes import READER_ROLE, own_command
from app.system.readers import IsolatedReader
from tests.security.fuzz_texts import fuzz, table
from tests.security.outcomes import FINE, Outcome
from tests.word_files import WORD, paragraph, write_word

SECONDS = 30
"""On a busy machine; a page may take 20 of processor time."""


@pytest.fixture(scope="module")
def reader() -> Iterator[IsolatedReader]:
    reader = IsolatedReader(own_command(READER_ROLE), SUFFIXES, 1)
    yield reader
    reader.close()


def read(reader: IsolatedReader, path: Path) -> Reading:
    began = time.monotonic()
    try:
        return reader.read(path, "", lambda _done, _count: None, Control())
    finally:
        assert time.monotonic() - began < SECONDS


def refusal_of(reader: IsolatedReader, path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        read(reader, path)
    return str(caught.value)


# Word files


def xml_file(path: Path, document: bytes, name: str = "word/document.xml") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, document)
    return path


@pytest.mark.slow
def test_a_zip_bomb_is_refused(reader: IsolatedReader, tmp_path: Path) -> None:
    blank = b"<w:document xmlns:w='%s'>" % WORD.encode()
    path = xml_file(tmp_path / "a.docx", blank + b" " * (word_package.MOST_UNPACKED + 1))
    assert path.stat().st_size < 200_000
    assert refusal_of(reader, path) == "The Word file unpacks to more than is read. Split it."


@pytest.mark.slow
def test_a_zip_bomb_that_lies_about_its_size_is_refused(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    size = word_package.MOST_UNPACKED + 1
    path = xml_file(tmp_path / "a.docx", b" " * size)
    data = path.read_bytes().replace(struct.pack("<I", size), struct.pack("<I", 100))
    path.write_bytes(data)
    assert refusal_of(reader, path) in (
        "The Word file unpacks to more than is read. Split it.",
        "The file is damaged, or it is no Word file. Open it elsewhere to check it.",
    )


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>"""
OUTSIDE = (
    b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>"""
)
ELSEWHERE = b"""<?xml version="1.0"?><!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd"><d/>"""


@pytest.mark.parametrize("document", [LAUGHS, OUTSIDE, ELSEWHERE])
@pytest.mark.parametrize("member", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_xml_that_defines_entities_is_refused(
    reader: IsolatedReader, tmp_path: Path, document: bytes, member: str
) -> None:
    path = write_word(tmp_path / "a.docx", paragraph("Text."))
    whole = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(whole, "w") as new:
        for name in {*old.namelist(), member}:
            new.writestr(name, document if name == member else old.read(name))
    path.write_bytes(whole.getvalue())
    told = refusal_of(reader, path)
    assert told == "The Word file defines its own XML, which Word never does."


@pytest.mark.parametrize("encoding", ["UTF-9", "rot13", "idna", "x" * 5_000])
def test_xml_in_an_encoding_that_is_none_is_told(
    reader: IsolatedReader, tmp_path: Path, encoding: str
) -> None:
    document = f'<?xml version="1.0" encoding="{encoding}"?><d>text</d>'
    path = xml_file(tmp_path / "a.docx", document.encode())
    assert "damaged, or it is no Word file" in refusal_of(reader, path)


def test_xml_nested_beyond_sense_is_refused(reader: IsolatedReader, tmp_path: Path) -> None:
    path = write_word(tmp_path / "a.docx", "<w:tbl>" * 100_000)
    assert refusal_of(reader, path) == "The Word file is nested too deeply to be read."


def test_styles_that_rest_on_themselves_end(reader: IsolatedReader, tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("AB", "BA")
    )
    body = paragraph("Text.", '<w:pStyle w:val="A"/>')
    (page,) = read(reader, write_word(tmp_path / "a.docx", body, styles=styles)).pages
    assert page.text == "Text."


def test_a_list_of_members_that_never_ends_is_refused(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    path = write_word(tmp_path / "a.docx", paragraph("Text."))
    data = bytearray(path.read_bytes())
    end = data.rindex(b"PK\x05\x06")
    struct.pack_into("<H", data, end + 10, 65_535)
    path.write_bytes(data)
    assert refusal_of(reader, path) == "The Word file holds too many files to be read."


def test_the_main_document_is_never_taken_from_elsewhere(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    path = write_word(tmp_path / "a.docx", paragraph("Text."))
    for target in ("../../../etc/passwd", "http://127.0.0.1:9/document.xml", "/word/nothing.xml"):
        whole = io.BytesIO()
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(whole, "w") as new:
            for name in old.namelist():
                text = old.read(name).replace(b"word/document.xml", target.encode())
                new.writestr(name, text)
        (tmp_path / "b.docx").write_bytes(whole.getvalue())
        assert "damaged" in refusal_of(reader, tmp_path / "b.docx")


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"PK\x03\x04" + bytes(500), b"no zip at all", b"PK\x05\x06" + bytes(18)],
)
def test_what_is_no_word_file_is_told(
    reader: IsolatedReader, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    assert "damaged, or it is no Word file" in refusal_of(reader, tmp_path / "a.docx")


def test_a_word_file_of_the_older_kind_is_told(reader: IsolatedReader, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000))
    assert "older kind, or one that is locked" in refusal_of(reader, tmp_path / "a.docx")


# Mail


def test_mail_that_is_nested_without_end_is_refused(reader: IsolatedReader, tmp_path: Path) -> None:
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(3_000)
    )
    (tmp_path / "a.eml").write_bytes(b"Subject: x\n" + parts + b"\ntext\n")
    assert "nested too deeply" in refusal_of(reader, tmp_path / "a.eml")


def test_mail_of_very_many_parts_is_refused(reader: IsolatedReader, tmp_path: Path) -> None:
    head = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    (tmp_path / "a.eml").write_bytes(head + b"--b\n\ntext\n" * 5_000 + b"--b--\n")
    assert "too many parts" in refusal_of(reader, tmp_path / "a.eml")


@pytest.mark.parametrize("first", [b"", b"From a@b Mon Nov 23 10:12:00 2026\n"])
def test_a_mailbox_is_not_read_as_the_words_of_its_first_sender(
    reader: IsolatedReader, tmp_path: Path, first: bytes
) -> None:
    one = b"From: a@b\nSubject: one\n\nThe first.\n"
    other = b"\nFrom c@d Tue Nov 24 10:12:00 2026\nFrom: c@d\nSubject: two\n\nThe second.\n"
    (tmp_path / "a.eml").write_bytes(first + one + other)
    assert "several messages" in refusal_of(reader, tmp_path / "a.eml")


def test_a_line_that_begins_with_from_is_no_mailbox(reader: IsolatedReader, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"Subject: x\n\nFrom here on, 2026 will be better: yes.\n")
    assert "From here on" in read(reader, tmp_path / "a.eml").pages[0].text


def test_encodings_that_are_none_of_text_are_not_used(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    for charset in ("zlib", "rot13", "unicode_escape", "idna", "../../x", "utf-7", "x" * 3_000):
        body = b'Subject: =?%s?q?abc?=\nContent-Type: text/plain; charset="%s"\n\n+AGE-\\u0041bc\n'
        (tmp_path / "a.eml").write_bytes(body.replace(b"%s", charset.encode()))
        (page,) = read(reader, tmp_path / "a.eml").pages
        assert page.text == "Subject: abc\n\n+AGE-\\u0041bc"


BROKEN_HTML = [
    "<p>" * 50_000 + "text",
    "<table><tr><td>" * 20_000 + "text",
    "<div style='" + "a:b;" * 100_000 + "'>text",
    "<style>" + "a{b:c}" * 100_000 + "</style>text",
    "<style>" + "a," * 300_000 + "{</style>text",
    "&#xd800;&#1114112;&#0;text",
    "text<script>" + "<" * 500_000,
    "text<!--" + "-" * 500_000,
    "text<![if" * 50_000,
    "<a " + "b=" * 200_000 + ">text",
]


@pytest.mark.slow
@pytest.mark.parametrize("html", BROKEN_HTML, ids=range(len(BROKEN_HTML)))
def test_broken_html_is_read_or_told(reader: IsolatedReader, tmp_path: Path, html: str) -> None:
    head = "Subject: x\nContent-Type: text/html; charset=utf-8\n\n"
    (tmp_path / "a.eml").write_text(head + html)
    try:
        pages = read(reader, tmp_path / "a.eml").pages
    except DocumentError:
        return
    assert all(clean(page.text) == page.text for page in pages)


# Text


@pytest.mark.slow
def test_a_line_without_end_is_read_in_parts(reader: IsolatedReader, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * 10_000_000)
    pages = read(reader, tmp_path / "a.txt").pages
    assert sum(len(page.text) for page in pages) == plain_text.MOST_BYTES
    assert all(line.end - line.start <= 240 for page in pages for line in page.lines)
    assert pages[-1].problem == "Only the first 5 MB are read: 5 megabytes were left out."
    assert {page.problem for page in pages[:-1]} == {""}


@pytest.mark.slow
def test_the_rest_of_a_huge_log_is_left_out_and_told(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    with open(tmp_path / "a.log", "wb") as file:
        file.write(b"2026-11-23 all is well\n" * 300_000)
        file.truncate(200 * 1024**2)
    reading = read(reader, tmp_path / "a.log")
    assert reading.pages[-1].text.endswith("all is well")
    assert reading.pages[-1].problem == "Only the first 5 MB are read: 195 megabytes were left out."


@pytest.mark.slow
def test_lines_without_number_are_cut_off_and_told(reader: IsolatedReader, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\n" * 400_000)
    last = read(reader, tmp_path / "a.txt").pages[-1]
    assert "the rest was left out" in last.problem


def test_lone_surrogates_and_broken_bytes_come_out_as_signs(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    for data in (
        b"ok \xed\xa0\x80 \xc3\xa9\xc3\xa9\xc3\xa9 \xf4\x90\x80\x80 ok " * 3,
        "ok ok ".encode("utf-16") + b"\x00\xd8",
    ):
        (tmp_path / "a.txt").write_bytes(data)
        (page,) = read(reader, tmp_path / "a.txt").pages
        assert page.text.startswith("ok ")
        page.text.encode()


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, bytes(5_000), b"\x7fELF" + bytes(100),
        b"PK\x03\x04" + bytes(range(32)) * 9, "text".encode("utf-16-le") * 50,
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.eml"])
def test_what_is_no_text_is_refused(
    reader: IsolatedReader, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert refusal_of(reader, tmp_path / name).startswith("This is no ")


@pytest.mark.slow
def test_damaged_copies_of_good_files_end_well() -> None:
    tried = fuzz(150, seed=4711)
    assert all(one.ended.outcome in FINE for one in tried), table(tried)
    assert {one.suffix for one in tried} == {".docx", ".eml", ".md", ".txt", ".log"}
    assert {Outcome.READ, Outcome.FAILED} <= {one.ended.outcome for one in tried}
