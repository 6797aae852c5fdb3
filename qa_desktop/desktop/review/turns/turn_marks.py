"""Which words of which turns carry comments, search matches and the word being said."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.turns.turn_selection import Selection
from qa_desktop.interactions.model import Turn
from qa_desktop.reviews.model import CommentKind
from qa_desktop.reviews.quoting import spans_of

_SOON_MS = 1000
_JUST_BEGUN_MS = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnMark:
    """A comment on a turn: `start_char`/`end_char` span the words it is on."""

    comment_id: str
    number: int
    kind: CommentKind
    turn: int
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    turn: int
    start_char: int
    end_char: int


def marks_of(comments: Sequence[CommentState], turns: Sequence[Turn]) -> tuple[TurnMark, ...]:
    """A comment on a moment marks the turn that is being spoken then."""
    by_position = {turn.position: turn for turn in turns}
    timeline = Timeline(turns)
    marks = []
    for comment in comments:
        position = comment.turn
        if position is None and comment.start_ms is not None:
            position = timeline.turn_about(comment.start_ms, comment.end_ms)
        turn = by_position.get(position) if position is not None else None
        if turn is None:
            continue
        spans = spans_of(comment, by_position) if comment.turn is not None else ()
        for said, start, end in spans or ((turn, 0, len(turn.text)),):
            marks.append(
                TurnMark(
                    comment_id=comment.id,
                    number=comment.number,
                    kind=comment.kind,
                    turn=said.position,
                    start_char=start,
                    end_char=end,
                )
            )
    return tuple(marks)


def matches_of(text: str, turns: Sequence[Turn]) -> tuple[Match, ...]:
    """Where `text` stands in the turns, in order, whatever its case, width and accents."""
    wanted = folded(text).strip()
    found: list[Match] = []
    if not wanted:
        return ()
    for turn in turns:
        said = folded(turn.text)
        places = None if len(said) == len(turn.text) else _places(turn.text)
        at = said.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            start, stop = (at, end) if places is None else (places[at], places[end - 1] + 1)
            found.append(Match(turn=turn.position, start_char=start, end_char=stop))
            at = said.find(wanted, end)
    return tuple(found)


class _Folding(dict[int, str]):
    """What each letter is compared as: A, Ａ, á and Á are all a; ß is ss."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = unicodedata.normalize("NFKD", letter)
        plain = "".join(part for part in parts if part not in _ACCENTS).casefold()
        kept = " " if letter.isspace() else plain or letter
        self[code] = kept
        return kept


# Not the marks of other scripts: those tell letters apart.
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
_FOLDING = _Folding()


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """As searching compares it; mostly one letter for one."""
    return text.translate(_FOLDING)


def _places(text: str) -> list[int]:
    """Which letter of the text each folded one comes from."""
    return [at for at, letter in enumerate(text) for _ in folded(letter)]


class Timeline:
    """Finds what is being said at a moment, by bisection."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        timed = [turn for turn in turns if turn.start_ms is not None]
        self._turns = sorted(timed, key=lambda turn: turn.start_ms or 0)
        self._starts = [turn.start_ms or 0 for turn in self._turns]

    def turn_at(self, moment_ms: int) -> int | None:
        """The turn begun last; None before the first."""
        at = bisect_right(self._starts, moment_ms) - 1
        return self._turns[at].position if at >= 0 else None

    def turn_about(self, start_ms: int, end_ms: int | None) -> int | None:
        """The turn that a comment is about: the one being said, or begun within its range or
        within a second after it, else the one before it."""
        at = bisect_right(self._starts, start_ms) - 1
        said = self._turns[at].end_ms if at >= 0 else 0
        if at >= 0 and (said is None or said > start_ms):
            return self._turns[at].position
        until_ms = end_ms if end_ms is not None else start_ms + _SOON_MS
        if at + 1 < len(self._starts) and self._starts[at + 1] < until_ms:
            return self._turns[at + 1].position
        return self._turns[at].position if at >= 0 else None

    def step(self, moment_ms: int, by: int) -> int | None:
        """The next turn by time (1), the one being said from its beginning, or, where it has only
        just begun, the one before (-1); None without times."""
        if not self._starts:
            return None
        at = bisect_right(self._starts, moment_ms)
        if by > 0:
            return self._turns[min(at, len(self._turns) - 1)].position
        just_begun = at > 0 and moment_ms - self._starts[at - 1] < _JUST_BEGUN_MS
        if just_begun:
            at = bisect_left(self._starts, self._starts[at - 1])
        return self._turns[max(at - 1, 0)].position

    def word_at(self, turn: Turn, moment_ms: int) -> int | None:
        """The index of the word being said; None between words and without timings."""
        for index, word in enumerate(turn.words):
            if word.start_ms <= moment_ms < word.end_ms:
                return index
        return None


def said_in(turn: Turn, chosen: Selection) -> tuple[int | None, int | None]:
    """When the selected words of a turn begin and end; as near as the times of the import go."""
    span = chosen.span_in(turn.position, len(turn.text)) or (0, len(turn.text))
    said = [
        word
        for word, (first, last) in zip(turn.words, word_spans(turn), strict=True)
        if first < span[1] and last > span[0]
    ]
    if said:
        return said[0].start_ms, said[-1].end_ms
    return turn.start_ms, turn.end_ms


def word_spans(turn: Turn) -> tuple[tuple[int, int], ...]:
    """Where each timed word stands in the turn's text; a word that isn't there has no width."""
    spans = []
    at = 0
    for word in turn.words:
        found = turn.text.find(word.text, at)
        if found < 0:
            spans.append((at, at))
            continue
        at = found + len(word.text)
        spans.append((found, at))
    return tuple(spans)
