"""Every screen and main dialog, on a small laptop, in both languages: hit, named, uncut."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.screens import SCREENS
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.window.main_window import MainWindow

ACTED_ON = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QPlainTextEdit,
    QTextEdit,
    QTextBrowser,
)
SLACK = 2


def visible(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and not widget.visibleRegion().isEmpty():
            yield widget


def is_part_of_another(widget: QWidget) -> bool:
    """The inner line of a spin box, the clear button of a field, the header of a table."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)):
            return not isinstance(widget, QAbstractButton) or isinstance(above, QLineEdit)
        above = above.parentWidget()
    return False


def name_of(widget: QWidget) -> str:
    said = widget.accessibleName()
    if not said and isinstance(widget, QAbstractButton):
        said = widget.text()
    return said


def told(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    return f"{type(widget).__name__} {name_of(widget) or words!r} at {corner.toTuple()}"


def faults(root: QWidget) -> Iterator[str]:
    for widget in visible(root):
        if isinstance(widget, ACTED_ON) and not is_part_of_another(widget):
            small = min(widget.width(), widget.height())
            if isinstance(widget, (QCheckBox, QRadioButton)):
                small = widget.height()
            if small < tokens.HIT:
                yield f"hard to hit ({widget.width()}x{widget.height()}): {told(widget)}"
            if not name_of(widget):
                yield f"has no name: {told(widget)}"
            if widget.isEnabled() and widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                yield f"can't be reached with the keyboard: {told(widget)}"
        if isinstance(widget, QLabel) and not isinstance(widget, (Chip, ElidedLabel)):
            yield from cut_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            words = widget.text().replace("&&", "&")
            if widget.fontMetrics().horizontalAdvance(words) > widget.width() + SLACK:
                yield f"cut: {told(widget)}"


def cut_label(label: QLabel) -> Iterator[str]:
    if not label.text() or not label.pixmap().isNull():
        return
    room = label.contentsRect()
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + SLACK:
            yield f"cut: {told(label)}"
    elif label.fontMetrics().horizontalAdvance(label.text()) > room.width() + SLACK:
        yield f"cut: {told(label)}"


def outside(root: QWidget) -> Iterator[str]:
    """What was acted on must lie wholly in the window, or in something that scrolls."""
    for widget in visible(root):
        if isinstance(widget, QAbstractButton) and not is_scrolled(widget, root):
            corner = widget.mapTo(root, QPoint(0, 0))
            end = widget.mapTo(root, QPoint(widget.width() - 1, widget.height() - 1))
            if not (root.rect().contains(corner) and root.rect().contains(end)):
                yield f"outside: {told(widget)}"


def is_scrolled(widget: QWidget, root: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not root:
        if above.inherits("QAbstractScrollArea"):
            return True
        above = above.parentWidget()
    return False


@pytest.mark.qt_log_ignore("This plugin does not support", "pipewire", "PulseAudio")
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_everything_can_be_hit_has_a_name_and_is_whole(
    qtbot: QtBot, window: MainWindow, languages: Languages, language: str
) -> None:
    preferences = window.services.preferences
    preferences.change(replace(preferences.settings(), language=language))
    languages.use(language)
    QApplication.processEvents()
    found = {}
    for screen in SCREENS:
        shown = screen.show(window)
        assert shown is not None, screen.name
        settle(window.services.runner)
        if wrong := sorted({*faults(shown), *outside(shown)}):
            found[screen.name] = wrong
        if isinstance(shown, QDialog):
            shown.reject()
            settle(window.services.runner)
    assert found == {}
