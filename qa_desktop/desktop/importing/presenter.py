"""What an import would do and what was chosen for it, without Qt."""

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from qa_desktop.base.problems import Problem
from qa_desktop.interactions.importing import ImportOptions, ImportPlan, PlanEntry, State
from qa_desktop.interactions.model import AgentChannel

_ORDER = (State.FAIL, State.TAKE, State.SKIP)


class Phase(StrEnum):
    LOOKING = "looking"
    PREVIEW = "preview"
    TAKING = "taking"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportingState:
    """`shown` narrows the entries down; `counts` are of all of them.

    `done`, `total` and `what` tell how far the looking or taking is. `problems` stopped it.
    """

    phase: Phase = Phase.LOOKING
    options: ImportOptions
    entries: tuple[PlanEntry, ...] = ()
    counts: dict[State, int]
    shown: State | None = None
    done: int = 0
    total: int = 0
    what: str = ""
    notes: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def visible(self) -> tuple[PlanEntry, ...]:
        """What needs looking at first: what fails, then what is taken, then what is passed over."""
        chosen = (entry for entry in self.entries if self.shown in (None, entry.state))
        return tuple(sorted(chosen, key=lambda entry: _ORDER.index(entry.state)))

    @property
    def can_take(self) -> bool:
        return self.phase is Phase.PREVIEW and self.counts[State.TAKE] > 0


class ImportingPresenter:
    """The dialog's state from phase to phase; the work itself runs elsewhere."""

    def __init__(self, paths: tuple[Path, ...], options: ImportOptions) -> None:
        self.paths = paths
        self.plan: ImportPlan | None = None
        self.state = ImportingState(options=options, counts=_counts(()))

    def looking(self) -> ImportingState:
        """The files are looked at (again)."""
        self.close()
        return self._set(phase=Phase.LOOKING, done=0, total=0, what="", problems=())

    def progressed(self, done: int, total: int, what: str) -> ImportingState:
        return self._set(done=done, total=total, what=what)

    def looked(self, plan: ImportPlan) -> ImportingState:
        self.plan = plan
        notes = tuple(problem for use in plan.metadata for problem in use.problems)
        counts = _counts(plan.entries)
        shown = self.state.shown if self.state.shown and counts[self.state.shown] else None
        return self._set(
            phase=Phase.PREVIEW, entries=plan.entries, counts=counts, shown=shown, notes=notes
        )

    def taking(self) -> ImportPlan:
        """The plan to commit; it is the committer's to close from now on."""
        plan, self.plan = self.plan, None
        if plan is None:
            raise RuntimeError("nothing was looked at")
        self._set(phase=Phase.TAKING, done=0, total=0, what="")
        return plan

    def failed(self, problems: tuple[Problem, ...]) -> ImportingState:
        return self._set(phase=Phase.PREVIEW, problems=problems)

    def show_only(self, shown: State | None) -> ImportingState:
        return self._set(shown=shown)

    def choose_channel(self, channel: AgentChannel | None) -> ImportingState:
        return self._set(options=replace(self.state.options, agent_channel=channel))

    def choose_copying(self, *, copy_media: bool) -> ImportingState:
        return self._set(options=replace(self.state.options, copy_media=copy_media))

    def choose_joining(self, *, join_legs: bool) -> ImportingState:
        return self._set(options=replace(self.state.options, join_legs=join_legs))

    def choose_offset(self, offset_ms: int | None) -> ImportingState:
        """None: as the transcript says."""
        return self._set(options=replace(self.state.options, pair_offset_ms=offset_ms))

    def choose_metadata(self, file: Path | None) -> ImportingState:
        return self._set(options=replace(self.state.options, metadata_file=file))

    def close(self) -> None:
        """Removes what was unpacked for the preview."""
        if self.plan is not None:
            self.plan.close()
            self.plan = None

    def _set(self, **changes: object) -> ImportingState:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # by field
        return self.state


def _counts(entries: tuple[PlanEntry, ...]) -> dict[State, int]:
    counted = Counter(entry.state for entry in entries)
    return {state: counted[state] for state in State}
