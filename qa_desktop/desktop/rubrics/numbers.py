"""Exact numbers as a form writes them."""

from fractions import Fraction

_DECIMALS = 2


def number_text(number: Fraction) -> str:
    """At most two decimals, without needless zeros."""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.{_DECIMALS}f}".rstrip("0").rstrip(".")


def percent_text(percent: Fraction) -> str:
    return f"{number_text(percent)} %"
