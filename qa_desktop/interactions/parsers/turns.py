"""Brings turns into order and their text into shape."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from html import unescape
from html.parser import HTMLParser

from qa_desktop.interactions.model import Turn

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """Without control characters and lone surrogates, which no database or PDF can keep."""
    text = text.encode("utf-8", "replace").decode() if not text.isascii() else text
    lines = (line.rstrip() for line in _CONTROL.sub("", text).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def arrange(turns: Iterable[Turn], *, sort: bool = True) -> tuple[Turn, ...]:
    """Number the turns that say something, in time's order where they have times.

    A turn without a time stays behind the one before it. Turns with a moment and no offset get
    one, counted from the first.
    """
    kept = [
        replace(turn, text=text, author=clean(turn.author) or None if turn.author else None)
        for turn in turns
        if (text := clean(turn.text)) or turn.attachments
    ]
    if sort:
        kept = _in_time(kept)
    moments = [turn.sent_at for turn in kept if turn.sent_at is not None]
    start = min(moments) if moments else None
    return tuple(
        replace(turn, position=position, start_ms=_offset(turn, start))
        for position, turn in enumerate(kept)
    )


def _in_time(turns: list[Turn]) -> list[Turn]:
    keyed: list[tuple[float, Turn]] = []
    last = float("-inf")
    for turn in turns:
        if turn.sent_at is not None:
            last = turn.sent_at.timestamp() * 1000
        elif turn.start_ms is not None:
            last = turn.start_ms
        keyed.append((last, turn))
    return [turn for _, turn in sorted(keyed, key=lambda pair: pair[0])]


def _offset(turn: Turn, start: datetime | None) -> int | None:
    if turn.start_ms is not None or turn.sent_at is None or start is None:
        return turn.start_ms
    return round((turn.sent_at - start).total_seconds() * 1000)


class _Page(HTMLParser):
    """Text and pictures of a message that was written as HTML."""

    BREAKING = frozenset(("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.pictures: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script"):
            self._silent += 1
        elif tag in self.BREAKING:
            self.parts.append("\n- " if tag == "li" else "\n")
        elif tag == "img" and (address := dict(attrs).get("src")):
            self.pictures.append(address)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._silent = max(0, self._silent - 1)
        elif tag in self.BREAKING - {"br", "li"}:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def plain_text(markup: str) -> tuple[str, tuple[str, ...]]:
    """The text of an HTML message, and the addresses of pictures in it."""
    if "<" not in markup:
        return unescape(markup), ()
    page = _Page()
    page.feed(markup)
    page.close()
    return clean("".join(page.parts)), tuple(page.pictures)
