"""A recording's copy is its samples, and nothing that was said about them."""

import hashlib
import struct
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from av.audio.frame import AudioFrame

from qa_desktop.audio.decode import decode
from qa_desktop.audio.samples import Int16
from qa_desktop.audio.wav_writer import writing_wav
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled
from qa_desktop.calibration.blind.copying import copy_recording, is_bare

CANARY = "Ann Miller 55512"
RATE_HZ = 8000
SOUND = np.stack(
    [
        np.sin(np.arange(20_000) / 9) * 9000,
        np.sin(np.arange(20_000) / 5) * 3000,
    ]
).astype(np.int16)


def _all(path: Path) -> Int16:
    return np.concatenate(list(decode(path)), axis=1)


def _plain_wav(path: Path) -> Path:
    with writing_wav(path, RATE_HZ, 2) as wav:
        wav.write(SOUND)
    return path


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _tagged_wav(folder: Path) -> Path:
    """LIST INFO, bext and an id3 chunk, before and after the sound."""
    said = CANARY.encode()
    data = _plain_wav(folder / "plain.wav").read_bytes()
    info = _chunk(b"LIST", b"INFO" + _chunk(b"IART", said) + _chunk(b"ICRD", b"2026-03-02"))
    bext = _chunk(b"bext", said.ljust(256, b"\0") + said.ljust(346, b"\0"))
    id3 = _chunk(b"id3 ", b"ID3\3\0\0\0\0\0\x1eTPE1\0\0\0\x14\0\0\0" + said)
    body = data[12:36] + bext + data[36:] + info + id3
    file = folder / "tagged.wav"
    file.write_bytes(b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WAVE" + body)
    return file


def _encoded(folder: Path, name: str, codec: str, **tags: str) -> Path:
    file = folder / name
    told = {"title": CANARY, "artist": CANARY, "comment": CANARY, **tags}
    with av.open(str(file), "w") as out:
        out.metadata.update(told)
        stream = out.add_stream(codec, rate=48_000 if codec == "libopus" else RATE_HZ)
        stream.layout = "stereo"
        frame = AudioFrame.from_ndarray(
            np.ascontiguousarray(SOUND.T).reshape(1, -1), format="s16", layout="stereo"
        )
        frame.sample_rate = RATE_HZ
        resampler = av.AudioResampler(stream.format, "stereo", stream.rate)
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            out.mux(stream.encode(part))
        out.mux(stream.encode(None))
    return file


def _flac_with_picture(folder: Path) -> Path:
    data = _encoded(folder, "plain.flac", "flac").read_bytes()
    said = CANARY.encode()
    picture = struct.pack(">II", 3, 9) + b"image/png" + struct.pack(">I", len(said)) + said
    picture += struct.pack(">IIIII", 1, 1, 24, 0, len(said)) + said
    file = folder / "picture.flac"
    block = b"\x06" + len(picture).to_bytes(3, "big") + picture
    # After STREAMINFO, which is first.
    file.write_bytes(data[:42] + block + data[42:])
    return file


def _m4a_with_atom(folder: Path) -> Path:
    file = _encoded(folder, "tagged.m4a", "aac")
    said = CANARY.encode()
    file.write_bytes(file.read_bytes() + struct.pack(">I4s", 8 + len(said), b"free") + said)
    return file


TAGGED: dict[str, Callable[[Path], Path]] = {
    "wav": _tagged_wav,
    "mp3": lambda folder: _encoded(folder, "tagged.mp3", "libmp3lame"),
    "opus": lambda folder: _encoded(folder, "tagged.ogg", "libopus"),
    "flac": _flac_with_picture,
    "m4a": _m4a_with_atom,
}


@pytest.mark.parametrize("kind", TAGGED)
def test_nothing_that_was_said_about_a_recording_is_in_its_copy(kind: str, tmp_path: Path) -> None:
    source = TAGGED[kind](tmp_path)
    told = (CANARY, "Miller", "55512", "2026-03-02", source.name, "Lavf", "Lavc", "ffmpeg", "LAME")
    assert CANARY.encode() in source.read_bytes()
    copy = tmp_path / "copy.flac"
    made = copy_recording(source, copy)
    data = copy.read_bytes()
    for said in told:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert said.encode(encoding) not in data
    assert is_bare(copy)
    assert made.sha256 == hashlib.sha256(data).hexdigest()
    with av.open(str(copy)) as opened:
        assert opened.metadata == {}
        assert opened.streams.audio[0].metadata == {}
        assert len(opened.streams) == 1
    assert np.array_equal(_all(copy), _all(source))


@pytest.mark.parametrize("channels", [1, 2, 3, 6])
@pytest.mark.parametrize("rate_hz", [8000, 11_025, 16_000, 44_100, 48_000])
def test_rate_channels_and_every_sample_stay(tmp_path: Path, channels: int, rate_hz: int) -> None:
    random = np.random.default_rng(channels * rate_hz)
    sound = random.integers(-32768, 32767, (channels, 5001), np.int16, endpoint=True)
    source = tmp_path / "noise.wav"
    with writing_wav(source, rate_hz, channels) as wav:
        wav.write(sound)
    copy = tmp_path / "copy.flac"
    made = copy_recording(source, copy)
    assert (made.channels, made.sample_rate_hz, made.frames) == (channels, rate_hz, 5001)
    assert made.duration_ms == round(5001 * 1000 / rate_hz)
    assert np.array_equal(_all(copy), sound)


def test_the_same_sound_gives_the_same_bytes_whatever_was_said_of_it(tmp_path: Path) -> None:
    tagged = copy_recording(_tagged_wav(tmp_path), tmp_path / "one.flac")
    plain = copy_recording(_plain_wav(tmp_path / "other.wav"), tmp_path / "other.flac")
    assert tagged == plain


# By how many samples each decoder's sound is later than the call itself. MP3 begins with 576
# samples of its encoder's delay and 529 of its decoder's; this file has no LAME header that says
# so, so they are heard wherever it is played, and stay in the copy: a comment's moment is the same.
CODECS = {"flac": 0, "gsm.wav": 0, "mp3": 576 + 529, "ogg": 0, "ulaw.wav": 0}


@pytest.mark.parametrize("suffix", CODECS)
def test_copies_of_real_calls_are_exact_and_in_step(
    shared: Path, suffix: str, tmp_path: Path
) -> None:
    folder = shared / "data" / "calls" / "codecs"
    source = folder / f"0091a706bc604188.{suffix}"
    copy = tmp_path / "copy.flac"
    made = copy_recording(source, copy)
    copied = _all(copy)
    assert np.array_equal(copied, _all(source))
    call = _all(folder / "0091a706bc604188.flac")
    if made.sample_rate_hz != RATE_HZ:
        copied = copied[:, :: made.sample_rate_hz // RATE_HZ]
    assert _shift(copied[0], call[0]) == CODECS[suffix]


def _shift(one: Int16, other: Int16) -> int:
    """By how many samples `one` is later than `other`, where they are most alike."""
    length = min(len(one), len(other), 1 << 17)
    size = 2 * length
    first = np.fft.rfft(one[:length].astype(np.float64), size)
    second = np.fft.rfft(other[:length].astype(np.float64), size)
    alike = np.fft.irfft(first * np.conj(second), size)
    at = int(np.argmax(alike))
    return at if at < length else at - size


def test_one_that_is_cancelled_or_no_sound_leaves_nothing(tmp_path: Path) -> None:
    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    source = _plain_wav(tmp_path / "sound.wav")
    folder = tmp_path / "copies"
    folder.mkdir()
    with pytest.raises(Cancelled):
        copy_recording(source, folder / "copy.flac", Impatient())
    text = tmp_path / "text.wav"
    text.write_bytes(b"no sound")
    with pytest.raises(ProblemError) as raised:
        copy_recording(text, folder / "copy.flac")
    assert raised.value.problems[0].code == "audio.is_text"
    with pytest.raises(ProblemError) as raised:
        copy_recording(source, tmp_path / "no folder" / "copy.flac")
    assert raised.value.problems[0].code == "calibration.copy_not_written"
    assert list(folder.iterdir()) == []


def test_progress_counts_up_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    class Heard:
        def report(self, done: int, total: int, what: str = "") -> None:
            told.append((done, total))

    copy_recording(_plain_wav(tmp_path / "sound.wav"), tmp_path / "copy.flac", Heard())
    assert told[-1] == (20_000, 20_000)


def test_a_file_with_any_other_block_is_not_bare(tmp_path: Path) -> None:
    assert not is_bare(_flac_with_picture(tmp_path))
    assert not is_bare(_plain_wav(tmp_path / "sound.wav"))
