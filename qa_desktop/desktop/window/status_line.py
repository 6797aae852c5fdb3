"""The line at the bottom: what is saved, where one works, what runs in the background."""

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property
from qa_desktop.desktop.window.presenter import StatusState

_BAR_WIDTH = 96


class StatusLine(Retranslated):
    """Signal `cancel_requested(int)`: the id of the background work to stop."""

    cancel_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state = StatusState()
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.STATUS_HEIGHT)
        self._tick = IconLabel(theme, "check", "good", tokens.ICON_SMALL)
        self._saved = make_label("status-word")
        self._workspace = make_label("small")
        self._counts = make_label("small")
        self._share = make_label("small")
        self._undo = ElidedLabel(role="small")
        self._undo.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._work = make_label("small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(tokens.scaled(_BAR_WIDTH))
        self._cancel = IconButton(theme, "x", size=tokens.HIT)
        self._cancel.clicked.connect(self._ask_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WIDE, 0, tokens.WIDE, 0)
        row.setSpacing(tokens.TIGHT)
        row.addWidget(self._tick)
        row.addWidget(self._saved)
        for label in (self._workspace, self._counts, self._share):
            row.addSpacing(tokens.WIDE)
            row.addWidget(label)
        row.addSpacing(tokens.WIDE)
        row.addWidget(self._undo, 1)
        row.addWidget(self._work)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        self.retranslate()

    def show_state(self, state: StatusState) -> None:
        self._state = state
        self._show_saved()
        self._workspace.setText(self.tr("Workspace: {0}").format(state.workspace))
        self._counts.setText(self._count_words())
        self._share.setText(self._share_words())
        self._undo.setText(self.tr("Undo: {0}").format(state.undo) if state.undo else "")
        self._show_work()

    def retranslate(self) -> None:
        self._cancel.name_it(self.tr("Cancel the background work"))
        self._bar.setAccessibleName(self.tr("Progress of the background work"))
        self.show_state(self._state)

    def _show_saved(self) -> None:
        state = self._state
        if state.not_saved:
            text, icon, tone = self.tr("Not saved"), "triangle-alert", "bad"
        elif state.saved_at is not None:
            moment = QDateTime.fromSecsSinceEpoch(int(state.saved_at.timestamp()))
            clock = moment.time().toString("HH:mm:ss")
            text, icon, tone = self.tr("Saved {0}").format(clock), "check", "good"
        else:
            text, icon, tone = self.tr("All saved"), "check", "good"
        self._saved.setText(text)
        self._tick.show_icon(icon, tone)
        set_style_property(self._saved, "tone", tone)

    def _count_words(self) -> str:
        state = self._state
        locale = QLocale()
        words = [self.tr("%n interaction(s)", "", state.interactions)]
        if state.drafts:
            words.append(self.tr("%n draft(s)", "", state.drafts))
        if state.submitted:
            words.append(self.tr("{0} graded").format(locale.toString(state.submitted)))
        return " · ".join(words)

    def _share_words(self) -> str:
        """Nothing while all is well: then there is nothing to know."""
        state = self._state
        waiting = self.tr("%n file(s) wait for it", "", state.files_waiting)
        if state.share_away:
            away = self.tr("Shared folder not reachable")
            return f"{away} · {waiting}" if state.files_waiting else away
        if state.files_waiting:
            return self.tr("%n file(s) on the way to the shared folder", "", state.files_waiting)
        return ""

    def _show_work(self) -> None:
        work = self._state.work[0] if self._state.work else None
        for widget in (self._work, self._bar, self._cancel):
            widget.setVisible(work is not None)
        if work is None:
            return
        percent = work.percent
        more = len(self._state.work) - 1
        self._work.setText(f"{work.what} (+{more})" if more else work.what)
        # 0 to 0 shows that something runs, without saying how far it is.
        self._bar.setRange(0, 0 if percent is None else 100)
        if percent is not None:
            self._bar.setValue(percent)

    def _ask_cancel(self) -> None:
        if self._state.work:
            self.cancel_requested.emit(self._state.work[0].id)
