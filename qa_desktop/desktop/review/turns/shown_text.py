"""What of a message is shown at first: no markup, no quoted mail, not all of a long one.

Comments count the characters of the imported text; each piece knows where it stands there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from qa_desktop.desktop.review.conversation.quoted_mail import quoted_spans

HIDDEN = "⋯"
_TAG_NAMES = (
    "p|br|div|span|b|i|u|s|em|strong|a|ul|ol|li|table|thead|tbody|tr|td|th|img|font|center|"
    "blockquote|pre|code|hr|h[1-6]|small|sub|sup|html|body|head|meta|o:p"
)
_MARKUP = re.compile(
    rf"<!--[^<>]*-->|<(?P<silent>style|script)\b[^<>]*>[^<]*</(?P=silent)>"
    rf"|</?(?P<name>{_TAG_NAMES})(?:\s[^<>]*)?/?>|&(?:#\d{{1,6}}|#x[0-9a-fA-F]{{1,5}}|[a-z]{{2,8}});",
    re.IGNORECASE,
)
_BLOCKS = frozenset(("p", "div", "li", "tr", "blockquote", "pre", "table", "ul", "ol"))
_EDITED = re.compile(r"\s*\u200e?<(?:This message was edited|此消息已被?编辑|消息已编辑)>")
_LONG, _KEPT = 1100, 780
_MOST_LINES, _KEPT_LINES = 18, 12
_WIDE_FROM = "\u2e80"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the imported text, shown as `shown`."""

    start: int
    end: int
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Folds:
    """What a message hides until it is asked for, each with how much: lines of quoted mail,
    lines of the rest, whether there was markup."""

    quoted_lines: int = 0
    more_lines: int = 0
    markup: bool = False
    edited: bool = False

    @property
    def any(self) -> bool:
        return bool(self.quoted_lines or self.more_lines)


class ShownText:
    """A message as it is shown; positions can be told from those of the imported text and back."""

    def __init__(self, pieces: Sequence[Piece], folds: Folds) -> None:
        self.folds = folds
        self._pieces = [piece for piece in pieces if piece.start < piece.end]
        self._starts = [piece.start for piece in self._pieces]
        self._places: list[int] = []
        at = 0
        for piece in self._pieces:
            self._places.append(at)
            at += len(piece.shown)
        self.text = "".join(piece.shown for piece in self._pieces)

    def to_shown(self, char: int) -> int:
        """Where a position of the imported text is; in what is hidden: where that is left out."""
        index = bisect_right(self._starts, char) - 1
        if index < 0:
            return 0
        piece, place = self._pieces[index], self._places[index]
        inside = char - piece.start
        if _as_it_is(piece):
            return place + min(inside, len(piece.shown))
        return place + (len(piece.shown) if char >= piece.end else 0)

    def to_source(self, place: int) -> int:
        """The position in the imported text; beside what is hidden: before it."""
        for piece, begin in zip(self._pieces, self._places, strict=True):
            if piece.shown and place <= begin + len(piece.shown):
                inside = place - begin
                return piece.start + inside if _as_it_is(piece) else _side(piece, inside)
        return self._pieces[-1].end if self._pieces else 0

    def tight(self, start: int, end: int) -> tuple[int, int]:
        """The same words without what is left out before and after them."""
        first, last = self.to_shown(start), self.to_shown(end)
        for piece, begin in zip(self._pieces, self._places, strict=True):
            if first < begin + len(piece.shown):
                inside = max(first - begin, 0)
                start = piece.start + (inside if _as_it_is(piece) else 0)
                break
        return start, max(self.to_source(last), start)

    def shows(self, start: int, end: int) -> bool:
        """Whether any of these characters can be seen."""
        return self.to_shown(start) < self.to_shown(end) or start == end


def shown_text(text: str, *, opened: bool = False, as_imported: bool = False) -> ShownText:
    """`opened`: with the quoted mail and to the end; `as_imported`: every character of it."""
    whole = [Piece(0, len(text), text)]
    plain = list(_readable(whole))
    pieces = whole if as_imported else list(_cut_out(plain, _EDITED))
    shorter, quoted = _quotes_folded(pieces)
    shorter, more = _end_folded(shorter)
    folds = Folds(
        quoted_lines=quoted,
        more_lines=more,
        markup=len(plain) > 1,
        edited=_EDITED.search(text) is not None,
    )
    return ShownText(pieces if opened else shorter, folds)


