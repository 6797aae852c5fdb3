"""`rubrics list|diff|publish|retire|what-if` on a real workspace."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.clock import SteppingClock, to_text
from qa_desktop.cli.app import Launchers, run
from qa_desktop.database.workspace import open_workspace
from qa_desktop.reviews.model import Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.store import RubricStore

GOOD = Path(__file__).parent / "good.yaml"
Answer_ = tuple[int, str, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def program(
    launchers: Launchers, capsys: pytest.CaptureFixture[str], folder: Path
) -> Callable[..., Answer_]:
    """Runs `rubrics ...` in the workspace: its code, what it said, what it complained of."""

    def call(*arguments: object) -> Answer_:
        head = ["--language", "en", "--workspace", str(folder), "--reviewer", "Lin", "rubrics"]
        code = run([*head, *map(str, arguments)], launchers)
        return (code, *capsys.readouterr())

    return call


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Its second item weighs more."""
    file = tmp_path / "newer.yaml"
    text = GOOD.read_text(encoding="utf-8").replace("version: 2", "version: 3")
    file.write_text(text.replace("weight: 0.65", "weight: 2"), encoding="utf-8")
    return file


def graded(folder: Path, values: list[int]) -> None:
    """Submitted reviews with version 2, whose second item got these."""
    clock = SteppingClock(datetime(2026, 11, 2, 9, tzinfo=UTC), timedelta(hours=1))
    with open_workspace(folder, clock=clock) as workspace:
        rubric = RubricStore(workspace.database, clock, "Lin").publish(GOOD.read_bytes())
        reviews = ReviewStore(workspace.database, clock, "Lin")
        with workspace.database.writing() as db:
            now = to_text(clock.now())
            db["import_batches"].insert({"id": "batch", "imported_at": now, "source": "tests"})
            for number in range(len(values)):
                name = f"call {number}"
                db["interactions"].insert(
                    {"id": name, "kind": "recording", "title": name, "content_hash": name}
                    | {"source_name": name, "batch_id": "batch", "imported_at": now}
                    | {"agent_name": f"Agent {number}", "team": "North"}
                )
        for number, value in enumerate(values):
            entries = {
                item.id: Entry(answer=answer)
                for item, answer in zip(
                    rubric.items(),
                    (Answer(value="yes"), Answer(value=Fraction(value)), Answer(na=True)),
                    strict=True,
                )
            }
            review = reviews.start(f"call {number}", rubric)
            reviews.save(review.id, Draft(entries=entries), StepLabel(code="answer"))
            reviews.submit(review.id, rubric)


def test_publishing_listing_retiring(program: Callable[..., Answer_], newer: Path) -> None:
    code, out, _ = program("publish", GOOD)
    assert (code, out) == (0, "Published: Good, version 2.\n")
    assert program("publish", newer, "--note", "Second counts more", "--json")[0] == 0
    assert "Already published: Good, version 3." in program("publish", newer)[1]
    listed = program("list")[1]
    assert "  good  version 3  in force  " in listed
    assert "Lin  0 review(s)  Second counts more" in listed
    assert program("retire", "good", 2)[0] == 0
    published = json.loads(program("list", "--json")[1])["published"]
    assert [(v["version"], v["state"], v["published_by"], v["note"]) for v in published] == [
        (3, "in_force", "Lin", "Second counts more"),
        (2, "retired", "Lin", ""),
    ]
    assert published[1]["retired_by"] == "Lin"
    assert program("retire", "good", 2, "--undo")[1] == "In use again: good, version 2.\n"
    code, _, err = program("retire", "good", 9)
    assert (code, "good" in err) == (1, True)


def test_what_may_not_be_published(program: Callable[..., Answer_], newer: Path) -> None:
    program("publish", newer)
    changed = newer.with_name("changed.yaml")
    text = newer.read_text(encoding="utf-8").replace("weight: 2", "weight: 3")
    changed.write_text(text, encoding="utf-8")
    code, _, err = program("publish", changed)
    assert (code, "Version 3 of “good” was published with other content" in err) == (1, True)
    code, out, _ = program("publish", GOOD, "--json")
    assert (code, json.loads(out)["problems"][0]["code"]) == (1, "rubrics.version_not_newer")


def test_a_review_that_is_due_is_listed(program: Callable[..., Answer_], newer: Path) -> None:
    text = newer.read_text(encoding="utf-8")
    head = "review_every: 1d\nowner: Wu\neffective: {from: 2020-01-01}\nlanguages:"
    newer.write_text(text.replace("languages:", head, 1), encoding="utf-8")
    program("publish", newer)
    told = json.loads(program("list", "--json")[1])["reviews_due"]
    assert [(one["id"], one["owner"], one["is_due"]) for one in told] == [("good", "Wu", False)]


def test_diff_of_what_is_published(program: Callable[..., Answer_], newer: Path) -> None:
    program("publish", GOOD)
    code, out, _ = program("diff", "good:2", newer)
    assert (code, out.splitlines()[0]) == (0, "good: version 2 → 3")
    told = json.loads(program("diff", "good:2", newer, "--json")[1])
    (change,) = told["changes"]
    assert (change["old"], change["new"], change["old_share"], change["new_share"]) == (
        *("0.65", "2"),
        *("24.53", "50.00"),
    )
    assert {(s["what"], s["id"]) for s in told["shares"]} >= {("item", "second")}
    code, _, err = program("diff", "good:9", newer)
    assert (code, "Version 9" in err or "9" in err) == (1, True)


def test_what_if(program: Callable[..., Answer_], folder: Path, newer: Path) -> None:
    graded(folder, [5, 1, 3])
    table = newer.with_name("moved.csv")
    code, out, _ = program("what-if", newer, "--all", "--csv", table, "--json")
    assert code == 0
    told: dict[str, Any] = json.loads(out)
    assert (told["chosen"], told["rescored"], told["left_out"]) == (3, 3, {})
    # first: 1 of 1; second: 0.65 of 1.65 before, 2 of 3 after.
    scores = [(m["before"]["score"], m["after"]["score"]) for m in told["movers"]]
    assert scores == [("60.61", "33.33"), ("80.3", "66.67")]
    assert told["mean"]["before"] > told["mean"]["after"]
    assert sum(bar["after"] for bar in told["distribution"]) == 3
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["title"] for row in rows] == ["call 2", "call 1", "call 0"]
    assert program("what-if", newer, "--last", 1)[1].splitlines()[1] == (
        "Scored again: 1 of 1 review(s)"
    )
    for more, count in (
        (("--agent", "Agent 1"), 1),
        (("--team", "South"), 0),
        (("--since", "2026-11-09"), 0),
        (("--until", "2026-11-09", "--team", "North"), 3),
    ):
        assert json.loads(program("what-if", newer, *more, "--json")[1])["chosen"] == count


def test_nothing_to_try_on(program: Callable[..., Answer_], newer: Path) -> None:
    program("publish", GOOD)
    assert "There are no submitted reviews to try it on." in program("what-if", newer)[1]
    with pytest.raises(SystemExit):
        program("what-if", newer, "--last", "0")
