"""`rubrics export|import|template|libraries` on the command line."""

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from qa_desktop.base.clock import SystemClock
from qa_desktop.cli.app import Launchers, run
from qa_desktop.database.workspace import open_workspace
from qa_desktop.rubrics.draft_store import RubricDraft, RubricDraftStore
from qa_desktop.rubrics.loader import load_rubric

HERE = Path(__file__).parent
FORMS = HERE / "forms"
SHIPPED = "service-five-dimensions"


class Shell:
    """Runs commands on one workspace; `code`, `out` and `err` are of the last."""

    def __init__(
        self, launchers: Launchers, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        self._launchers, self._capsys = launchers, capsys
        self.folder = folder
        self.code, self.out, self.err = 0, "", ""

    def __call__(self, *arguments: str | Path) -> str:
        told = ["-w", str(self.folder), "--language", "en", "--reviewer", "Lin", "rubrics"]
        self.code = run([*told, *map(str, arguments)], self._launchers)
        self.out, self.err = self._capsys.readouterr()
        return self.out

    def json(self, *arguments: str | Path) -> Any:
        return json.loads(self(*arguments, "--json"))

    def drafts(self) -> tuple[RubricDraft, ...]:
        with open_workspace(self.folder, clock=SystemClock()) as workspace:
            return RubricDraftStore(workspace.database, SystemClock(), "Lin").all()


@pytest.fixture
def shell(launchers: Launchers, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Shell:
    return Shell(launchers, capsys, tmp_path / "workspace")


def test_a_spreadsheet_becomes_a_draft(shell: Shell) -> None:
    told = shell.json("import", FORMS / "zh-points.xlsx")
    assert (shell.code, told["columns"]["C"], told["problems"]) == (0, "item", [])
    (draft,) = shell.drafts()
    assert draft.id == told["draft"]
    assert len(load_rubric(draft.text, "x").items()) == 9


def test_columns_and_sheets_can_be_chosen(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "draft.yaml"
    form = FORMS / "en-weights.xlsx"
    told = shell.json("import", form, "--sheet", "Scorecard", "--column", "d=ignore", "--out", out)
    assert told["columns"]["D"] == "ignore"
    assert all(item.help is None for item in load_rubric(out.read_bytes(), "x").items())
    for wrong in (["--sheet", "None"], ["--column", "D=foo"], ["--column", "ZZ=item"]):
        assert shell("import", form, *wrong) == ""
        assert shell.code == 1
    assert shell("import", FORMS / "template.xlsx", "--column", "A=item") == ""
    assert "no team's own spreadsheet" in shell.err


def test_problems_of_a_sheet_are_told_with_their_cells(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "form.csv"
    file.write_text("Item,Points\nOne,40\nTwo,lots\nTotal,100\n", encoding="utf-8")
    told = shell.json("import", file)
    places = {(p["code"], p["path"]) for p in told["problems"]}
    assert ("exchange.no_amount", "B3") in places
    assert ("exchange.total_differs", "B4") in places
    assert len(shell.drafts()) == 1


def test_a_template_goes_out_and_comes_in(shell: Shell, tmp_path: Path) -> None:
    blank, filled = tmp_path / "blank.xlsx", tmp_path / "filled.xlsx"
    shell("template", "--out", blank)
    assert openpyxl.load_workbook(blank).sheetnames[:3] == ["Guide", "Rubric", "Items"]
    shell("publish", SHIPPED)
    shell("template", "--rubric", f"{SHIPPED}:2", "--out", filled)
    shell("import", filled)
    (draft,) = shell.drafts()
    assert draft.based_on == (SHIPPED, 2)
    assert load_rubric(draft.text, "x").version == 3


@pytest.mark.parametrize("ending", ["yaml", "json", "zip"])
def test_what_is_exported_can_be_imported(shell: Shell, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"rubric.{ending}"
    assert shell.json("export", SHIPPED, "--out", out)["id"] == SHIPPED
    shell("import", out)
    (draft,) = shell.drafts()
    wanted = shell("hash", SHIPPED).strip()
    assert load_rubric(draft.text, "x").content_hash == wanted


def test_a_form_is_printed_in_the_language_and_on_the_paper_asked_for(
    shell: Shell, tmp_path: Path
) -> None:
    out = tmp_path / "form.pdf"
    shell("export", SHIPPED, "--out", out, "--in", "both", "--paper", "Letter")
    reader = PdfReader(io.BytesIO(out.read_bytes()))
    assert float(reader.pages[0].mediabox.width) == pytest.approx(612)
    text = "".join(page.extract_text() for page in reader.pages)
    assert "开场规范" in text
    assert "Opening" in text


def test_mistakes_of_a_file_do_not_keep_it_from_being_mended(shell: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("schema: qa-rubric/1\nid: [", encoding="utf-8")
    told = shell.json("import", bad)
    assert told["problems"]
    assert shell.drafts()[0].text.startswith("schema: qa-rubric/1")
    assert shell("export", bad, "--out", tmp_path / "x.pdf") == ""
    assert shell.code == 1


def test_libraries_are_added_filled_looked_through_and_taken_from(
    shell: Shell, launchers: Launchers, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    shell("publish", SHIPPED)
    assert "no libraries yet" in shell("libraries")
    assert shell.json("libraries", "add", share, "--name", "Team")["name"] == "Team"
    shell("libraries", "put", share, f"{SHIPPED}:2")
    assert (share / f"{SHIPPED}-v2.yaml").exists()
    assert "already" in shell("libraries", "put", share, f"{SHIPPED}:2")

    other = Shell(launchers, capsys, tmp_path / "other")
    other("publish", "process-inspection")
    other("libraries", "add", share, "--read-only")
    (looked,) = other.json("libraries", "look")["libraries"]
    assert [(file["file"], file["state"]) for file in looked["files"]] == [
        (f"{SHIPPED}-v2.yaml", "new")
    ]
    assert looked["read_only"]
    taken = other.json("libraries", "take", share, f"{SHIPPED}-v2.yaml")
    assert taken["version"] == 2
    shell("libraries")
    (again,) = other.json("libraries")["libraries"]
    assert again["files"][0]["state"] == "same"
    assert [c["reviewer"] for c in again["colleagues"]] == ["Lin"]
    other("libraries", "put", share, "process-inspection:2")
    assert other.code == 1
    assert "read only" in other.err
    other("libraries", "take", share, "nothing.yaml")
    assert other.code == 1
    other("libraries", "remove", share)
    assert other.json("libraries")["libraries"] == []
    other("libraries", "remove", share)
    assert other.code == 1


def test_a_share_that_went_away_is_told_and_no_crash(shell: Shell, tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    shell("publish", SHIPPED)
    shell("libraries", "add", share)
    share.rmdir()
    (looked,) = shell.json("libraries", "look", share)["libraries"]
    assert (shell.code, looked["reachable"]) == (1, False)
    assert looked["problems"][0]["code"] == "rubrics.library_unreachable"


@pytest.mark.parametrize("what", ["export", "import", "template", "libraries"])
def test_each_shows_an_example(shell: Shell, what: str) -> None:
    with pytest.raises(SystemExit):
        shell(what, "--help")
    out, _ = shell._capsys.readouterr()
    assert f"example: qa-desktop rubrics {what}" in " ".join(out.split())
