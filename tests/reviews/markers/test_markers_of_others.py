"""Files of other programs, as they really write them."""

import pytest

from qa_desktop.reviews.markers.formats import read_markers
from qa_desktop.reviews.markers.model import Marker
from qa_desktop.reviews.model import CommentKind

LONG = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 2.3
tiers? <exists>
size = 3
item []:
    item [1]:
        class = "IntervalTier"
        name = "Mary"
        xmin = 0
        xmax = 2.3
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 1.0004999
            text = "she said ""no"" ! 2"
        intervals [2]:
            xmin = 1.0004999
            xmax = 2.3
            text = ""
    item [2]:
        class = "TextTier"
        name = "question"
        xmin = 0
        xmax = 2.3
        points: size = 1
        points [1]:
            number = 1e-3
            mark = "为什么？"
    item [3]:
        class = "IntervalTier"
        name = "nobody"
        xmin = 0
        xmax = 2.3
        intervals: size = 0
"""
SHORT = """File type = "ooTextFile"
"TextGrid"

0
2.3
<exists>
2
"IntervalTier" ! a remark with a "quote" and 7
"Mary"
0
2.3
2
0
1.0004999
"she said ""no"" ! 2"
1.0004999
2.3
""
"TextTier"
"question"
0
2.3
1
0.001
"为什么？"
"""
SAID = (
    Marker(start_ms=0, end_ms=1000, text='she said "no" ! 2'),
    Marker(start_ms=1, text="为什么？", kind=CommentKind.QUESTION),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [LONG, SHORT])
def test_textgrids_long_and_short_in_each_encoding(text: str, encoding: str) -> None:
    assert read_markers(text.encode(encoding), "x.TextGrid") == SAID


def test_chinese_windows_writes_gb18030() -> None:
    labels = "0.5\t1.5\t客服没有核对身份，这里应该先问\n".encode("gb18030")
    assert read_markers(labels, "x.txt") == (
        Marker(start_ms=500, end_ms=1500, text="客服没有核对身份，这里应该先问"),
    )


def test_audacity_labels_with_frequencies_and_without_text() -> None:
    text = (
        "0.100000\t0.200000\tclick\n\\\t120.5\t3400.0\n1,25\t1,25\n2.0004996\t2.0005\t a\tb \n"
        "3.0\t4.0\t[praise] kept {not=ours}\n"
    )
    assert read_markers(text.encode(), "Label Track.txt") == (
        Marker(start_ms=100, end_ms=200, text="click"),
        Marker(start_ms=1250, text=""),
        Marker(start_ms=2000, end_ms=2001, text=" a\tb "),
        Marker(start_ms=3000, end_ms=4000, text="kept {not=ours}", kind=CommentKind.PRAISE),
    )


def test_webvtt_with_everything_around_cues() -> None:
    text = """WEBVTT - Some title
Kind: captions

STYLE
::cue { color: red }

NOTE one line

1 - intro
00:01.000 --> 00:02.500 align:start position:0%
<v Agent>Hello <b>there</b> &amp; welcome</v>
second line

100:00:00.000 --> 100:00:00.000
[question] late
"""
    assert read_markers(text.encode(), "x.vtt") == (
        Marker(start_ms=1000, end_ms=2500, text="Hello there & welcome\nsecond line"),
        Marker(start_ms=360_000_000, text="late", kind=CommentKind.QUESTION),
    )


def test_srt_with_markup_and_without_numbers() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:02,500\n<i>你好</i> {\\an8}C:\\new\n\n"
        "00:00:03,5 --> 00:00:04,25\nx\n"
    )
    assert read_markers(text.encode(), "x.srt") == (
        Marker(start_ms=1000, end_ms=2500, text="你好 C:\\new"),
        Marker(start_ms=3500, end_ms=4250, text="x"),
    )


EAF = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2018-03-24T18:09:00-06:00" FORMAT="3.0" VERSION="3.0">
  <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>
  <TIME_ORDER>
    <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/>
    <TIME_SLOT TIME_SLOT_ID="ts2"/>
    <TIME_SLOT TIME_SLOT_ID="ts3"/>
    <TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="900"/>
  </TIME_ORDER>
  <TIER LINGUISTIC_TYPE_REF="default" TIER_ID="K-Spch" PARTICIPANT="K">
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
      <ANNOTATION_VALUE>一 &lt;b&gt;</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts4">
      <ANNOTATION_VALUE>[praise] two</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
  </TIER>
  <TIER LINGUISTIC_TYPE_REF="gloss" PARENT_REF="K-Spch" TIER_ID="gloss">
    <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a1">
      <ANNOTATION_VALUE>one</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
  </TIER>
  <LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="default" TIME_ALIGNABLE="true"/>
</ANNOTATION_DOCUMENT>
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_eaf_of_elan_with_slots_between(encoding: str) -> None:
    text = EAF.replace("UTF-8", encoding.upper())
    assert read_markers(text.encode(encoding), "x.eaf") == (
        Marker(start_ms=0, end_ms=300, text="一 <b>"),
        Marker(start_ms=600, end_ms=900, text="two", kind=CommentKind.PRAISE),
    )
