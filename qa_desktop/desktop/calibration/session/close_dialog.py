"""Asks before a session is closed: what counts is signed then, and can't be changed any more."""

from collections import Counter

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.calibration.model import Mode
from qa_desktop.calibration.sessions.desk_model import CellState
from qa_desktop.desktop.calibration.session.presenter import SessionPageState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label

_GONE = (CellState.MISSING, CellState.CONFLICT)


class CloseDialog(QDialog):
    def __init__(
        self, theme: Theme, state: SessionPageState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Close the session"))
        self.setMinimumWidth(tokens.DIALOG_WIDTH * 3 // 4)
        title = self.tr("Close “{0}”?").format(state.session.title)
        lines = [
            self.tr("{0} of {1} submissions are in, and count.").format(
                state.arrived, state.expected
            ),
            *self._missing(state),
            self.tr("The list of what counts is signed. It can’t be opened again afterwards."),
        ]
        if state.session.mode is Mode.STRICT:
            lines.append(self.tr("Then every program releases its keys, and you can open."))
        self.take = TextButton(theme, "primary", "lock")
        self.take.name_it(self.tr("Close the session"))
        self.take.clicked.connect(self.accept)
        cancel = TextButton(theme)
        cancel.name_it(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.LOOSE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("title", title, wrap=True))
        for line in lines:
            column.addWidget(make_label("", line, wrap=True))
        column.addSpacing(tokens.SPACE)
        column.addLayout(foot)

    def _missing(self, state: SessionPageState) -> list[str]:
        """Whose would not count, and how many."""
        if state.standing is None:
            return []
        names = {p.fingerprint: p.name for p in state.session.participants}
        gone = Counter(c.fingerprint for c in state.standing.cells if c.state in _GONE)
        if not gone:
            return []
        told = [f"{names.get(who, who[:8])} ({count})" for who, count in gone.items()]
        return [self.tr("Not in, and without them: {0}.").format(", ".join(told))]
