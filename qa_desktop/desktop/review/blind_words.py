"""What the page says of the blind session that its interaction belongs to."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.calibration.blind.pseudonyms import parted
from qa_desktop.desktop.local_time import clock_text
from qa_desktop.desktop.review.state import BlindState, PageState, Phase
from qa_desktop.desktop.review.words import interaction_word
from qa_desktop.interactions.model import Kind

_LONGEST_TITLE = 48


def copy_title(pseudonym: str) -> str:
    """ "Call 1"; what is no pseudonym stays as it is."""
    found = parted(pseudonym)
    return pseudonym if found is None else copy_words(*found)


def copy_words(kind: Kind, number: int) -> str:
    return QCoreApplication.translate("Review", "{0} {1}").format(interaction_word(kind), number)


def session_words(title: str) -> str:
    """Which session, for where one line has room for it."""
    short = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
    return QCoreApplication.translate("Review", "Calibration · {0}").format(short)


def header_words(kind: Kind, blind: BlindState) -> str:
    """In place of names: Calibration · July · Call 1 (2 of 4)."""
    words = QCoreApplication.translate("Review", "{0} · {1} ({2} of {3})")
    what = copy_words(kind, blind.number)
    return words.format(session_words(blind.title), what, blind.place, blind.count)


def sealed_words(state: PageState, blind: BlindState) -> tuple[str, str, str]:
    """What became of a review that is not being graded any more; icon and tone beside it."""
    if state.phase is Phase.CLOSED:
        words = QCoreApplication.translate("Review", "The session was closed before you submitted")
        return words, "lock", "caution"
    if blind.sealed_at is None:
        if blind.closed_at is not None:
            words = QCoreApplication.translate("Review", "Submitted too late to be sealed")
            return words, "triangle-alert", "caution"
        return QCoreApplication.translate("Review", "Submitted, not sealed yet"), "lock", "caution"
    if blind.closed_at is not None:
        words = QCoreApplication.translate("Review", "Sealed {0}; the session is closed")
        icon, tone = "lock", "good"
    elif blind.waiting and blind.by_hand:
        words = QCoreApplication.translate("Review", "Sealed {0}, waiting to be handed on")
        icon, tone = "lock", "caution"
    elif blind.waiting:
        words = QCoreApplication.translate("Review", "Sealed {0}, waiting for the share")
        icon, tone = "lock", "caution"
    else:
        words = QCoreApplication.translate("Review", "Sealed {0} and handed in")
        icon, tone = "lock", "good"
    return words.format(clock_text(blind.sealed_at)), icon, tone


def no_comparison_words(*, revealed: bool) -> str:
    if revealed:
        return QCoreApplication.translate(
            "Review", "How the others graded this is in the session's results."
        )
    return QCoreApplication.translate(
        "Review", "Graded blind: earlier reviews are not shown until the session is revealed."
    )


def fixed_words() -> str:
    return QCoreApplication.translate(
        "Review", "Everybody in this session grades the same words: they can't be changed here."
    )


def end_words(by: int) -> str:
    """There is none before, or after, this one."""
    if by > 0:
        return QCoreApplication.translate("Review", "This is the last one of the session.")
    return QCoreApplication.translate("Review", "This is the first one of the session.")
