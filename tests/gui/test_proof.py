"""What the window says of the network is what is known, and nothing more."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import LockMissing
from app.engine.messages import EngineFailed, GetProof, GetStatus
from app.gui.application import make_refusal
from app.gui.proof.lock_watch import Knowledge
from app.gui.window_session import WindowSession
from app.system.lock_state import ProcessProof, Proof, Verdict, state_of
from app.system.lockdown import Lockdown, Refusal
from app.system.paths import find_paths
from app.system.settings import load_settings
from app.system.start import UNLOCKED
from tests.gui.conftest import Open
from tests.gui.scripted_content import (
    make_documents,
    make_guarded,
    make_lock,
    make_lockdown,
    make_process_proof,
    prove_window,
)
from tests.gui.scripted_engine import ScriptedEngine

PROBLEM = "The kernel has no seccomp filters."
TRIED = Refusal("AF_INET", "socket.__new__", 1_800_000_000.0)


def network(session: WindowSession) -> str:
    return session.window.status.network.text().strip()


def look(session: WindowSession) -> str:
    return str(session.window.status.network.property("look"))


def words(top: QWidget) -> str:
    return "\n".join(label.text() for label in top.findChildren(QLabel) if not label.isHidden())


def wait_for(qtbot: QtBot, session: WindowSession, said: str) -> None:
    qtbot.waitUntil(lambda: network(session) == said)


def open_proof(qtbot: QtBot, session: WindowSession) -> QWidget:
    session.window.action("proof").trigger()
    assert session.proof.dialog is not None
    qtbot.waitUntil(session.proof.dialog.isVisible)
    return session.proof.dialog


def test_the_status_says_that_the_system_locks_it(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    wait_for(qtbot, session, "No network: locked by the system · 0 attempts")
    assert look(session) == "success"
    assert session.window.banner.isHidden()


def test_the_status_claims_nothing_before_the_engine_told_of_its_lock(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    engine.holds = {GetStatus}
    session = open_window(engine)
    assert network(session) == "Looking at the locks…"
    engine.release()
    wait_for(qtbot, session, "No network: locked by the system · 0 attempts")


def test_the_status_is_amber_where_the_system_locks_nothing(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    engine.lock = make_guarded("engine")
    session = open_window(engine)
    said = "No network: guarded by Strongroom, not by the system · 0 attempts"
    wait_for(qtbot, session, said)
    assert look(session) == "warning"
    assert session.window.banner.isHidden()


def test_a_missing_lock_is_red_and_stays_in_sight(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    engine.lock = make_lock("engine", problem=PROBLEM)
    session = open_window(engine)
    wait_for(qtbot, session, "Not locked · 0 attempts")
    assert look(session) == "danger"
    assert session.window.banner.isVisible()
    assert UNLOCKED in words(session.window.banner)
    assert PROBLEM in words(open_proof(qtbot, session))


def test_a_new_attempt_appears_by_itself(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    wait_for(qtbot, session, "No network: locked by the system · 0 attempts")
    assert session._polling.isActive()
    assert session._polling.interval() == 10_000
    engine.lock = make_lock("engine", (TRIED,))
    session._polling.timeout.emit()
    wait_for(qtbot, session, "No network: locked by the system · 1 attempt refused")
    assert look(session) == "warning"


def test_a_window_that_nobody_sees_leaves_the_engine_alone(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    wait_for(qtbot, session, "No network: locked by the system · 0 attempts")
    session.window.hide()
    asked = len(engine.of(GetStatus))
    session._polling.timeout.emit()
    assert len(engine.of(GetStatus)) == asked
    assert session._polling.isActive()


def test_attempts_of_window_and_engine_are_counted_together() -> None:
    lockdown = make_lockdown()
    lockdown.guard.refused.append(TRIED)
    known = Knowledge(state_of("window", lockdown), make_lock("engine", (TRIED, TRIED)))
    assert known.attempts == 3


def test_an_engine_that_was_started_again_is_untested_and_its_past_is_kept() -> None:
    window, engine = state_of("window", make_lockdown()), make_lock("engine", (TRIED,))
    proof = Proof(tuple(make_process_proof(lock) for lock in (window, engine)))
    known = Knowledge(window, engine, proof)
    assert known.with_locks(window, engine).proof is proof
    again = known.with_locks(window, replace(make_lock("engine"), since=1_900_000_000.0))
    assert again.proof is None
    assert again.attempts == 1


@pytest.mark.slow
def test_of_an_engine_that_ended_nothing_is_claimed(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    engine.lock = make_lock("engine", (TRIED,))
    session = open_window(engine)
    wait_for(qtbot, session, "No network: locked by the system · 1 attempt refused")
    engine.lock = replace(make_lock("engine"), since=1_900_000_000.0)
    session.link.engine_stopped.emit()
    assert network(session) == "Looking at the locks…"
    wait_for(qtbot, session, "No network: locked by the system · 1 attempt refused")


@pytest.mark.parametrize(
    ("leak", "listening", "verdict"),
    [("", 0, Verdict.PROVEN), ("TCP", 0, Verdict.OPEN), ("", 1, Verdict.OPEN)],
)
def test_the_result_of_a_test_counts(leak: str, listening: int, verdict: Verdict) -> None:
    window, engine = state_of("window", make_lockdown()), make_lock("engine")
    tried = replace(make_process_proof(engine, leak), listening=listening)
    known = Knowledge(window, engine, Proof((make_process_proof(window), tried)))
    assert known.verdict is verdict


def test_the_panel_opens_with_what_is_known_and_tries_nothing(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    wait_for(qtbot, session, "No network: locked by the system · 0 attempts")
    dialog = open_proof(qtbot, session)
    qtbot.waitUntil(lambda: "Ports that wait" in words(dialog))
    shown = words(dialog)
    assert "Locked by the operating system" in shown
    assert "Not tested yet." in shown
    assert "seccomp: no sockets but local ones, refused by the Linux kernel" in shown
    assert "seccomp: no sockets, refused by the Linux kernel" in shown
    assert "refused by the operating system, and not counted" in shown
    assert not engine.of(GetProof)
    assert session.proof.dialog is not None
    assert not session.proof.dialog._save.isEnabled()


def test_the_test_runs_in_all_processes_and_not_in_the_thread_of_the_window(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine())
    threads: list[int] = []

    def prove_here(process: str, lockdown: Lockdown) -> ProcessProof:
        threads.append(threading.get_ident())
        return prove_window(process, lockdown)

    session.proof.prove_here = prove_here
    dialog = open_proof(qtbot, session)
    session.proof.test()
    session.proof.test()
    wait_for(qtbot, session, "No network: locked by the system, and tested · 0 attempts")
    assert len(threads) == 1
    assert threading.get_ident() not in threads
    qtbot.waitUntil(lambda: "Ports that wait for connections: none." in words(dialog))
    shown = words(dialog)
    assert "No network can be reached" in shown
    assert "All 30 attempts of the test" in shown
    for name in ("Window", "Engine", "Reader", "DNS · name look-up", "IPv6 · UDP, native code"):
        assert name in shown
    assert shown.count("NOT refused") == 0


def test_what_got_through_is_shown_in_red_in_panel_and_status(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    engine.leak = "TCP, native code"
    session = open_window(engine)
    dialog = open_proof(qtbot, session)
    session.proof.test()
    wait_for(qtbot, session, "Not locked: the test got through · 0 attempts")
    assert look(session) == "danger"
    assert "2 of 30 attempts were not refused" in words(dialog)
    qtbot.waitUntil(lambda: words(dialog).count("NOT refused") == 2)


def test_a_test_that_fails_says_so_and_can_be_run_again(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    dialog = open_proof(qtbot, session)
    engine.refusal = EngineFailed("The engine stopped.", "It is started again.")
    session.proof.test()
    qtbot.waitUntil(lambda: "The test could not be finished." in words(dialog))
    assert "The engine stopped." in words(dialog)
    engine.refusal = None
    session.proof.test()
    qtbot.waitUntil(lambda: "No network can be reached" in words(dialog))


def test_a_test_that_fails_takes_back_what_an_earlier_one_found(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    open_proof(qtbot, session)
    session.proof.test()
    wait_for(qtbot, session, "No network: locked by the system, and tested · 0 attempts")
    engine.refusal = EngineFailed("The reader took too long.")
    session.proof.test()
    wait_for(qtbot, session, "No network: the test could not be finished · 0 attempts")
    assert look(session) == "warning"
    assert session.proof.knowledge.report() is None


def test_an_engine_that_starts_again_and_refuses_leaves_nothing_green(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    wait_for(qtbot, session, "No network: locked by the system · 0 attempts")
    engine.refusal = EngineFailed("The engine cannot be locked.", PROBLEM)
    session._polling.timeout.emit()
    wait_for(qtbot, session, "No engine, so its lock is not known")
    assert look(session) == "warning"


def test_a_report_has_the_attempts_that_came_after_its_test(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    open_proof(qtbot, session)
    session.proof.test()
    wait_for(qtbot, session, "No network: locked by the system, and tested · 0 attempts")
    engine.lock = make_lock("engine", (TRIED,))
    session._polling.timeout.emit()
    qtbot.waitUntil(lambda: session.proof.knowledge.attempts == 1)
    session.proof.save_report(str(tmp_path / "proof.txt"))
    report = (tmp_path / "proof.txt").read_text("utf-8")
    assert "attempts of Python code so far, all refused: 1" in report


def test_the_report_can_be_saved(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    session = open_window(ScriptedEngine())
    dialog = open_proof(qtbot, session)
    session.proof.test()
    qtbot.waitUntil(lambda: "No network can be reached" in words(dialog))
    file = tmp_path / "proof.txt"
    session.proof.save_report(str(file))
    assert "The report is saved." in words(dialog)
    report = file.read_text("utf-8")
    assert "PROVEN" in report
    assert report.count("IPv6  UDP, native code") == 3
    session.proof.save_report(str(tmp_path / "nowhere" / "proof.txt"))
    assert "The report could not be saved there." in words(dialog)


def test_an_engine_that_refuses_to_work_says_why_and_only_once(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    engine.refusal = EngineFailed("The engine cannot be locked.", PROBLEM)
    session = open_window(engine)
    notice = session.conversation.notice
    qtbot.waitUntil(notice.isVisible)
    assert "The engine cannot be locked." in words(notice)
    assert session.window.status.model.text().strip() == "The engine did not start"
    assert network(session) == "No engine, so its lock is not known"
    assert look(session) == "warning"
    notice.hide()
    asked = len(engine.of(GetStatus))
    with qtbot.waitSignal(session.proof.changed):
        session._polling.timeout.emit()
    assert len(engine.of(GetStatus)) == asked + 1
    assert notice.isHidden()


def test_why_it_did_not_start_is_said_and_closing_is_the_default(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    paths = find_paths(tmp_path)
    dialog = make_refusal(LockMissing(PROBLEM, "Start it once with --allow-unlocked."), paths)
    qtbot.addWidget(dialog)
    dialog.open()
    assert PROBLEM in words(dialog)
    assert "--allow-unlocked" in words(dialog)
    default = [b.accessibleName() for b in dialog.findChildren(QPushButton) if b.isDefault()]
    assert default == ["Close"]
    assert not load_settings(paths.settings).start_unlocked


def test_the_lock_can_be_waived_from_there(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    paths = find_paths(tmp_path)
    dialog = make_refusal(LockMissing(PROBLEM), paths)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.waiver_wanted.emit()
    assert load_settings(paths.settings).start_unlocked
    assert "Start Strongroom again" in words(dialog)


def test_a_waiver_that_cannot_be_saved_is_not_claimed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    dialog = make_refusal(LockMissing(PROBLEM), find_paths(tmp_path / "file"))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.waiver_wanted.emit()
    assert "This could not be saved." in words(dialog)
