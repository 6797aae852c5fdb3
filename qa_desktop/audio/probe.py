"""Finds out what a sound file holds."""

from dataclasses import dataclass
from pathlib import Path

from qa_desktop.audio.faults import fault, problem
from qa_desktop.audio.source import MAX_DURATION_H, Source, open_source, too_long
from qa_desktop.base.problems import Problem
from qa_desktop.base.progress import NoProgress, Progress

_EXTENSIONS = {
    "aac": ".aac .adts",
    "aiff": ".aif .aiff .aifc",
    "amr": ".amr .3ga .awb",
    "asf": ".wma .asf .wmv",
    "au": ".au .snd",
    "caf": ".caf",
    "flac": ".flac .fla",
    "matroska": ".mka .mkv .webm",
    "mov": ".m4a .mp4 .m4b .m4r .mov .3gp .3gpp .3g2 .aac .m4v",
    "mp3": ".mp3 .mpga .mp2",
    "ogg": ".ogg .oga .opus .spx .ogx",
    "w64": ".w64",
    "wav": ".wav .wave .vox .bwf .rf64",
}
_EXACT_CODECS = ("pcm_", "flac", "alac")


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundInfo:
    """What is in a sound file. `frames` (samples a channel) are counted, not read from a header.

    `notes` are for the person who imports: the file can be used in spite of them. `truncated`: it
    holds less than its header says. `misnamed`: its extension belongs to another format.
    """

    duration_ms: int
    frames: int
    sample_rate_hz: int
    channels: int
    codec: str
    container: str
    truncated: bool = False
    misnamed: bool = False
    notes: tuple[Problem, ...] = ()


def probe(path: Path, progress: Progress | None = None) -> SoundInfo:
    """Decodes the whole file where its length can't be told otherwise.

    Raises ProblemError (audio.*), and Cancelled through `progress`.
    """
    with open_source(path) as source:
        return describe(path, source, _count(path, source, progress or NoProgress()))


def _count(path: Path, source: Source, progress: Progress) -> int:
    if source.known_frames is not None:
        if too_long(source.known_frames, source.sample_rate_hz):
            raise fault(path, "too_long", most_h=MAX_DURATION_H)
        return source.known_frames
    frames = 0
    for block in source.blocks():
        frames += block.shape[1]
        if too_long(frames, source.sample_rate_hz):
            raise fault(path, "too_long", most_h=MAX_DURATION_H)
        progress.report(frames, max(frames, source.expected_frames))
    return frames


def describe(path: Path, source: Source, frames: int) -> SoundInfo:
    """After `frames` were decoded. Raises ProblemError when there are none."""
    rate_hz = source.sample_rate_hz
    if not frames:
        raise fault(path, "no_samples")
    notes = []
    promised = source.promised_frames or 0
    # Of lossy codecs FFmpeg drops delay and padding: there only what one would miss counts.
    exact = source.codec.startswith(_EXACT_CODECS)
    truncated = promised - frames > (0 if exact else max(rate_hz, promised // 100))
    if truncated:
        found_s, promised_s = round(frames / rate_hz, 1), round(promised / rate_hz, 1)
        notes.append(problem(path, "cut_short", found_s=found_s, promised_s=promised_s))
    if source.bad_packets:
        notes.append(problem(path, "partly_damaged", packets=source.bad_packets))
    known = _EXTENSIONS.get(source.container, "").split()
    misnamed = bool(known) and path.suffix.lower() not in known
    if misnamed:
        notes.append(
            problem(path, "misnamed", extension=path.suffix or "-", container=source.container)
        )
    return SoundInfo(
        duration_ms=round(frames * 1000 / rate_hz),
        frames=frames,
        sample_rate_hz=rate_hz,
        channels=source.channels,
        codec=source.codec,
        container=source.container,
        truncated=truncated,
        misnamed=misnamed,
        notes=tuple(notes),
    )
