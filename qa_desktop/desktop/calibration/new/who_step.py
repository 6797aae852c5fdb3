"""Second: who takes part, how the submissions are sealed, until when."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.calibration.model import Mode
from qa_desktop.calibration.sessions.desk_model import ReferenceFrom
from qa_desktop.desktop.calibration.new.presenter import NewState
from qa_desktop.desktop.calibration.words import fingerprint_text
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.spin_box import indent

_DAYS, _HOUR = 7, 18
_MOST_NAMED = 3
_REFERENCES = (None, ReferenceFrom.MINE, ReferenceFrom.REVIEWS)


class WhoStep(Retranslated):
    """Signals: `invited(str fingerprint, bool)`, `settled(Mode, bool lead grades, ReferenceFrom |
    None)`, `deadline_set(datetime | None)`, `team_wanted`."""

    invited = Signal(str, bool)
    settled = Signal(object, bool, object)
    deadline_set = Signal(object)
    team_wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._state = NewState()
        self._boxes: dict[str, QCheckBox] = {}
        self._people_word = make_label("heading")
        self._people_help = make_label("muted", wrap=True)
        self.team = TextButton(services.theme, "", "users")
        self.team.clicked.connect(self.team_wanted)
        self.lead = QCheckBox()
        self.lead.clicked.connect(self._settle)
        self._lead_help = make_label("small", wrap=True)
        self._mode_word = make_label("heading")
        self.sealed, self.strict = QRadioButton(), QRadioButton()
        self._modes = QButtonGroup(self)
        self._mode_help = {self.sealed: _hint(), self.strict: _hint()}
        self._reference_word = make_label("heading")
        self.references = [QRadioButton() for _ in _REFERENCES]
        self._reference_group = QButtonGroup(self)
        self._reference_help = make_label("small", wrap=True)
        self._until_word = make_label("heading")
        self.has_deadline = QCheckBox()
        self.has_deadline.clicked.connect(self._set_deadline)
        self.deadline = QDateTimeEdit(self._first_deadline())
        self.deadline.setCalendarPopup(True)
        self.deadline.setMinimumHeight(tokens.BUTTON_HEIGHT)
        indent(self.deadline)
        self.deadline.dateTimeChanged.connect(lambda _: self._set_deadline())
        for button in (self.sealed, self.strict):
            self._modes.addButton(button)
            button.clicked.connect(self._settle)
        for button in self.references:
            self._reference_group.addButton(button)
            button.clicked.connect(self._settle)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        people = Card()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._list.addStretch()
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        holder.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        scroll = _scrolled(holder)
        people.body.addWidget(self._people_word)
        people.body.addWidget(self._people_help)
        people.body.addWidget(scroll, 1)
        people.body.addWidget(self.team, 0, Qt.AlignmentFlag.AlignLeft)
        people.body.addWidget(self.lead)
        people.body.addWidget(self._lead_help)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        right = QVBoxLayout(inside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(tokens.WIDE)
        mode = Card()
        mode.body.addWidget(self._mode_word)
        for button in (self.sealed, self.strict):
            mode.body.addWidget(button)
            mode.body.addWidget(self._mode_help[button])
        reference = Card()
        reference.body.addWidget(self._reference_word)
        for button in self.references:
            reference.body.addWidget(button)
        reference.body.addWidget(self._reference_help)
        until = Card()
        line = QHBoxLayout()
        line.setSpacing(tokens.SPACE)
        line.addWidget(self.has_deadline)
        line.addWidget(self.deadline)
        line.addStretch()
        until.body.addWidget(self._until_word)
        until.body.addLayout(line)
        for card in (mode, reference, until):
            right.addWidget(card)
        right.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.WIDE)
        row.addWidget(people, 2)
        row.addWidget(_scrolled(inside), 3)

    def first_focus(self) -> QWidget:
        return next(iter(self._boxes.values()), self.team)

    def show_state(self, state: NewState) -> None:
        self._state = state
        self._show_people(state)
        self.lead.setChecked(state.lead_grades)
        self.sealed.setChecked(state.mode is Mode.SEALED)
        self.strict.setChecked(state.mode is Mode.STRICT)
        self.references[_REFERENCES.index(state.reference)].setChecked(True)
        self._reference_help.setText(self._reference_text(state))
        self.has_deadline.setChecked(state.deadline is not None)
        self.deadline.setEnabled(state.deadline is not None)

    def retranslate(self) -> None:
        self._people_word.setText(self.tr("Who grades"))
        self.team.name_it(self.tr("Team…"))
        self.lead.setText(self.tr("I grade too"))
        self._lead_help.setText(
            self.tr("You grade the same copies as everybody, and hand in before you open anything.")
        )
        self._mode_word.setText(self.tr("How submissions are sealed"))
        self.sealed.setText(self.tr("Sealed: only you can open"))
        self._mode_help[self.sealed].setText(
            self.tr(
                "The program opens nothing before you have handed in your own. It can’t protect "
                "against a lead who uses a changed program."
            )
        )
        self.strict.setText(self.tr("Strict: nobody can before the closing"))
        self._mode_help[self.strict].setText(
            self.tr(
                "Each submission has a key that its writer’s program keeps until you sign the "
                "closing. It needs everybody: whoever is missing must be left out with a reason."
            )
        )
        self._reference_word.setText(self.tr("Reference"))
        words = (
            self.tr("None"),
            self.tr("My reviews"),
            self.tr("The newest reviews of anybody"),
        )
        for button, word in zip(self.references, words, strict=True):
            button.setText(word)
        self._until_word.setText(self.tr("Until when"))
        self.has_deadline.setText(self.tr("With a deadline"))
        self.deadline.setAccessibleName(self.tr("Deadline"))
        chinese = QLocale().language() == QLocale.Language.Chinese
        self.deadline.setDisplayFormat("yyyy/M/d HH:mm" if chinese else "d MMM yyyy, HH:mm")
        self.show_state(self._state)

    def _show_people(self, state: NewState) -> None:
        shown = {each.person.fingerprint: each.person for each in state.trusted}
        if list(self._boxes) != list(shown):
            for box in self._boxes.values():
                box.hide()
                box.deleteLater()
            self._boxes = {key: self._box(key) for key in shown}
        names = [person.name for person in shown.values()]
        for key, person in shown.items():
            twice = names.count(person.name) > 1
            name = f"{person.name} ({fingerprint_text(key)})" if twice else person.name
            self._boxes[key].setText(name)
            self._boxes[key].setChecked(key in state.participants)
        unknown = len(state.people) - len(shown)
        self._people_help.setText(self._people_text(len(shown), unknown))

    def _box(self, fingerprint: str) -> QCheckBox:
        box = QCheckBox()
        box.clicked.connect(lambda on: self.invited.emit(fingerprint, on))
        self._list.insertWidget(self._list.count() - 1, box)
        return box

    def _people_text(self, trusted: int, unknown: int) -> str:
        if not trusted and not unknown:
            return self.tr("There is nobody on your team list yet.")
        if unknown:
            return self.tr("%n more can be invited once the codes are compared.", "", unknown)
        return self.tr("Everybody whose code was compared can be invited.")

    def _reference_text(self, state: NewState) -> str:
        if state.reference is None:
            return self.tr(
                "With a reference, the results show how far everybody is from it. It is fixed now "
                "by a salted hash in the invitation, and nobody can read it before the reveal."
            )
        if not state.referenceless:
            return self.tr("Every chosen interaction has one.")
        names = ", ".join(row.interaction.title for row in state.referenceless[:_MOST_NAMED])
        if len(state.referenceless) > _MOST_NAMED:
            names = f"{names} …"
        return self.tr(
            "%n interaction(s) have no such review with this rubric version: {0}",
            "",
            len(state.referenceless),
        ).format(names)

    def _settle(self) -> None:
        mode = Mode.STRICT if self.strict.isChecked() else Mode.SEALED
        chosen = next(
            (r for r, b in zip(_REFERENCES, self.references, strict=True) if b.isChecked()), None
        )
        self.settled.emit(mode, self.lead.isChecked(), chosen)

    def _set_deadline(self) -> None:
        moment: datetime | None = None
        if self.has_deadline.isChecked():
            seconds = self.deadline.dateTime().toSecsSinceEpoch()
            moment = datetime.fromtimestamp(seconds, self._services.clock.now().tzinfo)
        if moment != self._state.deadline:
            self.deadline_set.emit(moment)

    def _first_deadline(self) -> QDateTime:
        now = QDateTime.fromSecsSinceEpoch(int(self._services.clock.now().timestamp()))
        day = now.addDays(_DAYS)
        day.setTime(day.time().fromMSecsSinceStartOfDay(_HOUR * 3_600_000))
        return day


def _hint() -> QLabel:
    hint = make_label("small", wrap=True)
    hint.setContentsMargins(tokens.LOOSE, 0, 0, 0)
    return hint


def _scrolled(inside: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll
