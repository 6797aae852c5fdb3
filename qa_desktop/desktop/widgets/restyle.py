"""Dynamic properties that the stylesheet looks at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_style_property(widget: QWidget, name: str, value: object) -> None:
    """Sets the property and lets the stylesheet see it; does nothing when it has it already."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    for dressed in (widget, *widget.findChildren(QWidget)):
        # What was not dressed yet will be when it is first shown.
        if dressed.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            dressed.style().unpolish(dressed)
            dressed.style().polish(dressed)
    widget.update()
