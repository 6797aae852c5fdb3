"""The words that a comment is on, as they read now."""

from collections.abc import Mapping
from typing import Protocol

from qa_desktop.interactions.corrections import to_shown
from qa_desktop.interactions.model import Turn


class Anchored(Protocol):
    """A comment, or what is shown of one, as far as it stands on turns."""

    @property
    def turn(self) -> int | None: ...
    @property
    def start_char(self) -> int | None: ...
    @property
    def end_char(self) -> int | None: ...
    @property
    def end_turn(self) -> int | None: ...


def spans_of(comment: Anchored, turns: Mapping[int, Turn]) -> list[tuple[Turn, int, int]]:
    """Each turn that a comment is anchored to, with the characters of its text as shown.

    `turns` by their position.
    """
    first = comment.turn
    if first is None:
        return []
    last = first if comment.end_turn is None else comment.end_turn
    return [
        (turns[position], *_span(comment, turns[position], first, last))
        for position in range(first, last + 1)
        if position in turns
    ]


def _span(comment: Anchored, turn: Turn, first: int, last: int) -> tuple[int, int]:
    if comment.start_char is None or comment.end_char is None:
        return 0, len(turn.text)
    anchored = comment.start_char, comment.end_char
    if first == last:
        return to_shown(turn, *anchored)
    if turn.position == first:
        return to_shown(turn, anchored[0], anchored[0])[0], len(turn.text)
    return 0, to_shown(turn, anchored[1], anchored[1])[1] if turn.position == last else len(
        turn.text
    )


def quoted_words(comment: Anchored, turns: Mapping[int, Turn]) -> str:
    """The words that were selected; those of several turns on lines of their own, "" for none."""
    if None in (comment.turn, comment.start_char, comment.end_char):
        return ""
    return "\n".join(turn.text[start:end] for turn, start, end in spans_of(comment, turns))
