"""The transport bar shows a state and says wishes, nothing else."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.state import LaneRole
from qa_desktop.desktop.waveform.transport import TransportBar
from qa_desktop.desktop.waveform.transport_state import (
    SPEEDS,
    TransportState,
    next_speed,
    speed_text,
)

STATE = TransportState(position_ms=21_400, duration_ms=51_200)


@pytest.fixture
def now() -> list[int]:
    return [0]


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot, now: list[int]) -> TransportBar:
    made = TransportBar(theme, position=lambda: now[0])
    qtbot.addWidget(made)
    made.resize(860, 40)
    with qtbot.waitExposed(made):
        made.show()
    made.show_state(STATE)
    return made


def button(bar: TransportBar, name: str) -> QAbstractButton:
    [found] = [
        b for b in bar.findChildren(QAbstractButton) if name in (b.accessibleName(), b.text())
    ]
    return found


def words(bar: TransportBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel)]


def press(widget: QAbstractButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_time_and_total(bar: TransportBar) -> None:
    assert words(bar) == ["00:21.4", "/ 00:51.2"]


def test_the_time_runs_while_playing(bar: TransportBar, now: list[int], qtbot: QtBot) -> None:
    bar.show_state(TransportState(playing=True, position_ms=0, duration_ms=51_200))
    now[0] = 12_345
    qtbot.waitUntil(lambda: words(bar)[0] == "00:12.3")
    assert button(bar, "Pause").isVisible()
    bar.show_state(STATE)
    assert words(bar)[0] == "00:21.4"
    assert button(bar, "Play").isVisible()


@pytest.mark.parametrize(
    ("name", "signal", "said"),
    [
        ("Play", "toggle_requested", []),
        ("Back 5 seconds", "step_requested", [-5000]),
        ("Forward 5 seconds", "step_requested", [5000]),
        ("Skip silence", "skip_silence_toggled", [True]),
        ("Hear the agent only", "solo_requested", [LaneRole.AGENT]),
        ("Hear the customer only", "solo_requested", [LaneRole.CUSTOMER]),
        ("Comment here", "comment_requested", []),
    ],
)
def test_each_button_says_its_wish(
    bar: TransportBar, name: str, signal: str, said: list[object], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(getattr(bar, signal)) as told:
        press(button(bar, name))
    assert told.args == said


def test_a_wish_changes_nothing_until_the_state_says_so(bar: TransportBar) -> None:
    for name in ("Skip silence", "Hear the agent only"):
        press(button(bar, name))
        assert not button(bar, name).isChecked()
    bar.show_state(TransportState(skip_silence=True, solo=LaneRole.AGENT, duration_ms=1))
    assert button(bar, "Skip silence").isChecked()
    assert button(bar, "Hear the agent only").isChecked()
    assert not button(bar, "Hear the customer only").isChecked()


def test_the_side_heard_alone_is_let_go_by_the_same_button(bar: TransportBar, qtbot: QtBot) -> None:
    bar.show_state(TransportState(solo=LaneRole.AGENT, duration_ms=1))
    with qtbot.waitSignal(bar.solo_requested) as told:
        press(button(bar, "Hear the agent only"))
    assert told.args == [None]


def test_a_speed_is_chosen_from_the_menu(bar: TransportBar, qtbot: QtBot) -> None:
    bar.show_state(TransportState(rate=1.25, duration_ms=1))
    speed = button(bar, "Speed 1.25×")
    menu = speed.menu()  # type: ignore[attr-defined]
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["1.25×"]
    with qtbot.waitSignal(bar.rate_requested) as told:
        menu.actions()[SPEEDS.index(2.0)].trigger()
    assert told.args == [2.0]
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["1.25×"]


def test_without_sound_comments_go_on(bar: TransportBar) -> None:
    bar.show_state(TransportState(playable=False, duration_ms=51_200))
    for name in ("Play", "Skip silence", "Hear the agent only"):
        assert not button(bar, name).isEnabled()
    for name in ("Comment here", "Back 5 seconds"):
        assert button(bar, name).isEnabled()


def test_every_button_can_be_hit_and_named(bar: TransportBar) -> None:
    for widget in bar.findChildren(QAbstractButton):
        assert widget.accessibleName() or widget.text()
        assert widget.width() >= tokens.HIT
        assert widget.height() >= tokens.HIT
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("width", [0, 760, 900, 1600])
def test_nothing_is_cut_at_any_width(bar: TransportBar, width: int) -> None:
    bar.show_state(TransportState(playing=True, duration_ms=10 * 3_600_000, rate=0.875))
    least = bar.minimumSizeHint().width()
    assert least <= 760
    bar.resize(max(width, least), 40)
    shown = [w for w in bar.findChildren(QWidget) if w.isVisible() and w.parent() is bar]
    for widget in shown:
        assert widget.width() >= widget.minimumSizeHint().width()
        assert bar.rect().contains(widget.geometry())
    for one, other in pairwise(sorted(shown, key=lambda w: w.x())):
        assert one.geometry().right() < other.x()
    if width >= 900:
        assert button(bar, "Skip silence").text() == "Skip silence"


def test_speeds_read_well() -> None:
    assert [speed_text(rate) for rate in (1.0, 1.25, 0.875, 3.0)] == ["1×", "1.25×", "0.875×", "3×"]
    assert next_speed(1.0, faster=True) == 1.125
    assert next_speed(0.5, faster=False) == 0.5
    assert next_speed(3.0, faster=True) == 3.0
