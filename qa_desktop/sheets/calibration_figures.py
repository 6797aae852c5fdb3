"""Figures of a calibration report as text."""

from qa_desktop.calibration.agreement import Coefficient, Why
from qa_desktop.sheets.calibration_content import Interval
from qa_desktop.sheets.calibration_words import ReportWords

NOTHING = "—"


def figure(value: float) -> str:
    """0.58, −0.08."""
    return signed(f"{value:.2f}")


def signed(text: str) -> str:
    """With a true minus sign, and none before nothing."""
    if not text.strip("-0."):
        text = text.lstrip("-")
    return text.replace("-", "−")


def interval_words(said: Coefficient) -> str:
    """ "[0.41, 0.72]", or "" without an interval."""
    if said.interval is None:
        return ""
    low, high = said.interval
    return f"[{figure(low)}, {figure(high)}]"


def coefficient_words(said: Coefficient, words: ReportWords) -> str:
    """ "0.58 [0.41, 0.72]", or why there is no figure."""
    if said.value is None:
        if said.why is None:
            return NOTHING
        return why_words(said.why, words)
    return f"{figure(said.value)} {interval_words(said)}".strip()


def why_words(why: Why, words: ReportWords) -> str:
    """In as few words as a table has room for."""
    if why is Why.NO_VARIATION:
        return words.label("no_variation")
    key = f"agreement.why.{why.name.lower()}"
    return words.each(lambda one: one(key))


def percent(value: float | None) -> str:
    return NOTHING if value is None else f"{round(value * 100)} %"


def points(value: float | None, *, sign: bool = False) -> str:
    """4.2, 5, +0.3: one decimal at most."""
    if value is None:
        return NOTHING
    text = signed(f"{value:.1f}".removesuffix(".0"))
    return f"+{text}" if sign and text != "0" and not text.startswith("−") else text


def points_words(said: Coefficient) -> str:
    """ "−4.2 [−6.1, −2.3]" in points."""
    if said.value is None:
        return NOTHING
    if said.interval is None:
        return points(said.value, sign=True)
    low, high = said.interval
    return f"{points(said.value, sign=True)} [{points(low, sign=True)}, {points(high, sign=True)}]"


def drawn(said: Coefficient, *, target: float | None = None) -> Interval:
    """`target` None: nothing is to be reached."""
    met = target is None or (said.value is not None and said.value >= target)
    return Interval(value=said.value, low=said.ci_low, high=said.ci_high, met=met)
