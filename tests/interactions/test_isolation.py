"""The child process that reads files, and what it survives."""

import importlib
import os
import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled
from qa_desktop.interactions.isolation import ChildReader

TASKS = """
import os, time
from qa_desktop.base.problems import Problem, ProblemError, Where

def pid():
    return os.getpid()

def complain(name):
    raise ProblemError(Problem(code="room.name", where=Where(file=name, line=3), values={"n": 1}))

def hang():
    while True:
        time.sleep(60)

def die():
    os._exit(3)

def break_down():
    raise KeyError("surprise")

def swallow_memory():
    hoard = []
    while True:
        hoard.append(bytearray(16 * 1024 * 1024))
"""


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Functions that the child can import too: it gets our sys.path."""
    folder = tmp_path_factory.mktemp("tasks")
    (folder / "reader_tasks_for_tests.py").write_text(TASKS, encoding="utf-8")
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module("reader_tasks_for_tests")
    finally:
        sys.path.remove(str(folder))


@pytest.fixture(scope="module")
def child(tasks: ModuleType) -> ChildReader:
    with ChildReader("qa_desktop.base.problems", memory_bytes=400 * 2**20) as reader:
        yield reader


def run(
    child: ChildReader, function: Callable[..., object], *arguments: object, limit_s: float = 30
) -> object:
    return child.run(function, *arguments, file="the.file", limit_s=limit_s, waiting=lambda: None)


def code_of(error: pytest.ExceptionInfo[ProblemError]) -> str:
    return error.value.problems[0].code


def test_one_process_serves_many_files(child: ChildReader, tasks: ModuleType) -> None:
    first = run(child, tasks.pid)
    assert first != os.getpid()
    assert run(child, tasks.pid) == first


def test_problems_cross_over_whole(child: ChildReader, tasks: ModuleType) -> None:
    with pytest.raises(ProblemError) as error:
        run(child, tasks.complain, "a.json")
    problem = error.value.problems[0]
    assert (problem.code, problem.where.file, problem.where.line) == ("room.name", "a.json", 3)
    assert dict(problem.values) == {"n": 1}


@pytest.mark.parametrize(
    ("task", "limit_s", "code"),
    [
        ("hang", 0.3, "interactions.reader_hung"),
        ("die", 30, "interactions.reader_died"),
        ("swallow_memory", 30, "interactions.reader_memory"),
    ],
)
def test_a_lost_child_is_replaced(
    child: ChildReader, tasks: ModuleType, task: str, limit_s: float, code: str
) -> None:
    before = run(child, tasks.pid)
    with pytest.raises(ProblemError) as error:
        run(child, getattr(tasks, task), limit_s=limit_s)
    assert code_of(error) == code
    assert error.value.problems[0].where.file == "the.file"
    assert run(child, tasks.pid) != before


def test_a_bug_fails_the_file_and_says_where_it_is(child: ChildReader, tasks: ModuleType) -> None:
    with pytest.raises(ProblemError) as error:
        run(child, tasks.break_down)
    assert code_of(error) == "interactions.reader_broke"
    detail = str(error.value.problems[0].values["detail"])
    assert "KeyError" in detail
    assert "reader_tasks_for_tests.py:" in detail


def test_waiting_can_be_cancelled(child: ChildReader, tasks: ModuleType) -> None:
    def cancel() -> None:
        raise Cancelled

    run(child, tasks.pid)
    with pytest.raises(Cancelled):
        child.run(tasks.hang, file="x", limit_s=30, waiting=cancel)
    assert isinstance(run(child, tasks.pid), int)


def test_a_child_that_died_idle_costs_no_file(
    child: ChildReader, tasks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run(child, tasks.pid)
    process = child._process
    assert process is not None
    process.kill()
    process.join()
    # As if it had ended just after it was asked.
    monkeypatch.setattr(type(process), "is_alive", lambda _: True)
    assert run(child, tasks.pid) != before
