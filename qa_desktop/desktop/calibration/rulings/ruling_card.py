"""One ruling in the book: what was decided about what, when, by whom, and what became of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qa_desktop.calibration.rulings.model import RulingChange
from qa_desktop.desktop.calibration.rulings.presenter import RulingLine
from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label

translate = QCoreApplication.translate


class RulingCardView(Card):
    """Signals, each with the ruling's id: `edit_requested`, `history_requested`,
    `withdraw_requested`, `back_requested`; `session_requested(str)` of its session."""

    edit_requested = Signal(str)
    history_requested = Signal(str)
    withdraw_requested = Signal(str)
    back_requested = Signal(str)
    session_requested = Signal(str)

    def __init__(self, theme: Theme, line: RulingLine, *, reads_only: bool = False) -> None:
        """`reads_only`: without buttons."""
        super().__init__(margin=tokens.SPACE + tokens.TIGHT)
        self.line = line
        ruling = line.ruling
        self.body.setSpacing(tokens.TIGHT)
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        head.addWidget(make_label("heading", line.item_title, wrap=True), 1)
        if ruling.withdrawn_at is not None:
            head.addWidget(Chip(translate("RulingCard", "withdrawn"), "bad"))
        elif ruling.proposed_draft is not None:
            head.addWidget(Chip(translate("RulingCard", "proposed as guidance"), "good"))
        self.body.addLayout(head)
        if ruling.text:
            self.body.addWidget(make_label("", ruling.text, wrap=True))
        if line.answer:
            self.body.addWidget(make_label("", answer_words(line), wrap=True))
        if ruling.tags:
            self.body.addWidget(_tags(ruling.tags))
        self.body.addWidget(make_label("small", facts_of(line), wrap=True))
        if not reads_only:
            self._add_buttons(theme)

    def _add_buttons(self, theme: Theme) -> None:
        ruling = self.line.ruling
        row = QWidget()
        flow = FlowLayout(row, tokens.TIGHT)
        keeps_height(row)
        wishes = [
            (translate("RulingCard", "Edit…"), self.edit_requested),
            (translate("RulingCard", "History"), self.history_requested),
            (translate("RulingCard", "Withdraw"), self.withdraw_requested),
        ]
        if ruling.withdrawn_at is not None:
            wishes = [
                (translate("RulingCard", "History"), self.history_requested),
                (translate("RulingCard", "Bring back"), self.back_requested),
            ]
        for word, signal in wishes:
            button = TextButton(theme, "link")
            button.name_it(word)
            button.setAccessibleName(f"{word}: {self.line.item_title}")
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(ruling.id))
            flow.addWidget(button)
        session = ruling.session_id
        if session is not None:
            button = TextButton(theme, "link")
            button.name_it(translate("RulingCard", "Session"))
            button.clicked.connect(lambda: self.session_requested.emit(session))
            flow.addWidget(button)
        self.body.addWidget(row)


def _tags(tags: Sequence[str]) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, tokens.SPACE)
    keeps_height(row)
    for tag in tags:
        flow.addWidget(Chip(tag))
    return row


def answer_words(line: RulingLine) -> str:
    """ "Agreed answer: 3 (…)", and where it was about one interaction."""
    if line.ruling.pseudonym is None:
        return translate("RulingCard", "Agreed answer: {0}").format(line.answer)
    return translate("RulingCard", "Agreed answer on one interaction of the session: {0}").format(
        line.answer
    )


def facts_of(line: RulingLine) -> str:
    ruling = line.ruling
    return translate("RulingCard", "{0} v{1} · {2} · {3}").format(
        line.rubric_title, ruling.rubric_version, ruling.ruled_by, moment_text(ruling.ruled_at)
    )


def change_words(change: RulingChange) -> str:
    """ "21 Nov 2026, 09:00 · Lin · edited"."""
    done = {
        "made": translate("RulingCard", "made"),
        "edited": translate("RulingCard", "edited"),
        "withdrawn": translate("RulingCard", "withdrawn"),
        "brought_back": translate("RulingCard", "brought back"),
        "proposed": translate("RulingCard", "proposed as guidance"),
        "unproposed": translate("RulingCard", "taken out of the draft again"),
    }
    return translate("RulingCard", "{0} · {1} · {2}").format(
        moment_text(change.at), change.by, done.get(change.what, change.what)
    )
