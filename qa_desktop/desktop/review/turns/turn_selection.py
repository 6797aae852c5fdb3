"""Words selected in turns: from a character of one to a character of the same or a later one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTextBoundaryFinder

from qa_desktop.desktop.review.turns.turn_layout import Utf16
from qa_desktop.interactions.model import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """`end_char` counts in `end_turn`; that is None where the selection stays in one turn.

    Characters are those of the text as it is shown.
    """

    turn: int
    start_char: int
    end_char: int
    end_turn: int | None = None

    @property
    def last_turn(self) -> int:
        return self.turn if self.end_turn is None else self.end_turn

    def span_in(self, position: int, length: int) -> tuple[int, int] | None:
        """Which characters of a turn of that length are selected; None for none."""
        if not self.turn <= position <= self.last_turn:
            return None
        start = self.start_char if position == self.turn else 0
        end = self.end_char if position == self.last_turn else length
        return (start, end) if start < end else None


Place = tuple[int, int]
"""A turn's position and a character of it."""


def between(one: Place, other: Place) -> Selection | None:
    """What lies between two places, whichever comes first; None where that is nothing."""
    first, last = sorted((one, other))
    if first == last:
        return None
    end_turn = None if first[0] == last[0] else last[0]
    return Selection(turn=first[0], start_char=first[1], end_char=last[1], end_turn=end_turn)


def trimmed(chosen: Selection, turns: Mapping[int, Turn]) -> Selection:
    """Without the space at its ends; as it was where there is nothing else."""
    first, last = turns[chosen.turn].text, turns[chosen.last_turn].text
    start, end = chosen.start_char, chosen.end_char
    least = start if chosen.end_turn is None else 0
    most = end if chosen.end_turn is None else len(first)
    while start < most and first[start].isspace():
        start += 1
    while end > max(least, start if chosen.end_turn is None else 0) and last[end - 1].isspace():
        end -= 1
    if chosen.end_turn is None and start >= end:
        return chosen
    return replace(chosen, start_char=start, end_char=end)


def text_of(chosen: Selection, turns: Iterable[Turn]) -> str:
    """The words; those of several turns on lines of their own."""
    parts = []
    for turn in turns:
        span = chosen.span_in(turn.position, len(turn.text))
        if span is not None:
            parts.append(turn.text[span[0] : span[1]])
    return "\n".join(parts)


def word_around(text: str, char: int) -> tuple[int, int]:
    """The word at a position, or the one that ends there; a single character of Chinese.

    Equal ends where there is only space or punctuation.
    """
    at = min(max(char, 0), len(text))
    words = word_bounds(text)
    touching = [word for word in words if word[0] <= at <= word[1]]
    beginning = [word for word in touching if word[0] <= at < word[1]]
    return next(iter((*beginning, *touching)), (at, at))


def word_bounds(text: str) -> Sequence[tuple[int, int]]:
    """Where each word stands: numbers and words with their apostrophes, single Chinese characters;
    no spaces and no punctuation."""
    utf16 = Utf16(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    bounds = []
    start = 0
    while (unit := finder.toNextBoundary()) >= 0:
        end = utf16.from_qt(unit)
        if any(letter.isalnum() for letter in text[start:end]):
            bounds.append((start, end))
        start = end
    return bounds
