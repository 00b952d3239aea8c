"""A second start says to the window that has the vault what it was started for."""

from __future__ import annotations

import json
import threading
from pathlib import Path

from app.system.handing_over import (
    forget_requests,
    hand_over,
    mark_of,
    requests_folder,
    take_requests,
)
from app.system.paths import Paths, find_paths


def ask_and_take(paths: Paths, taking: Paths, to_add: list[str]) -> tuple[bool, list[object]]:
    """Whether the request was taken, and what was."""
    taken: list[object] = []
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.01):
            taken.extend(take_requests(taking))

    window = threading.Thread(target=watch)
    window.start()
    try:
        return hand_over(paths, to_add, patience=0.2), taken
    finally:
        over.set()
        window.join()


def test_paths_reach_the_window_whole_and_leave_nothing_behind(paths: Paths) -> None:
    file = paths.home / "a name with\u00a0spaces and “marks”.pdf"
    file.parent.mkdir()
    file.touch()
    assert ask_and_take(paths, paths, [str(file)]) == (True, [(str(file),)])
    assert list(requests_folder(paths).iterdir()) == []


def test_a_window_of_another_vault_leaves_the_request_alone(paths: Paths) -> None:
    other = find_paths(paths.home, paths.home / "other")
    assert ask_and_take(paths, other, []) == (False, [])
    assert list(requests_folder(paths).iterdir()) == []


def test_nothing_in_a_request_is_trusted(paths: Paths, tmp_path: Path) -> None:
    folder = requests_folder(paths)
    name = f"{mark_of(paths)}-{'0' * 15}"
    for number, content in enumerate(
        [
            "no JSON",
            json.dumps({"paths": [str(tmp_path)]}),
            json.dumps([7, None, "relative.pdf", "/no/such/file", "/nul\0l", str(tmp_path)]),
            "[" * 100_000,
        ]
    ):
        (folder / f"{name}{number}.json").write_text(content)
    secret = tmp_path / "secret.json"
    secret.write_text(json.dumps([str(tmp_path)]))
    (folder / f"{name}a.json").symlink_to(secret)
    assert take_requests(paths) == [(), (), (str(tmp_path),), (), ()]
    assert secret.exists()


def test_what_was_asked_before_the_window_opened_is_forgotten(paths: Paths) -> None:
    (requests_folder(paths) / f"{mark_of(paths)}-{'0' * 16}.json").write_text("[]")
    forget_requests(paths)
    assert take_requests(paths) == []
