"""Where a comment stands: says it, and moves it elsewhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from qa_desktop.desktop.review.comments.comment_states import AnchorChoice
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.words import place_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.restyle import set_style_property


class PlaceButton(QPushButton):
    """Signal `chosen(AnchorChoice)`. `ask_places` tells what is possible when the menu opens."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.ask_places: Callable[[], Sequence[AnchorChoice]] = tuple
        self.setProperty("role", "chip")
        set_style_property(self, "menu", value=True)
        self.setMinimumHeight(tokens.HIT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self)
        self._menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.clicked.connect(self.open_menu)

    def show_place(self, comment: CommentState) -> None:
        place = place_words(comment)
        self.setText(place)
        self.setAccessibleName(self.tr("Place of the comment: {0}").format(place))
        self.setToolTip(self.tr("Move the comment"))

    def open_menu(self) -> None:
        self._menu.clear()
        for number, place in enumerate(self.ask_places(), start=1):
            action = QAction(f"&{number}  {choice_words(place)}", self._menu)
            action.setData(place)
            self._menu.addAction(action)
        if self._menu.isEmpty():
            nothing = self._menu.addAction(self.tr("There is nowhere else to put it now"))
            nothing.setEnabled(False)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self._menu.setActiveAction(self._menu.actions()[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = tokens.ICON_SMALL
        colour = self._theme.colours().muted
        sign = pixmap("chevron-down", colour, size, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - size - tokens.SPACE, (self.height() - size) // 2, sign)
        painter.end()


def choice_words(choice: AnchorChoice) -> str:
    return {
        AnchorChoice.HERE: QCoreApplication.translate("Review", "Put it at the playhead"),
        AnchorChoice.TURN: QCoreApplication.translate("Review", "Put it on the current turn"),
        AnchorChoice.RANGE: QCoreApplication.translate("Review", "Put it on the marked range"),
        AnchorChoice.WORDS: QCoreApplication.translate("Review", "Put it on the selected words"),
        AnchorChoice.POINT: QCoreApplication.translate("Review", "Make it a moment"),
        AnchorChoice.WHOLE: QCoreApplication.translate("Review", "Put it on the whole"),
    }[choice]
