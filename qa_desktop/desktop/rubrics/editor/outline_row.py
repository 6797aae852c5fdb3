"""One line of the outline: what it is called, its share of the form, and its marks."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from qa_desktop.desktop.rubrics.editor import paths
from qa_desktop.desktop.rubrics.editor.node_forms import fixed_word, kind_word
from qa_desktop.desktop.rubrics.editor.numbers import percent
from qa_desktop.desktop.rubrics.editor.state import OutlineNode
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme

translate = QCoreApplication.translate

NODE_ROLE = Qt.ItemDataRole.UserRole


def node_words(node: OutlineNode) -> str:
    """All that the line says, for a tooltip and a screen reader."""
    title = node.title or fixed_word(node.path)
    said = [title or translate("RubricEditor", "No words yet")]
    if len(node.path) > 1:
        said.insert(0, kind_word(node.path))
    if node.share is not None:
        said.append(translate("RubricEditor", "{0} of the form").format(percent(node.share)))
    if node.errors:
        said.append(translate("RubricEditor", "%n error(s)", "", node.errors))
    if node.missing:
        said.append(translate("RubricEditor", "%n translation(s) missing", "", node.missing))
    if node.advice:
        said.append(translate("RubricEditor", "%n hint(s)", "", node.advice))
    return " · ".join(said)


class OutlineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._theme = theme
        self._tree = tree

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(tokens.HIT, tokens.HIT + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        node = index.data(NODE_ROLE)
        area: QRect = option.rect
        if not isinstance(node, OutlineNode):
            return
        colours = self._theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = self._tree.hasFocus()
            painter.setPen(QPen(QColor(colours.accent), 1) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(area.adjusted(0, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)
        inner = area.adjusted(tokens.SPACE, 0, -tokens.SPACE, 0)
        inner.setRight(self._marks(painter, inner, node))
        inner.setRight(self._share(painter, inner, node))
        self._title(painter, inner, node)
        painter.restore()

    def _marks(self, painter: QPainter, area: QRect, node: OutlineNode) -> int:
        """An icon a kind of mark, from the right; the place that is left of them."""
        right = area.right()
        marks = (
            (bool(node.errors), "circle-alert", "bad"),
            (bool(node.missing), "languages", "caution"),
            (bool(node.advice) and not node.errors, "info", "accent"),
        )
        size = tokens.ICON_SMALL
        for shown, icon, tone in marks:
            if shown:
                colour: str = getattr(self._theme.colours(), tone)
                top = area.top() + (area.height() - size) // 2
                ratio = painter.device().devicePixelRatioF()
                painter.drawPixmap(right - size, top, pixmap(icon, colour, size, ratio))
                right -= size + tokens.TIGHT
        return right

    def _share(self, painter: QPainter, area: QRect, node: OutlineNode) -> int:
        words = percent(node.share)
        if not words:
            return area.right()
        font = QFont(self._tree.font())
        font.setPixelSize(tokens.TEXT_SMALL)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours().muted))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(side), words)
        return area.right() - QFontMetrics(font).horizontalAdvance(words) - tokens.SPACE

    def _title(self, painter: QPainter, area: QRect, node: OutlineNode) -> None:
        colours = self._theme.colours()
        font = QFont(self._tree.font())
        if not paths.is_item(node.path) and len(node.path) != 2:
            font.setWeight(QFont.Weight.Normal)
        if paths.is_section(node.path):
            font.setWeight(QFont.Weight.DemiBold)
        title = node.title or fixed_word(node.path)
        painter.setPen(QColor(colours.text if title else colours.muted))
        painter.setFont(font)
        words = title or translate("RubricEditor", "No words yet")
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)
