"""What was ruled about one item before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qa_desktop.desktop.calibration.results.interface_words import answer_words
from qa_desktop.desktop.calibration.rulings.presenter import BookPresenter
from qa_desktop.desktop.calibration.rulings.ruling_card import RulingCardView
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.model import Rubric

_SIZE = (640, 480)


class PrecedentsDialog(QDialog):
    """Read only: rulings are edited in the book."""

    def __init__(
        self, services: Services, rubric: Rubric, item_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Precedents"))
        begin_with_size(self, *_SIZE)
        language = services.language
        item = next(one for one in rubric.items() if one.id == item_id)
        book = BookPresenter(services.rulings, services.rubrics, language, answer_words())
        state = book.search("", rubric_id=rubric.id, item_id=item_id)
        self.cards = [RulingCardView(services.theme, line, reads_only=True) for line in state.lines]
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, tokens.SPACE, 0)
        lines.setSpacing(tokens.SPACE)
        for card in self.cards:
            lines.addWidget(card)
        lines.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Precedents"))
        scroll.setWidget(inside)
        close = TextButton(services.theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("title", item.text.to(language), wrap=True))
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        close.setFocus()
