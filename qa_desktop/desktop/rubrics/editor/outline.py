"""The outline as a tree: chosen, moved and renamed with the mouse or with keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
)

from qa_desktop.desktop.rubrics.editor import paths
from qa_desktop.desktop.rubrics.editor.node_forms import fixed_word
from qa_desktop.desktop.rubrics.editor.outline_row import NODE_ROLE, OutlineDelegate, node_words
from qa_desktop.desktop.rubrics.editor.state import OutlineNode
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.rubrics.tree import Path

_ON = QAbstractItemView.DropIndicatorPosition.OnItem
_BELOW = QAbstractItemView.DropIndicatorPosition.BelowItem


class Outline(QTreeWidget):
    """Signals: `node_chosen(Path)`, `move_requested(Path, Path list, int index)`, the index
    counted once the node is taken out of its list.
    """

    node_chosen = Signal(object)
    move_requested = Signal(object, object, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._items: dict[Path, QTreeWidgetItem] = {}
        self._shown: tuple[OutlineNode, ...] = ()
        self._filling = False
        self.setProperty("role", "outline")
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.setItemDelegate(OutlineDelegate(theme, self))
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.currentItemChanged.connect(self._choose)

    def show_nodes(self, nodes: Sequence[OutlineNode], selected: Path) -> None:
        self._filling = True
        if _shape(nodes) != _shape(self._shown):
            self._build(nodes)
        self._shown = tuple(nodes)
        self._update(nodes)
        item = self._items.get(selected)
        if item is not None and self.currentItem() is not item:
            self.setCurrentItem(item)
            self.scrollToItem(item)
        self._filling = False

    def item_of(self, node: Path) -> QTreeWidgetItem | None:
        return self._items.get(node)

    def _build(self, nodes: Sequence[OutlineNode]) -> None:
        folded = {path for path, item in self._items.items() if not item.isExpanded()}
        folded &= {path for path, item in self._items.items() if item.childCount()}
        place = self.verticalScrollBar().value()
        self.clear()
        self._items = {}
        for node in nodes:
            self.addTopLevelItem(self._made(node))
        for path, item in self._items.items():
            item.setExpanded(path not in folded)
        self.verticalScrollBar().setValue(place)

    def _made(self, node: OutlineNode) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        self._items[node.path] = item
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if len(node.path) > 1:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if node.path[:1] == paths.SECTIONS or len(node.path) > 1:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        item.setFlags(flags)
        for child in node.children:
            item.addChild(self._made(child))
        return item

    def _update(self, nodes: Sequence[OutlineNode]) -> None:
        for node in nodes:
            item = self._items[node.path]
            if item.data(0, NODE_ROLE) != node:
                item.setData(0, NODE_ROLE, node)
                words = node_words(node)
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, words)
                item.setToolTip(0, words)
                item.setText(0, node.title or fixed_word(node.path))
            self._update(node.children)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if self._filling or item is None:
            return
        node = item.data(0, NODE_ROLE)
        if isinstance(node, OutlineNode):
            self.node_chosen.emit(node.path)

    def sizeHint(self) -> QSize:
        return QSize(240, 400)

    def dropEvent(self, event: QDropEvent) -> None:
        """Nothing is moved here: the presenter does, and the outline is shown anew."""
        dragged = self.currentItem()
        target = self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if dragged is None or target is None:
            return
        node, onto = dragged.data(0, NODE_ROLE), target.data(0, NODE_ROLE)
        if isinstance(node, OutlineNode) and isinstance(onto, OutlineNode):
            where = self.dropIndicatorPosition()
            place = dropped(node.path, onto, where == _BELOW, on=where == _ON)
            if place is not None:
                self.move_requested.emit(node.path, *place)


def dropped(node: Path, onto: OutlineNode, below: bool, *, on: bool) -> tuple[Path, int] | None:
    """The list and place that a node gets by being dropped there; None where it can't lie."""
    target = onto.path
    if paths.is_item(node):
        if paths.is_section(target):
            listed: Path = (*target, "items")
            index = len(onto.children)
        elif paths.is_item(target):
            listed, index = target[:-1], int(target[-1]) + (below or on)
        else:
            return None
    elif paths.is_section(node):
        if paths.is_item(target):
            target, below = target[:2], True
        if not paths.is_section(target):
            return None
        listed, index = paths.SECTIONS, int(target[1]) + (below or on)
    elif len(node) == 2 and target[:1] == node[:1] and len(target) == 2:
        listed, index = node[:1], int(target[1]) + (below or on)
    else:
        return None
    # Counted once the node is taken out.
    if node[:-1] == listed and int(node[-1]) < index:
        index -= 1
    return listed, index


def _shape(nodes: Sequence[OutlineNode]) -> list[object]:
    return [(node.path, _shape(node.children)) for node in nodes]
