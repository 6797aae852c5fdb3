"""Private copies hold what they should, and nobody else may read them."""

import stat
import sys
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa_desktop.base.progress import NoProgress
from qa_desktop.desktop.player.proxies import Proxies, write_whole


def frames(file: Path) -> NDArray[np.int16]:
    with wave.open(str(file)) as sound:
        data = np.frombuffer(sound.readframes(sound.getnframes()), dtype=np.int16)
        return data.reshape(-1, sound.getnchannels())


def test_the_whole_copy_is_the_sound(coded_wav: Path, tmp_path: Path) -> None:
    copy = write_whole(coded_wav, tmp_path / "copy.wav", NoProgress())
    np.testing.assert_array_equal(frames(copy), frames(coded_wav))


def test_copies_are_private_and_go_with_the_player() -> None:
    proxies = Proxies()
    first, second = proxies.next_file(), proxies.next_file()
    assert first != second
    folder = first.parent
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    first.write_bytes(b"sound")
    proxies.clear()
    assert not first.exists()
    second.write_bytes(b"sound")
    proxies.close()
    assert not folder.exists()
