"""Brings turns into order and their text into shape."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from html import unescape

from qa_desktop.interactions.model import Turn

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
_TAG = re.compile(r"<(?:!--[^<>]*--|(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^<>]*))>")
_ADDRESS = re.compile(r"""\bsrc\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))""", re.IGNORECASE)
_BREAKING = frozenset(("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"))
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


def plain_text(markup: str) -> tuple[str, tuple[str, ...]]:
    """The text of an HTML message, and the addresses of pictures in it.

    Tags are found one by one in linear time: html.parser needs the square of it for broken markup.
    """
    if "<" not in markup:
        return unescape(markup), ()
    parts: list[str] = []
    pictures: list[str] = []
    silent = False
    position = 0
    for match in _TAG.finditer(markup):
        if not silent:
            parts.append(unescape(markup[position : match.start()]))
        position = match.end()
        tag = (match["name"] or "").lower()
        if tag in ("style", "script"):
            silent = not match["end"]
        elif tag == "img" and (address := _ADDRESS.search(match["rest"])):
            pictures.append(unescape(address[1] or address[2] or address[3]))
        elif tag in _BREAKING:
            parts.append("\n- " if tag == "li" and not match["end"] else "\n")
    if not silent:
        parts.append(unescape(markup[position:]))
    return clean("".join(parts)), tuple(pictures)
