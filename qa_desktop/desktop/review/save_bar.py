"""The bar under the scorecard: what is saved and when, undo, submit, and what follows."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout

from qa_desktop.base.wording import wording
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import clock_text
from qa_desktop.desktop.review.blind_words import sealed_words
from qa_desktop.desktop.review.shortcuts import Action
from qa_desktop.desktop.review.state import PageState, Phase
from qa_desktop.desktop.review.words import step_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.keyed import key_near, key_sign
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property


class SaveBar(Retranslated):
    """Signals: `undo_requested`, `redo_requested`, `history_requested`, `retry_requested`,
    `submit_requested`, `focus_requested`, `correct_requested`, `sheet_requested`,
    `second_requested` for a second opinion.
    """

    undo_requested = Signal()
    redo_requested = Signal()
    history_requested = Signal()
    retry_requested = Signal()
    submit_requested = Signal()
    focus_requested = Signal()
    correct_requested = Signal()
    sheet_requested = Signal()
    second_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: PageState | None = None
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = IconLabel(theme, "check", "good", tokens.ICON_SMALL)
        self._saved = ElidedLabel(role="status-word")
        self._spent = make_label("small")
        self._spent.hide()
        self._retry = TextButton(theme, icon="refresh-cw")
        self._undo = IconButton(theme, "undo-2")
        self._redo = IconButton(theme, "redo-2")
        self._correct = TextButton(theme)
        self._second = IconButton(theme, "users")
        self._sheet = TextButton(theme, "primary")
        self._submit = TextButton(theme, "primary")
        self._focus = IconButton(theme, "monitor")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WIDE, tokens.SPACE, tokens.WIDE, tokens.SPACE)
        row.setSpacing(tokens.TIGHT)
        row.addWidget(self._icon)
        row.addWidget(self._saved, 1)
        row.addWidget(self._spent)
        row.addWidget(self._retry)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addSpacing(tokens.TIGHT)
        for button in (self._second, self._correct, self._sheet, self._submit, self._focus):
            row.addWidget(button)
        wishes: tuple[tuple[QAbstractButton, SignalInstance], ...] = (
            (self._retry, self.retry_requested),
            (self._undo, self.undo_requested),
            (self._redo, self.redo_requested),
            (self._correct, self.correct_requested),
            (self._sheet, self.sheet_requested),
            (self._second, self.second_requested),
            (self._submit, self.submit_requested),
            (self._focus, self.focus_requested),
        )
        for wish, signal in wishes:
            wish.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            wish.clicked.connect(signal)
        for step in (self._undo, self._redo):
            # The way of the mouse to more than one step.
            step.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            step.customContextMenuRequested.connect(self.history_requested)
        for later in (self._retry, self._second, self._correct, self._sheet, self._focus):
            later.hide()
        self.retranslate()

    def show_state(self, state: PageState) -> None:
        self._state = state
        submitted = state.phase is Phase.SUBMITTED
        self._show_saved(state)
        self._retry.setVisible(state.save.unsaved)
        undo, redo = state.undo, state.redo
        words = self.tr("Undo: {0}").format(step_words(undo)) if undo else self.tr("Undo")
        self._undo.name_it(words, action=Action.UNDO)
        words = self.tr("Redo: {0}").format(step_words(redo)) if redo else self.tr("Redo")
        self._redo.name_it(words, action=Action.REDO)
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        self._submit.setVisible(state.phase is Phase.GRADING)
        self._name_submit(state)
        for step in (self._undo, self._redo):
            # What is not on disk can't be undone, and the room goes to trying again.
            step.setVisible(state.phase is Phase.GRADING and not state.save.unsaved)
        blind = state.blind
        self._correct.setVisible(submitted and (blind is None or blind.closed_at is None))
        for widget in (self._sheet, self._second):
            widget.setVisible(submitted and blind is None)

    def _show_saved(self, state: PageState) -> None:
        save = state.save
        text, icon, tone = self.tr("No changes yet"), "circle", "muted"
        if save.problems:
            text, icon, tone = self.tr("Not saved"), "triangle-alert", "bad"
        elif state.blind is not None and state.phase in (Phase.SUBMITTED, Phase.CLOSED):
            text, icon, tone = sealed_words(state, state.blind)
        elif state.phase is Phase.SUBMITTED:
            text, icon, tone = self.tr("Submitted"), "check", "good"
        elif save.saved_at is not None:
            words = self.tr("Saved {0}").format(clock_text(save.saved_at))
            text, icon, tone = words, "check", "good"
        self._icon.show_icon(icon, tone)
        self._saved.setText(text)
        set_style_property(self._saved, "tone", "" if tone == "muted" else tone)
        why = wording(state.language)
        self._saved.setAccessibleName(
            " ".join([text, *(why.line(problem) for problem in save.problems)])
        )

    def _name_submit(self, state: PageState) -> None:
        """A correction is looked at again once it is submitted; other work goes on."""
        correcting = state.revision > 1
        words = self.tr("Submit") if correcting else self.tr("Submit and next")
        if state.blind is not None:
            words = self.tr("Submit and seal")
        key = key_sign(key_near(self, Action.SUBMIT))
        self._submit.name_it(f"{words}  {key}".strip(), action=Action.SUBMIT)
        self._spent.setVisible(bool(self._spent.text()))
        if self._wanted_width() > self.width():
            # Large text: the word is needed more than its key.
            self._submit.name_it(words, action=Action.SUBMIT)
        if self._wanted_width() > self.width():
            # When it was saved is needed more than how long it took.
            self._spent.hide()
        if state.blind is not None and self._wanted_width() > self.width():
            # Everything here is sealed; what was saved, and when, is needed more.
            self._submit.name_it(self.tr("Submit"), action=Action.SUBMIT)
        self._submit.setAccessibleName(words)
        self._name_sheet()

    def _name_sheet(self) -> None:
        whole = self.tr("Feedback sheet")
        self._sheet.name_it(whole)
        if self._wanted_width() > self.width():
            self._sheet.name_it(self.tr("Sheet"))
            self._sheet.setToolTip(whole)
        self._sheet.setAccessibleName(whole)

    def show_keys(self) -> None:
        if self._state is not None:
            self._name_submit(self._state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_keys()

    def _wanted_width(self) -> int:
        if not self.isVisible():
            return 0
        self._row.invalidate()
        shortened = self._saved.sizeHint().width() - self._saved.minimumSizeHint().width()
        return self._row.minimumSize().width() + max(shortened, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._state is not None:
            self._name_submit(self._state)

    def show_focus_mode(self, *, on: bool) -> None:
        """The way out of it, for the mouse."""
        self._focus.setVisible(on)

    def show_spent(self, words: str) -> None:
        """How long the review took so far; "" where that is not measured."""
        if words != self._spent.text():
            self._spent.setText(words)
            self.show_keys()

    def saved_words(self) -> str:
        """What it says of saving now."""
        return self._saved.text()

    def retranslate(self) -> None:
        self._retry.name_it(self.tr("Try again"))
        self._correct.name_it(self.tr("Correct…"))
        self._name_sheet()
        self._second.name_it(self.tr("Ask for a second opinion…"))
        self._spent.setToolTip(self.tr("Your time on this review. Only you see it."))
        self._focus.name_it(self.tr("Leave focus mode"), action=Action.FOCUS_MODE)
        if self._state is not None:
            self.show_state(self._state)
