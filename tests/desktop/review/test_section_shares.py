"""What the sections' heads say they weigh."""

from fractions import Fraction

import pytest

from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.rubrics.editor.preview_presenter import PreviewPresenter
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Rubric


def test_one_answered_section_does_not_count_for_all(presenter: ReviewPresenter) -> None:
    state = presenter.choose("greeting", "5")
    assert [section.weight for section in state.sections] == ["40", "60"]


@pytest.fixture
def by_points() -> Rubric:
    """A form as teams have it: items carry the points, sections carry nothing."""
    item = "{{id: {0}, text: {0}, answer: {{type: points, max: {1}}}}}"
    text = f"""
schema: qa-rubric/1
id: points
version: 1
title: Points
channels: [voice]
languages: [en]
scoring: {{aggregation: points, pass_mark: 80}}
sections:
  - {{id: small, title: Small, items: [{item.format("a", 30)}]}}
  - {{id: large, title: Large, items: [{item.format("b", 50)}, {item.format("c", 20)}]}}
"""
    return load_rubric(text, "points.yaml")


def test_sections_without_weights_weigh_what_their_items_do(by_points: Rubric) -> None:
    preview = PreviewPresenter("en")
    state = preview.use(by_points)
    assert state is not None
    assert [section.weight for section in state.sections] == ["30", "70"]
    # The same while answers come in, and when all are there.
    for name, points in (("a", 10), ("b", 50), ("c", 0)):
        state = preview.set_number(name, str(Fraction(points)))
        assert state is not None
        assert [section.weight for section in state.sections] == ["30", "70"]
