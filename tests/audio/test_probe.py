"""Probing counts what is really in a file."""

import shutil
import struct
import subprocess
from pathlib import Path

import av
import numpy as np
import pytest

from qa_desktop.audio.probe import probe
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled

LOSSLESS = [
    ("sound.flac", "flac", "flac", "flac"),
    ("sound.m4a", "alac", "alac", "mov"),
    ("u8.wav", "pcm_u8", "pcm_u8", "wav"),
    ("s16.wav", "pcm_s16le", "pcm_s16le", "wav"),
    ("s24.wav", "pcm_s24le", "pcm_s24le", "wav"),
    ("s32.wav", "pcm_s32le", "pcm_s32le", "wav"),
    ("f32.wav", "pcm_f32le", "pcm_f32le", "wav"),
    ("f64.wav", "pcm_f64le", "pcm_f64le", "wav"),
    ("mulaw.wav", "pcm_mulaw", "pcm_mulaw", "wav"),
    ("alaw.wav", "pcm_alaw", "pcm_alaw", "wav"),
    ("sound.au", "pcm_mulaw", "pcm_mulaw", "au"),
    ("sound.mp3", "libmp3lame", "mp3float", "mp3"),
]
"""Those that keep the number of samples; MP3 by what its Xing header says of padding."""


@pytest.mark.parametrize(("name", "encoder", "codec", "container"), LOSSLESS)
def test_the_number_of_samples_is_exact(voice, encode, name, encoder, codec, container) -> None:
    info = probe(encode(voice(2.3, channels=2), name, encoder))
    assert (info.frames, info.sample_rate_hz, info.channels) == (18400, 8000, 2)
    assert (info.codec, info.container, info.duration_ms) == (codec, container, 2300)
    assert (info.truncated, info.misnamed, info.notes) == (False, False, ())


@pytest.mark.parametrize(
    ("name", "encoder", "codec", "frame", "extra"),
    [
        ("sound.aac", "aac", "aac", 1024, {}),
        ("sound.mp4", "aac", "aac", 1024, {}),
        ("sound.ogg", "vorbis", "vorbis", 1024, {"options": {"strict": "-2"}}),
        ("sound.wma", "wmav2", "wmav2", 2048, {"bit_rate": 64000}),
        ("sound.wav", "adpcm_ima_wav", "adpcm_ima_wav", 1024, {}),
    ],
)
def test_codecs_of_whole_frames_keep_the_length_to_a_frame_or_two(
    voice, encode, name, encoder, codec, frame, extra
) -> None:
    path = encode(voice(4, channels=2), name, encoder, **extra)
    info = probe(path)
    assert (info.codec, info.channels, info.sample_rate_hz) == (codec, 2, 8000)
    assert abs(info.frames - 32000) <= 2 * frame
    assert info.frames == counted_by_ffmpeg(path)
    assert info.notes == ()


def counted_by_ffmpeg(path: Path) -> int:
    with av.open(str(path)) as container:
        return sum(frame.samples for frame in container.decode(audio=0))


def test_opus_is_counted_at_the_48_khz_it_decodes_to(voice, encode) -> None:
    info = probe(encode(voice(2, rate_hz=16000), "sound.opus", "libopus", rate_hz=16000))
    assert (info.codec, info.container, info.sample_rate_hz) == ("opus", "ogg", 48000)
    assert (info.frames, info.duration_ms) == (96000, 2000)


def test_amr(tmp_path, amr) -> None:
    path = tmp_path / "sound.amr"
    path.write_bytes(amr(2))
    info = probe(path)
    assert (info.codec, info.container, info.sample_rate_hz) == ("amrnb", "amr", 8000)
    assert info.frames == 16000


def test_g722(voice, encode) -> None:
    info = probe(encode(voice(2, rate_hz=16000), "sound.g722", "g722", rate_hz=16000))
    assert (info.codec, info.sample_rate_hz, info.frames) == ("g722", 16000, 32000)


