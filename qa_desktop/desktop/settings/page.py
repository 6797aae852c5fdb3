"""The settings, in force as soon as they are chosen."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.spin_box import indent
from qa_desktop.desktop.window.page_header import PageHeader

_MOST_REWIND_S = 5.0
_MOST_REACTION_MS = 3000
_REACTION_STEP_MS = 100
_FIELD_WIDTH = 280
_LABEL_WIDTH = 220

_LANGUAGES = ("system", "zh-CN", "en")
_THEMES = ("system", "light", "dark")
_ENGINES = ("auto", "vlc", "qt")
_PAPERS = ("A4", "Letter")


class SettingsPage(Retranslated):
    """Reviewer, appearance, listening, paper, import. Every change is kept at once."""

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self._preferences = preferences
        self.setProperty("role", "page")
        self.header = PageHeader(theme)
        self._titles: list[tuple[QLabel, str]] = []
        self.reviewer = QLineEdit()
        self.reviewer.editingFinished.connect(
            lambda: self._keep(reviewer=self.reviewer.text().strip())
        )
        self.organisation = QLineEdit()
        self.organisation.editingFinished.connect(
            lambda: self._keep(organisation=self.organisation.text().strip())
        )
        self.language = _choices(_LANGUAGES)
        self.language.activated.connect(lambda _: self._keep(language=_chosen(self.language)))
        self.theme = _choices(_THEMES)
        self.theme.activated.connect(lambda _: self._keep(theme=_chosen(self.theme)))
        self.engine = _choices(_ENGINES)
        self.engine.activated.connect(lambda _: self._keep(engine=_chosen(self.engine)))
        self.rewind = QDoubleSpinBox()
        self.rewind.setRange(0, _MOST_REWIND_S)
        self.rewind.setSingleStep(0.5)
        self.rewind.setDecimals(1)
        self.rewind.editingFinished.connect(
            lambda: self._keep(resume_rewind_ms=round(self.rewind.value() * 1000))
        )
        self.reaction = QSpinBox()
        self.reaction.setRange(0, _MOST_REACTION_MS)
        self.reaction.setSingleStep(_REACTION_STEP_MS)
        self.reaction.editingFinished.connect(lambda: self._keep(reaction_ms=self.reaction.value()))
        self.paper = _choices(_PAPERS)
        self.paper.activated.connect(lambda _: self._keep(page_size=_chosen(self.paper)))
        self.copy_media = QCheckBox()
        self.copy_media.clicked.connect(lambda on: self._keep(copy_media=on))
        self.problems = ProblemBanner(theme, preferences.language)
        self._labels: dict[str, QLabel] = {}
        self._hints: dict[str, QLabel] = {}
        self._build()
        preferences.kept.connect(self.problems.show_problems)
        self.problems.show_problems(preferences.problems)
        preferences.changed.connect(lambda _before, after: self.show_settings(after))
        self.retranslate()
        self.show_settings(preferences.settings())

    def _build(self) -> None:
        groups: tuple[tuple[str, dict[str, QWidget]], ...] = (
            ("you", {"reviewer": self.reviewer, "organisation": self.organisation}),
            ("look", {"language": self.language, "theme": self.theme}),
            (
                "sound",
                {"engine": self.engine, "rewind": self.rewind, "reaction": self.reaction},
            ),
            ("paper", {"paper": self.paper}),
            ("import", {"copy_media": self.copy_media}),
        )
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setMaximumWidth(tokens.COLUMN_CAP)
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        cards.setSpacing(tokens.WIDE)
        cards.addWidget(self.problems)
        for key, fields in groups:
            card = Card()
            title = make_label("heading")
            self._titles.append((title, key))
            card.body.addWidget(title)
            card.body.addLayout(self._grid(fields))
            cards.addWidget(card)
        cards.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(scroll, 1)

    def _grid(self, fields: dict[str, QWidget]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.WIDE)
        grid.setVerticalSpacing(tokens.SPACE)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(2, 1)
        for number, (key, field) in enumerate(fields.items()):
            label = make_label()
            hint = make_label("small", wrap=True)
            self._labels[key] = label
            self._hints[key] = hint
            label.setBuddy(field)
            field.setMinimumHeight(tokens.BUTTON_HEIGHT)
            if isinstance(field, QAbstractSpinBox):
                indent(field)
            if isinstance(field, QCheckBox):
                grid.addWidget(field, number, 0, 1, 2)
            else:
                field.setFixedWidth(_FIELD_WIDTH)
                grid.addWidget(label, number, 0)
                grid.addWidget(field, number, 1)
            grid.addWidget(hint, number, 2)
        return grid

    def show_settings(self, settings: Settings) -> None:
        self.reviewer.setText(settings.reviewer)
        self.organisation.setText(settings.organisation)
        for box, values, value in (
            (self.language, _LANGUAGES, settings.language),
            (self.theme, _THEMES, settings.theme),
            (self.engine, _ENGINES, settings.engine),
            (self.paper, _PAPERS, settings.page_size),
        ):
            box.setCurrentIndex(values.index(value) if value in values else 0)
        self.rewind.setValue(settings.resume_rewind_ms / 1000)
        self.reaction.setValue(settings.reaction_ms)
        self.copy_media.setChecked(settings.copy_media)

    def first_focus(self) -> QWidget:
        return self.reviewer

    def retranslate(self) -> None:
        self.header.show_title(self.tr("Settings"))
        titles = {
            "you": self.tr("You"),
            "look": self.tr("Language and look"),
            "sound": self.tr("Listening"),
            "paper": self.tr("Feedback sheets"),
            "import": self.tr("Import"),
        }
        for label, key in self._titles:
            label.setText(titles[key])
        self._name_fields()
        self._name_choices()

    def _name_fields(self) -> None:
        words = {
            "reviewer": (self.tr("Your name"), self.tr("Stands on reviews and feedback sheets.")),
            "organisation": (self.tr("Organisation"), self.tr("Heads every feedback sheet.")),
            "language": (self.tr("Language"), ""),
            "theme": (self.tr("Theme"), ""),
            "engine": (
                self.tr("Sound engine"),
                self.tr("VLC plays most formats; Qt is used where VLC is missing."),
            ),
            "rewind": (self.tr("Go back when playing on"), ""),
            "reaction": (
                self.tr("Your reaction time"),
                self.tr("Comments at the playhead are placed this much earlier."),
            ),
            "paper": (self.tr("Paper size"), ""),
            "copy_media": (self.tr("Copy recordings into the workspace"), ""),
        }
        for key, (word, hint) in words.items():
            self._labels[key].setText(word)
            self._hints[key].setText(hint)
            field = self._labels[key].buddy()
            field.setAccessibleName(word)
            field.setAccessibleDescription(hint)
        self.copy_media.setText(words["copy_media"][0])
        self._hints["copy_media"].setText(
            self.tr("Otherwise they are played from where they lie, as long as they lie there.")
        )
        self.rewind.setSuffix(self.tr(" s"))
        self.reaction.setSuffix(self.tr(" ms"))

    def _name_choices(self) -> None:
        system = self.tr("As the system")
        words = (
            (self.language, (system, "简体中文", "English")),
            (self.theme, (system, self.tr("Light"), self.tr("Dark"))),
            (self.engine, (self.tr("Best that is there"), "VLC", "Qt")),
            (self.paper, ("A4", "Letter")),
        )
        for box, texts in words:
            for number, text in enumerate(texts):
                box.setItemText(number, text)

    def _keep(self, **changes: str | int | bool) -> None:
        now = self._preferences.settings()
        self._preferences.change(replace(now, **changes))  # type: ignore[arg-type]  # by field


def _choices(values: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    for value in values:
        box.addItem("", value)
    return box


def _chosen(box: QComboBox) -> str:
    return str(box.currentData())
