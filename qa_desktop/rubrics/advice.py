"""What a quality lead would say of a rubric that has no errors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qa_desktop.rubrics.model import Item, Note, Rubric, Section
from qa_desktop.rubrics.tree import Path

ADVICE = "advice"
WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """`code` finds its words as rubrics.lint.<code>; `path` is the place in the file.

    A "warning" is most likely a mistake; "advice" can be declined for good reasons.
    """

    code: str
    path: Path
    values: Mapping[str, str | int] = field(default_factory=dict)
    severity: str = ADVICE


def advice(code: str, path: Path, **values: str | int) -> Advice:
    return Advice(code=code, path=path, values=values)


def warning(code: str, path: Path, **values: str | int) -> Advice:
    return Advice(code=code, path=path, values=values, severity=WARNING)


def placed_items(rubric: Rubric) -> Iterator[tuple[Path, Section, Item]]:
    """Every item with its path and its section, in the order of the form."""
    for s, section in enumerate(rubric.sections):
        for i, item in enumerate(section.items):
            yield ("sections", s, "items", i), section, item


def is_scored(item: Item) -> bool:
    return not isinstance(item.answer, Note)
