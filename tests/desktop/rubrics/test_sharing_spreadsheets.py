"""A spreadsheet is looked over, its columns are told, and it opens as a draft; all by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.rubrics.sharing.form_preview import answer_words
from qa_desktop.desktop.rubrics.sharing.mapping_dialog import MappingDialog
from qa_desktop.desktop.services import Services
from qa_desktop.rubrics.exchange.importing import TeamForm, read_import
from qa_desktop.rubrics.exchange.roles import Role
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Choice

FORMS = Path(__file__).parents[2] / "rubrics" / "forms"


def form(name: str) -> TeamForm:
    found = read_import(FORMS / name)
    assert isinstance(found, TeamForm)
    return found


def dialog_of(qtbot: QtBot, services: Services, found: TeamForm) -> MappingDialog:
    dialog = MappingDialog(services, found.name, found.grids)
    qtbot.addWidget(dialog)
    dialog.resize(1180, 660)
    dialog.show()
    qtbot.waitExposed(dialog)
    settle(services.runner)
    return dialog


def choose(qtbot: QtBot, combo: QComboBox, value: object) -> None:
    """By keys, as a person does."""
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.currentData() == value:
            return
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    raise AssertionError(f"{value} can't be chosen")


def titles(dialog: MappingDialog) -> list[str]:
    tree = dialog.preview
    tops = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [top.child(n).text(0) for top in tops if top for n in range(top.childCount())]


def test_the_preview_shows_what_it_becomes(qtbot: QtBot, services: Services) -> None:
    dialog = dialog_of(qtbot, services, form("zh-points.xlsx"))
    assert titles(dialog)[:2] == ["开场白", "礼貌用语"]
    assert dialog.preview.topLevelItem(0).text(2) == "30 %"
    assert dialog.take.isEnabled()
    assert not dialog.problems.isVisible()
    assert [combo.currentData() for combo in dialog.header.combos][1:3] == [Role.SECTION, Role.ITEM]


def test_answers_are_named_in_the_language_of_the_screen(qtbot: QtBot, services: Services) -> None:
    dialog = dialog_of(qtbot, services, form("bilingual.xlsx"))
    rubric = dialog.presenter.state.made.draft.rubric  # type: ignore[union-attr] # made at rest
    choice = next(item for item in rubric.items() if isinstance(item.answer, Choice))
    assert answer_words(choice, "en") != answer_words(choice, "zh-CN")
    lines = dialog.preview.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    assert answer_words(choice, "en") in [line.text(1) for line in lines]
    assert not dialog.both.isVisible()


def test_a_column_taken_for_something_else_changes_the_preview_at_once(
    qtbot: QtBot, services: Services
) -> None:
    dialog = dialog_of(qtbot, services, form("zh-points.xlsx"))
    choose(qtbot, dialog.header.combos[2], Role.IGNORE)
    settle(services.runner)
    assert titles(dialog) == []
    assert not dialog.take.isEnabled()
    assert dialog.problems.isVisible()
    choose(qtbot, dialog.header.combos[3], Role.ITEM)
    settle(services.runner)
    assert titles(dialog)[0].startswith("使用标准开场白")
    assert dialog.take.isEnabled()


def test_answers_language_sheet_and_first_row_can_be_chosen(
    qtbot: QtBot, services: Services
) -> None:
    found = form("zh-points.xlsx")
    other = form("en-weights.xlsx").grids[0]
    dialog = dialog_of(qtbot, services, TeamForm(name="both.xlsx", grids=[*found.grids, other]))
    assert dialog.sheet.isVisible()
    before = dialog.presenter.state.mapping
    choose(qtbot, dialog.language, "en")
    choose(qtbot, dialog.usual, dialog.usual.itemData(1))
    dialog.first_row.setFocus()
    qtbot.keyClick(dialog.first_row, Qt.Key.Key_Up)
    settle(services.runner)
    after = dialog.presenter.state.mapping
    assert (after.language, after.first_row) == ("en", before.first_row + 1)
    assert after.usual is not before.usual
    assert "开场白" not in titles(dialog)
    choose(qtbot, dialog.sheet, other.name)
    settle(services.runner)
    assert "Greets the customer" in titles(dialog)
    # What was chosen for the first sheet is kept.
    choose(qtbot, dialog.sheet, found.grids[0].name)
    assert dialog.presenter.state.mapping == after


def test_a_problem_leads_to_its_cell(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    file = tmp_path / "form.csv"
    file.write_text("Item,Points\nOne,40\nTwo,lots\nThree,60\n", encoding="utf-8")
    found = read_import(file)
    assert isinstance(found, TeamForm)
    dialog = dialog_of(qtbot, services, found)
    assert dialog.problems.item(0).text().startswith("B3: ")
    dialog.problems.setFocus()
    dialog.problems.setCurrentRow(0)
    qtbot.keyClick(dialog.problems, Qt.Key.Key_Return)
    index = dialog.table.currentIndex()
    assert (index.row(), index.column()) == (2, 1)


def test_an_item_leads_to_its_row(qtbot: QtBot, services: Services) -> None:
    dialog = dialog_of(qtbot, services, form("zh-points.xlsx"))
    section = dialog.preview.topLevelItem(1)
    assert section is not None
    dialog.preview.setCurrentItem(section.child(0))
    dialog.preview.itemActivated.emit(section.child(0), 0)
    assert dialog.table.currentIndex().row() == 7


def test_the_dialog_follows_the_language(
    qtbot: QtBot, services: Services, languages: Languages
) -> None:
    dialog = dialog_of(qtbot, services, form("zh-points.xlsx"))
    english = dialog.take.text()
    languages.use("zh-CN")
    languages.use("en")
    assert dialog.take.text() == english
    assert dialog.language.count() == 2


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> RubricsPage:
    page = RubricsPage(demo_services)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_a_spreadsheet_becomes_a_draft_in_the_editor(
    qtbot: QtBot, page: RubricsPage, demo_services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(FORMS / "bilingual.xlsx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (name, ""))
    before = demo_services.rubrics.all()
    qtbot.mouseClick(page._import, Qt.MouseButton.LeftButton)
    settle(demo_services.runner)
    (dialog,) = [d for d in page.findChildren(MappingDialog) if d.isVisible()]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle(demo_services.runner)
    editor = page.editing.editor
    assert editor is not None
    (draft,) = demo_services.rubric_drafts.all()
    assert editor.draft_id == draft.id
    rubric = load_rubric(draft.text, "x")
    assert rubric.languages == ("zh-CN", "en")
    assert demo_services.rubrics.all() == before


def test_a_filled_template_opens_as_the_next_version(
    page: RubricsPage, demo_services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    rubric = page.presenter.state.current
    assert rubric is not None
    from qa_desktop.rubrics.exchange.formats import ExportFormat

    file = tmp_path / "template.xlsx"
    page.sharing.export(rubric, file, ExportFormat.XLSX, "en", "A4")
    settle(demo_services.runner)
    page.sharing.take_file(file)
    settle(demo_services.runner)
    (draft,) = demo_services.rubric_drafts.all()
    assert draft.based_on == (rubric.id, rubric.version)
    assert load_rubric(draft.text, "x").version == rubric.version + 1


def test_a_file_with_mistakes_can_be_opened_to_be_mended(
    qtbot: QtBot, page: RubricsPage, demo_services: Services, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(shipped_rubrics()[0][1].replace(b"\nversion: 1\n", b"\nversion: one\n"))
    with qtbot.waitSignal(page.said) as said:
        page.sharing.take_file(bad)
    assert page.banner.isVisible()
    _, action, act = said.args
    assert action
    act()
    settle(demo_services.runner)
    assert page.editing.editor is not None
    assert demo_services.rubric_drafts.all()[0].text == bad.read_text(encoding="utf-8")


def test_what_can_not_be_read_is_told_over_the_page(
    page: RubricsPage, demo_services: Services, tmp_path: Path
) -> None:
    for name, content in (("x.xlsx", b"PK\x03\x04 cut"), ("x.csv", b""), ("x.zip", b"PK\x05\x06")):
        file = tmp_path / name
        file.write_bytes(content)
        page.sharing.take_file(file)
        settle(demo_services.runner)
        assert page.banner.isVisible(), name
        assert not [d for d in page.findChildren(QDialog) if d.isVisible()]
