"""Saving, undo across restarts, submitting and correcting, through the page's presenter."""

from collections.abc import Callable
from fractions import Fraction

from qa_desktop.database.connection import Database
from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.state import ItemState, PageState, Phase
from qa_desktop.reviews.model import ReviewState
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer

Open = Callable[..., ReviewPresenter]
AnswerAll = Callable[[], PageState]

# More than the free space inside the database's pages.
LONG = "second " * 20_000


def fill_disk(database: Database) -> None:
    with database.alone() as connection:
        connection.execute("PRAGMA max_page_count = 1")


def make_room(database: Database) -> None:
    with database.alone() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")


def item(state: PageState, item_id: str) -> ItemState:
    found = state.item(item_id)
    assert found is not None, f"{item_id} is not visible"
    return found


class TestSaving:
    def test_every_answer_is_on_disk_when_the_state_says_so(
        self, presenter: ReviewPresenter, reviews: ReviewStore
    ) -> None:
        state = presenter.choose("greeting", "2")
        kept = reviews.latest_for("call")
        assert kept is not None
        assert kept.draft == presenter.draft
        assert state.save.saved_at == kept.saved_at

    def test_what_cannot_be_saved_stays_on_screen_and_is_tried_again(
        self, presenter: ReviewPresenter, database: Database, reviews: ReviewStore
    ) -> None:
        presenter.set_item_comment("greeting", "first")
        before = presenter.state().save.saved_at
        fill_disk(database)
        state = presenter.set_item_comment("greeting", LONG)
        assert state.save.unsaved
        assert [p.code for p in state.save.problems] == ["database.not_saved.disk_full"]
        assert state.save.saved_at == before
        assert item(state, "greeting").comment == LONG
        assert presenter.choose("greeting", "4").save.unsaved
        assert presenter.retry().save.unsaved
        make_room(database)
        state = presenter.retry()
        assert not state.save.unsaved
        assert state.save.problems == ()
        kept = reviews.latest_for("call")
        assert kept is not None
        assert kept.draft.entries["greeting"].comment == LONG
        assert kept.draft.entries["greeting"].answer == Answer(value=Fraction(4))

    def test_undo_saves_first_what_could_not_be_saved(
        self, presenter: ReviewPresenter, database: Database
    ) -> None:
        presenter.choose("greeting", "5")
        fill_disk(database)
        assert presenter.set_item_comment("greeting", LONG).save.unsaved
        assert presenter.undo().save.unsaved
        make_room(database)
        state = presenter.undo()
        assert not state.save.unsaved
        assert (item(state, "greeting").comment, item(state, "greeting").answered) == ("", True)

    def test_reopening_shows_what_was_saved(self, opened: Open) -> None:
        first = opened()
        first.choose("greeting", "2")
        first.set_summary("listen more")
        again = opened().state()
        assert again.summary == "listen more"
        assert [o.key for o in item(again, "greeting").options if o.chosen] == ["2"]

    def test_undo_and_redo_outlive_a_restart(self, opened: Open) -> None:
        first = opened()
        first.choose("greeting", "2")
        first.choose("greeting", "4")
        second = opened()
        undo = second.state().undo
        assert undo is not None
        assert (undo.code, undo.item_text, undo.answer) == ("answer", "Greeting", "4")
        state = second.undo()
        assert [o.key for o in item(state, "greeting").options if o.chosen] == ["2"]
        assert state.redo is not None
        state = opened().redo()
        assert [o.key for o in item(state, "greeting").options if o.chosen] == ["4"]

    def test_typing_on_is_one_step(self, presenter: ReviewPresenter) -> None:
        presenter.choose("greeting", "2")
        presenter.set_item_comment("greeting", "war")
        presenter.set_item_comment("greeting", "warm")
        assert item(presenter.undo(), "greeting").comment == ""
        assert item(presenter.state(), "greeting").answered


class TestSubmitting:
    def test_points_at_everything_that_lacks(self, presenter: ReviewPresenter) -> None:
        presenter.choose("greeting", "5")
        presenter.choose("recorded", "no")
        assert item(presenter.state(), "recorded").lacking == ()
        state = presenter.submit()
        assert state.phase is Phase.GRADING
        assert set(item(state, "recorded").lacking) == {"comment", "reason"}
        assert item(state, "empathy").lacking == ("answer",)
        assert state.current_item == "recorded"
        presenter.set_item_comment("recorded", "no ticket")
        state = presenter.toggle_reason("recorded", "hurried")
        assert item(state, "recorded").lacking == ()

    def test_submitted_is_read_only(
        self, answer_all: AnswerAll, presenter: ReviewPresenter, reviews: ReviewStore
    ) -> None:
        answer_all()
        state = presenter.submit()
        assert (state.phase, state.read_only, state.undo) == (Phase.SUBMITTED, True, None)
        assert presenter.choose("greeting", "1").score.text == "100.00"
        assert presenter.set_item_comment("greeting", "late") == state
        assert presenter.delete_comment("none") == state
        kept = reviews.latest_for("call")
        assert kept is not None
        assert kept.state is ReviewState.SUBMITTED

    def test_a_correction_is_a_new_revision_with_its_reason(
        self, answer_all: AnswerAll, presenter: ReviewPresenter, reviews: ReviewStore
    ) -> None:
        answer_all()
        presenter.submit()
        assert presenter.correct("   ").phase is Phase.SUBMITTED
        state = presenter.correct("heard it again")
        assert (state.phase, state.revision) == (Phase.GRADING, 2)
        assert state.correction_reason == "heard it again"
        presenter.choose("greeting", "3")
        state = presenter.submit()
        assert state.phase is Phase.SUBMITTED
        first, second = reviews.history(state.review_id or "")
        assert first.result is not None
        assert second.result is not None
        assert (first.result["score"], second.result["score"]) == ("100.00", "90.00")

    def test_a_disk_that_fails_at_submitting_is_told(
        self, answer_all: AnswerAll, presenter: ReviewPresenter, database: Database
    ) -> None:
        answer_all()
        session = presenter._session
        with database.alone() as connection:
            connection.execute("PRAGMA query_only = ON")
        session.submit()
        assert [p.code for p in session.problems] == ["database.not_saved.read_only"]
        state = presenter.state()
        assert (state.phase, state.save.unsaved) == (Phase.GRADING, False)
        assert presenter.submit().phase is Phase.SUBMITTED
