"""The outline of a rubric: the form as a whole, its sections with their items, and all the rest."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.desktop.rubrics.editor import paths
from qa_desktop.desktop.rubrics.editor.edits import tables_at, value_at
from qa_desktop.desktop.rubrics.editor.state import Note, OutlineNode, Weight
from qa_desktop.desktop.rubrics.editor.texts import any_text
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How many of each there are, by node."""

    errors: Mapping[Path, int]
    advice: Mapping[Path, int]
    missing: Mapping[Path, int]


def marks(notes: Iterable[Note], missing: Iterable[tuple[Path, str]]) -> Marks:
    errors: Counter[Path] = Counter()
    advice: Counter[Path] = Counter()
    for note in notes:
        count = errors if note.weight is Weight.ERROR else advice
        count[paths.node_of(note.path)] += 1
    lacking = Counter(paths.node_of(path) for path, _ in missing)
    return Marks(errors=errors, advice=advice, missing=lacking)


def outline(
    data: Plain, language: str, shares: Mapping[Path, Fraction], marked: Marks
) -> tuple[OutlineNode, ...]:
    """In the order in which they are shown. The fixed nodes' titles are "": the screen has them."""
    build = _Builder(data, language, shares, marked)
    return (
        build.node(paths.FORM),
        build.node(paths.SCORING),
        *(build.section(path) for path, _ in tables_at(data, paths.SECTIONS)),
        build.node(paths.ADJUSTMENTS),
        build.node(paths.SCENARIOS, build.children(paths.SCENARIOS)),
        build.node(paths.ABILITIES),
        build.node(paths.EXAMPLES, build.children(paths.EXAMPLES)),
    )


class _Builder:
    def __init__(
        self, data: Plain, language: str, shares: Mapping[Path, Fraction], marked: Marks
    ) -> None:
        self._data = data
        self._language = language
        self._shares = shares
        self._marked = marked

    def node(
        self, path: Path, children: tuple[OutlineNode, ...] = (), text: str = "title"
    ) -> OutlineNode:
        marked = self._marked
        named = len(path) > 1
        return OutlineNode(
            path=path,
            title=any_text(value_at(self._data, (*path, text)), self._language) if named else "",
            share=None if self._is_note(path) else self._shares.get(path),
            errors=marked.errors.get(path, 0),
            advice=marked.advice.get(path, 0),
            missing=marked.missing.get(path, 0),
            children=children,
        )

    def _is_note(self, path: Path) -> bool:
        return value_at(self._data, (*path, "answer", "type")) == "note"

    def section(self, path: Path) -> OutlineNode:
        items = tables_at(self._data, (*path, "items"))
        return self.node(path, tuple(self.node(item, text="text") for item, _ in items))

    def children(self, path: Path) -> tuple[OutlineNode, ...]:
        return tuple(self.node(child) for child, _ in tables_at(self._data, path))


def flat(nodes: Iterable[OutlineNode]) -> list[OutlineNode]:
    """Every node, each before those below it."""
    found: list[OutlineNode] = []
    for node in nodes:
        found.append(node)
        found += flat(node.children)
    return found
