"""Numbers as a person types them and as the form shows them."""

from decimal import Decimal
from fractions import Fraction

from qa_desktop.rubrics.numbers import exact, looks_like_number, number_text
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.scoring import format_score


def typed_value(text: str) -> Plain:
    """The number that was typed; what is none is kept as it is, and an error says so."""
    plain = text.strip().replace("，", ".").replace(",", ".")
    if looks_like_number(plain):
        number = exact(plain)
        if number is not None:
            return number
    return text.strip()


def shown_number(value: Plain) -> str:
    """What stands in a number's field, whatever was written there."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return number_text(value)
        case str():
            return value
    return "…"


def percent(share: Fraction | None) -> str:
    """ "12.5 %", with at most one decimal; "" for None."""
    if share is None:
        return ""
    text = format_score(share, 1)
    return f"{text.removesuffix('.0')} %"
