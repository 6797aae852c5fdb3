"""Makes what a session is about from interactions: contents without names, bare recordings."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.calibration.blind.copying import FLAC_SUFFIX, BareCopy, copy_recording
from qa_desktop.calibration.blind.pseudonyms import blank, numbered
from qa_desktop.calibration.files.manifest import ManifestInteraction, ManifestRecording
from qa_desktop.interactions.model import AgentChannel, InteractionDetail, Recording

_PARTS = 1000
"""Of each recording, for the progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """`blobs` by SHA-256: bytes, or the file that holds them. `origins`: which interaction each
    pseudonym stands for; the lead's alone to know.
    """

    interactions: tuple[ManifestInteraction, ...]
    blobs: Mapping[str, Path | bytes]
    origins: Mapping[str, str]


def gather(
    details: Sequence[InteractionDetail],
    workspace_folder: Path,
    scratch: Path,
    progress: Progress | None = None,
    *,
    names: Iterable[str] = (),
) -> Gathered:
    """In the order given. Recordings are written into `scratch`, which is the caller's to remove
    when the package is written; `names` as for `pseudonyms.blank`.

    Progress counts recordings, in thousandths. Raises ProblemError (audio.*,
    calibration.copy_not_written, calibration.copy_not_encoded), which names the file, and
    Cancelled.
    """
    told = _Counted(progress or NoProgress(), sum(len(each.recordings) for each in details))
    more = tuple(names)
    blobs: dict[str, Path | bytes] = {}
    interactions = []
    pseudonyms = numbered(each.interaction.kind for each in details)
    for detail, pseudonym in zip(details, pseudonyms, strict=True):
        recordings = []
        for recording in sorted(detail.recordings, key=lambda one: one.position):
            copy = _copied(recording, workspace_folder, scratch, told)
            blobs.setdefault(copy.sha256, scratch / f"{copy.sha256}{FLAC_SUFFIX}")
            recordings.append(_entry(recording, copy))
        content = blank(detail, pseudonym, more)
        sha256 = hashlib.sha256(content).hexdigest()
        blobs[sha256] = content
        interactions.append(
            ManifestInteraction(
                pseudonym=pseudonym,
                kind=detail.interaction.kind,
                duration_ms=detail.interaction.duration_ms,
                content=sha256,
                recordings=tuple(recordings),
            )
        )
    told.report(1, 1)
    return Gathered(
        interactions=tuple(interactions),
        blobs=blobs,
        origins={
            pseudonym: detail.interaction.id
            for detail, pseudonym in zip(details, pseudonyms, strict=True)
        },
    )


class _Counted:
    """One recording's progress as that of all of them."""

    def __init__(self, progress: Progress, recordings: int) -> None:
        self._progress = progress
        self._recordings = recordings
        self.done = 0

    def report(self, done: int, total: int, _what: str = "") -> None:
        part = _PARTS * done // total if total else 0
        whole = self._recordings * _PARTS
        self._progress.report(min(self.done * _PARTS + part, whole), whole)


def _copied(
    recording: Recording, workspace_folder: Path, scratch: Path, told: _Counted
) -> BareCopy:
    beside = scratch / f"{recording.id}.part"
    try:
        copy = copy_recording(workspace_folder / recording.path, beside, told)
        beside.replace(scratch / f"{copy.sha256}{FLAC_SUFFIX}")
    finally:
        beside.unlink(missing_ok=True)
    told.done += 1
    return copy


def _entry(recording: Recording, copy: BareCopy) -> ManifestRecording:
    sided = copy.channels > 1
    return ManifestRecording(
        blob=copy.sha256,
        duration_ms=copy.duration_ms,
        sample_rate_hz=copy.sample_rate_hz,
        channels=copy.channels,
        agent_channel=recording.agent_channel if sided else AgentChannel.MONO,
        offset_ms=recording.offset_ms,
    )
