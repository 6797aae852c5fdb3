"""Cached peaks are the right ones, whatever happened to the file, the folder or the recording."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio import peak_file
from qa_desktop.audio.peak_cache import PeakCache, recording_key, workspace_cache
from qa_desktop.audio.peaks import Peaks, build_peaks
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled

ROOMY = 1 << 30


class Built:
    """Counts as building what reports progress: reading from the cache has none to report."""

    def __init__(self) -> None:
        self.times = 0

    def report(self, done: int, total: int, what: str = "") -> None:
        if done == total:
            self.times += 1


def same(one: Peaks, other: Peaks) -> bool:
    return (
        (one.sample_rate_hz, one.frames, one.channels, one.samples_per_cell)
        == (other.sample_rate_hz, other.frames, other.channels, other.samples_per_cell)
        and [level.samples_per_cell for level in one.levels]
        == [level.samples_per_cell for level in other.levels]
        and all(
            np.array_equal(getattr(left, kind), getattr(right, kind))
            for left, right in zip(one.levels, other.levels, strict=True)
            for kind in ("low", "high", "rms")
        )
    )


@pytest.fixture
def recording(voice, write_wav) -> Path:
    path: Path = write_wav(voice(60, channels=2))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "peaks"


def test_the_second_time_nothing_is_decoded(recording: Path, folder: Path) -> None:
    built = Built()
    first = PeakCache(folder, ROOMY).peaks(recording, progress=built)
    second = PeakCache(folder, ROOMY).peaks(recording, progress=built)
    assert built.times == 1
    assert same(first, build_peaks(recording))
    assert same(first, second)
    assert isinstance(second.levels[0].low.base, np.memmap)
    assert not second.levels[0].rms.flags.writeable
    (file,) = folder.iterdir()
    cells = sum(level.cells for level in first.levels)
    assert file.stat().st_size < cells * 2 * 6 + 200


@pytest.mark.parametrize("damage", ["header", "rate", "cells", "end", "cut", "longer", "empty"])
def test_a_damaged_file_is_made_again_in_silence(
    recording: Path, folder: Path, damage: str
) -> None:
    PeakCache(folder, ROOMY).peaks(recording)
    (file,) = folder.iterdir()
    content = bytearray(file.read_bytes())
    places = {"header": 3, "rate": 13, "cells": len(content) // 2, "end": -1}
    if damage in places:
        content[places[damage]] ^= 0x55
    changed = {"cut": content[:-100], "longer": content + b"\0", "empty": b""}
    file.write_bytes(changed.get(damage, content))
    built = Built()
    cache = PeakCache(folder, ROOMY)
    assert same(cache.peaks(recording, progress=built), build_peaks(recording))
    assert built.times == 1
    assert same(cache.peaks(recording, progress=built), build_peaks(recording))
    assert built.times == 1, "the damaged file was not replaced"


def test_files_of_another_version_are_not_read(recording, folder, monkeypatch) -> None:
    key = recording_key(recording)
    folder.mkdir()
    file = folder / "old.peaks"
    monkeypatch.setattr(peak_file, "FORMAT_VERSION", 0)
    peak_file.write_peak_file(file, build_peaks(recording), key)
    monkeypatch.undo()
    with pytest.raises(peak_file.DamagedPeaks):
        peak_file.read_peak_file(file, key)
    monkeypatch.setattr(peak_file, "FORMAT_VERSION", 0)
    assert peak_file.read_peak_file(file, key).frames == 480_000


@pytest.mark.parametrize("change", ["first bytes", "last bytes", "time", "length"])
def test_a_changed_recording_gets_new_peaks(recording: Path, folder: Path, change: str) -> None:
    built = Built()
    cache = PeakCache(folder, ROOMY)
    cache.peaks(recording, progress=built)
    before = recording.stat()
    content = bytearray(recording.read_bytes())
    if change == "first bytes":
        content[1000] ^= 0x7F
    elif change == "last bytes":
        content[-1000] ^= 0x7F
    elif change == "length":
        del content[-4000:]
    recording.write_bytes(content)
    step_ns = 1_000_000_000 if change == "time" else 0
    os.utime(recording, ns=(before.st_atime_ns, before.st_mtime_ns + step_ns))
    assert same(cache.peaks(recording, progress=built), build_peaks(recording))
    assert built.times == 2


def test_the_least_recently_used_go_first(voice, write_wav, folder: Path) -> None:
    recordings = [write_wav(voice(30, seed=n), name=f"{n}.wav") for n in range(4)]
    PeakCache(folder, ROOMY).peaks(recordings[0])
    most = 3 * next(folder.iterdir()).stat().st_size
    cache = PeakCache(folder, most)
    for age_s, recording in enumerate(recordings[:3]):
        cache.peaks(recording)
        newest = max(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
        os.utime(newest, (1_000_000 + age_s, 1_000_000 + age_s))
    cache.peaks(recordings[0])
    cache.peaks(recordings[3])
    kept = Built()
    for recording in (recordings[0], recordings[2], recordings[3]):
        cache.peaks(recording, progress=kept)
    assert kept.times == 0
    cache.peaks(recordings[1], progress=kept)
    assert kept.times == 1
    assert sum(file.stat().st_size for file in folder.iterdir()) <= most


def test_a_cap_smaller_than_one_file_keeps_the_newest(recording: Path, folder: Path) -> None:
    cache = PeakCache(folder, 1)
    built = Built()
    cache.peaks(recording, progress=built)
    cache.peaks(recording, progress=built)
    assert built.times == 1


def test_stale_half_written_files_are_cleared(recording: Path, folder: Path) -> None:
    folder.mkdir()
    old, fresh = folder / "a.peaks.1.tmp", folder / "b.peaks.2.tmp"
    for file in (old, fresh):
        file.write_bytes(b"half")
    os.utime(old, (1_000_000, 1_000_000))
    PeakCache(folder, ROOMY).peaks(recording)
    assert not old.exists()
    assert fresh.exists(), "another program may be writing it now"


def test_cancelling_leaves_nothing(recording: Path, folder: Path) -> None:
    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        PeakCache(folder, ROOMY).peaks(recording, progress=Impatient())
    assert not folder.exists() or not list(folder.iterdir())


def test_a_folder_that_can_not_be_written_costs_only_time(recording: Path, folder: Path) -> None:
    folder.write_bytes(b"a file where the folder should be")
    assert same(PeakCache(folder, ROOMY).peaks(recording), build_peaks(recording))


def test_a_recording_that_still_grows_is_not_kept(recording: Path, folder: Path) -> None:
    class Growing:
        def report(self, done: int, total: int, what: str = "") -> None:
            with recording.open("ab") as file:
                file.write(b"more")

    PeakCache(folder, ROOMY).peaks(recording, progress=Growing())
    assert not folder.exists()


def test_a_missing_recording_is_a_problem(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as raised:
        PeakCache(folder, ROOMY).peaks(tmp_path / "gone.wav")
    assert raised.value.problems[0].code == "audio.missing"


def test_erasing_takes_the_peaks_along(recording: Path, folder: Path) -> None:
    cache = PeakCache(folder, ROOMY)
    cache.peaks(recording)
    cache.forget(recording)
    assert list(folder.iterdir()) == []
    cache.forget(recording)


def in_threads(work: Callable[[int], None], threads: int) -> None:
    failures: list[BaseException] = []

    def guarded(number: int) -> None:
        try:
            work(number)
        except BaseException as error:  # noqa: BLE001 - raised again below
            failures.append(error)

    running = [threading.Thread(target=guarded, args=(n,)) for n in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    if failures:
        raise failures[0]


def test_many_at_once(voice, write_wav, folder: Path) -> None:
    """Readers, writers and evictions in one small folder never see a torn file."""
    recordings = [write_wav(voice(20, seed=n), name=f"{n}.wav") for n in range(3)]
    expected = [build_peaks(recording) for recording in recordings]

    def work(number: int) -> None:
        cache = PeakCache(folder, 50_000)
        for turn in range(12):
            which = (number + turn) % 3
            assert same(cache.peaks(recordings[which]), expected[which])

    in_threads(work, 4)
    assert [file.suffix for file in folder.iterdir() if file.suffix == ".tmp"] == []


def test_only_a_workspace_has_a_cache(tmp_path: Path) -> None:
    assert workspace_cache(tmp_path) is None
    (tmp_path / "qa.sqlite3").touch()
    assert isinstance(workspace_cache(tmp_path), PeakCache)
