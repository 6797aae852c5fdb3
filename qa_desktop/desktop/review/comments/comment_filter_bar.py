"""Narrows the list of comments by kind, item and words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.comments.comment_filter import CommentFilter, items_of
from qa_desktop.desktop.review.comments.kind_button import KindButton
from qa_desktop.desktop.review.key_router import OWN_KEYS
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.search_field import SearchField
from qa_desktop.reviews.model import CommentKind

_LEAST_LETTERS = 10


class CommentFilterBar(Retranslated):
    """Signals: `changed(CommentFilter)`; `closed` by button or Esc: nothing is filtered then."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._filter = CommentFilter()
        self._comments: tuple[CommentState, ...] = ()
        self.field = SearchField(theme)
        self.field.setProperty(OWN_KEYS, ["Esc"])
        self.field.installEventFilter(self)
        self.items = QComboBox()
        self.items.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.items.setMinimumContentsLength(_LEAST_LETTERS)
        self.items.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.kinds = {kind: KindButton(theme, kind) for kind in CommentKind}
        self._close = IconButton(theme, "x")
        first = QHBoxLayout()
        first.setSpacing(tokens.TIGHT)
        first.addWidget(self.field, 3)
        first.addWidget(self.items, 2)
        first.addWidget(self._close)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        keeps_height(buttons)
        for button in self.kinds.values():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, 0, tokens.WIDE, tokens.TIGHT)
        column.setSpacing(tokens.TIGHT)
        column.addLayout(first)
        column.addWidget(buttons)
        self.field.searched.connect(lambda text: self._take(replace(self._filter, text=text)))
        self.items.activated.connect(
            lambda _: self._take(replace(self._filter, item_id=self.items.currentData()))
        )
        for kind, button in self.kinds.items():
            button.clicked.connect(lambda _=False, kind=kind: self._toggle(kind))
        self._close.clicked.connect(self.close_it)
        self.retranslate()

    @property
    def filter(self) -> CommentFilter:
        return self._filter

    def open_it(self) -> None:
        """With the cursor in the words."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_it(self) -> None:
        self.clear()
        self.hide()
        self.closed.emit()

    def clear(self) -> None:
        """All comments are listed again."""
        self.field.show_text("")
        self._take(CommentFilter())

    def show_comments(self, comments: Sequence[CommentState]) -> None:
        """All there are, for the counts and the items to choose from."""
        self._comments = tuple(comments)
        known = {None, "", *(item.id for item in items_of(comments))}
        if self._filter.item_id not in known:
            self._filter = replace(self._filter, item_id=None)
        self._draw()

    def _toggle(self, kind: CommentKind) -> None:
        self._take(self._filter.toggled(kind))

    def _take(self, wanted: CommentFilter) -> None:
        changed = wanted != self._filter
        self._filter = wanted
        self._draw()
        if changed:
            self.changed.emit(wanted)

    def _draw(self) -> None:
        counts = Counter(comment.kind for comment in self._comments)
        for kind, button in self.kinds.items():
            button.show_kind(chosen=kind in self._filter.kinds, count=counts[kind])
        choices: list[tuple[str, str | None]] = [
            (self.tr("Any item"), None),
            *(
                (self.tr("{0}: {1}").format(item.number, item.text), item.id)
                for item in items_of(self._comments)
            ),
            (self.tr("No item"), ""),
        ]
        now = [(self.items.itemText(i), self.items.itemData(i)) for i in range(self.items.count())]
        if now != choices:
            self.items.clear()
            for text, item_id in choices:
                self.items.addItem(text, item_id)
        known = [item_id for _, item_id in choices]
        wanted = self._filter.item_id
        self.items.setCurrentIndex(known.index(wanted) if wanted in known else 0)

    def retranslate(self) -> None:
        self.field.name_it(self.tr("Words"))
        self.items.setAccessibleName(self.tr("Comments on which item"))
        self._close.name_it(self.tr("Show all comments"), "Esc")
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.close_it()
            return True
        return super().eventFilter(watched, event)
