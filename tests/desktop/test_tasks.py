"""Work off the GUI thread ends exactly once, on the GUI thread."""

import threading
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.desktop.tasks import Task, TaskRunner

WAITS_S = 10


@pytest.fixture
def runner(qapp: QApplication) -> TaskRunner:
    return TaskRunner()


def endings(task: Task) -> list[tuple[str, str]]:
    """How it ended, and on which thread that was told."""
    told: list[tuple[str, str]] = []

    def tell(how: str) -> None:
        told.append((how, threading.current_thread().name))

    task.finished.connect(lambda _: tell("finished"))
    task.failed.connect(lambda _: tell("failed"))
    task.crashed.connect(lambda _: tell("crashed"))
    task.cancelled.connect(lambda: tell("cancelled"))
    return told


def test_a_result_arrives_on_the_gui_thread(qtbot: QtBot, runner: TaskRunner) -> None:
    worked_on: list[str] = []

    def work(progress: Progress) -> int:
        worked_on.append(threading.current_thread().name)
        progress.report(1, 2, "half")
        return 42

    task = runner.start(work)
    told = endings(task)
    steps: list[tuple[int, int, str]] = []
    task.progressed.connect(lambda *step: steps.append(step))
    with qtbot.waitSignals([task.finished, task.over]):
        pass
    assert told == [("finished", "MainThread")]
    assert steps == [(1, 2, "half")]
    assert worked_on != ["MainThread"]
    assert runner.is_idle()


def test_who_is_told_of_the_ending_comes_before_the_runner_is_idle(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    task = runner.start(lambda _: None)
    busy: list[bool] = []
    task.finished.connect(lambda _: busy.append(not runner.is_idle()))
    qtbot.waitUntil(runner.is_idle)
    assert busy == [True]


def test_a_problem_is_a_failure_and_a_bug_is_a_crash(qtbot: QtBot, runner: TaskRunner) -> None:
    def fail(_progress: Progress) -> None:
        raise ProblemError(Problem(code="audio.empty"))

    def crash(_progress: Progress) -> None:
        raise KeyError("bug")

    failing = runner.start(fail)
    told = endings(failing)
    qtbot.waitUntil(runner.is_idle)
    assert told == [("failed", "MainThread")]
    crashing = runner.start(crash)
    told = endings(crashing)
    with qtbot.waitSignal(runner.crashed) as crashed:
        pass
    qtbot.waitUntil(runner.is_idle)
    assert told == [("crashed", "MainThread")]
    assert isinstance(crashed.args[0], KeyError)


def test_cancelling_stops_the_work_at_its_next_report(qtbot: QtBot, runner: TaskRunner) -> None:
    begun, go_on = Event(), Event()

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(WAITS_S)
        progress.report(1, 1)

    task = runner.start(work)
    told = endings(task)
    assert begun.wait(WAITS_S)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(runner.is_idle)
    assert told == [("cancelled", "MainThread")]
