r"""Audacity's label track: "start<TAB>end<TAB>label" in seconds, a line each.

A label with a range of frequencies has a second line "\<TAB>low<TAB>high"; a comment has none, so
that line is read over.
https://manual.audacityteam.org/man/importing_and_exporting_labels.html
"""

import re
from collections.abc import Sequence

from qa_desktop.base.problems import Problem
from qa_desktop.reviews.markers.facts import flat, from_flat
from qa_desktop.reviews.markers.model import Marker, MarkerText
from qa_desktop.reviews.markers.times import ms_of_seconds, seconds_text

_LABEL = re.compile(r"\s*([^\t]+)\t([^\t]+)(?:\t(.*))?", re.DOTALL)
_FREQUENCIES = re.compile(r"\\\t[^\t]+\t[^\t]+\s*")
_NUMBER = re.compile(r"\s*[-+]?\d[\d.,]*(?:[eE][-+]?\d+)?\t")
_SHOWN = 60


def recognises(text: str) -> bool:
    """Whether the first line that says something begins with a number and a tab."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return _NUMBER.match(first) is not None


def write(markers: Sequence[Marker]) -> str:
    """A moment is a label without a length, which is Audacity's own way."""
    return "".join(_line(marker) for marker in markers)


def _line(marker: Marker) -> str:
    end_ms = marker.start_ms if marker.end_ms is None else marker.end_ms
    return f"{seconds_text(marker.start_ms)}\t{seconds_text(end_ms)}\t{flat(marker)}\n"


def read(source: MarkerText) -> tuple[Marker, ...]:
    """Raises ProblemError."""
    markers = []
    for number, line in enumerate(source.text.split("\n"), start=1):
        if not line.strip() or (_FREQUENCIES.fullmatch(line) and number > 1):
            continue
        marker = _marker(source, number, line)
        if marker is not None:
            markers.append(marker)
    return source.finish(markers)


def _marker(source: MarkerText, number: int, line: str) -> Marker | None:
    match = _LABEL.fullmatch(line)
    where = source.where(number)
    if match is None:
        values = {"text": line.strip()[:_SHOWN]}
        source.complain(Problem(code="reviews.label_unreadable", where=where, values=values))
        return None
    start_ms, end_ms = ms_of_seconds(match[1]), ms_of_seconds(match[2])
    if start_ms is None or end_ms is None:
        values = {"text": (match[2] if end_ms is None else match[1]).strip()[:_SHOWN]}
        source.complain(Problem(code="reviews.marker_time", where=where, values=values))
        return None
    if end_ms < start_ms:
        source.complain(Problem(code="reviews.marker_backwards", where=where))
        return None
    return from_flat(match[3] or "", start_ms, None if end_ms == start_ms else end_ms)
