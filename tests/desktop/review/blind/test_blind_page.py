"""A copy of a blind session on the review page: one rubric, no names, sealed when submitted."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import CalibrationSession
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.shortcuts import Action
from qa_desktop.desktop.review.state import AnswerForm, Phase
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.listing_store import ListingFilter

Open = Callable[..., ReviewPage]


def _answer_all(page: ReviewPage) -> None:
    for _ in range(60):
        item_id = page.state.missing.first_id
        item = page.state.item(item_id or "")
        if item is None:
            return
        if item.form in (AnswerForm.SINGLE, AnswerForm.TOGGLES):
            page.show_state(page.presenter.choose(item.id, item.options[0].key))
        elif item.na_allowed:
            page.show_state(page.presenter.set_na(item.id))
        else:
            page.show_state(page.presenter.set_number(item.id, "1"))
        page.show_state(page.presenter.set_item_comment(item.id, "Why"))
        for reason in item.reasons[:1]:
            page.show_state(page.presenter.toggle_reason(item.id, reason.key))
    raise AssertionError(page.state.missing)


def _words(page: QWidget) -> str:
    """All that can be read in the page's widgets, tool tips and what is spoken included."""
    said = [page.windowTitle()]
    for widget in (page, *page.findChildren(QWidget)):
        said += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        said.append(widget.text() if isinstance(widget, QLabel | TextButton | IconButton) else "")
    return "\n".join(said)


def _press(qtbot: QtBot, page: ReviewPage, action: Action) -> None:
    assert page.keys.perform(action, "")


def test_it_opens_with_the_sessions_rubric_and_its_place_in_the_session(open_copy: Open) -> None:
    page = open_copy("chat-1")
    assert page.state.phase is Phase.GRADING
    assert page.presenter.rubric is not None
    assert page.presenter.rubric.id == "service-five-dimensions"
    assert "Calibration · July calls · Chat 1 (2 of 3)" in _words(page)


@pytest.mark.parametrize("pseudonym", ["call-1", "chat-1", "ticket-1"])
def test_no_name_date_or_number_of_the_real_one_is_shown(
    open_copy: Open, services: Services, session: CalibrationSession, pseudonym: str
) -> None:
    kind = next(one.kind for one in session.interactions if one.pseudonym == pseudonym)
    (real,) = services.listing.page(ListingFilter(kinds=(kind.value,)), 1)
    page = open_copy(pseudonym)
    shown = _words(page)
    known = real.interaction.metadata
    secrets = {
        real.interaction.title,
        real.interaction.source_name,
        real.interaction.external_id or real.interaction.title,
        *(name for name in (known.agent_name, known.queue, known.team, known.customer_ref) if name),
        "1990",
    }
    assert [secret for secret in secrets if secret in shown] == []
    header = page.state.header
    assert (header.agent, header.agents, header.started_at, header.tags) == ("", (), None, ())


def test_it_is_submitted_sealed_and_the_bar_says_where_it_is(
    qtbot: QtBot, open_copy: Open, services: Services, session: CalibrationSession
) -> None:
    page = open_copy("chat-1")
    _answer_all(page)
    assert "Submit and seal" in _words(page)
    with qtbot.waitSignals([page.submitted, page.seal_requested], order="strict"):
        page.submit()
    assert page.state.phase is Phase.SUBMITTED
    assert page.panel.save_bar.saved_words() == "Submitted, not sealed yet"
    services.calibration.submit(session.id)
    page.reload_blind()
    assert page.panel.save_bar.saved_words().startswith("Sealed ")
    assert page.panel.save_bar.saved_words().endswith(", waiting to be handed on")
    assert page.state.blind is not None
    assert page.state.blind.sealed_at is not None


def test_sealed_for_a_share_it_waits_until_it_is_there(
    open_copy: Open, services: Services, session: CalibrationSession
) -> None:
    share = services.workspace.folder.parent / "share"
    with services.workspace.database.writing() as db:
        db.execute("UPDATE calibration_sessions SET folder = ?", (str(share),))
    page = open_copy("chat-1")
    _answer_all(page)
    page.submit()
    services.calibration.submit(session.id)
    page.reload_blind()
    assert page.panel.save_bar.saved_words().endswith(", waiting for the share")
    share.mkdir()
    services.calibration.deliver()
    page.reload_blind()
    assert page.panel.save_bar.saved_words().endswith(" and handed in")


def test_a_correction_is_sealed_anew_while_the_session_is_open(
    open_copy: Open, services: Services, session: CalibrationSession
) -> None:
    page = open_copy("chat-1")
    _answer_all(page)
    page.submit()
    services.calibration.submit(session.id)
    page.reload_blind()
    page.show_state(page.presenter.correct("Heard it again"))
    assert page.state.phase is Phase.GRADING
    assert page.state.blind is not None
    assert page.state.blind.sealed_at is None
    page.submit()
    assert page.panel.save_bar.saved_words() == "Submitted, not sealed yet"
    assert services.calibration.submit(session.id) == ("chat-1",)
    page.reload_blind()
    assert page.panel.save_bar.saved_words().startswith("Sealed ")
    assert page.state.revision == 2


def _close(services: Services) -> None:
    with services.workspace.database.writing() as db:
        db.execute("UPDATE calibration_sessions SET closed_at = '2026-11-21T16:00:00.000Z'")


