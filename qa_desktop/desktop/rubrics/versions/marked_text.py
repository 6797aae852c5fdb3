"""A text in which words that went or came are marked."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.word_marks import Mark, Piece

# Not by colour alone: what went is struck out, what came is underlined.
_LINES = {Mark.GONE: "line-through", Mark.NEW: "underline"}
_TONES = {Mark.GONE: "bad", Mark.NEW: "good"}


def marked_label(theme: Theme, pieces: Sequence[Piece], shown: Mark) -> QLabel:
    """One side of a rewording: the words that both have, and those marked with `shown`."""
    label = make_label("", wrap=True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    side = [piece for piece in pieces if piece.mark in (Mark.SAME, shown)]
    colours = theme.colours()
    tone = _TONES[shown]
    style = (
        f"color:{getattr(colours, tone)}; background-color:{getattr(colours, f'{tone}_soft')};"
        f" text-decoration:{_LINES[shown]};"
    )
    label.setText(
        "".join(
            _html(piece.text)
            if piece.mark is Mark.SAME
            else f'<span style="{style}">{_html(piece.text)}</span>'
            for piece in side
        )
    )
    label.setAccessibleName("".join(piece.text for piece in side))
    return label


def _html(text: str) -> str:
    return escape(text.strip("\n")).replace("\n", "<br>")
