"""Decoding gives the samples that were recorded, whole or by spans."""

import wave
from pathlib import Path

import av
import numpy as np
import pytest

from qa_desktop.audio import wav_writer
from qa_desktop.audio.decode import decode, read_span, write_pcm_proxy
from qa_desktop.audio.probe import probe
from qa_desktop.audio.samples import ALAW, MULAW, to_int16
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled


def whole(path: Path) -> np.ndarray:
    return np.concatenate(list(decode(path)), axis=1)


def by_ffmpeg(path: Path) -> np.ndarray:
    """The same file converted to 16 bits by FFmpeg itself."""
    with av.open(str(path)) as container:
        resampler = av.AudioResampler("s16p")
        frames = [
            converted.to_ndarray()
            for frame in [*container.decode(audio=0), None]
            for converted in resampler.resample(frame)
        ]
    return np.concatenate(frames, axis=1)


@pytest.mark.parametrize("channels", [1, 2, 6])
@pytest.mark.parametrize("rate_hz", [8000, 44100])
def test_16_bit_wav_comes_back_as_it_was(voice, write_wav, channels, rate_hz) -> None:
    samples = voice(3.7, rate_hz, channels)
    assert np.array_equal(whole(write_wav(samples, rate_hz)), samples)


@pytest.mark.parametrize(("name", "codec"), [("sound.flac", "flac"), ("sound.m4a", "alac")])
def test_lossless_codecs_come_back_as_they_were(voice, encode, name, codec) -> None:
    samples = voice(3, channels=2)
    assert np.array_equal(whole(encode(samples, name, codec)), samples)


