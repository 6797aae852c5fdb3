"""How large a dialog begins."""

from PySide6.QtWidgets import QDialog

from qa_desktop.desktop.theme import tokens


def begin_with_size(dialog: QDialog, width: int, height: int) -> None:
    """As large as designed, more for larger text, but within the screen."""
    room = dialog.screen().availableGeometry().size()
    dialog.resize(
        min(tokens.scaled(width), room.width() - 2 * tokens.WIDE),
        min(tokens.scaled(height), room.height() - 2 * tokens.LOOSE),
    )


def begin_as_tall_as_told(dialog: QDialog) -> None:
    """As tall as its words need, within the screen; for the end of a dialog's constructor.

    Left to itself, Qt gives no dialog more than two thirds of the screen, and cuts wrapped words.
    """
    room = dialog.screen().availableGeometry().size()
    hint, layout = dialog.sizeHint(), dialog.layout()
    width = min(max(dialog.minimumWidth(), hint.width()), room.width() - 2 * tokens.WIDE)
    tall = layout.totalHeightForWidth(width) if layout is not None else -1
    dialog.resize(width, min(max(tall, hint.height()), room.height() - 2 * tokens.LOOSE))
