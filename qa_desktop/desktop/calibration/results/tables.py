"""The results' rows as tables show them: items, sections and form, reviewers."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.calibration.agreement.model import Coefficient
from qa_desktop.desktop.calibration.results.interval import (
    Axis,
    agreement_axis,
    number,
    points_axis,
)
from qa_desktop.desktop.calibration.results.result_cells import DrawnAnswers, DrawnCoefficient
from qa_desktop.desktop.calibration.results.result_table import Column, Drawn, TableRow
from qa_desktop.desktop.calibration.results.rows import why_words
from qa_desktop.desktop.calibration.results.state import (
    Agreement,
    AnswerCell,
    ItemRow,
    PartKind,
    PersonRow,
    ResultsState,
)
from qa_desktop.desktop.widgets.cell import Cell

translate = QCoreApplication.translate
Table = tuple[list[Column], list[TableRow]]
_DASH = "–"


def item_table(state: ResultsState) -> Table:
    axis = agreement_axis([row.agreement.coefficient for row in state.items], state.target_alpha)
    columns = [
        Column(title=translate("ResultTables", "Item, most divided first")),
        Column(
            title=translate("ResultTables", "Agreement, 95 % interval"),
            tooltip=translate(
                "ResultTables", "Krippendorff's alpha; the dotted line is the target of {0}."
            ).format(number(state.target_alpha)),
        ),
        *_answer_columns(state),
    ]
    rows = []
    for row in state.items:
        cells: list[Drawn] = [_item_cell(row), _coefficient(row.agreement, axis)]
        tooltips = [_item_tooltip(row), "\n".join(row.agreement.readings)]
        _add_answers(state, row.answers, row.reference, cells, tooltips)
        rows.append(TableRow(key=row.id, cells=tuple(cells), tooltips=tuple(tooltips)))
    return columns, rows


def _item_cell(row: ItemRow) -> Cell:
    icon, tone = ("badge-check", "good") if row.ruled else ("flag", "caution")
    icon = icon if row.ruled or row.to_settle else ""
    return Cell(text=row.title, icon=icon, icon_tone=tone if icon else "")


def _item_tooltip(row: ItemRow) -> str:
    lines = [row.title, row.section]
    if row.share_pct:
        lines.append(translate("ResultTables", "{0} % of all disagreement").format(row.share_pct))
    if row.ruled:
        lines.append(translate("ResultTables", "There is a ruling about it."))
    elif row.to_settle:
        lines.append(translate("ResultTables", "To settle in the meeting."))
    return "\n".join(line for line in lines if line)


def part_table(state: ResultsState) -> Table:
    axis = agreement_axis([row.agreement.coefficient for row in state.parts], state.target_alpha)
    columns = [
        Column(title=translate("ResultTables", "Section and form")),
        Column(title=translate("ResultTables", "Agreement, 95 % interval")),
        Column(
            title=translate("ResultTables", "Near"),
            tooltip=translate(
                "ResultTables",
                "How many pairs of scores lie within the target's points of each other; of "
                "outcomes, how many pairs are the same.",
            ),
        ),
        *_answer_columns(state),
    ]
    rows = []
    for row in state.parts:
        near = _DASH if row.within_pct is None else translate("ResultTables", "{0} %")
        cells: list[Drawn] = [
            Cell(text=row.title, strong=row.kind is not PartKind.SECTION),
            _coefficient(row.agreement, axis),
            Cell(text=near.format(row.within_pct), number=True),
        ]
        tooltips = [row.title, "\n".join(row.agreement.readings), ""]
        _add_answers(state, row.answers, row.reference, cells, tooltips)
        key = f"{row.kind}:{row.title}"
        rows.append(TableRow(key=key, cells=tuple(cells), tooltips=tuple(tooltips)))
    return columns, rows


def person_table(state: ResultsState, language: str) -> Table:
    """Everybody in points of the form's score, in the order of the letters."""
    order = [one.fingerprint for one in state.reviewers]
    people = sorted(
        (one for one in state.people if one.fingerprint in order),
        key=lambda one: order.index(one.fingerprint),
    )
    axis = points_axis([c for one in people for c in (one.bias, one.severity)])
    from_reference = any(one.bias_from_reference for one in people)
    columns = [
        Column(title=translate("ResultTables", "Reviewer")),
        Column(
            title=(
                translate("ResultTables", "Above the reference, points")
                if from_reference
                else translate("ResultTables", "Above the others, points")
            ),
            tooltip=translate(
                "ResultTables",
                "Bias: the mean difference of the scores; below zero is stricter. The dotted line "
                "is zero.",
            ),
        ),
        Column(
            title=translate("ResultTables", "Spread"),
            tooltip=translate("ResultTables", "The standard deviation of those differences."),
        ),
        Column(
            title=translate("ResultTables", "Deviation"),
            tooltip=translate(
                "ResultTables", "The mean absolute deviation from the reference, in points."
            ),
        ),
        Column(
            title=translate("ResultTables", "Severity, points"),
            tooltip=translate(
                "ResultTables",
                "By how many points the scores are lower than the team's, whichever interactions "
                "were graded; above zero is stricter.",
            ),
        ),
        Column(
            title=translate("ResultTables", "Same answers"),
            tooltip=translate(
                "ResultTables", "The share of answers that are the reference's, or the others'."
            ),
        ),
    ]
    return columns, [_person_row(one, axis, language) for one in people]


