"""Every fault of one window or dialog as it stands on the screen."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from qa_desktop.desktop.inspection.cutting import cut_texts
from qa_desktop.desktop.inspection.naming import badly_named
from qa_desktop.desktop.inspection.placing import misplaced
from qa_desktop.desktop.inspection.tab_order import tab_faults


def find_faults(root: QWidget, *, tabs: bool = True) -> list[str]:
    """One line each, sorted: what is wrong, with which widget, where.

    `root` is shown and has come to rest. `tabs`: also walks through it with the Tab key, which
    moves the focus and in the end puts it back.
    """
    return sorted(set(_all(root, tabs=tabs)))


def _all(root: QWidget, *, tabs: bool) -> Iterator[str]:
    yield from badly_named(root)
    yield from cut_texts(root)
    yield from misplaced(root)
    if tabs:
        yield from tab_faults(root)
