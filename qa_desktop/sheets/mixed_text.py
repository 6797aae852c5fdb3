"""Breaks lines of Chinese, Latin and mixed text.

reportlab's own CJK breaking lets lines run over their width and draws over them, and starts lines
with closing quotation marks.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Paragraph
from reportlab.platypus import paragraph as reportlab_paragraph
from reportlab.platypus.paragraph import ParaLines

# The stubs lack these two.
cjk_unit: Any = vars(reportlab_paragraph)["cjkU"]
make_line: Any = vars(reportlab_paragraph)["makeCJKParaLine"]

FIRST_CJK = 0x2E80
# After GB/T 15834 and the W3C's requirements for Chinese text layout.
NOT_AT_START = frozenset("，。、；：？！）》】」』〉〕％‰”’…—·,.;:?!)]}%°～")
NOT_AT_END = frozenset("（《【「『〈〔“‘([{￥$#")


def may_break(before: str, after: str) -> bool:
    """Whether a line may end after `before` when `after` comes next."""
    if after == " " or after in NOT_AT_START or before in NOT_AT_END:
        return False
    return before == " " or ord(before) >= FIRST_CJK or ord(after) >= FIRST_CJK or before in "”’…"


def break_lines(characters: Sequence[str], widths: Sequence[float], room: float) -> list[int]:
    """The index after each line's last character; a run that may not break is cut at the edge."""
    ends: list[int] = []
    start = 0
    last_chance = 0
    used = 0.0
    index = 0
    while index < len(characters):
        if index > start and may_break(characters[index - 1], characters[index]):
            last_chance = index
        if used + widths[index] > room and index > start and characters[index] != " ":
            end = last_chance if last_chance > start else index
            ends.append(end)
            start = last_chance = index = end
            used = 0.0
            continue
        used += widths[index]
        index += 1
    return [*ends, len(characters)]


class MixedParagraph(Paragraph):
    """A paragraph whose lines break by the rules of Chinese text."""

    def breakLinesCJK(self, maxWidths: Any) -> Any:  # noqa: N802, N803 - reportlab's names
        if hasattr(self, "blPara") and getattr(self, "_splitpara", False):
            return self.blPara
        room = min(maxWidths) if isinstance(maxWidths, list | tuple) else maxWidths
        lines: list[Any] = []
        run: list[Any] = []
        for frag in self.frags:
            if hasattr(frag, "lineBreak"):
                lines += _lines(run or [cjk_unit(" ", frag, "utf8")], room)
                run = []
            run += [cjk_unit(character, frag, "utf8") for character in frag.text]
        if run:
            lines += _lines(run, room)
        self.height = 0
        return ParaLines(kind=1, lines=lines)


def _lines(units: list[Any], room: float) -> list[Any]:
    lines = []
    start = 0
    for end in break_lines(units, [unit.width for unit in units], room):
        line = units[start:end]
        while len(line) > 1 and line[-1] == " ":
            line = line[:-1]
        used = sum(unit.width for unit in line)
        spare = max(0.0, room - used)
        lines.append(make_line(line, room, used, spare, lineBreak=False, calcBounds=False))
        start = end
    return lines
