"""Drafts on a real database, and the editor over one of them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.editor.page import EditorPage
from qa_desktop.desktop.rubrics.editor.presenter import EditorPresenter
from qa_desktop.desktop.services import Services
from qa_desktop.rubrics.library import shipped_rubric

SMALL = """\
# Kept: what the team agreed on.
schema: qa-rubric/1
id: small
version: 1
title: {zh-CN: 小表, en: Small form}
channels: [chat]
languages: [zh-CN, en]
scoring: {aggregation: sectioned, pass_mark: 60}
grades:
  - {id: good, min: 60, title: {zh-CN: 好, en: Good}}
  - {id: poor, min: 0, title: {zh-CN: 差, en: Poor}}
sections:
  - id: first
    title: {zh-CN: 一, en: First}
    weight: 30   # the lighter one
    items:
      - id: hello
        text: {zh-CN: 问候, en: Greeting}
        answer:
          type: choice
          options:
            - {id: yes, title: {zh-CN: 是, en: Yes}, score: 1}
            - {id: no, title: {zh-CN: 否, en: No}, score: 0}
      - id: tone
        text: {zh-CN: 语气, en: Tone}
        weight: 2
        answer: {type: scale, min: 1, max: 5}
  - id: second
    title: {zh-CN: 二, en: Second}
    weight: 90
    items:
      - id: solved
        text: {zh-CN: 解决, en: Solved}
        answer: {type: points, max: 10}
"""

Begin = Callable[[str], EditorPresenter]


@pytest.fixture
def small() -> str:
    return SMALL


@pytest.fixture
def shipped() -> str:
    found = shipped_rubric("service-five-dimensions")
    assert found is not None
    return found[1].decode("utf-8")


@pytest.fixture
def begin(services: Services) -> Begin:
    """A presenter on a new draft with that text."""

    def made(text: str) -> EditorPresenter:
        draft = services.rubric_drafts.create(text)
        return EditorPresenter(services.rubric_drafts, services.rubrics, draft, "en")

    return made


@pytest.fixture
def edit(qtbot: QtBot, services: Services, begin: Begin) -> Iterator[Callable[[str], EditorPage]]:
    """The editor, shown, on a new draft with that text."""
    pages: list[EditorPage] = []

    def made(text: str) -> EditorPage:
        page = EditorPage(services, begin(text))
        qtbot.addWidget(page)
        page.resize(1204, 650)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        pages.append(page)
        return page

    yield made
    settle(services.runner)
    QCoreApplication.sendPostedEvents()


@pytest.fixture
def settled(services: Services) -> Callable[[], None]:
    """Waits until what was typed is read, saved and shown."""
    return lambda: settle(services.runner)
