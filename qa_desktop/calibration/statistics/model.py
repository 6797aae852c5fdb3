"""What a revealed session tells about its items, its reviewers and its outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from qa_desktop.base.settings import Settings
from qa_desktop.calibration.agreement.icc import Iccs
from qa_desktop.calibration.agreement.model import Coefficient, Level
from qa_desktop.rubrics.model import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """What the team wants to reach.

    `alpha`: Krippendorff's; `points`: how far two scores of one interaction may lie apart;
    `exact`: the share (0..1) of pairs of answers that are the same.
    """

    alpha: float = 0.67
    points: float = 5.0
    exact: float = 0.8

    @classmethod
    def of(cls, settings: Settings) -> Self:
        return cls(
            alpha=settings.target_alpha_pct / 100,
            points=float(settings.target_points),
            exact=settings.target_exact_pct / 100,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A figure in plain words: `readings.say` words it from agreement.readings.<code>.

    `values` are numbers and texts for the placeholders; "reviewer" is a fingerprint, which `say`
    turns into the name that may be shown.
    """

    code: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStatistics:
    """How the reviewers answered one item.

    `answers` go by pseudonym, then by fingerprint; None: not asked, not answered or not graded.
    `reference` likewise by pseudonym. `alpha` is on `level`: N/A is a category of its own at
    nominal level and for sets, and missing on the other levels. `percent` is the share of pairs
    of answers that are the same, `exact` the share of interactions on which all are, N/A being an
    answer like any other.

    `disagreement` (0..1) is the mean squared distance of two answers to the same interaction,
    the whole scale being 1; an answer against N/A is 1. `share` (0..1) is its part in the
    disagreement of all items; 0 for all where everybody agrees. `divided` are the interactions
    with different answers. `deviating` are the fingerprints, by pseudonym, whose answer is not
    the reference's or, without one, not that of most. `unanimous`: the one answer that everybody
    gave everywhere. `with_reference`: the share of answers that are the reference's.
    """

    item_id: str
    section_id: str
    level: Level
    alpha: Coefficient
    percent: Coefficient
    exact: Coefficient
    gwet: Coefficient
    answers: Mapping[str, Mapping[str, Answer | None]]
    reference: Mapping[str, Answer | None]
    disagreement: float | None
    share: float
    to_settle: bool
    divided: tuple[str, ...]
    deviating: Mapping[str, frozenset[str]]
    unanimous: Answer | None
    with_reference: float | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreStatistics:
    """How far scores agree, those of the form (`section_id` None) or of a section, in percent.

    `scores` go by pseudonym, then by fingerprint. `within` is the share of pairs of scores that
    are at most the target's points apart, `within_reference` that of scores so near the
    reference's. `mean_range` is the mean distance of the highest from the lowest score.
    """

    section_id: str | None
    alpha: Coefficient
    icc: Iccs
    within: Coefficient
    within_reference: Coefficient
    mean_range: float | None
    scores: Mapping[str, Mapping[str, float | None]]
    reference: Mapping[str, float | None]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictStatistics:
    """How far the reviewers agree on pass or fail ("pass", "fail", "not_scored"), or on whether a
    veto holds ("veto", "no_veto").

    `pairs_alike` of `pairs` pairs of reviews of the same interaction say the same.
    `pairs_by_interaction` has both by pseudonym.
    """

    alpha: Coefficient
    percent: Coefficient
    exact: Coefficient
    gwet: Coefficient
    pairs_alike: int
    pairs: int
    pairs_by_interaction: Mapping[str, tuple[int, int]]
    verdicts: Mapping[str, Mapping[str, str | None]]
    reference: Mapping[str, str | None]
    divided: tuple[str, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerItem:
    """How one reviewer answers one item beside the reference or, without one, beside each other
    reviewer: `differing` of `compared` answers. `bias` is the mean difference of the item's score
    (-1..1; below zero is stricter), None where no two answers have scores.
    """

    item_id: str
    compared: int
    differing: int
    bias: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerStatistics:
    """One reviewer's way of grading, in points of the form's score.

    `bias`: the mean of score minus reference (`bias_from` "reference") or, without one, minus the
    mean of the others' scores of the same interaction ("others"); below zero is stricter.
    `spread`: the standard deviation of these differences, `mad`: the mean absolute deviation from
    the reference, None without one.
    `severity`: by how many points the scores are lower than the team's, with whose interactions
    were graded taken into account (see agreement.reviewers); above zero is stricter.
    `items` stand in the order of differing most.
    """

    fingerprint: str
    n_scores: int
    bias_from: str
    bias: Coefficient
    spread: float | None
    mad: Coefficient
    severity: Coefficient
    same_answers: float | None
    items: tuple[ReviewerItem, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStatistics:
    """Everything that can be counted in a revealed session; the reference is no reviewer.

    `overall` is Krippendorff's alpha over all items: 1 - (observed / expected disagreement), each
    summed over the items, with the interval from resampling whole interactions. `items` stand in
    the order of disagreement, the most divided first; notes and measures nobody answers are not
    among them. `to_settle_share` is what the items to settle carry of all disagreement (0..1).
    `reviewers` are in the roster's order, those without a grading left out. `interactions` are
    the pseudonyms in the session's order.
    """

    targets: Targets
    interactions: tuple[str, ...]
    overall: Coefficient
    percent: Coefficient
    outcome: VerdictStatistics
    veto: VerdictStatistics
    form: ScoreStatistics
    sections: tuple[ScoreStatistics, ...]
    items: tuple[ItemStatistics, ...]
    reviewers: tuple[ReviewerStatistics, ...]
    to_settle: tuple[str, ...]
    to_settle_share: float
    readings: tuple[Reading, ...]

    def item(self, item_id: str) -> ItemStatistics:
        """Raises KeyError for an item without answers' statistics: a note, or of another rubric."""
        found = next((item for item in self.items if item.item_id == item_id), None)
        if found is None:
            raise KeyError(item_id)
        return found
