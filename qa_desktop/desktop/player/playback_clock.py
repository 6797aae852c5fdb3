"""Says where playback is at any moment, from engines that tell it only now and then."""

import time
from collections.abc import Callable

SNAP_MS = 300.0
SLEW_S = 0.25
# How late the system may hand over what the engine told.
LATE_MS = 60.0
# How long after a seek the engine may still tell times from before it.
SETTLE_S = 0.8


class PlaybackClock:
    """Interpolates: anchor + rate x elapsed, corrected by what the engine reports.

    A report more than 300 ms off is believed at once, a smaller error is worked in over 250 ms.
    The position never runs backwards without a seek, and stops after `freeze_s` without news.
    `lead_ms` is how far the engine's reports run ahead of what is heard, `start_s` how long after a
    seek or a start from a standstill the engine tells its first moment.
    """

    def __init__(
        self, *, lead_ms: float = 0.0, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._monotonic = monotonic
        self.lead_ms = lead_ms
        self.start_s = 0.0
        self.freeze_s = 1.2
        self._rate = 1.0
        self.reset(0)

    def reset(self, duration_ms: int) -> None:
        """Another recording, at its start, standing still."""
        self._duration_ms = float(duration_ms)
        self._running = False
        self._running_out = False
        self._reported_ms: float | None = None
        self._settles_at: float | None = None
        self._sought = True
        self._anchor(0.0, self._monotonic())
        self._floor_ms = 0.0

    @property
    def running(self) -> bool:
        return self._running

    @property
    def rate(self) -> float:
        return self._rate

    def start(self, at: float | None = None) -> None:
        """The engine began to be heard, `at` on the monotonic source."""
        if self._running:
            return
        now = self._monotonic() if at is None else at
        self._running = True
        self._running_out = False
        self._reported_ms = None
        self._anchor(self._anchor_ms, now + self._until_heard_s())
        self._sought = False

    def stop(self) -> None:
        self._anchor(self._shown(self._monotonic()), self._monotonic())
        self._running = self._running_out = False

    def seek(self, position_ms: float) -> None:
        """The one way to go backwards."""
        now = self._monotonic()
        self._running_out = False
        self._sought = not self._running
        self._anchor(self._clamped(position_ms), now)
        self._floor_ms = self._anchor_ms
        if self._running:
            self._anchor_at += self._silence_s()
        self._settles_at = now + SETTLE_S

    def set_rate(self, rate: float) -> None:
        now = self._monotonic()
        self._anchor(self._predicted(now), now, news=False)
        self._rate = rate

    def report(self, reported_ms: float, at: float | None = None) -> None:
        """The engine told a time `at` on the monotonic source; only a changed one is news."""
        if not self._running or self._running_out or reported_ms == self._reported_ms:
            return
        moment = self._monotonic() if at is None else at
        expected_ms = self._predicted(moment)
        error_ms = self._clamped(reported_ms - self.lead_ms) - expected_ms
        settling = self._settles_at is not None and moment < self._settles_at
        if settling and abs(error_ms) > SNAP_MS:
            return
        self._reported_ms = reported_ms
        if abs(error_ms) > SNAP_MS:
            self._anchor(expected_ms + error_ms, moment)
        else:
            self._anchor(expected_ms, moment)
            # News can come late, never early: half of what that explains is believed, the rest
            # when it is told again.
            late = -LATE_MS * max(self._rate, 1.0) < error_ms < 0
            self._correction_ms = error_ms / 2 if late else error_ms

    def run_out(self) -> None:
        """No more news will come: what is buffered plays on to the end."""
        now = self._monotonic()
        self._anchor(self._shown(now), now)
        self._running_out = True

    def finish(self) -> None:
        """Stands at the recording's end."""
        self.seek(self._duration_ms)
        self._running = False

    def left_s(self) -> float:
        """Until the end at the present rate."""
        return (self._duration_ms - self._shown(self._monotonic())) / 1000 / self._rate

    def without_news_s(self) -> float:
        """How long an engine that should tell something has told nothing."""
        waits = self._running and not self._running_out
        return max(self._monotonic() - self._news_at, 0.0) if waits else 0.0

    def position_ms(self) -> int:
        return round(self._shown(self._monotonic()))

    def _until_heard_s(self) -> float:
        """Playing on from a pause is heard at once."""
        return self._silence_s() if self._sought else 0.0

    def _silence_s(self) -> float:
        return self.start_s + max(self.lead_ms, 0.0) / 1000 / self._rate

    def _anchor(self, position_ms: float, at: float, *, news: bool = True) -> None:
        self._anchor_ms = position_ms
        self._anchor_at = at
        self._correction_ms = 0.0
        if news:
            self._news_at = at

    def _predicted(self, moment: float) -> float:
        if not self._running:
            return self._anchor_ms
        until = moment if self._running_out else min(moment, self._news_at + self.freeze_s)
        # Below zero until what was sought is heard: `_shown` stands still meanwhile.
        elapsed = until - self._anchor_at
        slewed = self._correction_ms * min(max(elapsed, 0.0) / SLEW_S, 1.0)
        return self._clamped(self._anchor_ms + self._rate * elapsed * 1000 + slewed)

    def _shown(self, moment: float) -> float:
        self._floor_ms = max(self._predicted(moment), self._floor_ms)
        return self._floor_ms

    def _clamped(self, position_ms: float) -> float:
        return min(max(position_ms, 0.0), self._duration_ms)
