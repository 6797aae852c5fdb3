"""Numbers from their decimal text, and scores back to text."""

import re
from decimal import Decimal
from fractions import Fraction

# A binary double keeps 15 decimal digits apart, so within them the content hash, whose numbers
# are doubles, differs whenever the exact number does.
MAX_DIGITS = 15

_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_LONGEST_TEXT = 64
_MOST_DECIMALS = 20


def looks_like_number(text: str) -> bool:
    """Whether YAML 1.2 (core schema) reads the plain text as a number."""
    return any(form.fullmatch(text) is not None for form in (_NUMBER, _OTHER_BASE))


def exact(text: str) -> Decimal | None:
    """The number, or None when it has more than 15 digits before or after its point."""
    if len(text) > _LONGEST_TEXT:
        return None
    if _OTHER_BASE.fullmatch(text):
        return within_digits(Decimal(int(text, 0)))
    mantissa, _, exponent = text.lower().partition("e")
    if len(exponent) > 4:
        return None
    return within_digits(Decimal(f"{mantissa}e{exponent}" if exponent else mantissa))


def within_digits(number: Decimal) -> Decimal | None:
    """`number` without trailing zeros, or None when it has too many digits to be kept exactly."""
    if not number:
        return Decimal(0)
    digits, exponent = number.as_tuple().digits, number.as_tuple().exponent
    if not isinstance(exponent, int):
        return None
    stripped = len(digits)
    while digits[stripped - 1] == 0:
        stripped -= 1
    exponent += len(digits) - stripped
    if stripped > MAX_DIGITS or exponent < -MAX_DIGITS or stripped + exponent > MAX_DIGITS:
        return None
    sign = 1 if number.is_signed() else 0
    return Decimal((sign, digits[:stripped], exponent))


def answered(number: Decimal) -> Decimal | None:
    """`number` as an answer, which nobody hashes: what programs compute (0.1 + 0.2) has up to 17
    digits. None when even a binary double could not keep it exactly, or it is out of all reason.
    """
    kept = within_digits(number)
    if kept is not None:
        return kept
    reasonable = -_MOST_DECIMALS <= number.adjusted() <= MAX_DIGITS
    return number if reasonable and Decimal(repr(float(number))) == number else None


def number_text(number: Decimal | Fraction) -> str:
    """Plain decimal text, shortest, without an exponent: "0.65", "5", "-20"."""
    if isinstance(number, Fraction):
        number = Decimal(number.numerator) / Decimal(number.denominator)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def round_half_up(value: Fraction, decimals: int) -> Fraction:
    """Ties go away from zero."""
    scale = 10**decimals
    doubled = 2 * abs(value.numerator) * scale + value.denominator
    whole = doubled // (2 * value.denominator)
    return Fraction(-whole if value < 0 else whole, scale)


def format_score(value: Fraction, decimals: int) -> str:
    """Rounded half-up to exactly `decimals` digits after the point; never "-0.00"."""
    rounded = round_half_up(value, decimals)
    scaled = abs(rounded.numerator) * 10**decimals // rounded.denominator
    digits = str(scaled).rjust(decimals + 1, "0")
    sign = "-" if rounded < 0 else ""
    if not decimals:
        return sign + digits
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"
