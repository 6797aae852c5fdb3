"""What an import would do is known before; nothing that is there changes unless it is chosen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest

from qa_desktop.reviews.markers.formats import BY_NAME, marker_file_text, read_markers
from qa_desktop.reviews.markers.merging import Fate, Incoming, Target, compare, taken
from qa_desktop.reviews.markers.model import Marker, markers_of
from qa_desktop.reviews.model import Comment, CommentKind, Draft

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
BEFORE = datetime(2026, 11, 20, 9, tzinfo=UTC)
SPAN = Comment(
    id="a",
    kind=CommentKind.PRAISE,
    text="很好",
    created_at=BEFORE,
    start_ms=1000,
    end_ms=2000,
    turn=4,
    start_char=0,
    end_char=2,
    item_id="greeting",
)
POINT = Comment(id="b", kind=CommentKind.QUESTION, text="Why?", created_at=BEFORE, start_ms=5000)
WHOLE = Comment(id="c", kind=CommentKind.COACHING, text="on the whole", created_at=BEFORE)
COMMENTS = (SPAN, POINT, WHOLE)

Compare = Callable[..., tuple[Incoming, ...]]


@pytest.fixture
def against() -> Compare:
    """Compares with COMMENTS, or with those given."""
    ids: Iterator[int] = count(1)

    def call(*markers: Marker, comments: tuple[Comment, ...] = COMMENTS) -> tuple[Incoming, ...]:
        target = Target(
            comments=comments, item_ids=frozenset({"greeting", "empathy"}), duration_ms=60_000
        )
        return compare(
            markers,
            target,
            kind=CommentKind.COACHING,
            now=NOW,
            fresh_id=lambda: f"fresh{next(ids)}",
        )

    return call


@pytest.mark.parametrize("form", BY_NAME)
def test_ones_own_export_changes_nothing(form: str, against: Compare) -> None:
    text = marker_file_text(form, markers_of(COMMENTS), duration_ms=60_000, made_at=NOW)
    found = against(*read_markers(text.encode(), "own"))
    assert [incoming.fate for incoming in found] == [Fate.SAME, Fate.SAME]
    draft = Draft(comments=COMMENTS)
    assert taken(draft, found) == draft


@pytest.mark.parametrize("form", BY_NAME)
def test_an_empty_review_gets_all_of_them_with_their_ids(form: str, against: Compare) -> None:
    text = marker_file_text(form, markers_of(COMMENTS), duration_ms=60_000, made_at=NOW)
    draft = taken(Draft(), against(*read_markers(text.encode(), "own"), comments=()))
    assert draft.comments == (
        replace(SPAN, created_at=NOW, turn=None, start_char=None, end_char=None),
        replace(POINT, created_at=NOW),
    )


def test_a_changed_text_is_taken_only_when_chosen(against: Compare) -> None:
    (incoming,) = against(
        Marker(
            id="a",
            start_ms=1000,
            end_ms=2000,
            text="非常好",
            kind=CommentKind.PRAISE,
            item_id="greeting",
        )
    )
    assert (incoming.fate, incoming.before, incoming.harmless) == (Fate.CHANGED, SPAN, False)
    draft = Draft(comments=COMMENTS)
    assert taken(draft, ()) == draft
    # When it was written, and the words that it stands on, stay.
    assert taken(draft, [incoming]).comments[0] == replace(SPAN, text="非常好")


def test_one_that_moved_leaves_the_words_it_stood_on(against: Compare) -> None:
    (incoming,) = against(Marker(id="a", start_ms=1500, text="很好", kind=CommentKind.PRAISE))
    after = incoming.comment
    assert (after.start_ms, after.end_ms, after.turn, after.start_char) == (1500, None, None, None)
    assert after.item_id is None


def test_a_comment_without_a_time_may_get_one(against: Compare) -> None:
    (incoming,) = against(
        Marker(id="c", start_ms=0, text="on the whole", kind=CommentKind.COACHING)
    )
    assert incoming.fate is Fate.CHANGED
    assert incoming.comment.start_ms == 0


def test_the_same_without_its_id_is_a_duplicate_also_as_a_second(against: Compare) -> None:
    found = against(
        Marker(start_ms=5000, end_ms=6000, text=" Why? ", kind=CommentKind.QUESTION),
        Marker(start_ms=1000, end_ms=2000, text="很好", kind=CommentKind.PRAISE),
        Marker(start_ms=1000, end_ms=2001, text="很好", kind=CommentKind.PRAISE),
        Marker(start_ms=1000, end_ms=2001, text="很好", kind=CommentKind.PRAISE),
    )
    assert [i.fate for i in found] == [Fate.SAME, Fate.SAME, Fate.NEW, Fate.SAME]


def test_an_id_that_was_copied_with_its_label_is_a_new_comment(against: Compare) -> None:
    found = against(
        *markers_of([SPAN]),
        Marker(id="a", start_ms=9000, text="copied"),
        Marker(id="z", start_ms=10_000, text="first"),
        Marker(id="z", start_ms=11_000, text="second"),
    )
    assert [i.fate for i in found] == [Fate.SAME, Fate.NEW, Fate.NEW, Fate.NEW]
    assert [i.comment.id for i in found] == ["a", "fresh1", "z", "fresh2"]
    assert len(taken(Draft(comments=COMMENTS), found).comments) == len(COMMENTS) + 3


def test_what_is_past_the_end_and_what_has_no_item_here(against: Compare) -> None:
    found = against(
        Marker(start_ms=59_000, end_ms=60_000, text="in", item_id="empathy"),
        Marker(start_ms=59_000, end_ms=60_001, text="out"),
        Marker(start_ms=60_001, text="out", item_id="of-another-rubric"),
    )
    assert [i.outside for i in found] == [False, True, True]
    assert [i.harmless for i in found] == [True, False, False]
    assert [i.unlinked for i in found] == [False, False, True]
    assert [i.comment.item_id for i in found] == ["empathy", None, None]


def test_a_kind_is_given_to_those_without_one(against: Compare) -> None:
    found = against(
        Marker(start_ms=0, text="x"), Marker(start_ms=1, text="y", kind=CommentKind.PRAISE)
    )
    assert [i.comment.kind for i in found] == [CommentKind.COACHING, CommentKind.PRAISE]
