"""How long somebody really worked: without the pauses, whatever the clock did meanwhile."""

IDLE_AFTER_MS = 60_000
# More than two ticks' worth: the machine slept.
_MOST_MS = 5_000


class ActiveTime:
    """Told of every input and every tick, in milliseconds of a clock that never goes back."""

    def __init__(self) -> None:
        self._ticked: int | None = None
        self._heard: int | None = None
        self._untaken_ms = 0

    @property
    def untaken_ms(self) -> int:
        """What was worked since the last `take`."""
        return self._untaken_ms

    def heard(self, now_ms: int) -> None:
        """A key, the mouse, a touch."""
        self._heard = now_ms

    def tick(self, now_ms: int, *, active: bool, playing: bool) -> None:
        """`active`: the window is in front. Listening is work without any input."""
        before, self._ticked = self._ticked, now_ms
        if before is None or not active:
            return
        idle = self._heard is None or now_ms - self._heard > IDLE_AFTER_MS
        if playing or not idle:
            self._untaken_ms += min(now_ms - before, _MOST_MS)

    def take(self) -> int:
        """What was worked since the last time, to be kept elsewhere."""
        taken, self._untaken_ms = self._untaken_ms, 0
        return taken

    def put_back(self, taken_ms: int) -> None:
        """It could not be kept."""
        self._untaken_ms += taken_ms
