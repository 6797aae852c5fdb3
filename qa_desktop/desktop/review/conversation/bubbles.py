"""A message as a bubble: where its parts stand, and how it is painted."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from qa_desktop.desktop.review.conversation.attachments import FileShown, files_shown
from qa_desktop.desktop.review.turns.shown_block import ShownBlock
from qa_desktop.desktop.review.turns.shown_text import Folds
from qa_desktop.desktop.review.turns.transcript_view import role_colour, role_soft_colour
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.interactions.model import Role, Turn

PAD_X, PAD_Y = 12, 8
_SHARE = 0.66
_WIDEST = 560
_AVATAR = 30
# Longer messages are folded.
_MOST_LETTERS = 800


class Side(Enum):
    """Customers write on the left, agents and bots on the right; notes and the system's messages
    stand between, where nobody speaks to anybody."""

    LEFT = "left"
    RIGHT = "right"
    BETWEEN = "between"


class Link(Enum):
    FOLD = "fold"
    MARKUP = "markup"


@dataclass(slots=True, kw_only=True)
class Bubble:
    """Laid out from its line's top. `links` are words to click on, with what they do."""

    turn: Turn
    side: Side
    box: QRectF
    head: str
    block: ShownBlock
    files: tuple[FileShown, ...]
    files_top: float
    links: tuple[tuple[Link, QRectF, str], ...]
    avatar: QRectF
    initials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BubbleLook:
    """How a bubble is painted now. `faint`: it is of an agent whom the score does not go to."""

    colours: Colours
    ratio: float
    current: bool = False
    faint: bool = False
    hovered: Link | None = None


def side_of(turn: Turn) -> Side:
    if turn.internal or turn.role in (Role.SYSTEM, Role.OTHER):
        return Side.BETWEEN if turn.internal or turn.role is Role.SYSTEM else Side.LEFT
    return Side.LEFT if turn.role is Role.CUSTOMER else Side.RIGHT


def avatar_size() -> int:
    return tokens.scaled(_AVATAR)


def margin() -> int:
    """What the column leaves at both sides for the avatars."""
    return avatar_size() + 2 * tokens.SPACE


def widest(side: Side, column: float) -> float:
    room = max(column - 2 * margin(), 1)
    if side is Side.BETWEEN:
        return room
    return min(column * _SHARE, tokens.scaled(_WIDEST), room)


def small_font(base: QFont) -> QFont:
    font = QFont(base)
    font.setPixelSize(tokens.TEXT_SMALL)
    return font


def link_words(folds: Folds, *, opened: bool, as_imported: bool) -> tuple[tuple[Link, str], ...]:
    """What can be asked of a message that does not show everything."""
    links: list[tuple[Link, str]] = []
    translate = QCoreApplication.translate
    if folds.any and opened:
        links.append((Link.FOLD, translate("ConversationView", "Show less")))
    elif folds.more_lines:
        lines = folds.more_lines + folds.quoted_lines
        words = translate("ConversationView", "Show all, %n more line(s)", "", lines)
        links.append((Link.FOLD, words))
    elif folds.quoted_lines:
        words = translate("ConversationView", "Show %n quoted line(s)", "", folds.quoted_lines)
        links.append((Link.FOLD, words))
    if folds.markup:
        shown = translate("ConversationView", "Show as imported, with its markup")
        plain = translate("ConversationView", "Hide markup")
        links.append((Link.MARKUP, plain if as_imported else shown))
    return tuple(links)


def lay_out_bubble(
    turn: Turn,
    block: ShownBlock,
    head: str,
    column: QRectF,
    font: QFont,
    links: tuple[tuple[Link, str], ...],
    initials: str,
) -> Bubble:
    """`column`: where bubbles may stand, from 0 at the line's top."""
    side = side_of(turn)
    small = QFontMetricsF(small_font(font))
    step = small.height() + tokens.TIGHT
    files = files_shown(turn)
    most = widest(side, column.width())
    room = most - 2 * PAD_X
    file_room = tokens.ICON_SMALL + tokens.TIGHT
    inner = max(
        block.width,
        small.horizontalAdvance(head),
        *(small.horizontalAdvance(_file_words(file)) + file_room for file in files),
        *(small.horizontalAdvance(words) for _, words in links),
    )
    width = min(inner + 1, room) + 2 * PAD_X
    text_top = PAD_Y + step
    below = text_top + (block.height if turn.text else -tokens.TIGHT) + tokens.TIGHT
    files_top, below = below, below + len(files) * step
    left = {
        Side.LEFT: column.left() + margin(),
        Side.BETWEEN: column.left() + margin(),
        Side.RIGHT: column.right() - margin() - width,
    }[side]
    placed = []
    for link, words in links:
        box = QRectF(left + PAD_X, below, small.horizontalAdvance(words) + 1, step)
        placed.append((link, box, words))
        below += step
    height = below - tokens.TIGHT + PAD_Y
    size = avatar_size()
    right = column.right() - tokens.SPACE - size
    avatar = QRectF(right if side is Side.RIGHT else column.left() + tokens.SPACE, 0, size, size)
    return Bubble(
        turn=turn,
        side=side,
        box=QRectF(left, 0, width, max(height, size)),
        head=head,
        block=block,
        files=files,
        files_top=files_top,
        links=tuple(placed),
        avatar=avatar,
        initials=initials,
    )


