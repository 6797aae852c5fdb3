"""Words a review's comments as remarks, each with what was said at its moment."""

from collections.abc import Sequence
from dataclasses import replace

from qa_desktop.interactions.model import Turn
from qa_desktop.reviews.model import Comment
from qa_desktop.reviews.quoting import spans_of
from qa_desktop.sheets.content import Remark
from qa_desktop.sheets.wordings import moment

LONGEST_QUOTE = 220
SILENCE_MS = 3000
SOON_MS = 1000
# Chinese has no spaces to cut at.
_LONGEST_WORD = 24


def to_remark(number: int, comment: Comment, turns: Sequence[Turn]) -> Remark:
    start, end = comment.start_ms, comment.end_ms
    at = ""
    if start is not None:
        at = moment(start) if end is None else f"{moment(start)}–{moment(end)}"
    elif comment.turn is not None:
        at = f"#{comment.turn + 1}"
    return Remark(
        number=number,
        kind=comment.kind,
        moment=at,
        text=comment.text,
        quote=quote(comment, turns),
        start_ms=start,
        end_ms=end,
    )


def quote(comment: Comment, turns: Sequence[Turn]) -> str:
    """The words the comment is about, "" where there are none; long pauses are shown as "(6.3 s)".

    For a span of words exactly these; for a turn its text; for a moment the turn that is heard
    then or begins right after; for a span of time the turns within it.
    """
    if comment.turn is not None:
        by_position = {turn.position: turn for turn in turns}
        spans = spans_of(comment, by_position)
        return _shorten(
            _joined([replace(turn, text=turn.text[start:end]) for turn, start, end in spans])
        )
    if comment.start_ms is None:
        return ""
    timed = [turn for turn in turns if turn.start_ms is not None]
    if comment.end_ms is None:
        meant = _heard_or_next(timed, comment.start_ms)
        return _shorten(meant.text) if meant else ""
    within = _around(timed, comment.start_ms, comment.end_ms)
    return _shorten(_joined(within))


def _heard_or_next(turns: Sequence[Turn], position_ms: int) -> Turn | None:
    """Who speaks then, else who begins to right after, else who spoke last."""

    def end(turn: Turn) -> int:
        return turn.end_ms if turn.end_ms is not None else turn.start_ms or 0

    heard = [turn for turn in turns if (turn.start_ms or 0) <= position_ms <= end(turn)]
    soon = [turn for turn in turns if 0 < (turn.start_ms or 0) - position_ms <= SOON_MS]
    before = [turn for turn in turns if (turn.start_ms or 0) <= position_ms]
    return next(iter((*heard, *soon, *before[-1:])), None)


def _around(turns: Sequence[Turn], start_ms: int, end_ms: int) -> list[Turn]:
    """The turns that touch the span; over silence, the one before it and the one after."""
    touched = [
        turn
        for turn in turns
        if (turn.start_ms or 0) < end_ms and (turn.end_ms or turn.start_ms or 0) > start_ms
    ]
    if touched:
        return touched
    before = [turn for turn in turns if (turn.start_ms or 0) <= start_ms]
    after = [turn for turn in turns if (turn.start_ms or 0) >= end_ms]
    return before[-1:] + after[:1]


def _joined(turns: Sequence[Turn]) -> str:
    parts: list[str] = []
    last_end: int | None = None
    for turn in turns:
        start = turn.start_ms or 0
        if last_end is not None and start - last_end >= SILENCE_MS:
            parts.append(f"({(start - last_end) / 1000:.1f} s)")
        parts.append(f"“{turn.text}”")
        last_end = turn.end_ms if turn.end_ms is not None else start
    joined = " ".join(parts)
    return joined[1:-1] if len(turns) == 1 else joined


def _shorten(words: str) -> str:
    words = " ".join(words.split())
    if len(words) <= LONGEST_QUOTE:
        return words
    cut = words[: LONGEST_QUOTE - 1]
    space = cut.rfind(" ", len(cut) - _LONGEST_WORD)
    return (cut[:space] if space > 0 else cut).rstrip("“") + "…"
