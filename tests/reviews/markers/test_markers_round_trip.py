"""What is written in any format comes back as it was: every kind, item, lane, text and time."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_desktop.reviews.markers.formats import BY_NAME, marker_file_text, read_markers
from qa_desktop.reviews.markers.model import Marker, in_order, markers_of
from qa_desktop.reviews.model import Comment, CommentKind

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
DURATION_MS = 60_000
FRAGMENTS = st.sampled_from(
    [
        *("-->", "\n", "\n\n", "\r", "\t", "\\", "\\n", '"', '""', "{id=1}", "{", "}", "[praise] "),
        *("很好", "；", "<b>", "</c>", "&amp;", "&", " ", "NOTE", "00:01.000 --> 00:02.000", "1"),
        *("]]>", "\u2028", "\ufeff", "\x07", "\ud800", "🙂", "<exists>", "! x", "WEBVTT", "é"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=20), st.lists(FRAGMENTS, min_size=1, max_size=6).map("".join)
).filter(lambda text: text.strip() != "")
TIMES = st.one_of(st.integers(0, 9), st.integers(0, 3_599_999), st.sampled_from([1999, 3_600_000]))


@st.composite
def marker_lists(draw: st.DrawFn) -> tuple[Marker, ...]:
    """Touching, overlapping, equal; with ids that are told apart."""
    markers = []
    for number in range(draw(st.integers(1, 6))):
        start_ms = draw(TIMES)
        length_ms = draw(st.one_of(st.none(), st.integers(1, 5), st.integers(1, 100_000)))
        markers.append(
            Marker(
                start_ms=start_ms,
                end_ms=None if length_ms is None else start_ms + length_ms,
                text=draw(TEXTS),
                kind=draw(st.sampled_from(CommentKind)),
                item_id=draw(st.one_of(st.none(), st.text(min_size=1, max_size=8))),
                channel=draw(st.sampled_from([None, 0, 1])),
                id=f"{number}{draw(st.text(alphabet='ab中 }=%', max_size=4))}",
            )
        )
    return in_order(markers)


@pytest.mark.parametrize("form", BY_NAME)
@settings(max_examples=120, deadline=None)
@given(markers=marker_lists())
def test_every_format_gives_back_what_it_was_given(form: str, markers: tuple[Marker, ...]) -> None:
    text = marker_file_text(form, markers, duration_ms=DURATION_MS, made_at=NOW)
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert read_markers(text.encode(encoding), "file") == markers
    dos = text.replace("\n", "\r\n").encode("utf-8")
    assert read_markers(dos, "file", BY_NAME[form]) == markers


@pytest.mark.parametrize("form", BY_NAME)
def test_an_hour_and_a_half_second_are_exact(form: str) -> None:
    """Audacity itself writes 1.9997 s as 1.1000 here and there: times come from whole numbers."""
    markers = (
        Marker(start_ms=1_999, end_ms=2_000, text="a", kind=CommentKind.PRAISE, id="1"),
        Marker(start_ms=3_601_999, text="b", kind=CommentKind.PRAISE, id="2"),
    )
    text = marker_file_text(form, markers, duration_ms=None, made_at=NOW)
    assert read_markers(text.encode(), "file") == markers


def test_only_what_has_a_time_is_exported() -> None:
    comments = [
        Comment(id="a", kind=CommentKind.PRAISE, text="whole", created_at=NOW),
        Comment(id="b", kind=CommentKind.PRAISE, text="turn", created_at=NOW, turn=3),
        Comment(id="c", kind=CommentKind.PRAISE, text="flat", created_at=NOW, start_ms=5, end_ms=5),
    ]
    (marker,) = markers_of(comments)
    assert (marker.id, marker.start_ms, marker.end_ms) == ("c", 5, None)


EXPECTED = {
    "labels": "12.000\t15.500\t[praise] 很好 {item=empathy channel=1 id=c1}\n"
    "20.000\t20.000\t[coaching] a --> b\\n<b> {id=c2}\n",
    "vtt": "WEBVTT\n\nitem=empathy channel=1 id=c1\n00:00:12.000 --> 00:00:15.500\n"
    "[praise] 很好\n\n"
    "point id=c2\n00:00:20.000 --> 00:00:21.000\n[coaching] a --&gt; b\n&lt;b&gt;\n",
    "srt": "1\n00:00:12,000 --> 00:00:15,500\n[praise] 很好 {item=empathy channel=1 id=c1}\n\n"
    "2\n00:00:20,000 --> 00:00:21,000\n[coaching] a --\\> b\n<b> {point id=c2}\n",
}


@pytest.mark.parametrize("form", EXPECTED)
def test_files_look_as_documented(form: str) -> None:
    markers = (
        Marker(
            start_ms=12_000,
            end_ms=15_500,
            text="很好",
            kind=CommentKind.PRAISE,
            item_id="empathy",
            channel=1,
            id="c1",
        ),
        Marker(start_ms=20_000, text="a --> b\n<b>", kind=CommentKind.COACHING, id="c2"),
    )
    text = marker_file_text(form, markers, duration_ms=None, made_at=NOW)
    assert text == EXPECTED[form]


def test_nothing_gives_files_that_open() -> None:
    def empty(form: str) -> str:
        return marker_file_text(form, (), duration_ms=None, made_at=NOW)

    assert empty("labels") == empty("srt") == ""
    assert empty("vtt") == "WEBVTT\n"
    assert "size = 1" in empty("textgrid")
    assert "<TIME_ORDER>" in empty("eaf")
