"""The line above the editor: the way back, what is edited, whether it is saved, and publishing."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import clock_text
from qa_desktop.desktop.rubrics.editor.edits import value_at
from qa_desktop.desktop.rubrics.editor.keys import Action, key_of
from qa_desktop.desktop.rubrics.editor.numbers import shown_number
from qa_desktop.desktop.rubrics.editor.state import EditorState
from qa_desktop.desktop.rubrics.editor.step_words import step_words
from qa_desktop.desktop.rubrics.editor.texts import any_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.status_label import StatusLabel

translate = QCoreApplication.translate


class EditorHead(Retranslated):
    """Signals: `asked(Action)` for the buttons; `ids_shown(bool)`; `retry_requested`."""

    asked = Signal(object)
    ids_shown = Signal(bool)
    retry_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: EditorState | None = None
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.HEADER_HEIGHT)
        self.back = TextButton(theme, "quiet", "arrow-left")
        self.title = ElidedLabel(role="title")
        self.version = Chip()
        self.saved = StatusLabel(theme)
        self.retry = TextButton(theme, "link")
        self.retry.clicked.connect(self.retry_requested)
        self.ids = IconButton(theme, "hash")
        self.ids.setCheckable(True)
        self.ids.clicked.connect(self.ids_shown)
        self.undo = IconButton(theme, "undo-2")
        self.redo = IconButton(theme, "redo-2")
        self.publish = TextButton(theme, "primary", "badge-check")
        for button, action in (
            (self.back, Action.BACK),
            (self.undo, Action.UNDO),
            (self.redo, Action.REDO),
            (self.publish, Action.PUBLISH),
        ):
            button.clicked.connect(lambda _=False, what=action: self.asked.emit(what))
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE, 0, tokens.WIDE, 0)
        row.setSpacing(tokens.SPACE)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addWidget(self.version)
        row.addWidget(self.saved)
        row.addWidget(self.retry)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addWidget(self.ids)
        row.addWidget(self.publish)
        self.retranslate()

    def show_state(self, state: EditorState) -> None:
        self._state = state
        title = any_text(value_at(state.data, ("title",)), state.language)
        self.title.setText(title or translate("RubricEditor", "Rubric without a title"))
        number = shown_number(value_at(state.data, ("version",)))
        self.version.show_fact(translate("RubricEditor", "v{0} draft").format(number))
        self._show_saved(state)
        self._show_step(self.undo, state.undo, translate("RubricEditor", "Undo"), Action.UNDO)
        self._show_step(self.redo, state.redo, translate("RubricEditor", "Redo"), Action.REDO)

    def _show_saved(self, state: EditorState) -> None:
        saved = state.saved
        failed = bool(saved.problems)
        if failed:
            words, icon, tone = translate("RubricEditor", "Not saved"), "triangle-alert", "bad"
        elif saved.saving:
            words, icon, tone = translate("RubricEditor", "Saving…"), "circle-dashed", ""
        else:
            at = clock_text(saved.saved_at)
            words, icon, tone = translate("RubricEditor", "Saved {0}").format(at), "check", "good"
        self.saved.show_status(words, icon=icon, tone=tone)
        self.retry.setVisible(failed)

    def _show_step(self, button: IconButton, label: str | None, word: str, action: Action) -> None:
        named = f"{word}: {step_words(label)}" if label else word
        button.setEnabled(label is not None)
        button.name_it(named, key_of(action))

    def retranslate(self) -> None:
        self.back.name_it(translate("RubricEditor", "Rubrics"), key_of(Action.BACK))
        self.retry.name_it(translate("RubricEditor", "Try again"))
        self.ids.name_it(translate("RubricEditor", "Show the ids"))
        self.publish.name_it(translate("RubricEditor", "Publish…"), key_of(Action.PUBLISH))
        if self._state is not None:
            self.show_state(self._state)
