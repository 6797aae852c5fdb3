"""Answers in cells and in sentences."""

from fractions import Fraction

import pytest

from qa_desktop.calibration.statistics.answer_texts import Words, long_text, short_text, shortened
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Answer, Item

WORDS = Words(na="not applicable", na_short="N/A", none="none of these")
RUBRIC = """
schema: qa-rubric/1
id: texts
version: 1
title: Texts
channels: [voice]
languages: [en, zh-CN]
scoring: {aggregation: sectioned, na: exclude, pass_mark: 80, rounding: 2}
sections:
  - id: all
    title: {en: All, zh-CN: 全部}
    weight: 1
    items:
      - id: scale
        text: {en: Scale, zh-CN: 量表}
        answer: {type: scale, min: 1, max: 5, anchors: {3: {en: Partly, zh-CN: 部分}}}
      - id: choice
        text: {en: Choice, zh-CN: 选择}
        answer: {type: choice, options: [{id: full, title: {en: Fully, zh-CN: 完全}, score: 1},
                                         {id: partly, title: {en: Partly, zh-CN: 部分}, score: 0.5},
                                         {id: failed, title: {en: Failed, zh-CN: 未做}, score: 0}]}
      - id: multi
        text: {en: Multi, zh-CN: 多选}
        answer: {type: multi, options: [{id: a, title: {en: Named, zh-CN: 称呼}, score: 0.5},
                                        {id: b, title: {en: Sorry, zh-CN: 致歉}, score: 0.5}]}
      - id: wait
        text: {en: Wait, zh-CN: 等待}
        answer: {type: measure, unit: s, bands: [{up_to: 30, score: 1}, {score: 0}]}
"""


@pytest.fixture(scope="module")
def items() -> dict[str, Item]:
    return {item.id: item for item in load_rubric(RUBRIC.encode(), "texts.yaml").items()}


@pytest.mark.parametrize(
    ("item", "answer", "language", "short", "long"),
    [
        ("scale", Answer(value=Fraction(3)), "en", "3", "3 (Partly)"),
        ("scale", Answer(value=Fraction(9, 2)), "en", "4.5", "4.5"),
        ("scale", Answer(na=True), "en", "N/A", "not applicable"),
        ("scale", None, "en", "–", "–"),
        ("choice", Answer(value="full"), "en", "Fu", "Fully"),
        ("choice", Answer(value="failed"), "en", "Fa", "Failed"),
        ("choice", Answer(value="partly"), "zh-CN", "部分", "部分"),
        ("choice", Answer(value="gone"), "en", "?", "gone"),
        ("multi", Answer(values=("b", "a")), "en", "1+2", "Named, Sorry"),
        ("multi", Answer(values=()), "en", "0", "none of these"),
        ("wait", Answer(value=Fraction(35)), "en", "35", "35 s"),
    ],
)
def test_texts(
    items: dict[str, Item], item: str, answer: Answer | None, language: str, short: str, long: str
) -> None:
    assert short_text(items[item], answer, language, WORDS) == short
    assert long_text(items[item], answer, language, WORDS) == long


def test_the_shortest_beginnings_that_differ() -> None:
    assert shortened(("Yes", "No")) == {"Yes": "Y", "No": "N"}
    assert shortened(("是", "否")) == {"是": "是", "否": "否"}
    assert shortened(("Done", "Done late")) == {"Done": "D", "Done late": "DL"}
    in_words = ("Checked in full", "Checked in part", "Not checked")
    assert tuple(shortened(in_words).values()) == ("CIF", "CIP", "NC")
    assert tuple(shortened(("Done by agent", "Done by accident")).values()) == ("#1", "#2")
    assert shortened(("Same", "Same")) == {"Same": "S"}
