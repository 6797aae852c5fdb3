"""Offers, after the sides were swapped, to have them so for all recordings of that recorder."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from qa_desktop.base.progress import Progress
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.interactions.media_store import RecorderChange
from qa_desktop.interactions.model import AgentChannel, Recording
from qa_desktop.interactions.recorder import name_pattern


class RecorderOffer(Retranslated):
    """Hidden until `offer`. Signals: `failed(ProblemError)`; `closed` when the keys are the
    page's again.
    """

    failed = Signal(object)
    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._recording: Recording | None = None
        self._others = 0
        self._change: RecorderChange | None = None
        self._task: Task | None = None
        self._text = make_label(wrap=True)
        self.later = TextButton(services.theme, "link")
        self.all = TextButton(services.theme, "link")
        self.undo = TextButton(services.theme, "link", "undo-2")
        self._close = IconButton(services.theme, "x")
        self.later.clicked.connect(lambda: self._use(imported=False))
        self.all.clicked.connect(lambda: self._use(imported=True))
        self.undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.put_away)
        frame = QFrame()
        frame.setProperty("role", "banner")
        row = QHBoxLayout(frame)
        row.setContentsMargins(tokens.WIDE, tokens.TIGHT, tokens.TIGHT, tokens.TIGHT)
        row.setSpacing(tokens.SPACE)
        row.addWidget(IconLabel(services.theme, "arrow-left-right", "accent"))
        row.addWidget(self._text, 1)
        for widget in (self.later, self.all, self.undo, self._close):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self.retranslate()
        self.hide()

    def offer(self, recording: Recording) -> None:
        """`recording` as it is after the swap."""
        self._recording, self._change, self._others = recording, None, 0
        self.retranslate()
        self.show()
        media = self._services.media
        self._run(lambda _progress: len(media.others_of(recording)), self._count)

    def put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def text(self) -> str:
        return self._text.text()

    def _count(self, others: object) -> None:
        self._others = others if isinstance(others, int) else 0
        self.retranslate()

    def _use(self, *, imported: bool) -> None:
        recording, media = self._recording, self._services.media
        if recording is None:
            return
        self._run(
            lambda _progress: media.use_for_recorder(recording, imported=imported), self._used
        )

    def _used(self, change: object) -> None:
        if isinstance(change, RecorderChange):
            self._change = change
            self.retranslate()

    def _take_back(self) -> None:
        change, media = self._change, self._services.media
        if change is not None:
            self._run(lambda _progress: media.take_back(change), self._taken_back)

    def _taken_back(self, _nothing: object) -> None:
        self._change = None
        self.retranslate()

    def _run(self, work: Callable[[Progress], object], finished: Callable[[object], None]) -> None:
        """One after the other: a press while the database is busy waits for nothing."""
        if self._task is not None:
            return
        self._task = self._services.runner.start(work)
        self._task.finished.connect(finished)
        self._task.failed.connect(self.failed)
        self._task.over.connect(self._end)

    def _end(self) -> None:
        self._task = None

    def retranslate(self) -> None:
        self.later.name_it(self.tr("Use it for later imports"))
        self.all.name_it(self.tr("…and for %n not graded yet", "", self._others))
        self.undo.name_it(self.tr("Undo"))
        self._close.name_it(self.tr("Close this message"))
        recording, change = self._recording, self._change
        done = change is not None
        self.later.setVisible(not done)
        self.all.setVisible(not done and self._others > 0)
        self.undo.setVisible(done)
        if recording is None:
            return
        pattern = name_pattern(recording.file_name)
        if change is None:
            text = self.tr("Swapped for this recording. All others named like {0}:")
            self._text.setText(text.format(pattern))
            return
        right = change.after is AgentChannel.RIGHT
        side = self.tr("on the right") if right else self.tr("on the left")
        kept = self.tr("Later imports named like {0} have the agent {1}.").format(pattern, side)
        if change.recordings:
            kept += " " + self.tr("%n recording(s) were changed.", "", len(change.recordings))
        self._text.setText(kept)
