"""What each action of the review page is called, wherever its keys are shown."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.review.shortcuts import Action, Group


def action_words() -> Mapping[Action, str]:
    """Every action's words, in the language of the moment."""
    return {
        **_listening(),
        **_waveform(),
        **_turns(),
        **_comments(),
        **_grading(),
        **_review(),
    }


def group_word(group: Group) -> str:
    words = {
        Group.LISTENING: QCoreApplication.translate("Actions", "Listening"),
        Group.WAVEFORM: QCoreApplication.translate("Actions", "Range and zoom"),
        Group.TURNS: QCoreApplication.translate("Actions", "Transcript and conversation"),
        Group.COMMENTS: QCoreApplication.translate("Actions", "Comments by time"),
        Group.GRADING: QCoreApplication.translate("Actions", "Grading"),
        Group.REVIEW: QCoreApplication.translate("Actions", "The review"),
    }
    return words[group]


def _listening() -> Mapping[Action, str]:
    return {
        Action.PLAY: QCoreApplication.translate("Actions", "Play, pause"),
        Action.BACK: QCoreApplication.translate("Actions", "1 s back, or the turn before"),
        Action.AHEAD: QCoreApplication.translate("Actions", "1 s on, or the turn after"),
        Action.FAR_BACK: QCoreApplication.translate("Actions", "5 s back, or five turns"),
        Action.FAR_AHEAD: QCoreApplication.translate("Actions", "5 s on, or five turns"),
        Action.BEGIN: QCoreApplication.translate("Actions", "To the beginning"),
        Action.END: QCoreApplication.translate("Actions", "To the end"),
        Action.SLOWER: QCoreApplication.translate("Actions", "Slower, or a step back"),
        Action.PAUSE: QCoreApplication.translate("Actions", "Pause"),
        Action.FASTER: QCoreApplication.translate("Actions", "Play, then faster"),
        Action.RATE_DOWN: QCoreApplication.translate("Actions", "Speed down"),
        Action.RATE_UP: QCoreApplication.translate("Actions", "Speed up"),
        Action.RATE_RESET: QCoreApplication.translate("Actions", "Normal speed"),
        Action.PLAY_RANGE: QCoreApplication.translate("Actions", "Play the range"),
        Action.LOOP_RANGE: QCoreApplication.translate("Actions", "Loop the range"),
        Action.PLAY_COMMENT: QCoreApplication.translate(
            "Actions", "Play around the current comment"
        ),
        Action.SKIP_SILENCE: QCoreApplication.translate("Actions", "Skip silence"),
        Action.SOLO: QCoreApplication.translate("Actions", "Hear one side only"),
        Action.VOLUME: QCoreApplication.translate("Actions", "Volume and output"),
        Action.SWAP_SIDES: QCoreApplication.translate("Actions", "Swap agent and customer"),
    }


def _waveform() -> Mapping[Action, str]:
    return {
        Action.RANGE_IN: QCoreApplication.translate("Actions", "Begin of a range"),
        Action.RANGE_OUT: QCoreApplication.translate("Actions", "End of a range"),
        Action.NUDGE_START_BACK: QCoreApplication.translate("Actions", "Start a little earlier"),
        Action.NUDGE_START_AHEAD: QCoreApplication.translate("Actions", "Start a little later"),
        Action.NUDGE_END_BACK: QCoreApplication.translate("Actions", "End a little earlier"),
        Action.NUDGE_END_AHEAD: QCoreApplication.translate("Actions", "End a little later"),
        Action.ZOOM_IN: QCoreApplication.translate("Actions", "Zoom in"),
        Action.ZOOM_OUT: QCoreApplication.translate("Actions", "Zoom out"),
        Action.WHOLE: QCoreApplication.translate("Actions", "Whole call"),
        Action.ZOOM_RANGE: QCoreApplication.translate("Actions", "Zoom to the range"),
        Action.PAN_BACK: QCoreApplication.translate("Actions", "Waveform a window back"),
        Action.PAN_AHEAD: QCoreApplication.translate("Actions", "Waveform a window on"),
        Action.SNAP: QCoreApplication.translate("Actions", "Snap to silence and words"),
    }


