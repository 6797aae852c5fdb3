"""Words corrected over the imported text: what they stand for, and when they are said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate

from qa_desktop.interactions.model import Correction, Turn, Word

# A word with its apostrophes and points, a run of space, or one other character: a Chinese one is
# a word of its own, as is a sign of punctuation.
_PIECES = re.compile(r"[^\W\u2e80-\U0003ffff]+(?:['’.,][^\W\u2e80-\U0003ffff]+)*|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`start_char` up to `end_char` of the imported text reads `text`."""

    start_char: int
    end_char: int
    text: str


def changes_of(imported: str, wanted: str) -> tuple[Change, ...]:
    """The fewest words that must be changed to make one text of the other.

    A word that was added or taken away is told with the one beside it, so that there is always
    something that was and something that is, but where a whole text is empty.
    """
    old, new = _PIECES.findall(imported), _PIECES.findall(wanted)
    # No autojunk: it takes words that are often said for noise.
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    spans: list[list[int]] = []
    for tag, *span in matcher.get_opcodes():
        if tag == "equal":
            continue
        while _hollow(old[span[0] : span[1]], new[span[2] : span[3]]) and span[0] and span[2]:
            span[0], span[2] = span[0] - 1, span[2] - 1
        while (
            _hollow(old[span[0] : span[1]], new[span[2] : span[3]])
            and span[1] < len(old)
            and span[3] < len(new)
        ):
            span[1], span[3] = span[1] + 1, span[3] + 1
        if spans and not "".join(old[spans[-1][1] : span[0]]).strip():
            known = spans[-1]
            spans[-1] = [known[0], max(known[1], span[1]), known[2], max(known[3], span[3])]
        else:
            spans.append(span)
    starts = [0, *accumulate(map(len, old))]
    return tuple(
        Change(start_char=starts[first], end_char=starts[last], text="".join(new[begin:end]))
        for first, last, begin, end in spans
    )


def _hollow(old: Sequence[str], new: Sequence[str]) -> bool:
    return not "".join(old).strip() or not "".join(new).strip()


def corrected(turn: Turn, corrections: Sequence[Correction]) -> Turn:
    """An imported turn with its text and the times of its words as corrected."""
    if not corrections:
        return turn
    ordered = tuple(sorted(corrections, key=lambda each: each.start_char))
    parts, at = [], 0
    for each in ordered:
        parts += [turn.text[at : each.start_char], each.text]
        at = each.end_char
    text = "".join((*parts, turn.text[at:]))
    words = _retimed(turn, ordered, text)
    return replace(turn, text=text, words=words, corrections=ordered)


def imported_text(turn: Turn) -> str:
    """As it came in, before any correction."""
    parts, at = [], 0
    for each, (start, end) in zip(turn.corrections, shown_spans(turn), strict=True):
        parts += [turn.text[at:start], each.was]
        at = end
    return "".join((*parts, turn.text[at:]))


def shown_spans(turn: Turn) -> tuple[tuple[int, int], ...]:
    """Where each correction's words stand in the text as it is shown."""
    return tuple(shown for _, shown in _pieces(turn.corrections))


def to_shown(turn: Turn, start_char: int, end_char: int) -> tuple[int, int]:
    """Characters of the imported text as those of the shown one.

    A span that takes part of what was corrected takes all of its correction.
    """
    return _moved(_pieces(turn.corrections), start_char, end_char)


def to_imported(turn: Turn, start_char: int, end_char: int) -> tuple[int, int]:
    """Characters of the shown text as those of the imported one, in the same way."""
    swapped = [(shown, imported) for imported, shown in _pieces(turn.corrections)]
    return _moved(swapped, start_char, end_char)


_Piece = tuple[tuple[int, int], tuple[int, int]]


def _pieces(corrections: Sequence[Correction]) -> list[_Piece]:
    """Where each correction stands in the imported text, and where in the shown one."""
    pieces, moved = [], 0
    for each in corrections:
        start = each.start_char + moved
        pieces.append(((each.start_char, each.end_char), (start, start + len(each.text))))
        moved += len(each.text) - (each.end_char - each.start_char)
    return pieces


def _moved(pieces: Sequence[_Piece], start_char: int, end_char: int) -> tuple[int, int]:
    start, end = start_char, end_char
    for (here, until), (there, to) in pieces:
        if start_char >= until and not here == until == start_char:
            start = start_char + to - until
        elif start_char >= here:
            start = there
        if end_char >= until:
            end = end_char + to - until
        elif end_char > here:
            end = to
    return start, max(start, end)


def _spans(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where each timed word stands in the text; a word that isn't there has no width."""
    spans, at = [], 0
    for word in words:
        found = text.find(word.text, at)
        if found < 0:
            spans.append((at, at))
            continue
        at = found + len(word.text)
        spans.append((found, at))
    return spans


def _retimed(turn: Turn, corrections: Sequence[Correction], text: str) -> tuple[Word, ...]:
    """Words that were changed share the time of those they stand for; the others keep theirs."""
    if not turn.words:
        return ()
    spans = _spans(turn.text, turn.words)
    shown = replace(turn, text=text, words=(), corrections=tuple(corrections))
    groups = _groups(spans, corrections)
    words: list[Word] = []
    index = 0
    for first, last in groups:
        words += turn.words[index:first]
        taken = turn.words[first:last]
        start, end = spans[first][0], spans[last - 1][1]
        for each in corrections:
            if _touches(each, (start, end)):
                start, end = min(start, each.start_char), max(end, each.end_char)
        begin, finish = to_shown(shown, start, end)
        words += _shared(text[begin:finish], taken)
        index = last
    return (*words, *turn.words[index:])


def _touches(correction: Correction, span: tuple[int, int]) -> bool:
    return correction.start_char < span[1] and correction.end_char > span[0]


def _groups(
    spans: Sequence[tuple[int, int]], corrections: Sequence[Correction]
) -> list[tuple[int, int]]:
    """Which words, first up to last, each correction is about; those that share words are one."""
    groups: list[tuple[int, int]] = []
    for each in corrections:
        touched = [at for at, span in enumerate(spans) if _touches(each, span)]
        if not touched:
            # Between words: it goes with the one before, or with the first.
            before = [at for at, span in enumerate(spans) if span[1] <= each.start_char]
            touched = before[-1:] or [0]
        first, last = touched[0], touched[-1] + 1
        if groups and first < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(last, groups[-1][1]))
        else:
            groups.append((first, last))
    return groups


def _shared(text: str, timed: Sequence[Word]) -> list[Word]:
    """The words of `text` over the time of `timed`, each in proportion to its length."""
    pieces = text.split()
    if len(pieces) != len(timed):
        single = [piece for piece in _PIECES.findall(text) if not piece.isspace()]
        pieces = single if len(single) == len(timed) else pieces
    start_ms, end_ms = timed[0].start_ms, timed[-1].end_ms
    if len(pieces) == len(timed):
        return [
            Word(text=piece, start_ms=word.start_ms, end_ms=word.end_ms)
            for piece, word in zip(pieces, timed, strict=True)
        ]
    total = sum(map(len, pieces))
    words, passed = [], 0
    for piece in pieces:
        begin = start_ms + (end_ms - start_ms) * passed // total
        passed += len(piece)
        finish = start_ms + (end_ms - start_ms) * passed // total
        words.append(Word(text=piece, start_ms=begin, end_ms=finish))
    return words
