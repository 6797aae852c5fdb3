"""The meeting on a projector: one divided item after another, decided on the spot."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.calibration.meeting.answer_plot import AnswerPlot
from qa_desktop.desktop.calibration.meeting.keys import MeetingKey, key_of
from qa_desktop.desktop.calibration.meeting.large_type import LargeType, enlarge, set_size
from qa_desktop.desktop.calibration.meeting.meeting_bar import KeysBar, MeetingBar
from qa_desktop.desktop.calibration.meeting.presenter import MeetingPresenter
from qa_desktop.desktop.calibration.meeting.side_panel import (
    DecidedCard,
    GuidanceCard,
    RulingCard,
)
from qa_desktop.desktop.calibration.meeting.state import MeetingState
from qa_desktop.desktop.calibration.results.interface_words import spoken
from qa_desktop.desktop.calibration.results.interval import interval_text, number
from qa_desktop.desktop.calibration.results.loading import Loaded
from qa_desktop.desktop.calibration.results.moments_panel import MomentsPanel
from qa_desktop.desktop.calibration.results.presenter import ResultsPresenter
from qa_desktop.desktop.calibration.results.ruling_desk import RulingDesk
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.rubrics.model import Answer, Multi

_SIZE = (1280, 720)
_LEFT, _RIGHT = 3, 2
_MOST_DECIDED = 3


class MeetingWindow(Retranslated):
    """A window of its own, as large as the screen. Signals: `ended` when it is closed; `shown`
    when a state was drawn."""

    ended = Signal()
    shown = Signal()

    def __init__(
        self,
        services: Services,
        loaded: Loaded,
        desk: RulingDesk,
        parent: QWidget | None = None,
        player: Player | None = None,
    ) -> None:
        """`player` None: the one that the settings ask for."""
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._loaded = loaded
        session = loaded.graded.session
        self.presenter = MeetingPresenter(
            ResultsPresenter(loaded, services.language, spoken(session)), desk
        )
        self.state: MeetingState | None = None
        self._type = LargeType(_SIZE[1])
        theme = services.theme
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bar = MeetingBar(theme)
        self.foot = KeysBar()
        self.banner = ProblemBanner(theme, lambda: services.language)
        self._title = make_label("", wrap=True)
        self._facts = make_label("muted", wrap=True)
        self._where = make_label("heading")
        self.plot = AnswerPlot(theme)
        self.moments = MomentsPanel(services, player)
        self.guidance = GuidanceCard()
        self.ruling = RulingCard(theme)
        self.decided = DecidedCard()
        self.empty = EmptyState(theme, "circle-check")
        self.empty.first_requested.connect(self.close)
        self._lay_out()
        self._connect()
        self.resize(*_SIZE)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(tokens.TIGHT)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        answers = Card(margin=tokens.SPACE + tokens.TIGHT)
        answers.body.addWidget(self._where)
        answers.body.addWidget(self.plot, 1)
        comments = Card(margin=tokens.SPACE + tokens.TIGHT)
        comments.body.addWidget(self.moments)
        left = QVBoxLayout()
        left.setSpacing(tokens.SPACE + tokens.TIGHT)
        left.addLayout(head)
        left.addWidget(answers, 3)
        left.addWidget(comments, 3)
        right = QVBoxLayout()
        right.setSpacing(tokens.SPACE + tokens.TIGHT)
        right.addWidget(self.guidance, 3)
        right.addWidget(self.ruling, 3)
        right.addWidget(self.decided)
        columns = QHBoxLayout()
        columns.setContentsMargins(tokens.LOOSE, tokens.SPACE, tokens.LOOSE, tokens.SPACE)
        columns.setSpacing(tokens.LOOSE)
        columns.addLayout(left, _LEFT)
        columns.addLayout(right, _RIGHT)
        work = QWidget()
        body = QVBoxLayout(work)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.banner)
        body.addLayout(columns, 1)
        stage = QWidget()
        self._stage = QStackedLayout(stage)
        self._stage.addWidget(work)
        self._stage.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(stage, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.bar.previous_requested.connect(lambda: self.perform(MeetingKey.BACK))
        self.bar.next_requested.connect(lambda: self.perform(MeetingKey.ON))
        self.bar.names_requested.connect(lambda: self.perform(MeetingKey.NAMES))
        self.bar.screen_requested.connect(lambda: self.perform(MeetingKey.SCREEN))
        self.bar.end_requested.connect(self.close)
        self.plot.chosen.connect(self._choose_column)
        self.ruling.typed.connect(self._keep)
        self.ruling.decide_requested.connect(lambda: self.perform(MeetingKey.DECIDE))
        self.ruling.left.connect(self.setFocus)
        self.decided.item_requested.connect(
            lambda item: self._show(lambda: self.presenter.go_to_item(item))
        )

    def show_large(self) -> None:
        """Over the whole screen, but for the system's own bars."""
        self.showMaximized()
        self.setFocus()

    # What a person wants

    def perform(self, wish: MeetingKey) -> None:
        """What a key or a button asks for."""
        presenter = self.presenter
        if wish is MeetingKey.SCREEN:
            self._toggle_screen()
            return
        if wish is MeetingKey.LEAVE:
            self._leave()
            return
        if presenter.is_empty or self.state is None:
            return
        self.ruling.field.flush()
        shown = self.state.names_shown
        wishes: dict[MeetingKey, Callable[[], MeetingState]] = {
            MeetingKey.BACK: lambda: presenter.go(-1),
            MeetingKey.ON: lambda: presenter.go(1),
            MeetingKey.UP: lambda: presenter.step_interaction(-1),
            MeetingKey.DOWN: lambda: presenter.step_interaction(1),
            MeetingKey.NAMES: lambda: presenter.show_names(shown=not shown),
            MeetingKey.DECIDE: presenter.decide,
        }
        if wish is MeetingKey.PLAY:
            self.moments.toggle_first()
        elif wish is MeetingKey.WRITE:
            self.ruling.field.setFocus()
        else:
            self._show(wishes[wish])

    def _choose_column(self, place: int) -> None:
        state = self.state
        if state is None:
            return
        answer = state.columns[place].answer
        if isinstance(state.item.answer, Multi) and answer is not None and not answer.na:
            answer = _toggled(state.item.answer, state.agreed, answer)
        elif state.columns[place].is_agreed:
            answer = None
        self._show(lambda: self.presenter.agree_on(answer))

    def _choose_by_key(self, sign: str) -> bool:
        """A digit is the scale's value or the answer's place, "n" is N/A."""
        state = self.state
        if state is None:
            return False
        last = len(state.columns) - 1
        if sign == "n":
            found = [n for n, one in enumerate(state.columns) if one.answer and one.answer.na]
        else:
            found = [n for n, one in enumerate(state.columns) if one.label == sign]
            if not found and sign.isdecimal() and 0 < int(sign) <= last + 1:
                found = [int(sign) - 1]
        if found:
            self._choose_column(found[0])
        return bool(found)

    def _keep(self, text: str) -> None:
        self._show(lambda: self.presenter.typed(text))

    def _toggle_screen(self) -> None:
        if self.isFullScreen():
            self.showMaximized()
        else:
            self.showFullScreen()

    def _leave(self) -> None:
        """Out of the full screen first."""
        if self.isFullScreen():
            self.showMaximized()
        else:
            self.close()

    # State

    def _show(self, call: Callable[[], MeetingState]) -> None:
        try:
            state = call()
        except ProblemError as error:
            self.banner.show_problems(error.problems)
            return
        self.banner.show_problems(())
        self.show_state(state)

    def show_state(self, state: MeetingState) -> None:
        before, self.state = self.state, state
        type_ = self._type
        words = self.presenter.results.spoken
        self.bar.show_state(self._loaded.graded.session.title, state, type_)
        self._title.setText(state.title)
        set_size(self._title, type_.title, bold=True)
        self._facts.setText(self._facts_of(state))
        set_size(self._facts, type_.note)
        self._where.setText(self._where_of(state))
        set_size(self._where, type_.body, bold=True)
        self.plot.show_columns(state.columns, type_, self.tr("Ref."), self.tr("agreed"))
        self.ruling.show_state(state, type_)
        self.decided.show_state(state, type_, _MOST_DECIDED)
        other = before is None or (before.item, before.interaction) != (
            state.item,
            state.interaction,
        )
        if before is None or before.item is not state.item:
            self.guidance.show_state(state, type_)
        if other or before is None or before.names_shown != state.names_shown:
            if other:
                self.moments.stop()
            self._show_moments(state, words.interactions[state.interaction])
        self.shown.emit()

    def _show_moments(self, state: MeetingState, where: str) -> None:
        self.moments.show_moments(
            self._loaded.graded.session,
            state.moments,
            self._loaded.details,
            self.presenter.labels,
            self.tr("{0}: nobody commented on this item.").format(where),
        )
        enlarge(self.moments, self._type)
        for card in self.moments.cards:
            card.strip.enlarge(self._type.factor)

    def _facts_of(self, state: MeetingState) -> str:
        one = state.agreement
        parts = [state.section]
        if one.coefficient.value is not None:
            figure = number(one.coefficient.value)
            interval = interval_text(one.coefficient)
            parts.append(self.tr("agreement α {0} {1}").format(figure, interval).strip())
        elif one.note:
            parts.append(one.note)
        if state.share_pct:
            parts.append(self.tr("{0} % of all disagreement").format(state.share_pct))
        return " · ".join(parts)

    def _where_of(self, state: MeetingState) -> str:
        words = self.presenter.results.spoken
        name = words.interactions[state.interaction]
        place = state.interactions.index(state.interaction) + 1
        if len(state.interactions) > 1:
            name = self.tr("{0}  ({1} of {2})").format(name, place, len(state.interactions))
        if state.missing:
            people = ", ".join(state.missing)
            name = self.tr("{0} · no answer: {1}").format(name, people)
        return name

    def retranslate(self) -> None:
        session = self._loaded.graded.session
        self.setWindowTitle(self.tr("Meeting: {0}").format(session.title))
        self.presenter.results.speak(self._services.language, spoken(session))
        self.foot.retranslate()
        self.empty.show_words(
            self.tr("Nothing to settle"),
            self.tr("Everybody gave the same answers to every item of this session."),
            self.tr("Close"),
        )
        self._stage.setCurrentIndex(1 if self.presenter.is_empty else 0)
        if self.presenter.is_empty:
            self.bar.show_title(session.title)
            return
        self.state = None
        self._show(self.presenter.state)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = key_of(event)
        if wish is not None:
            self.perform(wish)
            return
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and (
            self._choose_by_key(event.text().lower())
        ):
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._type = LargeType(event.size().height())
            self.setStyleSheet(self._type.sheet())
            state, self.state = self.state, None
            if state is not None:
                self.show_state(state)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.ruling.field.flush()
        self.moments.close_sound()
        super().closeEvent(event)
        self.ended.emit()


def _toggled(kind: Multi, agreed: Answer | None, one: Answer) -> Answer | None:
    """The set of chosen options with that one in it, or without it."""
    order = [option.id for option in kind.options]
    before = set(agreed.values or ()) if agreed is not None else set()
    after = before ^ set(one.values or ())
    return Answer(values=tuple(sorted(after, key=order.index))) if after else None
