"""ELAN's EAF 3.0: a tier of comments for each kind and lane, and one of facts that depends on it.

https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf
"""

from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from qa_desktop.base.clock import to_text
from qa_desktop.reviews.markers.facts import escaped, facts_text
from qa_desktop.reviews.markers.layers import Layer, layers_of
from qa_desktop.reviews.markers.model import Marker

FACTS = " facts"
_COMMENT_TYPE, _FACTS_TYPE = "comment", "facts"
_SCHEMA = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"
_BREAKS = {"\n": "&#10;", "\t": "&#9;"}


def recognises(text: str) -> bool:
    return "<ANNOTATION_DOCUMENT" in text[:2000]


def write(markers: Sequence[Marker], made_at: datetime) -> str:
    """A moment is a second long, as ELAN has no points; its facts say so."""
    layers = layers_of(markers, lambda marker: marker.cue_end_ms)
    edges = [
        edge
        for layer in layers
        for marker in layer.markers
        for edge in (marker.start_ms, marker.cue_end_ms)
    ]
    slots = sorted(range(len(edges)), key=lambda place: edges[place])
    names = {place: f"ts{number}" for number, place in enumerate(slots, start=1)}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (
            f'<ANNOTATION_DOCUMENT AUTHOR="" DATE="{to_text(made_at)}" FORMAT="3.0" VERSION="3.0"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
            f' xsi:noNamespaceSchemaLocation="{_SCHEMA}">'
        ),
        '  <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">',
        f'    <PROPERTY NAME="lastUsedAnnotationId">{len(edges)}</PROPERTY>',
        "  </HEADER>",
        "  <TIME_ORDER>",
        *(
            f'    <TIME_SLOT TIME_SLOT_ID="{names[place]}" TIME_VALUE="{edges[place]}"/>'
            for place in slots
        ),
        "  </TIME_ORDER>",
    ]
    first = 0
    for layer in layers:
        lines += _tier(layer, first, names)
        first += 2 * len(layer.markers)
    lines += [
        (
            f'  <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="{_COMMENT_TYPE}"'
            ' TIME_ALIGNABLE="true"/>'
        ),
        (
            '  <LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Association" GRAPHIC_REFERENCES="false"'
            f' LINGUISTIC_TYPE_ID="{_FACTS_TYPE}" TIME_ALIGNABLE="false"/>'
        ),
        (
            '  <CONSTRAINT DESCRIPTION="1-1 association with a parent annotation"'
            ' STEREOTYPE="Symbolic_Association"/>'
        ),
        "</ANNOTATION_DOCUMENT>",
    ]
    return "\n".join(lines) + "\n"


def _tier(layer: Layer, first: int, slots: dict[int, str]) -> list[str]:
    """Comments have odd numbers and their facts the even ones after them."""
    tier = quoteattr(layer.name)
    said = [f'  <TIER LINGUISTIC_TYPE_REF="{_COMMENT_TYPE}" TIER_ID={tier}>']
    facts = [
        (
            f'  <TIER LINGUISTIC_TYPE_REF="{_FACTS_TYPE}" PARENT_REF={tier}'
            f" TIER_ID={quoteattr(layer.name + FACTS)}>"
        )
    ]
    for place, marker in enumerate(layer.markers):
        edge = first + 2 * place
        said += [
            "    <ANNOTATION>",
            (
                f'      <ALIGNABLE_ANNOTATION ANNOTATION_ID="a{edge + 1}"'
                f' TIME_SLOT_REF1="{slots[edge]}" TIME_SLOT_REF2="{slots[edge + 1]}">'
            ),
            f"        <ANNOTATION_VALUE>{_value(escaped(marker.text))}</ANNOTATION_VALUE>",
            "      </ALIGNABLE_ANNOTATION>",
            "    </ANNOTATION>",
        ]
        facts += [
            "    <ANNOTATION>",
            f'      <REF_ANNOTATION ANNOTATION_ID="a{edge + 2}" ANNOTATION_REF="a{edge + 1}">',
            f"        <ANNOTATION_VALUE>{facts_text(marker, point=True)}</ANNOTATION_VALUE>",
            "      </REF_ANNOTATION>",
            "    </ANNOTATION>",
        ]
    return [*said, "  </TIER>", *facts, "  </TIER>"]


def _value(text: str) -> str:
    return escape(text, _BREAKS)
