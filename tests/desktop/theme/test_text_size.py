"""Text of 100 to 200 %: what holds it grows with it, and nothing keeps a size from before."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import qa_desktop.desktop
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.fonts import system_text_scale
from qa_desktop.desktop.theme.stylesheet import stylesheet
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton

SOURCES = sorted(Path(*qa_desktop.desktop.__path__).rglob("*.py"))


@pytest.mark.parametrize("size_pct", [100, 125, 150, 200])
def test_text_and_what_holds_it_grow_together(
    qapp: QApplication, qtbot: QtBot, theme: Theme, size_pct: int
) -> None:
    theme.size_text(size_pct)
    share = size_pct / 100
    assert QFontInfo(qapp.font()).pixelSize() == round(13 * share)
    assert round(28 * share) == tokens.HIT
    assert f"font-size: {round(12 * share)}px" in stylesheet(theme.colours())
    square = IconButton(theme, "x")
    qtbot.addWidget(square)
    assert square.width() == square.height() == round(32 * share)
    wide = TextButton(theme)
    wide.name_it("Import")
    qtbot.addWidget(wide)
    assert wide.sizeHint().height() >= round(32 * share)


def test_spacing_and_borders_stay_as_they_are(theme: Theme) -> None:
    theme.size_text(200)
    assert (tokens.TIGHT, tokens.SPACE, tokens.BORDER, tokens.FOCUS_BORDER) == (4, 8, 1, 2)


def test_sizes_beyond_what_the_pages_are_made_for_are_cut_off(theme: Theme) -> None:
    theme.size_text(400)
    assert tokens.text_scale() == tokens.LARGEST_TEXT
    theme.size_text(50)
    assert tokens.text_scale() == 1.0
    assert tokens.TEXT_NORMAL == 13


def test_a_system_with_larger_text_is_followed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    assert system_text_scale() == 1.0
    monkeypatch.setattr("qa_desktop.desktop.theme.fonts._USUAL_ELSEWHERE_PX", 8)
    monkeypatch.setattr("qa_desktop.desktop.theme.fonts._USUAL_PX", {})
    assert system_text_scale() > 1.2
    theme.size_text(100)
    assert tokens.text_scale() == system_text_scale()


def test_no_module_keeps_a_size_from_its_import() -> None:
    """Constants, defaults and class bodies are worked out once; the text may grow after."""
    kept = [
        f"{file.name}:{node.lineno} {node.attr}"
        for file in SOURCES
        for node in read_once(ast.parse(file.read_text(encoding="utf-8")), within=False)
    ]
    assert kept == []


def test_that_check_finds_what_it_is_for() -> None:
    bad = "A = tokens.HIT\ndef f(size=tokens.ICON): return tokens.HIT\nclass B:\n  c = tokens.HIT"
    found = [node.lineno for node in read_once(ast.parse(bad), within=False)]
    assert found == [1, 2, 4]


def read_once(node: ast.AST, *, within: bool) -> Iterator[ast.Attribute]:
    if isinstance(node, ast.Attribute) and not within and is_growing(node):
        yield node
    if isinstance(node, ast.FunctionDef | ast.Lambda):
        defaults = [*node.args.defaults, *(kept for kept in node.args.kw_defaults if kept)]
        for default in defaults:
            yield from read_once(default, within=within)
        body = node.body if isinstance(node.body, list) else [node.body]
        for part in body:
            yield from read_once(part, within=True)
        return
    for child in ast.iter_child_nodes(node):
        yield from read_once(child, within=within)


def is_growing(node: ast.Attribute) -> bool:
    of_tokens = isinstance(node.value, ast.Name) and node.value.id == "tokens"
    return of_tokens and node.attr in tokens.GROWING
