"""Grades one interaction: what was said on the left, the scorecard on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qa_desktop.base.settings import Settings
from qa_desktop.calibration.model import SessionState
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.player.choose import make_player
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.review.blind_opening import blind_work
from qa_desktop.desktop.review.blind_words import end_words, no_comparison_words
from qa_desktop.desktop.review.card.comparison_dialog import ComparisonDialog
from qa_desktop.desktop.review.card.explanation_dialog import ExplanationDialog
from qa_desktop.desktop.review.card.looking_back import last_compared
from qa_desktop.desktop.review.comments.comment_files import CommentFiles
from qa_desktop.desktop.review.comments.commenting import Commenting
from qa_desktop.desktop.review.comments.page_phrases import PagePhrases
from qa_desktop.desktop.review.connections import connect_parts
from qa_desktop.desktop.review.conversation.conversation_side import ConversationSide
from qa_desktop.desktop.review.grading_panel import GradingPanel, recall, remembered_splitter
from qa_desktop.desktop.review.grading_timer import GradingTimer
from qa_desktop.desktop.review.header import ReviewHeader
from qa_desktop.desktop.review.history_popup import HistoryPopup
from qa_desktop.desktop.review.key_router import KeyRouter
from qa_desktop.desktop.review.leaving import ask_leave
from qa_desktop.desktop.review.left_side import LeftSide
from qa_desktop.desktop.review.page_keys import PageKeys
from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.session import Opening
from qa_desktop.desktop.review.shortcuts import Action, ShortcutMap
from qa_desktop.desktop.review.sound.call_side import CallSide
from qa_desktop.desktop.review.spoken_news import news
from qa_desktop.desktop.review.state import PageState, Phase
from qa_desktop.desktop.review.submission import Submission
from qa_desktop.desktop.review.turns.correcting import Correcting
from qa_desktop.desktop.review.words import step_words
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.widgets.keyed import native_key, tell_keys
from qa_desktop.desktop.widgets.spoken import announce
from qa_desktop.interactions.model import InteractionDetail, Kind
from qa_desktop.reviews.model import Draft
from qa_desktop.reviews.past_store import PastStore
from qa_desktop.rubrics.explain import explain

_MEMORY = "review/columns"
_RUBRIC = "review/rubric"
_LEFT_SHARE, _RIGHT_SHARE = 66, 34


class ReviewPage(Retranslated):
    """Signals: `back_requested`, `help_requested`, `library_requested` (rubrics),
    `transcript_requested`; with the review's id `sheet_requested`, `second_requested`, `submitted`;
    `other_requested(str interaction_id)` for another review to be looked at beside this one;
    `saved(datetime)` after each COMMIT, `not_saved`, `undo_named(str)` with "" for nothing;
    `beside_requested`: another review beside this one; `neighbour_requested(-1 or 1)`: the one
    before or after it in the list; `focus_requested`: focus mode on or off; `began_playing`.

    Of a blind session (`blind`): `seal_requested` after `submitted`; `step_requested(interaction
    id)` in place of `neighbour_requested`. `said(str)`: words for the window to show.
    """

    accessible_role = QAccessible.Role.Grouping

    back_requested = Signal()
    help_requested = Signal()
    library_requested = Signal()
    transcript_requested = Signal()
    sheet_requested = Signal(str)
    second_requested = Signal(str)
    submitted = Signal(str)
    other_requested = Signal(str)
    saved = Signal(object)
    not_saved = Signal()
    undo_named = Signal(str)
    beside_requested = Signal()
    neighbour_requested = Signal(int)
    focus_requested = Signal()
    began_playing = Signal()
    seal_requested = Signal()
    step_requested = Signal(str)
    said = Signal(str)

    def __init__(
        self, services: Services, interaction_id: str, player: Player | None = None
    ) -> None:
        """`player` None: the one that the settings ask for. Raises ProblemError."""
        # First what may fail: no half a widget is left behind then.
        blind = blind_work(services, interaction_id)
        detail = services.interactions.detail(interaction_id)
        super().__init__()
        self._services = services
        self.interaction_id = interaction_id
        self.blind = blind
        self._detail = detail
        self._rubric_memory = f"{_RUBRIC}/{detail.interaction.kind}"
        self.presenter = ReviewPresenter(
            detail,
            services.reviews,
            services.rubrics,
            services.clock,
            services.language,
            Opening(
                usual_rubric=str(services.shared.value(self._rubric_memory, "")),
                blind=self.blind,
                precedents=services.rulings.precedents,
            ),
        )
        self.state: PageState = self.presenter.state()
        self._given_up: Draft | None = None
        self.setProperty("role", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if player is None and detail.interaction.kind is Kind.RECORDING:
            headless = QGuiApplication.platformName() in ("offscreen", "minimal")
            player = make_player(services.settings.engine, headless=headless)
        self._player = player
        self.header = ReviewHeader(services.theme)
        self.left = make_left_side(services, detail, player)
        self.panel = GradingPanel(services)
        self._columns = remembered_splitter(Qt.Orientation.Horizontal, services.memory, _MEMORY)
        self._columns.addWidget(self.left)
        self._columns.addWidget(self.panel)
        self._columns.setStretchFactor(0, _LEFT_SHARE)
        self._columns.setStretchFactor(1, _RIGHT_SHARE)
        if not recall(self._columns, services.memory, _MEMORY):
            self._columns.setSizes([_LEFT_SHARE * 20, _RIGHT_SHARE * 20])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._columns, 1)
        self.commenting = Commenting(self)
        self.submission = Submission(self, services)
        self.comment_files = CommentFiles(self, services)
        self.phrases = PagePhrases(self, services)
        self.correcting = Correcting(self, services)
        self.keys = PageKeys(self)
        self._shortcuts = ShortcutMap.of(services.settings.keys)
        self._router = KeyRouter(self, self._shortcuts, self.keys.perform)
        self.timer = GradingTimer(self, services)
        connect_parts(self)
        services.preferences.changed.connect(self._settings_changed)
        self.show_state(self.state)
        self.retranslate()
        if self.state.phase is Phase.GRADING:
            self.left.resume()

    def first_focus(self) -> QWidget:
        """Where the keys begin: at the rubric of the last time, where one must be chosen."""
        usual = self.panel.chooser.usual()
        return usual if usual and self.state.phase is Phase.CHOOSE_RUBRIC else self

    # State

    def show_state(self, state: PageState) -> None:
        before, self.state = self.state, self.correcting.with_steps(state)
        state = self.state
        active = self.commenting.active_of(state)
        self.header.show_state(state)
        self.left.show_faint(state.header.faint)
        self.panel.show_state(state, active)
        self.left.show_comments(state.comments, active, locked=state.read_only)
        if state.save != before.save:
            self._tell_saving()
        if QAccessible.isActive():
            announce(self, news(before, state))
        self.undo_named.emit(step_words(state.undo) if state.undo else "")

    def _tell_saving(self) -> None:
        save = self.state.save
        if save.unsaved:
            self.not_saved.emit()
        elif save.saved_at is not None:
            self.saved.emit(save.saved_at)

    def flush(self) -> None:
        """Saves at once what was typed or moved and is still waiting for a pause."""
        self.left.flush()
        self.correcting.flush()
        self.panel.flush()

    def save_typed(self) -> bool:
        """Whether all of the review is on disk now; what could not be saved is tried again."""
        # Characters that an input method still composes are typed too.
        QGuiApplication.inputMethod().commit()
        self.flush()
        if self.state.save.unsaved:
            self.show_state(self.presenter.retry())
        return not self.state.save.unsaved

    def give_up(self) -> None:
        """What can't be saved may be lost: leaving does not ask any more."""
        self._given_up = self.presenter.draft

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or the reviewer wants to lose it."""
        if self.save_typed() or self._given_up == self.presenter.draft:
            return True
        if ask_leave(self, self.state.save.problems, self._services.language):
            self.give_up()
            return True
        return False

    def show_focus_mode(self, *, on: bool) -> None:
        """Only what is graded and what with: the header goes, the way out stays."""
        self.header.setVisible(not on)
        self.panel.save_bar.show_focus_mode(on=on)

    @property
    def playing(self) -> bool:
        """Whether its sound is heard now."""
        return self.left.sound is not None and self.left.sound.listening.playing

    def pause(self) -> None:
        """Where it plays: another review begins to."""
        if self.left.sound is not None and self.playing:
            self.left.sound.listening.pause()

    def take_keys(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def key_text(self, action: str) -> str | None:
        """The key in force, for what shows it; None for what is no action of the page."""
        known = {str(each): each for each in Action}
        return native_key(self._shortcuts.first(known[action])) if action in known else None

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.keys != after.keys:
            self._shortcuts = ShortcutMap.of(after.keys)
            self._router.use(self._shortcuts)
            tell_keys(self)

    def reload_words(self) -> None:
        """Words were corrected, or speakers told, here or in another window."""
        self._detail = self._services.interactions.detail(self.interaction_id)
        self.left.use_detail(self._detail)
        self.show_state(self.presenter.use_detail(self._detail))

    def reload_blind(self) -> None:
        """Something became of the session, or of what was submitted to it."""
        if self.blind is not None:
            self.blind = blind_work(self._services, self.interaction_id)
        if self.blind is not None:
            self.show_state(self.presenter.use_blind(self.blind))

    # What the person wants

    def step(self, by: int) -> None:
        """To the interaction before (-1) or after (1) this one."""
        if self.blind is None:
            self.neighbour_requested.emit(by)
            return
        found = self.blind.after if by > 0 else self.blind.before
        if found is None:
            self.said.emit(end_words(by))
        else:
            self.step_requested.emit(found)

    def choose_rubric(self, rubric_id: str, version: int) -> None:
        """It comes first at the next interaction of this kind."""
        self._services.shared.setValue(self._rubric_memory, rubric_id)
        self.show_state(self.presenter.choose_rubric(rubric_id, version))
        self.take_keys()

    def go_on(self) -> None:
        """In another reviewer's draft."""
        self.show_state(self.presenter.go_on())
        self.take_keys()

    def start_own(self) -> None:
        """A review beside another reviewer's draft."""
        self.show_state(self.presenter.start_own())
        self.take_keys()

    def set_na(self) -> None:
        if self.state.current_item:
            self.show_state(self.presenter.set_na(self.state.current_item))

    def clear_answer(self) -> None:
        if self.state.current_item and not self.state.read_only:
            self.show_state(self.presenter.clear(self.state.current_item))

    def mark(self, item_id: str, which: int) -> None:
        """A measure's moment is where the reviewer listens or reads now."""
        moment_ms = self.left.moment_ms()
        if moment_ms is not None:
            self.show_state(self.presenter.mark(item_id, which, moment_ms))

    def go_to_unanswered(self) -> None:
        self.show_state(self.presenter.next_unanswered())
        self.take_keys()

    def undo(self) -> None:
        """The last step, of the review or of its transcript, whichever came last."""
        self.flush()
        if not self.correcting.undo():
            self.show_state(self.presenter.undo())

    def redo(self) -> None:
        self.flush()
        if not self.correcting.redo():
            self.show_state(self.presenter.redo())

    def show_history(self) -> None:
        """The last steps, to go back to any of them."""
        if self.state.read_only:
            return
        self.flush()
        popup = HistoryPopup(self._services.theme, self.presenter.history(), self)
        popup.jump_requested.connect(lambda by: self.show_state(self.presenter.jump(by)))
        popup.open_above(self.panel.save_bar)

    def submit(self) -> None:
        """Submits, or points at what lacks."""
        self.submission.submit()

    def show_why(self) -> None:
        rubric, result = self.presenter.rubric, self.presenter.result()
        if rubric is None or result is None:
            return
        score = self.state.score
        title = self.tr("{0}: {1}").format(self.state.header.rubric, score.text or "–")
        rows = explain(rubric, result, self._services.language)
        dialog = ExplanationDialog(self._services.theme, title, rows, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def fold_answered(self) -> None:
        self.show_state(self.presenter.fold_answered())
        self.take_keys()

    def show_comparison(self) -> None:
        """Beside the agent's last review."""
        services, rubric = self._services, self.presenter.rubric
        if rubric is None:
            return
        if self.blind is not None:
            revealed = self.blind.state is SessionState.REVEALED
            self.said.emit(no_comparison_words(revealed=revealed))
            return
        self.flush()
        comparison = last_compared(
            self._detail,
            rubric,
            self.presenter.draft,
            past=PastStore(services.workspace.database),
            reviews=services.reviews,
            rubrics=services.rubrics,
            language=services.language,
        )
        dialog = ComparisonDialog(services.theme, comparison, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_requested.connect(self.other_requested)
        dialog.open()

    # Comments

    def go_to(self, place: str) -> None:
        """To a turn by its position, or to a comment by its id; what search found."""
        if any(comment.id == place for comment in self.state.comments):
            self.commenting.activate(place)
        elif place.isdecimal():
            self.left.go_to_turn(int(place))

    # Language and the end

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Review"))
        if self.state.language != self._services.language:
            self.show_state(self.presenter.set_language(self._services.language))

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever opened the page hears only now what there was before it was connected."""
        super().showEvent(event)
        self.timer.heed_settings()
        self._tell_saving()
        self.undo_named.emit(step_words(self.state.undo) if self.state.undo else "")

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        self.timer.keep()
        self.left.close_sound()
        super().closeEvent(event)


def make_left_side(
    services: Services, detail: InteractionDetail, player: Player | None
) -> LeftSide:
    """By what is graded. A call of which only the words came in is read like a conversation."""
    recording = detail.interaction.kind is Kind.RECORDING and bool(detail.recordings)
    if recording and player is not None:
        return CallSide(services, detail, player)
    return ConversationSide(services, detail)
