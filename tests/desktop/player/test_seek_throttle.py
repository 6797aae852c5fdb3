"""Dragging sends few seeks, and never loses the last."""

from PySide6.QtCore import QElapsedTimer
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.player.seek_throttle import EVERY_MS, SeekThrottle


def test_the_first_goes_at_once_and_the_last_of_a_burst_follows(qtbot: QtBot) -> None:
    throttle = SeekThrottle()
    sent: list[int] = []
    throttle.due.connect(sent.append)
    for position_ms in range(100):
        throttle.ask(position_ms, dragging=True)
    assert sent == [0]
    qtbot.waitUntil(lambda: len(sent) > 1)
    assert sent == [0, 99]


def test_letting_go_cancels_what_waits(qtbot: QtBot) -> None:
    throttle = SeekThrottle()
    sent: list[int] = []
    throttle.due.connect(sent.append)
    throttle.ask(1, dragging=True)
    throttle.ask(2, dragging=True)
    throttle.ask(3, dragging=False)
    assert sent == [1, 3]
    past = QElapsedTimer()
    past.start()
    qtbot.waitUntil(lambda: past.elapsed() > 2 * EVERY_MS)
    assert sent == [1, 3]
