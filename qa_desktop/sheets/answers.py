"""What was answered to an item, in words."""

from fractions import Fraction

from qa_desktop.base.wording import Wording
from qa_desktop.rubrics.model import Answer, Choice, Item, Measure, Multi, Points, Scale
from qa_desktop.sheets.wordings import plain_number


def answer_in_words(item: Item, answer: Answer | None, words: Wording) -> str:
    """ "3 of 5", "Yes", "102 s", "N/A"; "" where nothing was answered."""
    if answer is None:
        return ""
    if answer.na:
        return words("sheets.na")
    kind = item.answer
    language = words.language
    if isinstance(kind, Choice | Multi):
        chosen = set(answer.values or ()) | ({str(answer.value)} if answer.value else set())
        titles = [option.title.to(language) for option in kind.options if option.id in chosen]
        return words("sheets.list_separator").join(titles) or words("sheets.none_of_them")
    if not isinstance(answer.value, Fraction):
        return str(answer.value or "")
    value = plain_number(answer.value)
    if isinstance(kind, Scale | Points):
        return words("sheets.of", value=value, max=plain_number(kind.max))
    if isinstance(kind, Measure):
        return f"{value} {kind.unit}"
    return value
