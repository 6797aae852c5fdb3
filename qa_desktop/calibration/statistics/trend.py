"""How agreement went from session to session: team, items, reviewers, against the targets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from qa_desktop.base.local_text import LocalText
from qa_desktop.calibration.agreement import Coefficient
from qa_desktop.calibration.model import GradedSession, SessionKind
from qa_desktop.calibration.naming import names
from qa_desktop.calibration.statistics.model import SessionStatistics, Targets
from qa_desktop.calibration.statistics.partners import Partner, partners
from qa_desktop.reviews.trends import rescored, reworded
from qa_desktop.rubrics.model import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A revealed session with its statistics."""

    graded: GradedSession
    statistics: SessionStatistics


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPoint:
    """One session; `at` is its reveal. `met`: alpha reaches the target; None: there is none."""

    session_id: str
    title: str
    at: datetime
    kind: SessionKind
    rubric_version: int
    interactions: int
    reviewers: int
    alpha: Coefficient
    percent: Coefficient
    within: Coefficient
    within_reference: Coefficient
    met: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPoint:
    """An item in one session. Compared with the session before that has it: `reworded`, `rescored`
    (see reviews.trends)."""

    session_id: str
    rubric_version: int
    alpha: Coefficient
    percent: Coefficient
    share: float
    met: bool | None
    reworded: bool = False
    rescored: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTrend:
    """`points`: of every session that has the item, the oldest first."""

    item_id: str
    title: LocalText
    section: LocalText
    points: tuple[ItemPoint, ...]

    @property
    def often_missed(self) -> int:
        return sum(point.met is False for point in self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerPoint:
    """`within`: the reviewer's mean deviation from the reference is within the target's points;
    None without a reference."""

    session_id: str
    bias: Coefficient
    mad: Coefficient
    severity: Coefficient
    same_answers: float | None
    within: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerTrend:
    fingerprint: str
    name: str
    points: tuple[ReviewerPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Everything over the sessions of one rubric, the oldest first.

    `items` stand in the order of the newest version, then those that are gone.
    """

    targets: Targets
    team: tuple[TeamPoint, ...] = ()
    items: tuple[ItemTrend, ...] = ()
    reviewers: tuple[ReviewerTrend, ...] = ()
    partners: tuple[Partner, ...] = ()


def trend_of(sessions: Iterable[Counted], targets: Targets) -> Trend:
    """Of sessions of one rubric, in any order, second opinions among them. Raises ValueError when
    they are of several rubrics."""
    ordered = sorted(sessions, key=lambda one: (_at(one), one.graded.session.id))
    rubrics = {one.graded.rubric.id for one in ordered}
    if len(rubrics) > 1:
        raise ValueError(f"sessions of several rubrics: {sorted(rubrics)}")
    return Trend(
        targets=targets,
        team=tuple(_team_point(one, targets) for one in ordered),
        items=_items(ordered, targets),
        reviewers=_reviewers(ordered, targets),
        partners=partners(one.statistics for one in ordered),
    )


def _at(one: Counted) -> datetime:
    session = one.graded.session
    return session.revealed_at or session.made_at


def _team_point(one: Counted, targets: Targets) -> TeamPoint:
    session, said = one.graded.session, one.statistics
    return TeamPoint(
        session_id=session.id,
        title=session.title,
        at=_at(one),
        kind=session.kind,
        rubric_version=session.rubric_version,
        interactions=len(session.interactions),
        reviewers=len(said.reviewers),
        alpha=said.overall,
        percent=said.percent,
        within=said.form.within,
        within_reference=said.form.within_reference,
        met=_met(said.overall, targets.alpha),
    )


def _met(said: Coefficient, target: float) -> bool | None:
    return None if said.value is None else said.value >= target


def _items(ordered: Sequence[Counted], targets: Targets) -> tuple[ItemTrend, ...]:
    points: dict[str, list[ItemPoint]] = {}
    titles: dict[str, tuple[LocalText, LocalText]] = {}
    last: dict[str, Item] = {}
    for one in ordered:
        sections = {section.id: section.title for section in one.graded.rubric.sections}
        asked = {item.id: item for item in one.graded.rubric.items()}
        for said in one.statistics.items:
            item, before = asked[said.item_id], last.get(said.item_id)
            titles[said.item_id] = (item.text, sections[said.section_id])
            points.setdefault(said.item_id, []).append(
                ItemPoint(
                    session_id=one.graded.session.id,
                    rubric_version=one.graded.session.rubric_version,
                    alpha=said.alpha,
                    percent=said.percent,
                    share=said.share,
                    # As the results do: alpha alone falls where nearly all answers are alike.
                    met=_item_met(said.alpha, said.percent, targets),
                    reworded=before is not None and reworded(before, item),
                    rescored=before is not None and rescored(before, item),
                )
            )
            last[said.item_id] = item
    newest = [item.id for item in ordered[-1].graded.rubric.items()] if ordered else []
    order = dict.fromkeys((*newest, *points))
    return tuple(
        ItemTrend(item_id=name, title=titles[name][0], section=titles[name][1], points=tuple(found))
        for name in order
        if (found := points.get(name))
    )


def _item_met(alpha: Coefficient, percent: Coefficient, targets: Targets) -> bool | None:
    if percent.value is None:
        return None
    if percent.value >= targets.exact:
        return True
    return alpha.value is not None and alpha.value >= targets.alpha


def _reviewers(ordered: Sequence[Counted], targets: Targets) -> tuple[ReviewerTrend, ...]:
    called: dict[str, str] = {}
    points: dict[str, list[ReviewerPoint]] = {}
    for one in ordered:
        called |= names(one.graded.session)
        for said in one.statistics.reviewers:
            mad = said.mad.value
            points.setdefault(said.fingerprint, []).append(
                ReviewerPoint(
                    session_id=one.graded.session.id,
                    bias=said.bias,
                    mad=said.mad,
                    severity=said.severity,
                    same_answers=said.same_answers,
                    within=None if mad is None else mad <= targets.points,
                )
            )
    return tuple(
        ReviewerTrend(fingerprint=who, name=called.get(who, who[:8]), points=tuple(found))
        for who, found in sorted(points.items(), key=lambda one: called.get(one[0], one[0]))
    )
