"""Which submissions there are: a set union, the same in whatever order they came."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

# Whose, by the fingerprint, and of which interaction, by its pseudonym.
Cell = tuple[str, str]


class Marked(Protocol):
    """What is written on a submission, be it an `Envelope` or what a store keeps of one."""

    @property
    def hash(self) -> str: ...

    @property
    def revision(self) -> int: ...

    @property
    def cell(self) -> Cell: ...


_M = TypeVar("_M", bound=Marked)
_M_co = TypeVar("_M_co", bound=Marked, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged(Generic[_M_co]):
    """`counting` has at most one a person and interaction. In `conflicts` are those of one
    revision that differ: then none of that person and interaction counts.
    """

    counting: Mapping[Cell, _M_co] = field(default_factory=dict)
    superseded: tuple[_M_co, ...] = ()
    conflicts: Mapping[Cell, tuple[_M_co, ...]] = field(default_factory=dict)


def merge(envelopes: Iterable[_M]) -> Merged[_M]:
    """The newest revision of each person and interaction; no clock is asked. `envelopes` were
    judged (see `Judgement.is_merged`).
    """
    cells: defaultdict[Cell, dict[str, _M]] = defaultdict(dict)
    for envelope in envelopes:
        cells[envelope.cell][envelope.hash] = envelope
    counting, conflicts = {}, {}
    superseded: list[_M] = []
    for cell in sorted(cells):
        ordered = sorted(cells[cell].values(), key=lambda one: (one.revision, one.hash))
        newest = [one for one in ordered if one.revision == ordered[-1].revision]
        superseded += ordered[: -len(newest)]
        if len(newest) == 1:
            counting[cell] = newest[0]
        else:
            conflicts[cell] = tuple(newest)
    return Merged(counting=counting, superseded=tuple(superseded), conflicts=conflicts)
