"""One sheet of a spreadsheet as plain cells, whatever program it came from."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from qa_desktop.base.problems import Problem, Where

MAX_ROWS = 2_000
MAX_COLUMNS = 60
MAX_CELL_CHARACTERS = 8_000


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` as a person sees it, "" when empty; `number` of a percentage is its share: 0.2."""

    text: str = ""
    number: Decimal | None = None
    percent: bool = False


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Span:
    """Cells that are merged into one; all bounds belong to it and count from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """`rows` all have `width` cells; a merged cell has its content in its first cell alone.

    `problems` are of cells that could not be read. `file` is the name to tell places by.
    """

    file: str
    name: str
    rows: tuple[tuple[Cell, ...], ...]
    spans: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    @property
    def height(self) -> int:
        return len(self.rows)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in that very cell; EMPTY outside."""
        if 0 <= row < self.height and 0 <= column < self.width:
            return self.rows[row][column]
        return EMPTY

    def shown(self, row: int, column: int) -> Cell:
        """The same, with a merged cell's content in each of its cells."""
        span = self.span_at(row, column)
        return self.cell(row, column) if span is None else self.cell(span.top, span.left)

    def span_at(self, row: int, column: int) -> Span | None:
        for span in self.spans:
            if span.covers(row, column):
                return span
        return None

    def distinct(self, row: int) -> list[tuple[int, Cell]]:
        """The cells of a row that hold something, a merged one once, by column."""
        found = []
        for column in range(self.width):
            span = self.span_at(row, column)
            if span is not None and column != span.left:
                continue
            cell = self.shown(row, column)
            if cell.text:
                found.append((column, cell))
        return found

    def column(self, column: int, first: int) -> Iterator[Cell]:
        """The cells from row `first` on that hold something."""
        for row in range(first, self.height):
            if self.rows[row][column].text:
                yield self.rows[row][column]

    def where(self, row: int, column: int) -> Where:
        """The place as spreadsheet programs name it: "Sheet1!C7"."""
        address = f"{column_letters(column)}{row + 1}"
        return Where(file=self.file, path=f"{self.name}!{address}" if self.name else address)

    def problem(self, code: str, row: int, column: int, **values: str | float) -> Problem:
        where = self.where(row, column)
        return Problem(code=f"exchange.{code}", where=where, values=values)


def column_letters(column: int) -> str:
    """0 is "A", 26 is "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def trimmed(
    rows: list[list[Cell]],
) -> tuple[tuple[Cell, ...], ...]:
    """Without empty rows at the end and empty columns at the right; all rows equally wide."""
    width = max(
        (index + 1 for row in rows for index, cell in enumerate(row) if cell.text), default=0
    )
    while rows and not any(cell.text for cell in rows[-1]):
        rows.pop()
    return tuple(tuple((row + [EMPTY] * (width - len(row)))[:width]) for row in rows)
