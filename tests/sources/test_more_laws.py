"""Laws about what differs between systems, about the tests themselves, and about commands."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa_desktop.cli.app import COMMAND_MODULES

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "qa_desktop"
TESTS = CHECKOUT / "tests"
MODULES = sorted(PACKAGE.rglob("*.py"))
TEST_MODULES = sorted(TESTS.rglob("*.py"))
# Where it may matter which system this is: each place is small, and its types are checked for all.
SYSTEM_PLACES = {
    "qa_desktop/__main__.py",
    "qa_desktop/base/whole_files.py",
    "qa_desktop/database/location.py",
    "qa_desktop/desktop/ending.py",
    "qa_desktop/desktop/theme/fonts.py",
    "qa_desktop/interactions/isolation.py",
}
# Folders of tests that stand for no room.
STORIES = {"installer", "journeys", "old_databases", "sources"}
LAST_RESORT = re.compile(r"#\s*(?:noqa: (?:BLE|S)\d+|type: ignore\[[^\]]+\])(?P<why>.*)")


def name_of(module: Path) -> str:
    return module.relative_to(CHECKOUT).as_posix()


@pytest.fixture(scope="module")
def trees(parsed: dict[Path, ast.Module]) -> dict[Path, ast.Module]:
    return {module: parsed[module] for module in (*MODULES, *TEST_MODULES)}


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in names:
            yield node


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def opens_text(call: ast.Call) -> bool:
    """Whether a file is opened as text by these arguments; Qt's dialogs open without any, and
    read_text is a function of ours too."""
    if called(call) in ("read_text", "write_text"):
        return called(call) == "write_text" or not call.args
    if isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "av":
        return False
    modes = [*call.args[:2], *(k.value for k in call.keywords if k.arg == "mode")]
    said = [m.value for m in modes if isinstance(m, ast.Constant) and isinstance(m.value, str)]
    return any(re.fullmatch(r"[rwax]\+?t?", mode) for mode in said)


def test_text_files_name_their_encoding(trees: dict[Path, ast.Module]) -> None:
    """Windows would take its code page."""
    faults = [
        f"{name_of(module)}:{call.lineno}"
        for module in (*MODULES, *TEST_MODULES)
        for call in calls(trees[module], {"open", "read_text", "write_text"})
        if opens_text(call) and "encoding" not in {keyword.arg for keyword in call.keywords}
    ]
    assert faults == []


def test_systems_differ_in_few_places(trees: dict[Path, ast.Module]) -> None:
    asked = {
        name_of(module)
        for module in MODULES
        for node in ast.walk(trees[module])
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in {("sys", "platform"), ("os", "name")}
    }
    assert asked == SYSTEM_PLACES


def test_migrations_import_no_live_code(trees: dict[Path, ast.Module]) -> None:
    """What a step did must stay what it did: its SQL lies in modules that import nothing."""
    live = [
        name_of(module)
        for module in MODULES
        if module.stem == "migrations" or module.stem.endswith(("_schema", "_schemas"))
        for node in ast.walk(trees[module])
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qa_desktop")
        if not (node.module or "").endswith(("_schema", "_schemas"))
    ]
    assert live == []


def test_ways_around_a_check_say_why() -> None:
    faults = [
        f"{name_of(module)}:{number}"
        for module in MODULES
        for number, line in enumerate(module.read_text(encoding="utf-8").splitlines(), 1)
        if (found := LAST_RESORT.search(line)) and not found["why"].strip(" -#")
    ]
    assert faults == []


def test_tests_wait_for_what_happens_and_never_sleep(trees: dict[Path, ast.Module]) -> None:
    """A minute and more is what a hung program does, in tests of being hung."""
    faults = [
        f"{name_of(module)}:{call.lineno}"
        for module in TEST_MODULES
        for call in calls(trees[module], {"sleep", "qWait", "qSleep", "msleep"})
        if not isinstance(call.args[0], ast.Constant) or call.args[0].value < 60
    ]
    assert faults == []


def test_tests_mirror_the_rooms() -> None:
    rooms = {folder.name for folder in PACKAGE.iterdir() if folder.is_dir()}
    folders = {folder.name for folder in TESTS.iterdir() if folder.is_dir()} - {"__pycache__"}
    assert folders - rooms == STORIES
    screens = {folder.name for folder in (PACKAGE / "desktop").iterdir() if folder.is_dir()}
    assert {f.name for f in (TESTS / "desktop").iterdir() if f.is_dir()} <= screens


def test_names_of_test_modules_are_unique() -> None:
    """Failures name the module alone."""
    names = Counter(module.name for module in TEST_MODULES if module.name != "conftest.py")
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("module", COMMAND_MODULES)
def test_commands_are_told_of_in_both_readmes(module: str) -> None:
    command = module.removesuffix("_command")
    for readme in ("README.md", "README.zh-CN.md"):
        text = (CHECKOUT / readme).read_text(encoding="utf-8")
        assert re.search(rf"qa-desktop {command}\b", text), f"{readme} lacks qa-desktop {command}"


@pytest.mark.parametrize("module", COMMAND_MODULES)
def test_commands_show_an_example(module: str, trees: dict[Path, ast.Module]) -> None:
    tree = trees[PACKAGE / "cli" / f"{module}.py"]
    texts = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    examples = [text for text in texts if text.startswith("example")]
    command = module.removesuffix("_command")
    assert any(re.search(rf"qa-desktop .*{command}\b", text) for text in examples)
