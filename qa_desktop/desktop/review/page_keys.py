"""What each key of the review page does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from qa_desktop.desktop.review.shortcuts import Action
from qa_desktop.desktop.review.state import Phase
from qa_desktop.desktop.waveform.keyboard import KeyIntent

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage

_FAR = 5
_TAKES = ("Return", "Enter")

_ON_WAVEFORM = {
    Action.BACK: KeyIntent.BACK,
    Action.AHEAD: KeyIntent.AHEAD,
    Action.FAR_BACK: KeyIntent.FAR_BACK,
    Action.FAR_AHEAD: KeyIntent.FAR_AHEAD,
    Action.ZOOM_IN: KeyIntent.ZOOM_IN,
    Action.ZOOM_OUT: KeyIntent.ZOOM_OUT,
    Action.WHOLE: KeyIntent.WHOLE,
    Action.RANGE_IN: KeyIntent.MARK_IN,
    Action.RANGE_OUT: KeyIntent.MARK_OUT,
    Action.BEGIN: KeyIntent.TO_START,
    Action.END: KeyIntent.TO_END,
    Action.PAN_BACK: KeyIntent.PAGE_BACK,
    Action.PAN_AHEAD: KeyIntent.PAGE_AHEAD,
    Action.ZOOM_RANGE: KeyIntent.ZOOM_RANGE,
    Action.SNAP: KeyIntent.SNAP,
    Action.NUDGE_START_BACK: KeyIntent.NUDGE_START_BACK,
    Action.NUDGE_START_AHEAD: KeyIntent.NUDGE_START_AHEAD,
    Action.NUDGE_END_BACK: KeyIntent.NUDGE_END_BACK,
    Action.NUDGE_END_AHEAD: KeyIntent.NUDGE_END_AHEAD,
}
_TURN_STEPS = {Action.BACK: -1, Action.AHEAD: 1, Action.FAR_BACK: -_FAR, Action.FAR_AHEAD: _FAR}
_MARKS = {Action.RANGE_IN: 0, Action.RANGE_OUT: 1}


class PageKeys:
    """A part of the page takes up an action with `bind`, where the parts are connected."""

    def __init__(self, page: "ReviewPage") -> None:
        self._page = page
        left, panel = page.left, page.panel
        self._bound: dict[Action, Callable[[], object]] = {}
        self._simple: dict[Action, Callable[[], object]] = {
            Action.PREVIOUS_COMMENT: lambda: left.step_comment(ahead=False),
            Action.NEXT_COMMENT: lambda: left.step_comment(ahead=True),
            Action.COMMENT: left.ask_comment,
            Action.NOT_APPLICABLE: page.set_na,
            Action.CLEAR: page.clear_answer,
            Action.NEXT_ITEM: lambda: page.show_state(page.presenter.next_item()),
            Action.PREVIOUS_ITEM: lambda: page.show_state(page.presenter.previous_item()),
            Action.NEXT_UNANSWERED: page.go_to_unanswered,
            Action.ITEM_COMMENT: panel.scorecard.write_comment,
            Action.REASON: panel.scorecard.open_reasons,
            Action.GUIDANCE: panel.scorecard.toggle_guidance,
            Action.WHY: page.show_why,
            Action.UNDO: page.undo,
            Action.REDO: page.redo,
            Action.SUBMIT: page.submit,
            Action.HELP: page.help_requested.emit,
            Action.LEAVE: page.back_requested.emit,
        }

    def bind(self, action: Action, act: Callable[[], object]) -> None:
        """From now on `act` is what that action does; where it gives False, it meant nothing."""
        self._bound[action] = act

    def offers(self, action: Action) -> bool:
        """Whether it means anything with what is graded here."""
        if action in self._bound or action in self._simple:
            return True
        if action is Action.SEARCH and self._page.left.turns is not None:
            return True
        if self._page.left.sound is None:
            return action in _TURN_STEPS
        return action in _ON_WAVEFORM or action in self._sound_acts()

    def perform(self, action: Action, key: str) -> bool:
        """False where the action means nothing now; the key then goes its own way."""
        bound = self._bound.get(action)
        if bound is not None:
            return bound() is not False
        if action is Action.DIGIT:
            return self._digit(key)
        if action is Action.NEXT_ITEM and key in _TAKES and self._choosing():
            self._page.panel.chooser.take()
            return True
        if action in _MARKS:
            self._mark(_MARKS[action])
        if self._on_sound(action):
            return True
        if action in _TURN_STEPS and self._page.left.sound is None:
            self._page.left.step_turn(_TURN_STEPS[action])
            return True
        if action is Action.SEARCH and self._page.left.turns is not None:
            self._page.left.turns.search()
            return True
        if action is Action.ITEM_COMMENT and self._page.state.read_only:
            # There is no field to go to: Tab goes where it always does.
            return False
        simple = self._simple.get(action)
        if simple is not None:
            simple()
        return simple is not None

    def _choosing(self) -> bool:
        return self._page.state.phase is Phase.CHOOSE_RUBRIC

    def _digit(self, digit: str) -> bool:
        page = self._page
        state = page.state
        if self._choosing():
            for choice in state.rubrics:
                if choice.digit == digit:
                    page.choose_rubric(choice.id, choice.version)
            return True
        if state.phase is Phase.FOREIGN:
            {"1": page.go_on, "2": page.start_own}.get(digit, lambda: None)()
            return True
        card = page.panel.scorecard.current_card()
        if digit != "0" and card is not None and card.type_digit(digit):
            return True
        page.show_state(page.presenter.digit(digit))
        return True

    def _mark(self, which: int) -> None:
        """I and O also set the two moments of a measure that is the current item."""
        page = self._page
        item = page.state.item(page.state.current_item or "")
        if item is not None and item.amount is not None and item.amount.markable:
            page.mark(item.id, which)

    def _on_sound(self, action: Action) -> bool:
        sound = self._page.left.sound
        if sound is None:
            return False
        if action in _ON_WAVEFORM:
            sound.waveform.perform(_ON_WAVEFORM[action])
            return True
        act = self._sound_acts().get(action)
        if act is not None:
            act()
        return act is not None

    def _sound_acts(self) -> dict[Action, Callable[[], None]]:
        sound = self._page.left.sound
        if sound is None:
            return {}
        listening = sound.listening
        return {
            Action.PLAY: listening.toggle,
            Action.SLOWER: listening.slower,
            Action.PAUSE: listening.pause,
            Action.FASTER: listening.faster,
            Action.RATE_DOWN: lambda: listening.step_rate(faster=False),
            Action.RATE_UP: lambda: listening.step_rate(faster=True),
            Action.RATE_RESET: lambda: listening.set_rate(1.0),
            Action.PLAY_RANGE: lambda: sound.play_range(loop=False),
            Action.LOOP_RANGE: lambda: sound.play_range(loop=True),
            Action.SKIP_SILENCE: lambda: listening.set_skips_silence(
                skips=not listening.skips_silence
            ),
            Action.SOLO: sound.next_solo,
        }
