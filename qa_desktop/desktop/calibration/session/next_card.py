"""The one next thing to do in a session, and why the lead can't go on where he can't."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qa_desktop.base.wording import wording
from qa_desktop.calibration.model import Mode
from qa_desktop.desktop.calibration.session.presenter import Next, SessionPageState
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label

translate = QCoreApplication.translate
_ICONS = {
    Next.GRADE: ("pencil", "accent"),
    Next.SEAL: ("lock", "accent"),
    Next.CLOSE: ("inbox", "accent"),
    Next.REVEAL: ("eye", "accent"),
    Next.RESULTS: ("badge-check", "good"),
}
_MOST_HINDERS = 3


class NextCard(Retranslated):
    """Signal `act_requested(Next)` by its button."""

    act_requested = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._state: SessionPageState | None = None
        theme = services.theme
        self._icon = IconLabel(theme, "clock")
        self._what = make_label("title", wrap=True)
        self._why = make_label("muted", wrap=True)
        self.act = TextButton(theme, "primary")
        self.act.clicked.connect(self._act)
        # What can be done already, though it is better to wait.
        self.early = TextButton(theme)
        self.early.clicked.connect(self._act)
        words = QVBoxLayout()
        words.setSpacing(tokens.TIGHT)
        words.addWidget(self._what)
        words.addWidget(self._why)
        row = QHBoxLayout()
        row.setSpacing(tokens.WIDE)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for button in (self.act, self.early):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card = Card()
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_state(self, state: SessionPageState) -> None:
        self._state = state
        self._icon.show_icon(*_ICONS.get(state.next, ("clock", "muted")))
        what, why, act = self._words(state)
        self._what.setText(what)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.act.name_it(act)
        self.act.setVisible(bool(act))
        self.early.name_it(self.tr("Close now…"))
        self.early.setVisible(state.next is Next.WAIT_FOR_OTHERS and state.can_close)

    def retranslate(self) -> None:
        if self._state is not None:
            self.show_state(self._state)

    def text(self) -> str:
        return f"{self._what.text()}\n{self._why.text()}"

    def _words(self, state: SessionPageState) -> tuple[str, str, str]:
        if state.next in (Next.GRADE, Next.SEAL):
            return self._own_words(state)
        if state.next is Next.RESULTS:
            return self._revealed_words(state)
        if state.is_lead:
            return self._lead_words(state)
        return self._waiting_words(state)

    def _own_words(self, state: SessionPageState) -> tuple[str, str, str]:
        if state.next is Next.GRADE:
            left = len(state.to_grade)
            return (
                self.tr("%n left to grade", "", left),
                self.tr(
                    "You see no names, no earlier scores and nobody else’s marks; nobody sees "
                    "yours before the reveal."
                ),
                self.tr("Grade the next one"),
            )
        return (
            self.tr("All graded: %n to seal", "", len(state.to_seal)),
            self.tr(
                "Sealing signs your reviews and closes them to everybody but the reveal. Until "
                "the closing you can still correct one and seal it again."
            ),
            self.tr("Submit and seal"),
        )

    def _waiting_words(self, state: SessionPageState) -> tuple[str, str, str]:
        lead = state.session.lead.name
        sealed = self.tr("All of yours are sealed")
        if state.next is Next.WAIT_FOR_CLOSING:
            return sealed, self.tr("{0} closes the session when everybody is in.").format(lead), ""
        if state.session.mode is Mode.STRICT:
            why = self.tr(
                "{0} has closed the session, and your program has released the keys of your "
                "submissions. The reveal comes when all keys are there."
            )
        else:
            why = self.tr("{0} has closed the session. The reveal comes next.")
        return self.tr("Closed"), why.format(lead), ""

    def _lead_words(self, state: SessionPageState) -> tuple[str, str, str]:
        if state.next is Next.CLOSE:
            return (
                self.tr("{0} of {1} submissions are in").format(state.arrived, state.expected),
                self.tr(
                    "Closing signs the list of what counts. Nothing that comes later is counted."
                ),
                self.tr("Close the session…"),
            )
        if state.next is Next.REVEAL:
            return (
                self.tr("Closed: ready to open"),
                self.tr(
                    "Opening writes the reveal: everybody gets all submissions and checks that "
                    "their own are in there unchanged."
                ),
                self.tr("Open and reveal"),
            )
        if state.next is Next.WAIT_FOR_KEYS:
            what = self.tr("Closed: waiting for keys")
        else:
            what = self.tr("{0} of {1} submissions are in").format(state.arrived, state.expected)
        if state.can_close:
            why = self.tr("When everybody is in, or the deadline is over, you close the session.")
            return what, why, ""
        return what, self._hinders(state), ""

    def _hinders(self, state: SessionPageState) -> str:
        """Why not, and what to do, in the words of the problems."""
        words = wording(self._services.language)
        lines = [f"{words.what(p)} {words.remedy(p)}" for p in state.hinders[:_MOST_HINDERS]]
        left = len(state.hinders) - _MOST_HINDERS
        if left > 0:
            lines.append(self.tr("and %n more", "", left))
        return "\n".join(lines)

    def _revealed_words(self, state: SessionPageState) -> tuple[str, str, str]:
        what = self.tr("Revealed")
        check = state.check
        results = self.tr("Results")
        if check is None:
            return what, self.tr("Checking the reveal…"), results
        lines = [
            self.tr("%n submission(s) opened, each signed by its writer.", "", check.submissions)
        ]
        if check.own:
            lines.append(self.tr("Your %n submission(s) are in there unchanged.", "", check.own))
        if check.not_counted:
            names = ", ".join(check.not_counted)
            lines.append(self.tr("Not counted of yours: {0}. Ask the lead why.").format(names))
        if check.has_reference:
            lines.append(self.tr("The reference is the one that was committed to at the start."))
        return what, " ".join(lines), results

    def _act(self) -> None:
        if self._state is not None:
            self.act_requested.emit(self._state.next)
