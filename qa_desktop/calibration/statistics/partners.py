"""Who might sit together over which item: a suggestion with its evidence and its uncertainty."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from qa_desktop.calibration.agreement.nominal_agreement import wilson
from qa_desktop.calibration.statistics.model import SessionStatistics

# Fewer answers than these suggest nothing; who differs so much more than the others is suggested.
LEAST_COMPARED = 3
FAR_SHARE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """So many of the answers compared differ: from the reference's or, without one, from those of
    each other reviewer."""

    differing: int = 0
    compared: int = 0

    @property
    def share(self) -> float:
        return self.differing / self.compared if self.compared else 0.0

    def plus(self, differing: int, compared: int) -> "Differing":
        return Differing(differing=self.differing + differing, compared=self.compared + compared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """`fingerprint` differs at `item_id` from the others by far; `partner` (None: nobody fits)
    differs least there.

    `low` and `high` are the ends of the Wilson interval (95 %) of the reviewer's share. `sure`:
    it lies wholly above that of the `others`, so that chance alone hardly explains it. `sessions`
    that it rests on.
    """

    item_id: str
    fingerprint: str
    own: Differing
    others: Differing
    low: float
    high: float
    sure: bool
    sessions: int
    partner: str | None = None
    partner_own: Differing = Differing()


def partners(statistics: Iterable[SessionStatistics]) -> tuple[Partner, ...]:
    """Those who are sure first, then by how far they are from the others.

    The rule: at an item, over all sessions given, a reviewer with at least three answers compared
    whose share of differing answers is at least 20 percentage points above that of all others
    together. The partner is who differs least there with as many answers compared, and less than
    the others on the whole; of equals, who had more compared.
    """
    counted: dict[str, dict[str, Differing]] = defaultdict(dict)
    sessions: dict[tuple[str, str], int] = defaultdict(int)
    for said in statistics:
        for reviewer in said.reviewers:
            for item in reviewer.items:
                known = counted[item.item_id].get(reviewer.fingerprint, Differing())
                told = known.plus(item.differing, item.compared)
                counted[item.item_id][reviewer.fingerprint] = told
                sessions[item.item_id, reviewer.fingerprint] += bool(item.compared)
    found = [
        one
        for item_id, by_person in counted.items()
        for fingerprint in by_person
        if (one := _suggested(item_id, fingerprint, by_person, sessions)) is not None
    ]
    return tuple(
        sorted(found, key=lambda one: (not one.sure, one.others.share - one.own.share, one.item_id))
    )


def _suggested(
    item_id: str,
    fingerprint: str,
    by_person: dict[str, Differing],
    sessions: dict[tuple[str, str], int],
) -> Partner | None:
    own = by_person[fingerprint]
    rest = {who: told for who, told in by_person.items() if who != fingerprint and told.compared}
    others = Differing(
        differing=sum(told.differing for told in rest.values()),
        compared=sum(told.compared for told in rest.values()),
    )
    if own.compared < LEAST_COMPARED or not others.compared:
        return None
    if own.share - others.share < FAR_SHARE:
        return None
    low, high = _interval(own)
    fitting = {
        who: told
        for who, told in rest.items()
        if told.compared >= LEAST_COMPARED and told.share <= others.share
    }
    best = min(
        fitting, key=lambda who: (fitting[who].share, -fitting[who].compared, who), default=None
    )
    return Partner(
        item_id=item_id,
        fingerprint=fingerprint,
        own=own,
        others=others,
        low=low,
        high=high,
        sure=low > _interval(others)[1],
        sessions=sessions[item_id, fingerprint],
        partner=best,
        partner_own=fitting[best] if best is not None else Differing(),
    )


def _interval(told: Differing) -> tuple[float, float]:
    return wilson(told.differing, told.compared).interval or (0.0, 1.0)
