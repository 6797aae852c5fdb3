"""Puts the recordings and the words of a call's legs on its one clock, before they come in."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa_desktop.base.problems import Problem, Where
from qa_desktop.interactions.call_files import Call, Whole
from qa_desktop.interactions.call_turns import shifted, start_ms, words_of
from qa_desktop.interactions.model import Turn
from qa_desktop.interactions.plan import PlannedSound


def placed(
    sounds: Sequence[PlannedSound], offsets_ms: Sequence[int] | None
) -> tuple[PlannedSound, ...]:
    """Each at its offset; where nothing tells them, each after the end of the one before."""
    found: list[PlannedSound] = []
    for number, sound in enumerate(sounds):
        if offsets_ms is not None:
            offset_ms = offsets_ms[number]
        else:
            offset_ms = found[-1].end_ms if found else 0
        found.append(replace(sound, offset_ms=offset_ms))
    return tuple(found)


def turns_of_legs(legs: Sequence[Call], sounds: Sequence[PlannedSound]) -> tuple[Turn, ...]:
    """What was said in all of them, by time; words without a time stay with their leg."""
    turns: list[tuple[int, int, Turn]] = []
    for leg, sound in zip(legs, sounds, strict=True):
        told = leg.transcript.offsets if leg.transcript else None
        by_ms = sound.offset_ms - start_ms(leg, sound, told)
        at_ms = sound.offset_ms
        for turn in shifted(words_of(leg, sound), by_ms):
            at_ms = at_ms if turn.start_ms is None else turn.start_ms
            turns.append((at_ms, len(turns), turn))
    turns.sort(key=lambda placed_turn: placed_turn[:2])
    return tuple(replace(turn, position=position) for position, (_, _, turn) in enumerate(turns))


def leg_notes(shown: str, whole: Whole, sounds: Sequence[PlannedSound]) -> list[Problem]:
    """What belongs together and from when on, and what had to be assumed."""
    where = Where(file=shown)
    places = ", ".join(f"{sound.file_name} {_clock(sound.offset_ms)}" for sound in sounds)
    values: dict[str, str | int] = {"count": len(sounds), "places": places}
    notes = [Problem(code="interactions.legs_joined", where=where, values=values)]
    if whole.offsets_ms is None:
        notes.append(Problem(code="interactions.legs_back_to_back", where=where))
    if any(later - earlier > 1 for earlier, later in pairwise(whole.numbers)):
        numbers = ", ".join(map(str, whole.numbers))
        notes.append(
            Problem(code="interactions.legs_missing", where=where, values={"numbers": numbers})
        )
    return notes


def _clock(ms: int) -> str:
    minutes, second = divmod(ms // 1000, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