@pytest.mark.parametrize(
    "codec",
    ["pcm_u8", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le", "pcm_mulaw", "pcm_alaw"],
)
def test_wav_read_by_its_bytes_equals_what_ffmpeg_decodes(voice, encode, codec) -> None:
    path = encode(voice(2, channels=2), "sound.wav", codec)
    assert np.array_equal(whole(path), by_ffmpeg(path))


def test_g711_tables_are_symmetric_and_span_their_range() -> None:
    assert (MULAW.min(), MULAW.max(), MULAW[0xFF], MULAW[0x7F]) == (-32124, 32124, 0, 0)
    assert (ALAW.min(), ALAW.max(), ALAW[0xD5], ALAW[0x55]) == (-32256, 32256, 8, -8)
    assert np.array_equal(np.sort(MULAW), -np.sort(MULAW)[::-1])
    assert np.array_equal(np.sort(ALAW), -np.sort(ALAW)[::-1])


def test_floats_beyond_full_scale_are_clipped_and_no_numbers_are_silence() -> None:
    floats = np.array([[0.5, 1.5, -2.0, np.nan, np.inf, -np.inf, 1 / 65536]], np.float32)
    assert to_int16(floats).tolist() == [[16384, 32767, -32768, 0, 32767, -32768, 0]]


@pytest.mark.parametrize(
    ("name", "encoder", "extra"),
    [
        ("sound.mp3", "libmp3lame", {"bit_rate": 64000}),
        ("sound.m4a", "aac", {"bit_rate": 64000}),
        ("sound.ogg", "vorbis", {"options": {"strict": "-2"}, "bit_rate": 64000}),
        ("sound.wma", "wmav2", {"bit_rate": 64000}),
    ],
)
def test_lossy_codecs_keep_the_sound_in_its_place(voice, encode, lag, name, encoder, extra) -> None:
    samples = voice(3, channels=2)
    path = encode(samples, name, encoder, **extra)
    decoded = whole(path)
    assert np.array_equal(decoded, by_ffmpeg(path))
    for channel in range(2):
        assert abs(lag(samples[channel], decoded[channel])) <= 2048


SPANS = [
    ("sound.wav", "pcm_s16le", {}, 0),
    ("sound.wav", "pcm_s24le", {}, 0),
    ("sound.wav", "adpcm_ima_wav", {}, 0),
    ("sound.mp3", "libmp3lame", {}, 0),
    ("vbr.mp3", "libmp3lame", {"muxing": {"write_xing": "0"}}, 0),
    ("sound.opus", "libopus", {}, 4),
    ("sound.ogg", "vorbis", {"options": {"strict": "-2"}}, 0),
    ("sound.flac", "flac", {}, 0),
    ("sound.m4a", "aac", {}, 0),
    ("sound.aac", "aac", {}, 0),
    ("sound.webm", "libopus", {}, 4),
    ("sound.wma", "wmav2", {"bit_rate": 64000}, 0),
]


@pytest.mark.parametrize(("name", "encoder", "extra", "tolerance"), SPANS)
def test_a_span_is_the_same_samples_as_in_the_whole(
    voice, encode, name, encoder, extra, tolerance
) -> None:
    rate_hz = 48000 if encoder == "libopus" else 8000
    path = encode(voice(12, rate_hz, 2), name, encoder, rate_hz=rate_hz, **extra)
    everything = whole(path)
    length_ms = everything.shape[1] * 1000 // rate_hz
    for start_ms, end_ms in [
        (0, 50),
        (1, 20),
        (333, 400),
        (501, 540),
        (777, 1234),
        (6003, 6051),
        (length_ms - 100, 99999),
    ]:
        span = read_span(path, start_ms, end_ms)
        expected = everything[:, start_ms * rate_hz // 1000 : end_ms * rate_hz // 1000]
        assert span.shape == expected.shape
        assert np.abs(span.astype(int) - expected).max() <= tolerance


def test_spans_near_the_end_of_flac_in_ogg(voice, encode, tmp_path) -> None:
    """There the last packet is shorter than the others, which FFmpeg's seeking forgets."""
    flac, path = encode(voice(11.37, 8000, 2), "sound.flac", "flac"), tmp_path / "flac.ogg"
    with av.open(str(flac)) as source, av.open(str(path), "w", format="ogg") as target:
        stream = target.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(audio=0):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    everything = whole(path)
    assert everything.shape[1] == 90960
    for start_ms in (10_100, 10_989, 11_300):
        assert np.array_equal(read_span(path, start_ms, 11_370), everything[:, start_ms * 8 :])


def test_spans_outside_the_recording(voice, write_wav) -> None:
    path = write_wav(voice(1))
    assert read_span(path, 1000, 2000).shape == (1, 0)
    assert read_span(path, 500, 500).shape == (1, 0)
    assert read_span(path, 900, 5000).shape == (1, 800)
    assert np.array_equal(read_span(path, -5, 10), voice(1)[:, :80])


def test_spans_of_a_real_call(shared: Path) -> None:
    codecs = shared / "data" / "calls" / "codecs"
    for name in ("mp3", "ogg", "flac", "gsm.wav", "ulaw.wav"):
        path = codecs / f"0091a706bc604188.{name}"
        everything = whole(path)
        span = read_span(path, 30_000, 30_200)
        # GSM remembers what came long before: its spans are right to a few steps in 65,536.
        tolerance = 200 if "gsm" in name else 0
        assert np.abs(span.astype(int) - everything[:, 240_000:241_600]).max() <= tolerance


def test_recordings_joined_at_another_rate_are_converted(voice, encode) -> None:
    """The first one's format rules for all of it."""
    narrow = encode(voice(2, 16000), "narrow.mp3", "libmp3lame", rate_hz=16000)
    wide = encode(voice(2, 22050, 2), "wide.mp3", "libmp3lame", rate_hz=22050)
    path = narrow.with_name("joined.mp3")
    path.write_bytes(narrow.read_bytes() + wide.read_bytes() + narrow.read_bytes())
    info = probe(path)
    assert (info.sample_rate_hz, info.channels) == (16000, 1)
    assert abs(info.frames - 6 * 16000) < 8000
    assert whole(path).shape == (1, info.frames)


def test_a_proxy_is_the_same_sound_as_plain_wav(voice, encode, tmp_path) -> None:
    path = encode(voice(5, channels=2), "sound.mp3", "libmp3lame")
    out = tmp_path / "proxy.wav"
    write_pcm_proxy(path, out)
    with wave.open(str(out)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (8000, 2, 2)
        assert file.getnframes() == probe(path).frames
    assert np.array_equal(whole(out), whole(path))
    assert not probe(out).truncated


class CancelledAtOnce:
    def report(self, done: int, total: int, what: str = "") -> None:
        raise Cancelled


def test_a_cancelled_proxy_leaves_nothing(voice, encode, tmp_path) -> None:
    path = encode(voice(5), "sound.mp3", "libmp3lame")
    with pytest.raises(Cancelled):
        write_pcm_proxy(path, tmp_path / "proxy.wav", CancelledAtOnce())
    assert [file.name for file in tmp_path.iterdir()] == ["sound.mp3"]


def test_a_proxy_that_has_no_place_says_so(voice, write_wav, tmp_path) -> None:
    with pytest.raises(ProblemError) as raised:
        write_pcm_proxy(write_wav(voice(1)), tmp_path / "no folder" / "proxy.wav")
    assert raised.value.problems[0].code == "audio.not_written"


def test_what_no_wav_can_hold_is_refused(voice, write_wav, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(wav_writer, "_MOST_BYTES", 1000)
    with pytest.raises(ProblemError) as raised:
        write_pcm_proxy(write_wav(voice(1)), tmp_path / "proxy.wav")
    assert raised.value.problems[0].code == "audio.too_big_for_wav"
    assert not (tmp_path / "proxy.wav").exists()
