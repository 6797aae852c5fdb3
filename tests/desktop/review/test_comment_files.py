"""Comments out to files and in again, on the page: previewed, one step, nothing half-taken."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qa_desktop.audio.waveform_reading import read_waveform
from qa_desktop.desktop.review.comments.comment_import_dialog import CommentImportDialog
from qa_desktop.desktop.review.comments.comment_states import Anchor
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.markers.formats import BY_NAME, FORMATS, read_marker_file
from qa_desktop.reviews.markers.merging import Fate
from qa_desktop.reviews.model import CommentKind

OpenPage = Callable[..., ReviewPage]


def add(page: ReviewPage, anchor: Anchor, text: str, kind: CommentKind) -> None:
    state = page.presenter.begin_comment(anchor)
    (comment,) = (c for c in state.comments if c.editing)
    page.presenter.type_comment(comment.id, text)
    page.presenter.set_comment_kind(comment.id, kind)
    page.show_state(page.presenter.finish_comment())


@pytest.fixture
def page(open_page: OpenPage) -> ReviewPage:
    """A call with a span, a moment and a remark on the whole."""
    page = open_page(Kind.RECORDING)
    add(page, Anchor(start_ms=3_000, end_ms=4_000), '很好 "so"', CommentKind.PRAISE)
    add(page, Anchor(start_ms=5_000), "two\nlines", CommentKind.QUESTION)
    add(page, Anchor(), "on the whole", CommentKind.COACHING)
    return page


Idle = Callable[[], None]


@pytest.fixture
def idle(qtbot: QtBot, demo_services: Services) -> Idle:
    """Waits until every task has ended and told so."""
    return lambda: qtbot.waitUntil(demo_services.runner.is_idle)


def preview(page: ReviewPage) -> CommentImportDialog:
    (dialog,) = page.findChildren(CommentImportDialog)
    return dialog


def test_every_format_goes_out_and_changes_nothing_when_it_comes_in(
    page: ReviewPage, idle: Idle, tmp_path: Path
) -> None:
    before = page.presenter.draft
    for form in FORMATS:
        page.comment_files.export(tmp_path / "call", form)
        idle()
        file = tmp_path / f"call{form.extension}"
        assert "2 comment" in page.panel.comments.toast.text()
        assert "1 without a time left out" in page.panel.comments.toast.text()
        dialog = page.comment_files.preview(file.name, read_marker_file(file))
        assert dialog is not None
        assert [i.fate for i in dialog._importing.state.found] == [Fate.SAME, Fate.SAME]
        assert not dialog.take.isEnabled()
        dialog.reject()
    assert page.presenter.draft == before


def test_what_is_ticked_comes_in_as_one_step(page: ReviewPage, idle: Idle, tmp_path: Path) -> None:
    page.comment_files.export(tmp_path / "call.txt")
    idle()
    file = tmp_path / "call.txt"
    text = file.read_text(encoding="utf-8").replace("很好", "非常好")
    file.write_text(f"{text}1.0\t2.0\tnew\n999999\t999999\tlate\n", encoding="utf-8")
    before = page.presenter.draft
    page.comment_files.read(file)
    idle()
    dialog = preview(page)
    state = dialog._importing.state
    assert [i.fate for i in state.found] == [Fate.NEW, Fate.CHANGED, Fate.SAME, Fate.NEW]
    assert state.ticked == {0}
    assert "1 past the recording's end" in dialog._facts.text()
    assert not dialog.kind.isHidden()
    changed = dialog.table.topLevelItem(1)
    assert changed is not None
    dialog.table.setCurrentItem(changed)
    assert '很好 "so"' in dialog.details.text()
    assert '非常好 "so"' in dialog.details.text()
    changed.setCheckState(0, Qt.CheckState.Checked)
    assert dialog.take.text().startswith("Take 2 comment")
    dialog.accept()
    texts = [c.text for c in page.state.comments]
    assert texts == ["new", '非常好 "so"', "two\nlines", "on the whole"]
    page.panel.comments.toast.action_requested.emit()
    assert page.presenter.draft == before


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("bad.txt", "1.0\t2.0\tfine\n3.0\tx\tbad\n", "bad.txt:2"),
        ("bad.vtt", "WEBVTT\n\n00:09.000 --> 00:08.000\nx\n", "bad.vtt:3"),
        ("bad.eaf", "<ANNOTATION_DOCUMENT>\n<", "bad.eaf:2"),
        ("bad.doc", "words", "bad.doc"),
    ],
)
def test_a_bad_file_is_told_where_the_comments_are(
    page: ReviewPage, idle: Idle, tmp_path: Path, name: str, text: str, place: str
) -> None:
    before = page.presenter.draft
    (tmp_path / name).write_text(text, encoding="utf-8")
    page.comment_files.read(tmp_path / name)
    idle()
    assert page.findChildren(CommentImportDialog) == []
    assert not page.panel.comments.problems.isHidden()
    assert place in page.panel.comments.problems.text()
    assert page.presenter.draft == before
    page.panel.comments.say("done")
    assert page.panel.comments.problems.isHidden()


def test_a_folder_that_is_not_there_is_told(page: ReviewPage, idle: Idle, tmp_path: Path) -> None:
    page.comment_files.export(tmp_path / "none" / "call.vtt")
    idle()
    assert "call.vtt" in page.panel.comments.problems.text()
    assert not (tmp_path / "none").exists()


def test_what_can_be_done_is_offered(open_page: OpenPage, page: ReviewPage) -> None:
    head = page.panel.comments._head
    assert head._export.isEnabled()
    assert head._import.isEnabled()
    chat = open_page(Kind.CHAT)
    head = chat.panel.comments._head
    assert not head._export.isEnabled()
    assert not head._import.isEnabled()
    assert not chat.comment_files.may_import()
    chat.comment_files.ask_export()
    assert "No comment has a time" in chat.panel.comments.toast.text()


def test_the_waveform_goes_out(page: ReviewPage, idle: Idle, tmp_path: Path) -> None:
    page.comment_files.waveform.export(tmp_path / "call.dat")
    idle()
    waveform = read_waveform(tmp_path / "call.dat")
    duration_ms = page.presenter.duration_ms
    assert duration_ms is not None
    samples = waveform.low.shape[1] * waveform.samples_per_pixel
    assert samples / waveform.sample_rate_hz * 1000 == pytest.approx(duration_ms, abs=50)
    assert "call.dat" in page.panel.comments.toast.text()


def test_formats_are_known_by_name() -> None:
    assert set(BY_NAME) == {"labels", "vtt", "srt", "textgrid", "eaf"}
