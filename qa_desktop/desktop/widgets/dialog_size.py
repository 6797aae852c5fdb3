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
