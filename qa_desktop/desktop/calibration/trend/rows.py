"""What the tables of agreement over time say, cell by cell."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from qa_desktop.calibration.agreement import Coefficient
from qa_desktop.calibration.statistics.partners import Partner
from qa_desktop.calibration.statistics.trend import (
    ItemPoint,
    ItemTrend,
    ReviewerPoint,
    ReviewerTrend,
    Trend,
)
from qa_desktop.desktop.calibration.results.interval import interval_text, number
from qa_desktop.desktop.widgets.cell import Cell

CHANGED = "≠"
NOTHING = "–"
MOST_SESSIONS = 8
# Behind the figure, where it can't be taken for another's; a space as wide keeps figures in line.
_MARKS = {True: "✓", False: "△", None: "\u2007"}
_TONES = {True: "good", False: "caution", None: "text"}


def item_cells(item: ItemTrend, session_ids: list[str], language: str) -> list[Cell]:
    """Title, then alpha in each session; a mark where the item changed."""
    points = {point.session_id: point for point in item.points}
    title = Cell(text=item.title.to(language), tooltip=item.section.to(language))
    return [title, *(_item_cell(points.get(session_id)) for session_id in session_ids)]


def _item_cell(point: ItemPoint | None) -> Cell:
    if point is None:
        absent = QCoreApplication.translate("AgreementTrend", "Not in this session")
        return Cell(text=NOTHING, tone="muted", number=True, tooltip=absent)
    told = [_figure_words(point.alpha)]
    if point.percent.value is not None:
        words = QCoreApplication.translate("AgreementTrend", "{0} % of pairs alike")
        told.append(words.format(round(point.percent.value * 100)))
    words = QCoreApplication.translate("AgreementTrend", "{0} % of all disagreement")
    told.append(words.format(round(point.share * 100)))
    if point.reworded:
        told.append(QCoreApplication.translate("AgreementTrend", "reads otherwise than before"))
    if point.rescored:
        told.append(QCoreApplication.translate("AgreementTrend", "scored otherwise than before"))
    text = NOTHING if point.alpha.value is None else number(point.alpha.value)
    if point.reworded or point.rescored:
        text = f"{CHANGED} {text}"
    if point.met is not None:
        told.append(_met_words(met=point.met))
    return Cell(
        text=f"{text} {_MARKS[point.met]}",
        tone=_TONES[point.met],
        number=True,
        tooltip=" · ".join(told),
    )


def _met_words(*, met: bool) -> str:
    if met:
        return QCoreApplication.translate("AgreementTrend", "reaches the target")
    return QCoreApplication.translate("AgreementTrend", "misses the target")


def _figure_words(said: Coefficient) -> str:
    if said.value is None:
        return QCoreApplication.translate("AgreementTrend", "no variation, or too few answers")
    return f"α {number(said.value)} {interval_text(said)}".strip()


def reviewer_cells(one: ReviewerTrend, called: str, session_ids: list[str]) -> list[Cell]:
    """Who, then the bias in each session in points, then the newest severity and same answers."""
    points = {point.session_id: point for point in one.points}
    newest = one.points[-1]
    same = NOTHING if newest.same_answers is None else f"{round(newest.same_answers * 100)} %"
    severity = newest.severity
    told = interval_text(severity, 1, signed=True)
    return [
        Cell(text=called, strong=True),
        *(_reviewer_cell(points.get(session_id)) for session_id in session_ids),
        Cell(
            text=NOTHING if severity.value is None else number(severity.value, 1, signed=True),
            number=True,
            tooltip=told,
        ),
        Cell(text=same, number=True),
    ]


def _reviewer_cell(point: ReviewerPoint | None) -> Cell:
    if point is None or point.bias.value is None:
        told = QCoreApplication.translate(
            "AgreementTrend", "Took no part, or nothing to compare with"
        )
        return Cell(text=NOTHING, tone="muted", number=True, tooltip=told)
    told = interval_text(point.bias, 1, signed=True)
    if point.mad.value is not None:
        words = QCoreApplication.translate(
            "AgreementTrend", "{0} points from the reference on average"
        )
        told = " · ".join(filter(None, (told, words.format(number(point.mad.value, 1)))))
    if point.within is not None:
        told = " · ".join(filter(None, (told, _met_words(met=point.within))))
    text = f"{number(point.bias.value, 1, signed=True)} {_MARKS[point.within]}"
    return Cell(text=text, tone=_TONES[point.within], number=True, tooltip=told)


def partner_cells(
    one: Partner, trend: Trend, called: Mapping[str, str], language: str
) -> list[Cell]:
    """Item, who, with whom, evidence, how sure."""
    item = next((each for each in trend.items if each.item_id == one.item_id), None)
    title = one.item_id if item is None else item.title.to(language)
    if one.partner is None:
        partner = Cell(
            text=QCoreApplication.translate("AgreementTrend", "nobody fits yet"), tone="muted"
        )
    else:
        words = QCoreApplication.translate("AgreementTrend", "{0} of {1} differ")
        differ = words.format(one.partner_own.differing, one.partner_own.compared)
        partner = Cell(text=called[one.partner], strong=True, tooltip=differ)
    words = QCoreApplication.translate(
        "AgreementTrend", "{0} of {1} answers differ ({2}–{3} %); others {4} %"
    )
    evidence = words.format(
        one.own.differing,
        one.own.compared,
        round(one.low * 100),
        round(one.high * 100),
        round(one.others.share * 100),
    )
    sure = QCoreApplication.translate("AgreementTrend", "beyond chance")
    unsure = QCoreApplication.translate("AgreementTrend", "may be chance")
    return [
        Cell(text=title),
        Cell(text=called[one.fingerprint], strong=True),
        partner,
        Cell(
            text=evidence,
            tooltip=QCoreApplication.translate("AgreementTrend", "%n session(s)", "", one.sessions),
        ),
        Cell(
            text=sure if one.sure else unsure,
            icon="circle-alert" if one.sure else "circle-help",
            icon_tone="caution" if one.sure else "muted",
        ),
    ]
