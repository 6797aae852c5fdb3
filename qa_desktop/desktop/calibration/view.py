"""What every part of the calibration page has in common."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.language import Retranslated


class CalibrationView(Retranslated):
    """A part of the page: in its bar, or over it with a way back.

    Signals: `said(str, str action, Callable | None)` for a message over the page;
    `back_requested` by what lies over the page; `session_requested(str)` and
    `results_requested(str)` with a session's id; `review_requested(str interaction, str place)`;
    `rubric_requested(str, int version)`; `changed` when what other views show may be another.
    """

    said = Signal(str, str, object)
    back_requested = Signal()
    session_requested = Signal(str)
    results_requested = Signal(str)
    review_requested = Signal(str, str)
    rubric_requested = Signal(str, int)
    changed = Signal()

    def reload(self) -> None:
        """Reads anew what it shows; called each time it is brought up."""

    def first_focus(self) -> QWidget:
        """What takes the keyboard when it is brought up."""
        return self

    def show_problems(self, problems: Sequence[Problem]) -> bool:  # noqa: ARG002 - others use it
        """Shows them where they happened; False: it has no place for them."""
        return False

    def may_leave(self) -> bool:
        """Whether it may be put away now: nothing would be lost, or the person said so."""
        return True
