"""A table's header in which each column's meaning is chosen."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView

from qa_desktop.desktop.rubrics.sharing.words import role_word
from qa_desktop.desktop.theme import tokens
from qa_desktop.rubrics.exchange.grid import column_letters
from qa_desktop.rubrics.exchange.mapping import Mapping
from qa_desktop.rubrics.exchange.roles import Role

translate = QCoreApplication.translate


class RoleHeader(QHeaderView):
    """A combo box in each column's head. Signal `role_chosen(int column, Role)`."""

    role_chosen = Signal(int, object)

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.combos: list[QComboBox] = []
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(tokens.scaled(60))
        self.sectionResized.connect(lambda *_: self._place())
        table.horizontalScrollBar().valueChanged.connect(lambda _: self._place())

    def show_mapping(self, mapping: Mapping, headings: list[str]) -> None:
        """`headings`: what the sheet itself calls its columns."""
        while len(self.combos) > len(mapping.roles):
            combo = self.combos.pop()
            combo.hide()
            combo.deleteLater()
        while len(self.combos) < len(mapping.roles):
            self.combos.append(self._make(len(self.combos)))
        for column, (combo, role) in enumerate(zip(self.combos, mapping.roles, strict=True)):
            for place, known in enumerate(Role):
                word = role_word(known, mapping)
                if combo.count() <= place:
                    combo.addItem(word, known)
                elif combo.itemText(place) != word:
                    combo.setItemText(place, word)
            combo.setCurrentIndex(list(Role).index(role))
            combo.setProperty("chosen", role is not Role.IGNORE)
            letter = column_letters(column)
            name = translate("Sharing", "Column {0}, {1}").format(letter, headings[column])
            combo.setAccessibleName(name)
            combo.setToolTip(name)
        self._place()

    def _make(self, column: int) -> QComboBox:
        combo = QComboBox(self.viewport())
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(4)
        combo.activated.connect(lambda _: self.role_chosen.emit(column, Role(combo.currentData())))
        combo.show()
        return combo

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setHeight(tokens.BUTTON_HEIGHT + 2 * tokens.TIGHT)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Over its column, wherever that is scrolled to."""
        for column, combo in enumerate(self.combos):
            if column >= self.count():
                continue
            combo.setGeometry(
                self.sectionViewportPosition(column) + 2,
                tokens.TIGHT,
                max(self.sectionSize(column) - 4, 1),
                tokens.BUTTON_HEIGHT,
            )
