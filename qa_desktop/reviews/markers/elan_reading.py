"""Reads ELAN's EAF: every tier that stands on times, with the facts that depend on it."""

from dataclasses import dataclass, field
from xml.parsers import expat

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.reviews.markers.elan import FACTS
from qa_desktop.reviews.markers.facts import Facts, read_facts, split_kind, unescaped, with_facts
from qa_desktop.reviews.markers.layers import kind_of_tier
from qa_desktop.reviews.markers.model import Marker, MarkerText
from qa_desktop.reviews.markers.times import believable_ms

_SPAN, _REFERENCE, _SLOT, _TIER, _VALUE = (
    *("ALIGNABLE_ANNOTATION", "REF_ANNOTATION"),
    *("TIME_SLOT", "TIER", "ANNOTATION_VALUE"),
)


@dataclass(slots=True, kw_only=True)
class _Annotation:
    """`facing`: the annotation it belongs to; slots where it stands on times."""

    line: int
    tier: str
    id: str
    slots: tuple[str, str] | None = None
    facing: str = ""
    value: str = ""


@dataclass(slots=True)
class _Document:
    root: str = ""
    tier: str = ""
    slots: dict[str, int | None] = field(default_factory=dict)
    annotations: list[_Annotation] = field(default_factory=list)
    in_value: bool = False


def read(source: MarkerText) -> tuple[Marker, ...]:
    """Annotations of tiers that only refer to others are comments of no time, and left out.

    Raises ProblemError.
    """
    document = _parsed(source)
    if document.root != "ANNOTATION_DOCUMENT":
        where = source.where(1)
        raise ProblemError(Problem(code="reviews.eaf_not", where=where))
    times = _timed(document.slots)
    facts = {
        annotation.facing: found
        for annotation in document.annotations
        if annotation.tier.endswith(FACTS) and (found := read_facts(annotation.value)) is not None
    }
    markers = []
    for annotation in document.annotations:
        if annotation.slots is not None:
            marker = _marker(source, annotation, times, facts.get(annotation.id))
            if marker is not None:
                markers.append(marker)
    return source.finish(markers)


def _parsed(source: MarkerText) -> _Document:
    document = _Document()
    # The text is decoded already, whatever its declaration says.
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        document.root = document.root or name
        _begin(source, document, name, attributes, parser.CurrentLineNumber)

    def end(name: str) -> None:
        if name == _VALUE:
            document.in_value = False

    def characters(text: str) -> None:
        if document.in_value and document.annotations:
            document.annotations[-1].value += text

    def refuse(*_: object) -> None:
        where = source.where(parser.CurrentLineNumber)
        raise ProblemError(Problem(code="reviews.eaf_entities", where=where))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    # No annotation program writes entities: they would only make a small file huge.
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(source.text.lstrip("\ufeff").encode("utf-8", "surrogatepass"), True)  # noqa: FBT003
    except expat.ExpatError as error:
        where = Where(file=source.name, line=error.lineno, column=error.offset + 1)
        values = {"reason": expat.ErrorString(error.code)}
        raise ProblemError(
            Problem(code="reviews.eaf_broken", where=where, values=values)
        ) from error
    return document


def _begin(
    source: MarkerText, document: _Document, name: str, said: dict[str, str], line: int
) -> None:
    if name == _SLOT:
        document.slots[said.get("TIME_SLOT_ID", "")] = _slot_ms(source, said, line)
    elif name == _TIER:
        document.tier = said.get("TIER_ID", "")
    elif name in (_SPAN, _REFERENCE):
        spot = (said.get("TIME_SLOT_REF1", ""), said.get("TIME_SLOT_REF2", ""))
        document.annotations.append(
            _Annotation(
                line=line,
                tier=document.tier,
                id=said.get("ANNOTATION_ID", ""),
                slots=spot if name == _SPAN else None,
                facing=said.get("ANNOTATION_REF", ""),
            )
        )
    elif name == _VALUE:
        document.in_value = True


def _slot_ms(source: MarkerText, said: dict[str, str], line: int) -> int | None:
    """None where the slot is between others without a time of its own, which is allowed."""
    value = said.get("TIME_VALUE")
    if value is None:
        return None
    if len(value) < 16 and value.strip().isascii() and value.strip().isdecimal():
        ms = int(value)
        if believable_ms(ms):
            return ms
    where, values = source.where(line), {"text": value[:60]}
    source.complain(Problem(code="reviews.marker_time", where=where, values=values))
    return 0


def _timed(slots: dict[str, int | None]) -> dict[str, int]:
    """Slots without a time are spread evenly between their neighbours, as ELAN does."""
    names, known = list(slots), list(slots.values())
    times: dict[str, int] = {}
    at = 0
    while at < len(known):
        ms = known[at]
        if ms is not None:
            times[names[at]] = ms
            at += 1
            continue
        until = next((i for i in range(at, len(known)) if known[i] is not None), len(known))
        before = times[names[at - 1]] if at else 0
        after = known[until] if until < len(known) else before
        gap, parts = (after or before) - before, until - at + 1
        for step in range(1, parts):
            times[names[at + step - 1]] = before + gap * step // parts
        at = until
    return times


def _marker(
    source: MarkerText, annotation: _Annotation, times: dict[str, int], facts: Facts | None
) -> Marker | None:
    where = source.where(annotation.line, annotation.id)
    first, second = annotation.slots or ("", "")
    for slot in (first, second):
        if slot not in times:
            values = {"slot": slot}
            source.complain(Problem(code="reviews.eaf_slot", where=where, values=values))
            return None
    start_ms, end_ms = times[first], times[second]
    if end_ms < start_ms:
        source.complain(Problem(code="reviews.marker_backwards", where=where))
        return None
    until = None if end_ms == start_ms else end_ms
    kind = kind_of_tier(annotation.tier)
    if facts is not None:
        return with_facts(facts, kind, unescaped(annotation.value), start_ms, until)
    labelled, text = split_kind(annotation.value)
    if not text.strip():
        return None
    return Marker(start_ms=start_ms, end_ms=until, text=text, kind=kind or labelled)
