"""The comments of a cluster as a list, for the pointer and for the keys."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.pin_layout import PinGroup
from qa_desktop.desktop.waveform.pin_shape import pin_pixmap
from qa_desktop.desktop.waveform.state import Pin
from qa_desktop.desktop.waveform.time_text import moment_text

_MOST = 24


def open_cluster(
    parent: QWidget,
    theme: Theme,
    group: PinGroup,
    active: str | None,
    at: QPoint,
    choose: Callable[[Pin], None],
    zoom: Callable[[PinGroup], None],
) -> QMenu:
    """A menu that goes when it is closed; the active comment, or the first, is marked."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(QCoreApplication.translate("Waveform", "Comments at this place"))
    marked = None
    for pin in group.pins[:_MOST]:
        entry = menu.addAction(_icon(parent, theme, pin), _line(parent, pin))
        entry.triggered.connect(lambda _=False, pin=pin: choose(pin))
        if pin.id == active or marked is None:
            marked = entry
    if len(group.pins) > _MOST:
        more = QCoreApplication.translate("Waveform", "and %n more", "", len(group.pins) - _MOST)
        menu.addAction(more).setEnabled(False)
    if group.pins[0].start_ms != group.pins[-1].start_ms:
        menu.addSeparator()
        closer = menu.addAction(
            theme.icon("zoom-in"), QCoreApplication.translate("Waveform", "Zoom in on them")
        )
        closer.triggered.connect(lambda _=False: zoom(group))
    if marked is not None:
        menu.setActiveAction(marked)
    menu.popup(at)
    return menu


def _line(parent: QWidget, pin: Pin) -> str:
    words = " ".join(pin.label.split()).replace("&", "&&")
    metrics = QFontMetrics(parent.font())
    room = tokens.DIALOG_WIDTH // 2
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    return f"{moment_text(pin.start_ms)}   {shown}".rstrip()


def _icon(parent: QWidget, theme: Theme, pin: Pin) -> QIcon:
    picture = pin_pixmap(
        pin.kind,
        pin.number,
        theme.colours(),
        tokens.ICON,
        parent.devicePixelRatioF(),
        parent.font(),
    )
    return QIcon(picture)