def _turns() -> Mapping[Action, str]:
    return {
        Action.PREVIOUS_TURN: QCoreApplication.translate("Actions", "Previous turn"),
        Action.NEXT_TURN: QCoreApplication.translate("Actions", "Next turn"),
        Action.FOLLOW: QCoreApplication.translate("Actions", "Follow the sound again"),
        Action.CARET: QCoreApplication.translate("Actions", "Select words by the arrows"),
        Action.SPEAKER: QCoreApplication.translate("Actions", "Who says this"),
        Action.SEARCH: QCoreApplication.translate("Actions", "Search in the words"),
        Action.NEXT_MATCH: QCoreApplication.translate("Actions", "Next match"),
        Action.PREVIOUS_MATCH: QCoreApplication.translate("Actions", "Previous match"),
        Action.QUOTE: QCoreApplication.translate("Actions", "Quote the selected words on the item"),
        Action.CORRECT_WORD: QCoreApplication.translate("Actions", "Correct a word"),
    }


def _comments() -> Mapping[Action, str]:
    return {
        Action.COMMENT: QCoreApplication.translate("Actions", "Comment here"),
        Action.PHRASE: QCoreApplication.translate("Actions", "Comment with a phrase of yours"),
        Action.EDIT_COMMENT: QCoreApplication.translate("Actions", "Edit the current comment"),
        Action.COMMENT_KIND: QCoreApplication.translate("Actions", "Next kind of comment"),
        Action.PREVIOUS_COMMENT: QCoreApplication.translate("Actions", "Previous comment"),
        Action.NEXT_COMMENT: QCoreApplication.translate("Actions", "Next comment"),
        Action.FILTER_COMMENTS: QCoreApplication.translate("Actions", "Filter the comments"),
        Action.EXPORT_COMMENTS: QCoreApplication.translate("Actions", "Export comments…"),
        Action.IMPORT_COMMENTS: QCoreApplication.translate("Actions", "Import comments…"),
        Action.EXPORT_WAVEFORM: QCoreApplication.translate("Actions", "Export the waveform…"),
    }


def _grading() -> Mapping[Action, str]:
    return {
        Action.DIGIT: QCoreApplication.translate("Actions", "Choose the answer"),
        Action.NOT_APPLICABLE: QCoreApplication.translate("Actions", "Not applicable"),
        Action.CLEAR: QCoreApplication.translate("Actions", "Take the answer back"),
        Action.PREVIOUS_ITEM: QCoreApplication.translate("Actions", "Previous item"),
        Action.NEXT_ITEM: QCoreApplication.translate("Actions", "Next item"),
        Action.NEXT_UNANSWERED: QCoreApplication.translate("Actions", "Next item left to answer"),
        Action.ITEM_COMMENT: QCoreApplication.translate("Actions", "Comment of the item"),
        Action.REASON: QCoreApplication.translate("Actions", "Reasons of the item"),
        Action.GUIDANCE: QCoreApplication.translate("Actions", "More or less of the guidance"),
        Action.FOLD_ANSWERED: QCoreApplication.translate("Actions", "Fold the answered sections"),
        Action.WHY: QCoreApplication.translate("Actions", "Why this score"),
        Action.COMPARE: QCoreApplication.translate(
            "Actions", "Compare with the agent's last review"
        ),
        Action.UNFOLD: QCoreApplication.translate("Actions", "All of a long message"),
        Action.NOTES: QCoreApplication.translate("Actions", "Hide internal notes"),
        Action.GRADED_AGENT: QCoreApplication.translate("Actions", "Choose the graded agent"),
    }


def _review() -> Mapping[Action, str]:
    return {
        Action.UNDO: QCoreApplication.translate("Actions", "Undo"),
        Action.REDO: QCoreApplication.translate("Actions", "Redo"),
        Action.HISTORY: QCoreApplication.translate("Actions", "Last steps"),
        Action.SUBMIT: QCoreApplication.translate("Actions", "Submit, then the next of the list"),
        Action.PREVIOUS_INTERACTION: QCoreApplication.translate(
            "Actions", "Previous interaction of the list"
        ),
        Action.NEXT_INTERACTION: QCoreApplication.translate(
            "Actions", "Next interaction of the list"
        ),
        Action.BESIDE: QCoreApplication.translate("Actions", "Open the next one beside"),
        Action.FOCUS_MODE: QCoreApplication.translate("Actions", "Focus mode"),
        Action.LEAVE: QCoreApplication.translate("Actions", "Back to the list"),
        Action.HELP: QCoreApplication.translate("Actions", "All keys"),
    }
