"""What can be done with a turn: the menu at its words, and the one of its speaker."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from qa_desktop.desktop.review.turns.turn_selection import Selection
from qa_desktop.desktop.review.words import role_word
from qa_desktop.desktop.widgets.keyed import key_near
from qa_desktop.interactions.corrections import shown_spans
from qa_desktop.interactions.model import Correction, Role, Turn

# Whom somebody can be told to be; a system's lines are nobody's.
_ROLES = (Role.AGENT, Role.CUSTOMER, Role.BOT, Role.OTHER)
_MOST_LETTERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnDeeds:
    """What the menus call; each is told which turn or words it is about."""

    comment: Callable[[Selection], object]
    quote: Callable[[Selection], object]
    correct: Callable[[Selection], object]
    play: Callable[[int, int], object]
    copy: Callable[[Selection], object]
    revert: Callable[[int, Correction], object]
    revert_all: Callable[[], object]
    be: Callable[[Turn, Role], object]
    rename: Callable[[Turn], object]
    as_imported: Callable[[Turn], object]
    swap: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnFacts:
    """Where the menu was asked for. `locked`: nothing can be commented on now; `fixed`: words and
    speakers are as they are."""

    turn: Turn
    char: int
    selection: Selection | None
    locked: bool
    corrections: int
    timed: bool
    fixed: bool = False


class TurnMenus(QObject):
    def __init__(self, parent: QWidget, deeds: TurnDeeds) -> None:
        super().__init__(parent)
        self._widget = parent
        self._deeds = deeds

    def open_turn(self, at: QPoint, facts: TurnFacts) -> QMenu:
        """At a point of the screen."""
        menu, deeds, turn = self._menu(), self._deeds, facts.turn
        words = _words_meant(facts)
        comment = _add(menu, self.tr("Comment on this"), lambda: deeds.comment(words), "comment")
        quote = _add(menu, self.tr("Quote on the item"), lambda: deeds.quote(words), "quote")
        for action in (comment, quote):
            action.setEnabled(not facts.locked)
        if facts.timed:
            _add(menu, self.tr("Play from here"), lambda: deeds.play(turn.position, facts.char))
        _add(menu, self.tr("Copy"), lambda: deeds.copy(words))
        if facts.fixed:
            menu.popup(at)
            return menu
        menu.addSeparator()
        correct = self.tr("Correct the words")
        correcting = _add(menu, correct, lambda: deeds.correct(words), "correct_word")
        correcting.setEnabled(words.end_turn is None)
        under = correction_at(turn, facts.char)
        if under is not None:
            back = self.tr("Back to “{0}”").format(_short(under.was))
            _add(menu, back, lambda: deeds.revert(turn.position, under))
        if facts.corrections:
            every = self.tr("Take back all %n correction(s)", "", facts.corrections)
            _add(menu, every, deeds.revert_all)
        menu.addSeparator()
        menu.addMenu(self._speaker_menu(menu, turn))
        menu.popup(at)
        return menu

    def open_speaker(self, at: QPoint, turn: Turn) -> QMenu:
        menu = self._speaker_menu(self._widget, turn)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
        return menu

    def _speaker_menu(self, parent: QWidget, turn: Turn) -> QMenu:
        deeds = self._deeds
        menu = QMenu(self.tr("Who says this"), parent)
        for role in _ROLES:
            words = self.tr("This is: {0}").format(role_word(role))
            action = _add(menu, words, partial(deeds.be, turn, role))
            action.setCheckable(True)
            action.setChecked(turn.role is role)
        menu.addSeparator()
        _add(menu, self.tr("Give a name…"), lambda: deeds.rename(turn))
        back = _add(menu, self.tr("As it was imported"), lambda: deeds.as_imported(turn))
        back.setEnabled(turn.speaker is not None)
        menu.addSeparator()
        _add(menu, self.tr("Swap agent and customer everywhere"), deeds.swap)
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


def _words_meant(facts: TurnFacts) -> Selection:
    """What is selected, where that is of this turn; else all of the turn."""
    turn, chosen = facts.turn, facts.selection
    if chosen is not None and chosen.turn <= turn.position <= chosen.last_turn:
        return chosen
    return Selection(turn=turn.position, start_char=0, end_char=len(turn.text))


def correction_at(turn: Turn, char: int) -> Correction | None:
    """The correction whose words stand there."""
    for each, (start, end) in zip(turn.corrections, shown_spans(turn), strict=True):
        if start <= char <= end:
            return each
    return None


def _add(menu: QMenu, words: str, act: Callable[[], object], key: str = "") -> QAction:
    shown = key_near(menu, key) if key else ""
    action = menu.addAction(f"{words}\t{shown}" if shown else words)
    action.triggered.connect(lambda: act())
    return action


def _short(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS else words[: _MOST_LETTERS - 1] + "…"
