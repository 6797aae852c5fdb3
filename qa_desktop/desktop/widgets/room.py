"""Room for a page that large text makes larger than its window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from qa_desktop.desktop.theme import tokens


def with_room(page: QWidget) -> QWidget:
    """`page`, or with larger text an area in which it scrolls where a small window cuts it off."""
    if tokens.text_scale() == 1.0:
        return page
    area = QScrollArea()
    area.setProperty("scrolls_both_ways", True)  # noqa: FBT003 - Qt's own call
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
