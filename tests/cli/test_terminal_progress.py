"""The line that tells how far a command is."""

import io

import pytest

from qa_desktop.cli.columns import fitted, width_of
from qa_desktop.cli.context import TerminalProgress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "21")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("call", "call      "),
        ("a long name", "a long na…"),
        ("客服通话", "客服通话  "),
        ("客服通话录音", "客服通话… "),
        ("", "          "),
    ],
)
def test_text_fits_its_columns(text: str, said: str) -> None:
    assert fitted(text, 10) == said
    assert width_of(said) == 10


def test_the_line_is_written_anew_and_wiped_at_the_end() -> None:
    terminal = Terminal()
    TerminalProgress(terminal).report(1, 3, "call.wav")
    TerminalProgress(terminal).report(2, 3, "\x1b[2J客服\n录音录音录音.wav")
    TerminalProgress(terminal).report(3, 3)
    first, second, third, rest = terminal.getvalue().split("\r")[1:]
    assert first == "1/3 call.wav        "
    assert second == "2/3 ?[2J客服?录音录…"
    assert (third, rest) == (" " * 20, "")


def test_without_a_terminal_nothing_is_said() -> None:
    stream = io.StringIO()
    TerminalProgress(stream).report(1, 3, "call.wav")
    assert stream.getvalue() == ""