def test_after_the_closing_a_submitted_one_is_read_only(
    open_copy: Open, services: Services, session: CalibrationSession
) -> None:
    page = open_copy("chat-1")
    _answer_all(page)
    page.submit()
    services.calibration.submit(session.id)
    _close(services)
    page.reload_blind()
    assert page.panel.save_bar.saved_words().endswith("; the session is closed")
    assert "Correct…" not in [
        button.text()
        for button in page.panel.save_bar.findChildren(TextButton)
        if button.isVisible()
    ]
    before = page.presenter.draft
    page.show_state(page.presenter.correct("Too late"))
    assert page.state.phase is Phase.SUBMITTED
    assert page.presenter.draft == before


def test_after_the_closing_a_draft_is_read_only_and_kept(
    open_copy: Open, services: Services
) -> None:
    page = open_copy("chat-1")
    item = page.state.items()[0]
    page.show_state(page.presenter.choose(item.id, item.options[0].key))
    before = page.presenter.draft
    _close(services)
    page.reload_blind()
    assert page.state.phase is Phase.CLOSED
    assert page.panel.save_bar.saved_words() == "The session was closed before you submitted"
    page.show_state(page.presenter.choose(item.id, item.options[-1].key))
    page.submit()
    assert page.presenter.draft == before
    assert page.state.phase is Phase.CLOSED


def test_neither_sheet_comparison_agent_nor_corrections_of_words(
    qtbot: QtBot, open_copy: Open
) -> None:
    page = open_copy("chat-1")
    said: list[str] = []
    page.said.connect(said.append)
    _press(qtbot, page, Action.COMPARE)
    _press(qtbot, page, Action.CORRECT_WORD)
    _press(qtbot, page, Action.SPEAKER)
    assert said == [
        "Graded blind: earlier reviews are not shown until the session is revealed.",
        *["Everybody in this session grades the same words: they can't be changed here."] * 2,
    ]
    assert not any(isinstance(each, QWidget) and each.isModal() for each in _windows(page))
    _answer_all(page)
    page.submit()
    shown = [
        button.accessibleName() or button.text()
        for button in page.findChildren(QWidget)
        if isinstance(button, TextButton | IconButton) and button.isVisible()
    ]
    assert not any("sheet" in name or "Compare" in name for name in shown)
    assert not page.header.agents.isVisible()


def test_once_revealed_comparing_leads_to_the_results(
    qtbot: QtBot, open_copy: Open, services: Services
) -> None:
    with services.workspace.database.writing() as db:
        db.execute(
            "UPDATE calibration_sessions SET closed_at = '2026-11-21T16:00:00.000Z',"
            " revealed_at = '2026-11-21T17:00:00.000Z'"
        )
    page = open_copy("chat-1")
    with qtbot.waitSignal(page.said) as told:
        _press(qtbot, page, Action.COMPARE)
    assert told.args == ["How the others graded this is in the session's results."]


def _windows(page: ReviewPage) -> list[QWidget]:
    return [
        each for each in QApplication.topLevelWidgets() if each is not page and each.isVisible()
    ]


def test_keys_lead_to_the_neighbours_of_the_session(
    qtbot: QtBot, open_copy: Open, session: CalibrationSession
) -> None:
    page = open_copy("chat-1")
    ids = {one.pseudonym: one.interaction_id for one in session.interactions}
    with qtbot.assertNotEmitted(page.neighbour_requested):
        with qtbot.waitSignal(page.step_requested) as stepped:
            _press(qtbot, page, Action.NEXT_INTERACTION)
        assert stepped.args == [ids["ticket-1"]]
        with qtbot.waitSignal(page.step_requested) as stepped:
            _press(qtbot, page, Action.PREVIOUS_INTERACTION)
        assert stepped.args == [ids["call-1"]]
    last = open_copy("ticket-1")
    with qtbot.waitSignal(last.said) as told:
        _press(qtbot, last, Action.NEXT_INTERACTION)
    assert told.args == ["This is the last one of the session."]


def test_moments_count_from_the_beginning_and_people_within_their_role(
    open_copy: Open,
) -> None:
    page = open_copy("ticket-1")
    view = page.left.turns
    assert view is not None
    page.grab()
    heads = [page.left.view._head(turn, edited=False) for turn in page.left.detail.turns]  # type: ignore[attr-defined]
    assert heads[0].split(" · ") == ["Agent", "+0:00:00"]
    assert all(head.split(" · ")[1].startswith("+") for head in heads)


def test_the_language_changes_all_of_it_at_once(
    open_copy: Open, languages: Languages, services: Services
) -> None:
    page = open_copy("chat-1")
    settings = services.settings
    services.preferences.change(replace(settings, language="zh-CN"))
    languages.use("zh-CN")
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
    assert Kind.CHAT is page.state.header.kind
    assert "July calls" in _words(page)
    assert "Chat 1" not in _words(page)


def test_another_reviewer_of_the_workspace_is_kept_out(
    open_copy: Open, services: Services, session: CalibrationSession
) -> None:
    with services.workspace.database.writing() as db:
        db.execute("UPDATE calibration_sessions SET reviewer = 'Ann'")
    with pytest.raises(ProblemError) as raised:
        ReviewPage(services, session.interactions[0].interaction_id)
    assert raised.value.problems[0].code == "calibration.other_reviewer"


def test_grading_by_keys_works_as_ever(qtbot: QtBot, open_copy: Open) -> None:
    page = open_copy("call-1")
    qtbot.keyClick(page, Qt.Key.Key_1)
    first = page.state.items()[0]
    assert first.answered
    assert page.state.review_id is not None
    assert "Saved" in page.panel.save_bar.saved_words()
