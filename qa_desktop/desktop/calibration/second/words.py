"""Why a second opinion is wanted and how far it is, in words with icons."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.calibration.second.second_opinions import Cause, OpinionState, SecondOpinion
from qa_desktop.desktop.local_time import date_text
from qa_desktop.desktop.widgets.cell import Cell

translate = QCoreApplication.translate


def cause_cell(opinion: SecondOpinion) -> Cell:
    looks = {
        Cause.DRAWN: (translate("SecondView", "drawn"), "hash", "muted"),
        Cause.DISPUTED: (translate("SecondView", "disputed"), "flag", "caution"),
        Cause.ASKED: (translate("SecondView", "asked"), "hand", "accent"),
    }
    word, icon, tone = looks[opinion.cause]
    return Cell(text=word, icon=icon, icon_tone=tone, tooltip=opinion.note or word)


def state_cell(opinion: SecondOpinion) -> Cell:
    looks = {
        OpinionState.WAITING: (translate("SecondView", "waits to be sent"), "clock", "muted"),
        OpinionState.SENT: (translate("SecondView", "with the second reviewer"), "lock", "accent"),
        OpinionState.OPENED: (translate("SecondView", "to compare"), "circle-check", "good"),
        OpinionState.DROPPED: (translate("SecondView", "dropped"), "ban", "muted"),
    }
    word, icon, tone = looks[opinion.state]
    return Cell(text=word, icon=icon, icon_tone=tone, tooltip=opinion.drop_reason or word)


def opinion_cells(opinion: SecondOpinion) -> list[Cell]:
    """Review, cause, agent, score, asked on, state."""
    return [
        Cell(text=opinion.title, strong=True, tooltip=opinion.note or opinion.title),
        cause_cell(opinion),
        Cell(text=opinion.agent),
        Cell(text=opinion.score or "–", number=True),
        Cell(text=date_text(opinion.asked_at)),
        state_cell(opinion),
    ]
