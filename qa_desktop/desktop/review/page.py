"""Grades one interaction: what was said on the left, the scorecard on the right."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.player.choose import make_player
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.review.comment_states import Anchor
from qa_desktop.desktop.review.correction_dialog import CorrectionDialog
from qa_desktop.desktop.review.explanation_dialog import ExplanationDialog
from qa_desktop.desktop.review.grading_panel import GradingPanel, recall, remembered_splitter
from qa_desktop.desktop.review.header import ReviewHeader
from qa_desktop.desktop.review.key_router import KeyRouter
from qa_desktop.desktop.review.leaving import ask_leave
from qa_desktop.desktop.review.left_side import LeftSide
from qa_desktop.desktop.review.name_dialog import NameDialog
from qa_desktop.desktop.review.page_keys import PageKeys
from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.shortcuts import ShortcutMap
from qa_desktop.desktop.review.state import PageState, Phase
from qa_desktop.desktop.review.words import step_words
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.model import Draft
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.explain import explain

_MEMORY = "review/columns"
_RUBRIC = "review/rubric"
_NAME_ASKED, _YES = "review/name_asked", "yes"
_LEFT_SHARE, _RIGHT_SHARE = 66, 34


class ReviewPage(Retranslated):
    """Signals: `back_requested`, `help_requested`, `library_requested` (rubrics),
    `transcript_requested`; `sheet_requested(str review_id)`; `submitted(str review_id)`;
    `saved(datetime)` after each COMMIT, `not_saved`, `undo_named(str)` with "" for nothing.
    """

    back_requested = Signal()
    help_requested = Signal()
    library_requested = Signal()
    transcript_requested = Signal()
    sheet_requested = Signal(str)
    submitted = Signal(str)
    saved = Signal(object)
    not_saved = Signal()
    undo_named = Signal(str)

    def __init__(
        self, services: Services, interaction_id: str, player: Player | None = None
    ) -> None:
        """`player` None: the one that the settings ask for. Raises ProblemError."""
        super().__init__()
        self._services = services
        self.interaction_id = interaction_id
        detail = services.interactions.detail(interaction_id)
        self._rubric_memory = f"{_RUBRIC}/{detail.interaction.kind}"
        self.presenter = ReviewPresenter(
            detail,
            services.reviews,
            services.rubrics,
            services.clock,
            services.language,
            str(services.memory.value(self._rubric_memory, "")),
        )
        self.state: PageState = self.presenter.state()
        self._active_comment: str | None = None
        self._stamp: Anchor | None = None
        self._live = False
        self._given_up: Draft | None = None
        self.setProperty("role", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if player is None and detail.interaction.kind is Kind.RECORDING:
            headless = QGuiApplication.platformName() in ("offscreen", "minimal")
            player = make_player(services.settings.engine, headless=headless)
        self._player = player
        self.header = ReviewHeader(services.theme)
        self.left = LeftSide(services, detail, player)
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
        self._keys = PageKeys(self)
        self._router = KeyRouter(self, ShortcutMap(), self._keys.perform)
        self._connect_left()
        self._connect_card()
        self._connect_comments()
        self._connect_bars()
        self.show_state(self.state)
        self.retranslate()

    def first_focus(self) -> QWidget:
        """Where the keys begin: at the rubric of the last time, where one must be chosen."""
        usual = self.panel.chooser.usual()
        return usual if usual and self.state.phase is Phase.CHOOSE_RUBRIC else self

    # Connections

    def _connect_left(self) -> None:
        self.left.comment_requested.connect(self._begin_comment)
        self.left.comment_activated.connect(self.activate_comment)
        self.left.comment_moved.connect(
            lambda comment_id, anchor: self.show_state(
                self.presenter.move_comment(comment_id, anchor)
            )
        )
        self.left.transcript_requested.connect(self.transcript_requested)
        self.left.left.connect(self._take_keys)

    def _connect_card(self) -> None:
        card, presenter = self.panel.scorecard, self.presenter
        card.item_selected.connect(lambda i: self.show_state(presenter.select_item(i)))
        card.chosen.connect(lambda i, key: self.show_state(presenter.choose(i, key)))
        card.na_requested.connect(lambda i: self.show_state(presenter.set_na(i)))
        card.number_typed.connect(lambda i, text: self.show_state(presenter.set_number(i, text)))
        card.number_stepped.connect(lambda i, by: self.show_state(presenter.step_number(i, by)))
        card.mark_requested.connect(self.mark)
        card.unmark_requested.connect(lambda i: self.show_state(presenter.unmark(i)))
        card.comment_typed.connect(
            lambda i, text: self.show_state(presenter.set_item_comment(i, text))
        )
        card.reason_toggled.connect(
            lambda i, reason: self.show_state(presenter.toggle_reason(i, reason))
        )
        card.section_folded.connect(lambda s: self.show_state(presenter.fold(s)))
        card.adjusted.connect(lambda a, by: self.show_state(presenter.adjust(a, by)))
        card.summary_typed.connect(lambda text: self.show_state(presenter.set_summary(text)))
        card.left.connect(self._take_keys)

    def _connect_comments(self) -> None:
        comments, presenter = self.panel.comments, self.presenter
        comments.activated.connect(self.activate_comment)
        comments.edit_requested.connect(lambda c: self.show_state(presenter.edit_comment(c)))
        comments.delete_requested.connect(self._delete_comment)
        comments.begun.connect(self._stamp_comment)
        comments.typed.connect(self._type_comment)
        comments.kind_chosen.connect(
            lambda c, kind: self.show_state(presenter.set_comment_kind(c, kind))
        )
        comments.link_requested.connect(self._link_comment)
        comments.finished.connect(self._finish_comment)
        comments.new_requested.connect(self.left.ask_comment)

    def _connect_bars(self) -> None:
        self.header.back_requested.connect(self.back_requested)
        self.header.help_requested.connect(self.help_requested)
        self.header.scenario_chosen.connect(
            lambda key: self.show_state(self.presenter.choose_scenario(key or None))
        )
        panel = self.panel
        panel.chooser.rubric_chosen.connect(self.choose_rubric)
        panel.chooser.library_requested.connect(self.library_requested)
        panel.draft.go_on_requested.connect(self.go_on)
        panel.draft.own_requested.connect(self.start_own)
        panel.score.why_requested.connect(self.show_why)
        panel.score.next_unanswered_requested.connect(self.go_to_unanswered)
        panel.score.veto_activated.connect(lambda i: self.show_state(self.presenter.select_item(i)))
        bar = panel.save_bar
        bar.undo_requested.connect(self.undo)
        bar.redo_requested.connect(self.redo)
        bar.retry_requested.connect(lambda: self.show_state(self.presenter.retry()))
        bar.submit_requested.connect(self.submit)
        bar.correct_requested.connect(self._ask_correction)
        bar.sheet_requested.connect(lambda: self.sheet_requested.emit(self.state.review_id or ""))

    # State

    def show_state(self, state: PageState) -> None:
        before, self.state = self.state, state
        editing = next((c.id for c in state.comments if c.editing), None)
        self._active_comment = editing or self._active_comment
        self.header.show_state(state)
        self.panel.show_state(state, self._active_comment)
        self.left.show_comments(state.comments, self._active_comment, locked=state.read_only)
        if state.save != before.save:
            self._tell_saving()
        self.undo_named.emit(step_words(state.undo) if state.undo else "")

    def _tell_saving(self) -> None:
        save = self.state.save
        if save.unsaved:
            self.not_saved.emit()
        elif save.saved_at is not None:
            self.saved.emit(save.saved_at)

    def flush(self) -> None:
        """Saves at once what was typed and is still waiting for a pause."""
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

    def _take_keys(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the person wants

    def choose_rubric(self, rubric_id: str, version: int) -> None:
        """It comes first at the next interaction of this kind."""
        self._services.memory.setValue(self._rubric_memory, rubric_id)
        self.show_state(self.presenter.choose_rubric(rubric_id, version))
        self._take_keys()

    def go_on(self) -> None:
        """In another reviewer's draft."""
        self.show_state(self.presenter.go_on())
        self._take_keys()

    def start_own(self) -> None:
        """A review beside another reviewer's draft."""
        self.show_state(self.presenter.start_own())
        self._take_keys()

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
        self._take_keys()

    def undo(self) -> None:
        self.flush()
        self.show_state(self.presenter.undo())

    def redo(self) -> None:
        self.flush()
        self.show_state(self.presenter.redo())

    def submit(self) -> None:
        """Submits, or points at what lacks."""
        if self.state.read_only:
            return
        self.flush()
        if not self.state.missing.count and self._nameless():
            self._ask_name()
            return
        self._submit()

    def _submit(self) -> None:
        self.show_state(self.presenter.submit())
        self._take_keys()
        if self.state.phase is Phase.SUBMITTED and self.state.review_id:
            self.submitted.emit(self.state.review_id)

    def _nameless(self) -> bool:
        """Whether nobody said yet whose review it is; it is asked once."""
        asked = self._services.memory.value(_NAME_ASKED) == _YES
        return not self._services.settings.reviewer and not asked

    def _ask_name(self) -> None:
        services = self._services
        dialog = NameDialog(services.theme, services.preferences.language, self._keep_name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._submit_as(dialog.name()))
        dialog.open()

    def _keep_name(self, name: str) -> Sequence[Problem]:
        preferences = self._services.preferences
        preferences.change(replace(preferences.settings(), reviewer=name))
        return preferences.problems

    def _submit_as(self, name: str) -> None:
        """ "" submits without a name, and it is not asked for again."""
        self._services.memory.setValue(_NAME_ASKED, _YES)
        if name:
            database = self._services.workspace.database
            self.presenter.act_as(ReviewStore(database, self._services.clock, name))
        self._submit()

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

    def _ask_correction(self) -> None:
        dialog = CorrectionDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.show_state(self.presenter.correct(dialog.reason())))
        dialog.open()

    # Comments

    def go_to(self, place: str) -> None:
        """To a turn by its position, or to a comment by its id; what search found."""
        if any(comment.id == place for comment in self.state.comments):
            self.activate_comment(place)
        elif place.isdecimal():
            self.left.go_to_turn(int(place))

    def activate_comment(self, comment_id: str) -> None:
        comment = next((c for c in self.state.comments if c.id == comment_id), None)
        if comment is not None:
            self._active_comment = comment_id
            self.left.go_to(comment)
            self.show_state(self.state)

    def _begin_comment(self, anchor: Anchor, live: bool) -> None:
        if self.state.phase is Phase.GRADING:
            self.panel.comments.flush()
            self._live = live
            self._stamp = None
            self.show_state(self.presenter.begin_comment(anchor))

    def _stamp_comment(self, _comment_id: str) -> None:
        """The sound went on while the comment waited for its first letter: it is about now."""
        if self._live:
            self._stamp = self.left.live_anchor()
        self._live = False

    def _type_comment(self, comment_id: str, text: str) -> None:
        stamp, self._stamp = self._stamp, None
        self.show_state(self.presenter.type_comment(comment_id, text, stamp))

    def _link_comment(self, comment_id: str) -> None:
        comment = next((c for c in self.state.comments if c.id == comment_id), None)
        linked = comment is not None and comment.item_id is not None
        item_id = None if linked else self.state.current_item
        self.show_state(self.presenter.link_comment(comment_id, item_id))

    def _finish_comment(self) -> None:
        self.show_state(self.presenter.finish_comment())
        self._take_keys()

    def _delete_comment(self, comment_id: str) -> None:
        self.show_state(self.presenter.delete_comment(comment_id))
        self._take_keys()

    # Language and the end

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Review"))
        if self.state.language != self._services.language:
            self.show_state(self.presenter.set_language(self._services.language))

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever opened the page hears only now what there was before it was connected."""
        super().showEvent(event)
        self._tell_saving()
        self.undo_named.emit(step_words(self.state.undo) if self.state.undo else "")

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        self.left.close_sound()
        super().closeEvent(event)
