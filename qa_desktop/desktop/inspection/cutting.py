"""Texts that don't fit into what shows them."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from qa_desktop.desktop.inspection.pseudo import is_ours
from qa_desktop.desktop.inspection.seen import in_view, seen, told

# Widths of whole texts and of their parts are rounded each for itself.
SLACK = 2


def cut_texts(root: QWidget) -> Iterator[str]:
    for widget in seen(root):
        # What waits below for scrolling has no size yet.
        if widget is not root and in_view(widget):
            yield from next((cut for kind, cut in _CUTS if isinstance(widget, kind)), _painted)(
                widget
            )


def _label(label: QLabel) -> Iterator[str]:
    if _shortens(label):
        yield from _shortened(label)
    elif _label_is_cut(label):
        yield f"cut: {told(label)}"


def _button(button: QAbstractButton) -> Iterator[str]:
    if _button_is_cut(button):
        yield f"cut: {told(button)}"


def _box(box: QComboBox) -> Iterator[str]:
    if _needed(box, box.currentText()) > _room_in(box):
        yield f"cut: {told(box)} {box.currentText()!r}"


def _line(line: QLineEdit) -> Iterator[str]:
    hint = line.placeholderText()
    if hint and not line.text() and _needed(line, hint) > _line_room(line):
        yield f"cut placeholder: {told(line)} {hint!r}"


def _table(table: QTableView) -> Iterator[str]:
    yield from _cut_headings(table.horizontalHeader())


def _shortens(label: QLabel) -> bool:
    """Labels that end in an ellipsis by themselves override what QLabel paints or shows."""
    return getattr(type(label), "shortens", False)


def _shortened(label: QLabel) -> Iterator[str]:
    # They notice what they lack when they paint themselves.
    label.grab()
    whole = label.text()
    room = label.contentsRect().width()
    needed = label.fontMetrics().horizontalAdvance(whole)
    if needed <= room + SLACK:
        return
    if whole not in (label.toolTip(), label.accessibleName()) and whole not in label.toolTip():
        yield f"shortened without a tooltip: {told(label)}"
    if is_ours(whole):
        yield f"our own words are shortened: {told(label)}"


def _label_is_cut(label: QLabel) -> bool:
    if not label.text() or not label.pixmap().isNull():
        return False
    room = label.contentsRect()
    if label.textFormat() == Qt.TextFormat.RichText or "<" in label.text():
        return _rich(label, room.width()).height() > room.height() + SLACK
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + SLACK or _widest_word(
            label
        ) > (room.width() + SLACK)
    size = label.fontMetrics().size(0, label.text())
    inner = label.sizeHint() - _text_size(label)
    return (
        size.width() > label.width() - min(inner.width(), label.width()) + SLACK
        or size.height() > label.height() + SLACK
    )


def _text_size(label: QLabel) -> QSize:
    return label.fontMetrics().size(0, label.text())


def _widest_word(label: QLabel) -> int:
    metrics = label.fontMetrics()
    words = label.text().split()
    # Chinese breaks anywhere; only words of letters can be too wide for a line.
    return max((metrics.horizontalAdvance(word) for word in words if word.isascii()), default=0)


def _rich(label: QLabel, width: int) -> QSize:
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    document.setHtml(label.text())
    if label.wordWrap():
        document.setTextWidth(width)
    return document.size().toSize()


def _button_is_cut(button: QAbstractButton) -> bool:
    text = button.text()
    if not text:
        return False
    if isinstance(button, QToolButton):
        if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and (
            not button.icon().isNull()
        ):
            return False
        return button.width() < button.sizeHint().width() - SLACK
    if isinstance(button, QCheckBox | QRadioButton):
        return button.width() < button.sizeHint().width() - SLACK
    wanted = _needed(button, text.replace("&&", "&"))
    if isinstance(button, QPushButton):
        # What the style adds round the word: padding, icon, arrow.
        hint = button.sizeHint()
        return hint.width() > button.width() + SLACK or (
            button.fontMetrics().height() > button.height()
        )
    return wanted > button.width() + SLACK or button.fontMetrics().height() > button.height()


def _needed(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def _room_in(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    return field.width() + SLACK


def _line_room(line: QLineEdit) -> int:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    style = line.style()
    inner = style.subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    margins = line.textMargins()
    return inner.width() - margins.left() - margins.right() - 2 * SLACK + SLACK


def _tabs(tabs: QTabBar) -> Iterator[str]:
    for place in range(tabs.count()):
        if _needed(tabs, tabs.tabText(place)) > tabs.tabRect(place).width() + SLACK:
            yield f"cut tab: {told(tabs)} {tabs.tabText(place)!r}"


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    if not header.isVisible():
        return
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        text = str(header.model().headerData(section, header.orientation()) or "")
        room = header.sectionSize(section)
        option_font = QFont(header.font())
        option_font.setWeight(QFont.Weight.DemiBold)
        needed = QFontMetrics(option_font).horizontalAdvance(text)
        tip = header.model().headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if needed > room and not tip:
            yield f"cut heading: {told(header)} {text!r} needs {needed} of {room}"


def _rows(view: QListView) -> Iterator[str]:
    """Rows of our own words; what a reviewer brought in may be shortened by its delegate."""
    model = view.model()
    for row in range(min(model.rowCount(), 200)):
        if view.isRowHidden(row):
            continue
        index = model.index(row, view.modelColumn())
        text = str(index.data() or "")
        rect = view.visualRect(index)
        if not is_ours(text) or rect.isEmpty() or not view.viewport().rect().contains(rect):
            continue
        if view.sizeHintForIndex(index).width() > view.viewport().width() + SLACK:
            yield f"cut row: {told(view)} {text!r}"


def _painted(widget: QWidget) -> Iterator[str]:
    """Widgets that paint their words say themselves whether all of them are seen."""
    fits = getattr(widget, "words_fit", None)
    if callable(fits) and not fits():
        yield f"cut: {told(widget)}"


_CUTS: tuple[tuple[type[QWidget], Callable[..., Iterator[str]]], ...] = (
    (QLabel, _label),
    (QAbstractButton, _button),
    (QComboBox, _box),
    (QLineEdit, _line),
    (QTabBar, _tabs),
    (QTableView, _table),
    (QListView, _rows),
)
