"""Loads sqlite-utils without NumPy, which it would only need to store NumPy's own numbers."""

import sys
from importlib import import_module


def load_sqlite_utils() -> None:
    """WORKAROUND sqlite-utils imports NumPy wherever it is installed, and with it a fifth of the
    program's start; remove when it no longer does. Where NumPy is loaded already, nothing changes.
    """
    if "numpy" in sys.modules or "sqlite_utils" in sys.modules:
        import_module("sqlite_utils")
        return
    # What is None there counts as not installed.
    sys.modules["numpy"] = None  # type: ignore[assignment]  # documented, but not in the stubs
    try:
        import_module("sqlite_utils.db")
    finally:
        del sys.modules["numpy"]
