"""Advice on answers: anchors, options, bands, reasons, comments, vetoes that are lacking."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from qa_desktop.rubrics.advice import Advice, advice, is_scored, placed_items, warning
from qa_desktop.rubrics.extremes import best_and_worst
from qa_desktop.rubrics.model import (
    Choice,
    CommentRule,
    Item,
    Measure,
    Multi,
    Option,
    Rubric,
    Scale,
)
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.tree import Path

# How many items one person grades with care in one contact: a call is heard once, a text reread.
MOST_ITEMS = {"voice": 15, "chat": 18, "ticket": 20}


def advise_on_answers(rubric: Rubric) -> Iterator[Advice]:
    gates = {item.show_if.item for item in rubric.items() if item.show_if is not None}
    for path, _, item in placed_items(rubric):
        if is_scored(item):
            yield from _answer(path, item, is_gate=item.id in gates)
        yield from _comment(path, item)
    yield from _critical(rubric)
    yield from _number_of_items(rubric)


def _answer(path: Path, item: Item, *, is_gate: bool) -> Iterator[Advice]:
    place = (*path, "answer")
    match item.answer:
        case Scale() as scale:
            yield from _scale(place, scale)
        case Choice(options=options):
            yield from _choice(place, item, options, is_gate=is_gate)
        case Multi(options=options):
            if item.weight:
                yield from _multi(place, options)
        case Measure(bands=bands):
            if len(bands) < 2:
                yield warning("measure_one_band", (*place, "bands"))
            elif len({band.score for band in bands}) == 1:
                yield warning("measure_same_scores", (*place, "bands"))
            elif not any(band.score == 1 for band in bands):
                best = number_text(best_and_worst(item.answer)[0])
                yield warning("never_full", (*place, "bands"), best=best)


def _scale(place: Path, scale: Scale) -> Iterator[Advice]:
    written = {value for value, _ in scale.anchors}
    if not written:
        yield advice("anchors_missing", place)
        return
    ends = [number_text(end) for end in (scale.min, scale.max) if end not in written]
    if ends:
        yield advice("anchor_ends_missing", (*place, "anchors"), ends=", ".join(ends))


def _choice(
    place: Path, item: Item, options: tuple[Option, ...], *, is_gate: bool
) -> Iterator[Advice]:
    place = (*place, "options")
    scores = [option.score for option in options]
    if len(options) < 2:
        yield warning("one_option", place)
        return
    if len(set(scores)) == 1:
        if item.weight and not is_gate:
            yield warning("options_same_score", place)
        return
    if max(scores) < 1 and item.weight:
        yield warning("never_full", place, best=number_text(max(scores)))
    seen: dict[str, str] = {}
    for index, option in enumerate(options):
        score = number_text(option.score)
        if score in seen:
            values = {"id": option.id, "other": seen[score], "score": score}
            yield advice("options_share_score", (*place, index, "score"), **values)
        seen.setdefault(score, option.id)


def _multi(place: Path, options: tuple[Option, ...]) -> Iterator[Advice]:
    gains = [option.score for option in options if option.score > 0]
    if not gains:
        yield warning("options_same_score", (*place, "options"))
    elif sum(gains) < 1:
        yield warning("never_full", (*place, "options"), best=number_text(sum(gains, Fraction(0))))
    for index, option in enumerate(options):
        if not option.score:
            yield advice("option_changes_nothing", (*place, "options", index, "score"))


def _comment(path: Path, item: Item) -> Iterator[Advice]:
    if item.comment is CommentRule.NEVER and item.reasons:
        yield advice("reasons_without_comment", (*path, "comment"))
    if item.reasons and not is_scored(item):
        yield warning("reasons_on_note", (*path, "reasons"))
    if item.comment is CommentRule.BELOW and not item.comment_below:
        yield warning("comment_never_due", (*path, "comment"))
    if len(item.reasons) == 1:
        yield advice("one_reason", (*path, "reasons"))


def _critical(rubric: Rubric) -> Iterator[Advice]:
    """Once for each class in which nothing can veto."""
    first: dict[str, Path] = {}
    vetoing = {item.critical for item in rubric.items() if item.veto is not None}
    for path, _, item in placed_items(rubric):
        if item.critical is not None and item.critical not in vetoing:
            first.setdefault(item.critical, (*path, "critical"))
    for name, place in first.items():
        yield advice("critical_without_veto", place, name=name)


def _most_asked(rubric: Rubric) -> int:
    """How many scored items one contact can bring up: of those behind a single choice, the ones of
    the answer that shows most."""
    behind: dict[str, list[Item]] = {}
    for item in rubric.items():
        if item.show_if is not None:
            behind.setdefault(item.show_if.item, []).append(item)
    asked = [item for item in rubric.items() if item.show_if is None]
    ungated = len(asked)
    # The list grows while it is read: each item after the one that shows it.
    for item in asked:
        asked += behind.get(item.id, ())
    most: dict[str, int] = {}
    for item in reversed(asked):
        shown = behind.get(item.id, ())
        tally: Counter[str | Fraction] = Counter()
        for other in shown:
            values = other.show_if.values if other.show_if else ()
            tally.update(dict.fromkeys(values, most[other.id]))
        together = isinstance(item.answer, Multi)
        more = sum(most[i.id] for i in shown) if together else max(tally.values(), default=0)
        most[item.id] = is_scored(item) + more
    return sum(most[item.id] for item in asked[:ungated])


def _number_of_items(rubric: Rubric) -> Iterator[Advice]:
    asked = _most_asked(rubric)
    for channel in rubric.channels:
        most = MOST_ITEMS[channel]
        if asked > most:
            yield advice("too_many_items", ("sections",), items=asked, most=most, channel=channel)
            return
