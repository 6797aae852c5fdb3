"""The results in a real window: chosen, played, ruled on, proposed."""

from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.calibration.page import CalibrationPage
from qa_desktop.desktop.calibration.results.page import ITEMS, PARTS, PEOPLE, ResultsView
from qa_desktop.desktop.calibration.results.propose_dialog import ProposeDialog
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.pages import CALIBRATION, RUBRICS
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.model import Answer


def said(view: ResultsView) -> list[tuple[str, str, object]]:
    told: list[tuple[str, str, object]] = []
    view.said.connect(lambda words, action, act: told.append((words, action, act)))
    return told


def choose(view: ResultsView, item_id: str) -> None:
    view.table.selectRow([row.id for row in view.presenter.state().items].index(item_id))  # type: ignore[union-attr]  # it is there


def test_the_figures_are_shown(view: ResultsView) -> None:
    assert view.cards.overall.text().startswith("α 0.69 [0.14, 1.00]")
    assert "pass or fail alike" in view.cards.outcome.text()
    assert view.cards.odd.text().startswith("−10.6 points, reviewer ")
    assert view.cards.settle.text().startswith("4 item")
    heads = [view.table.horizontalHeaderItem(n).text() for n in range(view.table.columnCount())]
    assert heads[2:] == ["A", "B", "C", "D", "E", "Ref."]


def test_a_click_shows_the_names_and_another_hides_them(view: ResultsView, qtbot: QtBot) -> None:
    button = view.header.anonymous
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    heads = {view.table.horizontalHeaderItem(n).text() for n in range(2, 7)}
    assert heads == {"Lin", "Eva Novak", "Jonas Falk", "Priya Nair", "陈磊"}
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view.table.horizontalHeaderItem(2).text() == "A"


def test_sections_and_reviewers_have_tables_of_their_own(view: ResultsView) -> None:
    view.switch.buttons[PARTS].click()
    assert view.table.item(0, 0).text() == "Score of the form"
    view.switch.buttons[PEOPLE].click()
    assert [view.table.item(n, 0).text() for n in range(5)] == ["A", "B", "C", "D", "E"]
    assert view.interactions.isHidden()
    view.switch.buttons[ITEMS].click()
    assert view.table.item(0, 0).text() == "Listening and empathy"


def test_just_the_moment_is_played(view: ResultsView, qtbot: QtBot) -> None:
    choose(view, "efficiency")
    moments = view.panel.moments
    card = next(one for one in moments.cards if one.moment.pseudonym == "call-2")
    settle(view._services.runner)
    qtbot.mouseClick(card.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: moments.sound.playing, timeout=20_000)
    assert card.span is not None
    start_ms, end_ms = card.span
    assert start_ms - 50 <= moments.sound.position_ms() <= end_ms
    assert card.play.text() == "Stop"
    qtbot.mouseClick(card.play, Qt.MouseButton.LeftButton)
    assert not moments.sound.playing


def test_what_is_typed_outlives_a_crash(
    view: ResultsView, held_services: Services, session_id: str, qtbot: QtBot
) -> None:
    choose(view, "efficiency")
    box = view.panel.ruling
    qtbot.keyClicks(box.field, "Silence over 5 s")
    box.picker.buttons["3"].click()
    qtbot.waitUntil(lambda: bool(held_services.rulings.drafts(session_id)))
    (kept,) = held_services.rulings.drafts(session_id)
    assert (kept.item_id, kept.text, kept.answer) == (
        "efficiency",
        "Silence over 5 s",
        {"value": 3},
    )
    assert held_services.rulings.of_session(session_id) == ()
    # Another page over the same workspace, as after a crash.
    again = ResultsView(held_services, session_id)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.shown, timeout=20_000):
        again.reload()
    choose(again, "efficiency")
    assert again.panel.ruling.field.toPlainText() == "Silence over 5 s"
    assert again.panel.ruling.picker.answer() == Answer(value=Fraction(3))
    again.may_leave()


def test_a_ruling_is_saved_changed_and_withdrawn(
    view: ResultsView, held_services: Services, session_id: str, qtbot: QtBot
) -> None:
    choose(view, "efficiency")
    box, told = view.panel.ruling, said(view)
    qtbot.keyClicks(box.field, "Over 10 s it is 1.")
    box.tags.setText("silence、waiting")
    with qtbot.waitSignal(view.shown, timeout=20_000):
        box.save.click()
    (ruling,) = held_services.rulings.of_session(session_id)
    assert (ruling.text, ruling.tags) == ("Over 10 s it is 1.", ("silence", "waiting"))
    with qtbot.waitSignal(view.shown, timeout=20_000):
        box.withdraw.click()
    assert held_services.rulings.of_session(session_id) == ()
    words, action, undo = told[-1]
    assert (words, action) == ("Ruling withdrawn", "Undo")
    assert callable(undo)
    with qtbot.waitSignal(view.shown, timeout=20_000):
        undo()
    assert held_services.rulings.of_session(session_id)[0].id == ruling.id


def test_nothing_written_is_no_ruling_and_says_so(view: ResultsView) -> None:
    box = view.panel.ruling
    box.save.click()
    assert "needs words or an agreed answer" in box.banner.text()


