"""Keeps the interpreter alive under PySide6 6.12 on Python 3.11."""

import ctypes
import sys

_MANY = 1 << 40


def make_immortal() -> None:
    """Gives None, True and False references for as long as the program can run.

    WORKAROUND PySide6 6.12.0: its wheel is tagged for Python 3.10 on, but returns None and bools
    without counting a reference, as only 3.12's immortal objects allow. On 3.11 each call into Qt
    takes one away, and after some ten thousands the interpreter aborts ("deallocating None").
    Remove when the wheel that is locked passes tests/desktop/test_immortals.py without this.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for value in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(value))
        if 0 < count.value < _MANY and abs(count.value - sys.getrefcount(value)) < 16:
            count.value += _MANY
