"""Everybody's answers as a picture: a column for each answer, a tag for each person."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from qa_desktop.desktop.calibration.meeting.large_type import LargeType
from qa_desktop.desktop.calibration.meeting.state import PlotColumn
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme

_LEAST_TAG = 8
_SHARE_OF_COLUMN = 0.86


class AnswerPlot(QWidget):
    """Signal `chosen(int)`: a column by a click: its answer is agreed on."""

    chosen = Signal(int)
    accessible_role = QAccessible.Role.Chart

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._type = LargeType(0)
        self._columns: tuple[PlotColumn, ...] = ()
        self._words = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_columns(
        self, columns: tuple[PlotColumn, ...], type_: LargeType, reference: str, agreed: str
    ) -> None:
        """`reference` and `agreed` are the words that mark a column."""
        self._columns, self._type, self._words = columns, type_, (reference, agreed)
        self.setAccessibleName(self.accessible_value())
        self.update()

    def accessible_value(self) -> str:
        reference, agreed = self._words
        lines = []
        for column in self._columns:
            marks = [reference] * column.is_reference + [agreed] * column.is_agreed
            if column.people or marks:
                lines.append(f"{column.label}: {', '.join((*column.people, *marks))}")
        return "; ".join(lines)

    def sizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH, tokens.DIALOG_WIDTH // 3)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 2, self._type.head * 5)

    def _column_width(self) -> float:
        return self.width() / max(len(self._columns), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._columns:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._column_width()
        below = self._below()
        ground = self.height() - below
        for place, column in enumerate(self._columns):
            area = QRectF(place * width, 0, width, self.height())
            self._mark(painter, column, area)
            self._tags(painter, column, area, ground)
            self._label(painter, column, area, ground)
        painter.setPen(QPen(QColor(self._theme.colours().border), tokens.FOCUS_BORDER))
        painter.drawLine(QPointF(0, ground), QPointF(self.width(), ground))
        painter.end()

    def _font(self, pixels: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _below(self) -> int:
        """Room for the labels: one line, or two where one does not hold them."""
        metrics = QFontMetrics(self._font(self._type.body, bold=True))
        room = self._column_width() - tokens.SPACE
        widest = max(metrics.horizontalAdvance(column.label) for column in self._columns)
        return metrics.height() * (1 if widest <= room else 2) + tokens.SPACE

    def _mark(self, painter: QPainter, column: PlotColumn, area: QRectF) -> None:
        if not column.is_agreed:
            return
        look = self._theme.colours()
        painter.setPen(QPen(QColor(look.good), tokens.FOCUS_BORDER))
        painter.setBrush(QColor(look.good_soft))
        box = area.adjusted(tokens.TIGHT, 1, -tokens.TIGHT, -1)
        painter.drawRoundedRect(box, tokens.RADIUS_LARGE, tokens.RADIUS_LARGE)
        size = self._type.body
        ratio = self.devicePixelRatioF()
        at = QPointF(box.left() + tokens.SPACE, box.top() + tokens.SPACE)
        painter.drawPixmap(at, pixmap("circle-check", look.good, size, ratio))

    def _tags(self, painter: QPainter, column: PlotColumn, area: QRectF, ground: float) -> None:
        look = self._theme.colours()
        shown = [(name, False) for name in column.people]
        if column.is_reference:
            # Nearest the ground: the others stand on it.
            shown.insert(0, (self._words[0], True))
        if not shown:
            return
        top = self._type.body + 2 * tokens.SPACE
        height = min(
            self._type.body * 2.0, (ground - top - tokens.SPACE) / len(shown) - tokens.TIGHT
        )
        height = max(height, _LEAST_TAG)
        font = self._font(min(self._type.body, round(height * 0.66)), bold=True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        widest = area.width() * _SHARE_OF_COLUMN
        y = ground - tokens.SPACE - height
        for name, reference in shown:
            width = min(max(metrics.horizontalAdvance(name) + 2.0 * tokens.SPACE, height), widest)
            body = QRectF(area.center().x() - width / 2, y, width, height)
            if reference:
                self._diamond(painter, body)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(look.accent))
                painter.drawRoundedRect(body, height / 2, height / 2)
                painter.setPen(QColor(look.on_accent))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(width))
            painter.drawText(body, int(Qt.AlignmentFlag.AlignCenter), text)
            y -= height + tokens.TIGHT

    def _diamond(self, painter: QPainter, body: QRectF) -> None:
        """Not a person: another shape, outlined."""
        look = self._theme.colours()
        cut = body.height() / 3
        painter.setPen(QPen(QColor(look.text), tokens.FOCUS_BORDER))
        painter.setBrush(QColor(look.surface))
        points = [
            QPointF(body.left(), body.center().y()),
            QPointF(body.left() + cut, body.top()),
            QPointF(body.right() - cut, body.top()),
            QPointF(body.right(), body.center().y()),
            QPointF(body.right() - cut, body.bottom()),
            QPointF(body.left() + cut, body.bottom()),
        ]
        painter.drawPolygon(QPolygonF(points))
        painter.setPen(QColor(look.text))

    def _label(self, painter: QPainter, column: PlotColumn, area: QRectF, ground: float) -> None:
        look = self._theme.colours()
        painter.setFont(self._font(self._type.body, bold=True))
        painter.setPen(QColor(look.text if column.people or column.is_agreed else look.muted))
        place = QRectF(
            area.left() + tokens.TIGHT,
            ground + tokens.TIGHT,
            area.width() - tokens.SPACE,
            self.height() - ground - tokens.TIGHT,
        )
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(place, int(flags) | int(Qt.TextFlag.TextWordWrap), column.label)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._columns:
            place = int(event.position().x() / self._column_width())
            self.chosen.emit(min(max(place, 0), len(self._columns) - 1))
