"""Tiers for formats in which the spans of one tier may not overlap: one for each kind and lane."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qa_desktop.reviews.markers.model import Marker
from qa_desktop.reviews.model import CommentKind

_NAME = re.compile(
    rf"({'|'.join(kind.value for kind in CommentKind)})( moments)?(?: ch[12])?(?: \(\d+\))?"
)
_OTHER = "comments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Markers in the order of time, none of which reaches into the next."""

    name: str
    markers: tuple[Marker, ...]


def layers_of(
    markers: Iterable[Marker], end_of: Callable[[Marker], int], suffix: str = ""
) -> tuple[Layer, ...]:
    """ "praise", "praise ch2" for the right lane; what overlaps goes to "praise (2)".

    `end_of` gives the first moment at which the next marker of the tier may begin.
    """
    tiers: dict[str, list[list[Marker]]] = {}
    for marker in sorted(markers, key=lambda m: (_rank(m), m.start_ms, m.cue_end_ms, m.id or "")):
        rows = tiers.setdefault(_tier(marker) + suffix + _lane(marker), [])
        row = next((row for row in rows if end_of(row[-1]) <= marker.start_ms), None)
        if row is None:
            rows.append([marker])
        else:
            row.append(marker)
    return tuple(
        Layer(name=name if place == 1 else f"{name} ({place})", markers=tuple(row))
        for name, rows in tiers.items()
        for place, row in enumerate(rows, start=1)
    )


def kind_of_tier(name: str) -> CommentKind | None:
    """None for a tier that is not one of ours."""
    match = _NAME.fullmatch(name)
    return CommentKind(match[1]) if match else None


def _rank(marker: Marker) -> tuple[int, int]:
    kinds = list(CommentKind)
    kind = len(kinds) if marker.kind is None else kinds.index(marker.kind)
    return kind, -1 if marker.channel is None else marker.channel


def _tier(marker: Marker) -> str:
    return _OTHER if marker.kind is None else marker.kind.value


def _lane(marker: Marker) -> str:
    return "" if marker.channel is None else f" ch{marker.channel + 1}"
