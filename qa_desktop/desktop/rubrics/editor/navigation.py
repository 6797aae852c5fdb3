"""Where a person goes next in a rubric: to the part beside, a missing text, an error or hint."""

from collections.abc import Sequence

from qa_desktop.desktop.rubrics.editor.outline_nodes import flat
from qa_desktop.desktop.rubrics.editor.paths import node_of
from qa_desktop.desktop.rubrics.editor.state import EditorState, Note, Weight
from qa_desktop.desktop.rubrics.editor.texts import all_texts, missing_texts
from qa_desktop.rubrics.tree import Path


def beside(state: EditorState, by: int) -> Path:
    """The node before or after the selected one; at the ends that one."""
    order = _order(state)
    at = _place(order, state.selected)
    return order[min(max(at + by, 0), len(order) - 1)]


def next_missing(
    state: EditorState, focused: Path | None = None, language: str = ""
) -> tuple[Path, str] | None:
    """The text in a language that is missing: of `focused`, where the cursor is in `language`, or
    behind it; of the selected node or behind it; round the form's end. None where none is."""
    lacking = missing_texts(state.data, state.languages)
    if not lacking:
        return None
    order = [path for path, _ in all_texts(state.data)]
    at = order.index(focused) if focused in order else _first_text(order, state.selected) - 1
    other = [one for one in lacking if one[0] == focused and one[1] != language]
    later = [one for one in lacking if order.index(one[0]) > at]
    return (other or later or lacking)[0]


def _first_text(order: Sequence[Path], node: Path) -> int:
    """The place of the node's first text."""
    return next((n for n, path in enumerate(order) if node_of(path) == node), 0)


def next_note(state: EditorState, by: int, focused: Path | None = None) -> Note | None:
    """The error after (1) or before (-1) the one that is said of `focused`, else of the selected
    node; round the ends. Hints come once there are no errors; None where nothing is said."""
    order = _order(state)
    errors = [note for note in state.notes if note.weight is Weight.ERROR]
    ordered = sorted(errors or state.notes, key=lambda note: _place(order, node_of(note.path)))
    if not ordered:
        return None
    here = [n for n, note in enumerate(ordered) if _is_of(note, focused)]
    if here:
        return ordered[((here[-1] if by > 0 else here[0]) + by) % len(ordered)]
    at = _place(order, state.selected)
    places = [_place(order, node_of(note.path)) for note in ordered]
    if by > 0:
        return next((n for n, p in zip(ordered, places, strict=True) if p >= at), ordered[0])
    behind = [n for n, p in zip(ordered, places, strict=True) if p < at]
    return behind[-1] if behind else ordered[-1]


def _is_of(note: Note, focused: Path | None) -> bool:
    return focused is not None and note.path[: len(focused)] == focused


def _order(state: EditorState) -> list[Path]:
    return [node.path for node in flat(state.outline)]


def _place(order: Sequence[Path], node: Path) -> int:
    return order.index(node) if node in order else 0
