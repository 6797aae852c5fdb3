"""The form as reviewers will see it: graded on the spot, explained, kept as an example."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.card.explanation_dialog import ExplanationDialog
from qa_desktop.desktop.rubrics.editor import side
from qa_desktop.desktop.rubrics.editor.edits import value_at
from qa_desktop.desktop.rubrics.editor.page import EditorPage
from qa_desktop.desktop.rubrics.editor.preview_presenter import PreviewPresenter
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.scoring import format_score

Edit = Callable[[str], EditorPage]
Settled = Callable[[], None]


def previewed(page: EditorPage) -> EditorPage:
    page.show_side(side.PREVIEW)
    return page


def test_answers_give_the_live_score_and_stay_while_the_rubric_changes(
    qtbot: QtBot, edit: Edit, settled: Settled, small: str
) -> None:
    page = previewed(edit(small))
    card = page.preview.scorecard
    card.chosen.emit("hello", "yes")
    card.chosen.emit("tone", "3")
    card.number_typed.emit("solved", "5")
    # (1 + 2 x 0.5) / 3 of 30, and half of 90, of 120.
    state = page.preview.presenter.state()
    assert state is not None
    assert state.score.text == "54.17"
    page.after(page.presenter.put(("sections", 0, "weight"), Decimal(90)))
    settled()
    qtbot.waitUntil(lambda: page.preview.presenter.rubric is page.state.form)
    state = page.preview.presenter.state()
    assert state is not None
    assert state.score.text == "58.33"
    page.after(page.presenter.put(("sections", 1, "items", 0, "answer", "max"), Decimal(4)))
    settled()
    qtbot.waitUntil(lambda: page.preview.presenter.rubric is page.state.form)
    state = page.preview.presenter.state()
    assert state is not None
    assert state.missing.count == 1


def test_an_answer_leads_to_its_item_and_an_item_to_its_answer(
    qtbot: QtBot, edit: Edit, settled: Settled, small: str
) -> None:
    page = previewed(edit(small))
    page.preview.scorecard.chosen.emit("tone", "5")
    assert page.state.selected == ("sections", 0, "items", 1)
    page.select(("sections", 1, "items", 0))

    def shown() -> bool:
        state = page.preview.presenter.state()
        return state is not None and state.current_item == "solved"

    qtbot.waitUntil(shown)


def test_the_score_is_explained(qtbot: QtBot, edit: Edit, small: str) -> None:
    page = previewed(edit(small))
    page.preview.scorecard.chosen.emit("hello", "yes")
    page.preview.explain()
    dialog = page.findChild(ExplanationDialog)
    assert dialog is not None
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Greeting" in words
    dialog.accept()


def test_the_preview_speaks_either_language(edit: Edit, settled: Settled, small: str) -> None:
    page = previewed(edit(small))
    page.preview.set_language("zh-CN")
    state = page.preview.presenter.state()
    assert state is not None
    assert [item.text for item in state.items()] == ["问候", "语气", "解决"]
    page.preview.set_language("en")
    state = page.preview.presenter.state()
    assert state is not None
    assert state.items()[0].text == "Greeting"


def test_a_graded_preview_is_kept_as_an_example_that_passes_until_the_weights_change(
    edit: Edit, settled: Settled, small: str
) -> None:
    page = previewed(edit(small))
    card = page.preview.scorecard
    card.chosen.emit("hello", "yes")
    card.na_requested.emit("tone")
    card.number_typed.emit("solved", "7.5")
    state = page.preview.presenter.state()
    assert state is None or state.item("solved") is not None
    card.number_typed.emit("solved", "7")
    page.preview.keep_example()
    settled()
    assert page.state.selected == ("examples", 0)
    example = value_at(page.state.data, ("examples", 0))
    assert isinstance(example, dict)
    assert example["given"] == {
        "answers": {"hello": {"value": "yes"}, "tone": {"na": True}, "solved": {"value": 7}}
    }
    assert example["expect"] == {"score": "77.50", "grade": "good", "outcome": "pass"}
    assert [run.passed for run in page.state.examples] == [True]
    page.after(page.presenter.put(("sections", 0, "weight"), Decimal(90)))
    settled()
    assert page.state.failing == 1
    assert page.state.errors > 0
    assert any(note.path[:2] == ("examples", 0) for note in page.state.notes)


def test_worked_cases_come_out_of_the_preview_as_they_must(shared: Path) -> None:
    """The same cases as the command line's and the scoring's."""
    read = json.loads((shared / "conformance" / "scoring.json").read_text(encoding="utf-8"))
    tried = 0
    for case in read["cases"]:
        if "score" not in case["expected"]:
            continue
        preview = PreviewPresenter("en")
        preview.use(rubric_from_mapping(case["rubric"], case["name"]))
        given = case["given"]
        preview.choose_scenario(given.get("scenario") or "")
        for name, answer in given["answers"].items():
            _answer(preview, name, answer)
        for name, times in (given.get("adjustments") or {}).items():
            preview.adjust(name, times)
        result = preview.result()
        assert result is not None
        shown = None if result.score is None else format_score(result.score, result.rounding)
        expected = case["expected"]
        assert shown == expected["score"], case["name"]
        assert result.outcome == expected["outcome"], case["name"]
        tried += 1
    assert tried > 50


def _answer(preview: PreviewPresenter, name: str, answer: dict[str, object]) -> None:
    if answer.get("na"):
        preview.set_na(name)
    elif "values" in answer:
        values = answer["values"]
        assert isinstance(values, list)
        for value in values or [""]:
            preview.choose(name, value)
    elif isinstance(answer.get("value"), str):
        preview.choose(name, str(answer["value"]))
    elif answer.get("value") is not None:
        preview.set_number(name, str(answer["value"]))


@pytest.mark.parametrize("key", ["title", "text"])
def test_gaps_are_filled_in_the_preview_alone(
    edit: Edit, settled: Settled, small: str, key: str
) -> None:
    text = (
        small.replace("{zh-CN: 语气, en: Tone}", "{}")
        if key == "text"
        else small.replace("{zh-CN: 二, en: Second}", "{zh-CN: 二}")
    )
    page = previewed(edit(text))
    assert page.state.errors
    assert page.presenter.rubric is None
    state = page.preview.presenter.state()
    assert state is not None
    assert len(state.items()) == 3
    assert page.state.text == text
