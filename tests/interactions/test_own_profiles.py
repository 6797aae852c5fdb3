"""Profiles that a team writes itself: found in its workspace, or named for one import."""

import json
import re
from pathlib import Path

import pytest

from qa_desktop.base.wording import LANGUAGES
from qa_desktop.interactions.importing import ImportOptions, ImportPlan, State, plan_import
from qa_desktop.interactions.own_profiles import with_shipped
from qa_desktop.interactions.profiles import shipped_profiles

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
FOREIGN = {
    "number": 17,
    "handled_by": "Lin",
    "log": [
        {"who": "them", "what": "Where is it?", "when": "2026-03-02T10:00:00Z"},
        {"who": "us", "what": "On its way.", "when": "2026-03-02T10:00:09Z"},
    ],
}
TABLE = "nr,speaker,said\n1,caller,Hello\n1,desk,Hi\n2,caller,Yes\n2,desk,No\n"


@pytest.fixture(params=LANGUAGES)
def described(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with the profiles that the help shows."""
    page = (HELP / request.param / "importing.md").read_text(encoding="utf-8")
    folder = tmp_path / "profiles"
    folder.mkdir()
    for number, text in enumerate(re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def plan(*paths: Path, profiles: Path) -> ImportPlan:
    made = plan_import(paths, ImportOptions(profile_paths=(profiles,)))
    made.close()
    return made


def test_what_the_help_shows_works(described: Path, tmp_path: Path) -> None:
    chat, table = tmp_path / "chat.json", tmp_path / "table.csv"
    chat.write_text(json.dumps(FOREIGN), encoding="utf-8")
    table.write_text(TABLE, encoding="utf-8")
    taken = plan(chat, table, profiles=described).of(State.TAKE)
    found = {entry.content.external_id: entry for entry in taken if entry.content}
    assert set(found) == {"17", "1", "2"}
    first = found["17"].content
    assert first is not None
    assert first.metadata.agent_name == "Lin"
    assert [(t.role, t.text, t.start_ms) for t in first.turns] == [
        ("customer", "Where is it?", 0),
        ("agent", "On its way.", 9000),
    ]
    second = found["2"].content
    assert second is not None
    assert [(t.role, t.text) for t in second.turns] == [("customer", "Yes"), ("agent", "No")]


def test_a_bad_profile_is_told_and_stops_nothing(described: Path, tmp_path: Path) -> None:
    (described / "bad.yaml").write_text("name: bad\nturns: [1\n", encoding="utf-8")
    (described / "notes.txt").write_text("not a profile", encoding="utf-8")
    chat = tmp_path / "chat.json"
    chat.write_text(json.dumps(FOREIGN), encoding="utf-8")
    made = plan(chat, profiles=described)
    assert len(made.of(State.TAKE)) == 1
    (failed,) = made.of(State.FAIL)
    assert failed.path == str(described / "bad.yaml")
    assert failed.problems[0].code == "parsers.profile_yaml"


def test_own_profiles_come_first_and_replace_shipped_ones(described: Path) -> None:
    text = (described / "1.yaml").read_text(encoding="utf-8")
    (described / "2.yaml").write_text(text.replace("our-table", "star"), encoding="utf-8")
    (described / "3.yaml").write_text(text, encoding="utf-8")
    profiles, problems = with_shipped([described])
    names = [profile.name for profile in profiles]
    assert names[:3] == ["our-desk", "our-table", "star"]
    assert len(names) == len(set(names)) == len(shipped_profiles()) + 2
    assert [problem.code for problem in problems] == ["parsers.profile_twice"]


def test_a_missing_folder_is_no_mistake_and_a_missing_file_is(tmp_path: Path) -> None:
    profiles, problems = with_shipped([tmp_path / "profiles", tmp_path / "gone.yaml"])
    assert profiles == shipped_profiles()
    assert [problem.code for problem in problems] == ["interactions.missing_file"]