def test_g729(tmp_path) -> None:
    path = tmp_path / "sound.g729"
    path.write_bytes(np.random.default_rng(3).bytes(10 * 250))
    info = probe(path)
    assert (info.codec, info.sample_rate_hz, info.frames) == ("g729", 8000, 250 * 80)


def gsm_wav(blocks: int) -> bytes:
    """GSM 6.10 as Windows writes it: 65 bytes hold 320 samples."""
    form = struct.pack("<HHIIHHHH", 0x31, 1, 8000, 1625, 65, 0, 2, 320)
    data = np.random.default_rng(4).bytes(65 * blocks)
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form
    body += b"fact" + struct.pack("<II", 4, 320 * blocks)
    body += b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def test_gsm_in_wav(tmp_path) -> None:
    path = tmp_path / "sound.wav"
    path.write_bytes(gsm_wav(30))
    info = probe(path)
    assert (info.codec, info.container, info.frames) == ("gsm_ms", "wav", 30 * 320)


def test_speex(voice, write_wav, tmp_path) -> None:
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        pytest.skip("nothing here encodes Speex")
    path = tmp_path / "sound.spx"
    made = [ffmpeg, "-v", "error", "-i", str(write_wav(voice(2))), "-c:a", "libspeex", str(path)]
    if subprocess.run(made, check=False).returncode:
        pytest.skip("this ffmpeg has no Speex encoder")
    info = probe(path)
    assert (info.codec, info.container, info.sample_rate_hz) == ("speex", "ogg", 8000)
    assert 0 <= info.frames - 16000 <= 3 * 160


def test_mp3_of_varying_rate_without_a_xing_header(voice, encode) -> None:
    """What other libraries silently cut or misjudge by the rate of the first frames."""
    plain = {"muxing": {"write_xing": "0", "id3v2_version": "0"}}
    thin = encode(voice(10), "thin.mp3", "libmp3lame", bit_rate=8000, **plain)
    thick = encode(voice(10), "thick.mp3", "libmp3lame", bit_rate=64000, **plain)
    path = thin.with_name("vbr.mp3")
    path.write_bytes(thin.read_bytes() + thick.read_bytes() + thin.read_bytes())
    sizes = packet_sizes(path)
    assert max(sizes) > 2 * min(sizes), "the rate does not vary"
    assert b"Xing" not in path.read_bytes()
    info = probe(path)
    # Without that header nobody knows the encoder's delay: some frames of 576 stay in.
    assert 0 <= info.frames - 240000 <= 3 * 3 * 576
    assert info.frames == len(sizes) * 576


def packet_sizes(path: Path) -> list[int]:
    with av.open(str(path)) as container:
        return [packet.size for packet in container.demux(audio=0) if packet.size]


def test_six_channels(voice, encode, write_wav) -> None:
    samples = voice(1, channels=6)
    assert probe(encode(samples, "sound.flac", "flac")).channels == 6
    assert probe(write_wav(samples)).channels == 6


def test_tags_in_another_encoding_do_not_matter(voice, encode) -> None:
    path = encode(voice(1), "sound.mp3", "libmp3lame", muxing={"id3v2_version": "0"})
    title = "客户投诉".encode("gbk")
    text = b"\x00" + title
    frame = b"TIT2" + struct.pack(">IH", len(text), 0) + text
    size = bytes((len(frame) >> shift) & 0x7F for shift in (21, 14, 7, 0))
    path.write_bytes(b"ID3\x03\x00\x00" + size + frame + path.read_bytes())
    assert probe(path).frames == 8000


def test_content_rules_over_the_extension(voice, encode, write_wav) -> None:
    mp3 = encode(voice(1), "call.wav", "libmp3lame", container_format="mp3")
    info = probe(mp3)
    assert (info.container, info.frames, info.misnamed) == ("mp3", 8000, True)
    assert [note.code for note in info.notes] == ["audio.misnamed"]
    assert info.notes[0].values == {"extension": ".wav", "container": "mp3"}
    assert probe(write_wav(voice(1), name="call.mp3")).misnamed


