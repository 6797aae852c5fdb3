"""Finds the recordings that are legs of one call, by their names or by what a table says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from qa_desktop.interactions.call_files import Call, LegPlace, Whole
from qa_desktop.interactions.names import call_name, fold

_LONGEST_CALL_MS = 24 * 3600 * 1000
_NOWHERE = LegPlace(call=None, offset_ms=None, started_at=None)


def join_legs(calls: Sequence[Call], places: Mapping[str, LegPlace]) -> list[Call]:
    """The first leg of each call of several; `legs` and `whole` are set in it.

    A table's rows join recordings that share an id where each says where it begins; names do where
    they count legs ("call-7_leg1", "call-7_leg2"). The same number twice is no transfer: then the
    recordings stay apart.
    """
    told: dict[tuple[str, str], list[Call]] = defaultdict(list)
    named: dict[str, list[Call]] = defaultdict(list)
    for call in calls:
        place = places.get(call.sound.file.shown, _NOWHERE)
        parts = call.sound.parts
        if place.call is not None and place.offset_ms is not None:
            told[parts.folder_key, fold(place.call)].append(call)
        elif parts.leg is not None and parts.leg_key is not None:
            named[parts.leg_key].append(call)
    firsts = [_told_whole(key, legs, places) for key, legs in told.items() if len(legs) > 1]
    firsts += [
        _named_whole(key, legs)
        for key, legs in named.items()
        if len({leg.sound.parts.leg for leg in legs}) == len(legs) > 1
    ]
    return firsts


def _told_whole(key: tuple[str, str], legs: list[Call], places: Mapping[str, LegPlace]) -> Call:
    folder, _ = key
    offsets = {id(leg): places[leg.sound.file.shown].offset_ms or 0 for leg in legs}
    legs.sort(key=lambda leg: (offsets[id(leg)], leg.sound.file.shown))
    name = places[legs[0].sound.file.shown].call or ""
    keys = (f"{folder}|{call_name(name)}", *_leg_keys(legs))
    return _first(
        legs,
        Whole(
            name=name,
            keys=keys,
            offsets_ms=tuple(offsets[id(leg)] for leg in legs),
            told_by_table=True,
        ),
    )


def _named_whole(key: str, legs: list[Call]) -> Call:
    legs.sort(key=lambda leg: leg.sound.parts.leg or 0)
    return _first(
        legs,
        Whole(
            name=legs[0].sound.parts.leg_stem or legs[0].sound.parts.stem,
            keys=(key,),
            offsets_ms=None,
            numbers=tuple(leg.sound.parts.leg or 0 for leg in legs),
        ),
    )


def _first(legs: Sequence[Call], whole: Whole) -> Call:
    first = legs[0]
    first.legs, first.whole = list(legs[1:]), whole
    return first


def _leg_keys(legs: Sequence[Call]) -> list[str]:
    keys = {leg.sound.parts.leg_key for leg in legs}
    return [key for key in keys if key is not None] if len(keys) == 1 else []


def settle_offsets(firsts: Sequence[Call], places: Mapping[str, LegPlace]) -> None:
    """Once each leg has its facts."""
    for first in firsts:
        if first.whole is not None and first.whole.offsets_ms is None:
            first.whole.offsets_ms = _offsets((first, *first.legs), places)


def _offsets(legs: Sequence[Call], places: Mapping[str, LegPlace]) -> tuple[int, ...] | None:
    """As the table says; else by when each leg began, if all of them tell and in their order."""
    known = [places.get(leg.sound.file.shown, _NOWHERE) for leg in legs]
    told = [place.offset_ms for place in known]
    if None not in told:
        return tuple(offset or 0 for offset in told)
    began = []
    for leg, place in zip(legs, known, strict=True):
        facts = (fact.parsed.metadata.started_at for fact in leg.facts)
        moment = place.started_at or next((fact for fact in facts if fact), None)
        if moment is None:
            return None
        began.append(moment)
    offsets = [round((moment - began[0]).total_seconds() * 1000) for moment in began]
    rising = all(earlier < later for earlier, later in pairwise(offsets))
    return tuple(offsets) if rising and offsets[-1] <= _LONGEST_CALL_MS else None
