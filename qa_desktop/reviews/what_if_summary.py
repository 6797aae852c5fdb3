"""How scores, grades and outcomes of a sample would move under a draft."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.base.local_text import LocalText
from qa_desktop.reviews.what_if import NotScored, Rescored, Tried, Why
from qa_desktop.rubrics.model import Rubric

_BARS, _BAR_WIDTH = 10, 10
MOVERS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many scores from `start` on, up to but without `end`: then and under the draft. The first
    and the last take what lies beyond; 100 is in the last."""

    start: int
    end: int
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMove:
    """Mean scores of a part of the sample; None: nothing of it is scored. `id` "": no scenario."""

    id: str
    title: LocalText | None
    count: int
    before: Fraction | None
    after: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemGap:
    """An item without an answer in so many reviews, and why."""

    id: str
    title: LocalText
    why: Why
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemNote:
    """An item that is gone, or reads otherwise, in so many reviews."""

    id: str
    title: LocalText
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Means are over the reviews that are scored both then and now; None: there is none.

    `low` and `high`: the mean with the worst and with the best answers to what has no answer.
    `grades` and `outcomes` count from what to what; `unsure` outcomes depend on those answers.
    """

    count: int
    left_out: Mapping[NotScored, int]
    both: int
    before: Fraction | None
    after: Fraction | None
    low: Fraction | None
    high: Fraction | None
    grades: Mapping[tuple[str | None, str | None], int]
    outcomes: Mapping[tuple[str, str], int]
    unsure: int
    bars: tuple[Bar, ...]
    movers: tuple[Rescored, ...]
    sections: tuple[PartMove, ...]
    scenarios: tuple[PartMove, ...]
    gaps: tuple[ItemGap, ...]
    removed: tuple[ItemNote, ...]
    reworded: tuple[ItemNote, ...]

    @property
    def change(self) -> Fraction | None:
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def bounded(self) -> bool:
        """Whether some answers are missing, so that all depends on them."""
        return bool(self.gaps)

    @property
    def grades_changed(self) -> int:
        return _moved(self.grades)

    @property
    def outcomes_changed(self) -> int:
        return _moved(self.outcomes)


def summarise(tried: Tried) -> Summary:
    both = [one for one in tried.rescored if one.change is not None]
    moved = sorted(
        (one for one in both if one.change),
        key=lambda one: (-abs(one.change or 0), one.case.review_id),
    )
    return Summary(
        count=len(tried.rescored),
        left_out=Counter(why for _, why in tried.left_out),
        both=len(both),
        before=_mean(one.case.before.score for one in both),
        after=_mean(one.after.score for one in both),
        low=_mean(one.low.score for one in both),
        high=_mean(one.high.score for one in both),
        grades=Counter((one.case.before.grade, one.after.grade) for one in tried.rescored),
        outcomes=Counter((one.case.before.outcome, one.after.outcome) for one in tried.rescored),
        unsure=sum(one.low.outcome != one.high.outcome for one in tried.rescored),
        bars=_bars(tried.rescored),
        movers=tuple(moved[:MOVERS]),
        sections=_sections(tried),
        scenarios=_scenarios(tried.draft, tried.rescored),
        gaps=_gaps(tried),
        removed=_removed(tried),
        reworded=_reworded(tried),
    )


def _moved(
    moves: Mapping[tuple[str | None, str | None], int] | Mapping[tuple[str, str], int],
) -> int:
    return sum(count for (before, after), count in moves.items() if before != after)


def _mean(scores: Iterable[Fraction | None]) -> Fraction | None:
    known = [score for score in scores if score is not None]
    if not known:
        return None
    # Adding thousands of fractions one by one takes the least common denominator each time.
    sums: Counter[int] = Counter()
    for score in known:
        sums[score.denominator] += score.numerator
    return sum((Fraction(n, d) for d, n in sums.items()), Fraction(0)) / len(known)


def _bars(rescored: Sequence[Rescored]) -> tuple[Bar, ...]:
    before = Counter(_bar_of(one.case.before.score) for one in rescored)
    after = Counter(_bar_of(one.after.score) for one in rescored)
    return tuple(
        Bar(
            start=place * _BAR_WIDTH,
            end=(place + 1) * _BAR_WIDTH,
            before=before[place],
            after=after[place],
        )
        for place in range(_BARS)
    )


def _bar_of(score: Fraction | None) -> int | None:
    return None if score is None else min(max(int(score // _BAR_WIDTH), 0), _BARS - 1)


def _sections(tried: Tried) -> tuple[PartMove, ...]:
    """The draft's; one that is new has nothing before."""
    found = []
    for section in tried.draft.sections:
        after = [one for one in tried.rescored if section.id in one.sections]
        found.append(
            PartMove(
                id=section.id,
                title=section.title,
                count=len(after),
                before=_mean(one.case.sections.get(section.id) for one in tried.rescored),
                after=_mean(one.sections[section.id] for one in after),
            )
        )
    return tuple(found)


def _scenarios(draft: Rubric, rescored: Sequence[Rescored]) -> tuple[PartMove, ...]:
    titles = {scenario.id: scenario.title for scenario in draft.scenarios}
    parts: dict[str, list[Rescored]] = {}
    for one in rescored:
        parts.setdefault(one.case.given.scenario or "", []).append(one)
    return tuple(
        PartMove(
            id=name,
            title=titles.get(name),
            count=len(parts[name]),
            before=_mean(one.case.before.score for one in parts[name]),
            after=_mean(one.after.score for one in parts[name]),
        )
        for name in ("", *titles)
        if name in parts
    )


def _gaps(tried: Tried) -> tuple[ItemGap, ...]:
    counted = Counter(pair for one in tried.rescored for pair in one.unknown.items())
    return tuple(
        ItemGap(id=item.id, title=item.text, why=why, count=counted[item.id, why])
        for item in tried.draft.items()
        for why in Why
        if counted[item.id, why]
    )


def _removed(tried: Tried) -> tuple[ItemNote, ...]:
    titles: dict[str, LocalText] = {}
    counted: Counter[str] = Counter()
    per_version = Counter(one.case.version for one in tried.rescored)
    for version, joined in sorted(tried.joined.items()):
        for item in joined.removed:
            titles[item.id] = item.text
            counted[item.id] += per_version[version]
    return tuple(
        ItemNote(id=name, title=title, count=counted[name])
        for name, title in titles.items()
        if counted[name]
    )


def _reworded(tried: Tried) -> tuple[ItemNote, ...]:
    per_version = Counter(one.case.version for one in tried.rescored)
    counted: Counter[str] = Counter()
    for version, joined in tried.joined.items():
        for name in joined.reworded:
            counted[name] += per_version[version]
    return tuple(
        ItemNote(id=item.id, title=item.text, count=counted[item.id])
        for item in tried.draft.items()
        if counted[item.id]
    )
