"""`qa-desktop peaks` as a person or a script runs it."""

import argparse
import io
import json
import struct
import wave
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.cli import peaks_command
from qa_desktop.cli.context import DONE, Context


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """Ten seconds of stereo at 8 kHz."""
    path = tmp_path / "call.wav"
    samples = np.random.default_rng(1).integers(-9000, 9000, (80000, 2), dtype=np.int16)
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, 8000, 0, "NONE", ""))
        file.writeframes(samples.tobytes())
    return path


def run(workspace: Path, *arguments: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    peaks_command.add_to(parser.add_subparsers())
    args = parser.parse_args(["peaks", *arguments])
    out = io.StringIO()
    context = Context(workspace_folder=workspace, language="en", reviewer="", out=out)
    return args.run(args, context), out.getvalue()


def test_json_goes_to_standard_output(call: Path, tmp_path: Path) -> None:
    code, said = run(tmp_path, str(call))
    answer = json.loads(said)
    assert code == DONE
    data = answer.pop("data")
    assert answer == {
        "version": 2,
        "channels": 2,
        "sample_rate": 8000,
        "samples_per_pixel": 256,
        "bits": 16,
        "length": 313,
    }
    assert len(data) == 313 * 4


def test_dat_file(call: Path, tmp_path: Path) -> None:
    out = tmp_path / "call.dat"
    code, said = run(
        tmp_path, str(call), "--out", str(out), "--samples-per-pixel", "500", "--bits", "8"
    )
    assert (code, said) == (DONE, "")
    content = out.read_bytes()
    assert struct.unpack("<iIiiIi", content[:24]) == (2, 1, 8000, 500, 160, 2)
    assert len(content) == 24 + 160 * 4


def test_peaks_are_kept_in_a_workspace_unless_told_not_to(call: Path, tmp_path: Path) -> None:
    run(tmp_path, str(call))
    assert not (tmp_path / "peaks").exists(), "this is no workspace"
    (tmp_path / "qa.sqlite3").touch()
    run(tmp_path, str(call), "--no-cache")
    assert not (tmp_path / "peaks").exists()
    _, plain = run(tmp_path, str(call), "--no-cache")
    _, made = run(tmp_path, str(call))
    assert len(list((tmp_path / "peaks").iterdir())) == 1
    _, kept = run(tmp_path, str(call))
    assert plain == made == kept


@pytest.mark.parametrize(
    "wrong",
    [
        ["--samples-per-pixel", "1"],
        ["--samples-per-pixel", "2147483648"],
        ["--samples-per-pixel", "9" * 5000],
        ["--samples-per-pixel", "x"],
        ["--bits", "12"],
        ["--out", "peaks.txt"],
        [],
    ],
)
def test_wrong_usage(call: Path, tmp_path: Path, wrong: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(tmp_path, *([str(call), *wrong] if wrong else []))
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_what_is_no_sound_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "page.wav"
    path.write_text("<html>not found</html>", encoding="utf-8")
    with pytest.raises(ProblemError) as raised:
        run(tmp_path, str(path))
    assert raised.value.problems[0].code == "audio.is_text"
