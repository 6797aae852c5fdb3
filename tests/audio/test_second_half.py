"""Two processes that share a recording find the same cells as one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio import peaks as peaks_module
from qa_desktop.audio import second_half
from qa_desktop.audio.peaks import Peaks, build_peaks, cell_samples
from qa_desktop.audio.second_half import Split, decode_half, split_of
from qa_desktop.audio.stream import StreamSource
from qa_desktop.base.progress import Cancelled

FORMATS = [
    ("call.mp3", "libmp3lame", 8000, {}),
    ("call.mp3", "libmp3lame", 44100, {"q": "6"}),
    ("call.opus", "libopus", 48000, {}),
]
# The codecs' arithmetic is of floats, and Opus only converges to the same state.
NEAR = 2


@pytest.fixture(params=FORMATS, ids=lambda row: f"{row[1]}-{row[2]}")
def call(request: pytest.FixtureRequest, voice, encode) -> Path:
    name, codec, rate_hz, options = request.param
    path: Path = encode(voice(20, rate_hz, 2), name, codec, rate_hz=rate_hz, options=options)
    return path


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Divides recordings that are far too short for it to be worth it."""
    monkeypatch.setattr(peaks_module, "LOOK_S", 0.0)
    monkeypatch.setattr(second_half, "START_S", 0.0)
    monkeypatch.setattr(second_half, "WORTH_S", 0.0)
    monkeypatch.setattr(second_half, "_processors", lambda: 2)


def assert_same(one: Peaks, other: Peaks) -> None:
    assert (one.frames, one.sample_rate_hz) == (other.frames, other.sample_rate_hz)
    for level, expected in zip(one.levels, other.levels, strict=True):
        assert level.samples_per_cell == expected.samples_per_cell
        for found, known in (
            (level.low, expected.low),
            (level.high, expected.high),
            (level.rms, expected.rms),
        ):
            assert found.shape == known.shape
            assert np.abs(found.astype(np.int32) - known).max() <= NEAR


def spied(monkeypatch: pytest.MonkeyPatch, change: Callable[[Split], Split]) -> list[Split]:
    """Every split that build_peaks makes, changed."""
    made: list[Split] = []

    def split(*arguments: object) -> Split | None:
        found = split_of(*arguments)  # type: ignore[arg-type]  # passed on
        if found is None:
            return None
        made.append(change(found))
        return made[-1]

    monkeypatch.setattr(peaks_module, "split_of", split)
    return made


def count_packets(path: Path) -> int:
    source = StreamSource(path)
    for _ in source.blocks():
        pass
    source.close()
    return source.place.packets


@pytest.mark.parametrize("share", [0.1, 0.5, 0.97])
def test_the_end_alone_is_as_it_is_in_the_whole(call: Path, share: float) -> None:
    source = StreamSource(call)
    packets = count_packets(call)
    packet = round(packets * share)
    source.stop_at(packet)
    before = sum(block.shape[1] for block in source.blocks())
    assert source.place.packets == packet
    source.close()
    per_cell = cell_samples(source.sample_rate_hz)
    split = Split(
        path=call,
        packet=packet,
        frames_before=before,
        sample_rate_hz=source.sample_rate_hz,
        channels=source.channels,
        sample_format=source.sample_format,
        samples_per_cell=per_cell,
    )
    half = decode_half(split)
    assert half is not None
    whole = build_peaks(call)
    assert before + half.frames == whole.frames
    first = -(-before // per_cell)
    assert half.cells[0].shape[1] == whole.levels[0].cells - first
    difference = half.cells[1].astype(np.int32) - whole.levels[0].high[:, first:]
    assert np.abs(difference).max(initial=0) <= NEAR


@pytest.mark.usefixtures("eager")
def test_two_processes_find_what_one_finds(call: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = build_peaks_alone(call, monkeypatch)
    made = spied(monkeypatch, lambda split: split)
    assert_same(build_peaks(call), alone)
    assert len(made) == 1


def build_peaks_alone(call: Path, monkeypatch: pytest.MonkeyPatch) -> Peaks:
    with monkeypatch.context() as patch:
        patch.setattr(peaks_module, "split_of", lambda *_: None)
        return build_peaks(call)


@pytest.fixture
def opus(voice, encode) -> Path:
    path: Path = encode(voice(20, 48000, 1), "call.opus", "libopus", rate_hz=48000)
    return path


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            lambda split: replace(split, frames_before=split.frames_before + 1), id="foretold wrong"
        ),
        pytest.param(
            lambda split: replace(split, path=split.path.with_name("gone")), id="file gone"
        ),
        pytest.param(lambda split: replace(split, channels=2), id="other sound there"),
        pytest.param(lambda split: replace(split, packet=split.packet * 100), id="beyond the end"),
    ],
)
def test_what_the_second_process_cannot_do_the_first_does(
    opus: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Split], Split]
) -> None:
    alone = build_peaks_alone(opus, monkeypatch)
    made = spied(monkeypatch, change)
    assert_same(build_peaks(opus), alone)
    assert len(made) == 1


@pytest.mark.usefixtures("eager")
def test_it_can_be_cancelled_while_two_work(opus: Path) -> None:
    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        build_peaks(opus, progress=Impatient())


def test_short_recordings_are_not_divided(opus: Path) -> None:
    source = StreamSource(opus)
    for _ in source.blocks():
        pass
    assert split_of(source, opus, 384, spent_s=0.5) is None
    source.close()


@pytest.mark.parametrize(("name", "codec"), [("call.flac", "flac"), ("call.m4a", "aac")])
def test_other_codecs_are_not_divided(voice, encode, name, codec) -> None:
    path = encode(voice(5), name, codec)
    source = StreamSource(path)
    next(source.blocks())
    assert split_of(source, path, 64, spent_s=100.0) is None
    source.close()
