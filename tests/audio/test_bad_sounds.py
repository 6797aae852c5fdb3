"""Each bad file is refused with its own reason, none by a crash."""

import ast
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

import qa_desktop.audio
from qa_desktop.audio import source
from qa_desktop.audio.peaks import build_peaks
from qa_desktop.audio.probe import probe
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.wording import LANGUAGES, wording

Sound = npt.NDArray[np.int16]


def refusal(path: Path) -> str:
    with pytest.raises(ProblemError) as raised:
        probe(path)
    (problem,) = raised.value.problems
    assert problem.where.file == str(path)
    for language in LANGUAGES:
        assert wording(language).line(problem)
    return problem.code.removeprefix("audio.")


def wav_header(tag: int, data_bytes: int, *, channels: int = 1, bits: int = 16) -> bytes:
    frame_bytes = channels * bits // 8
    form = struct.pack("<HHIIHH", tag, channels, 8000, 8000 * frame_bytes, frame_bytes, bits)
    head = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", data_bytes)
    return b"RIFF" + struct.pack("<I", (len(head) + data_bytes) & 0xFFFFFFFF) + head


NOISE = random.Random(5).randbytes(20000)
PAGE = "<!doctype html><title>502 Bad Gateway</title>\n" * 20
BAD_BYTES = {
    "empty": ("call.wav", b"", "empty"),
    "text in a .wav": ("call.wav", PAGE.encode(), "is_text"),
    "a transcript named .mp3": ("call.mp3", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n", "is_text"),
    "Chinese text": ("call.wav", "客户：你好，我想查询订单。\n".encode("gb18030") * 500, "is_text"),
    "text in UTF-16": ("call.wav", "坐席：您好\r\n".encode("utf-16"), "is_text"),
    "a playlist": ("call.m3u8", b"#EXTM3U\n#EXTINF:9,\nhttp://127.0.0.1:1/a.ts\n", "is_text"),
    "noise": ("call.wav", NOISE, "not_sound"),
    "bare mu-law": ("call.ul", NOISE, "headerless"),
    "bare A-law that would be Chinese": ("call.al", b"\xd5\x55" * 400 + NOISE, "headerless"),
    "bare ADPCM": ("call.vox", NOISE, "headerless"),
    "bare PCM": ("call.pcm", NOISE, "headerless"),
    "a page named .ul": ("call.ul", PAGE.encode(), "is_text"),
    "noise without an extension": ("call", NOISE, "not_sound"),
    "RIFF and nothing else": ("call.wav", b"RIFF\x24\x00\x00\x00WAVE", "truncated"),
    "cut inside the header": ("call.wav", wav_header(1, 16000)[:30], "truncated"),
    "a header and no sound": ("call.wav", wav_header(1, 0), "no_samples"),
    "an Ogg page cut short": ("call.ogg", b"OggS\x00\x02" + bytes(10), "truncated"),
    "an MP4 without its index": (
        "call.m4a",
        b"\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00" + bytes(8) + NOISE,
        "truncated",
    ),
    "an encoding nobody knows": ("call.wav", wav_header(0x5A5A, 8000) + NOISE, "unknown_codec"),
    "too many channels": (
        "call.wav",
        wav_header(1, 16000, channels=12) + NOISE,
        "too_many_channels",
    ),
    "an AMR header alone": ("call.amr", b"#!AMR\n", "undecodable"),
}


@pytest.mark.parametrize("case", BAD_BYTES)
def test_bad_files(tmp_path: Path, case: str) -> None:
    name, content, expected = BAD_BYTES[case]
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == expected


def test_a_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.wav") == "missing"


def test_a_zip(tmp_path: Path) -> None:
    path = tmp_path / "calls.wav"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("call.wav", NOISE)
    assert refusal(path) == "not_sound"


@pytest.mark.parametrize("name", ["screen.mp4", "screen.png"])
def test_pictures_and_silent_videos(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with av.open(str(path), "w") as out:
        stream = out.add_stream("png" if name.endswith("png") else "mpeg4", rate=10)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = 64, 64
        stream.pix_fmt = "rgb24" if name.endswith("png") else "yuv420p"
        out.mux(stream.encode(VideoFrame(64, 64, stream.pix_fmt)))
        out.mux(stream.encode(None))
    assert refusal(path) == "no_sound_stream"


def test_a_header_that_claims_11_gib(tmp_path: Path) -> None:
    """RF64 may claim any size; what is there counts, and nothing is reserved for the rest."""
    claimed = 11 << 30
    form = struct.pack("<HHIIHH", 1, 2, 8000, 32000, 4, 16)
    head = b"RF64\xff\xff\xff\xffWAVE"
    head += b"ds64" + struct.pack("<IQQQI", 28, claimed + 72, claimed, claimed // 4, 0)
    head += b"fmt " + struct.pack("<I", 16) + form + b"data\xff\xff\xff\xff"
    path = tmp_path / "call.wav"
    path.write_bytes(head + bytes(4 * 8000))
    info = probe(path)
    assert (info.frames, info.truncated) == (8000, True)
    assert build_peaks(path).frames == 8000


def test_a_chunk_that_claims_4_gib(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    whole = wav_header(1, 16000)
    path.write_bytes(whole[:12] + b"LIST" + struct.pack("<I", 0xFFFFFFF0) + whole[12:] + NOISE)
    assert refusal(path) == "truncated"


@pytest.mark.parametrize("size", [0, 0xFFFFFFFF, 0x7FFFFFFF, 0x7FFFF000])
def test_recorders_that_never_wrote_the_size(tmp_path: Path, size: int) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(wav_header(1, size) + NOISE)
    info = probe(path)
    assert (info.frames, info.truncated) == (len(NOISE) // 2, False)


def test_an_empty_data_chunk_is_not_taken_for_an_unfinished_one(tmp_path: Path) -> None:
    content = wav_header(1, 0) + b"LIST" + struct.pack("<I", 4) + b"INFO"
    path = tmp_path / "call.wav"
    path.write_bytes(content[:4] + struct.pack("<I", len(content) - 8) + content[8:])
    assert refusal(path) == "no_samples"


def test_what_would_take_days_is_refused(tmp_path, voice, write_wav, encode, monkeypatch) -> None:
    monkeypatch.setattr(source, "MAX_DURATION_H", 1 / 3600)
    assert refusal(write_wav(voice(2))) == "too_long"
    flac = encode(voice(2), "call.flac", "flac")
    assert refusal(flac) == "too_long"
    with pytest.raises(ProblemError) as raised:
        build_peaks(flac)
    assert raised.value.problems[0].code == "audio.too_long"


def test_damage_in_the_middle_costs_only_itself(voice, encode) -> None:
    path: Path = encode(voice(10), "call.flac", "flac")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 3000] = bytes(3000)
    path.write_bytes(content)
    info = probe(path)
    assert 60000 < info.frames < 80000
    assert info.truncated
    assert "audio.cut_short" in [note.code for note in info.notes]


def test_a_damaged_ogg_tells_how_much_is_gone(
    voice: Callable[..., Sound], encode: Callable[..., Path]
) -> None:
    path = encode(voice(9, 8000), "call.opus", "libopus")
    data = bytearray(path.read_bytes())
    third = len(data) // 3
    data[third : 2 * third] = bytes(third)
    path.write_bytes(data)
    info = probe(path)
    assert info.truncated
    (note,) = (note for note in info.notes if note.code == "audio.cut_short")
    assert note.values["promised_s"] == 9.0


def test_broken_packets_are_noted(voice, encode) -> None:
    path: Path = encode(voice(10), "call.aac", "aac")
    content = bytearray(path.read_bytes())
    middle = content.index(b"\xff\xf1", len(content) // 2)
    content[middle + 7 : middle + 40] = b"\xff" * 33
    path.write_bytes(content)
    info = probe(path)
    assert info.duration_ms > 9000
    assert [(note.code, note.values) for note in info.notes] == [
        ("audio.partly_damaged", {"packets": 1})
    ]


CODECS = [
    ("call.mp3", "libmp3lame", {}),
    ("call.opus", "libopus", {}),
    ("call.flac", "flac", {}),
    ("call.m4a", "aac", {}),
    ("call.wma", "wmav2", {"bit_rate": 32000}),
    ("call.wav", "pcm_s24le", {}),
]


@pytest.mark.parametrize(("name", "encoder", "extra"), CODECS)
def test_damaged_files_give_sound_or_a_reason(
    tmp_path: Path, voice, encode: Callable[..., Path], name: str, encoder: str, extra
) -> None:
    rate_hz = 48000 if encoder == "libopus" else 8000
    whole = encode(voice(3, rate_hz=rate_hz), name, encoder, rate_hz=rate_hz, **extra).read_bytes()
    damage(whole, name, tmp_path)


def test_damaged_amr_gives_sound_or_a_reason(tmp_path: Path, amr: Callable[[int], bytes]) -> None:
    damage(amr(3), "call.amr", tmp_path)


def damage(whole: bytes, name: str, folder: Path) -> None:
    chance = random.Random(name)
    path = folder / f"damaged{Path(name).suffix}"
    outcomes = set()
    for _ in range(40):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 40)):
            content[int(len(content) * chance.random() ** 3)] = chance.randrange(256)
        path.write_bytes(content[: chance.choice((len(content), chance.randrange(len(content))))])
        try:
            assert build_peaks(path).frames == probe(path).frames
            outcomes.add("sound")
        except ProblemError as error:
            outcomes |= {problem.code for problem in error.problems}
    assert "sound" in outcomes


def test_every_reason_has_its_words() -> None:
    folder = Path(qa_desktop.audio.__file__).parent
    codes = {
        str(node.args[1].value)
        for module in folder.glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"fault", "problem"}
        if isinstance(node.args[1], ast.Constant)
    } | {"truncated", "not_sound"}
    assert len(codes) > 14
    texts = wording("en").texts
    assert [c for c in sorted(codes) if f"audio.{c}.what" not in texts] == []
    spoken = {key.split(".")[1] for key in texts if key.startswith("audio.") and "what" in key}
    assert spoken == codes, "words that nothing says"
