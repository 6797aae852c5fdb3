"""A list in place: a row an element, with its own tools to move and delete it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.rubrics.editor.blocks import TONES, Control, Said
from qa_desktop.desktop.rubrics.editor.edits import Move, Remove
from qa_desktop.desktop.rubrics.editor.fields import Field, LocalField, Row, SaidField, TableField
from qa_desktop.desktop.rubrics.editor.state import Note
from qa_desktop.desktop.rubrics.editor.wishes import Act, Wish
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate


def _is_wide(cell: Field) -> bool:
    """Whether its column takes what room there is."""
    return isinstance(cell, LocalField) or (isinstance(cell, SaidField) and not cell.narrow)


class _Tools(QWidget):
    """Up, down and away. Signal `wished(Wish)`."""

    wished = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._path: Path = ()
        self._up = IconButton(theme, "chevron-up", size=tokens.HIT)
        self._down = IconButton(theme, "chevron-down", size=tokens.HIT)
        self._away = IconButton(theme, "x", size=tokens.HIT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self._up, self._down, self._away):
            row.addWidget(button)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._away.clicked.connect(self._remove)

    def show_row(self, row: Row, place: int, count: int) -> None:
        self._path = row.path
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < count - 1)
        self._up.name_it(translate("RubricEditor", "Move {0} up").format(row.name))
        self._down.name_it(translate("RubricEditor", "Move {0} down").format(row.name))
        self._away.name_it(translate("RubricEditor", "Delete {0}").format(row.name))

    def _move(self, by: int) -> None:
        listed, index = self._path[:-1], int(self._path[-1])
        self.wished.emit(Act(Move(listed, index, listed, index + by), "move", listed))

    def _remove(self) -> None:
        self.wished.emit(Act(Remove(self._path), "delete", self._path))


class TableBlock(QWidget):
    """Signal `wished(Wish)`."""

    wished = Signal(object)

    def __init__(self, field: TableField, theme: Theme) -> None:
        super().__init__()
        self._field = field
        self._controls: list[list[Control]] = []
        self._tools: list[_Tools] = []
        self._said: list[Said] = []
        self._label = make_label("small")
        self._hint = make_label("small", wrap=True)
        self._above = Said()
        self._headings = [make_label("small") for _ in field.headings]
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.TIGHT + 2)
        grid.setVerticalSpacing(tokens.TIGHT)
        for place, heading in enumerate(self._headings):
            grid.addWidget(heading, 0, place)
        top = Qt.AlignmentFlag.AlignTop
        for number, row in enumerate(field.rows):
            controls = [Control(cell, theme, in_table=True) for cell in row.cells]
            for place, control in enumerate(controls):
                control.wished.connect(self.wished)
                grid.addWidget(control, 2 * number + 1, place, top)
            if row.tools:
                tools = _Tools(theme)
                tools.wished.connect(self.wished)
                self._tools.append(tools)
                grid.addWidget(tools, 2 * number + 1, len(row.cells), top)
            said = Said()
            grid.addWidget(said, 2 * number + 2, 0, 1, len(row.cells) + 1)
            self._controls.append(controls)
            self._said.append(said)
        if field.rows:
            for place, cell in enumerate(field.rows[0].cells):
                grid.setColumnStretch(place, 1 if _is_wide(cell) else 0)
        if not any(_is_wide(c) for row in field.rows[:1] for c in row.cells):
            grid.setColumnStretch(len(field.headings) + 1, 1)
        self._add = TextButton(theme, "", "plus")
        self._add.clicked.connect(self._tell_new)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.TIGHT)
        column.addWidget(self._label)
        column.addWidget(self._hint)
        column.addWidget(self._above)
        column.addLayout(grid)
        column.addLayout(foot)

    def show_field(self, field: TableField) -> None:
        """Of as many rows, each of as many cells."""
        self._field = field
        self._label.setText(field.label)
        self._label.setVisible(bool(field.label))
        self._hint.setText(field.hint)
        self._hint.setVisible(bool(field.hint))
        for heading, words in zip(self._headings, field.headings, strict=True):
            heading.setText(words)
            heading.setVisible(bool(field.rows) and any(field.headings))
        for row, controls in zip(field.rows, self._controls, strict=True):
            for cell, control in zip(row.cells, controls, strict=True):
                control.show_field(cell, f"{row.name}: {cell.label}")
        for number, tools in enumerate(self._tools):
            tools.show_row(field.rows[number], number, len(field.rows))
        self._add.name_it(field.add)
        self._add.setVisible(field.new is not None)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Each below its row; what is of none of them above them all."""
        left = list(notes)
        for row, controls, said in zip(self._field.rows, self._controls, self._said, strict=True):
            own = [note for note in left if note.path[: len(row.path)] == row.path]
            left = [note for note in left if note not in own]
            said.show_notes(own)
            for control in controls:
                depth = len(control.path)
                told = [note for note in own if note.path[:depth] == control.path]
                control.mark(TONES[told[0].weight] if told else "")
        self._above.show_notes(left)

    def paths(self) -> list[Path]:
        return [self._field.path, *(row.path for row in self._field.rows)]

    def control_at(self, path: Path) -> Control | None:
        """The cell that `path` lies in, else the first of its row."""
        for row, controls in zip(self._field.rows, self._controls, strict=True):
            for control in controls:
                if path[: len(control.path)] == control.path:
                    return control
            if path[: len(row.path)] == row.path and controls:
                return controls[0]
        return None

    def row_count(self) -> int:
        return len(self._controls)

    def focus_row(self, place: int) -> None:
        if 0 <= place < len(self._controls):
            self._controls[place][0].setFocus()

    def flush(self) -> None:
        for controls in self._controls:
            for control in controls:
                control.flush()

    def _tell_new(self) -> None:
        wish: Wish | None = self._field.new
        if wish is not None:
            self.wished.emit(wish)