def test_a_ruling_goes_into_the_guidance_and_out_again(
    view: ResultsView, held_services: Services, qtbot: QtBot
) -> None:
    choose(view, "efficiency")
    told, box = said(view), view.panel.ruling
    qtbot.keyClicks(box.field, "Over 10 s it is 1.")
    box.propose.click()
    dialog = next(one for one in view.window().findChildren(ProposeDialog) if one.isVisible())
    assert dialog.texts() == {"zh-CN": "", "en": "Over 10 s it is 1."}
    dialog.fields["zh-CN"].setPlainText("超过十秒为 1 分。")
    with qtbot.waitSignal(dialog.proposed, timeout=20_000):
        dialog.confirm.click()
    settle(held_services.runner)
    (draft,) = (one for one in held_services.rubric_drafts.all() if one.based_on is not None)
    rubric = Document.of(draft.text).rubric
    assert rubric is not None
    assert rubric.version == 3
    guidance = next(one.help for one in rubric.items() if one.id == "efficiency")
    assert guidance is not None
    assert guidance.to("en").endswith("\nOver 10 s it is 1.")
    assert guidance.to("zh-CN").endswith("\n超过十秒为 1 分。")
    words, action, undo = told[-1]
    assert (words, action) == ("Put into the draft of version 3", "Undo")
    assert callable(undo)
    undo()
    settle(held_services.runner)
    assert all(one.id != draft.id for one in held_services.rubric_drafts.all())


def test_the_meeting_s_answers_become_the_reference(view: ResultsView, qtbot: QtBot) -> None:
    assert view.desk is not None
    view.desk.decide("efficiency", "call-2", "", Answer(value=Fraction(4)))
    with qtbot.waitSignal(view.shown, timeout=20_000):
        view.agree.click()
    view.interactions.setCurrentIndex(2)
    view.interactions.activated.emit(2)
    assert view.presenter is not None
    state = view.presenter.state()
    row = next(one for one in state.items if one.id == "efficiency")
    assert row.reference is not None
    assert row.reference.pieces[0].text == "4"
    assert view.agree.text() == "Back to the first reference"
    with qtbot.waitSignal(view.shown, timeout=20_000):
        view.agree.click()
    row = next(one for one in view.presenter.state().items if one.id == "efficiency")
    assert row.reference is not None
    assert row.reference.pieces[0].text == "2"


def test_a_switch_of_language_works_at_once(
    view: ResultsView, languages: Languages, qtbot: QtBot
) -> None:
    services = view._services
    assert view.table.item(0, 0).text() == "Listening and empathy"
    services.preferences.change(replace(services.settings, language="zh-CN"))
    languages.use("zh-CN")
    qtbot.waitUntil(lambda: view.table.item(0, 0).text() == "倾听与共情")


def test_results_are_reached_from_the_calibration_page_and_left_again(
    held_services: Services, session_id: str, qtbot: QtBot
) -> None:
    window = MainWindow(held_services)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    page = window.pages.show_page(CALIBRATION)
    assert isinstance(page, CalibrationPage)
    page.show_results(session_id)
    settle(held_services.runner)
    view = page.front()
    assert isinstance(view, ResultsView)
    assert view.cards.overall.text().startswith("α 0.69")
    meeting = view.rulings.open_meeting()
    assert meeting is not None
    # Once more is the same window: two would write over each other.
    assert view.rulings.open_meeting() is meeting
    with qtbot.waitSignal(view.shown, timeout=20_000):
        meeting.close()
    assert view.rulings.meeting is None
    view.header.back.click()
    assert not isinstance(page.front(), ResultsView)


def test_an_open_editor_of_the_draft_is_opened_anew(
    held_services: Services, session_id: str, qtbot: QtBot
) -> None:
    """Else it would write over the ruling with its next keystroke."""
    window = MainWindow(held_services)
    qtbot.addWidget(window)
    window.show()
    rubrics = window.pages.show_page(RUBRICS)
    assert isinstance(rubrics, RubricsPage)
    rubrics.editing.edit("service-five-dimensions", 2)
    settle(held_services.runner)
    assert rubrics.editing.editor is not None
    draft = rubrics.editing.editor.draft_id
    page = window.pages.show_page(CALIBRATION)
    assert isinstance(page, CalibrationPage)
    page.show_results(session_id)
    settle(held_services.runner)
    view = page.front()
    assert isinstance(view, ResultsView)
    assert view.desk is not None
    ruling = held_services.rulings.add(
        rubric_id="service-five-dimensions",
        rubric_version=1,
        item_id="efficiency",
        text="Announce waits.",
        session_id=session_id,
    )
    dialog = view.rulings.open_proposal(ruling)
    assert dialog is not None
    with qtbot.waitSignal(dialog.proposed, timeout=20_000):
        dialog.confirm.click()
    settle(held_services.runner)
    editor = rubrics.editing.editor
    assert editor is not None
    assert editor.draft_id == draft
    assert "Announce waits." in editor.presenter.document_text


def test_a_session_that_is_not_here_is_a_clear_error(held_services: Services, qtbot: QtBot) -> None:
    view = ResultsView(held_services, "0" * 32)
    qtbot.addWidget(view)
    view.show()
    view.reload()
    settle(held_services.runner)
    assert view.banner.text()
    assert not view.banner.isHidden()
