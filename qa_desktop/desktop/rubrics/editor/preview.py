"""The form as reviewers will see it, graded on the spot, with its score and why it is that."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QComboBox, QGraphicsOpacityEffect, QVBoxLayout, QWidget

from qa_desktop.desktop.review.card.explanation_dialog import ExplanationDialog
from qa_desktop.desktop.review.card.score_panel import ScorePanel
from qa_desktop.desktop.review.card.scorecard import Scorecard
from qa_desktop.desktop.review.state import PageState
from qa_desktop.desktop.rubrics.editor.controls import language_name
from qa_desktop.desktop.rubrics.editor.preview_presenter import PreviewPresenter
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.explain import explain
from qa_desktop.rubrics.model import Rubric

translate = QCoreApplication.translate


class Preview(QWidget):
    """Signals: `item_selected(str id)` when a person answers or chooses one,
    `example_requested(given, expect)` with what was answered and what came out of it.
    """

    item_selected = Signal(str)
    example_requested = Signal(object, object)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self.presenter = PreviewPresenter(language)
        self.setProperty("role", "surface")
        self.languages = QComboBox()
        self.scenarios = QComboBox()
        for choice in (self.languages, self.scenarios):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.again = IconButton(theme, "rotate-ccw")
        self.keep = TextButton(theme, "", "badge-check")
        self.score = ScorePanel(theme, in_review=False)
        self.scorecard = Scorecard(theme, in_review=False)
        self._old = make_label("small", wrap=True)
        self._old.setProperty("tone", "caution")
        self._old.setContentsMargins(tokens.WIDE, tokens.TIGHT, tokens.WIDE, tokens.TIGHT)
        self._nothing = make_label("muted", wrap=True)
        self._nothing.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        tools = QWidget()
        flow = FlowLayout(tools, tokens.TIGHT)
        flow.setContentsMargins(tokens.SPACE, tokens.SPACE, tokens.SPACE, tokens.TIGHT)
        keeps_height(tools)
        for tool in (self.languages, self.scenarios, self.again, self.keep):
            flow.addWidget(tool)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(0)
        form.addWidget(self.score)
        form.addWidget(self.scorecard, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self._old)
        column.addWidget(self._nothing)
        column.addWidget(self._form, 1)
        self._dim = QGraphicsOpacityEffect(self._form)
        self._dim.setOpacity(0.5)
        self._dim.setEnabled(False)
        self._form.setGraphicsEffect(self._dim)
        self._connect()
        self._name()

    def _connect(self) -> None:
        does = self.presenter
        card = self.scorecard
        card.item_selected.connect(self._select)
        card.chosen.connect(lambda item, key: self._answered(item, does.choose(item, key)))
        card.na_requested.connect(lambda item: self._answered(item, does.set_na(item)))
        card.number_typed.connect(lambda i, text: self._answered(i, does.set_number(i, text)))
        card.number_stepped.connect(lambda i, by: self._answered(i, does.step_number(i, by)))
        card.comment_typed.connect(lambda i, text: self._show(does.set_comment(i, text)))
        card.reason_toggled.connect(lambda i, why: self._show(does.toggle_reason(i, why)))
        card.section_folded.connect(lambda section: self._show(does.fold(section)))
        card.adjusted.connect(lambda one, by: self._show(does.adjust(one, by)))
        self.score.why_requested.connect(self.explain)
        self.score.next_unanswered_requested.connect(lambda: self._show(does.next_unanswered()))
        self.score.veto_activated.connect(self._select)
        self.languages.activated.connect(
            lambda: self.set_language(str(self.languages.currentData()))
        )
        self.scenarios.activated.connect(
            lambda: self._show(does.choose_scenario(str(self.scenarios.currentData() or "")))
        )
        self.again.clicked.connect(lambda: self._show(does.begin_anew()))
        self.keep.clicked.connect(self.keep_example)

    def show_rubric(self, rubric: Rubric | None, *, old: bool, item_id: str | None) -> None:
        """`old`: it is not what is written now. `item_id`: the item that is being edited."""
        known = self.presenter.rubric
        if rubric is not known:
            if rubric is not None and self.presenter.language not in rubric.languages:
                self.presenter.set_language(rubric.languages[0])
            self._show(self.presenter.use(rubric))
            self._fill()
        if item_id is not None:
            self._show(self.presenter.select(item_id))
        self._old.setVisible(old and rubric is not None)
        self._dim.setEnabled(old)
        self.keep.setEnabled(rubric is not None and not old)

    def set_language(self, language: str) -> None:
        """The preview's alone: the screen keeps its own."""
        self._show(self.presenter.set_language(language))
        self._fill()

    def explain(self) -> None:
        rubric, result = self.presenter.rubric, self.presenter.result()
        state = self.presenter.state()
        if rubric is None or result is None or state is None:
            return
        language = self.presenter.language
        title = " · ".join(
            part for part in (rubric.title.to(language), state.score.text or "–") if part
        )
        rows = explain(rubric, result, language)
        dialog = ExplanationDialog(self._theme, title, rows, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep_example(self) -> None:
        example = self.presenter.example()
        if example is not None:
            self.example_requested.emit(*example)

    def flush(self) -> None:
        self.scorecard.flush()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._fill()
        super().changeEvent(event)

    def _name(self) -> None:
        self.languages.setAccessibleName(translate("RubricEditor", "Language of the preview"))
        self.scenarios.setAccessibleName(translate("RubricEditor", "Scenario"))
        self.again.name_it(translate("RubricEditor", "Clear all answers of the preview"))
        self.keep.name_it(translate("RubricEditor", "Save example"))
        self._old.setText(
            translate("RubricEditor", "As it was before the errors. Mend them to see it as it is.")
        )
        self._nothing.setText(
            translate("RubricEditor", "The form appears here when it has a section with an item.")
        )

    def _fill(self) -> None:
        rubric, language = self.presenter.rubric, self.presenter.language
        codes = rubric.languages if rubric is not None else ()
        self.languages.clear()
        for code in codes:
            self.languages.addItem(language_name(code), code)
        self.languages.setCurrentIndex(self.languages.findData(language))
        self.languages.setVisible(len(codes) > 1)
        self.scenarios.clear()
        self.scenarios.addItem(translate("RubricEditor", "No scenario"), "")
        for scenario in rubric.scenarios if rubric is not None else ():
            self.scenarios.addItem(scenario.title.to(language), scenario.id)
        self.scenarios.setCurrentIndex(max(self.scenarios.findData(self.presenter.scenario), 0))
        self.scenarios.setVisible(self.scenarios.count() > 1)

    def _show(self, state: PageState | None) -> None:
        self._form.setVisible(state is not None)
        self._nothing.setVisible(state is None)
        if state is not None:
            self.score.show_state(state)
            self.scorecard.show_state(state)

    def _select(self, item_id: str) -> None:
        self._answered(item_id, self.presenter.select(item_id))

    def _answered(self, item_id: str, state: PageState | None) -> None:
        self._show(state)
        self.item_selected.emit(item_id)
