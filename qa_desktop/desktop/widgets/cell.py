"""What stands in one cell of a table."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

CELL_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """`tone` and `icon_tone` name colours of the theme; `icon_tone` "" is the text's.

    `chips` stand instead of the text. `number`: at the right.
    """

    text: str = ""
    icon: str = ""
    tone: str = "text"
    icon_tone: str = ""
    strong: bool = False
    number: bool = False
    chips: tuple[str, ...] = ()
    tooltip: str = ""