def test_probing_can_be_cancelled(voice, encode) -> None:
    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            assert 0 < done <= total
            raise Cancelled

    path = encode(voice(20), "sound.mp3", "libmp3lame")
    with pytest.raises(Cancelled):
        probe(path, Impatient())


REAL = {
    "calls/aws/Auto_Repairs_40.stereo.flac": (1963040, 8000, 2, "flac"),
    "calls/codecs/0091a706bc604188.flac": (409040, 8000, 2, "flac"),
    "calls/codecs/0091a706bc604188.ogg": (409040, 8000, 2, "vorbis"),
    "calls/codecs/0091a706bc604188.ulaw.wav": (409040, 8000, 2, "pcm_mulaw"),
    # GSM comes in blocks of 320 samples; MP3 without a Xing header keeps the encoder's delay.
    "calls/codecs/0091a706bc604188.gsm.wav": (409280, 8000, 1, "gsm_ms"),
    "calls/codecs/0091a706bc604188.mp3": (410688, 8000, 2, "mp3float"),
    "calls/hvb/0002f70f7386445b.stereo.wav": (408888, 8000, 2, "pcm_s16le"),
    "calls/hvb/0002f70f7386445b.agent.wav": (392480, 8000, 1, "pcm_s16le"),
    "calls/hvb_one_sided/115e1cec78f04d1a.caller.wav": (334960, 8000, 1, "pcm_s16le"),
    "calls/mono/audiohook_store_faq.stereo.ulaw.wav": (566784, 8000, 2, "pcm_mulaw"),
    "calls/mono/google_commercial_mono.wav": (362400, 8000, 1, "pcm_s16le"),
    "mandarin/aishell_BAC009S0724W0121.wav": (68496, 16000, 1, "pcm_s16le"),
    "mandarin/azure_zhcn_continuous.wav": (843600, 16000, 1, "pcm_s16le"),
}


@pytest.mark.parametrize("name", REAL)
def test_real_recordings(shared: Path, name: str) -> None:
    info = probe(shared / "data" / name)
    assert (info.frames, info.sample_rate_hz, info.channels, info.codec) == REAL[name]
    assert info.notes == ()


def test_every_shared_recording_can_be_read(shared: Path) -> None:
    sounds = [
        path
        for folder in ("calls", "mandarin")
        for path in (shared / "data" / folder).rglob("*")
        if path.suffix in {".wav", ".flac", ".mp3", ".ogg"}
    ]
    assert len(sounds) >= 18
    assert [path.name for path in sounds if probe(path).duration_ms < 1000] == []


def test_a_folder_is_not_a_sound(tmp_path) -> None:
    with pytest.raises(ProblemError) as raised:
        probe(tmp_path)
    assert raised.value.problems[0].code == "audio.is_a_folder"


def test_the_note_names_where_it_breaks_off(voice, write_wav) -> None:
    path: Path = write_wav(voice(10))
    path.write_bytes(path.read_bytes()[: 44 + 2 * 8000 * 4])
    info = probe(path)
    assert (info.frames, info.truncated) == (32000, True)
    assert [(n.code, n.values) for n in info.notes] == [
        ("audio.cut_short", {"found_s": 4.0, "promised_s": 10.0})
    ]


@pytest.mark.parametrize(
    ("name", "encoder", "muxing"),
    [("sound.flac", "flac", {}), ("sound.m4a", "aac", {"movflags": "faststart"})],
)
def test_compressed_files_that_break_off_are_noted(voice, encode, name, encoder, muxing) -> None:
    path = encode(voice(10), name, encoder, muxing=muxing)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    info = probe(path)
    assert 30000 < info.frames < 50000
    assert info.truncated
