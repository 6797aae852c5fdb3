"""With text half as large again, nothing that is graded with is cut."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.interactions.model import Kind

OpenPage = Callable[..., ReviewPage]
SLACK = 2
SIZES = ("TINY", "SMALL", "NORMAL", "LARGE", "TITLE", "SCORE")


@pytest.fixture(autouse=True)
def larger(monkeypatch: pytest.MonkeyPatch) -> None:
    for size in SIZES:
        name = f"TEXT_{size}"
        monkeypatch.setattr(tokens, name, round(getattr(tokens, name) * 1.5))


def cut(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or widget.visibleRegion().isEmpty():
            continue
        metrics = widget.fontMetrics()
        if isinstance(widget, QLabel) and not isinstance(widget, (Chip, ElidedLabel)):
            if not widget.pixmap().isNull() or not widget.text():
                continue
            if widget.wordWrap():
                short = widget.heightForWidth(widget.width()) > widget.height() + SLACK
            else:
                wanted = metrics.horizontalAdvance(widget.text())
                short = wanted > widget.contentsRect().width() + SLACK
            if short or metrics.height() > widget.height() + SLACK:
                yield f"{type(widget).__name__} {widget.text()!r}"
        elif isinstance(widget, QAbstractButton) and widget.text():
            wide = metrics.horizontalAdvance(widget.text().replace("&&", "&"))
            if wide > widget.width() + SLACK or metrics.height() > widget.height() + SLACK:
                yield f"{type(widget).__name__} {widget.text()!r}"


def acted_on(page: ReviewPage) -> tuple[QWidget, ...]:
    panel = page.panel
    return panel.scorecard, panel.save_bar, panel.score._veto, page.header


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_is_cut(
    qtbot: QtBot,
    open_page: OpenPage,
    demo_services: Services,
    languages: Languages,
    language: str,
    kind: Kind,
) -> None:
    preferences = demo_services.preferences
    preferences.change(replace(preferences.settings(), language=language))
    languages.use(language)
    page = open_page(kind)
    assert page.fontMetrics().height() > tokens.TEXT_NORMAL > 18
    settle(demo_services.runner)
    for part in acted_on(page):
        assert list(cut(part)) == []
    for item in page.state.items():
        if item.options:
            page.show_state(page.presenter.choose(item.id, item.options[-1].key))
    page.show_state(page.presenter.submit())
    settle(demo_services.runner)
    for part in acted_on(page):
        assert list(cut(part)) == []
