"""Marks in two wordings of a text which words went and which came."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A run of letters is a word; of Chinese, Japanese and Korean each character is one.
_TOKEN = re.compile(
    r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]|[\U00020000-\U0003ffff]"
    r"|[^\W_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+|\s+|."
)
# More words than that are compared as a whole: the comparison takes the square of their number.
_MOST_WORDS = 1500
_LEAST_ALIKE = 0.35


class Mark(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row with one mark."""

    text: str
    mark: Mark


def word_marks(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in one: without the new pieces it is `old`, without the gone ones `new`."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    pieces = [Piece("".join(before[:head]), Mark.SAME)]
    pieces += _middle(before[head : len(before) - tail], after[head : len(after) - tail])
    pieces.append(Piece("".join(before[len(before) - tail :]), Mark.SAME))
    kept = sum(len(piece.text) for piece in pieces if piece.mark is Mark.SAME)
    both = {Mark.GONE, Mark.NEW} <= {piece.mark for piece in pieces if piece.text}
    if both and kept * 2 < _LEAST_ALIKE * (len(old) + len(new)):
        # A few words in common by chance only confuse.
        pieces = [Piece(old, Mark.GONE), Piece(new, Mark.NEW)]
    return tuple(_joined(pieces))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _middle(before: list[str], after: list[str]) -> list[Piece]:
    if max(len(before), len(after)) > _MOST_WORDS:
        return [Piece("".join(before), Mark.GONE), Piece("".join(after), Mark.NEW)]
    pieces = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece("".join(before[a:b]), Mark.SAME))
        else:
            pieces.append(Piece("".join(before[a:b]), Mark.GONE))
            pieces.append(Piece("".join(after[c:d]), Mark.NEW))
    return pieces


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Without empty ones; a space between two changed words is changed with them."""
    kept: list[Piece] = []
    for number, piece in enumerate(pieces):
        lone = piece.mark is Mark.SAME and piece.text.isspace()
        if lone and 0 < number < len(pieces) - 1:
            kept += [Piece(piece.text, Mark.GONE), Piece(piece.text, Mark.NEW)]
        elif piece.text:
            kept.append(piece)
    return _runs(kept)


def _runs(pieces: list[Piece]) -> list[Piece]:
    """Between two same pieces, all that went stands before all that came."""
    runs: list[Piece] = []
    gone = new = ""
    for piece in [*pieces, Piece("", Mark.SAME)]:
        if piece.mark is Mark.GONE:
            gone += piece.text
        elif piece.mark is Mark.NEW:
            new += piece.text
        else:
            runs += [p for p in (Piece(gone, Mark.GONE), Piece(new, Mark.NEW)) if p.text]
            gone = new = ""
            if piece.text:
                runs.append(piece)
    return runs
