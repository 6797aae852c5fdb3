"""Reads how an item is answered: scale, choice, multi, points, measure or note."""

from fractions import Fraction

from qa_desktop.base.local_text import LocalText
from qa_desktop.rubrics.cursor import Cursor, key_as_number, report_duplicates
from qa_desktop.rubrics.model import (
    AnswerType,
    Band,
    Choice,
    Measure,
    Multi,
    Note,
    Option,
    Points,
    Scale,
)
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.tree import Table

_TYPES = ("scale", "choice", "multi", "points", "measure", "note")


def read_answer(at: Cursor) -> AnswerType:
    """A note stands in for an answer that can't be read."""
    if not isinstance(at.node, Table):
        at.table()
        return Note()
    if "type" not in at.node.entries:
        at.child("type").report("missing_key", key="type")
        return Note()
    type_ = at.child("type").one_of(_TYPES)
    if not at.has("type"):
        return Note()
    match type_:
        case "scale":
            return _scale(at)
        case "choice":
            return Choice(options=_options(at, low=0))
        case "multi":
            return Multi(options=_options(at, low=-1))
        case "points":
            return _points(at)
        case "measure":
            return _measure(at)
    at.table(required=("type",))
    return Note()


def _scale(at: Cursor) -> Scale:
    at.table(required=("type", "min", "max"), optional=("anchors", "map"))
    low, high = at.child("min").number(), at.child("max").number()
    ratio = at.child("map").one_of(("linear", "ratio")) == "ratio"
    bounds = None
    if at.has("min", "max"):
        if low < high:
            bounds = (low, high)
        else:
            at.child("max").report("scale_order", low=number_text(low), high=number_text(high))
        if ratio and low < 0:
            at.child("min").report("ratio_below_zero", low=number_text(low))
    return Scale(min=low, max=high, anchors=_anchors(at.child("anchors"), bounds), ratio=ratio)


def _anchors(
    at: Cursor, bounds: tuple[Fraction, Fraction] | None
) -> tuple[tuple[Fraction, LocalText], ...]:
    """Highest first."""
    if not at.given or not at.table(optional=at.key_names()):
        return ()
    anchors: list[tuple[Fraction, LocalText]] = []
    for key in at.key_names():
        anchor = at.child(key)
        value = key_as_number(key)
        text = anchor.local_text()
        if value is None:
            anchor.report("anchor_not_number", key=key[:60])
        elif bounds and not bounds[0] <= value <= bounds[1]:
            low, high = (number_text(bound) for bound in bounds)
            anchor.report("anchor_outside", key=key, low=low, high=high)
        else:
            anchors.append((value, text))
    return tuple(sorted(anchors, key=lambda pair: pair[0], reverse=True))


def _options(at: Cursor, low: int) -> tuple[Option, ...]:
    at.table(required=("type", "options"))
    report_duplicates([at.child("options")])
    return tuple(
        Option(
            id=element.child("id").ident(),
            title=element.child("title").local_text(),
            score=element.child("score").number(low=low, high=1),
        )
        for element in at.child("options").elements()
        if element.table(required=("id", "title", "score"))
    )


def _points(at: Cursor) -> Points:
    at.table(required=("type", "max"), optional=("step",))
    return Points(max=_positive(at.child("max")), step=_positive(at.child("step")))


def _positive(at: Cursor) -> Fraction:
    value = at.number(low=0)
    if not value:
        at.report("not_positive")
    return value


def _measure(at: Cursor) -> Measure:
    at.table(required=("type", "unit", "bands"), optional=("from",))
    source = at.child("from")
    return Measure(
        unit=at.child("unit").text(),
        bands=_bands(at.child("bands")),
        source=source.ident() if source.given else None,
    )


def _bands(at: Cursor) -> tuple[Band, ...]:
    bands: list[Band] = []
    elements = at.elements()
    for index, element in enumerate(elements):
        if not element.table(required=("score",), optional=("up_to",)):
            continue
        up_to = element.child("up_to")
        limit = up_to.number() if up_to.given else None
        last = index == len(elements) - 1
        if limit is None and not last:
            element.report("band_open_too_early")
        if limit is not None and last:
            element.report("band_not_open", up_to=number_text(limit))
        before = bands[-1].up_to if bands else None
        if limit is not None and before is not None and limit <= before:
            up_to.report("band_order", up_to=number_text(limit), before=number_text(before))
        bands.append(Band(up_to=limit, score=element.child("score").number(low=0, high=1)))
    return tuple(bands)
