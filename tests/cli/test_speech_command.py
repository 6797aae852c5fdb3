"""`qa-desktop speech` as a person or a script runs it."""

import argparse
import io
import json
import wave
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.cli import speech_command
from qa_desktop.cli.context import DONE, Context


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """20 s: the left speaks at 1-4 and 9-12, the right at 5-8 and, together, at 11-13 s."""
    path = tmp_path / "call.wav"
    random = np.random.default_rng(1)
    samples = random.standard_normal((160_000, 2)) * 3
    for channel, start_s, end_s in ((0, 1, 4), (0, 9, 12), (1, 5, 8), (1, 11, 13)):
        samples[start_s * 8000 : end_s * 8000, channel] *= 1000
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, 8000, 0, "NONE", ""))
        file.writeframes(np.clip(samples, -32768, 32767).astype("<i2").tobytes())
    return path


def run(workspace: Path, *arguments: str, language: str = "en") -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    speech_command.add_to(parser.add_subparsers())
    args = parser.parse_args(["speech", *arguments])
    out = io.StringIO()
    context = Context(workspace_folder=workspace, language=language, reviewer="", out=out)
    return args.run(args, context), out.getvalue()


def test_json(call: Path, tmp_path: Path) -> None:
    code, said = run(tmp_path, str(call), "--json")
    answer = json.loads(said)
    assert code == DONE
    assert (answer["file"], answer["duration_ms"]) == (str(call), 20_000)
    assert answer["speech_ms"] == pytest.approx(10_000, abs=70)
    assert answer["silence_ms"] + answer["speech_ms"] == 20_000
    assert answer["overlap_ms"] == pytest.approx(1000, abs=34)
    assert answer["talk_ratio"] == pytest.approx(6 / 5, abs=0.02)
    left, right = answer["channels"]
    assert (left["channel"], right["channel"]) == (0, 1)
    assert left["speech_ms"] == pytest.approx(6000, abs=34)
    assert left["speech_ms"] + left["silence_ms"] == 20_000
    assert right["talk_share"] == pytest.approx(0.25, abs=0.002)
    assert right["overlap_ms"] == pytest.approx(1000, abs=34)
    assert [round(span["start_ms"], -2) for span in left["speech"]] == [1000, 9000]
    assert right["response_times"]["count"] == 1
    assert left["response_times"]["median_ms"] == pytest.approx(1000, abs=34)
    silences = [(s["start_ms"], s["end_ms"]) for s in answer["silences"]]
    assert silences == [(pytest.approx(13250, abs=17), pytest.approx(19750, abs=17))]
    gaps = [(gap["channel"], round(gap["gap_ms"], -2)) for gap in answer["response_times"]]
    assert gaps == [(1, 1000), (0, 1000)]


@pytest.mark.parametrize(("language", "word"), [("en", "Talk ratio"), ("zh-CN", "说话时长之比")])
def test_words(call: Path, tmp_path: Path, language: str, word: str) -> None:
    code, said = run(tmp_path, str(call), language=language)
    assert code == DONE
    assert f"{word}" in said
    assert "1.20" in said
    assert "0:20.0" in said
    assert "0:06.0" in said


def test_a_mono_call_has_no_ratio_and_no_answers(tmp_path: Path) -> None:
    path = tmp_path / "mono.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(np.zeros(16000, "<i2").tobytes())
    answer = json.loads(run(tmp_path, str(path), "--json")[1])
    assert answer["talk_ratio"] is None
    assert answer["channels"][0]["response_times"] == {
        "count": 0,
        "median_ms": None,
        "mean_ms": None,
        "longest_ms": None,
    }
