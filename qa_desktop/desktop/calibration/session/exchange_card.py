"""How the session's files travel: the folder or by hand, and what still waits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.base.wording import wording
from qa_desktop.calibration.model import SessionState
from qa_desktop.desktop.calibration.session.presenter import SessionPageState
from qa_desktop.desktop.calibration.watch import CalibrationWatch
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import clock_text, moment_text
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.status_label import StatusLabel


class ExchangeCard(Retranslated):
    """Signals: `send_requested` tries the outbox again, `save_requested` of all one's files,
    `open_requested` of files that came by hand."""

    send_requested = Signal()
    save_requested = Signal()
    open_requested = Signal()

    def __init__(self, services: Services, watch: CalibrationWatch) -> None:
        super().__init__()
        self._services = services
        self._watch = watch
        self._state: SessionPageState | None = None
        theme = services.theme
        self._title = make_label("heading")
        self._reach = StatusLabel(theme)
        self._path = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.waiting = make_label("muted", wrap=True)
        self.send = TextButton(theme, "", "upload")
        self.send.clicked.connect(self.send_requested)
        self.save = TextButton(theme, "", "download")
        self.save.clicked.connect(self.save_requested)
        self.open_ = TextButton(theme, "", "folder-open")
        self.open_.clicked.connect(self.open_requested)
        above = QHBoxLayout()
        above.setSpacing(tokens.SPACE)
        above.addWidget(self._title)
        above.addStretch()
        above.addWidget(self._reach)
        buttons = QWidget()
        flow = FlowLayout(buttons, tokens.SPACE)
        keeps_height(buttons)
        for button in (self.send, self.save, self.open_):
            flow.addWidget(button)
        card = Card()
        card.body.addLayout(above)
        card.body.addWidget(self._path)
        card.body.addWidget(self.waiting)
        card.body.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        watch.changed.connect(self.retranslate)
        self.retranslate()

    def show_state(self, state: SessionPageState) -> None:
        self._state = state
        session = state.session
        by_hand = session.folder is None
        self._path.setVisible(not by_hand)
        self._path.setText(str(session.folder or ""))
        self._show_reach(state)
        self.waiting.setText(self._waiting_text(state))
        self.send.setVisible(bool(state.waiting) and not by_hand)
        over = session.state is SessionState.REVEALED
        self.open_.setVisible(not over)
        self.setVisible(not over or bool(state.waiting))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Files"))
        self.send.name_it(self.tr("Send now"))
        self.save.name_it(self.tr("Save my files…"))
        self.open_.name_it(self.tr("Open files…"))
        if self._state is not None:
            self.show_state(self._state)

    def _show_reach(self, state: SessionPageState) -> None:
        folder = state.session.folder
        if folder is None:
            self._reach.show_status(self.tr("By hand"), icon="hand")
            return
        seen = self._watch.seen.get(folder)
        if seen is not None and seen.gone_since is not None:
            words = self.tr("Not reachable since {0}").format(moment_text(seen.gone_since))
            self._reach.show_status(words, icon="triangle-alert", tone="caution")
        elif seen is not None and seen.looked_at is not None:
            words = self.tr("Looked at {0}").format(clock_text(seen.looked_at))
            self._reach.show_status(words, icon="circle-check", tone="good")
        else:
            self._reach.show_status("", icon="circle")

    def _waiting_text(self, state: SessionPageState) -> str:
        count = len(state.waiting)
        if state.session.folder is None:
            if not count:
                return self.tr("Files go by hand. There is nothing to hand on.")
            return self.tr("%n file(s) to hand on: save them, then send them.", "", count)
        if not count:
            return self.tr("Everything is in the folder.")
        words = self.tr(
            "%n file(s) wait here and go out by themselves as soon as the folder is back.",
            "",
            count,
        )
        problem = next((each.problem for each in state.waiting if each.problem), None)
        if problem is None:
            return words
        return f"{wording(self._services.language).what(problem)} {words}"
