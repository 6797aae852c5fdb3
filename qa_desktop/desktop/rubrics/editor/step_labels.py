"""The names of steps of undo: what was done to what, kept with the draft in no language."""

from dataclasses import dataclass

from qa_desktop.rubrics.tree import Path, path_text

_BETWEEN = "\t"


@dataclass(frozen=True, slots=True)
class StepName:
    """`code`: "text", "set", "add"...; `name`: what the part was called then, "" for none."""

    code: str
    name: str


def label_of(code: str, name: str, path: Path) -> str:
    """`path` tells typing in one field from typing in the next."""
    return _BETWEEN.join((code, " ".join(name.split()), path_text(path)))


def read_label(label: str) -> StepName:
    """Labels of other makers are names without a code."""
    code, between, rest = label.partition(_BETWEEN)
    return StepName(code, rest.partition(_BETWEEN)[0]) if between else StepName("", label)
