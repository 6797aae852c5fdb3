"""Number fields whose text keeps its distance from the border."""

from PySide6.QtWidgets import QAbstractSpinBox

from qa_desktop.desktop.theme import tokens


def indent(box: QAbstractSpinBox) -> None:
    """The stylesheet's padding does not reach the text of a spin box or a date field."""
    line = box.lineEdit()
    line.setTextMargins(tokens.TIGHT + 2, 0, 0, 0)
