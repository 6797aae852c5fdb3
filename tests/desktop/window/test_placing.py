"""Windows come back where they stood, or where they can be seen."""

from pathlib import Path

from PySide6.QtCore import QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.window.placing import (
    halves,
    keep_place,
    on_a_screen,
    repair_place,
    restore_place,
)

LEFT = QRect(0, 0, 1920, 1040)
RIGHT = QRect(1920, 0, 1280, 1024)


def test_what_can_be_taken_hold_of_stays() -> None:
    for place in (QRect(100, 100, 800, 600), QRect(2000, 10, 1000, 900), QRect(-300, 40, 800, 600)):
        assert on_a_screen(place, [LEFT, RIGHT]) == place


def test_a_screen_that_is_gone_takes_no_window_with_it() -> None:
    repaired = on_a_screen(QRect(2000, 10, 1000, 900), [LEFT])
    assert LEFT.contains(repaired)
    assert repaired.size() == QRect(0, 0, 1000, 900).size()


def test_one_that_hangs_above_comes_down_and_a_large_one_is_made_to_fit() -> None:
    assert on_a_screen(QRect(100, -500, 800, 600), [LEFT]).top() == 0
    assert on_a_screen(QRect(5000, 5000, 4000, 3000), [LEFT]) == LEFT


def test_two_windows_share_a_screen() -> None:
    left, right = halves(LEFT, 700, 700)
    assert (left.width(), right.width()) == (960, 960)
    assert not left.intersects(right)
    left, right = halves(LEFT, 1040, 860)
    assert (left.width(), right.width()) == (1040, 880)
    assert not left.intersects(right)
    left, right = halves(QRect(0, 0, 1280, 700), 1040, 860)
    assert LEFT.contains(left)
    assert (left.left(), right.right()) == (0, 1279)


def test_a_place_is_kept_and_repaired(qtbot: QtBot, tmp_path: Path) -> None:
    memory = QSettings(str(tmp_path / "m.ini"), QSettings.Format.IniFormat)
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    assert not restore_place(second, memory, "place")
    first.setGeometry(40, 60, 300, 200)
    first.show()
    keep_place(first, memory, "place")
    assert restore_place(second, memory, "place")
    assert second.geometry() == first.geometry()
    second.setGeometry(30_000, 30_000, 300, 200)
    repair_place(second)
    assert QGuiApplication.primaryScreen().availableGeometry().contains(second.geometry())
