"""The sound of a call from the files of its recordings, joined where there are several."""

from collections.abc import Sequence
from pathlib import Path

from qa_desktop.audio.joined import SoundLeg, Voices
from qa_desktop.audio.joined_cache import JoinedCache
from qa_desktop.audio.peak_cache import PeakCache
from qa_desktop.audio.peaks import Peaks
from qa_desktop.base.progress import Progress
from qa_desktop.interactions.legs import Leg, legs_of
from qa_desktop.interactions.model import AgentChannel, InteractionDetail

_VOICES = {
    AgentChannel.LEFT: Voices.AGENT_LEFT,
    AgentChannel.RIGHT: Voices.AGENT_RIGHT,
    AgentChannel.MONO: Voices.TOGETHER,
}


def paths_of(workspace_folder: Path, legs: Sequence[Leg]) -> tuple[Path | None, ...]:
    """None for one that isn't at hand; a recording that stays where it was has an absolute path."""
    paths = (workspace_folder / leg.recording.path for leg in legs)
    return tuple(path if path.is_file() else None for path in paths)


def sound_legs(legs: Sequence[Leg], paths: Sequence[Path | None]) -> list[SoundLeg]:
    """As audio.joined joins them."""
    return [
        SoundLeg(
            path=path,
            start_ms=leg.start_ms,
            duration_ms=leg.recording.duration_ms,
            sample_rate_hz=leg.recording.sample_rate_hz,
            voices=_VOICES[leg.recording.agent_channel] if leg.is_two_sided else Voices.TOGETHER,
        )
        for leg, path in zip(legs, paths, strict=True)
    ]


def call_peaks(
    detail: InteractionDetail,
    workspace_folder: Path,
    peaks: PeakCache,
    joined: JoinedCache,
    progress: Progress | None = None,
) -> Peaks | None:
    """On the clock of legs.as_one(recordings). None where no recording is at hand.

    Raises ProblemError (audio.*) where one can't be read, and Cancelled.
    """
    legs = legs_of(detail.recordings)
    paths = paths_of(workspace_folder, legs)
    if not any(paths):
        return None
    if len(legs) == 1 and paths[0] is not None:
        return peaks.peaks(paths[0], progress=progress)
    whole = joined.joined(detail.interaction.id, sound_legs(legs, paths), progress=progress)
    return peaks.peaks(whole, progress=progress)
