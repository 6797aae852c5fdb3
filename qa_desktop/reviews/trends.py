"""How each item was answered from version to version of a rubric, joined by the item's id."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.base.local_text import LocalText
from qa_desktop.base.progress import Progress
from qa_desktop.reviews.what_if_store import SampleFilter, WhatIfStore
from qa_desktop.rubrics.description import item_facts
from qa_desktop.rubrics.diff import reads_alike
from qa_desktop.rubrics.model import Item, Note, Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAverage:
    """One item in one version.

    `mean` (0..1) is over `count` answers that were scored, None: none was; `na` were N/A. Compared
    with the version before that has the item: `reworded` (its words, guidance, anchors or options
    read otherwise), `rescored` (what is answered or how it scores).
    """

    version: int
    mean: Fraction | None
    count: int
    na: int
    reworded: bool = False
    rescored: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTrend:
    """`averages`: of every version that has the item, the oldest first. Title and section are those
    of the newest of them."""

    item_id: str
    title: LocalText
    section: LocalText
    averages: tuple[ItemAverage, ...]


def item_trends(
    store: WhatIfStore, rubrics: Iterable[Rubric], progress: Progress
) -> tuple[ItemTrend, ...]:
    """`rubrics`: the versions of one rubric. Items in the order of the newest version, then those
    that are gone. Raises Cancelled; ValueError when they are of several rubrics."""
    versions = sorted(rubrics, key=lambda rubric: rubric.version)
    names = {rubric.id for rubric in versions}
    if len(names) > 1:
        raise ValueError(f"versions of several rubrics: {sorted(names)}")
    if not versions:
        return ()
    chosen = store.choose(SampleFilter(rubric_id=versions[0].id))
    return trends_of(versions, store.item_scores(chosen, progress))


def trends_of(
    versions: list[Rubric], counted: Mapping[tuple[int, str, str | None, bool], int]
) -> tuple[ItemTrend, ...]:
    """`versions`: the oldest first; `counted` as WhatIfStore.item_scores counts."""
    totals: dict[tuple[int, str], Fraction] = {}
    scored: Counter[tuple[int, str]] = Counter()
    absent: Counter[tuple[int, str]] = Counter()
    for (version, name, text, na), count in counted.items():
        key = (version, name)
        if na:
            absent[key] += count
        elif text is not None:
            totals[key] = totals.get(key, Fraction(0)) + Fraction(text) * count
            scored[key] += count
    titles: dict[str, tuple[LocalText, LocalText]] = {}
    rows: dict[str, list[ItemAverage]] = {}
    last: dict[str, Item] = {}
    for rubric in versions:
        for section in rubric.sections:
            for item in section.items:
                if isinstance(item.answer, Note):
                    continue
                key = (rubric.version, item.id)
                before = last.get(item.id)
                titles[item.id] = (item.text, section.title)
                rows.setdefault(item.id, []).append(
                    ItemAverage(
                        version=rubric.version,
                        mean=totals[key] / scored[key] if scored[key] else None,
                        count=scored[key],
                        na=absent[key],
                        reworded=before is not None and reworded(before, item),
                        rescored=before is not None and rescored(before, item),
                    )
                )
                last[item.id] = item
    newest = [item.id for item in versions[-1].items() if item.id in rows]
    return tuple(
        ItemTrend(
            item_id=name, title=titles[name][0], section=titles[name][1], averages=tuple(rows[name])
        )
        for name in dict.fromkeys((*newest, *rows))
    )


def reworded(old: Item, new: Item) -> bool:
    """Options and anchors that only one of the two has change the rules, not the words."""
    before, after = item_facts(old).texts, item_facts(new).texts
    both = [(before[name], after[name]) for name in before.keys() & after.keys()]
    pairs = ((old.text, new.text), (old.help, new.help), *both)
    return not all(reads_alike(*pair) for pair in pairs)


def rescored(old: Item, new: Item) -> bool:
    """What is answered, or how it scores, is another."""
    return _rules(old) != _rules(new)


def _rules(item: Item) -> tuple[object, ...]:
    """Not the comment and the reasons: they ask for words and score nothing."""
    facts = item_facts(item).scoring
    return tuple(facts.get(name) for name in ("answer", "na", "veto", "show_if"))
