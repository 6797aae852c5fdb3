"""Text in the columns of a terminal, where Chinese characters take two each."""

import unicodedata


def width_of(text: str) -> int:
    """In columns."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def fitted(text: str, width: int) -> str:
    """Exactly `width` columns: cut with an ellipsis, or filled with spaces."""
    if width_of(text) > width:
        while width_of(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - width_of(text))
