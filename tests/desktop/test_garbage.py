"""A window that nobody holds any more goes away on the thread of the windows."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from qa_desktop.desktop import garbage
from qa_desktop.desktop.garbage import GarbageCollector


class Knot(QObject):
    """Held by itself alone."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_it_is_found_on_this_thread_alone(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "_EVERY_MS", 1)
    found: list[threading.Thread] = []
    collector = GarbageCollector()
    collector.start()
    weakref.finalize(Knot(), lambda: found.append(threading.current_thread()))
    kept: list[list[int]] = []

    def need_memory() -> None:
        kept.extend([] for _ in range(10 * gc.get_threshold()[0]))

    worker = threading.Thread(target=need_memory)
    worker.start()
    worker.join()
    assert found == []
    qtbot.waitUntil(lambda: found != [])
    assert found == [threading.main_thread()]


def test_older_garbage_is_looked_for_as_often_as_python_would(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []
    monkeypatch.setattr(gc, "collect", looked.append)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    for count in ((700, 50, 50), (701, 10, 50), (701, 11, 10), (701, 11, 11)):
        monkeypatch.setattr(gc, "get_count", lambda count=count: count)
        garbage.look_for_garbage()
    assert looked == [0, 0, 1, 0, 1, 2]
