"""A chip that narrows the list down to some values of one fact."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton

if TYPE_CHECKING:
    from qa_desktop.desktop.interactions.facet_popup import Choice


class FacetButton(TextButton):
    """Signal `chosen(tuple[str, ...])`: the values; an empty tuple means any."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "chip", "chevron-down")
        self._theme = theme
        self._word = ""
        self._choices: tuple[Choice, ...] = ()
        self._values: tuple[str, ...] = ()
        self.point_down()
        self.setCheckable(True)
        self.clicked.connect(self._open)

    def show_facet(self, word: str, choices: "Sequence[Choice]", values: tuple[str, ...]) -> None:
        """`choices` are (value, label, count); without any the button is hidden."""
        self._word = word
        self._choices = tuple(choices)
        self._values = values
        labels = [label for value, label, _ in choices if value in values]
        if not labels:
            text = word
        elif len(labels) == 1:
            text = f"{word}: {labels[0]}"
        else:
            text = f"{word}: {len(labels)}"
        self.name_it(text)
        self.setChecked(bool(labels))
        self.setVisible(bool(choices))

    def _open(self) -> None:
        self.setChecked(bool(self._values))
        # Opened seldom: the window must be there at once.
        from qa_desktop.desktop.interactions.facet_popup import FacetPopup

        popup = FacetPopup(self._theme, self._word, self._choices, self._values, self)
        popup.chosen.connect(self.chosen)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + tokens.TIGHT)))
        popup.open()
