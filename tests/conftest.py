"""Fixtures for every test."""

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """As make_application has it, on every system."""
    return ["qa-desktop", "-style", "fusion"]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real calls, chats and worked cases; tests that need it skip without it."""
    folder = Path(os.environ.get("QA_SHARED_DATA", CHECKOUT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared data is not beside this checkout")
    return folder
