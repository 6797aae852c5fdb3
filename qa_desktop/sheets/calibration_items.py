"""Words the items of a calibration report: how divided they are, who answered what, rulings."""

from collections.abc import Mapping, Sequence
from functools import partial
from string import ascii_lowercase

from qa_desktop.base.wording import Wording
from qa_desktop.calibration.exporting import Results
from qa_desktop.calibration.naming import letters
from qa_desktop.calibration.statistics.model import ItemStatistics
from qa_desktop.calibration.statistics.readings import say
from qa_desktop.rubrics.given import answer_from_json
from qa_desktop.rubrics.model import Answer, Choice, Item, Multi, Option
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.sheets.answers import answer_in_words
from qa_desktop.sheets.calibration_content import AnswerCell, AnswerGrid, ItemLine, RulingLine
from qa_desktop.sheets.calibration_figures import coefficient_words, drawn, percent
from qa_desktop.sheets.calibration_words import ReportWords

NA = "–"
_MOST_GRIDS = 12
_LEAST_GRIDS = 5


def unit_words(pseudonym: str, words: Wording) -> str:
    """ "Call 1" of "call-1"; a pseudonym of another kind stays as it is."""
    kind, _, number = pseudonym.rpartition("-")
    key = f"calibration_report.unit.{kind}"
    return words(key, n=number) if key in words.texts else pseudonym


def lines(results: Results, words: ReportWords) -> list[ItemLine]:
    said = results.statistics
    items = {item.id: item for item in results.graded.rubric.items()}
    sections = {section.id: section.title for section in results.graded.rubric.sections}
    return [
        ItemLine(
            title=words.text(items[item.item_id].text),
            section=words.text(sections[item.section_id]),
            interval=drawn(item.alpha, target=said.targets.alpha),
            said=_said(item, items[item.item_id], words),
            exact=percent(item.exact.value),
            share=percent(item.share),
            to_settle=item.to_settle,
        )
        for item in said.items
    ]


def _said(said: ItemStatistics, item: Item, words: ReportWords) -> str:
    """Where everybody said the same, what that was."""
    if said.unanimous is None:
        return coefficient_words(said.alpha, words)
    answer = said.unanimous
    return words.each(
        lambda one: one("calibration_report.unanimous", answer=answer_in_words(item, answer, one))
    )


def grids(results: Results, words: ReportWords) -> tuple[list[AnswerGrid], int]:
    """The answers to the items to settle, or to the most divided; how many divided items more
    there are."""
    divided = [item for item in results.statistics.items if item.divided]
    to_settle = sum(item.to_settle for item in divided)
    shown = divided[: min(max(to_settle, _LEAST_GRIDS), _MOST_GRIDS)]
    return [_grid(item, results, words) for item in shown], len(divided) - len(shown)


def _grid(said: ItemStatistics, results: Results, words: ReportWords) -> AnswerGrid:
    item = next(item for item in results.graded.rubric.items() if item.id == said.item_id)
    codes = _codes(item, words)
    by_letter = sorted(
        letters(results.graded.session).items(), key=lambda one: (len(one[1]), one[1])
    )
    graders = {one.fingerprint for one in results.statistics.reviewers}
    columns = [(fingerprint, letter) for fingerprint, letter in by_letter if fingerprint in graders]
    has_reference = any(answer is not None for answer in said.reference.values())
    rows = []
    for unit in said.divided:
        cells = [
            AnswerCell(
                text=_short(said.answers[unit].get(fingerprint), codes),
                deviates=fingerprint in said.deviating.get(unit, frozenset()),
            )
            for fingerprint, _ in columns
        ]
        if has_reference:
            cells.append(AnswerCell(text=_short(said.reference.get(unit), codes)))
        rows.append((words.each(partial(unit_words, unit)), cells))
    heads = [letter for _, letter in columns]
    return AnswerGrid(
        title=words.text(item.text),
        said=coefficient_words(said.alpha, words),
        heads=[*heads, words.label("answers_reference")] if has_reference else heads,
        rows=rows,
        legend=_legend(item, codes, words),
        has_reference=has_reference,
        readings=[words.lines(partial(say, one, names=results.called)) for one in said.readings],
    )


def rulings(results: Results, words: ReportWords) -> list[RulingLine]:
    items = {item.id: item for item in results.graded.rubric.items()}
    made = []
    for ruling in results.rulings:
        item = items.get(ruling.item_id)
        about = words.label("ruling_all")
        if ruling.pseudonym is not None:
            about = words.each(partial(unit_words, ruling.pseudonym))
        answer = ""
        if item is not None and ruling.answer is not None:
            agreed = answer_from_json(dict(ruling.answer))
            said = words.each(partial(answer_in_words, item, agreed))
            answer = words.label("ruling_answer", answer=said)
        title = ruling.item_id if item is None else words.text(item.text)
        made.append(RulingLine(item=title, about=about, text=ruling.text, answer=answer))
    return made


def _options(item: Item) -> Sequence[Option]:
    kind = item.answer
    return kind.options if isinstance(kind, Choice | Multi) else ()


def _codes(item: Item, words: ReportWords) -> dict[str, str]:
    """A sign for each option: the first one of its title where that tells them apart."""
    options = _options(item)
    initials = [option.title.to(words.languages[0])[:1].upper() for option in options]
    apart = len(set(initials)) == len(options) and all(sign.isalnum() for sign in initials)
    if isinstance(item.answer, Multi) or not apart:
        initials = [_small_letter(number) for number in range(len(options))]
    return {option.id: sign for option, sign in zip(options, initials, strict=True)}


def _small_letter(number: int) -> str:
    place, turn = number % len(ascii_lowercase), number // len(ascii_lowercase)
    return ascii_lowercase[place] * (turn + 1)


def _legend(item: Item, codes: Mapping[str, str], words: ReportWords) -> str:
    return " · ".join(
        words.first(
            "calibration_report.legend", code=codes[option.id], title=words.text(option.title)
        )
        for option in _options(item)
    )


def _short(answer: Answer | None, codes: Mapping[str, str]) -> str:
    """The answer as it has room in a narrow column."""
    if answer is None:
        return ""
    if answer.na:
        return NA
    if answer.values is not None:
        return "".join(codes.get(value, value) for value in answer.values) or "∅"
    if isinstance(answer.value, str):
        return codes.get(answer.value, answer.value)
    return "" if answer.value is None else number_text(answer.value)
