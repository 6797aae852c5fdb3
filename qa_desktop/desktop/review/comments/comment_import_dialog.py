"""The preview of comments from a file: what would come in, what would change, what is there."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.review.comments.comment_import import CommentImport, ImportState
from qa_desktop.desktop.review.words import kind_word
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.reviews.markers.merging import Fate, Incoming
from qa_desktop.reviews.model import Comment, CommentKind

_WIDTH, _HEIGHT = 860, 520
_TIME, _KIND, _TEXT, _FATE = range(4)
_WIDTHS = {_TIME: 176, _KIND: 104, _TEXT: 344}


class CommentImportDialog(QDialog):
    """Accepted with what is ticked: `chosen()`."""

    def __init__(
        self, theme: Theme, name: str, importing: CommentImport, parent: QWidget | None = None
    ) -> None:
        """`name`: the file's."""
        super().__init__(parent)
        self._importing = importing
        self.resize(_WIDTH, _HEIGHT)
        self.setWindowTitle(self.tr("Import comments"))
        self._name = name
        self._title = make_label("title", wrap=True)
        self._facts = make_label("muted", wrap=True)
        self._kind_label = make_label("", self.tr("Kind of those without one"))
        self.kind = QComboBox()
        for kind in CommentKind:
            self.kind.addItem(kind_word(kind), kind)
        self.kind.setAccessibleName(self.tr("Kind of those without one"))
        self._kind_label.setBuddy(self.kind)
        self.table = QTreeWidget()
        self._set_up_table()
        self.details = make_label("", wrap=True)
        self.details.setMinimumHeight(2 * tokens.WIDE + tokens.SPACE)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.cancel = TextButton(theme)
        self.cancel.name_it(self.tr("Cancel"))
        self.take = TextButton(theme, "primary", "download")
        self.take.setDefault(True)
        self._lay_out()
        self.kind.activated.connect(
            lambda _: self.show_state(importing.choose_kind(self.kind.currentData()))
        )
        self.table.itemChanged.connect(self._tick)
        self.table.currentItemChanged.connect(lambda *_: self._show_details())
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)
        self.show_state(importing.state)

    def _set_up_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Comments of the file"))
        table.setHeaderLabels(
            [self.tr("Time"), self.tr("Kind"), self.tr("Comment"), self.tr("What it is")]
        )
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setItemDelegate(_RowDelegate(table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setFrameShape(QTreeWidget.Shape.NoFrame)
        header = table.header()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(tokens.SPACE)
        kinds.addWidget(self._kind_label)
        kinds.addWidget(self.kind)
        kinds.addStretch()
        card = Card(margin=tokens.TIGHT)
        card.body.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addLayout(kinds)
        column.addWidget(card, 1)
        column.addWidget(self.details)
        column.addLayout(foot)

    def chosen(self) -> Sequence[Incoming]:
        return self._importing.state.chosen

    def show_state(self, state: ImportState) -> None:
        count = len(state.found)
        self._title.setText(self.tr("%n comment(s) in {0}", "", count).format(self._name))
        self._facts.setText(" · ".join(self._facts_of(state)))
        for widget in (self._kind_label, self.kind):
            widget.setVisible(state.asks_kind)
        self.kind.setCurrentIndex(self.kind.findData(state.kind))
        self._show_rows(state)
        first = self.table.topLevelItem(0)
        if first is not None and not self.table.selectedItems():
            self.table.setCurrentItem(first)
        self._show_details()
        taken = len(state.chosen)
        self.take.name_it(self.tr("Take %n comment(s)", "", taken))
        self.take.setEnabled(taken > 0)

    def _facts_of(self, state: ImportState) -> list[str]:
        new, changed, same = (state.count(fate) for fate in (Fate.NEW, Fate.CHANGED, Fate.SAME))
        said = [self.tr("%n new", "", new)]
        if changed:
            said.append(self.tr("%n would change a comment that is there", "", changed))
        if same:
            said.append(self.tr("%n there already", "", same))
        if state.outside:
            said.append(self.tr("%n past the recording's end", "", state.outside))
        if state.unlinked:
            said.append(
                self.tr("%n on items that this scorecard does not have", "", state.unlinked)
            )
        return said

    def _show_rows(self, state: ImportState) -> None:
        """Drawn by us, the table's own change is none of the person's choices."""
        while self.table.topLevelItemCount() < len(state.found):
            self.table.addTopLevelItem(QTreeWidgetItem())
        for place, incoming in enumerate(state.found):
            item = self.table.topLevelItem(place)
            if item is None:
                continue
            comment = incoming.comment
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            if incoming.fate is not Fate.SAME:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            _set_flags(item, flags)
            ticked = place in state.ticked
            if incoming.fate is not Fate.SAME:
                _set_check(item, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            cells = (_span(comment), kind_word(comment.kind), comment.text, self._fate(incoming))
            for column, words in enumerate(cells):
                if item.text(column) != words:
                    item.setText(column, words)
            item.setToolTip(_TEXT, comment.text)
            item.setToolTip(_FATE, cells[_FATE])

    def _fate(self, incoming: Incoming) -> str:
        words = {
            Fate.NEW: self.tr("New"),
            Fate.CHANGED: self.tr("Changed"),
            Fate.SAME: self.tr("There already"),
        }[incoming.fate]
        if incoming.outside:
            words = self.tr("{0}, past the end").format(words)
        return words

    def _show_details(self) -> None:
        """All of the current row, and what it would take the place of."""
        place = self.table.currentIndex().row()
        found = self._importing.state.found
        if not 0 <= place < len(found):
            self.details.setText("")
            return
        incoming = found[place]
        lines = [_said(incoming.comment)]
        if incoming.fate is Fate.CHANGED and incoming.before is not None:
            lines.insert(0, self.tr("Now: {0}").format(_said(incoming.before)))
            lines[1] = self.tr("In the file: {0}").format(lines[1])
        self.details.setText("\n".join(lines))

    def _tick(self, item: QTreeWidgetItem) -> None:
        place = self.table.indexOfTopLevelItem(item)
        ticked = item.checkState(_TIME) == Qt.CheckState.Checked
        state = self._importing.state
        if 0 <= place < len(state.found) and ticked != (place in state.ticked):
            self.show_state(self._importing.toggle(place))


class _RowDelegate(QStyledItemDelegate):
    """Rows with room around the tick."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), tokens.BUTTON_HEIGHT)


def _set_flags(item: QTreeWidgetItem, flags: Qt.ItemFlag) -> None:
    if item.flags() != flags:
        item.setFlags(flags)


def _set_check(item: QTreeWidgetItem, check: Qt.CheckState) -> None:
    if item.data(_TIME, Qt.ItemDataRole.CheckStateRole) is None or item.checkState(_TIME) != check:
        item.setCheckState(_TIME, check)


def _span(comment: Comment) -> str:
    if comment.start_ms is None:
        return ""
    start = moment_text(comment.start_ms)
    return start if comment.end_ms is None else f"{start}–{moment_text(comment.end_ms)}"


def _said(comment: Comment) -> str:
    """All that an import can change of it, but its item."""
    parts = (_span(comment), kind_word(comment.kind), comment.text)
    return " · ".join(part for part in parts if part)
