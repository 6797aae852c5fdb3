"""The sources as Python reads them, parsed once for all of these tests."""

import ast
import gc
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_CHECKOUT = _HERE.parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            # On one worker, where there are several.
            item.add_marker(pytest.mark.xdist_group("sources"))


@pytest.fixture(scope="session")
def parsed() -> dict[Path, ast.Module]:
    """Every module of the package and of the tests."""
    files = [*(_CHECKOUT / "qa_desktop").rglob("*.py"), *(_CHECKOUT / "tests").rglob("*.py")]
    # Millions of nodes, of which none is garbage: looking for it would take half of the time.
    gc.disable()
    try:
        return {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(files)}
    finally:
        gc.enable()
        gc.freeze()
