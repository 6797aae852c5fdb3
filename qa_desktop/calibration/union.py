"""Which submissions there are: a set union, the same in whatever order they came."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qa_desktop.calibration.envelope import Envelope

# Whose, by the fingerprint, and of which interaction, by its pseudonym.
Cell = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """`counting` has at most one a person and interaction. In `conflicts` are those of one
    revision that differ: then none of that person and interaction counts.
    """

    counting: Mapping[Cell, Envelope] = field(default_factory=dict)
    superseded: tuple[Envelope, ...] = ()
    conflicts: Mapping[Cell, tuple[Envelope, ...]] = field(default_factory=dict)


def merge(envelopes: Iterable[Envelope]) -> Merged:
    """The newest revision of each person and interaction; no clock is asked. `envelopes` were
    judged (see `Judgement.is_merged`).
    """
    cells: defaultdict[Cell, dict[str, Envelope]] = defaultdict(dict)
    for envelope in envelopes:
        cells[envelope.cell][envelope.hash] = envelope
    counting, conflicts = {}, {}
    superseded: list[Envelope] = []
    for cell in sorted(cells):
        ordered = sorted(cells[cell].values(), key=lambda one: (one.revision, one.hash))
        newest = [one for one in ordered if one.revision == ordered[-1].revision]
        superseded += ordered[: -len(newest)]
        if len(newest) == 1:
            counting[cell] = newest[0]
        else:
            conflicts[cell] = tuple(newest)
    return Merged(counting=counting, superseded=tuple(superseded), conflicts=conflicts)
