"""What the import of a team's spreadsheet shows: the sheet, its columns, what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.desktop.rubrics.editor.texts import translation_edit
from qa_desktop.rubrics.exchange.grid import Grid
from qa_desktop.rubrics.exchange.guessing import guess
from qa_desktop.rubrics.exchange.mapping import Mapping, UsualAnswer
from qa_desktop.rubrics.exchange.roles import Role
from qa_desktop.rubrics.exchange.sheet_draft import SheetDraft, draft_of_sheet
from qa_desktop.rubrics.printing import print_data
from qa_desktop.rubrics.shares import Shares, effective_shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the columns, as they are taken now, come to; `draft` None: nothing, see `problems`."""

    draft: SheetDraft | None
    problems: tuple[Problem, ...]
    shares: Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingState:
    """`made` None while it is being worked out; `serial` tells which wishes it belongs to."""

    grids: Sequence[Grid]
    sheet: int
    mapping: Mapping
    made: Made | None = None
    serial: int = 0

    @property
    def grid(self) -> Grid:
        return self.grids[self.sheet]


class MappingPresenter:
    def __init__(self, grids: Sequence[Grid]) -> None:
        self._mappings: dict[int, Mapping] = {}
        first = _fullest(grids)
        self.state = MappingState(grids=grids, sheet=first, mapping=guess(grids[first]))

    def choose_sheet(self, sheet: int) -> MappingState:
        """With what was chosen there before, else with a guess."""
        self._mappings[self.state.sheet] = self.state.mapping
        mapping = self._mappings.get(sheet) or guess(self.state.grids[sheet])
        return self._with(mapping, sheet)

    def choose_role(self, column: int, role: Role) -> MappingState:
        return self._with(self.state.mapping.with_role(column, role))

    def choose_first_row(self, row: int) -> MappingState:
        """Counted from 0: the first below the headings."""
        return self._with(replace(self.state.mapping, first_row=row))

    def choose_language(self, language: str) -> MappingState:
        return self._with(replace(self.state.mapping, language=language))

    def choose_usual(self, usual: UsualAnswer) -> MappingState:
        return self._with(replace(self.state.mapping, usual=usual))

    def made(self, serial: int, made: Made) -> MappingState | None:
        """None where other wishes came in between."""
        if serial != self.state.serial:
            return None
        self.state = replace(self.state, made=made)
        return self.state

    def _with(self, mapping: Mapping, sheet: int | None = None) -> MappingState:
        state = self.state
        self.state = replace(
            state,
            mapping=mapping,
            sheet=state.sheet if sheet is None else sheet,
            made=None,
            serial=state.serial + 1,
        )
        return self.state


def make(state: MappingState, language: str) -> Made:
    """Works it out: for any thread."""
    try:
        draft = draft_of_sheet(state.grid, state.mapping, language)
    except ProblemError as error:
        return Made(draft=None, problems=error.problems, shares=Shares())
    return Made(draft=draft, problems=draft.problems, shares=effective_shares(draft.rubric))


def in_both_languages(draft: SheetDraft, mapping: Mapping) -> str:
    """The draft's text as one in both languages, where what the sheet says in one is missing in
    the other."""
    data = translation_edit(draft.data, mapping.language, mapping.other).on_data(draft.data)
    return print_data(cast("dict[str, Any]", data), draft.notes)


def _fullest(grids: Sequence[Grid]) -> int:
    """The sheet that is most likely the form: the first with as many items as any."""
    counts = [sum(1 for _ in _item_cells(grid)) for grid in grids]
    return counts.index(max(counts))


def _item_cells(grid: Grid) -> Sequence[str]:
    mapping = guess(grid)
    columns = mapping.columns(Role.ITEM)
    if not columns:
        return []
    return [cell.text for cell in grid.column(columns[0], mapping.first_row)]
