"""Which transcript words are written in the lanes at a zoom, and where."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from qa_desktop.desktop.waveform.state import Lane, LaneRole, SaidWord
from qa_desktop.desktop.waveform.time_scale import TimeScale

GAP_PX = 10
_SAMPLED = 1000
_FITTING = 0.8
# Words begin to show at this times the zoom-out at which they are wholly there.
_FADE = 1.3


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """`left` in logical pixels; from `start_x` to `end_x` the word is being said."""

    word: SaidWord
    left: float
    start_x: float
    end_x: float


class WordLane:
    """The words of one lane in order. `width` measures a text in logical pixels."""

    def __init__(self, words: Sequence[SaidWord], width: Callable[[str], float]) -> None:
        self._words = tuple(words)
        self._starts = [word.start_ms for word in words]
        self._width = width
        self._longest_ms = max((word.end_ms - word.start_ms for word in words), default=0)
        self._fitting_ms = self._ms_per_px_that_fits()

    def opacity(self, ms_per_px: float) -> float:
        """1 where most words of the recording fit, 0 where few do, between them a fade."""
        if self._fitting_ms <= 0:
            return 0.0
        out = ms_per_px / self._fitting_ms
        return min(max((_FADE - out) / (_FADE - 1), 0.0), 1.0)

    def placed(self, scale: TimeScale) -> Iterator[PlacedWord]:
        """The visible words that end before the next one begins; no two of them overlap.

        A long word stays in sight as long as it is being said.
        """
        first = bisect_left(self._starts, scale.start_ms - self._longest_ms)
        last = bisect_right(self._starts, scale.end_ms)
        for at in range(first, last):
            word = self._words[at]
            start_x, end_x = scale.x(word.start_ms), scale.x(word.end_ms)
            need = self._width(word.text) + GAP_PX
            follower = scale.x(self._starts[at + 1]) if at + 1 < len(self._starts) else None
            left = max(start_x, min(0.0, end_x - need))
            if left + need <= 0 or (follower is not None and left + need > follower):
                continue
            yield PlacedWord(word, left, start_x, end_x)

    def _ms_per_px_that_fits(self) -> float:
        """The zoom at which four words of five have room before the next one."""
        step = max(len(self._words) // _SAMPLED, 1)
        rooms = []
        for at in range(0, len(self._words), step):
            word = self._words[at]
            until_ms = self._starts[at + 1] if at + 1 < len(self._words) else word.end_ms
            rooms.append((until_ms - word.start_ms) / (self._width(word.text) + GAP_PX))
        rooms.sort()
        return rooms[int(len(rooms) * (1 - _FITTING))] if rooms else 0.0


class WordsTrack:
    """The transcript's words, sorted into the lanes that show them."""

    def __init__(
        self,
        words: Sequence[SaidWord],
        lanes: Sequence[Lane],
        width: Callable[[str], float],
    ) -> None:
        self.words = tuple(words)
        self._starts = [word.start_ms for word in words]
        by_role: dict[LaneRole, list[SaidWord]] = {role: [] for role in LaneRole}
        for word in words:
            by_role[word.role].append(word)
        self._lanes = [
            WordLane(sorted((w for role in roles for w in by_role[role]), key=_start), width)
            for roles in _roles_of(lanes)
        ]

    def lane(self, index: int) -> WordLane:
        return self._lanes[index]

    def shown(self, ms_per_px: float) -> bool:
        """Whether any lane has words in it."""
        return any(lane.opacity(ms_per_px) > 0 for lane in self._lanes)

    def at(self, moment_ms: int) -> SaidWord | None:
        """The word being said; of two, the one begun last."""
        at = bisect_right(self._starts, moment_ms) - 1
        if at >= 0 and moment_ms < self.words[at].end_ms:
            return self.words[at]
        return None


def _start(word: SaidWord) -> int:
    return word.start_ms


def _roles_of(lanes: Sequence[Lane]) -> list[set[LaneRole]]:
    """Whose words each lane shows: its own speaker's, and a shared lane everybody else's too."""
    own = {lane.role for lane in lanes} - {LaneRole.NEUTRAL}
    shared = next((lane for lane in lanes if lane.role is LaneRole.NEUTRAL), None)
    return [
        {lane.role}
        if lane.role is not LaneRole.NEUTRAL
        else (set(LaneRole) - own if lane is shared else set())
        for lane in lanes
    ]
