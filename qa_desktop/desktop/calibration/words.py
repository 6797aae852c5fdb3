"""What sessions, submissions and files are called, each state with an icon and a tone."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from qa_desktop.calibration.model import (
    Arrival,
    CalibrationSession,
    Mode,
    SessionKind,
    SessionState,
    Verdict,
)
from qa_desktop.calibration.sessions.desk_model import CellState, WorkState
from qa_desktop.desktop.local_time import moment_text
from qa_desktop.interactions.model import Kind

translate = QCoreApplication.translate
_FINGERPRINT_SIGNS = 12
_GROUP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a state is shown: never by colour alone."""

    word: str
    icon: str
    tone: str


def mode_word(mode: Mode) -> str:
    if mode is Mode.SEALED:
        return translate("Calibration", "sealed")
    return translate("Calibration", "strict")


def state_look(state: SessionState) -> Look:
    if state is SessionState.OPEN:
        return Look(word=translate("Calibration", "Open"), icon="circle-dashed", tone="accent")
    if state is SessionState.CLOSED:
        return Look(word=translate("Calibration", "Closed"), icon="lock", tone="caution")
    return Look(word=translate("Calibration", "Revealed"), icon="eye", tone="good")


def work_look(state: WorkState) -> Look:
    looks = {
        WorkState.UNGRADED: (translate("Calibration", "Not begun"), "circle-dashed", "muted"),
        WorkState.DRAFT: (translate("Calibration", "Draft"), "pencil", "caution"),
        WorkState.SUBMITTED: (translate("Calibration", "Graded, not sealed"), "check", "accent"),
        WorkState.CORRECTED: (
            translate("Calibration", "Corrected, not sealed again"),
            "pencil",
            "caution",
        ),
        WorkState.SEALED: (translate("Calibration", "Sealed"), "lock", "good"),
    }
    word, icon, tone = looks[state]
    return Look(word=word, icon=icon, tone=tone)


def cell_look(state: CellState) -> Look:
    looks = {
        CellState.MISSING: (translate("Calibration", "Missing"), "circle-dashed", "muted"),
        CellState.ARRIVED: (translate("Calibration", "In"), "circle-check", "good"),
        CellState.LATE: (translate("Calibration", "Late"), "clock", "caution"),
        CellState.CONFLICT: (translate("Calibration", "Conflict"), "triangle-alert", "bad"),
        CellState.EXCLUDED: (translate("Calibration", "Excluded"), "ban", "muted"),
        CellState.KEYLESS: (translate("Calibration", "Key missing"), "lock", "caution"),
    }
    word, icon, tone = looks[state]
    return Look(word=word, icon=icon, tone=tone)


def verdict_look(verdict: Verdict) -> Look:
    looks = {
        Verdict.ACCEPTED: (translate("Calibration", "Taken"), "circle-check", "good"),
        Verdict.LATE: (translate("Calibration", "Late, counts"), "clock", "caution"),
        Verdict.SUPERSEDED: (translate("Calibration", "Older revision"), "history", "muted"),
        Verdict.REPEATED: (translate("Calibration", "Repeated"), "copy", "muted"),
        Verdict.ALTERED: (translate("Calibration", "Altered"), "octagon-x", "bad"),
        Verdict.FOREIGN: (translate("Calibration", "Foreign"), "octagon-x", "bad"),
        Verdict.REPLAYED: (translate("Calibration", "Not for this session"), "octagon-x", "bad"),
        Verdict.CONFLICT: (translate("Calibration", "Conflict"), "triangle-alert", "bad"),
        Verdict.TOO_LATE: (translate("Calibration", "After the closing"), "clock", "bad"),
        Verdict.UNREADABLE: (translate("Calibration", "Unreadable"), "file-x", "bad"),
    }
    word, icon, tone = looks[verdict]
    return Look(word=word, icon=icon, tone=tone)


def verdict_why(arrival: Arrival) -> str:
    """What the verdict means for the count, in a sentence."""
    words = {
        Verdict.ACCEPTED: translate("Calibration", "Signed by its writer, and it counts."),
        Verdict.LATE: translate(
            "Calibration", "It came after the deadline and before the closing: it counts."
        ),
        Verdict.SUPERSEDED: translate(
            "Calibration", "The same person has handed in a newer revision, which counts."
        ),
        Verdict.REPEATED: translate("Calibration", "The very same file was here already."),
        Verdict.ALTERED: translate(
            "Calibration",
            "Its signature does not fit its content: it was damaged or changed on the way. "
            "Ask for it again.",
        ),
        Verdict.FOREIGN: translate(
            "Calibration", "Whoever signed it does not take part in this session."
        ),
        Verdict.REPLAYED: translate(
            "Calibration", "It was made for another session or interaction."
        ),
        Verdict.CONFLICT: translate(
            "Calibration",
            "Two contents under the same revision: neither counts. Ask the person to hand in anew.",
        ),
        Verdict.TOO_LATE: translate(
            "Calibration", "The session was closed already: it does not count."
        ),
        Verdict.UNREADABLE: translate("Calibration", "It is not a submission, or not a whole one."),
    }
    return words[arrival.verdict]


def interaction_word(pseudonym: str, kind: Kind) -> str:
    """ "Call 1" in the language of the moment, of "call-1"."""
    number = pseudonym.rpartition("-")[2]
    words = {
        Kind.RECORDING: translate("Calibration", "Call {0}"),
        Kind.CHAT: translate("Calibration", "Chat {0}"),
        Kind.TICKET: translate("Calibration", "Ticket {0}"),
    }
    return words[kind].format(number)


def kinds_text(kinds: list[Kind]) -> str:
    """ "3 calls, 1 chat"."""
    parts = []
    for kind in Kind:
        count = kinds.count(kind)
        if count and kind is Kind.RECORDING:
            parts.append(translate("Calibration", "%n call(s)", "", count))
        elif count and kind is Kind.CHAT:
            parts.append(translate("Calibration", "%n chat(s)", "", count))
        elif count:
            parts.append(translate("Calibration", "%n ticket(s)", "", count))
    return translate("Calibration", ", ").join(parts)


def session_facts(session: CalibrationSession) -> str:
    """What is graded, by how many, in which mode; in one line."""
    people = len(session.participants)
    parts = [
        kinds_text([each.kind for each in session.interactions]),
        translate("Calibration", "%n participant(s)", "", people),
        mode_word(session.mode),
    ]
    if session.kind is SessionKind.SECOND:
        parts[1] = translate("Calibration", "second opinion")
    return " · ".join(parts)


def due_text(deadline: datetime, now: datetime) -> str:
    """ "due today 18:00", "due 24 Nov 2026, 18:00", "overdue since ..."."""
    local = QDateTime.fromSecsSinceEpoch(int(deadline.timestamp()))
    if deadline < now:
        return translate("Calibration", "overdue since {0}").format(moment_text(deadline))
    days = QDateTime.fromSecsSinceEpoch(int(now.timestamp())).date().daysTo(local.date())
    clock = QLocale().toString(local.time(), "HH:mm")
    if days == 0:
        return translate("Calibration", "due today {0}").format(clock)
    if days == 1:
        return translate("Calibration", "due tomorrow {0}").format(clock)
    return translate("Calibration", "due {0}").format(moment_text(deadline))


def fingerprint_text(fingerprint: str) -> str:
    """Its beginning, in groups: enough to tell two people of one name apart."""
    begin = fingerprint[:_FINGERPRINT_SIGNS]
    return " ".join(begin[at : at + _GROUP] for at in range(0, len(begin), _GROUP))
