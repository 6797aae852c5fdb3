"""What a new rubric begins from: nothing, one that ships, or a copy of a published one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.rubrics.rubric_row import FACTS_ROLE, TITLE_ROLE, RubricDelegate, facts
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.model import Rubric

_SIZE = (560, 520)
_EMPTY, _SHIPPED = "empty", "shipped"


class StartDialog(QDialog):
    """Signals: `empty_chosen`; `shipped_chosen`, which of them is still to be asked;
    `rubric_chosen(Rubric)` of a published one.
    """

    empty_chosen = Signal()
    shipped_chosen = Signal()
    rubric_chosen = Signal(object)

    def __init__(
        self, services: Services, published: Sequence[Rubric], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        language = services.language
        theme = services.theme
        self.setWindowTitle(self.tr("New rubric"))
        begin_with_size(self, *_SIZE)
        self._choices: list[str | Rubric] = []
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What it begins from"))
        self.list.setItemDelegate(RubricDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._add(
            _EMPTY, self.tr("Empty rubric"), self.tr("One section with one item, to begin with")
        )
        self._add(
            _SHIPPED,
            self.tr("One that ships with QA Desktop…"),
            self.tr("Complete in both languages, with worked examples"),
        )
        for rubric in published:
            told = self.tr("Published · {0}").format(facts(rubric))
            self._add(rubric, rubric.title.to(language), told)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self._begin())
        self.begin = TextButton(theme, "primary")
        self.begin.name_it(self.tr("Begin"), "Enter")
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._begin)
        cancel = TextButton(theme)
        cancel.name_it(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("title", self.tr("New rubric"), wrap=True))
        told = self.tr("A copy of another rubric is yours to change; the other stays as it is.")
        column.addWidget(make_label("muted", told, wrap=True))
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.list.setFocus()

    def _add(self, choice: str | Rubric, title: str, told: str) -> None:
        item = QListWidgetItem()
        item.setData(TITLE_ROLE, title)
        item.setData(FACTS_ROLE, told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title} {told}")
        item.setToolTip(f"{title}\n{told}")
        self._choices.append(choice)
        self.list.addItem(item)

    def _begin(self) -> None:
        choice = self._choices[self.list.currentRow()]
        self.accept()
        if isinstance(choice, Rubric):
            self.rubric_chosen.emit(choice)
        elif choice == _SHIPPED:
            self.shipped_chosen.emit()
        else:
            self.empty_chosen.emit()
