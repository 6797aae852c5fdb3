"""Files told apart by their first bytes."""

import io
import zipfile
from pathlib import Path

import pytest

from qa_desktop.interactions.sniffing import HEAD_BYTES, Nature, sniff


def zip_of(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("head", "nature"),
    [
        (b"", Nature.EMPTY),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", Nature.SOUND),
        (b"OggS\x00\x02", Nature.SOUND),
        (b"ID3\x04\x00", Nature.SOUND),
        (b"\xff\xfb\x90\x64\x00\x0f", Nature.SOUND),
        (b"\xff\xf1\x50\x80\x02", Nature.SOUND),
        (b"\x00\x00\x00\x20ftypM4A ", Nature.SOUND),
        (b"#!AMR\n", Nature.SOUND),
        (b"riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb", Nature.SOUND),
        (b"TTA1\x01\x00", Nature.SOUND),
        (b"FLV\x01\x04\x00", Nature.SOUND),
        (b'{"messages": []}', Nature.TEXT),
        ("你好，请问".encode(), Nature.TEXT),
        ("坐席：您好".encode("gb18030"), Nature.TEXT),
        ("file,agent\n".encode("utf-16"), Nature.TEXT),
        ("file,agent\n".encode("utf-16-le"), Nature.TEXT),
        (b"\xef\xbb\xbffile,agent", Nature.TEXT),
        (zip_of("a.wav"), Nature.ZIP),
        (zip_of("[Content_Types].xml", "xl/workbook.xml"), Nature.OFFICE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", Nature.OFFICE),
        (b"7z\xbc\xaf\x27\x1c", Nature.PACKED),
        (b"Rar!\x1a\x07", Nature.PACKED),
        (b"%PDF-1.7", Nature.OTHER),
        (bytes(range(256)), Nature.OTHER),
        (b"\x00" * 500, Nature.OTHER),
    ],
)
def test_natures(head: bytes, nature: Nature) -> None:
    assert sniff(head) is nature


def test_real_files(shared: Path) -> None:
    sounds = {"wav", "mp3", "ogg", "flac"}
    for path in sorted((shared / "data").rglob("*.*")):
        suffix = path.suffix[1:]
        with path.open("rb") as stream:
            nature = sniff(stream.read(HEAD_BYTES))
        assert nature is (Nature.SOUND if suffix in sounds else Nature.TEXT), path
