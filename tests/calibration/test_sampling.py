"""Lots: the same seed draws the same, from each group so many."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.calibration.sessions.sampling import Candidate, DrawBy, draw

CANDIDATES = [
    Candidate(
        id=f"i{number}",
        kind=("recording", "chat", "ticket")[number % 3],
        agent=f"agent {number % 5}",
        score_pct=None if number % 4 == 0 else float(number % 101),
    )
    for number in range(60)
]


def test_the_same_seed_draws_the_same_in_whatever_order_they_come() -> None:
    first = draw(CANDIDATES, 5, DrawBy.ALL, "a seed")
    assert draw(reversed(CANDIDATES), 5, DrawBy.ALL, "a seed") == first
    assert len(set(first)) == 5
    assert draw(CANDIDATES, 5, DrawBy.ALL, "another seed") != first


def test_each_kind_agent_and_band_gives_so_many() -> None:
    known = {each.id: each for each in CANDIDATES}
    kinds = Counter(known[each].kind for each in draw(CANDIDATES, 4, DrawBy.KIND, "s"))
    assert kinds == {"recording": 4, "chat": 4, "ticket": 4}
    agents = Counter(known[each].agent for each in draw(CANDIDATES, 2, DrawBy.AGENT, "s"))
    assert set(agents.values()) == {2}
    assert len(agents) == 5
    scores = [known[each].score_pct for each in draw(CANDIDATES, 1, DrawBy.BAND, "s")]
    assert None in scores
    assert len([score for score in scores if score is not None and score < 60]) == 1


def test_a_group_that_has_fewer_gives_all_it_has() -> None:
    few = [Candidate(id="one", kind="chat"), Candidate(id="two", kind="ticket")]
    assert sorted(draw(few, 10, DrawBy.KIND, "s")) == ["one", "two"]
    assert draw([], 3, DrawBy.ALL, "s") == ()


@given(st.sets(st.text(min_size=1, max_size=6), min_size=2, max_size=20), st.text(max_size=5))
def test_one_that_comes_later_moves_no_other(ids: set[str], seed: str) -> None:
    candidates = [Candidate(id=each, kind="chat") for each in sorted(ids)]
    ordered = draw(candidates, len(ids), DrawBy.ALL, seed)
    without = [each for each in candidates if each.id != ordered[0]]
    assert draw(without, len(ids), DrawBy.ALL, seed) == ordered[1:]
