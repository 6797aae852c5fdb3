"""The line above the results: which session, whether names are shown, what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from qa_desktop.desktop.calibration.results.state import ResultsState
from qa_desktop.desktop.calibration.words import session_facts
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.status_label import StatusLabel

_TITLE_WIDTH = 200


class ResultsHeader(Retranslated):
    """Signals: `back_requested`, `anonymity_chosen(bool anonymous)`, `export_requested`,
    `meeting_requested`."""

    back_requested = Signal()
    anonymity_chosen = Signal(bool)
    export_requested = Signal()
    meeting_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: ResultsState | None = None
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.HEADER_HEIGHT)
        self.back = TextButton(theme, "chip", "arrow-left")
        self.back.clicked.connect(self.back_requested)
        self._title = ElidedLabel(role="title")
        self._rubric, self._facts = Chip(), Chip()
        self._verified = StatusLabel(theme)
        self.anonymous = TextButton(theme, "", "eye-off")
        self.anonymous.setCheckable(True)
        self.anonymous.setChecked(True)
        self.anonymous.clicked.connect(self.anonymity_chosen)
        self.export = TextButton(theme, "", "download")
        self.export.clicked.connect(self.export_requested)
        self.meeting = TextButton(theme, "primary", "monitor")
        self.meeting.clicked.connect(self.meeting_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WIDE, 0, tokens.WIDE, 0)
        row.setSpacing(tokens.SPACE)
        row.addWidget(self.back)
        row.addWidget(self._title)
        for fact in (self._rubric, self._facts, self._verified):
            row.addWidget(fact)
        for button in (self.anonymous, self.export, self.meeting):
            row.addWidget(button)
        self.retranslate()

    def show_state(self, state: ResultsState | None) -> None:
        self._state = state
        for widget in (self.anonymous, self.export, self.meeting):
            widget.setEnabled(state is not None)
        if state is None:
            return
        session = state.session
        self._title.setText(session.title)
        whole_title = self._title.sizeHint().width()
        self._title.setMinimumWidth(min(whole_title, tokens.scaled(_TITLE_WIDTH)))
        self._rubric.show_fact(
            self.tr("{0} v{1}").format(state.rubric_title, session.rubric_version)
        )
        self._facts.show_fact(session_facts(session))
        whole = state.submissions == state.expected
        self._verified.show_status(
            self.tr("{0} of {1} verified").format(state.submissions, state.expected),
            icon="check" if whole else "triangle-alert",
            tone="good" if whole else "caution",
        )
        self._verified.setMinimumWidth(self._verified.sizeHint().width())
        told = self.tr(
            "Submissions whose signature fits, and that the closing counts: this program"
            " opened and checked each."
        )
        # Where there is no room for all of it, it is read here.
        facts = (told, self._rubric.text(), self._facts.text())
        self._verified.setToolTip("\n".join(facts))
        self._fit()
        self.anonymous.setChecked(state.anonymous)
        self.anonymous.show_icon("eye-off" if state.anonymous else "eye")
        self.anonymous.name_it(self.tr("Anonymous") if state.anonymous else self.tr("Names shown"))
        self.anonymous.setToolTip(
            self.tr(
                "Letters instead of names, in another order in each session. A click shows the"
                " names."
            )
            if state.anonymous
            else self.tr("A click hides the names again.")
        )

    def _fit(self) -> None:
        """The facts as far as there is room for all of each."""
        chips = (self._facts, self._rubric)
        fixed = (self.back, self._verified, self.anonymous, self.export, self.meeting)
        spaces = (len(fixed) + len(chips) + 1) * tokens.SPACE + 2 * tokens.WIDE
        left = self.width() - spaces - self._title.minimumWidth()
        left -= sum(widget.sizeHint().width() for widget in fixed)
        for chip in chips:
            width = chip.sizeHint().width()
            chip.setVisible(bool(chip.text()) and width <= left)
            left -= width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        self.back.name_it(self.tr("Calibration"))
        self.back.setAccessibleName(self.tr("Back to calibration"))
        self.anonymous.name_it(self.tr("Anonymous"))
        self.export.name_it(self.tr("Export…"))
        self.meeting.name_it(self.tr("Open meeting view"))
        self.show_state(self._state)
