"""The form to read says what each section is of the whole, in every way to add up."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.rubrics.form_view import FormView
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.rubrics.library import shipped_rubric
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Rubric

TEXT = """
schema: qa-rubric/1
id: shares
version: 1
title: Shares
channels: [voice]
languages: [en]
scoring: {{aggregation: {0}, pass_mark: 80}}
sections:
  - id: small
    title: Small
    weight: 50
    items: [{{id: a, text: A, weight: 30, answer: {{type: points, max: 30}}}}]
  - id: large
    title: Large
    weight: 50
    items: [{{id: b, text: B, weight: 70, answer: {{type: points, max: 70}}}}]
"""


def said(qtbot: QtBot, theme: Theme, rubric: Rubric) -> list[str]:
    view = FormView(theme)
    qtbot.addWidget(view)
    view.show_rubric(rubric, "en")
    return [label.text() for label in view.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("aggregation", "shares"),
    [
        ("sectioned", ["50 %", "50 %"]),
        # There the sections' weights play no part.
        ("weighted", ["30 %", "70 %"]),
        ("points", ["30 %", "70 %"]),
        ("pooled_points", ["30 %", "70 %"]),
    ],
)
def test_sections_say_their_share(
    qtbot: QtBot, theme: Theme, aggregation: str, shares: list[str]
) -> None:
    words = said(qtbot, theme, load_rubric(TEXT.format(aggregation), "x"))
    assert [word for word in words if word.endswith(" %")] == shares


def test_a_scenario_says_what_all_sections_weigh_then(qtbot: QtBot, theme: Theme) -> None:
    found = shipped_rubric("service-five-dimensions")
    assert found is not None
    words = said(qtbot, theme, load_rubric(found[1], found[0]))
    (line,) = (word for word in words if "Resolution 40 %" in word)
    assert line.split(" · ") == [
        "Process 18.75 %",
        "Accuracy 18.75 %",
        "Communication and empathy 15 %",
        "Resolution 40 %",
        "Proactiveness 7.5 %",
    ]
