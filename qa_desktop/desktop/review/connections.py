"""What the parts of the review page tell, and who does something about it."""

from typing import TYPE_CHECKING

from qa_desktop.desktop.review.shortcuts import Action

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage


def connect_parts(page: "ReviewPage") -> None:
    _connect_left(page)
    _connect_card(page)
    _connect_comments(page)
    _connect_header(page)
    _connect_panel(page)
    _connect_window(page)


def _connect_left(page: "ReviewPage") -> None:
    left, presenter = page.left, page.presenter
    left.comment_requested.connect(page.commenting.begin)
    left.comment_activated.connect(page.commenting.activate)
    left.comment_moved.connect(
        lambda comment_id, anchor: page.show_state(presenter.move_comment(comment_id, anchor))
    )
    left.quote_requested.connect(page.commenting.quote)
    left.transcript_requested.connect(page.transcript_requested)
    page.keys.bind(Action.QUOTE, left.ask_quote)
    page.keys.bind(Action.CORRECT_WORD, page.correcting.edit_here)
    page.keys.bind(Action.SPEAKER, page.correcting.open_speakers)
    page.keys.bind(Action.PREVIOUS_TURN, lambda: left.step_turn(-1))
    page.keys.bind(Action.NEXT_TURN, lambda: left.step_turn(1))
    if left.turns is not None:
        turns = left.turns
        page.keys.bind(Action.NEXT_MATCH, lambda: turns.step_match(1))
        page.keys.bind(Action.PREVIOUS_MATCH, lambda: turns.step_match(-1))
        page.keys.bind(Action.CARET, turns.toggle_caret)
        page.keys.bind(Action.FOLLOW, turns.follow)
    left.left.connect(page.take_keys)
    page.submitted.connect(lambda _: left.forget_place())
    page.keys.bind(Action.UNFOLD, left.toggle_fold)
    page.keys.bind(Action.NOTES, left.toggle_notes)
    if left.sound is not None:
        page.keys.bind(Action.PLAY_COMMENT, left.sound.play_comment)
        page.keys.bind(Action.VOLUME, left.sound.open_volume)
        page.keys.bind(Action.SWAP_SIDES, left.sound.swap_sides)


def _connect_card(page: "ReviewPage") -> None:
    card, presenter = page.panel.scorecard, page.presenter
    card.item_selected.connect(lambda i: page.show_state(presenter.select_item(i)))
    card.chosen.connect(lambda i, key: page.show_state(presenter.choose(i, key)))
    card.na_requested.connect(lambda i: page.show_state(presenter.set_na(i)))
    card.number_typed.connect(lambda i, text: page.show_state(presenter.set_number(i, text)))
    card.number_stepped.connect(lambda i, by: page.show_state(presenter.step_number(i, by)))
    card.mark_requested.connect(page.mark)
    card.unmark_requested.connect(lambda i: page.show_state(presenter.unmark(i)))
    card.comment_typed.connect(lambda i, text: page.show_state(presenter.set_item_comment(i, text)))
    card.reason_toggled.connect(
        lambda i, reason: page.show_state(presenter.toggle_reason(i, reason))
    )
    card.section_folded.connect(lambda s: page.show_state(presenter.fold(s)))
    card.adjusted.connect(lambda a, by: page.show_state(presenter.adjust(a, by)))
    card.summary_typed.connect(lambda text: page.show_state(presenter.set_summary(text)))
    card.left.connect(page.take_keys)
    card.comment_activated.connect(page.commenting.activate)
    card.comment_delete_requested.connect(page.commenting.delete)


