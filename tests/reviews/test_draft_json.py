"""A draft comes back from JSON exactly as it went in."""

import json
from datetime import UTC, datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.reviews.draft_json import draft_from_json, draft_to_json, normalised
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry
from qa_desktop.rubrics.model import Answer

texts = st.text(st.characters(codec="utf-8"), max_size=12)
times = st.none() | st.integers(0, 10**7)
answers = st.one_of(
    st.builds(Answer, value=texts),
    st.builds(Answer, value=st.fractions()),
    st.builds(Answer, values=st.lists(texts, max_size=3).map(tuple)),
    st.just(Answer(na=True)),
)
entries = st.builds(
    Entry,
    answer=st.none() | answers,
    comment=texts,
    reasons=st.lists(texts, max_size=3).map(tuple),
    marks_ms=st.none() | st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)),
)
moments = st.datetimes(
    min_value=datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2040, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
comments = st.builds(
    Comment,
    id=st.uuids().map(str),
    kind=st.sampled_from(CommentKind),
    text=texts,
    created_at=moments,
    start_ms=times,
    end_ms=times,
    channel=st.none() | st.integers(0, 1),
    turn=times,
    start_char=times,
    end_char=times,
    item_id=st.none() | texts,
)
drafts = st.builds(
    Draft,
    scenario=st.none() | st.text(min_size=1, max_size=5),
    entries=st.dictionaries(texts, entries, max_size=4),
    adjustments=st.dictionaries(texts, st.integers(0, 3), max_size=3),
    comments=st.lists(comments, max_size=3, unique_by=lambda comment: comment.id).map(tuple),
    summary=texts,
)


@given(draft=drafts)
def test_a_normalised_draft_survives_json(draft: Draft) -> None:
    once = normalised(draft)
    assert draft_from_json(json.loads(json.dumps(draft_to_json(once)))) == once
    assert normalised(once) == once


@given(draft=drafts)
def test_normalising_loses_nothing_that_was_entered(draft: Draft) -> None:
    once = normalised(draft)
    assert {item: entry for item, entry in draft.entries.items() if entry != Entry()} == dict(
        once.entries
    )
    assert {comment.id for comment in once.comments} == {c.id for c in draft.comments}
    assert (once.scenario, once.summary) == (draft.scenario, draft.summary)


def test_numbers_are_kept_exactly() -> None:
    entry = Entry(answer=Answer(value=Fraction(1, 3)))
    said = draft_to_json(Draft(entries={"x": entry}))
    assert said == {"entries": {"x": {"answer": {"number": "1/3"}}}}
    assert draft_from_json(said).entries["x"] == entry
