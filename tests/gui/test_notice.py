"""What an administrator wants to stand at the top of the window."""

from __future__ import annotations

from tests.gui.conftest import Open
from tests.gui.scripted_engine import ScriptedEngine


def test_a_banner_of_the_administrator_stands_at_the_top_as_plain_words(
    open_window: Open,
) -> None:
    session = open_window(ScriptedEngine())
    notice = session.window.notice_of_administrator
    assert notice.isHidden()
    session.window.show_notice("RESTRICTED <b>only</b>\nhere")
    assert not notice.isHidden()
    assert notice.text() == "RESTRICTED <b>only</b> here"
    session.window.show_notice("")
    assert notice.isHidden()
