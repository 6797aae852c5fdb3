"""Programs that nobody here wrote open what is exported, and what they save comes back."""

import importlib.util
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qa_desktop.reviews.markers.formats import BY_NAME, marker_file_text, read_marker_file
from qa_desktop.reviews.markers.model import Marker, in_order
from qa_desktop.reviews.model import CommentKind

_HEARD = {"kind": CommentKind.PRAISE, "channel": 1}
MARKERS = in_order(
    [
        Marker(start_ms=0, end_ms=500, text="早上好", id="x1", **_HEARD),
        Marker(start_ms=200, end_ms=900, text='over"lap"', id="x2", **_HEARD),
        Marker(start_ms=900, end_ms=1900, text="touches", id="x3", **_HEARD),
        Marker(start_ms=200, text="a moment", kind=CommentKind.QUESTION, item_id="why", id="x4"),
        Marker(start_ms=200, text="another, --> here", kind=CommentKind.QUESTION, id="x5"),
        Marker(start_ms=3_601_999, text="a & <b>", kind=CommentKind.DEDUCTION, id="x6"),
    ]
)
PRAAT = """form Grid
  sentence In
  sentence Long
  sentence Short
endform
Read from file: in$
tiers = Get number of tiers
for tier to tiers
  name$ = Get tier name: tier
  appendInfoLine: name$
endfor
Save as text file: long$
Save as short text file: short$
"""


@pytest.fixture
def exported(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    form = BY_NAME[request.param]
    file = tmp_path / f"call{form.extension}"
    text = marker_file_text(
        form.name, MARKERS, duration_ms=3_700_000, made_at=datetime(2026, 11, 21, tzinfo=UTC)
    )
    file.write_text(text, encoding="utf-8", newline="")
    return file


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not here")


def needs_package(name: str) -> pytest.MarkDecorator:
    missing = importlib.util.find_spec(name) is None
    return pytest.mark.skipif(missing, reason=f"{name} is not installed")


@needs("praat")
@pytest.mark.parametrize("exported", ["textgrid"], indirect=True)
def test_praat_reads_and_saves_the_grid(exported: Path, tmp_path: Path) -> None:
    script, long, short = tmp_path / "s.praat", tmp_path / "l.TextGrid", tmp_path / "s.TextGrid"
    script.write_text(PRAAT, encoding="utf-8")
    done = subprocess.run(
        ["praat", "--run", script, exported, long, short],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n")[:-1] == [
        *("praise ch2", "praise ch2 (2)", "deduction moments", "question moments"),
        "question moments (2)",
    ]
    assert read_marker_file(long) == read_marker_file(short) == MARKERS


@needs("ffmpeg")
@pytest.mark.parametrize("exported", ["vtt", "srt"], indirect=True)
@pytest.mark.parametrize("target", ["vtt", "srt"])
def test_ffmpeg_converts_the_cues(exported: Path, tmp_path: Path, target: str) -> None:
    file = tmp_path / f"converted.{target}"
    command = ["ffmpeg", "-v", "error", "-i", str(exported), str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    found = read_marker_file(file)
    times = [(m.start_ms, m.cue_end_ms, m.kind) for m in MARKERS]
    assert sorted((m.start_ms, m.cue_end_ms, m.kind) for m in found) == sorted(times)
    assert any("早上好" in marker.text for marker in found)


@needs_package("pympi")
@pytest.mark.parametrize("exported", ["eaf"], indirect=True)
def test_pympi_reads_and_saves_the_annotations(exported: Path, tmp_path: Path) -> None:
    pympi = importlib.import_module("pympi.Elan")
    document = pympi.Eaf(str(exported))
    assert document.get_annotation_data_for_tier("praise ch2") == [
        (0, 500, "早上好"),
        (900, 1900, "touches"),
    ]
    (fact, *_) = document.get_annotation_data_for_tier("question facts")
    assert fact[:3] == (200, 1200, "item=why point id=x4")
    saved = tmp_path / "saved.eaf"
    document.to_file(str(saved))
    assert read_marker_file(saved) == MARKERS


@needs_package("webvtt")
@pytest.mark.parametrize("exported", ["vtt"], indirect=True)
def test_webvtt_py_reads_and_saves_the_cues(exported: Path, tmp_path: Path) -> None:
    captions = importlib.import_module("webvtt").read(str(exported))
    assert [(c.start, c.identifier) for c in captions][-1] == ("01:00:01.999", "point id=x6")
    saved = tmp_path / "saved.vtt"
    captions.save(str(saved))
    assert read_marker_file(saved) == MARKERS


@pytest.mark.parametrize("exported", ["labels"], indirect=True)
def test_labels_keep_to_audacitys_rules(exported: Path) -> None:
    """As its LabelTrack reads: two numbers with a tab behind each, the rest of the line a title."""
    lines = exported.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(MARKERS)
    for line, marker in zip(lines, MARKERS, strict=True):
        start, end, title = line.split("\t", 2)
        assert float(start) * 1000 == pytest.approx(marker.start_ms)
        assert float(end) * 1000 == pytest.approx(marker.end_ms or marker.start_ms)
        assert "\t" not in title
