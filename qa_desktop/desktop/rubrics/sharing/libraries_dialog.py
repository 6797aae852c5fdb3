"""The shared folders: what is in each, what to do about it, which versions colleagues expect."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.rubrics.sharing.library_panel import LibraryPanel
from qa_desktop.desktop.rubrics.sharing.watch import LibrariesWatch, Seen
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.flow_layout import FlowLayout
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.rubrics.libraries import FoundFile
from qa_desktop.rubrics.model import Rubric

_SIZE = (1080, 640)
_LETTERS = 22


class LibrariesDialog(QDialog):
    """Signals: `taken(Rubric)` into use here; `draft_wanted(str)` of a file's text."""

    taken = Signal(object)
    draft_wanted = Signal(str)

    def __init__(
        self,
        services: Services,
        watch: LibrariesWatch,
        published: Sequence[Rubric],
        parent: QWidget | None = None,
    ) -> None:
        """`published`: what can be put into a library."""
        super().__init__(parent)
        self._services = services
        self._watch = watch
        theme = services.theme
        begin_with_size(self, *_SIZE)
        self._title = make_label("title", wrap=True)
        self._help = make_label("muted", wrap=True)
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(_LETTERS)
        self.choice.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self.choice.activated.connect(lambda _: self._show_current())
        self.add = TextButton(theme, "", "plus")
        self.add.clicked.connect(self._ask_folder)
        self.remove = TextButton(theme, "", "trash-2")
        self.remove.clicked.connect(self._remove)
        self.read_only = QCheckBox()
        self.read_only.clicked.connect(self._set_read_only)
        self.panel = LibraryPanel(services, published)
        self.panel.take_wanted.connect(self._take)
        self.panel.put_wanted.connect(self._put)
        self.panel.draft_wanted.connect(self._open_draft)
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.empty = EmptyState(theme, "folder-open")
        self.empty.first_requested.connect(self._ask_folder)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._now = ElidedLabel(role="small", mode=Qt.TextElideMode.ElideMiddle)
        self.stop = TextButton(theme)
        self.stop.clicked.connect(watch.cancel)
        self.again = TextButton(theme, "", "refresh-cw")
        self.again.clicked.connect(watch.look_at_all)
        self.close_ = TextButton(theme, "primary")
        self.close_.clicked.connect(self.accept)
        self._lay_out()
        watch.changed.connect(self._refresh)
        watch.progressed.connect(self._progressed)
        self.retranslate()

    def _lay_out(self) -> None:
        choosing = QWidget()
        flow = FlowLayout(choosing, tokens.SPACE)
        for widget in (self.choice, self.add, self.remove, self.read_only):
            flow.addWidget(widget)
        shown = QWidget()
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(tokens.SPACE)
        inner.addWidget(choosing)
        inner.addWidget(self.panel, 1)
        stage = QWidget()
        self._stage = QStackedLayout(stage)
        self._stage.addWidget(shown)
        self._stage.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self._now, 1)
        foot.addWidget(self.stop)
        foot.addWidget(self.again)
        foot.addWidget(self.close_)
        column = QVBoxLayout(self)
        margin = tokens.WIDE
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self._title)
        column.addWidget(self._help)
        column.addWidget(self.banner)
        column.addWidget(stage, 1)
        column.addWidget(self._bar)
        column.addLayout(foot)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Libraries"))
        self._title.setText(self.tr("Shared libraries"))
        self._help.setText(
            self.tr(
                "Folders that your team shares rubrics in. What is in use here is never "
                "overwritten; where a library may be written to, colleagues see which versions "
                "you use."
            )
        )
        self.choice.setAccessibleName(self.tr("Library"))
        self.add.name_it(self.tr("Add a folder…"))
        self.remove.name_it(self.tr("Remove from the list"))
        self.read_only.setText(self.tr("Only read, never write"))
        self.empty.show_words(
            self.tr("No library yet"),
            self.tr(
                "A library is a folder, such as a network share or one that a program keeps in "
                "step. Everybody who adds it sees the same rubrics."
            ),
            self.tr("Add a folder…"),
        )
        self._bar.setAccessibleName(self.tr("Progress"))
        self.stop.name_it(self.tr("Stop looking"))
        self.again.name_it(self.tr("Look again"))
        self.close_.name_it(self.tr("Close"))
        self.panel.retranslate()
        self._refresh()

    # What is seen

    def current(self) -> Seen | None:
        return self._watch.seen.get(self.choice.currentData())

    def show_folder(self, folder: Path) -> None:
        for place, known in enumerate(self._watch.seen):
            if known == folder:
                self.choice.setCurrentIndex(place)
        self._show_current()

    def _refresh(self) -> None:
        seen = self._watch.seen
        chosen = self.choice.currentData()
        if [self.choice.itemData(n) for n in range(self.choice.count())] != list(seen):
            self.choice.clear()
            for place in seen:
                self.choice.addItem("", place)
            self.choice.setCurrentIndex(max(list(seen).index(chosen) if chosen in seen else 0, 0))
        for row, one in enumerate(seen.values()):
            scan = one.looked.scan if one.looked is not None else None
            name, news = one.library.name, scan.news if scan is not None else 0
            self.choice.setItemText(row, f"{name} ({news})" if news else name)
            self.choice.setItemData(row, str(one.library.folder), Qt.ItemDataRole.ToolTipRole)
        busy = any(one.busy for one in seen.values())
        for widget in (self._bar, self.stop):
            widget.setVisible(busy)
        if not busy:
            self._now.setText("")
        self.again.setVisible(bool(seen) and not busy)
        self._stage.setCurrentIndex(0 if seen else 1)
        self._show_current()

    def _told(self, seen: Seen) -> str:
        """In one line: how it is with the library."""
        if seen.gone_since is not None:
            return self.tr("Not reachable since {0}").format(moment_text(seen.gone_since))
        if seen.looked is None or seen.looked.scan is None:
            return self.tr("Looking…") if seen.busy else ""
        news = seen.looked.scan.news
        if news:
            return self.tr("%n new or changed", "", news)
        return self.tr("%n rubric(s)", "", len(seen.looked.scan.files))

    def _show_current(self) -> None:
        seen = self.current()
        self.remove.setEnabled(seen is not None)
        self.read_only.setEnabled(seen is not None)
        self.read_only.setChecked(seen is not None and seen.library.read_only)
        self.panel.show_library(seen, self._told(seen) if seen is not None else "")

    def _progressed(self, done: int, total: int, what: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._now.setText(what)

    # What is done

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Add a library"))
        if name:
            self.add_folder(Path(name))

    def add_folder(self, folder: Path) -> None:
        """Read-only where the system says that nothing can be written there."""
        try:
            library = self._watch.desk.libraries.add(
                folder, read_only=not os.access(folder, os.W_OK)
            )
        except ProblemError as error:
            self.banner.show_problems(error.problems)
            return
        self.banner.show_problems(())
        self._watch.reload()
        self._refresh()
        self.show_folder(library.folder)
        self._watch.look_at(library.folder)

    def _remove(self) -> None:
        seen = self.current()
        if seen is not None:
            self._watch.desk.libraries.remove(seen.library.folder)
            self._watch.reload()
            self._refresh()

    def _set_read_only(self) -> None:
        seen = self.current()
        if seen is not None:
            self._watch.desk.libraries.set_read_only(
                seen.library.folder, read_only=self.read_only.isChecked()
            )
            self._watch.reload()
            self._refresh()

    def _take(self, file: FoundFile) -> None:
        seen = self.current()
        if seen is None:
            return
        desk, library = self._watch.desk, seen.library
        task = self._watch.runner.start(lambda progress: desk.take(library, file, progress))
        task.finished.connect(self._taken)
        task.failed.connect(self._failed)

    def _taken(self, rubric: Rubric) -> None:
        self.banner.show_problems(())
        words = self.tr("“{0}” v{1} is in use here now.")
        self.panel.say(words.format(rubric.title.to(self._services.language), rubric.version))
        self.taken.emit(rubric)
        self._watch.look_at_all()

    def _put(self, rubric: Rubric) -> None:
        seen = self.current()
        if seen is None:
            return
        desk, library = self._watch.desk, seen.library
        task = self._watch.runner.start(
            lambda progress: (desk.put(library, rubric, progress), rubric)
        )
        task.finished.connect(self._was_put)
        task.failed.connect(self._failed)

    def _failed(self, error: ProblemError) -> None:
        self.banner.show_problems(error.problems)

    def _was_put(self, result: tuple[Path | None, Rubric]) -> None:
        file, rubric = result
        self.banner.show_problems(())
        if file is None:
            words = self.tr("The library has “{0}” v{1} already.")
        else:
            words = self.tr("“{0}” v{1} is in the library now.")
        self.panel.say(words.format(rubric.title.to(self._services.language), rubric.version))
        self._watch.look_at_all()

    def _open_draft(self, file: FoundFile) -> None:
        """What has mistakes can be mended here and given back."""
        from qa_desktop.rubrics.libraries_files import source_of
        from qa_desktop.rubrics.loader import decoded

        seen = self.current()
        if seen is None:
            return
        library = seen.library
        task = self._watch.runner.start(lambda _: decoded(source_of(library, file), file.name))
        task.finished.connect(self._draft)
        task.failed.connect(self._failed)

    def _draft(self, text: str) -> None:
        self.accept()
        self.draft_wanted.emit(text)

    def done(self, result: int) -> None:
        """Whatever was shown counts as looked at."""
        seen = self.current()
        if seen is not None:
            self._watch.note_seen(seen.library.folder)
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
