"""Exact numbers as a person reads and types them."""

from fractions import Fraction

_MS_PER_UNIT = {"ms": 1, "s": 1000, "min": 60_000, "h": 3_600_000}


def number_text(value: Fraction) -> str:
    """The shortest decimal: 5, 2.5; at most three decimals where the number has no end."""
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.3f}".rstrip("0").rstrip(".")


def typed_number(text: str) -> Fraction | None:
    """What someone typed, with a comma or a point; None when it is no plain number."""
    plain = text.strip().replace(",", ".").replace("。", ".")
    whole, _, part = plain.partition(".")
    if not (whole + part).isdecimal() or not plain.isascii():
        return None
    return Fraction(plain)


def is_time_unit(unit: str) -> bool:
    return unit in _MS_PER_UNIT


def measured(unit: str, start_ms: int, end_ms: int) -> Fraction:
    """The time between two moments in `unit`, whichever was marked first."""
    return Fraction(abs(end_ms - start_ms), _MS_PER_UNIT[unit])
