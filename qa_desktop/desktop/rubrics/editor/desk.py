"""One draft at work: edits wait here, are made on its text, and are on disk when that is done."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from threading import Lock

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.desktop.rubrics.editor.edits import Edit
from qa_desktop.desktop.rubrics.editor.judging import Judgement, judge
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.draft_store import RubricDraft, RubricDraftStore
from qa_desktop.rubrics.store import RubricStore


class Step(Enum):
    UNDO = "undo"
    REDO = "redo"
    SAVE = "save"


@dataclass(frozen=True, slots=True)
class _Waiting:
    what: Edit | Step
    label: str
    merge: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What the draft has come to when nothing was waiting any more.

    `refused`: why an edit could not be made; `not_saved`: why the text is not on disk.
    """

    document: Document
    judgement: Judgement
    saved_at: datetime
    undo: str | None
    redo: str | None
    refused: tuple[Problem, ...] = ()
    not_saved: tuple[Problem, ...] = ()
    serial: int = field(default=0, compare=False)


class Desk:
    """`work` may run on any thread, one at a time; the rest belongs to the window's thread."""

    def __init__(self, store: RubricDraftStore, published: RubricStore, draft: RubricDraft) -> None:
        self.draft_id = draft.id
        self._store = store
        self._published = published
        self._draft = draft
        self._document = Document.of(draft.text)
        self._unsaved: tuple[str, bool] | None = None
        self._waiting: deque[_Waiting] = deque()
        self._lock = Lock()
        self._put_in = self._done = 0

    @property
    def busy(self) -> bool:
        """Whether something waits for its turn."""
        return bool(self._waiting)

    @property
    def serial(self) -> int:
        """How many edits were put in so far."""
        return self._put_in

    def put_in(self, what: Edit | Step, label: str = "", *, merge: bool = False) -> None:
        self._put_in += 1
        self._waiting.append(_Waiting(what, label, merge))

    def work(self) -> Settled:
        """Makes and saves what waits. Problems of edits and of saving are in what it returns."""
        with self._lock:
            refused: list[Problem] = []
            while self._waiting:
                self._take(self._waiting.popleft(), refused)
                self._done += 1
            not_saved = self._save()
            return Settled(
                document=self._document,
                judgement=judge(self._document, self._published),
                saved_at=self._draft.saved_at,
                undo=self._label(self._store.undo_label),
                redo=self._label(self._store.redo_label),
                refused=tuple(refused),
                not_saved=not_saved,
                serial=self._done,
            )

    def _label(self, ask: Callable[[str], str | None]) -> str | None:
        return None if self._unsaved else ask(self.draft_id)

    def _take(self, waiting: _Waiting, refused: list[Problem]) -> None:
        match waiting.what:
            case Step.SAVE:
                return
            case Step.UNDO:
                self._step(self._store.undo, refused)
            case Step.REDO:
                self._step(self._store.redo, refused)
            case edit:
                self._edit(edit, waiting, refused)

    def _edit(self, edit: Edit, waiting: _Waiting, refused: list[Problem]) -> None:
        try:
            document = edit.on_document(self._document)
        except ProblemError as error:
            refused.extend(error.problems)
            return
        if document.text != self._document.text:
            # One that can't be merged needs the one before it on disk first.
            if not (waiting.merge and self._unsaved and self._unsaved[0] == waiting.label):
                self._save()
                self._unsaved = (waiting.label, waiting.merge)
            self._document = document

    def _step(self, step: Callable[[str], RubricDraft | None], refused: list[Problem]) -> None:
        problems = self._save()
        if problems:
            return
        try:
            draft = step(self.draft_id)
        except ProblemError as error:
            refused.extend(error.problems)
            return
        if draft is not None:
            self._draft = draft
            self._document = Document.of(draft.text)

    def _save(self) -> tuple[Problem, ...]:
        if self._unsaved is None:
            return ()
        label, merge = self._unsaved
        try:
            self._draft = self._store.save(self.draft_id, self._document.text, label, merge=merge)
        except ProblemError as error:
            return error.problems
        self._unsaved = None
        return ()
