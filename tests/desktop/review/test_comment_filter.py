"""Which comments are listed, and what would be imported: both without a window."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from qa_desktop.desktop.review.comments.comment_filter import CommentFilter, ItemChoice, items_of
from qa_desktop.desktop.review.comments.comment_import import CommentImport
from qa_desktop.desktop.review.comments.comment_states import Anchor
from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.reviews.markers.merging import Fate, Incoming
from qa_desktop.reviews.markers.model import Marker, markers_of
from qa_desktop.reviews.model import Comment, CommentKind
from qa_desktop.reviews.store import ReviewStore

PRAISED = CommentState(
    id="a", number=1, kind=CommentKind.PRAISE, text="Warm words", item_id="greeting",
    item_number=1, item_text="Greeting",
)  # fmt: skip
ASKED = CommentState(
    id="b", number=2, kind=CommentKind.QUESTION, text="为什么转接？", quote="hold on"
)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (CommentFilter(), "ab"),
        (CommentFilter(kinds=frozenset({CommentKind.PRAISE})), "a"),
        (CommentFilter(kinds=frozenset({CommentKind.PRAISE, CommentKind.QUESTION})), "ab"),
        (CommentFilter(item_id="greeting"), "a"),
        (CommentFilter(item_id=""), "b"),
        (CommentFilter(text="words WARM"), "a"),
        (CommentFilter(text="greeting"), "a"),
        (CommentFilter(text="hold"), "b"),
        (CommentFilter(text="转接"), "b"),
        (CommentFilter(text="warm hold"), ""),
        (CommentFilter(kinds=frozenset({CommentKind.PRAISE}), text="转接"), ""),
    ],
)
def test_what_a_filter_keeps(wanted: CommentFilter, kept: str) -> None:
    assert "".join(c.id for c in (PRAISED, ASKED) if wanted.keeps(c)) == kept


def test_one_that_is_written_stays_in_sight() -> None:
    new = CommentState(id="c", number=3, kind=CommentKind.PRAISE, text="", editing=True)
    assert CommentFilter(text="nothing like it").keeps(new)


def test_kinds_are_switched_on_and_off() -> None:
    wanted = CommentFilter(text="x").toggled(CommentKind.PRAISE)
    assert wanted == CommentFilter(text="x", kinds=frozenset({CommentKind.PRAISE}))
    assert not CommentFilter().toggled(CommentKind.PRAISE).toggled(CommentKind.PRAISE).on


def test_items_to_choose_from_are_those_that_have_comments() -> None:
    assert items_of([ASKED, PRAISED, PRAISED]) == (
        ItemChoice(id="greeting", number=1, text="Greeting"),
    )


NOW = datetime(2026, 11, 21, tzinfo=UTC)
KEPT = Comment(id="a", kind=CommentKind.PRAISE, text="kept", created_at=NOW, start_ms=1_000)


def incoming(marker: Marker, fate: Fate, kind: CommentKind) -> Incoming:
    comment = Comment(
        id=marker.id or "new",
        kind=marker.kind or kind,
        text=marker.text,
        created_at=NOW,
        start_ms=marker.start_ms,
    )
    return Incoming(comment=comment, fate=fate, outside=marker.start_ms > 9_000)


class TestImport:
    @pytest.fixture
    def importing(self) -> CommentImport:
        """New, changed, there already, new past the end, new without a kind."""
        fates = [Fate.NEW, Fate.CHANGED, Fate.SAME, Fate.NEW, Fate.NEW]
        markers = [
            Marker(start_ms=1, text="one", kind=CommentKind.PRAISE),
            Marker(start_ms=2, text="two", kind=CommentKind.PRAISE, id="a"),
            Marker(start_ms=3, text="three", kind=CommentKind.PRAISE),
            Marker(start_ms=9_999, text="four", kind=CommentKind.PRAISE),
            Marker(start_ms=5, text="five"),
        ]

        def compare(given: Sequence[Marker], kind: CommentKind) -> tuple[Incoming, ...]:
            return tuple(incoming(m, f, kind) for m, f in zip(given, fates, strict=True))

        return CommentImport(markers, compare)

    def test_only_what_harms_nothing_is_ticked(self, importing: CommentImport) -> None:
        state = importing.state
        assert state.ticked == {0, 4}
        assert [state.count(fate) for fate in (Fate.NEW, Fate.CHANGED, Fate.SAME)] == [3, 1, 1]
        assert (state.outside, state.unlinked, state.asks_kind) == (1, 0, True)

    def test_the_rest_is_taken_when_it_is_ticked(self, importing: CommentImport) -> None:
        importing.toggle(1)
        importing.toggle(0)
        assert importing.toggle(2).ticked == {1, 4}, "what is there already can't be taken"
        assert [i.comment.text for i in importing.state.chosen] == ["two", "five"]

    def test_another_kind_leaves_the_ticks(self, importing: CommentImport) -> None:
        importing.toggle(3)
        state = importing.choose_kind(CommentKind.QUESTION)
        assert state.ticked == {0, 3, 4}
        assert state.found[4].comment.kind is CommentKind.QUESTION
        assert state.found[0].comment.kind is CommentKind.PRAISE


def test_an_import_is_one_step_and_ones_own_export_none(
    presenter: ReviewPresenter, reviews: ReviewStore
) -> None:
    markers = [
        Marker(start_ms=1_000, end_ms=2_000, text="warm", kind=CommentKind.PRAISE),
        Marker(start_ms=3_000, text="why", item_id="greeting"),
        Marker(start_ms=99_000, text="late", item_id="none of these"),
    ]
    found = presenter.compare_markers(markers, CommentKind.QUESTION)
    assert [(i.fate, i.outside, i.unlinked) for i in found] == [
        (Fate.NEW, False, False),
        (Fate.NEW, False, False),
        (Fate.NEW, True, True),
    ]
    state = presenter.import_comments(found[:2])
    assert [(c.text, c.kind, c.item_id) for c in state.comments] == [
        ("warm", CommentKind.PRAISE, None),
        ("why", CommentKind.QUESTION, "greeting"),
    ]
    assert state.undo is not None
    assert state.undo.code == "comments_imported"
    again = presenter.compare_markers(markers_of(presenter.draft.comments), CommentKind.PRAISE)
    assert [i.fate for i in again] == [Fate.SAME, Fate.SAME]
    before = presenter.draft
    assert presenter.import_comments(()).undo == state.undo
    assert presenter.draft == before
    assert presenter.undo().comments == ()
    assert [c.text for c in presenter.redo().comments] == ["warm", "why"]
    kept = reviews.latest_for("call")
    assert kept is not None
    assert len(kept.draft.comments) == 2


def test_the_kind_goes_round_and_moving_has_a_step_of_its_own(presenter: ReviewPresenter) -> None:
    (comment,) = presenter.begin_comment(Anchor(start_ms=5_000, end_ms=7_000)).comments
    presenter.type_comment(comment.id, "said")
    presenter.finish_comment()
    kinds = [presenter.next_comment_kind(comment.id).comments[0].kind for _ in CommentKind]
    assert kinds == [
        *(CommentKind.PRAISE, CommentKind.COACHING, CommentKind.QUESTION),
        CommentKind.DEDUCTION,
    ]
    state = presenter.move_comment(comment.id, Anchor())
    assert (state.comments[0].start_ms, state.comments[0].end_ms) == (None, None)
    assert state.undo is not None
    assert (state.undo.code, state.undo.comment_number) == ("comment_moved", 1)
    assert presenter.undo().comments[0].start_ms == 5_000
