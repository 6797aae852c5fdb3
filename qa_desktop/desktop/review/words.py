"""Words of the review page that several of its widgets use."""

from PySide6.QtCore import QCoreApplication, QLocale

from qa_desktop.desktop.review.state import CommentState, StepState
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.interactions.model import Kind, Role
from qa_desktop.reviews.model import CommentKind

_SHORT_S = 60
_HOUR_S = 3600
_LEAST_MACHINE_ID, _LEAST_DIGITS, _ID_SHOWN = 16, 4, 8
# Of a person who has one instead of a name, as in copies for blind sessions.
_LONGEST_NUMBER = 2


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


def is_count(author: str) -> bool:
    """Whether this only says which one of several people of a role it is."""
    return author.isdecimal() and len(author) <= _LONGEST_NUMBER


def speaker_words(role: Role, author: str | None) -> str:
    """What a turn's speaker is called where the role alone would not do: a name, or "Agent 2" of
    the second who is only counted."""
    if author and not is_count(author):
        return short_name(author)
    return f"{role_word(role)} {author}" if author else role_word(role)


def message_count(count: int) -> str:
    return QCoreApplication.translate("ReviewHeader", "%n message(s)", "", count)


def is_machine_id(name: str) -> bool:
    """Whether a machine gave this name (a UUID, a long number), so that it tells people nothing."""
    solid = len(name) >= _LEAST_MACHINE_ID and name.replace("-", "").replace("_", "").isalnum()
    return solid and name.isascii() and sum(letter.isdigit() for letter in name) >= _LEAST_DIGITS


def short_name(name: str) -> str:
    """A machine's id by its beginning; names stay whole."""
    return f"{name[:_ID_SHOWN]}…" if is_machine_id(name) else name


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
    if whole < _HOUR_S and not second:
        return QCoreApplication.translate("Review", "{0} min").format(minutes)
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
    """The name of an undo step: “Opening” → Complete; Comment 2."""
    item = step.item_text
    if item and step.code == "answer" and step.answer:
        return QCoreApplication.translate("Review", "“{0}” → {1}").format(item, step.answer)
    if item:
        words = {
            "na": QCoreApplication.translate("Review", "“{0}” → N/A"),
            "clear": QCoreApplication.translate("Review", "Cleared “{0}”"),
            "reason": QCoreApplication.translate("Review", "Reason of “{0}”"),
            "item_comment": QCoreApplication.translate("Review", "Comment on “{0}”"),
        }
        plain = QCoreApplication.translate("Review", "Answer to “{0}”")
        return words.get(step.code, plain).format(item)
    if step.code == "agent":
        graded = QCoreApplication.translate("Review", "Graded agent: {0}")
        return graded.format(short_name(step.answer))
    number = step.comment_number
    if number is not None:
        words = {
            "quote": QCoreApplication.translate("Review", "Quotation {0}"),
            "comment_kind": QCoreApplication.translate("Review", "Kind of comment {0}"),
            "comment_link": QCoreApplication.translate("Review", "Item of comment {0}"),
            "comment_moved": QCoreApplication.translate("Review", "Place of comment {0}"),
        }
        plain = QCoreApplication.translate("Review", "Comment {0}")
        return words.get(step.code, plain).format(number)
    words = {
        "scenario": QCoreApplication.translate("Review", "Scenario"),
        "adjustment": QCoreApplication.translate("Review", "Adjustment"),
        "summary": QCoreApplication.translate("Review", "Summary"),
        "comment": QCoreApplication.translate("Review", "Comment"),
        "quote": QCoreApplication.translate("Review", "Quotation"),
        "correction": QCoreApplication.translate("Review", "Corrected words"),
        "speakers": QCoreApplication.translate("Review", "Who says what"),
        "comment_kind": QCoreApplication.translate("Review", "Kind of a comment"),
        "comment_link": QCoreApplication.translate("Review", "Item of a comment"),
        "comment_deleted": QCoreApplication.translate("Review", "Comment deleted"),
        "comment_moved": QCoreApplication.translate("Review", "Place of a comment"),
        "comments_imported": QCoreApplication.translate("Review", "Import of comments"),
    }
    return words.get(step.code, QCoreApplication.translate("Review", "Last change"))
