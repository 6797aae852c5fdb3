"""The scorecard: sections that fold, their items, adjustments and the summary."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.card.adjustments import AdjustmentsBox
from qa_desktop.desktop.review.card.item_card import ItemCard
from qa_desktop.desktop.review.card.section_head import SectionHead
from qa_desktop.desktop.review.state import ItemState, PageState
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.label import make_label

_ROWS_ABOVE, _ROWS_BELOW = 2, 4


class Scorecard(Retranslated):
    """Signals, each with the item's id first: `item_selected`, `chosen(id, key)`,
    `na_requested(id)`, `number_typed(id, text)`, `number_stepped(id, int)`,
    `mark_requested(id, 0|1)`, `unmark_requested(id)`, `comment_typed(id, text)`,
    `reason_toggled(id, reason)`. Besides: `section_folded(id)`, `adjusted(id, by)`,
    `summary_typed(text)`, `guidance_opened(bool)`, of a quotation below an item
    `comment_activated(str)` and `comment_delete_requested(str)`, and `left` when typing is over.
    """

    item_selected = Signal(str)
    chosen = Signal(str, str)
    na_requested = Signal(str)
    number_typed = Signal(str, str)
    number_stepped = Signal(str, int)
    mark_requested = Signal(str, int)
    unmark_requested = Signal(str)
    comment_typed = Signal(str, str)
    reason_toggled = Signal(str, str)
    section_folded = Signal(str)
    adjusted = Signal(str, int)
    summary_typed = Signal(str)
    guidance_opened = Signal(bool)
    comment_activated = Signal(str)
    comment_delete_requested = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, *, in_review: bool = True) -> None:
        """`in_review` False: a form that is tried out has no summary."""
        super().__init__()
        self._theme = theme
        self._cards: dict[str, ItemCard] = {}
        self._heads: dict[str, SectionHead] = {}
        self._order: list[str] = []
        self._current: str | None = None
        self._guidance_open = False
        self._state: PageState | None = None
        self._inside = _Form()
        self._inside.setProperty("role", "scrolled")
        self._items = QVBoxLayout()
        self._items.setSpacing(0)
        self._adjustments = AdjustmentsBox(theme)
        self._adjustments.adjusted.connect(self.adjusted)
        self._summary_title = make_label("heading")
        self._summary_title.setContentsMargins(tokens.TIGHT, 0, 0, 0)
        self._summary = TextField()
        self._summary.typed.connect(self.summary_typed)
        self._summary.left.connect(self.left)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(tokens.SPACE, tokens.TIGHT, tokens.SPACE, tokens.SPACE)
        column.setSpacing(tokens.SPACE)
        column.addLayout(self._items)
        column.addWidget(self._adjustments)
        column.addWidget(self._summary_title)
        column.addWidget(self._summary)
        column.addStretch()
        self._summary_title.setVisible(in_review)
        self._summary.setVisible(in_review)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.retranslate()

    def show_state(self, state: PageState) -> None:
        locked = state.read_only
        self._state = state
        shape = [f"{s.id}/{item.id}/{item.form}" for s in state.sections for item in s.items]
        if shape != self._order:
            self._build(state)
            self._order = shape
        for section in state.sections:
            self._heads[section.id].show_section(section)
            for item in section.items:
                card = self._cards[item.id]
                card.show_item(item, locked=locked)
                card.setVisible(not section.folded)
        self._adjustments.show_adjustments(state.adjustments, locked=locked)
        self._summary.show_text(state.summary)
        self._summary.setReadOnly(locked)
        if state.current_item != self._current:
            self._current = state.current_item
            self._reveal_later()

    def card(self, item_id: str) -> ItemCard | None:
        return self._cards.get(item_id)

    def current_card(self) -> ItemCard | None:
        return self._cards.get(self._current or "")

    def open_guidance(self, *, opened: bool) -> None:
        """All of each item's guidance, or two lines of it."""
        self._guidance_open = opened
        for card in self._cards.values():
            card.open_guidance(opened=opened)

    def toggle_guidance(self) -> None:
        self.open_guidance(opened=not self._guidance_open)
        self.guidance_opened.emit(self._guidance_open)
        self._reveal_later()

    def write_comment(self) -> None:
        """Puts the cursor into the current item's comment."""
        card = self.current_card()
        if card is not None:
            card.write_comment()

    def open_reasons(self) -> None:
        """Opens the current item's reasons."""
        card = self.current_card()
        if card is not None:
            card.open_reasons()

    def flush(self) -> None:
        """Tells at once all that was typed and not yet told."""
        for card in list(self._cards.values()):
            card.flush()
        self._summary.flush()

    def _build(self, state: PageState) -> None:
        """Cards of items that stay are kept, with what is being typed in them."""
        # Not takeAt: Python keeps what that returns, and Qt then no longer forgets old heights.
        for widget in (*self._heads.values(), *self._cards.values()):
            self._items.removeWidget(widget)
        wanted = {item.id for item in state.items()}
        for gone in [key for key in self._cards if key not in wanted]:
            _discard(self._cards.pop(gone))
        sections = {section.id for section in state.sections}
        for gone in [key for key in self._heads if key not in sections]:
            _discard(self._heads.pop(gone))
        before: QWidget | None = None
        for section in state.sections:
            head = self._heads.get(section.id) or self._new_head(section.id)
            for widget in (head, *(self._card(item) for item in section.items)):
                self._items.addWidget(widget)
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget

    def _card(self, item: ItemState) -> ItemCard:
        known = self._cards.get(item.id)
        if known is not None and known.item().form is item.form:
            return known
        if known is not None:
            _discard(known)
        return self._new_card(item)

    def _new_head(self, section_id: str) -> SectionHead:
        head = SectionHead(self._theme)
        head.clicked.connect(lambda: self.section_folded.emit(section_id))
        self._heads[section_id] = head
        return head

    def _new_card(self, item: ItemState) -> ItemCard:
        card = ItemCard(self._theme, item)
        key = item.id
        card.selected.connect(lambda: self.item_selected.emit(key))
        card.chosen.connect(lambda option: self.chosen.emit(key, option))
        card.na_requested.connect(lambda: self.na_requested.emit(key))
        card.number_typed.connect(lambda text: self.number_typed.emit(key, text))
        card.number_stepped.connect(lambda steps: self.number_stepped.emit(key, steps))
        card.mark_requested.connect(lambda which: self.mark_requested.emit(key, which))
        card.unmark_requested.connect(lambda: self.unmark_requested.emit(key))
        card.comment_typed.connect(lambda text: self.comment_typed.emit(key, text))
        card.reason_toggled.connect(lambda reason: self.reason_toggled.emit(key, reason))
        card.evidence_activated.connect(self.comment_activated)
        card.evidence_delete_requested.connect(self.comment_delete_requested)
        card.guidance_requested.connect(self.toggle_guidance)
        card.left.connect(self.left)
        card.open_guidance(opened=self._guidance_open)
        self._cards[key] = card
        return card

    def _reveal_later(self) -> None:
        """After the card has grown, and after the form has grown with it."""
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._reveal_current))

    def _reveal_current(self) -> None:
        card = self.current_card()
        if card is None or not card.isVisible():
            return
        room = self._scroll.viewport().height() - card.height()
        if room < 0:
            # Its question at least.
            self._scroll.verticalScrollBar().setValue(card.y())
        else:
            # With what comes before and after it, as far as there is room.
            above, bar = (
                min(room // 3, _ROWS_ABOVE * tokens.ROW_HEIGHT),
                self._scroll.verticalScrollBar(),
            )
            lowest = card.y() - above
            highest = card.y() - room + min(room - above, _ROWS_BELOW * tokens.ROW_HEIGHT)
            bar.setValue(max(min(bar.value(), lowest), highest))

    def retranslate(self) -> None:
        self._summary_title.setText(self.tr("Summary"))
        self._summary.name_it(
            self.tr("Summary"), self.tr("What the agent should take from this review")
        )
        self._scroll.setAccessibleName(self.tr("Scorecard"))


class _Form(QWidget):
    """As high as it must be at its width; Qt would ask for the height at its least width too."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