class BubbleGuess:
    """About how high bubbles will be, without laying them out."""

    def __init__(self, font: QFont, column: float) -> None:
        metrics = QFontMetricsF(font)
        self._line = metrics.height()
        self._small = QFontMetricsF(small_font(font)).height()
        letter = max(metrics.averageCharWidth(), 1)
        self._letters = {side: max((widest(side, column) - 2 * PAD_X) / letter, 1) for side in Side}

    def height(self, turn: Turn) -> float:
        said = min(len(turn.text), _MOST_LETTERS)
        lines = said / self._letters[side_of(turn)] + turn.text.count("\n", 0, said) + 1
        return lines * self._line + (len(turn.attachments) + 1) * self._small + 2 * PAD_Y


def text_place(bubble: Bubble, font: QFont) -> QPointF:
    """Where the words begin, from the line's top."""
    step = QFontMetricsF(small_font(font)).height() + tokens.TIGHT
    return QPointF(bubble.box.left() + PAD_X, PAD_Y + step)


def paint_bubble(painter: QPainter, bubble: Bubble, top: float, look: BubbleLook) -> None:
    """All but the words of the message."""
    font = QFont(painter.font())
    _paint_ground(painter, bubble, top, look)
    _paint_avatar(painter, bubble, top, look)
    painter.setFont(small_font(font))
    painter.setPen(QColor(look.colours.muted))
    box = bubble.box.translated(0, top)
    height = painter.fontMetrics().height()
    head = QRectF(box.left() + PAD_X, box.top() + PAD_Y, box.width() - 2 * PAD_X, height)
    _draw_line(painter, head, bubble.head, Qt.TextElideMode.ElideRight)
    _paint_files(painter, bubble, top, look)
    for link, place, words in bubble.links:
        face = QFont(painter.font())
        face.setUnderline(look.hovered is link)
        painter.setFont(face)
        painter.setPen(QColor(look.colours.accent))
        painter.drawText(place.translated(0, top), Qt.AlignmentFlag.AlignVCenter, words)
    painter.setFont(font)


def _paint_ground(painter: QPainter, bubble: Bubble, top: float, look: BubbleLook) -> None:
    colours, turn = look.colours, bubble.turn
    edge = QPen(QColor(colours.accent if look.current else colours.border))
    edge.setWidth(tokens.FOCUS_BORDER if look.current else tokens.BORDER)
    if (turn.internal or turn.role in (Role.BOT, Role.SYSTEM)) and not look.current:
        edge.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(edge)
    ground = colours.raised
    if turn.internal:
        ground = colours.caution_soft
    elif turn.role is Role.AGENT and not look.faint:
        ground = colours.agent_soft
    elif turn.role in (Role.BOT, Role.SYSTEM) or look.faint:
        ground = colours.surface
    painter.setBrush(QColor(ground))
    frame = bubble.box.translated(0, top).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, tokens.RADIUS_LARGE, tokens.RADIUS_LARGE)


_AVATAR_ICONS: Mapping[Role, str] = {Role.BOT: "bot", Role.SYSTEM: "info"}


def _paint_avatar(painter: QPainter, bubble: Bubble, top: float, look: BubbleLook) -> None:
    colours, turn = look.colours, bubble.turn
    disc = bubble.avatar.translated(0, top).adjusted(0.5, 0.5, -0.5, -0.5)
    ink = role_colour(turn.role, colours)
    if look.faint:
        painter.setPen(QPen(QColor(ink), tokens.BORDER))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(role_soft_colour(turn.role, colours)))
    painter.drawEllipse(disc)
    icon = "lock" if turn.internal else _AVATAR_ICONS.get(turn.role, "")
    if icon and (not turn.internal or not bubble.initials):
        size = tokens.ICON_SMALL
        at = disc.center() - QPointF(size / 2, size / 2)
        painter.drawPixmap(at, pixmap(icon, ink, size, look.ratio))
        return
    font = small_font(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, bubble.initials)


def _paint_files(painter: QPainter, bubble: Bubble, top: float, look: BubbleLook) -> None:
    height = painter.fontMetrics().height()
    step = height + tokens.TIGHT
    at = bubble.files_top + top
    left = bubble.box.left() + PAD_X
    for file in bubble.files:
        size = tokens.ICON_SMALL
        middle = at + (height - size) / 2
        painter.drawPixmap(
            QPointF(left, middle), pixmap(file.icon, look.colours.muted, size, look.ratio)
        )
        room = bubble.box.width() - 2 * PAD_X - size - tokens.TIGHT
        place = QRectF(left + size + tokens.TIGHT, at, room, height)
        painter.setPen(QColor(look.colours.text))
        _draw_line(painter, place, _file_words(file), Qt.TextElideMode.ElideMiddle)
        at += step


def _file_words(file: FileShown) -> str:
    size = "" if file.size is None else QLocale().formattedDataSize(file.size, 1)
    return " · ".join(part for part in (file.name, size, file.where) if part)


def _draw_line(painter: QPainter, box: QRectF, text: str, mode: Qt.TextElideMode) -> None:
    shown = painter.fontMetrics().elidedText(text, mode, int(box.width()) + 1)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
