"""A card of the properties: one group of fields, made anew only when its shape changes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qa_desktop.desktop.rubrics.editor.blocks import Block, Control
from qa_desktop.desktop.rubrics.editor.fields import (
    ChoiceField,
    Field,
    FlagsField,
    Group,
    IdField,
    LineField,
    LocalField,
    NumberField,
    SaidField,
    TableField,
)
from qa_desktop.desktop.rubrics.editor.state import Note
from qa_desktop.desktop.rubrics.editor.table_block import TableBlock
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.tree import Path

Shape = tuple[object, ...]


def shape_of(group: Group) -> Shape:
    """What of a group decides which widgets it is made of."""
    return (group.key, bool(group.title), *(_shape(field) for field in group.fields))


def _shape(field: Field) -> Shape:
    match field:
        case LocalField():
            return (LocalField, *field.texts)
        case FlagsField():
            return (FlagsField, len(field.options))
        case LineField():
            return (LineField, field.wide)
        case SaidField():
            return (SaidField, bool(field.text), bool(field.act), field.narrow)
        case TableField():
            rows = [(row.tools, *(_shape(cell) for cell in row.cells)) for row in field.rows]
            return (TableField, len(field.headings), *rows)
    return (type(field),)


def _is_small(field: Field) -> bool:
    """Whether several of its kind stand on one line."""
    if isinstance(field, LineField):
        return not field.wide
    return isinstance(field, NumberField | ChoiceField | IdField)


class GroupCard(QWidget):
    """Signal `wished(Wish)`."""

    wished = Signal(object)

    def __init__(self, group: Group, theme: Theme) -> None:
        super().__init__()
        self.shape = shape_of(group)
        self._blocks: list[Block | TableBlock] = []
        card = Card()
        card.body.setSpacing(tokens.SPACE + tokens.TIGHT)
        self._title = make_label("heading", wrap=True)
        card.body.addWidget(self._title)
        self._title.setVisible(bool(group.title))
        line: QWidget | None = None
        for field in group.fields:
            block = (
                TableBlock(field, theme) if isinstance(field, TableField) else Block(field, theme)
            )
            block.wished.connect(self.wished)
            self._blocks.append(block)
            if not _is_small(field):
                line = None
                card.body.addWidget(block)
                continue
            if line is None:
                line = QWidget()
                FlowLayout(line, tokens.WIDE)
                keeps_height(line)
                card.body.addWidget(line)
            layout = line.layout()
            if layout is not None:
                layout.addWidget(block)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_group(self, group: Group) -> None:
        """Of the same shape."""
        self._title.setText(group.title)
        for block, field in zip(self._blocks, group.fields, strict=True):
            match block, field:
                case TableBlock(), TableField():
                    block.show_field(field)
                case Block(), _:
                    block.show_field(field)

    def depth_of(self, path: Path) -> int:
        """How closely one of the fields knows `path`: the longest of theirs that it lies in."""
        known = (own for block in self._blocks for own in block.paths())
        return max((len(own) for own in known if own and path[: len(own)] == own), default=0)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Each at the field that knows its place best."""
        by_block: list[list[Note]] = [[] for _ in self._blocks]
        for note in notes:
            block = self._best(note.path)
            if block is not None:
                by_block[block].append(note)
        for place, own in enumerate(by_block):
            self._blocks[place].show_notes(own)

    def _best(self, path: Path) -> int | None:
        depths = [
            max((len(own) for own in block.paths() if own and path[: len(own)] == own), default=0)
            for block in self._blocks
        ]
        best = max(depths, default=0)
        return depths.index(best) if best else None

    def control_at(self, path: Path) -> Control | None:
        place = self._best(path)
        return None if place is None else self._blocks[place].control_at(path)

    def tables(self) -> list[TableBlock]:
        return [block for block in self._blocks if isinstance(block, TableBlock)]

    def flush(self) -> None:
        for block in self._blocks:
            block.flush()
