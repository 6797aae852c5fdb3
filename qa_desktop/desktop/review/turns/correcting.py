"""Corrects words and tells speakers on the review page, and takes that back in order of time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.desktop.review.blind_words import fixed_words
from qa_desktop.desktop.review.state import PageState, StepState
from qa_desktop.desktop.review.turns.speaker_dialog import SpeakerDialog
from qa_desktop.desktop.review.turns.turn_editor import TurnEditor
from qa_desktop.desktop.review.turns.turn_menu import TurnDeeds, TurnFacts, TurnMenus
from qa_desktop.desktop.review.turns.turn_selection import Selection
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import Speaker, Turn
from qa_desktop.interactions.speakers import speaker_of, swapped, turns_of
from qa_desktop.interactions.transcript_store import TranscriptChange
from qa_desktop.reviews.model import Draft

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage

CORRECTION, SPEAKERS = "correction", "speakers"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """A change of the transcript; `draft`: the review as it was then, so that undo knows which of
    the two came last."""

    change: TranscriptChange
    code: str
    draft: Draft


class Correcting(QObject):
    """What is corrected belongs to the interaction, not to the review: it holds for every reviewer
    and stays when the review is submitted. Ctrl+Z takes it back while the page is open, among the
    review's own steps by the order of time; later, the menu takes it back one by one or all."""

    def __init__(self, page: "ReviewPage", services: Services) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._menus: TurnMenus | None = None
        self._editor: TurnEditor | None = None
        panel = page.left.turns
        if panel is not None:
            self._editor = TurnEditor(panel.canvas)
            self._editor.written.connect(self._correct)
            self._editor.closed.connect(page.take_keys)
            self._menus = TurnMenus(panel, self._deeds())
            panel.menu_requested.connect(self._open_menu)
            panel.correction_requested.connect(self.edit)
        services.news.transcript_changed.connect(self._hear)

    def _deeds(self) -> TurnDeeds:
        left, store = self._page.left, self._services.transcripts
        interaction_id = self._page.interaction_id
        return TurnDeeds(
            comment=left.comment_on,
            quote=left.quote,
            correct=self.edit,
            play=left.play_from,
            copy=left.copy,
            revert=lambda position, each: self._do(
                CORRECTION, lambda: store.revert(interaction_id, position, each.start_char)
            ),
            revert_all=lambda: self._do(CORRECTION, lambda: store.revert_all(interaction_id)),
            be=lambda turn, role: self._tell(replace(speaker_of(turn), role=role)),
            rename=self._rename,
            as_imported=self._as_imported,
            swap=self.swap,
        )

    # Asked for

    def flush(self) -> None:
        """Takes what is being typed."""
        if self._editor is not None:
            self._editor.finish()

    def edit_here(self) -> bool:
        """The words selected, those at the caret or being said, or the turn one stands on."""
        panel = self._page.left.turns
        if panel is None:
            return False
        if self._fixed():
            return True
        chosen = panel.words_here()
        if chosen is None:
            return False
        self.edit(chosen)
        return True

    def _fixed(self) -> bool:
        """Whether nothing may be corrected here, which is said."""
        if self._page.blind is not None:
            self._page.said.emit(fixed_words())
        return self._page.blind is not None

    def edit(self, chosen: Selection) -> None:
        if self._fixed():
            return
        turn = self._page.left.turn(chosen.turn)
        if turn is None or self._editor is None or chosen.end_turn is not None:
            return
        self._page.left.reveal_all(turn.position)
        span = chosen.span_in(turn.position, len(turn.text))
        self._page.left.clear_selection()
        self._editor.edit(turn, span)

    def open_speakers(self) -> bool:
        """The menu of who says the turn that one stands on."""
        if self._fixed():
            return True
        panel = self._page.left.turns
        position = panel.position_here() if panel is not None else None
        turn = self._page.left.turn(position) if position is not None else None
        if panel is None or turn is None or self._menus is None:
            return False
        self._menus.open_speaker(panel.point_of(turn.position), turn)
        return True

    def swap(self) -> None:
        """Agent and customer of the whole transcript."""
        self._tell(*swapped(self._page.left.detail.turns))

    def _open_menu(self, at: QPoint, position: int, char: int) -> None:
        left = self._page.left
        turn = left.turn(position)
        if turn is None or self._menus is None:
            return
        facts = TurnFacts(
            turn=turn,
            char=char,
            selection=left.turns.selection() if left.turns is not None else None,
            locked=self._page.state.read_only,
            corrections=sum(len(each.corrections) for each in left.detail.turns),
            timed=left.sound is not None and turn.start_ms is not None,
            fixed=self._page.blind is not None,
        )
        self._menus.open_turn(at, facts)

    def _rename(self, turn: Turn) -> None:
        speaker = speaker_of(turn)
        count = turns_of(speaker, self._page.left.detail.turns)
        imported = speaker.imported_author or ""
        dialog = SpeakerDialog(turn.author or "", imported, count, self._page)
        dialog.finished.connect(dialog.deleteLater)

        def take() -> None:
            name = dialog.name()
            self._tell(replace(speaker, name=name if name not in ("", imported) else None))

        dialog.accepted.connect(take)
        dialog.open()

    def _as_imported(self, turn: Turn) -> None:
        speaker = speaker_of(turn)
        self._tell(replace(speaker, role=speaker.imported_role, name=None))

    def _correct(self, position: int, before: str, after: str) -> None:
        store, interaction_id = self._services.transcripts, self._page.interaction_id
        written = self._do(
            CORRECTION, lambda: store.correct(interaction_id, position, after, before=before)
        )
        if written:
            return
        # What was typed is not lost because it could not be saved.
        self._page.reload_words()
        turn = self._page.left.turn(position)
        if turn is not None and self._editor is not None:
            self._editor.edit(turn, None)
            self._editor.setPlainText(after)

    def _tell(self, *speakers: Speaker) -> None:
        store, interaction_id = self._services.transcripts, self._page.interaction_id
        self._do(SPEAKERS, lambda: store.tell_speakers(interaction_id, speakers))

    def _do(self, code: str, act: Callable[[], TranscriptChange]) -> bool:
        # What is typed in the scorecard comes before this in the order of steps.
        self._page.flush()
        change = self._attempt(act)
        if change is None:
            return False
        if change.changed:
            step = _Step(change=change, code=code, draft=self._page.presenter.draft)
            self._done.append(step)
            self._undone.clear()
            self._announce()
        return True

    def _attempt(self, act: Callable[[], TranscriptChange]) -> TranscriptChange | None:
        try:
            change = act()
        except ProblemError as error:
            self._show(error.problems)
            return None
        self._show(())
        return change

    def _show(self, problems: tuple[Problem, ...]) -> None:
        panel = self._page.left.turns
        if panel is not None:
            panel.show_problems(problems)

    # Undo and redo

    def undo(self) -> bool:
        """Takes the last change back, if nothing of the review was changed after it."""
        return self._step(self._done, self._undone, back=True)

    def redo(self) -> bool:
        return self._step(self._undone, self._done, back=False)

    def _step(self, source: list[_Step], target: list[_Step], *, back: bool) -> bool:
        step = self._latest(source)
        if step is None:
            return False
        change = step.change
        overlay = change.before if back else change.after
        store = self._services.transcripts
        if self._attempt(lambda: store.put(change.interaction_id, overlay)) is not None:
            source.pop()
            target.append(step)
            self._announce()
        return True

    def _latest(self, steps: list[_Step]) -> _Step | None:
        if not steps or steps[-1].draft != self._page.presenter.draft:
            return None
        return steps[-1]

    def with_steps(self, state: PageState) -> PageState:
        """The page's state with what undo and redo would do, where that is of the transcript."""
        done, undone = self._latest(self._done), self._latest(self._undone)
        if done is not None:
            state = replace(state, undo=StepState(code=done.code))
        if undone is not None:
            state = replace(state, redo=StepState(code=undone.code))
        return state

    # What changed

    def _announce(self) -> None:
        """To this page and to every other that shows the same interaction."""
        self._services.news.transcript_changed.emit(self._page.interaction_id)

    def _hear(self, interaction_id: str) -> None:
        if interaction_id == self._page.interaction_id:
            self._page.reload_words()
