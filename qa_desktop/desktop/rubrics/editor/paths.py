"""Which part of a rubric a path belongs to, and what a person calls it."""

from qa_desktop.desktop.rubrics.editor.edits import value_at
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path

FORM: Path = ()
SCORING: Path = ("scoring",)
SECTIONS: Path = ("sections",)
ADJUSTMENTS: Path = ("adjustments",)
SCENARIOS: Path = ("scenarios",)
ABILITIES: Path = ("abilities",)
EXAMPLES: Path = ("examples",)

_LISTS_WITH_NODES = ("scenarios", "examples")


def node_of(path: Path) -> Path:
    """The node of the outline that shows what stands at `path`."""
    match path:
        case ("sections", int(section), "items", int(item), *_):
            return ("sections", section, "items", item)
        case ("sections", int(section), *_):
            return ("sections", section)
        case ("grades" | "scoring" | "sections", *_):
            return SCORING
        case ("adjustments" | "bonus_cap", *_):
            return ADJUSTMENTS
        case ("abilities", *_):
            return ABILITIES
        case (str(name), int(index), *_) if name in _LISTS_WITH_NODES:
            return (name, index)
        case (str(name), *_) if name in _LISTS_WITH_NODES:
            return (name,)
        case _:
            return FORM


def holder_of(node: Path) -> Path:
    """The node above."""
    if is_item(node):
        return node[:2]
    return SCORING if is_section(node) else node[:-1]


def is_item(node: Path) -> bool:
    return len(node) == 4 and node[0] == "sections"


def is_section(node: Path) -> bool:
    return len(node) == 2 and node[0] == "sections"


def exists(data: Plain, node: Path) -> bool:
    """Whether the node can be shown: fixed ones always."""
    return len(node) < 2 or value_at(data, node) is not None


def path_from_text(text: str, data: Plain) -> Path:
    """ "sections[1].items[0].weight" as a path; keys may have points in them, as anchors do."""
    steps: list[str | int] = []
    rest, value = text, data
    while rest:
        if rest.startswith("["):
            index, _, rest = rest[1:].partition("]")
            steps.append(int(index))
        else:
            key = _longest_key(rest, value)
            steps.append(key)
            rest = rest[len(key) :]
        value = value_at(value, (steps[-1],))
        rest = rest.removeprefix(".")
    return tuple(steps)


def _longest_key(rest: str, value: Plain) -> str:
    if isinstance(value, dict):
        for key in sorted(value, key=len, reverse=True):
            after = rest[len(key) :]
            if key and rest.startswith(key) and (not after or after[0] in ".["):
                return key
    ends = [place for place in (rest.find("."), rest.find("[")) if place > 0]
    return rest[: min(ends)] if ends else rest
