"""Type that can be read from the back of a room, as large as the window allows."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from qa_desktop.desktop.theme import tokens

# Of a window of this height the type has its designed size.
_DESIGNED_HEIGHT = 720
_LEAST, _MOST = 1.0, 2.6
_BODY, _NOTE, _TITLE, _HEAD = 17, 14, 28, 19


class LargeType:
    """Sizes in pixels for a window `height` high."""

    def __init__(self, height: int) -> None:
        factor = min(max(height / _DESIGNED_HEIGHT, _LEAST), _MOST)
        self.factor = factor
        self.body = tokens.scaled(round(_BODY * factor))
        self.note = tokens.scaled(round(_NOTE * factor))
        self.title = tokens.scaled(round(_TITLE * factor))
        self.head = tokens.scaled(round(_HEAD * factor))

    def sheet(self) -> str:
        """What has a size of its own in the program's stylesheet, in the window's."""
        chip = round(self.note * 1.8)
        button = round(self.note * 2)
        return (
            f"QPushButton {{ font-size: {self.note}px; min-height: {button}px; }}"
            f"QPlainTextEdit {{ font-size: {self.body}px; }}"
            f'QLabel[role="chip"] {{ font-size: {self.note}px; min-height: {chip}px;'
            f" max-height: {chip}px; border-radius: {chip // 2}px; }}"
            f'QLabel[role="small"] {{ font-size: {self.note}px; }}'
        )


def set_size(widget: QWidget, pixels: int, *, bold: bool = False) -> None:
    """Of a widget whose role gives it no size."""
    font = QFont(widget.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    widget.setFont(font)


def enlarge(inside: QWidget, type_: LargeType) -> None:
    """Every label in there whose size is not the window's sheet's; notes stay smaller."""
    for label in inside.findChildren(QLabel):
        role = label.property("role")
        if role in ("chip", "small"):
            continue
        pixels = type_.note if role == "muted" else type_.body
        set_size(label, pixels, bold=role == "heading")
