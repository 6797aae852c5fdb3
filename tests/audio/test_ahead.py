"""An iterator in another thread gives the same items, and lets go when it should."""

import threading
from collections.abc import Iterator

import pytest

from qa_desktop.audio.ahead import ahead


def alive() -> bool:
    return any(thread.name == "decode-ahead" for thread in threading.enumerate())


def test_the_same_items_in_the_same_order() -> None:
    assert list(ahead(iter(range(1000)))) == list(range(1000))
    assert not alive()


def test_what_is_raised_there_is_raised_here_after_all_items() -> None:
    def broken() -> Iterator[int]:
        yield 1
        yield 2
        raise KeyError("three")

    items = ahead(broken())
    assert [next(items), next(items)] == [1, 2]
    with pytest.raises(KeyError, match="three"):
        next(items)
    assert not alive()


def test_never_more_than_a_few_ahead() -> None:
    made = []
    asked = threading.Event()

    def counting() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            if number == 3:
                asked.set()
            yield number

    items = ahead(counting(), depth=2)
    assert next(items) == 0
    assert asked.wait(10), "it runs ahead"
    assert len(made) <= 5
    items.close()
    assert not alive()
    assert len(made) < 100


def test_closing_before_the_start_starts_nothing() -> None:
    ahead(iter([1])).close()
    assert not alive()
