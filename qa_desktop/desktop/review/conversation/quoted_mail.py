"""Where a message repeats mail that was written before."""

import re
from collections.abc import Callable, Sequence

_WROTE = re.compile(
    r"^(?:On\b.{4,160}\bwrote|Le\b.{4,160}\ba écrit|Am\b.{4,160}\bschrieb.{0,80}"
    r"|[于在]?.{2,120}(?:写道|寫道))\s*[:：]\s*$",
    re.DOTALL,
)
_FORWARDED = re.compile(
    r"^\s*[-_–—*]{2,}\s*(?:Original Message|Forwarded message|原始邮件|转发的?邮件|原邮件)",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\s*(?:From|发件人)\s*[:：]\s*\S", re.IGNORECASE)
_SENT = re.compile(r"^\s*(?:Sent|Date|To|Subject|发送时间|日期|收件人|主题)\s*[:：]", re.IGNORECASE)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where a message repeats what was written before: lines after ">", "On ... wrote:", and what
    stands below the head of another mail."""
    lines = _lines(text)
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        stop = _quote_end(text, lines, index)
        if stop is None:
            index += 1
            continue
        spans.append((lines[index][0], lines[stop - 1][1]))
        index = stop
    return spans


def _lines(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _quote_end(text: str, lines: Sequence[tuple[int, int]], index: int) -> int | None:
    """The line after the quote that begins at this line; None: none begins here."""

    def said(at: int) -> str:
        return text[slice(*lines[at])] if at < len(lines) else ""

    if _FORWARDED.match(said(index)) or (
        _FROM.match(said(index)) and sum(bool(_SENT.match(said(index + n))) for n in (1, 2, 3)) > 1
    ):
        return len(lines)
    for height in (1, 2) if said(index).strip() else ():
        head = "\n".join(said(index + n) for n in range(height))
        if index + height <= len(lines) and _WROTE.match(head.strip()):
            after = index + height
            while after < len(lines) and not said(after).strip():
                after += 1
            if after < len(lines) and said(after).lstrip().startswith(">"):
                return _marked_end(said, after, len(lines))
            return len(lines)
    if said(index).lstrip().startswith(">") and said(index + 1).lstrip().startswith(">"):
        return _marked_end(said, index, len(lines))
    return None


def _marked_end(said: Callable[[int], str], index: int, count: int) -> int:
    """After the last line with a mark; empty lines between such lines belong to them."""
    last = index
    at = index
    while at < count and (not said(at).strip() or said(at).lstrip().startswith(">")):
        if said(at).strip():
            last = at
        at += 1
    return last + 1
