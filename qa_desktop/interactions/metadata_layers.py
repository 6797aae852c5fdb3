"""Brings together what several sources know of one interaction."""

from dataclasses import fields
from typing import Any

from qa_desktop.interactions.model import Metadata


def merged(*layers: Metadata | None) -> Metadata:
    """What is known of one interaction: earlier layers win, tags come together."""
    known = [layer for layer in layers if layer is not None]
    values: dict[str, Any] = {}
    for slot in fields(Metadata):
        said = [getattr(layer, slot.name) for layer in known]
        if slot.name == "tags":
            values["tags"] = tuple(dict.fromkeys(tag for tags in said for tag in tags))
        else:
            values[slot.name] = next((value for value in said if value is not None), None)
    return Metadata(**values)