def _as_it_is(piece: Piece) -> bool:
    return len(piece.shown) == piece.end - piece.start


def _side(piece: Piece, inside: int) -> int:
    return piece.end if inside >= len(piece.shown) else piece.start


def _readable(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Tags that mail programs write become line ends or nothing, entities their characters.

    Text in angle brackets that no mail program writes stays.
    """
    for piece in pieces:
        text, at, before = piece.shown, 0, "\n"
        for match in _MARKUP.finditer(text):
            if at < match.start():
                yield _part(piece, at, match.start())
                before = text[match.start() - 1]
            at = match.end()
            shown = _instead_of(match, before, ends=not text[at:].strip())
            yield Piece(piece.start + match.start(), piece.start + at, shown)
            before = shown or before
        if at < len(text):
            yield _part(piece, at, len(text))


def _instead_of(match: re.Match[str], before: str, *, ends: bool) -> str:
    """`before` is what is shown last; `ends`: nothing follows."""
    said = match.group()
    if said.startswith("&"):
        character = unescape(said)
        return " " if character == "\xa0" else character
    name = (match["name"] or "").casefold()
    if name in ("br", "hr"):
        return "" if ends else "\n"
    ends_a_line = name in _BLOCKS and not ends and before != "\n"
    return "\n" if ends_a_line else ""


def _part(piece: Piece, start: int, end: int) -> Piece:
    return Piece(piece.start + start, piece.start + end, piece.shown[start:end])


def _cut_out(pieces: Sequence[Piece], pattern: re.Pattern[str]) -> Iterator[Piece]:
    for piece in pieces:
        match = pattern.search(piece.shown) if _as_it_is(piece) else None
        if match is None:
            yield piece
            continue
        yield _part(piece, 0, match.start())
        yield Piece(piece.start + match.start(), piece.start + match.end(), "")
        yield _part(piece, match.end(), len(piece.shown))


def _quotes_folded(pieces: list[Piece]) -> tuple[list[Piece], int]:
    text = "".join(piece.shown for piece in pieces)
    spans = quoted_spans(text)
    if not spans or not _without(text, spans).strip():
        return pieces, 0
    lines = sum(text[start:end].strip("\n").count("\n") + 1 for start, end in spans)
    for start, end in reversed(spans):
        if text[end:].strip():
            pieces = _hidden(pieces, start, end)
        else:
            # At the end nothing needs to tell where it was.
            start = len(text[:start].rstrip())
            pieces = _hidden(pieces, start, len(text), sign="")
    return pieces, lines


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text


def _end_folded(pieces: list[Piece]) -> tuple[list[Piece], int]:
    text = "".join(piece.shown for piece in pieces)
    if _weight(text) <= _LONG and text.count("\n") < _MOST_LINES:
        return pieces, 0
    cut = _cut_at(text)
    hidden = text[cut:].strip()
    if not hidden:
        return pieces, 0
    lines = sum(1 + _weight(line) // 90 for line in hidden.split("\n") if line.strip())
    return _hidden(pieces, cut, len(text)), lines


def _weight(text: str) -> int:
    """Letters, Chinese ones twice: they are twice as wide."""
    return len(text) + sum(letter >= _WIDE_FROM for letter in text)


def _cut_at(text: str) -> int:
    """After so many lines, or so much text, at the end of a line, a sentence or a word."""
    weight = breaks = 0
    for at, letter in enumerate(text):
        weight += 2 if letter >= _WIDE_FROM else 1
        breaks += letter == "\n"
        if breaks >= _KEPT_LINES:
            return at
        if weight >= _KEPT and (letter in " \n。！？；，" or weight >= _KEPT + 60):
            return at + 1
    return len(text)


def _hidden(pieces: Sequence[Piece], start: int, end: int, sign: str = HIDDEN) -> list[Piece]:
    """With the shown characters from `start` up to `end` left out, and a sign for them."""
    kept: list[Piece] = []
    at = 0
    told = False
    for piece in pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.shown))
        at += len(piece.shown)
        if first >= last:
            kept.append(piece)
            continue
        whole = not _as_it_is(piece)
        if first > 0 and not whole:
            kept.append(_part(piece, 0, first))
        begin, stop = (0, len(piece.shown)) if whole else (first, last)
        source = (piece.start, piece.end) if whole else (piece.start + begin, piece.start + stop)
        kept.append(Piece(*source, "" if told else sign))
        told = True
        if last < len(piece.shown) and not whole:
            kept.append(_part(piece, last, len(piece.shown)))
    return kept
