"""Every key on one page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.review.shortcuts import DEFAULT_KEYS, Action
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.key_hint import KeyHint
from qa_desktop.desktop.widgets.label import make_label

Group = tuple[str, tuple[tuple[tuple[str, ...], str], ...]]

# The second name of a key that is shown already.
_SAME_KEY = frozenset({"Ctrl+Enter", "Enter", "="})
_SHEET_WIDTH = 980
_SHEET_HEIGHT = 680


class CheatSheet(QDialog):
    """The keys of every page, in two columns."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        room = parent.height() - tokens.HEADER_HEIGHT if parent else _SHEET_HEIGHT
        self.resize(_SHEET_WIDTH, min(_SHEET_HEIGHT, room))
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        halves = QHBoxLayout(inside)
        halves.setContentsMargins(0, 0, tokens.SPACE, 0)
        halves.setSpacing(tokens.LOOSE)
        for groups in self._columns():
            column = QVBoxLayout()
            column.setSpacing(tokens.TIGHT)
            for group in groups:
                _add_group(column, group)
            column.addStretch()
            halves.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        close = TextButton(theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(
            make_label("small", self.tr("Single letters work while no text is being written."))
        )
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def _columns(self) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
        everywhere: Group = (
            self.tr("Everywhere"),
            (
                (("Ctrl+K",), self.tr("Search everything")),
                (("?", "F1"), self.tr("These keys; the help")),
                (("Alt+1", "Alt+2", "Alt+3"), self.tr("Interactions, rubrics, settings")),
                (("Ctrl+I",), self.tr("Import")),
                (("Ctrl+O",), self.tr("Open another workspace")),
                (("Ctrl+Q",), self.tr("Quit")),
            ),
        )
        in_list: Group = (
            self.tr("List of interactions"),
            (
                (("Enter",), self.tr("Open for review")),
                (("Ctrl+F",), self.tr("Filter by words")),
                (("Ctrl+A",), self.tr("Select all")),
                (("Menu", "Shift+F10"), self.tr("What can be done with it")),
            ),
        )
        return (everywhere, in_list), (self._sound(), self._grading())

    def _sound(self) -> Group:
        return (
            self.tr("Listening"),
            (
                (_keys(Action.PLAY), self.tr("Play, pause")),
                (_keys(Action.BACK, Action.AHEAD), self.tr("1 s back, on")),
                (_keys(Action.FAR_BACK, Action.FAR_AHEAD), self.tr("5 s back, on")),
                (
                    _keys(Action.PREVIOUS_COMMENT, Action.NEXT_COMMENT),
                    self.tr("Previous, next comment"),
                ),
                (
                    _keys(Action.SLOWER, Action.PAUSE, Action.FASTER),
                    self.tr("Slower or back, pause, faster"),
                ),
                (
                    _keys(Action.RATE_DOWN, Action.RATE_UP, Action.RATE_RESET),
                    self.tr("Speed down, up, normal"),
                ),
                (_keys(Action.SKIP_SILENCE, Action.SOLO), self.tr("Skip silence; hear one side")),
                (
                    _keys(Action.ZOOM_IN, Action.ZOOM_OUT, Action.WHOLE),
                    self.tr("Zoom in, out, whole call"),
                ),
                (_keys(Action.SEARCH), self.tr("Search in the transcript")),
            ),
        )

    def _grading(self) -> Group:
        return (
            self.tr("Grading"),
            (
                (("1", "…", "9"), self.tr("Choose the answer")),
                (("0", *_keys(Action.NOT_APPLICABLE)), self.tr("Not applicable")),
                (_keys(Action.CLEAR), self.tr("Clear the answer")),
                (_keys(Action.PREVIOUS_ITEM, Action.NEXT_ITEM), self.tr("Previous, next item")),
                (_keys(Action.NEXT_UNANSWERED), self.tr("Next item left to answer")),
                (
                    _keys(Action.ITEM_COMMENT, Action.REASON),
                    self.tr("Comment, reason of the item"),
                ),
                (_keys(Action.GUIDANCE), self.tr("More or less of the guidance")),
                (_keys(Action.COMMENT), self.tr("Comment at the playhead")),
                (_keys(Action.RANGE_IN, Action.RANGE_OUT), self.tr("Begin and end of a range")),
                (
                    _keys(Action.PLAY_RANGE, Action.LOOP_RANGE),
                    self.tr("Play the range, loop it"),
                ),
                (_keys(Action.WHY), self.tr("Why this score")),
                (_keys(Action.UNDO, Action.REDO), self.tr("Undo, redo")),
                (_keys(Action.SUBMIT), self.tr("Submit, then the next of the list")),
                (_keys(Action.LEAVE), self.tr("Back to the list")),
            ),
        )


def _keys(*actions: Action) -> tuple[str, ...]:
    """The review page's own keys; of several actions the first of each."""
    if len(actions) == 1:
        return tuple(key for key in DEFAULT_KEYS[actions[0]] if key not in _SAME_KEY)
    return tuple(DEFAULT_KEYS[action][0] for action in actions)


def _add_group(column: QVBoxLayout, group: Group) -> None:
    title, rows = group
    column.addWidget(make_label("heading", title))
    grid = QGridLayout()
    grid.setHorizontalSpacing(tokens.WIDE)
    grid.setVerticalSpacing(tokens.TIGHT)
    grid.setColumnStretch(1, 1)
    for number, (keys, does) in enumerate(rows):
        hints = QWidget()
        line = QHBoxLayout(hints)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(tokens.TIGHT)
        for key in keys:
            line.addWidget(make_label("muted", key) if key == "…" else KeyHint(key))
        line.addStretch()
        grid.addWidget(hints, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(make_label("", does, wrap=True), number, 1)
    grid.setColumnMinimumWidth(0, tokens.READING_WIDTH // 4)
    column.addLayout(grid)
    column.addSpacing(tokens.WIDE)
