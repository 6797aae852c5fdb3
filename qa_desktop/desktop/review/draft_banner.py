"""Says that an open draft is another reviewer's, and asks what to do with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.review.state import PageState, Phase
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label


class DraftBanner(Retranslated):
    """Hidden unless the draft is another reviewer's. Signals: `go_on_requested`, `own_requested`.

    The keys 1 and 2 press its buttons, see the page.
    """

    go_on_requested = Signal()
    own_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: PageState | None = None
        self._title = make_label("heading", wrap=True)
        self._text = make_label("", wrap=True)
        self._go_on = TextButton(theme, "primary")
        self._own = TextButton(theme)
        self._go_on.clicked.connect(self.go_on_requested)
        self._own.clicked.connect(self.own_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.SPACE)
        buttons.addWidget(self._go_on)
        buttons.addWidget(self._own)
        buttons.addStretch()
        words = QVBoxLayout()
        words.setSpacing(tokens.TIGHT)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addLayout(buttons)
        frame = QFrame()
        frame.setProperty("role", "banner")
        frame.setProperty("tone", "caution")
        row = QHBoxLayout(frame)
        row.setContentsMargins(tokens.SPACE, tokens.SPACE, tokens.SPACE, tokens.SPACE)
        row.setSpacing(tokens.SPACE)
        mark = IconLabel(theme, "user", "caution")
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(tokens.SPACE, tokens.SPACE, tokens.SPACE, 0)
        whole.addWidget(frame)
        self.hide()

    def show_state(self, state: PageState) -> None:
        self._state = state
        self.setVisible(state.phase is Phase.FOREIGN)
        if state.phase is not Phase.FOREIGN:
            return
        self._title.setText(self.tr("This draft is {0}'s").format(state.reviewer))
        saved = moment_text(state.save.saved_at) if state.save.saved_at else ""
        self._text.setText(
            self.tr(
                "Last saved {0}. Go on in it and it becomes yours, or leave it and start your own."
            ).format(saved)
        )
        self._go_on.name_it(self.tr("{0}  Go on in it").format(1))
        self._own.name_it(self.tr("{0}  Start my own").format(2))

    def retranslate(self) -> None:
        if self._state is not None:
            self.show_state(self._state)
