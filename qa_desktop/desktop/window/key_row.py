"""One action in the table of keys: its keys, each to remove; another to press; what is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.flow_layout import FlowLayout
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.key_hint import KeyHint
from qa_desktop.desktop.widgets.keyed import native_key
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.window.key_recorder import KeyRecorder
from qa_desktop.desktop.window.key_set import FIXED, KeySet, Reserve, reserve_of

_WORD_WIDTH = 230


class KeyRow(QWidget):
    """Signals: `added(str key)`, `taken(str key)` from whoever has it, `removed(str key)`,
    `reset_requested`.
    """

    added = Signal(str)
    taken = Signal(str)
    removed = Signal(str)
    reset_requested = Signal()

    def __init__(self, theme: Theme, name: str, word: str) -> None:
        super().__init__()
        self.name, self.word = name, word
        self._theme = theme
        self._keys: tuple[str, ...] | None = None
        self._set: KeySet | None = None
        self._recorder: KeyRecorder | None = None
        label = make_label("", word, wrap=True)
        label.setFixedWidth(tokens.scaled(_WORD_WIDTH))
        label.setMinimumHeight(tokens.HIT)
        held = QWidget()
        self._held = FlowLayout(held, tokens.TIGHT)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._add = TextButton(theme, "chip", "plus")
        self._add.name_it(self.tr("Add a key"))
        self._add.setAccessibleName(self.tr("Add a key for: {0}").format(word))
        self._add.clicked.connect(self._record)
        self._reset = IconButton(theme, "rotate-ccw", size=tokens.HIT)
        self._reset.name_it(self.tr("As it came"))
        self._reset.setAccessibleName(self.tr("Keys as they came for: {0}").format(word))
        self._reset.clicked.connect(self.reset_requested)
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE)
        row.addWidget(label, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(held, 1)
        row.addWidget(self._reset, alignment=Qt.AlignmentFlag.AlignTop)
        self._said = make_label("small", wrap=True)
        self._take = TextButton(theme, "link")
        self._take.name_it(self.tr("Take it from there"))
        self._wanted = ""
        self._take.clicked.connect(self._take_it)
        below = QHBoxLayout()
        below.setContentsMargins(tokens.scaled(_WORD_WIDTH) + tokens.SPACE, 0, 0, 0)
        below.addWidget(self._said, 1)
        below.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, tokens.TIGHT // 2, 0, tokens.TIGHT // 2)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(below)
        self._tell("")

    def show_set(self, keys: KeySet, word_of: dict[str, str]) -> None:
        """`word_of`: what each name is called."""
        self._set, self._word_of = keys, word_of
        now = keys.keys(self.name)
        if now != self._keys:
            self._keys = now
            self._draw()
        fixed = self.name in FIXED
        self._reset.setVisible(keys.is_changed(self.name) and not fixed)
        conflicts = keys.conflicts(self.name)
        asked = keys.holder(self._wanted, self.name) if self._wanted else None
        if asked is not None:
            # Pressed, and not decided yet.
            self._tell_holder(self._wanted, asked)
        elif fixed:
            self._tell(self.tr("These are the numbers of the answers themselves."))
        elif conflicts:
            self._tell_holder(*conflicts[0])
        else:
            self._tell(self._note())

    def _draw(self) -> None:
        while (item := self._held.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._add:
                widget.hide()
                widget.deleteLater()
        fixed = self.name in FIXED
        for key in self._keys or ():
            if fixed:
                self._held.addWidget(KeyHint(key))
                continue
            chip = TextButton(self._theme, "chip", "x")
            chip.point_down()
            chip.name_it(native_key(key))
            words = self.tr("Remove {0} from: {1}").format(native_key(key), self.word)
            chip.setAccessibleName(words)
            chip.setToolTip(self.tr("Remove"))
            chip.clicked.connect(lambda _=False, k=key: self.removed.emit(k))
            self._held.addWidget(chip)
        if not fixed:
            self._held.addWidget(self._add)
            self._add.show()

    def _note(self) -> str:
        """What is to be known of the keys it has."""
        if any(reserve_of(key, self.name) is Reserve.TEXT for key in self._keys or ()):
            return ""
        return "" if self._keys else self.tr("No key")

    def _tell(self, text: str, tone: str = "", wanted: str = "") -> None:
        self._wanted = wanted
        self._said.setText(text)
        self._said.setProperty("tone", tone)
        self._said.style().polish(self._said)
        self._said.setVisible(bool(text))
        self._take.setVisible(bool(wanted))

    def said(self) -> str:
        """What it says below its keys."""
        return self._said.text()

    def _tell_holder(self, key: str, other: str) -> None:
        words = self.tr("{0} is the key of “{1}”.")
        text = words.format(native_key(key), self._word_of.get(other, other))
        if other in FIXED:
            self._tell(text, "caution")
        else:
            self._tell(text, "caution", wanted=key)

    def _record(self) -> None:
        self._recorder = recorder = KeyRecorder()
        recorder.recorded.connect(self._recorded)
        recorder.given_up.connect(self._end_recording)
        self._add.hide()
        self._held.addWidget(recorder)
        recorder.show()
        recorder.setFocus()
        self._tell("")

    def _end_recording(self) -> None:
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            self._held.removeWidget(recorder)
            recorder.hide()
            recorder.deleteLater()
            self._add.show()

    def _recorded(self, key: str) -> None:
        self._end_recording()
        self._add.setFocus()
        if self._set is None or key in (self._keys or ()):
            return
        reserve = reserve_of(key, self.name)
        if reserve is Reserve.SYSTEM:
            self._tell(self.tr("{0} belongs to the system.").format(native_key(key)), "caution")
            return
        if reserve is Reserve.FOCUS:
            words = self.tr("{0} leads from field to field.")
            self._tell(words.format(native_key(key)), "caution")
            return
        other = self._set.holder(key, self.name)
        if other is not None:
            self._tell_holder(key, other)
            self._take.setFocus()
            return
        self.added.emit(key)
        if reserve is Reserve.TEXT:
            words = self.tr("{0} works while no text is being written.")
            self._tell(words.format(native_key(key)))

    def _take_it(self) -> None:
        self._add.setFocus()
        self.taken.emit(self._wanted)
