"""Points as people write them: 5, "5分", "10 pts", "20%", "-2", "扣2分", "0-5", "5/3/0"."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from qa_desktop.rubrics.exchange.grid import Cell
from qa_desktop.rubrics.numbers import exact

_UNIT = r"(?:分|点|points?|pts?|marks?|p)?"
_NUMBER = r"\d+(?:\.\d+)?"
_ONE = re.compile(
    rf"(?:满分|最高|共|计|max\.?|up to|≤|<=|分值)?\s*[:：]?\s*(?P<sign>[-+−–－]|扣减?|减|加)?\s*"
    rf"(?P<number>{_NUMBER})\s*(?P<percent>%)?\s*{_UNIT}\s*(?:/\s*(?:次|项|处|人次|each|time))?"
)
_RANGE = re.compile(rf"({_NUMBER})\s*{_UNIT}\s*(?:-|–|—|~|～|至|到|to)\s*({_NUMBER})\s*{_UNIT}")
_SEVERAL = re.compile(rf"{_NUMBER}\s*{_UNIT}(?:\s*[/、,，;；|]\s*{_NUMBER}\s*{_UNIT})+")
_TAKEN = "-−–－"
_INSIDE = re.compile(
    rf"[(（\[【]\s*(?:共|满分|权重|占)?\s*({_NUMBER})\s*(%)?\s*{_UNIT}\s*[)）\]】]\s*$"
)
_LOSSES = re.compile(rf"(?:扣减?|减|deduct|minus|[-−])\s*({_NUMBER})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` is never negative; `taken`: it is taken off. `percent`: 20 stands for 20 %.

    `added`: a bonus. `low` is the lower end of a range that was written; `several` are the scores
    that can be given.
    """

    value: Decimal
    percent: bool = False
    taken: bool = False
    added: bool = False
    low: Decimal | None = None
    several: tuple[Decimal, ...] = ()


def amount_of(cell: Cell) -> Amount | None:
    """None where the cell holds no amount, or one with too many digits to be kept."""
    if cell.number is not None:
        number = cell.number * 100 if cell.percent else cell.number
        kept = exact(format(abs(number), "f"))
        return None if kept is None else Amount(kept, cell.percent, taken=number < 0)
    return amount_in(cell.text)


def amount_in(text: str) -> Amount | None:
    """The same of a text that says nothing else."""
    plain = unicodedata.normalize("NFKC", text).strip().strip("()[]【】").strip().lower()
    if len(plain) > 60:
        return None
    if found := _RANGE.fullmatch(plain):
        low, high = exact(found[1]), exact(found[2])
        if low is None or high is None or low >= high:
            return None
        return Amount(high, low=low)
    if _SEVERAL.fullmatch(plain):
        scores = [exact(number) for number in re.findall(_NUMBER, plain)]
        known = tuple(score for score in scores if score is not None)
        return Amount(max(known), several=known) if len(known) == len(scores) else None
    found = _ONE.fullmatch(plain)
    number = exact(found["number"]) if found else None
    if found is None or number is None:
        return None
    sign = found["sign"] or ""
    taken = bool(sign) and (sign in _TAKEN or sign.startswith(("扣", "减")))
    return Amount(number, bool(found["percent"]), taken=taken, added=sign in ("+", "加"))


def without_amount(title: str) -> tuple[str, Amount | None]:
    """ "一、服务规范（30分）" as the title alone and its 30."""
    found = _INSIDE.search(unicodedata.normalize("NFKC", title))
    if found is None:
        return title.strip(), None
    number = exact(found[1])
    cut = re.sub(r"\s*[(（\[【][^(（\[【]*[)）\]】]\s*$", "", title).strip()
    if number is None or not cut:
        return title.strip(), None
    return cut, Amount(number, bool(found[2]))


def losses_in(text: str) -> list[Decimal]:
    """What a standard says is taken off: "未问候扣2分；语速过快扣0.5分"."""
    found = [exact(number) for number in _LOSSES.findall(unicodedata.normalize("NFKC", text))]
    return [number for number in found if number]


def plain_number(number: Decimal) -> str:
    """Shortest, without an exponent."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
