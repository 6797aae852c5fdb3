"""What a screen reader says by itself of a change on the review page: little, and at once."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.base.wording import wording
from qa_desktop.desktop.review.state import ItemState, PageState, SaveState


def news(before: PageState, after: PageState) -> str:
    """The answer that was given with the new score, what is left to do, why it is not saved.

    "" for nothing new: that each change is saved is not.
    """
    if not before.sections:
        return ""
    parts = [
        _saving(before.save, after.save, after.language),
        _lacking(before, after),
        _answered(before, after),
    ]
    return ". ".join(part for part in parts if part)


def _saving(before: SaveState, after: SaveState, language: str) -> str:
    if after.problems and after.problems != before.problems:
        return " ".join(wording(language).line(problem) for problem in after.problems)
    if before.unsaved and not after.unsaved:
        return QCoreApplication.translate("SpokenNews", "Saved")
    return ""


def _lacking(before: PageState, after: PageState) -> str:
    if not after.lacks or after.lacks == before.lacks or after.read_only:
        return ""
    left = QCoreApplication.translate(
        "SpokenNews", "Not submitted: %n item(s) left", "", after.missing.count
    )
    current = after.item(after.current_item or "")
    return f"{left}. {current.text}" if current is not None else left


def _answered(before: PageState, after: PageState) -> str:
    """Undo and scenarios change many at once: then the score alone is news."""
    old = {item.id: _answer(item) for item in before.items()}
    changed = [item for item in after.items() if old.get(item.id, "") != _answer(item)]
    score = ""
    if after.score.text != before.score.text:
        said = QCoreApplication.translate("SpokenNews", "Score {0}")
        score = said.format(after.score.text or "–")
    if len(changed) != 1:
        return score
    item = changed[0]
    no_answer = QCoreApplication.translate("SpokenNews", "no answer")
    return ". ".join(part for part in (f"{item.text}: {_answer(item) or no_answer}", score) if part)


def _answer(item: ItemState) -> str:
    if item.na:
        return QCoreApplication.translate("SpokenNews", "not applicable")
    if item.amount is not None:
        return f"{item.amount.value} {item.amount.unit}".strip() if item.amount.value else ""
    return ", ".join(option.label or "–" for option in item.options if option.chosen)
