"""A draft tried on past reviews: choice, progress, cancel, results, file, and nothing changed."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.base.progress import Progress
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.versions import what_if_panel
from qa_desktop.desktop.rubrics.versions.histogram import Histogram
from qa_desktop.desktop.rubrics.versions.what_if_dialog import WhatIfDialog
from qa_desktop.desktop.rubrics.versions.what_if_panel import WhatIfPanel
from qa_desktop.desktop.services import Services
from qa_desktop.reviews.what_if_store import SampleFilter, WhatIfStore
from qa_desktop.rubrics.model import Rubric

RUBRIC = "service-five-dimensions"


def draft_of(services: Services) -> Rubric:
    """The newest version with another weight and an item that is new."""
    rubric = next(r for r in services.rubrics.all() if r.id == RUBRIC)
    first, *rest = rubric.sections
    new = replace(first.items[0], id="new")
    doubled = replace(first, weight=first.weight * 2, items=(*first.items, new))
    return replace(rubric, version=rubric.version + 1, sections=(doubled, *rest))


@pytest.fixture
def panel(qtbot: QtBot, demo_services: Services) -> WhatIfPanel:
    panel = WhatIfPanel(demo_services, draft_of(demo_services), RUBRIC)
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    panel.show()
    return panel


def words(panel: WhatIfPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]


def test_how_the_past_would_come_out(
    qtbot: QtBot, panel: WhatIfPanel, demo_services: Services
) -> None:
    reviews = demo_services.reviews
    chosen = WhatIfStore(demo_services.workspace.database).choose(SampleFilter(rubric_id=RUBRIC))
    kept = [reviews.history(review_id) for review_id, _ in chosen]
    with qtbot.waitSignal(panel.tried) as told:
        panel.begin()
    settle(demo_services.runner)
    summary = told.args[0]
    assert summary.count == 3
    assert summary.bounded
    said = words(panel)
    assert any("Answers are missing" in text for text in said)
    assert any(text.startswith("Opening: new (3 review") for text in said)
    chart = panel.findChildren(Histogram)[-1]
    assert "→" in chart.accessible_value()
    assert panel.export.isEnabled()
    assert [reviews.history(review_id) for review_id, _ in chosen] == kept


def test_the_choice_narrows_the_sample(
    qtbot: QtBot, panel: WhatIfPanel, demo_services: Services
) -> None:
    panel.begin()
    settle(demo_services.runner)
    whose = WhatIfStore(demo_services.workspace.database).whose(RUBRIC)
    agent, count = next(iter(whose.agents.items()))
    with qtbot.waitSignal(panel.tried) as told:
        panel.bar.agents.chosen.emit((agent,))
    assert told.args[0].count == count
    settle(demo_services.runner)
    with qtbot.waitSignal(panel.tried) as told:
        panel.bar.agents.chosen.emit(("nobody",))
    assert told.args[0].count == 0
    settle(demo_services.runner)
    assert panel.empty.isVisibleTo(panel)
    assert not panel.export.isEnabled()


def test_largest_changes_lead_to_their_reviews(
    qtbot: QtBot, panel: WhatIfPanel, demo_services: Services
) -> None:
    panel.begin()
    settle(demo_services.runner)
    movers = panel.results.movers
    assert movers is not None
    with qtbot.waitSignal(panel.review_requested) as asked:
        movers.opened.emit(0)
    assert demo_services.interactions.detail(asked.args[0]).interaction.id == asked.args[0]


def test_export(panel: WhatIfPanel, demo_services: Services, tmp_path: Path) -> None:
    panel.begin()
    settle(demo_services.runner)
    file = tmp_path / "trial.csv"
    panel.export_to(file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        assert len(list(csv.DictReader(opened))) == 3
    panel.export_to(tmp_path / "none" / "trial.csv")
    assert panel.banner.isVisibleTo(panel)
    assert "none" in panel.banner.text()


def slow(started: list[Progress]) -> Callable[..., object]:
    """A trial that goes on until somebody cancels it."""

    def work(*arguments: Any) -> None:
        progress = arguments[-1]
        started.append(progress)
        while not progress._cancel.wait(0.01):
            progress.report(1, 2)
        progress.report(2, 2)

    return work


def test_cancel(
    qtbot: QtBot,
    panel: WhatIfPanel,
    demo_services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[Progress] = []
    monkeypatch.setattr(what_if_panel, "try_draft", slow(started))
    panel.begin()
    qtbot.waitUntil(lambda: bool(started))
    qtbot.waitUntil(lambda: panel.progress.maximum() == 2)
    assert panel._work.isVisibleTo(panel)
    panel.cancel.click()
    settle(demo_services.runner)
    assert not panel._work.isVisibleTo(panel)
    assert any("Cancelled" in text for text in words(panel))


def test_closing_lets_the_work_go(
    qtbot: QtBot, demo_services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Progress] = []
    monkeypatch.setattr(what_if_panel, "try_draft", slow(started))
    crashed: list[object] = []
    demo_services.runner.crashed.connect(crashed.append)
    dialog = WhatIfDialog(demo_services, draft_of(demo_services), RUBRIC)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    qtbot.waitUntil(lambda: bool(started))
    dialog.reject()
    settle(demo_services.runner)
    assert crashed == []


def test_no_past_reviews(qtbot: QtBot, demo_services: Services) -> None:
    rubric = next(r for r in demo_services.rubrics.all() if r.id == "ticket-handling")
    panel = WhatIfPanel(demo_services, rubric, rubric.id)
    qtbot.addWidget(panel)
    panel.show()
    panel.begin()
    settle(demo_services.runner)
    assert panel.empty.isVisibleTo(panel)
    assert "No past reviews to try it on" in words(panel)
