"""`qa-desktop review export` and `import` of comments, through the command line's own entrance."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.cli.app import Launchers, run
from qa_desktop.database.connection import Database
from qa_desktop.database.workspace import open_workspace
from qa_desktop.reviews.markers.formats import BY_NAME
from qa_desktop.reviews.model import Draft, Review, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric

Run = Callable[..., tuple[int, str, str]]
ACTOR = "韩梅梅"


def no_window(*_: object) -> int:
    raise AssertionError("no command of these opens a window")


@pytest.fixture
def draft(
    tmp_path: Path,
    prepare: Callable[[Database], None],
    clock: Clock,
    rubric: Rubric,
    complete: Draft,
) -> Review:
    """A workspace in tmp_path with one open review that has three comments, one without a time."""
    with open_workspace(tmp_path, clock=clock) as workspace:
        prepare(workspace.database)
        reviews = ReviewStore(workspace.database, clock, ACTOR)
        review = reviews.start("call", rubric)
        return reviews.save(review.id, complete, StepLabel(code="answer"))


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    launchers = Launchers(
        open_app=no_window,
        take_screens=lambda *_: (),
        has_display=lambda: False,
        engines=lambda: (),
    )

    def call(*arguments: str, language: str = "en", reviewer: str = ACTOR) -> tuple[int, str, str]:
        options = ["-w", str(tmp_path), "--language", language, "--reviewer", reviewer]
        code = run([*options, *arguments], launchers)
        return (code, *capsys.readouterr())

    return call


def stored(tmp_path: Path, clock: Clock, review: Review) -> Review:
    with open_workspace(tmp_path, clock=clock) as workspace:
        return ReviewStore(workspace.database, clock, ACTOR).get(review.id)


@pytest.mark.parametrize("form", BY_NAME)
def test_what_was_exported_changes_nothing_when_it_comes_back(
    draft: Review, command: Run, tmp_path: Path, clock: Clock, form: str
) -> None:
    file = tmp_path / f"call{BY_NAME[form].extension}"
    code, out, err = command("review", "export", draft.id, "--out", str(file))
    assert (code, out.strip()) == (0, str(file))
    assert "left out: 1" in err
    code, out, _ = command("review", "import", draft.id[:8], str(file), "--take-changed", "--json")
    said = json.loads(out)
    assert (code, said["taken"]) == (0, 0)
    assert [row["fate"] for row in said["comments"]] == ["same", "same"]
    assert stored(tmp_path, clock, draft).draft == draft.draft


def test_import_is_one_step_of_undo(
    draft: Review, command: Run, tmp_path: Path, clock: Clock
) -> None:
    file = tmp_path / "labels.txt"
    file.write_text("1.0\t2.0\t[praise] warm\n3.0\t3.0\tplain\n", encoding="utf-8")
    code, out, _ = command("review", "import", draft.id, str(file), "--dry-run")
    assert (code, out.strip()[:19]) == (0, "2 would be taken (2")
    assert stored(tmp_path, clock, draft).draft == draft.draft
    code, out, _ = command("review", "import", draft.id, str(file), "--kind", "question")
    assert (code, out.strip()[:7]) == (0, "2 taken")
    after = stored(tmp_path, clock, draft).draft
    kinds = {c.text: c.kind.value for c in after.comments}
    assert (kinds["warm"], kinds["plain"]) == ("praise", "question")
    with open_workspace(tmp_path, clock=clock) as workspace:
        reviews = ReviewStore(workspace.database, clock, ACTOR)
        label = reviews.undo_label(draft.id)
        assert label is not None
        assert (label.code, label.values) == ("comments_imported", {"count": "2"})
        undone = reviews.undo(draft.id)
        assert undone is not None
        assert undone.draft == draft.draft


def test_a_changed_text_is_shown_and_taken_when_asked_for(
    draft: Review, command: Run, tmp_path: Path, clock: Clock
) -> None:
    file = tmp_path / "labels.txt"
    command("review", "export", draft.id, "--out", str(file))
    text = file.read_text(encoding="utf-8").replace("Name the next step", "Say what comes next")
    file.write_text(text, encoding="utf-8")
    said = json.loads(command("review", "import", draft.id, str(file), "--json")[1])
    assert said["taken"] == 0
    (changed,) = (row for row in said["comments"] if row["fate"] == "changed")
    assert changed["before"]["text"] == "Name the next step"
    assert stored(tmp_path, clock, draft).draft == draft.draft
    command("review", "import", draft.id, str(file), "--take-changed")
    texts = [c.text for c in stored(tmp_path, clock, draft).draft.comments]
    assert "Say what comes next" in texts
    assert "Name the next step" not in texts


def test_a_bad_file_leaves_the_review_as_it_was(
    draft: Review, command: Run, tmp_path: Path, clock: Clock
) -> None:
    file = tmp_path / "labels.txt"
    file.write_text("1.0\t2.0\tfine\n3.0\tx\tbad\n", encoding="utf-8")
    code, out, err = command("review", "import", draft.id, str(file), "--json")
    assert code == 1
    (problem,) = json.loads(out)["problems"]
    assert (problem["code"], problem["line"]) == ("reviews.marker_time", 2)
    assert "labels.txt:2" in err
    code, _, err = command("review", "import", draft.id, str(file), language="zh-CN")
    assert "不是录音中可能的时间" in err
    assert stored(tmp_path, clock, draft).draft == draft.draft


def test_submitted_and_other_reviewers_drafts_are_left_alone(
    draft: Review, command: Run, tmp_path: Path, clock: Clock, rubric: Rubric
) -> None:
    file = tmp_path / "labels.txt"
    file.write_text("1.0\t2.0\tfine\n", encoding="utf-8")
    code, _, err = command("review", "import", draft.id, str(file), reviewer="Li Lei")
    assert code == 1
    assert ACTOR in err
    with open_workspace(tmp_path, clock=clock) as workspace:
        ReviewStore(workspace.database, clock, ACTOR).submit(draft.id, rubric)
    code, _, err = command("review", "import", draft.id, str(file))
    assert code == 1
    assert "Correct it" in err
