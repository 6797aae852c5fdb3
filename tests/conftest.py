"""Fixtures for every test."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """As make_application has it, on every system."""
    return ["qa-desktop", "-style", "fusion"]


@pytest.fixture(autouse=True)
def garbage_is_found_where_windows_live(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the program: in a worker's thread, finding a window is the end."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    from qa_desktop.desktop.garbage import look_for_garbage

    gc.disable()
    yield
    look_for_garbage()
    gc.enable()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real calls, chats and worked cases; tests that need it skip without it."""
    folder = Path(os.environ.get("QA_SHARED_DATA", CHECKOUT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared data is not beside this checkout")
    return folder
