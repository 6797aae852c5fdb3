"""A section's line on the scorecard: its name, its share and score, and whether it is open."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qa_desktop.desktop.review.state import SectionState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme


class SectionHead(QAbstractButton):
    """`clicked` folds or unfolds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._section: SectionState | None = None
        self._facts = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_section(self, section: SectionState) -> None:
        self._section = section
        facts = []
        if section.weight:
            facts.append(self.tr("{0} %").format(section.weight))
        if section.score:
            facts.append(section.score)
        answered = f"{section.answered}/{len(section.items)}"
        whole = section.answered == len(section.items)
        self._facts = " · ".join(facts if whole and not section.folded else [answered, *facts])
        name = self.tr("{0}, {1} answered, {2}").format(section.title, answered, " · ".join(facts))
        self.setAccessibleName(name)
        fold = self.tr("Open this section") if section.folded else self.tr("Fold this section")
        self.setToolTip(fold)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 3, tokens.BUTTON_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 4, tokens.BUTTON_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        section = self._section
        if section is None:
            return
        colours = self._theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(
                self.rect().adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS
            )
        icon = "chevron-right" if section.folded else "chevron-down"
        tone = colours.text if self.underMouse() else colours.muted
        size = tokens.ICON_SMALL
        top = (self.height() - size) // 2
        painter.drawPixmap(tokens.TIGHT, top, pixmap(icon, tone, size, self.devicePixelRatioF()))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.muted))
        room = self.rect().adjusted(tokens.TIGHT + size + tokens.SPACE, 0, -tokens.SPACE, 0)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self._facts)
        taken = painter.fontMetrics().horizontalAdvance(self._facts) + tokens.WIDE
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        width = room.width() - taken
        title = painter.fontMetrics().elidedText(section.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(room.left(), 0, width, self.height()), middle, title)
        painter.end()
