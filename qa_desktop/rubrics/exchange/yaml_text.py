"""The data of a rubric as the text of a file that people like to read."""

from collections.abc import Mapping, Sequence

from qa_desktop.rubrics.key_order import usual_order
from qa_desktop.rubrics.plain import Plain, plain_value
from qa_desktop.rubrics.tree import Path
from qa_desktop.rubrics.yaml_writing import Writer

_SPACED = ("scoring", "grades", "abilities", "sections", "adjustments", "scenarios", "examples")


def yaml_text(data: Mapping[str, object], notes: Sequence[str] = ()) -> str:
    """`notes` stand above it as comments, a line each."""
    writer = Writer(blanks={"sections": 1})
    lines = [f"# {line}".rstrip() for note in notes for line in note.splitlines() or [""]]
    text = "".join(f"{line}\n" for line in lines)
    ordered = _ordered(plain_value(data), ())
    if not isinstance(ordered, dict):
        raise TypeError("a rubric is a table")
    for key, value in ordered.items():
        if text and key in _SPACED:
            text += "\n"
        text += writer.entry(key, value, 0) + "\n"
    return text


def _ordered(value: Plain, path: Path) -> Plain:
    """Its tables with their keys in the usual order."""
    if isinstance(value, list):
        return [_ordered(child, (*path, index)) for index, child in enumerate(value)]
    if not isinstance(value, dict):
        return value
    ranks = {key: rank for rank, key in enumerate(usual_order(path))}
    keys = sorted(value, key=lambda key: ranks.get(key, len(ranks)))
    return {key: _ordered(value[key], (*path, key)) for key in keys}
