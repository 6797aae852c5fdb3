"""Offers the reviewer's phrases while he types `;` in any text of a page."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from qa_desktop.base.settings import Phrase
from qa_desktop.desktop.phrases.popup import PhrasePopup
from qa_desktop.desktop.review.key_router import OWN_KEYS
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.reviews.phrases import Token, exact, filled, matching, token_before

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_KEYS = ["Down", "Up", "Tab", "Return", "Enter", "Esc"]

Values = Callable[[TextField], Mapping[str, str]]


class PhraseTyping(QObject):
    """Follows the focus through the page's text fields.

    Signals: `taken(TextField, Phrase)` once its words stand in the field; `manage_requested`.
    """

    taken = Signal(object, object)
    manage_requested = Signal()

    def __init__(
        self, page: QWidget, theme: Theme, phrases: Callable[[], Sequence[Phrase]], values: Values
    ) -> None:
        """`values(field)`: what {agent}, {time} and {item} stand for there."""
        super().__init__(page)
        self._page = page
        self._phrases = phrases
        self._values = values
        self._field: TextField | None = None
        self._typing = False
        self._offered = False
        # What the field lies in, while the pop-up is open.
        self._above: list[QWidget] = []
        self.popup = PhrasePopup(theme, page)
        self.popup.taken.connect(self._take)
        self.popup.manage_requested.connect(self._manage)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def offer(self, field: TextField) -> None:
        """All phrases, as though `;` had been typed there; Esc takes that sign away again."""
        self._attach(field)
        self._typing = self._offered = True
        field.insertPlainText(";")
        self._typing = False

    # Which field

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is self._field:
            return
        self._detach()
        if isinstance(new, TextField) and self._page.isAncestorOf(new):
            self._attach(new)

    def _attach(self, field: TextField) -> None:
        if field is self._field:
            return
        self._detach()
        self._field = field
        # A click on a widget without focus goes on to what lies under it, and would end the text.
        self.popup.setFocusProxy(field)
        field.installEventFilter(self)
        field.textChanged.connect(self._look)
        field.cursorPositionChanged.connect(self._leave_token)
        field.destroyed.connect(self._forget)

    def _detach(self) -> None:
        field = self._field
        if field is not None:
            self._close()
            field.removeEventFilter(self)
            field.textChanged.disconnect(self._look)
            field.cursorPositionChanged.disconnect(self._leave_token)
            field.destroyed.disconnect(self._forget)
        self._field = None

    def _forget(self) -> None:
        self._field = None
        self._close()

    # What is typed

    def _look(self) -> None:
        """Only at what a person typed: text that is shown offers nothing."""
        field, token = self._field, self._token()
        if field is None or not self._typing:
            return
        phrases = tuple(self._phrases())
        fitting = matching(phrases, token) if token else ()
        wanted = bool(fitting) or (token is not None and token.fresh and not token.prefix)
        if token is None or not wanted:
            self._close()
            return
        self.popup.show_phrases(fitting, any_kept=bool(phrases))
        self._place()
        self._watch(field)
        field.setProperty(OWN_KEYS, _KEYS)
        # Nothing but the way to a phrase: no comment yet.
        field.hold(on=field.toPlainText().strip() == _before_cursor(field)[token.start :])

    def _place(self) -> None:
        """Under the cursor, wherever the field is by now."""
        field = self._field
        if field is not None:
            corner = field.viewport().mapTo(self._page, field.viewport().rect().topLeft())
            self.popup.place_at(field.cursorRect().translated(corner))

    def _replace_popup(self) -> None:
        if self.popup.isVisible():
            self._place()

    def _watch(self, field: TextField) -> None:
        """A new comment makes room for itself while its phrases are open already."""
        above: QWidget | None = field.parentWidget()
        while above is not None and above is not self._page and above not in self._above:
            self._above.append(above)
            above.installEventFilter(self)
            above = above.parentWidget()

    def _token(self) -> Token | None:
        field = self._field
        if field is None or field.textCursor().hasSelection():
            return None
        before = _before_cursor(field)
        return token_before(before, len(before))

    def _leave_token(self) -> None:
        """The cursor went elsewhere."""
        if self.popup.isVisible() and self._token() is None:
            self._close()

    def _close(self) -> None:
        self._offered = False
        self.popup.hide()
        for above in self._above:
            above.removeEventFilter(self)
        self._above.clear()
        if self._field is not None:
            self._field.setProperty(OWN_KEYS, None)
            self._field.hold(on=False)

    def _take(self, phrase: Phrase) -> None:
        field, token = self._field, self._token()
        if field is None or token is None:
            self._close()
            return
        words = filled(phrase, self._values(field))
        self._replace(field, token, words)
        self._close()
        self.taken.emit(field, phrase)

    def _replace(self, field: TextField, token: Token, words: str) -> None:
        cursor = field.textCursor()
        back = len(_before_cursor(field)[token.start :].encode("utf-16-le", "surrogatepass")) // 2
        cursor.setPosition(cursor.position() - back, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        field.setTextCursor(cursor)

    def _give_up(self) -> None:
        """Esc: what was typed stays, but for the sign that only called the phrases."""
        field, token, offered = self._field, self._token(), self._offered
        if field is not None and token is not None and offered and not token.prefix:
            self._replace(field, token, "")
        self._close()

    def _manage(self) -> None:
        self._give_up()
        self.manage_requested.emit()

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self.popup.isVisible():
            QTimer.singleShot(0, self, self._replace_popup)
        if watched is not self._field:
            return False
        if isinstance(event, QInputMethodEvent):
            self._compose(event)
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._claims(event)
        if event.type() is QEvent.Type.KeyPress:
            return self._press(event)
        return False

    def _compose(self, event: QInputMethodEvent) -> None:
        """While pinyin is composed the keys are the input method's; what it gives is typed."""
        self._expect(typed=bool(event.commitString()))
        if event.preeditString():
            self.popup.hide()

    def _claims(self, event: QKeyEvent) -> bool:
        """No shortcut of the window takes the keys of the open pop-up."""
        if self.popup.isVisible() and event.key() in (*_STEPS, *_TAKES, Qt.Key.Key_Escape):
            event.accept()
            return True
        return False

    def _expect(self, *, typed: bool) -> None:
        """Until this event is done with: what changes the text later was no typing."""
        self._typing = typed
        QTimer.singleShot(0, self, self._typed)

    def _typed(self) -> None:
        self._typing = False

    def _press(self, event: QKeyEvent) -> bool:
        self._expect(typed=True)
        if not self.popup.isVisible():
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.popup.move_by(_STEPS[key])
        elif key in _TAKES and event.modifiers() in _BARE:
            self.popup.take_current()
        elif key == Qt.Key.Key_Escape:
            self._give_up()
        elif key == Qt.Key.Key_Space:
            return self._take_exact()
        else:
            return False
        return True

    def _take_exact(self) -> bool:
        """A space takes what is typed out; otherwise it is a space."""
        token = self._token()
        phrase = exact(self.popup.phrases(), token) if token else None
        if phrase is not None:
            self._take(phrase)
        return phrase is not None


def _before_cursor(field: TextField) -> str:
    """Of the cursor's line. Qt counts in UTF-16, in which some signs are two."""
    cursor = field.textCursor()
    line = cursor.block().text().encode("utf-16-le", "surrogatepass")
    return line[: 2 * cursor.positionInBlock()].decode("utf-16-le", "surrogatepass")