def _connect_comments(page: "ReviewPage") -> None:
    comments, commenting, presenter = page.panel.comments, page.commenting, page.presenter
    comments.activated.connect(commenting.activate)
    comments.edit_requested.connect(lambda c: page.show_state(presenter.edit_comment(c)))
    comments.delete_requested.connect(commenting.delete)
    comments.begun.connect(commenting.stamp)
    comments.typed.connect(commenting.type)
    comments.kind_chosen.connect(
        lambda c, kind: page.show_state(presenter.set_comment_kind(c, kind))
    )
    comments.link_requested.connect(commenting.link)
    comments.finished.connect(commenting.finish)
    comments.new_requested.connect(page.left.ask_comment)
    comments.place_chosen.connect(commenting.put)
    comments.filter_left.connect(page.take_keys)
    comments.undo_requested.connect(page.undo)
    comments.export_requested.connect(page.comment_files.ask_export)
    comments.import_requested.connect(page.comment_files.ask_import)
    comments.phrases_requested.connect(page.phrases.manage)
    comments.editor.place.ask_places = commenting.places
    page.keys.bind(Action.EDIT_COMMENT, commenting.edit_active)
    page.keys.bind(Action.COMMENT_KIND, commenting.next_kind)
    page.keys.bind(Action.FILTER_COMMENTS, comments.toggle_filter)
    page.keys.bind(Action.PHRASE, page.phrases.begin_comment)
    page.keys.bind(Action.EXPORT_COMMENTS, page.comment_files.ask_export)
    if page.left.sound is not None:
        page.keys.bind(Action.IMPORT_COMMENTS, page.comment_files.ask_import)
        page.keys.bind(Action.EXPORT_WAVEFORM, page.comment_files.waveform.ask_export)


def _connect_header(page: "ReviewPage") -> None:
    header = page.header
    header.back_requested.connect(page.back_requested)
    header.help_requested.connect(page.help_requested)
    header.agent_chosen.connect(lambda key: page.show_state(page.presenter.choose_agent(key)))
    page.keys.bind(Action.GRADED_AGENT, header.agents.open)
    header.scenario_chosen.connect(
        lambda key: page.show_state(page.presenter.choose_scenario(key or None))
    )


def _connect_panel(page: "ReviewPage") -> None:
    panel = page.panel
    panel.chooser.rubric_chosen.connect(page.choose_rubric)
    panel.chooser.library_requested.connect(page.library_requested)
    panel.draft.go_on_requested.connect(page.go_on)
    panel.draft.own_requested.connect(page.start_own)
    panel.score.why_requested.connect(page.show_why)
    panel.score.fold_requested.connect(page.fold_answered)
    panel.score.compare_requested.connect(page.show_comparison)
    page.keys.bind(Action.FOLD_ANSWERED, page.fold_answered)
    page.keys.bind(Action.COMPARE, page.show_comparison)
    panel.score.next_unanswered_requested.connect(page.go_to_unanswered)
    panel.score.veto_activated.connect(lambda i: page.show_state(page.presenter.select_item(i)))
    bar = panel.save_bar
    bar.undo_requested.connect(page.undo)
    bar.redo_requested.connect(page.redo)
    bar.history_requested.connect(page.show_history)
    page.keys.bind(Action.HISTORY, page.show_history)
    bar.retry_requested.connect(lambda: page.show_state(page.presenter.retry()))
    bar.submit_requested.connect(page.submission.submit)
    bar.correct_requested.connect(page.submission.ask_correction)
    bar.sheet_requested.connect(lambda: page.sheet_requested.emit(page.state.review_id or ""))
    bar.second_requested.connect(lambda: page.second_requested.emit(page.state.review_id or ""))


def _connect_window(page: "ReviewPage") -> None:
    """What only the window around the page can do."""
    keys = page.keys
    keys.bind(Action.BESIDE, page.beside_requested.emit)
    keys.bind(Action.NEXT_INTERACTION, lambda: page.step(1))
    keys.bind(Action.PREVIOUS_INTERACTION, lambda: page.step(-1))
    keys.bind(Action.FOCUS_MODE, page.focus_requested.emit)
    page.panel.save_bar.focus_requested.connect(page.focus_requested)
    sound = page.left.sound
    if sound is not None:
        listening = sound.listening
        listening.changed.connect(lambda: page.began_playing.emit() if listening.playing else None)
