"""What stands in each cell of the list."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.interactions.columns import Column
from qa_desktop.desktop.local_time import duration_text, moment_text
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.interactions.model import Interaction, Kind
from qa_desktop.reviews.listing_store import ListingRow

_KIND_ICONS = {Kind.RECORDING: "phone", Kind.CHAT: "message-circle", Kind.TICKET: "ticket"}
_OUTCOMES = {"pass": ("circle-check", "good"), "fail": ("circle-x", "bad")}


def cell(row: ListingRow, column: Column, grade_title: Callable[[str], str]) -> Cell:
    if column in (Column.STATE, Column.SCORE, Column.GRADE):
        return _review_cell(row, column, grade_title)
    if column is Column.AGENT:
        return _agent_cell(row)
    return _interaction_cell(row.interaction, column)


def kind_word(kind: Kind) -> str:
    words = {
        Kind.RECORDING: QCoreApplication.translate("Interactions", "Call"),
        Kind.CHAT: QCoreApplication.translate("Interactions", "Chat"),
        Kind.TICKET: QCoreApplication.translate("Interactions", "Ticket"),
    }
    return words[kind]


def state_word(state: str) -> str:
    words = {
        "ungraded": QCoreApplication.translate("Interactions", "Ungraded"),
        "draft": QCoreApplication.translate("Interactions", "Draft"),
        "submitted": QCoreApplication.translate("Interactions", "Submitted"),
    }
    return words[state]


def header_text(column: Column) -> str:
    words = {
        Column.TITLE: QCoreApplication.translate("Interactions", "Interaction"),
        Column.AGENT: QCoreApplication.translate("Interactions", "Agent"),
        Column.QUEUE: QCoreApplication.translate("Interactions", "Team · queue"),
        Column.STARTED: QCoreApplication.translate("Interactions", "Started"),
        Column.DURATION: QCoreApplication.translate("Interactions", "Length"),
        Column.TAGS: QCoreApplication.translate("Interactions", "Tags"),
        Column.STATE: QCoreApplication.translate("Interactions", "Review"),
        Column.SCORE: QCoreApplication.translate("Interactions", "Score"),
        Column.GRADE: QCoreApplication.translate("Interactions", "Grade"),
    }
    return words[column]


def _agent_cell(row: ListingRow) -> Cell:
    """Whom the review is of, where one says so."""
    known = row.interaction.metadata
    both = " · ".join(text for text in (known.agent_name, known.agent_id) if text)
    return Cell(text=row.agent, tooltip=row.graded_agent or both)


def _interaction_cell(interaction: Interaction, column: Column) -> Cell:
    known = interaction.metadata
    if column is Column.TITLE:
        kind = kind_word(interaction.kind)
        tip = f"{kind} · {interaction.title}\n{interaction.source_name}"
        icon = _KIND_ICONS[interaction.kind]
        return Cell(text=interaction.title, icon=icon, icon_tone="muted", strong=True, tooltip=tip)
    if column is Column.QUEUE:
        text = " · ".join(text for text in (known.team, known.queue) if text)
        return Cell(text=text, tone="muted", tooltip=text)
    if column is Column.STARTED:
        when = moment_text(known.started_at) if known.started_at else ""
        return Cell(text=when, tone="muted")
    if column is Column.DURATION:
        length = interaction.duration_ms
        text = "" if length is None else duration_text(length)
        return Cell(text=text, tone="muted", number=True)
    return Cell(chips=known.tags, tooltip=", ".join(known.tags))


def _review_cell(row: ListingRow, column: Column, grade_title: Callable[[str], str]) -> Cell:
    if column is Column.STATE:
        return _state_cell(row)
    if column is Column.SCORE:
        return Cell(text=row.score or "", strong=True, number=True)
    if row.outcome is None:
        return Cell()
    icon, tone = _OUTCOMES.get(row.outcome, ("minus", "muted"))
    return Cell(text=_grade_word(row, grade_title), icon=icon, tone=tone)


def _grade_word(row: ListingRow, grade_title: Callable[[str], str]) -> str:
    if row.grade is not None:
        return grade_title(row.grade)
    words = {
        "pass": QCoreApplication.translate("Interactions", "Passed"),
        "fail": QCoreApplication.translate("Interactions", "Failed"),
    }
    return words.get(row.outcome or "", QCoreApplication.translate("Interactions", "Not scored"))


def _state_cell(row: ListingRow) -> Cell:
    if row.review_state == "submitted" and row.has_draft:
        text = QCoreApplication.translate("Interactions", "In correction")
        return Cell(text=text, icon="pencil", tone="caution")
    icon, tone = {
        "ungraded": ("circle-dashed", "muted"),
        "draft": ("pencil", "caution"),
        "submitted": ("circle-check", "good"),
    }[row.review_state]
    return Cell(text=state_word(row.review_state), icon=icon, tone=tone)
