"""Comments in the order of time, numbered as their pins are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa_desktop.desktop.review.state import CommentState
from qa_desktop.interactions.model import Turn
from qa_desktop.reviews.model import Comment
from qa_desktop.reviews.quoting import quoted_words
from qa_desktop.rubrics.model import Rubric

_LAST = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a comment sits: a moment, a span, a turn or words of it; all None: the whole."""

    start_ms: int | None = None
    end_ms: int | None = None
    turn: int | None = None
    start_char: int | None = None
    end_char: int | None = None
    end_turn: int | None = None


class AnchorChoice(StrEnum):
    """Where a comment can be moved to: the playhead, the range, the current turn, the words that
    are selected, the whole interaction; POINT leaves the beginning of a span."""

    HERE = "here"
    TURN = "turn"
    RANGE = "range"
    WORDS = "words"
    POINT = "point"
    WHOLE = "whole"


def order_key(
    start_ms: int | None, turn: int | None, start_char: int | None, turns: Mapping[int, Turn]
) -> tuple[float, int, int]:
    """By time; turns without times by their position, remarks on the whole at the end."""
    if start_ms is None and turn is None:
        return (_LAST, 0, 0)
    said = turns.get(turn) if turn is not None else None
    begin = start_ms if start_ms is not None else (said.start_ms if said else None)
    return (float(begin or 0), -1 if turn is None else turn, start_char or 0)


def comment_states(
    comments: Sequence[Comment],
    pending: Comment | None,
    editing: str | None,
    turns: Mapping[int, Turn],
    rubric: Rubric,
    language: str,
) -> tuple[CommentState, ...]:
    """`pending` is a comment begun and not yet written; it takes its place among the others."""
    items = {item.id: (number, item) for number, item in enumerate(rubric.items(), start=1)}
    every = [*comments, pending] if pending is not None else list(comments)
    every.sort(key=lambda c: (*order_key(c.start_ms, c.turn, c.start_char, turns), c.created_at))
    states = []
    for number, comment in enumerate(every, start=1):
        item_number, item = items.get(comment.item_id or "", (None, None))
        states.append(
            CommentState(
                id=comment.id,
                number=number,
                kind=comment.kind,
                text=comment.text,
                start_ms=comment.start_ms,
                end_ms=comment.end_ms,
                turn=comment.turn,
                start_char=comment.start_char,
                end_char=comment.end_char,
                end_turn=comment.end_turn,
                quote=quoted_words(comment, turns),
                item_id=comment.item_id,
                item_number=item_number,
                item_text=item.text.to(language) if item else "",
                editing=comment.id == editing,
                pending=comment is pending,
            )
        )
    return tuple(states)
