"""A cluster opens as a list, by click and by keyboard; its comments can be had one by one."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.keyboard import KeyIntent
from qa_desktop.desktop.waveform.state import Pin, WaveformState
from qa_desktop.desktop.waveform.view import WaveformView
from qa_desktop.reviews.model import CommentKind

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
RAIL_Y = measures.RAIL // 2


@pytest.fixture
def activated(view: WaveformView) -> list[str]:
    heard: list[str] = []
    view.comment_activated.connect(heard.append)
    return heard


@pytest.fixture(autouse=True)
def _close_menus() -> Iterator[None]:
    yield
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


def canvas_of(view: WaveformView) -> LaneCanvas:
    return view.findChildren(LaneCanvas)[0]


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_a_click_lists_the_comments(
    view: WaveformView, state: WaveformState, activated: list[str]
) -> None:
    view.show_state(state)
    QTest.mouseClick(canvas_of(view), LEFT, NONE, QPoint(700, RAIL_Y))
    menu = open_menu()
    assert texts(menu) == ["01:10.0", "01:10.1", "Zoom in on them"]
    assert all(not action.icon().isNull() for action in menu.actions()[:2])
    menu.actions()[1].trigger()
    assert activated == ["d"]


def test_zooming_in_parts_them(
    view: WaveformView, state: WaveformState, activated: list[str]
) -> None:
    view.show_state(state)
    QTest.mouseClick(canvas_of(view), LEFT, NONE, QPoint(700, RAIL_Y))
    open_menu().actions()[-1].trigger()
    open_menu().close()
    span = view.visible_span()
    assert span.start_ms < 70_000 < 70_100 < span.end_ms
    for pin, moment_ms in (("c", 70_000), ("d", 70_100)):
        x = round((moment_ms - span.start_ms) / span.length_ms * canvas_of(view).width())
        QTest.mouseClick(canvas_of(view), LEFT, NONE, QPoint(x, RAIL_Y))
        assert activated.pop() == pin


def test_comments_of_one_moment_can_only_be_listed(
    view: WaveformView, changed: Callable[..., WaveformState], activated: list[str]
) -> None:
    pins = tuple(
        Pin(id=name, number=1, kind=CommentKind.PRAISE, start_ms=50_000, label=f"Word {name}")
        for name in "xyz"
    )
    view.show_state(changed(pins=pins, active_pin="y"))
    QTest.mouseClick(canvas_of(view), LEFT, NONE, QPoint(500, RAIL_Y))
    menu = open_menu()
    assert texts(menu) == [f"00:50.0   Word {name}" for name in "xyz"]
    assert menu.activeAction().text() == "00:50.0   Word y"
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert activated == ["z"]


def test_the_keys_open_the_list_at_the_playhead(
    view: WaveformView, changed: Callable[..., WaveformState], activated: list[str]
) -> None:
    view.show_state(changed(playhead_ms=70_010))
    view.perform(KeyIntent.OPEN_PIN)
    assert texts(open_menu())[:2] == ["01:10.0", "01:10.1"]
    assert activated == []


def test_a_long_list_says_how_many_more(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    pins = tuple(
        Pin(id=str(i), number=i + 1, kind=CommentKind.PRAISE, start_ms=50_000 + i)
        for i in range(60)
    )
    view.show_state(changed(pins=pins))
    QTest.mouseClick(canvas_of(view), LEFT, NONE, QPoint(500, RAIL_Y))
    menu = open_menu()
    assert len(texts(menu)) == 24 + 2
    assert "36" in texts(menu)[-2]


def test_enter_is_the_pages_unless_the_keyboard_came_here(
    view: WaveformView, state: WaveformState, qtbot: QtBot
) -> None:
    view.show_state(state)
    canvas = canvas_of(view)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(canvas.hasFocus)
    assert "Return" in canvas.property("own_keys")
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    assert canvas.property("own_keys") == []
