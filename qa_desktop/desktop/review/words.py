"""Words of the review page that several of its widgets use."""

from PySide6.QtCore import QCoreApplication, QLocale

from qa_desktop.desktop.review.state import CommentState, StepState
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.interactions.model import Kind, Role
from qa_desktop.reviews.model import CommentKind

_SHORT_S = 60
_HOUR_S = 3600
_LONGEST_ID, _ID_SHOWN = 20, 8


def kind_word(kind: CommentKind) -> str:
    match kind:
        case CommentKind.DEDUCTION:
            return QCoreApplication.translate("Review", "Deduction")
        case CommentKind.PRAISE:
            return QCoreApplication.translate("Review", "Praise")
        case CommentKind.COACHING:
            return QCoreApplication.translate("Review", "Coaching")
        case _:
            return QCoreApplication.translate("Review", "Question")


def role_word(role: Role) -> str:
    match role:
        case Role.AGENT:
            return QCoreApplication.translate("Review", "Agent")
        case Role.CUSTOMER:
            return QCoreApplication.translate("Review", "Customer")
        case Role.BOT:
            return QCoreApplication.translate("Review", "Bot")
        case Role.SYSTEM:
            return QCoreApplication.translate("Review", "System")
        case _:
            return QCoreApplication.translate("Review", "Other")


def short_name(name: str) -> str:
    """A machine's id by its beginning, as people tell them apart; names stay whole."""
    opaque = len(name) > _LONGEST_ID and not any(letter.isspace() for letter in name)
    return f"{name[:_ID_SHOWN]}…" if opaque else name


def interaction_word(kind: Kind) -> str:
    match kind:
        case Kind.RECORDING:
            return QCoreApplication.translate("Review", "Call")
        case Kind.CHAT:
            return QCoreApplication.translate("Review", "Chat")
        case _:
            return QCoreApplication.translate("Review", "Ticket")


def length_words(ms: int) -> str:
    """A length for reading: 6.3 s, 51 s, 4 min 10 s, 2 h 5 min."""
    seconds = ms / 1000
    if seconds < 10:
        text = QCoreApplication.translate("Review", "{0} s")
        return text.format(QLocale().toString(round(seconds, 1), "f", 1))
    whole = round(seconds)
    if whole < _SHORT_S:
        return QCoreApplication.translate("Review", "{0} s").format(whole)
    minutes, second = divmod(whole, 60)
    if whole < _HOUR_S:
        text = QCoreApplication.translate("Review", "{0} min {1} s")
        return text.format(minutes, second)
    hours, minute = divmod(minutes, 60)
    days, hour = divmod(hours, 24)
    if days:
        return QCoreApplication.translate("Review", "{0} d {1} h").format(days, hour)
    return QCoreApplication.translate("Review", "{0} h {1} min").format(hours, minute)


def place_words(comment: CommentState) -> str:
    """Where a comment sits: its moment, its span, its turn, or the whole interaction."""
    if comment.start_ms is not None:
        start = moment_text(comment.start_ms)
        return start if comment.end_ms is None else f"{start}–{moment_text(comment.end_ms)}"
    if comment.turn is not None:
        return QCoreApplication.translate("Review", "Turn {0}").format(comment.turn + 1)
    return QCoreApplication.translate("Review", "Whole")


def step_words(step: StepState) -> str:
    """The name of an undo step: "Item 2 → No"."""
    item = step.item_number
    if item is not None and step.code == "answer" and step.answer:
        text = QCoreApplication.translate("Review", "Item {0} → {1}")
        return text.format(item, step.answer)
    if item is not None:
        words = {
            "na": QCoreApplication.translate("Review", "Item {0} → N/A"),
            "clear": QCoreApplication.translate("Review", "Item {0} cleared"),
            "reason": QCoreApplication.translate("Review", "Reason of item {0}"),
            "item_comment": QCoreApplication.translate("Review", "Comment on item {0}"),
        }
        return words.get(step.code, QCoreApplication.translate("Review", "Item {0}")).format(item)
    words = {
        "scenario": QCoreApplication.translate("Review", "Scenario"),
        "adjustment": QCoreApplication.translate("Review", "Adjustment"),
        "summary": QCoreApplication.translate("Review", "Summary"),
        "comment": QCoreApplication.translate("Review", "Comment"),
        "comment_kind": QCoreApplication.translate("Review", "Kind of a comment"),
        "comment_link": QCoreApplication.translate("Review", "Item of a comment"),
        "comment_deleted": QCoreApplication.translate("Review", "Comment deleted"),
    }
    return words.get(step.code, QCoreApplication.translate("Review", "Last change"))