def _person_row(one: PersonRow, axis: Axis, language: str) -> TableRow:
    tone = "caution" if one.stands_out else "text"
    same = _DASH if one.same_pct is None else translate("ResultTables", "{0} %")
    spread = _DASH if one.spread is None else number(one.spread, 1)
    away = one.deviation.value
    cells: list[Drawn] = [
        Cell(text=one.label, strong=True, icon="flag" if one.stands_out else "", icon_tone=tone),
        _points(one.bias, axis, tone, language),
        Cell(text=spread, number=True),
        Cell(text=_DASH if away is None else number(away, 1), number=True),
        _points(one.severity, axis, "text", language),
        Cell(text=same.format(one.same_pct), number=True),
    ]
    said = "\n".join(one.readings)
    if one.most_differing:
        items = translate("ResultTables", ", ").join(one.most_differing)
        differs = translate("ResultTables", "Differs most at: {0}").format(items)
        said = "\n".join(part for part in (said, differs) if part)
    return TableRow(key=one.fingerprint, cells=tuple(cells), tooltips=(said,) * len(cells))


def _points(coefficient: Coefficient, axis: Axis, tone: str, language: str) -> DrawnCoefficient:
    note = "" if coefficient.why is None else why_words(coefficient.why, language)
    return DrawnCoefficient(
        coefficient=coefficient, axis=axis, tone=tone, note=note, decimals=1, signed=True
    )


def _coefficient(agreement: Agreement, axis: Axis) -> DrawnCoefficient:
    return DrawnCoefficient(
        coefficient=agreement.coefficient,
        axis=axis,
        tone=str(agreement.tone),
        note=agreement.note,
    )


def _answer_columns(state: ResultsState) -> list[Column]:
    columns = [Column(title=one.label, answers=True) for one in state.reviewers]
    if state.has_reference:
        told = (
            translate("ResultTables", "What the meeting agreed on")
            if state.agreed
            else translate("ResultTables", "The reference review")
        )
        columns.append(Column(title=translate("ResultTables", "Ref."), tooltip=told, answers=True))
    return columns


def _add_answers(
    state: ResultsState,
    answers: tuple[AnswerCell, ...],
    reference: AnswerCell | None,
    cells: list[Drawn],
    tooltips: list[str],
) -> None:
    for cell in answers:
        cells.append(DrawnAnswers(cell=cell))
        tooltips.append(cell.said)
    if state.has_reference and reference is not None:
        cells.append(DrawnAnswers(cell=reference, strong=True))
        tooltips.append(reference.said)
