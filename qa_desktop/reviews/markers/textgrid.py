"""Praat's TextGrid: an interval tier for spans and a point tier for moments, by kind and lane.

Praat reads numbers, quoted texts and <flags> that stand by themselves and skips every other word,
so the long and the short form are one grammar: https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.reviews.markers.facts import escaped, facts_text, from_flat
from qa_desktop.reviews.markers.layers import Layer, kind_of_tier, layers_of
from qa_desktop.reviews.markers.model import Marker, MarkerText
from qa_desktop.reviews.markers.times import ms_of_seconds, seconds_text

_INTERVALS, _POINTS = "IntervalTier", "TextTier"
_TOKEN = re.compile(
    r'(?P<text>"(?:[^"]|"")*")|(?P<open>")|(?P<remark>(?<!\S)![^\n]*)|(?P<flag><\w+>)'
    r"|(?P<number>(?<!\S)[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?(?!\S))"
    r'|(?P<word>[^\s"<]+|<)'
)
_SHOWN = 60


def recognises(text: str) -> bool:
    head = text.lstrip("\ufeff \t\n")[:200]
    return "ooTextFile" in head and "TextGrid" in head


def write(markers: Sequence[Marker], duration_ms: int | None) -> str:
    """The long form. It ends with the recording, or with the last comment past that."""
    end_ms = max([duration_ms or 0, 1, *(m.end_ms or m.start_ms for m in markers)])
    spans = layers_of((m for m in markers if m.end_ms is not None), lambda m: m.cue_end_ms)
    moments = layers_of(
        (m for m in markers if m.end_ms is None), lambda m: m.start_ms + 1, " moments"
    )
    end = seconds_text(end_ms)
    tiers = [_intervals(layer, end_ms) for layer in spans]
    tiers += [_points(layer, end_ms) for layer in moments]
    # A grid without a tier can't be opened.
    tiers = tiers or [_intervals(Layer(name="comments", markers=()), end_ms)]
    lines = [
        'File type = "ooTextFile"',
        'Object class = "TextGrid"',
        "",
        "xmin = 0 ",
        f"xmax = {end} ",
        "tiers? <exists> ",
        f"size = {len(tiers)} ",
        "item []: ",
    ]
    for number, tier in enumerate(tiers, start=1):
        lines += [f"    item [{number}]:", *tier]
    return "\n".join(lines) + "\n"


def _head(kind: str, name: str, end_ms: int, unit: str, count: int) -> list[str]:
    return [
        f'        class = "{kind}" ',
        f"        name = {_quoted(name)} ",
        "        xmin = 0 ",
        f"        xmax = {seconds_text(end_ms)} ",
        f"        {unit}: size = {count} ",
    ]


def _intervals(layer: Layer, end_ms: int) -> list[str]:
    """The tier is tiled: what lies between two comments is an interval without words."""
    cells: list[tuple[int, int, str]] = []
    at = 0
    for marker in layer.markers:
        if marker.start_ms > at:
            cells.append((at, marker.start_ms, ""))
        cells.append((marker.start_ms, marker.cue_end_ms, _label(marker)))
        at = marker.cue_end_ms
    if at < end_ms:
        cells.append((at, end_ms, ""))
    lines = _head(_INTERVALS, layer.name, end_ms, "intervals", len(cells))
    for number, (start, end, text) in enumerate(cells, start=1):
        lines += [
            f"        intervals [{number}]:",
            f"            xmin = {seconds_text(start)} ",
            f"            xmax = {seconds_text(end)} ",
            f"            text = {_quoted(text)} ",
        ]
    return lines


def _points(layer: Layer, end_ms: int) -> list[str]:
    lines = _head(_POINTS, layer.name, end_ms, "points", len(layer.markers))
    for number, marker in enumerate(layer.markers, start=1):
        lines += [
            f"        points [{number}]:",
            f"            number = {seconds_text(marker.start_ms)} ",
            f"            mark = {_quoted(_label(marker))} ",
        ]
    return lines


def _label(marker: Marker) -> str:
    return f"{escaped(marker.text)} {{{facts_text(marker)}}}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def read(source: MarkerText) -> tuple[Marker, ...]:
    """Long or short text form. Raises ProblemError at the first thing that is not as it must be:
    nothing after it can be trusted."""
    tokens = _Tokens(source)
    tokens.text()
    tokens.text()
    tokens.number()
    tokens.number()
    if tokens.flag() != "<exists>":
        return source.finish([])
    markers: list[Marker] = []
    for _ in range(tokens.count()):
        kind, name = tokens.text(), tokens.text()
        tokens.number()
        tokens.number()
        for _ in range(tokens.count()):
            marker = _moment(tokens, name) if kind == _POINTS else _span(source, tokens, name)
            if marker is not None:
                markers.append(marker)
    return source.finish(markers)


def _moment(tokens: "_Tokens", tier: str) -> Marker:
    at_ms = tokens.time()
    return _marker(tokens.text(), tier, at_ms, None)


def _span(source: MarkerText, tokens: "_Tokens", tier: str) -> Marker | None:
    line = tokens.line
    start_ms, end_ms, text = tokens.time(), tokens.time(), tokens.text()
    if not text.strip():
        return None
    if end_ms < start_ms:
        source.complain(Problem(code="reviews.marker_backwards", where=source.where(line)))
        return None
    return _marker(text, tier, start_ms, None if end_ms == start_ms else end_ms)


def _marker(text: str, tier: str, start_ms: int, end_ms: int | None) -> Marker:
    kind = kind_of_tier(tier)
    return from_flat(text if kind is None else f"[{kind.value}] {text}", start_ms, end_ms)


class _Tokens:
    """What counts in the file, one after the other."""

    def __init__(self, source: MarkerText) -> None:
        self._source = source
        breaks = (at for at, letter in enumerate(source.text) if letter == "\n")
        self._lines = [0, *(at + 1 for at in breaks)]
        self._found = self._find()
        self._next = next(self._found, None)

    @property
    def line(self) -> int:
        """Of the token that comes next."""
        at = len(self._source.text) if self._next is None else self._next.start()
        return bisect_right(self._lines, at)

    def _find(self) -> Iterator[re.Match[str]]:
        for match in _TOKEN.finditer(self._source.text):
            if match.lastgroup not in ("word", "remark"):
                yield match

    def _take(self, wanted: str) -> str:
        found, line = self._next, self.line
        if found is None or found.lastgroup != wanted:
            shown = "" if found is None else found[0][:_SHOWN]
            code = "reviews.textgrid_ends" if found is None else "reviews.textgrid_unexpected"
            raise self._fault(code, line, shown)
        self._next = next(self._found, None)
        return found[0]

    def _fault(self, code: str, line: int, shown: str) -> ProblemError:
        where = self._source.where(line)
        if code == "reviews.textgrid_ends":
            return ProblemError(Problem(code="reviews.textgrid_ends", where=where))
        values = {"text": shown}
        return ProblemError(Problem(code="reviews.textgrid_unexpected", where=where, values=values))

    def text(self) -> str:
        return self._take("text")[1:-1].replace('""', '"')

    def flag(self) -> str:
        return self._take("flag")

    def number(self) -> str:
        return self._take("number")

    def count(self) -> int:
        line, said = self.line, self.number()
        if not said.isdecimal():
            raise self._fault("reviews.textgrid_unexpected", line, said)
        return int(said)

    def time(self) -> int:
        line, said = self.line, self.number()
        ms = ms_of_seconds(said)
        if ms is None:
            where, values = self._source.where(line), {"text": said[:_SHOWN]}
            raise ProblemError(Problem(code="reviews.marker_time", where=where, values=values))
        return ms
