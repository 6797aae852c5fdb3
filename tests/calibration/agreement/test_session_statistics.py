"""A whole session's statistics from its reviews."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from qa_desktop.base.settings import Settings
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.calibration.agreement import Level, Ratings, Why, krippendorff_alpha
from qa_desktop.calibration.model import GradedSession
from qa_desktop.calibration.statistics.readings import say
from qa_desktop.calibration.statistics.session import (
    Reading,
    SessionStatistics,
    Targets,
    session_statistics,
)
from qa_desktop.rubrics.model import Answer

MakeGraded = Callable[..., GradedSession]

FULL = {
    "informed": 4,
    "identity": "yes",
    "tone": "good",
    "reasons": ["good"],
    "closing": 8,
    "hold": 20,
    "remark": "words",
}


def full(**changes: Any) -> dict[str, Any]:
    return {**FULL, **changes}


def codes(statistics: SessionStatistics) -> list[str]:
    return [reading.code for reading in statistics.readings]


@pytest.fixture
def divided(graded: MakeGraded) -> SessionStatistics:
    """Informed divides most, tone on one call; identity never."""
    return session_statistics(
        graded(
            {
                "call-1": {"ann": full(informed=5), "ben": full(informed=1), "cat": full()},
                "call-2": {"ann": full(informed=1), "ben": full(informed=5), "cat": full()},
                "call-3": {"ann": full(), "ben": full(tone="fair"), "cat": full()},
                "call-4": {"ann": full(closing=7), "ben": full(closing=7), "cat": full(closing=7)},
            }
        )
    )


def test_levels_come_from_the_answer_types(divided: SessionStatistics) -> None:
    assert {item.item_id: item.level for item in divided.items} == {
        "informed": Level.ORDINAL,
        "identity": Level.NOMINAL,
        "tone": Level.ORDINAL,
        "reasons": Level.SETS,
        "closing": Level.INTERVAL,
        "hold": Level.ORDINAL,
    }
    with pytest.raises(KeyError):
        divided.item("remark")


def test_the_most_divided_come_first_and_shares_are_the_whole(divided: SessionStatistics) -> None:
    assert [item.item_id for item in divided.items[:2]] == ["informed", "tone"]
    assert sum(item.share for item in divided.items) == pytest.approx(1)
    # Pairs of distances 1, 1/16 and 9/16 in two calls; a quarter on two of three pairs in one.
    informed, tone = 2 * 2 * (1 + 1 / 16 + 9 / 16) / 2, 2 * 2 * 0.25 / 2
    assert divided.items[0].share == pytest.approx(informed / (informed + tone))
    assert divided.items[0].disagreement == pytest.approx(informed / 12)


def test_what_misses_both_targets_is_to_be_settled(divided: SessionStatistics) -> None:
    assert divided.to_settle == ("informed",)
    assert divided.to_settle_share == pytest.approx(divided.items[0].share)
    assert "to_settle_one" in codes(divided)
    assert divided.item("informed").percent.value == pytest.approx(0.5)


def test_alpha_of_an_item_is_that_of_its_ratings(divided: SessionStatistics) -> None:
    rows = [[5.0, 1.0, 4.0], [1.0, 5.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]]
    wanted = krippendorff_alpha(Ratings.of_table(rows), Level.ORDINAL)
    assert divided.item("informed").alpha == wanted


def test_no_variation_is_said(divided: SessionStatistics) -> None:
    identity = divided.item("identity")
    assert identity.alpha.why is Why.NO_VARIATION
    assert identity.unanimous == Answer(value="yes")
    assert [reading.code for reading in identity.readings] == ["no_variation", "all_agreed"]
    # The fourth root of 0.05 is 0.473.
    assert identity.readings[1].values == {"n": 4, "up_to_pct": 53}


def test_who_deviates_from_most(divided: SessionStatistics) -> None:
    tone = divided.item("tone")
    assert (tone.divided, tone.deviating) == (("call-3",), {"call-3": frozenset({"ben"})})
    everyone = frozenset({"ann", "ben", "cat"})
    assert divided.item("informed").deviating == {"call-1": everyone, "call-2": everyone}


def test_the_reference_says_who_deviates_and_from_what(graded: MakeGraded) -> None:
    found = session_statistics(
        graded(
            {
                "call-1": {"ann": full(), "ben": full(), "cat": full(informed=2)},
                "call-2": {"ann": full(), "ben": full(), "cat": full(informed=2)},
                "call-3": {"ann": full(), "ben": full(informed=5), "cat": full(informed=2)},
            },
            reference={name: full(informed=2) for name in ("call-1", "call-2", "call-3")},
        )
    )
    informed = found.item("informed")
    assert informed.deviating["call-1"] == frozenset({"ann", "ben"})
    assert informed.with_reference == pytest.approx(1 / 3)
    ann, ben, cat = found.reviewers
    assert [r.bias_from for r in found.reviewers] == ["reference"] * 3
    assert (cat.bias.value, cat.mad.value, cat.same_answers) == (0, 0, 1)
    assert cat.readings[0].code == "reviewer_same_reference"
    # Two steps of four on one of three items of half the form: 50 / 3 * 2 / 4.
    assert ann.bias.value == pytest.approx(100 / 12, abs=0.01)
    assert ann.readings[0].code == "reviewer_always_higher_reference"
    assert ben.readings[0].code == "reviewer_higher_reference"
    assert ben.spread == pytest.approx(2.41, abs=0.01)
    first = ann.items[0]
    assert (first.item_id, first.compared, first.differing, first.bias) == ("informed", 3, 3, 0.5)
    assert cat.severity.value is not None
    assert cat.severity.value > 0


def test_without_a_reference_reviewers_stand_beside_the_others(
    divided: SessionStatistics,
) -> None:
    assert [r.fingerprint for r in divided.reviewers] == ["ann", "ben", "cat"]
    assert {r.mad.why for r in divided.reviewers} == {Why.NO_REFERENCE}
    ann = divided.reviewers[0]
    assert ann.items[0].compared == 8
    assert ann.readings[0].code == "reviewer_unclear_others"


def test_na_is_an_answer_of_its_own(graded: MakeGraded) -> None:
    """For ranks it has no place: alpha leaves it out, agreement does not."""
    found = session_statistics(
        graded(
            {
                "call-1": {"ann": full(informed=5), "ben": full(informed="n/a", identity="n/a")},
                "call-2": {"ann": full(informed=2), "ben": full(informed=2)},
                "call-3": {"ann": full(informed=5), "ben": full(informed=5)},
            }
        )
    )
    informed, identity = found.item("informed"), found.item("identity")
    assert informed.alpha.value == 1.0
    assert informed.alpha.n == 2
    assert (informed.percent.value, informed.exact.value) == (pytest.approx(2 / 3),) * 2
    # N/A against an answer counts as the whole scale.
    assert informed.share == pytest.approx(identity.share) == pytest.approx(0.5)
    assert identity.alpha.value == pytest.approx(0)
    assert identity.alpha.n == 3


def test_measures_agree_where_they_score_alike(graded: MakeGraded) -> None:
    found = session_statistics(
        graded(
            {
                "call-1": {"ann": full(hold=5), "ben": full(hold=29.5)},
                "call-2": {"ann": full(hold=31), "ben": full(hold=89)},
                "call-3": {"ann": full(hold=91), "ben": full(hold=30)},
            }
        )
    )
    hold = found.item("hold")
    assert hold.exact.value == pytest.approx(2 / 3)
    assert hold.divided == ("call-3",)


def test_sets_are_partly_alike(graded: MakeGraded) -> None:
    found = session_statistics(
        graded(
            {
                "call-1": {"ann": full(reasons=["good", "fair"]), "ben": full(reasons=["good"])},
                "call-2": {"ann": full(reasons=[]), "ben": full(reasons=[])},
                "call-3": {"ann": full(reasons=["bad"]), "ben": full(reasons=["bad"])},
            }
        )
    )
    reasons = found.item("reasons")
    assert reasons.disagreement == pytest.approx(0.5 * 2 / 6)
    assert reasons.alpha.value is not None
    assert 0.7 < reasons.alpha.value < 0.9


def test_outcomes_and_vetoes(graded: MakeGraded) -> None:
    found = session_statistics(
        graded(
            {
                "call-1": {"ann": full(), "ben": full(), "cat": full(identity="no")},
                "call-2": {"ann": full(), "ben": full(), "cat": full()},
            }
        )
    )
    assert (found.outcome.pairs_alike, found.outcome.pairs) == (4, 6)
    assert found.outcome.pairs_by_interaction == {"call-1": (1, 3), "call-2": (3, 3)}
    assert found.outcome.divided == ("call-1",)
    assert found.outcome.verdicts["call-1"] == {"ann": "pass", "ben": "pass", "cat": "fail"}
    assert found.outcome.readings[0] == Reading(
        code="outcome_pairs", values={"alike": 4, "pairs": 6}
    )
    assert found.veto.verdicts["call-1"]["cat"] == "veto"
    assert found.veto.percent.value == pytest.approx(2 / 3)


def test_scores_within_points(graded: MakeGraded) -> None:
    found = session_statistics(
        graded(
            {
                "call-1": {"ann": full(closing=8), "ben": full(closing=7), "cat": full(closing=2)},
                "call-2": {"ann": full(), "ben": full(), "cat": full()},
            }
        ),
        Targets(points=5),
    )
    # A point of ten is 50 / 3 / 10 of the form: 1.67, six of them 10.
    assert found.form.within.value == pytest.approx((1 / 3 + 1) / 2)
    assert found.form.mean_range == pytest.approx(5, abs=0.01)
    assert found.form.within_reference.why is Why.TOO_FEW_PAIRS
    by_section = {section.section_id: section for section in found.sections}
    assert by_section["s1"].alpha.why is Why.NO_VARIATION
    assert by_section["s2"].alpha.value is not None
    assert found.form.scores["call-2"]["ann"] == found.form.scores["call-2"]["cat"]


def test_missing_reviews_are_missing(graded: MakeGraded) -> None:
    found = session_statistics(
        graded(
            {
                "call-1": {"ann": full(), "ben": full(informed=2)},
                "call-2": {"ann": full(informed=1)},
                "call-3": {"ben": full(), "cat": full()},
            }
        )
    )
    informed = found.item("informed")
    ann = Answer(value=Fraction(1))
    assert informed.answers["call-2"] == {"ann": ann, "ben": None, "cat": None}
    assert informed.percent.n == 2
    assert found.form.icc.icc2.why is Why.MISSING_RATINGS
    assert [r.n_scores for r in found.reviewers] == [2, 2, 1]


def test_a_session_that_nobody_graded_counts_nothing(graded: MakeGraded) -> None:
    empty = session_statistics(graded({"call-1": {}, "call-2": {}}))
    assert empty.overall.value is None
    assert empty.reviewers == ()
    assert empty.form.alpha.why is Why.TOO_FEW_PAIRS
    alone = session_statistics(graded({"call-1": {"ann": full()}}))
    assert alone.overall.why is Why.TOO_FEW_PAIRS
    assert [r.code for r in alone.item("tone").readings] == ["too_few_pairs"]
    assert alone.reviewers[0].readings[0].code == "reviewer_too_few"


def test_overall_is_no_better_for_items_that_differ(graded: MakeGraded) -> None:
    """Two items at opposite ends, both answered at random: pooling their answers as one scale
    would call that agreement."""
    rows = [(5, 4), (4, 5), (5, 4), (4, 5)]
    sheet = {
        f"call-{n}": {
            "ann": full(informed=a, closing=10 - 10 * (a == 5)),
            "ben": full(informed=b, closing=10 - 10 * (b == 5)),
        }
        for n, (a, b) in enumerate(rows)
    }
    found = session_statistics(graded(sheet))
    assert found.overall.value is not None
    assert found.overall.value < 0


def test_the_order_of_people_and_interactions_changes_no_figure(graded: MakeGraded) -> None:
    sheet = {
        f"call-{n}": {
            name: full(informed=1 + (n * 3 + at * n) % 5, closing=(n + at) % 9)
            for at, name in enumerate(("ann", "ben", "cat"))
        }
        for n in range(6)
    }
    session = graded(sheet)
    turned = replace(
        session,
        gradings=tuple(reversed(session.gradings)),
        session=replace(
            session.session,
            interactions=tuple(reversed(session.session.interactions)),
            participants=tuple(reversed(session.session.participants)),
        ),
    )
    first, second = session_statistics(session), session_statistics(turned)
    assert {i.item_id: i.alpha for i in first.items} == {i.item_id: i.alpha for i in second.items}
    assert first.overall.value == pytest.approx(second.overall.value)
    assert first.overall.se == pytest.approx(second.overall.se)
    assert {r.fingerprint: r.severity.value for r in first.reviewers} == pytest.approx(
        {r.fingerprint: r.severity.value for r in second.reviewers}
    )


def test_targets_come_from_the_settings() -> None:
    settings = Settings(target_alpha_pct=80, target_points=3, target_exact_pct=90)
    assert Targets.of(settings) == Targets(alpha=0.8, points=3.0, exact=0.9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_readings_are_worded_with_the_names_that_may_be_shown(
    divided: SessionStatistics, language: str
) -> None:
    words = wording(language)
    everything = [
        *divided.readings,
        *divided.outcome.readings,
        *divided.veto.readings,
        *(reading for item in divided.items for reading in item.readings),
        *(reading for reviewer in divided.reviewers for reading in reviewer.readings),
        *divided.form.readings,
    ]
    told = [say(reading, words, {"ann": "A", "ben": "B"}) for reading in everything]
    assert all(text and "{" not in text for text in told)
    ann = say(divided.reviewers[0].readings[0], words, {"ann": "A"})
    assert ann.startswith("A ")
    assert "ann" not in ann
