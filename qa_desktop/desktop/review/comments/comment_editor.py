"""Writes one comment in its place in the list."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.review.card.answer_button import AnswerButton
from qa_desktop.desktop.review.comments.comment_row import pin_size
from qa_desktop.desktop.review.comments.comment_states import AnchorChoice
from qa_desktop.desktop.review.comments.kind_button import KindButton
from qa_desktop.desktop.review.comments.place_button import PlaceButton
from qa_desktop.desktop.review.state import CommentState, ItemState
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.pin_shape import pin_pixmap
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.keyed import native_key
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.reviews.model import CommentKind

_KIND_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class CommentEditor(QFrame):
    """Signals: `begun` at the first keystroke of a new comment; `typed(str)`,
    `kind_chosen(CommentKind)`, `link_requested` (to the current item, or off it),
    `place_chosen(AnchorChoice)`, `finished`, `delete_requested`.

    Alt+1 to Alt+4 choose the kind while the cursor is in the text.
    """

    begun = Signal()
    typed = Signal(str)
    kind_chosen = Signal(object)
    link_requested = Signal()
    place_chosen = Signal(object)
    finished = Signal()
    delete_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._comment: CommentState | None = None
        self.setProperty("role", "card")
        self.setProperty("current", "true")
        self._pin = make_label()
        self._pin.setFixedSize(pin_size(), pin_size())
        self.place = PlaceButton(theme)
        self._quote = make_label("small", wrap=True)
        self.text = TextField()
        self._kinds = {kind: KindButton(theme, kind) for kind in CommentKind}
        self._link = AnswerButton()
        self._delete = IconButton(theme, "trash-2")
        self._done = IconButton(theme, "check", tone="accent")
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        head.addWidget(self._pin)
        head.addWidget(self.place)
        head.addStretch()
        head.addWidget(self._delete)
        head.addWidget(self._done)
        # With large text, or long words, they take a second line.
        chips = QWidget()
        foot = FlowLayout(chips, tokens.TIGHT)
        keeps_height(chips)
        for button in self._kinds.values():
            foot.addWidget(button)
        foot.add_trailing(self._link)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.SPACE, tokens.TIGHT, tokens.TIGHT, tokens.SPACE)
        column.setSpacing(tokens.TIGHT)
        column.addLayout(head)
        column.addWidget(self._quote)
        column.addWidget(self.text)
        column.addWidget(chips)
        self.text.begun.connect(self.begun)
        self.text.typed.connect(self.typed)
        self.text.left.connect(self.finished)
        self._delete.clicked.connect(self.delete_requested)
        self._done.clicked.connect(self._finish)
        self._link.clicked.connect(self.text.flush)
        self._link.clicked.connect(self.link_requested)
        for kind, button in self._kinds.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self.text.flush)
            button.clicked.connect(lambda _=False, kind=kind: self.kind_chosen.emit(kind))
        self.place.chosen.connect(self._choose_place)
        self.text.installEventFilter(self)
        theme.changed.connect(self._draw_pin)

    def show_comment(self, comment: CommentState, current: ItemState | None) -> None:
        """`current`: the item it can be linked to, besides the one that it is linked to."""
        fresh = self._comment is None or self._comment.id != comment.id
        self._comment = comment
        self._draw_pin()
        self.place.show_place(comment)
        self._quote.setText(self.tr("“{0}”").format(comment.quote))
        self._quote.setVisible(bool(comment.quote))
        if fresh:
            self.text.give_up()
        self.text.show_text(comment.text)
        self.text.name_it(self.tr("Comment"), self.tr("What happened here?"))
        for number, (kind, button) in enumerate(self._kinds.items(), start=1):
            button.show_kind(chosen=kind is comment.kind, key=native_key(f"Alt+{number}"))
        self._show_link(comment, current)
        self._delete.name_it(self.tr("Delete this comment"))
        self._done.name_it(self.tr("Done"), "Enter")
        if fresh:
            if comment.pending:
                self.text.expect_beginning()
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_link(self, comment: CommentState, current: ItemState | None) -> None:
        number = comment.item_number or (current.number if current else None)
        text = comment.item_text or (current.text if current else "")
        self._link.setVisible(number is not None)
        self._link.show_option(
            self.tr("Item {0}").format(number),
            self.tr("Belongs to item {0}: {1}").format(number, text),
            text,
            chosen=comment.item_id is not None,
            tone="accent",
        )

    @property
    def comment(self) -> CommentState | None:
        """The one that is being written."""
        return self._comment

    def needed_height(self) -> int:
        return self.sizeHint().height()

    def _choose_place(self, place: AnchorChoice) -> None:
        self.text.flush()
        self.place_chosen.emit(place)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The next comment, the same one too, is begun with the cursor in it."""
        self._comment = None

    def flush(self) -> None:
        self.text.flush()

    def _finish(self) -> None:
        self.text.flush()
        self.finished.emit()

    def _draw_pin(self) -> None:
        comment = self._comment
        if comment is not None:
            ratio = self.devicePixelRatioF()
            colours = self._theme.colours()
            self._pin.setPixmap(
                pin_pixmap(comment.kind, comment.number, colours, pin_size(), ratio, self.font())
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.text or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if alone != Qt.KeyboardModifier.AltModifier or event.key() not in _KIND_KEYS:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            # The window has these keys for its pages; here they are the kinds.
            event.accept()
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return False
        self.text.flush()
        self.kind_chosen.emit(tuple(CommentKind)[_KIND_KEYS.index(Qt.Key(event.key()))])
        return True
