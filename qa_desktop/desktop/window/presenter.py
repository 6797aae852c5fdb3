"""What the status line says, without Qt."""

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something under way in the background. `total` 0: how much there is isn't known."""

    id: int
    what: str
    done: int = 0
    total: int = 0

    @property
    def percent(self) -> int | None:
        return min(100, self.done * 100 // self.total) if self.total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusState:
    """`saved_at` is the last COMMIT this program saw; `not_saved` while the newest change isn't
    on disk. The counts are of the whole workspace. `share_away`: the folder of calibration sessions
    can't be reached; `files_waiting` for it.
    """

    workspace: str = ""
    saved_at: datetime | None = None
    not_saved: bool = False
    interactions: int = 0
    drafts: int = 0
    submitted: int = 0
    undo: str = ""
    share_away: bool = False
    files_waiting: int = 0
    work: tuple[Work, ...] = ()


class StatusPresenter:
    """Gathers what pages and background work report into one state."""

    def __init__(self, workspace: str) -> None:
        self.state = StatusState(workspace=workspace)
        self._next_work = 1
        self._waiting: set[str] = set()

    def saved(self, at: datetime, of: str = "") -> StatusState:
        """`of`: which of the open reviews; another may still wait."""
        self._waiting.discard(of)
        self.state = replace(self.state, saved_at=at, not_saved=bool(self._waiting))
        return self.state

    def not_saved(self, of: str = "") -> StatusState:
        self._waiting.add(of)
        self.state = replace(self.state, not_saved=True)
        return self.state

    def left(self, of: str) -> StatusState:
        """That review is closed: whatever it had to save is saved or given up."""
        self._waiting.discard(of)
        self.state = replace(self.state, not_saved=bool(self._waiting))
        return self.state

    def counted(self, *, interactions: int, drafts: int, submitted: int) -> StatusState:
        self.state = replace(
            self.state, interactions=interactions, drafts=drafts, submitted=submitted
        )
        return self.state

    def exchange_is(self, *, away: bool, waiting: int) -> StatusState:
        """With the folder of calibration sessions."""
        self.state = replace(self.state, share_away=away, files_waiting=waiting)
        return self.state

    def undo_is(self, label: str) -> StatusState:
        """The label of what Ctrl+Z would undo; "" for nothing."""
        self.state = replace(self.state, undo=label)
        return self.state

    def work_began(self, what: str) -> int:
        """Its id for the calls that follow."""
        work = Work(id=self._next_work, what=what)
        self._next_work += 1
        self.state = replace(self.state, work=(*self.state.work, work))
        return work.id

    def work_progressed(self, work_id: int, done: int, total: int) -> StatusState:
        self.state = replace(
            self.state,
            work=tuple(
                replace(work, done=done, total=total) if work.id == work_id else work
                for work in self.state.work
            ),
        )
        return self.state

    def work_ended(self, work_id: int) -> StatusState:
        left = tuple(work for work in self.state.work if work.id != work_id)
        self.state = replace(self.state, work=left)
        return self.state
