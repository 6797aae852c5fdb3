"""Bad files say what is wrong and where, and nothing of them is taken."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.reviews.markers.formats import (
    BY_NAME,
    marker_file_text,
    read_marker_file,
    read_markers,
)
from qa_desktop.reviews.markers.model import Marker

NOW = datetime(2026, 11, 21, tzinfo=UTC)
GRID = (
    'File type = "ooTextFile"\nObject class = "TextGrid"\n\n'
    '0\n1\n<exists>\n1\n"IntervalTier"\n"a"\n'
)
HEAD = '<ANNOTATION_DOCUMENT>\n<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="{}"/>\n'
SPAN = (
    '<TIME_SLOT TIME_SLOT_ID="t2" TIME_VALUE="{}"/></TIME_ORDER>\n<TIER TIER_ID="x"><ANNOTATION>\n'
    '<ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="{}" TIME_SLOT_REF2="t2">'
    "<ANNOTATION_VALUE>x</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>"
    "</ANNOTATION_DOCUMENT>"
)
FAULTS = {
    "0.5\t1.0\tfine\nno label at all\n1.0\tx\ty\n2.0\t1.0\tback": [
        ("reviews.label_unreadable", 2),
        ("reviews.marker_time", 3),
        ("reviews.marker_backwards", 4),
    ],
    "-3.0\t1.0\tbefore the beginning": [("reviews.marker_time", 1)],
    "0.5\t1e999999\tfar": [("reviews.marker_time", 1)],
    "WEBVTT\n\nstray words\n\n00:01.000 --> 00:99.000\nx\n\n00:03.000 --> 00:02.000\ny": [
        ("reviews.cue_without_times", 3),
        ("reviews.marker_time", 5),
        ("reviews.marker_backwards", 8),
    ],
    "1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:0x,000 --> 00:00:02,000\ny\n": [
        ("reviews.marker_time", 6)
    ],
    GRID + "0\n1\n1\n0\n": [("reviews.textgrid_ends", 14)],
    GRID + '0\n1\n1.5\n0\n1\n"x"': [("reviews.textgrid_unexpected", 12)],
    GRID + '0\n1\n1\n0\n"x"\n"y"': [("reviews.textgrid_unexpected", 14)],
    GRID + '0\n1\n1\n0\n9999999\n"y"': [("reviews.marker_time", 14)],
    GRID + '0\n1\n1\n1\n0\n"y"': [("reviews.marker_backwards", 13)],
    GRID + '0\n1\n1\n0\n1\n"y': [("reviews.textgrid_unexpected", 15)],
    GRID + '0\n1\n1\n0\n1\n""': [("reviews.markers_none", None)],
    HEAD.format(0) + SPAN.format(5, "t9"): [("reviews.eaf_slot", 5)],
    HEAD.format("x") + SPAN.format(5, "t1"): [("reviews.marker_time", 2)],
    HEAD.format(9) + SPAN.format(5, "t1"): [("reviews.marker_backwards", 5)],
    HEAD.format(0): [("reviews.eaf_broken", 3)],
    '<!DOCTYPE a [<!ENTITY b "c">]>\n' + HEAD.format(0) + SPAN.format(5, "t1"): [
        ("reviews.eaf_entities", 1)
    ],
    "<!-- <ANNOTATION_DOCUMENT -->\n<html></html>": [("reviews.eaf_not", 1)],
    "just words": [("reviews.markers_unknown", None)],
    "WEBVTT\n": [("reviews.markers_none", None)],
    "": [("parsers.empty", None)],
}


def problems_of(data: bytes) -> tuple[Problem, ...]:
    with pytest.raises(ProblemError) as caught:
        read_markers(data, "bad")
    return caught.value.problems


@pytest.mark.parametrize("text", FAULTS)
def test_what_is_wrong_and_where(text: str) -> None:
    problems = problems_of(text.encode())
    assert [(p.code, p.where.line) for p in problems] == FAULTS[text]
    for language in LANGUAGES:
        words = wording(language)
        assert all(words.line(problem) for problem in problems)


def test_sound_is_no_text() -> None:
    (problem,) = problems_of(b"RIFF\x00\x00\x00\x00WAVEfmt ")
    assert problem.code == "parsers.binary_known"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        read_marker_file(tmp_path / "none.vtt")
    assert caught.value.problems[0].code == "reviews.markers_unreadable"


def test_lost_letters_are_refused() -> None:
    data = "0.5\t1.0\t你好你好你好\n".encode() + b"1.0\t2.0\t\xff\n"
    assert problems_of(data)[0].code == "parsers.bytes_lost"


TEXT_BYTES = st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace"))


@pytest.mark.parametrize("form", BY_NAME)
@settings(max_examples=60, deadline=None)
@given(data=st.one_of(st.binary(max_size=80), TEXT_BYTES))
def test_noise_is_a_problem_or_read_never_a_crash(form: str, data: bytes) -> None:
    with suppress(ProblemError):
        assert all(isinstance(m, Marker) for m in read_markers(data, "noise", BY_NAME[form]))


@pytest.mark.parametrize("form", BY_NAME)
@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, 400), junk=st.sampled_from(["", '"', "<", "\t", "-->", "\n\n", "9"]))
def test_spoilt_files_are_a_problem_or_read_never_a_crash(form: str, cut: int, junk: str) -> None:
    markers = (
        Marker(start_ms=1, end_ms=5, text="一 two", id="1"),
        Marker(start_ms=7, text="three", id="2"),
    )
    whole = marker_file_text(form, markers, duration_ms=9, made_at=NOW)
    spoilt = (whole[:cut] + junk + whole[cut + len(junk) :]).encode()
    with suppress(ProblemError):
        assert all(isinstance(m, Marker) for m in read_markers(spoilt, "spoilt", BY_NAME[form]))
