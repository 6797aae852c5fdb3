"""Parts of a rubric that are dropped elsewhere in its outline."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

from qa_desktop.desktop.rubrics.editor.edits import value_at
from qa_desktop.desktop.rubrics.editor.outline import dropped
from qa_desktop.desktop.rubrics.editor.outline_nodes import flat
from qa_desktop.desktop.rubrics.editor.page import EditorPage
from qa_desktop.rubrics.tree import Path

Edit = Callable[[str], EditorPage]
Settled = Callable[[], None]

HELLO: Path = ("sections", 0, "items", 0)
TONE: Path = ("sections", 0, "items", 1)


def test_a_drop_is_a_move_to_that_place(edit: Edit, settled: Settled, small: str) -> None:
    page = edit(small)
    nodes = {node.path: node for node in flat(page.state.outline)}
    second = nodes[("sections", 1)]
    assert dropped(HELLO, second, below=False, on=True) == (("sections", 1, "items"), 1)
    assert dropped(HELLO, nodes[TONE], below=True, on=False) == (("sections", 0, "items"), 1)
    assert dropped(TONE, nodes[HELLO], below=False, on=False) == (("sections", 0, "items"), 0)
    assert dropped(("sections", 0), second, below=True, on=False) == (("sections",), 1)
    assert dropped(HELLO, nodes[("scoring",)], below=True, on=False) is None
    page.outline.tree.move_requested.emit(HELLO, ("sections", 1, "items"), 1)
    settled()
    assert page.state.selected == ("sections", 1, "items", 1)
    assert value_at(page.state.data, ("sections", 1, "items", 1, "id")) == "hello"
    assert page.outline.tree.item_of(("sections", 1, "items", 1)) is not None


def test_a_part_that_is_dropped_on_a_section_goes_to_its_end(
    edit: Edit, settled: Settled, small: str
) -> None:
    page = edit(small)
    page.select(HELLO)
    tree = page.outline.tree
    target = tree.item_of(("sections", 1))
    assert target is not None
    event = QDropEvent(
        tree.visualItemRect(target).center(),
        Qt.DropAction.MoveAction,
        tree.mimeData([tree.currentItem()]),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dropEvent(event)
    # Else the tree would take the dragged row out by itself.
    assert event.dropAction() == Qt.DropAction.IgnoreAction
    settled()
    assert value_at(page.state.data, ("sections", 1, "items", 1, "id")) == "hello"
    assert page.state.errors == 0
