"""Agreement over sessions, and who might sit together over which item."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from qa_desktop.base.local_text import LocalText
from qa_desktop.calibration.exporting import Results
from qa_desktop.calibration.model import GradedSession, SessionKind
from qa_desktop.calibration.statistics.model import ReviewerItem, Targets
from qa_desktop.calibration.statistics.partners import partners
from qa_desktop.calibration.statistics.session import session_statistics
from qa_desktop.calibration.statistics.trend import Counted, trend_of
from qa_desktop.rubrics.model import Rubric


def later(graded: GradedSession, days: int, rubric: Rubric | None = None) -> Counted:
    session = graded.session
    assert session.revealed_at is not None
    moved = replace(
        session,
        id=f"{days:032x}",
        revealed_at=session.revealed_at + timedelta(days=days),
        rubric_version=(rubric or graded.rubric).version,
    )
    made = replace(graded, session=moved, rubric=rubric or graded.rubric)
    return Counted(graded=made, statistics=session_statistics(made, resamples=0))


def second_version(form: Rubric) -> Rubric:
    """ "informed" reads otherwise, "closing" scores otherwise, "hold" is gone."""
    care, work = form.sections
    informed, *others = care.items
    closing = next(item for item in work.items if item.id == "closing")
    text = LocalText(by_language=(("en", "Keeps the customer informed"),))
    answer = replace(closing.answer, max=closing.answer.max * 2)
    items = (
        *(item for item in work.items if item.id not in ("closing", "hold")),
        replace(closing, answer=answer),
    )
    sections = (
        replace(care, items=(replace(informed, text=text), *others)),
        replace(work, items=items),
    )
    return replace(form, version=2, sections=sections)


def test_sessions_stand_by_their_reveal_whatever_order_they_come_in(graded: GradedSession) -> None:
    sessions = [later(graded, days) for days in (30, 0, 7)]
    trend = trend_of(sessions, Targets())
    assert [point.session_id for point in trend.team] == [f"{n:032x}" for n in (0, 7, 30)]
    assert all(point.met is False for point in trend.team)
    assert all(point.reviewers == 4 for point in trend.team)


def test_items_are_joined_by_id_and_marked_where_they_changed(
    graded: GradedSession, form: Rubric
) -> None:
    sessions = [later(graded, 0), later(graded, 7, second_version(form)), later(graded, 14)]
    trend = trend_of(sessions, Targets())
    by_item = {item.item_id: item for item in trend.items}
    assert [point.reworded for point in by_item["informed"].points] == [False, True, True]
    assert [point.rescored for point in by_item["closing"].points] == [False, True, True]
    assert [len(item.points) for item in trend.items] == [3, 3, 3, 3, 3, 2]
    assert not any(point.reworded or point.rescored for point in by_item["tone"].points)
    # In the order of the newest version.
    assert next(iter(by_item)) == "informed"


def test_targets_decide_what_is_met(graded: GradedSession) -> None:
    easy = trend_of([later(graded, 0)], Targets(alpha=-1.0, points=100.0, exact=0.0))
    hard = trend_of([later(graded, 0)], Targets(alpha=1.0, points=0.0, exact=1.0))
    assert all(point.met for item in easy.items for point in item.points)
    assert not any(point.met for item in hard.items for point in item.points)
    assert all(point.within for one in easy.reviewers for point in one.points)
    assert not any(point.within for one in hard.reviewers for point in one.points)


def test_second_opinions_are_points_like_others(graded: GradedSession) -> None:
    one = later(graded, 3)
    session = replace(one.graded.session, kind=SessionKind.SECOND)
    second = replace(one, graded=replace(one.graded, session=session))
    trend = trend_of([later(graded, 0), second], Targets())
    assert [point.kind for point in trend.team] == [SessionKind.CALIBRATION, SessionKind.SECOND]


def test_reviewers_have_their_names(graded: GradedSession) -> None:
    trend = trend_of([later(graded, 0)], Targets())
    assert [one.name for one in trend.reviewers] == ["=eve", "ann", "bob", "dan"]


def test_nothing_revealed_is_an_empty_trend() -> None:
    assert trend_of([], Targets()).team == ()


def test_two_rubrics_are_no_trend(graded: GradedSession, form: Rubric) -> None:
    other = later(graded, 0, replace(form, id="other"))
    with pytest.raises(ValueError, match="several rubrics"):
        trend_of([later(graded, 1), other], Targets())


def test_who_differs_most_is_paired_with_who_differs_least(graded: GradedSession) -> None:
    said = session_statistics(graded, resamples=0)
    found = {(one.item_id, one.fingerprint): one for one in partners([said])}
    eve = found["informed", "=eve" * 8]
    assert (eve.own.differing, eve.own.compared) == (3, 3)
    assert eve.partner in ("bob" * 8, "dan" * 8)
    assert eve.partner_own.differing == 0
    # Three answers are too few to be sure of anything but the extreme.
    assert eve.low < 0.5 < eve.high == 1.0


def compared(said: Results, differing: dict[str, tuple[int, int]]) -> Results:
    """The statistics with these answers to "informed" differing."""
    reviewers = tuple(
        replace(
            one,
            items=(
                ReviewerItem(
                    item_id="informed",
                    compared=differing[one.fingerprint][1],
                    differing=differing[one.fingerprint][0],
                    bias=None,
                ),
            ),
        )
        for one in said.statistics.reviewers
    )
    return replace(said, statistics=replace(said.statistics, reviewers=reviewers))


@pytest.mark.parametrize(
    ("eve", "suggested", "sure"),
    [
        ((2, 2), False, False),
        ((2, 10), False, False),
        ((6, 20), True, False),
        ((18, 20), True, True),
    ],
)
def test_a_suggestion_says_how_sure_it_is(
    results: Callable[..., Results], eve: tuple[int, int], suggested: bool, sure: bool
) -> None:
    counts = {"=eve" * 8: eve, "ann" * 8: (1, 10), "bob" * 8: (0, 10), "dan" * 8: (1, 12)}
    found = partners([compared(results(), counts).statistics])
    assert [one.fingerprint for one in found] == ["=eve" * 8] * suggested
    assert [one.sure for one in found] == [sure] * suggested
    assert [one.partner for one in found] == ["bob" * 8] * suggested


def test_sessions_add_up(results: Callable[..., Results]) -> None:
    counts = {"=eve" * 8: (2, 2), "ann" * 8: (0, 2), "bob" * 8: (0, 2), "dan" * 8: (0, 2)}
    said = compared(results(), counts).statistics
    assert partners([said]) == ()
    (one,) = partners([said, said])
    assert (one.own.compared, one.sessions) == (4, 2)
