"""The laws of the house that import contracts can't say, read from the sources themselves."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "qa_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 400
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "manager"}
HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")


def name_of(module: Path) -> str:
    return str(module.relative_to(CHECKOUT))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def calls_to(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in names:
                yield node


@pytest.fixture(scope="module")
def trees(parsed: dict[Path, ast.Module]) -> dict[Path, ast.Module]:
    return {module: parsed[module] for module in MODULES}


def test_modules_stay_readable() -> None:
    everything = [*MODULES, *(CHECKOUT / "tests").rglob("*.py")]
    lengths = {name_of(m): len(m.read_text(encoding="utf-8").splitlines()) for m in everything}
    assert {name: n for name, n in lengths.items() if n > MOST_LINES} == {}


def test_modules_are_named_for_what_they_do() -> None:
    assert [name_of(m) for m in MODULES if m.stem in FORBIDDEN_NAMES] == []


def test_every_module_says_what_it_is_for(trees: dict[Path, ast.Module]) -> None:
    assert [name_of(m) for m, tree in trees.items() if not ast.get_docstring(tree)] == []


def test_sqlite_is_met_in_the_database_room_and_in_stores_only(
    trees: dict[Path, ast.Module],
) -> None:
    def may(module: Path) -> bool:
        return module.parent == PACKAGE / "database" or module.stem.split("_")[-1] == "store"

    strangers = [
        name_of(module)
        for module, tree in trees.items()
        if not may(module)
        and any(name.split(".")[0] in {"sqlite3", "sqlite_utils"} for name in imported(tree))
    ]
    assert strangers == []


def test_presenters_know_no_qt(trees: dict[Path, ast.Module]) -> None:
    strangers = [
        name_of(module)
        for module, tree in trees.items()
        if module.stem.split("_")[-1] == "presenter"
        and any(name.split(".")[0] in {"PySide6", "vlc"} for name in imported(tree))
    ]
    assert strangers == []


def test_translatable_texts_are_literals(trees: dict[Path, ast.Module]) -> None:
    """An f-string or a sum inside tr(), and tr() in an f-string, are not found by lupdate."""
    faults = [
        f"{name_of(module)}:{call.lineno}"
        for module, tree in trees.items()
        for call in calls_to(tree, {"tr", "translate"})
        for argument in call.args[:2]
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
    ]
    inside = [
        f"{name_of(module)}:{whole.lineno}"
        for module, tree in trees.items()
        for whole in ast.walk(tree)
        if isinstance(whole, ast.JoinedStr) and any(calls_to(whole, {"tr", "translate"}))
    ]
    assert faults + inside == []


def test_colours_are_named_in_the_tokens_only(trees: dict[Path, ast.Module]) -> None:
    tokens = PACKAGE / "desktop" / "theme" / "tokens.py"
    faults = [
        f"{name_of(module)}:{node.lineno}"
        for module, tree in trees.items()
        if (PACKAGE / "desktop") in module.parents and module != tokens
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and HEX_COLOUR.search(node.value)
    ]
    assert faults == []


def test_nothing_is_swallowed(trees: dict[Path, ast.Module]) -> None:
    """A handler of a wide exception must do something with it."""
    faults = [
        f"{name_of(module)}:{node.lineno}"
        for module, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
        and all(isinstance(statement, ast.Pass) for statement in node.body)
    ]
    assert faults == []
