"""The properties of the selected node: its groups of fields, with what is to be said of each."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from qa_desktop.desktop.rubrics.editor.blocks import Control, Said
from qa_desktop.desktop.rubrics.editor.controls import LocalText
from qa_desktop.desktop.rubrics.editor.fields import Group
from qa_desktop.desktop.rubrics.editor.group_card import GroupCard, Shape, shape_of
from qa_desktop.desktop.rubrics.editor.state import Note
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate

_MOST_SPARE = 24
_WIDEST = 840


class PropertiesPanel(QWidget):
    """Signal `wished(Wish)`: what the person wants changed. Nothing is changed here."""

    wished = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[GroupCard] = []
        self._spare: dict[Shape, GroupCard] = {}
        self._title = make_label("title", wrap=True)
        self._about = make_label("small", wrap=True)
        self._said = Said()
        self._inside = QWidget()
        self._inside.setProperty("role", "scrolled")
        self._inside.setMaximumWidth(tokens.scaled(_WIDEST))
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(tokens.SPACE, tokens.SPACE, tokens.SPACE, tokens.WIDE)
        self._column.setSpacing(tokens.SPACE + tokens.TIGHT)
        for widget in (self._title, self._about, self._said):
            self._column.addWidget(widget)
        self._column.addStretch()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def show_groups(
        self, title: str, about: str, groups: Sequence[Group], notes: Sequence[Note]
    ) -> None:
        """`notes`: those of this node."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._area.setAccessibleName(title)
        self._fit(groups)
        for card, group in zip(self._cards, groups, strict=True):
            card.show_group(group)
        self._show_notes(notes)

    def enable(self, *, enabled: bool) -> None:
        """What the text says can't be read while it is not YAML."""
        if self._inside.isEnabled() != enabled:
            self._inside.setEnabled(enabled)

    def reveal(self, path: Path, language: str = "") -> bool:
        """Puts the cursor where `path` is edited; False where that is nowhere here."""
        found = self._best(path)
        control = found.control_at(path) if found is not None else None
        if control is None:
            return False
        self._focus(control, language)
        return True

    def focus_first(self) -> None:
        """The cursor into the first field that something is typed in."""
        for card in self._cards:
            for control in card.findChildren(Control):
                if control.isVisible() and control.inner.isEnabled():
                    self._focus(control, "")
                    return

    def focus_new_row(self) -> None:
        """The cursor into the last row of the table whose button was pressed."""
        focused = QApplication.focusWidget()
        for card in self._cards:
            for table in card.tables():
                if focused is not None and table.isAncestorOf(focused):
                    table.focus_row(table.row_count() - 1)

    def flush(self) -> None:
        """Tells at once all that was typed and not yet told."""
        for card in list(self._cards):
            card.flush()

    def _focus(self, control: Control, language: str) -> None:
        inner = control.inner
        if isinstance(inner, LocalText) and language:
            inner.focus_language(language)
        else:
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # After what was made anew has found its place.
        QTimer.singleShot(0, self, self._show_focused)

    def _show_focused(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._inside.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused, tokens.WIDE, tokens.LOOSE * 2)

    def _fit(self, groups: Sequence[Group]) -> None:
        """Cards whose shape stays are kept, with what is being typed in them."""
        shapes = [shape_of(group) for group in groups]
        if [card.shape for card in self._cards] == shapes:
            return
        old = self._spare | {card.shape: card for card in self._cards}
        focused = self.focused_place()
        cards = []
        for group, shape in zip(groups, shapes, strict=True):
            card = old.pop(shape, None)
            if card is None:
                card = GroupCard(group, self._theme)
                card.wished.connect(self.wished)
            cards.append(card)
        for card in self._cards:
            self._column.removeWidget(card)
        self._put_by(old)
        for place, card in enumerate(cards):
            self._column.insertWidget(3 + place, card)
            card.show()
        self._cards = cards
        self._order_tabs()
        if focused is not None:
            self.reveal(focused)

    def _put_by(self, cards: dict[Shape, GroupCard]) -> None:
        """Those that are not shown now wait for another node of their shape; the oldest go."""
        self._spare = cards
        for card in cards.values():
            card.hide()
        for shape in list(cards)[: max(len(cards) - _MOST_SPARE, 0)]:
            cards.pop(shape).deleteLater()

    def focused_text(self) -> tuple[Path | None, str]:
        """The text that the cursor is in, and in which language."""
        place, focused = self.focused_place(), QApplication.focusWidget()
        around = focused.parentWidget() if focused is not None else None
        language = around.language_of(focused) if isinstance(around, LocalText) else ""
        return place, language

    def focused_place(self) -> Path | None:
        """Where the cursor is, so that it may be there again in what is made anew."""
        focused = QApplication.focusWidget()
        while focused is not None and focused is not self:
            if isinstance(focused, Control):
                return focused.path
            focused = focused.parentWidget()
        return None

    def _order_tabs(self) -> None:
        before: QWidget | None = None
        for card in self._cards:
            for control in card.findChildren(QWidget):
                takes = control.focusPolicy() & Qt.FocusPolicy.TabFocus
                # A choice's list is a window of its own.
                if not takes or control.focusProxy() or control.window() is not self.window():
                    continue
                if before is not None:
                    QWidget.setTabOrder(before, control)
                before = control

    def _best(self, path: Path) -> GroupCard | None:
        depths = [card.depth_of(path) for card in self._cards]
        best = max(depths, default=0)
        return self._cards[depths.index(best)] if best else None

    def _show_notes(self, notes: Sequence[Note]) -> None:
        placed: dict[int, list[Note]] = {}
        nowhere = []
        for note in notes:
            card = self._best(note.path)
            if card is None:
                nowhere.append(note)
            else:
                placed.setdefault(self._cards.index(card), []).append(note)
        for place, card in enumerate(self._cards):
            card.show_notes(placed.get(place, ()))
        self._said.show_notes(nowhere)
