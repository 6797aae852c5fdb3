"""Comments: begun without words, saved with the first, in the order of time, undone."""

from collections.abc import Callable

from qa_desktop.desktop.review.comments.comment_states import Anchor
from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.state import CommentState, PageState
from qa_desktop.reviews.model import CommentKind
from qa_desktop.reviews.store import ReviewStore

Open = Callable[..., ReviewPresenter]


def editing(state: PageState) -> CommentState:
    (comment,) = (comment for comment in state.comments if comment.editing)
    return comment


def write(presenter: ReviewPresenter, anchor: Anchor, text: str) -> PageState:
    comment = editing(presenter.begin_comment(anchor))
    presenter.type_comment(comment.id, text)
    return presenter.finish_comment()


def test_an_empty_comment_is_not_saved_and_goes_when_it_is_left(
    presenter: ReviewPresenter, reviews: ReviewStore
) -> None:
    comment = editing(presenter.begin_comment(Anchor(start_ms=4_500)))
    assert comment.pending
    assert presenter.set_comment_kind(comment.id, CommentKind.PRAISE).comments[0].pending
    presenter.type_comment(comment.id, "   ")
    assert reviews.latest_for("call") is None
    assert presenter.finish_comment().comments == ()


def test_the_first_word_saves_it(presenter: ReviewPresenter, reviews: ReviewStore) -> None:
    comment = editing(presenter.begin_comment(Anchor(start_ms=4_500), "greeting"))
    presenter.type_comment(comment.id, "Warm")
    kept = reviews.latest_for("call")
    assert kept is not None
    (saved,) = kept.draft.comments
    assert (saved.id, saved.text, saved.start_ms, saved.item_id) == (
        comment.id,
        "Warm",
        4_500,
        "greeting",
    )


def test_the_first_word_may_move_it(presenter: ReviewPresenter) -> None:
    comment = editing(presenter.begin_comment(Anchor(start_ms=4_500)))
    state = presenter.type_comment(comment.id, "Warm", Anchor(start_ms=6_000))
    assert editing(state).start_ms == 6_000


def test_they_stand_and_are_numbered_by_time(presenter: ReviewPresenter) -> None:
    write(presenter, Anchor(start_ms=30_000), "late")
    write(presenter, Anchor(), "on the whole")
    write(presenter, Anchor(start_ms=5_000, end_ms=7_000), "early")
    state = write(presenter, Anchor(turn=1, start_char=3, end_char=7), "on words")
    assert [(c.number, c.text) for c in state.comments] == [
        (1, "early"),
        (2, "on words"),
        (3, "late"),
        (4, "on the whole"),
    ]
    assert state.comments[1].quote == "card"


def test_a_comment_takes_the_kind_of_the_one_before(presenter: ReviewPresenter) -> None:
    first = editing(presenter.begin_comment(Anchor(start_ms=1)))
    assert first.kind is CommentKind.DEDUCTION
    presenter.set_comment_kind(first.id, CommentKind.PRAISE)
    presenter.type_comment(first.id, "good")
    assert editing(presenter.begin_comment(Anchor(start_ms=2))).kind is CommentKind.PRAISE


def test_it_is_linked_to_an_item_and_taken_off(presenter: ReviewPresenter) -> None:
    state = write(presenter, Anchor(start_ms=1), "evidence")
    comment_id = state.comments[0].id
    state = presenter.link_comment(comment_id, "recorded")
    assert (state.comments[0].item_number, state.comments[0].item_text) == (2, "Request recorded")
    assert presenter.link_comment(comment_id, None).comments[0].item_id is None


def test_a_linked_comment_is_the_comment_that_an_item_needs(presenter: ReviewPresenter) -> None:
    presenter.choose("recorded", "no")
    presenter.toggle_reason("recorded", "forgot")
    before = presenter.state().missing.count
    comment = editing(presenter.begin_comment(Anchor(start_ms=1), "recorded"))
    assert presenter.type_comment(comment.id, "no ticket").missing.count == before - 1


def test_emptied_it_is_deleted_when_left_and_undo_brings_it_back(
    presenter: ReviewPresenter,
) -> None:
    state = write(presenter, Anchor(start_ms=1), "words")
    comment_id = state.comments[0].id
    assert presenter.edit_comment(comment_id).comments[0].editing
    presenter.type_comment(comment_id, "")
    assert presenter.finish_comment().comments == ()
    assert [c.id for c in presenter.undo().comments] == [comment_id]


def test_deleting_the_one_that_is_written(presenter: ReviewPresenter) -> None:
    comment = editing(presenter.begin_comment(Anchor(start_ms=1)))
    assert presenter.delete_comment(comment.id).comments == ()
    state = write(presenter, Anchor(start_ms=1), "words")
    assert presenter.delete_comment(state.comments[0].id).comments == ()
    assert [c.text for c in presenter.undo().comments] == ["words"]


def test_beginning_another_closes_the_first(presenter: ReviewPresenter) -> None:
    presenter.begin_comment(Anchor(start_ms=1))
    state = presenter.begin_comment(Anchor(start_ms=2))
    assert [c.start_ms for c in state.comments] == [2]


def test_a_dragged_pin_keeps_its_words(presenter: ReviewPresenter) -> None:
    state = write(presenter, Anchor(start_ms=1_000), "words")
    moved = presenter.move_comment(state.comments[0].id, Anchor(start_ms=9_000, end_ms=9_500))
    assert [(c.start_ms, c.end_ms, c.text) for c in moved.comments] == [(9_000, 9_500, "words")]


def test_comments_outlive_a_restart(opened: Open) -> None:
    write(opened(), Anchor(turn=2), "no announcement")
    (comment,) = opened().state().comments
    assert (comment.turn, comment.text, comment.editing) == (2, "no announcement", False)


def test_submitting_closes_an_empty_editor(presenter: ReviewPresenter) -> None:
    presenter.begin_comment(Anchor(start_ms=1))
    assert presenter.submit().comments == ()
