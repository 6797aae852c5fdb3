"""One library: its rubrics with what can be done about each, and its colleagues."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.rubrics.sharing.watch import Seen
from qa_desktop.desktop.rubrics.sharing.words import state_look, state_word, told_of
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.flow_layout import FlowLayout
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.rubrics.libraries import TAKEN, FileState, FoundFile
from qa_desktop.rubrics.libraries_index import Colleague, Expected
from qa_desktop.rubrics.model import Rubric

translate = QCoreApplication.translate
_MOST_ROWS, _FEWEST_ROWS = 8, 3
# Below it the chosen file stands under the list.
_ROOM_FOR_TWO = 760
_LIST, _CHOSEN = 3, 2


class LibraryPanel(QWidget):
    """Signals: `take_wanted(FoundFile)`, `draft_wanted(FoundFile)`, `put_wanted(Rubric)`."""

    take_wanted = Signal(object)
    draft_wanted = Signal(object)
    put_wanted = Signal(object)

    def __init__(self, services: Services, published: Sequence[Rubric]) -> None:
        super().__init__()
        self._services = services
        self._published = tuple(published)
        self._files: tuple[FoundFile, ...] = ()
        self._seen: Seen | None = None
        theme = services.theme
        self._folder = ElidedLabel(role="heading", mode=Qt.TextElideMode.ElideMiddle)
        self._state = make_label("muted", wrap=True)
        self.banner = ProblemBanner(
            theme, lambda: services.language, tone="caution", closable=False
        )
        self.table = CellTable(theme)
        self.table.row_chosen.connect(lambda _: self._show_file())
        self.table.opened.connect(lambda _: self._take())
        self._none = make_label("muted", wrap=True)
        self._name = ElidedLabel(role="heading", mode=Qt.TextElideMode.ElideMiddle)
        self._told = make_label("", wrap=True)
        self.mistakes = ProblemBanner(
            theme, lambda: services.language, tone="caution", closable=False
        )
        self.take = TextButton(theme, "primary", "download")
        self.take.clicked.connect(self._take)
        self.mend = TextButton(theme, "", "pencil")
        self.mend.clicked.connect(self._mend)
        self._said = make_label("small", wrap=True)
        self._put_label = QLabel()
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(20)
        self.choice.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self._put_label.setBuddy(self.choice)
        self._put_label.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self.put = TextButton(theme, "", "upload")
        self.put.clicked.connect(self._put)
        self._colleagues = make_label("heading")
        self.people = CellTable(theme)
        self._nobody = make_label("muted", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        files = Card(margin=tokens.SPACE)
        files.body.addWidget(self.table)
        files.body.addWidget(self._none)
        files.body.addStretch()
        self._chosen_card = Card(margin=tokens.WIDE)
        chosen = self._chosen_card.body
        chosen.setSpacing(tokens.SPACE)
        chosen.addWidget(self._name)
        chosen.addWidget(self._told)
        chosen.addWidget(self.mistakes)
        acts = QWidget()
        acting = FlowLayout(acts, tokens.SPACE)
        acting.addWidget(self.take)
        acting.addWidget(self.mend)
        chosen.addWidget(acts)
        chosen.addStretch()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(tokens.SPACE)
        self._both.addWidget(files, _LIST)
        self._both.addWidget(self._chosen_card, _CHOSEN)
        puts = QWidget()
        putting = FlowLayout(puts, tokens.SPACE)
        for widget in (self._put_label, self.choice, self.put):
            putting.addWidget(widget)
        people = Card(margin=tokens.SPACE)
        people.body.addWidget(self._colleagues)
        people.body.addWidget(self._nobody)
        people.body.addWidget(self.people)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, tokens.SPACE, 0)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self._folder)
        column.addWidget(self._state)
        column.addWidget(self.banner)
        column.addLayout(self._both)
        column.addWidget(self._said)
        column.addWidget(puts)
        column.addWidget(people)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def retranslate(self) -> None:
        self._scroll.setAccessibleName(translate("Sharing", "The library"))
        self.table.setAccessibleName(translate("Sharing", "Rubrics of the library"))
        self.people.setAccessibleName(translate("Sharing", "Versions that colleagues expect"))
        self._colleagues.setText(translate("Sharing", "Versions that colleagues expect"))
        self.take.name_it(translate("Sharing", "Take into use"))
        self.mend.name_it(translate("Sharing", "Open as draft"))
        self._put_label.setText(translate("Sharing", "Put into the library"))
        self.choice.setAccessibleName(translate("Sharing", "Rubric to put into the library"))
        self.put.name_it(translate("Sharing", "Put in"))
        language = self._services.language
        for place, rubric in enumerate(self._published):
            words = f"{rubric.title.to(language)} v{rubric.version}"
            if self.choice.count() <= place:
                self.choice.addItem(words)
            else:
                self.choice.setItemText(place, words)

    def show_library(self, seen: Seen | None, told: str) -> None:
        """`told`: how it is with it, in a line."""
        other = seen is None or self._seen is None or self._seen.library != seen.library
        self._seen = seen
        self._scroll.setVisible(seen is not None)
        if seen is None:
            return
        if other:
            self.say("")
        looked = seen.looked
        scan = looked.scan if looked is not None else None
        self._folder.setText(str(seen.library.folder))
        self._state.setText(told)
        problems = looked.problems if looked is not None else ()
        self.banner.show_problems((*problems, *(scan.problems if scan is not None else ())))
        chosen = None if other else self._chosen()
        self._files = scan.files if scan is not None else ()
        self._show_files(chosen)
        self._show_people(scan.colleagues if scan is not None else ())
        writable = not seen.library.read_only and bool(self._published)
        for widget in (self._put_label, self.choice, self.put):
            widget.setEnabled(writable)
        reason = translate("Sharing", "The library is only read.")
        self.put.setToolTip(reason if seen.library.read_only else "")

    def say(self, words: str) -> None:
        """What was done."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _show_files(self, chosen: FoundFile | None) -> None:
        titles = [
            translate("Sharing", "What it is"),
            translate("Sharing", "Rubric"),
            translate("Sharing", "Version"),
        ]
        self.table.show_rows(titles, [self._row(file) for file in self._files], wide=1)
        # Files come and go while somebody looks: the one that was chosen stays it.
        names = [file.name for file in self._files]
        if chosen is not None and chosen.name in names:
            self.table.selectRow(names.index(chosen.name))
        self._fit(self.table)
        self.table.setVisible(bool(self._files))
        self._none.setVisible(not self._files)
        self._none.setText(translate("Sharing", "No rubric in this folder yet."))
        self._show_file()

    def _row(self, file: FoundFile) -> list[Cell]:
        rubric = file.rubric
        icon, tone = state_look(file.state)
        fresh = file.unseen and file.state is not FileState.SAME
        title = file.name if rubric is None else rubric.title.to(self._services.language)
        return [
            Cell(text=state_word(file.state), icon=icon, icon_tone=tone),
            Cell(text=title, strong=fresh, tooltip=file.name),
            Cell(text="" if rubric is None else f"v{rubric.version}"),
        ]

    def _fit(self, table: CellTable) -> None:
        rows = max(min(table.rowCount(), _MOST_ROWS), _FEWEST_ROWS)
        head = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(head + rows * tokens.ROW_HEIGHT + 2 * tokens.TIGHT)

    def _chosen(self) -> FoundFile | None:
        row = self.table.currentRow()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _show_file(self) -> None:
        file = self._chosen()
        self._chosen_card.setVisible(file is not None)
        self._name.setText(file.name if file is not None else "")
        self._told.setText(told_of(file) if file is not None else "")
        self.mistakes.show_problems(file.problems if file is not None else ())
        self.take.setVisible(file is None or file.state in TAKEN or file.state is FileState.SAME)
        self.take.setEnabled(file is not None and file.state in TAKEN)
        # What is here already needs no draft from there; what can't be taken may be mended.
        mends = (FileState.BROKEN, FileState.CONFLICT, FileState.COPY, FileState.TWIN)
        self.mend.setVisible(file is not None and bool(file.digest) and file.state in mends)

    def _take(self) -> None:
        file = self._chosen()
        if file is not None and file.state in TAKEN:
            self.take_wanted.emit(file)

    def _mend(self) -> None:
        file = self._chosen()
        if file is not None:
            self.draft_wanted.emit(file)

    def _put(self) -> None:
        place = self.choice.currentIndex()
        if 0 <= place < len(self._published):
            self.put_wanted.emit(self._published[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= tokens.scaled(_ROOM_FOR_TWO)
        way = QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if wide else way.TopToBottom)

    # Colleagues

    def _show_people(self, colleagues: Sequence[Colleague]) -> None:
        titles = [
            translate("Sharing", "Colleague"),
            translate("Sharing", "Told"),
            translate("Sharing", "Expects"),
        ]
        rows = []
        for colleague in colleagues:
            words, differs = self._expects(colleague)
            name = " · ".join(part for part in (colleague.reviewer, colleague.machine) if part)
            rows.append(
                [
                    Cell(text=name),
                    Cell(text=moment_text(colleague.told_at), tone="muted"),
                    Cell(
                        text=words,
                        tooltip=words,
                        icon="triangle-alert" if differs else "circle-check",
                        icon_tone="caution" if differs else "good",
                    ),
                ]
            )
        self.people.show_rows(titles, rows, wide=2)
        self._fit(self.people)
        self.people.setVisible(bool(rows))
        self._nobody.setVisible(not rows)
        self._nobody.setText(
            translate("Sharing", "Nobody has told yet. A library that is only read tells nothing.")
        )

    def _expects(self, colleague: Colleague) -> tuple[str, bool]:
        """In words, and whether anything differs from what is in use here."""
        mine = {rubric.id: rubric for rubric in reversed(self._published)}
        told: list[str] = []
        differs = False
        newest: dict[str, Expected] = {}
        for one in colleague.expects:
            if one.rubric_id not in newest or newest[one.rubric_id].version < one.version:
                newest[one.rubric_id] = one
        for one in newest.values():
            said = f"{one.rubric_id} v{one.version}"
            here = mine.get(one.rubric_id)
            if here is not None and here.version != one.version:
                said = translate("Sharing", "{0} (here v{1})").format(said, here.version)
                differs = True
            elif here is not None and here.content_hash != one.content_hash:
                said = translate("Sharing", "{0} (other content!)").format(said)
                differs = True
            told.append(said)
        return ", ".join(told), differs
