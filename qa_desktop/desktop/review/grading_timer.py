"""Measures how long the reviewer works on a review, where the settings ask for it."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.review.active_time import ActiveTime
from qa_desktop.desktop.review.state import Phase
from qa_desktop.desktop.services import Services

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage
    from qa_desktop.reviews.grading_times_store import GradingTimesStore

_TICK_MS = 1_000
KEEP_EVERY_MS = 15_000
_MINUTE_MS = 60_000
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000


class GradingTimer(QObject):
    """Counts while the review is graded in front; keeps it with the review, on this machine only.

    Switched off it counts and stores nothing.
    """

    def __init__(
        self, page: "ReviewPage", services: Services, now_ms: Callable[[], int] = _now_ms
    ) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._now_ms = now_ms
        self._time = ActiveTime()
        self._kept: tuple[str | None, int, int] = (None, 0, 0)
        self._watched: QObject | None = None
        self._cursor = QCursor.pos()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        services.preferences.changed.connect(self.heed_settings)

    def heed_settings(self, *_: object) -> None:
        """Also when the page is shown: only then has it a window to watch."""
        if not self._services.settings.times_grading:
            self._timer.stop()
            # Off means that nothing is stored, of what went before either.
            self._time.take()
            self._page.panel.save_bar.show_spent("")
            return
        handle = self._page.window().windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)
        self._timer.start()
        self.tick()

    @property
    def _store(self) -> "GradingTimesStore":
        from qa_desktop.reviews.grading_times_store import GradingTimesStore

        services = self._services
        return GradingTimesStore(services.workspace.database, services.reviews.actor)

    def tick(self) -> None:
        page = self._page
        now_ms = self._now_ms()
        cursor = QCursor.pos()
        if cursor != self._cursor:
            self._cursor = cursor
            self._time.heard(now_ms)
        graded = page.isVisible() and page.state.phase is Phase.GRADING
        self._time.tick(now_ms, active=graded and self._in_front(), playing=page.playing)
        if self._time.untaken_ms >= KEEP_EVERY_MS:
            self.keep()
        self._show()

    def keep(self) -> None:
        """On disk, once the review is there itself."""
        state = self._page.state
        if not self._services.settings.times_grading or state.review_id is None:
            return
        taken_ms = self._time.take()
        if not taken_ms:
            return
        try:
            self._store.add(state.review_id, state.revision, taken_ms)
        except ProblemError:
            # Why the disk takes nothing the review itself says; this waits for the next time.
            self._time.put_back(taken_ms)
        else:
            kept_id, revision, kept_ms = self._kept
            if (kept_id, revision) == (state.review_id, state.revision):
                self._kept = (kept_id, revision, kept_ms + taken_ms)

    def spent_ms(self) -> int:
        """On this revision, with what is not kept yet."""
        state = self._page.state
        if state.review_id is None:
            return self._time.untaken_ms
        if self._kept[:2] != (state.review_id, state.revision):
            kept_ms = self._store.spent_ms(state.review_id, state.revision)
            self._kept = (state.review_id, state.revision, kept_ms)
        return self._kept[2] + self._time.untaken_ms

    def _in_front(self) -> bool:
        active = QApplication.activeWindow()
        window = self._page.window()
        return active is not None and (active is window or window.isAncestorOf(active))

    def _show(self) -> None:
        minutes = self.spent_ms() // _MINUTE_MS
        if minutes:
            words = QCoreApplication.translate("GradingTimer", "{0} min").format(minutes)
        else:
            words = QCoreApplication.translate("GradingTimer", "< 1 min")
        self._page.panel.save_bar.show_spent(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._time.heard(self._now_ms())
        return super().eventFilter(watched, event)
