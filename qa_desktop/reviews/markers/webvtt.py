"""WebVTT: a cue a comment, its facts in the cue's identifier, a moment as a second.

https://www.w3.org/TR/webvtt1/
"""

import re
from collections.abc import Sequence
from html import unescape

from qa_desktop.reviews.markers.cues import Cue, blocks, cue_of, payload_text
from qa_desktop.reviews.markers.facts import (
    facts_text,
    read_facts,
    split_kind,
    unescaped,
    with_facts,
    with_kind,
)
from qa_desktop.reviews.markers.model import Marker, MarkerText
from qa_desktop.reviews.markers.times import clock_text

_TAG = re.compile(r"<[^<>]*>")
_HEADER = re.compile(r"WEBVTT(?:[ \t\n]|$)")
_NO_CUES = re.compile(r"(?:NOTE|STYLE|REGION|WEBVTT|X-TIMESTAMP-MAP)(?:[ \t=:]|$)")


def recognises(text: str) -> bool:
    return _HEADER.match(text.lstrip("\ufeff")) is not None


def write(markers: Sequence[Marker]) -> str:
    return "\n".join(["WEBVTT\n", *(_cue(marker) for marker in markers)])


def _cue(marker: Marker) -> str:
    start, end = clock_text(marker.start_ms, "."), clock_text(marker.cue_end_ms, ".")
    text = with_kind(marker, payload_text(marker.text))
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, name)
    return f"{facts_text(marker, point=True)}\n{start} --> {end}\n{text}\n"


def read(source: MarkerText) -> tuple[Marker, ...]:
    """Raises ProblemError. Cues of others lose their markup."""
    markers = []
    for first, lines in blocks(source.text.lstrip("\ufeff")):
        if _NO_CUES.match(lines[0]) and not any("-->" in line for line in lines):
            continue
        cue = cue_of(source, first, lines)
        if cue is not None:
            markers.append(_marker(cue))
    return source.finish(markers)


def _marker(cue: Cue) -> Marker:
    facts = read_facts(cue.name)
    if facts is not None:
        kind, text = split_kind(unescape(cue.payload))
        return with_facts(facts, kind, unescaped(text), cue.start_ms, cue.end_ms)
    kind, text = split_kind(unescape(_TAG.sub("", cue.payload)).strip())
    end_ms = None if cue.end_ms == cue.start_ms else cue.end_ms
    return Marker(start_ms=cue.start_ms, end_ms=end_ms, text=text, kind=kind)
