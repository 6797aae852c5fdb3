"""The shared folder of calibration sessions, and what the team wants to reach."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QSpinBox

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.group import SettingsGroup
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton

_ALPHA_STEP = 0.05


class CalibrationGroup(SettingsGroup):
    """Signal `team_requested` to choose the folder and compare codes."""

    team_requested = Signal()

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__(preferences)
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.team = TextButton(theme, "", "users")
        self.team.clicked.connect(self.team_requested)
        self.alpha = QDoubleSpinBox()
        self.alpha.setRange(0, 1)
        self.alpha.setSingleStep(_ALPHA_STEP)
        self.alpha.setDecimals(2)
        self.alpha.editingFinished.connect(self._keep_alpha)
        self.points = QSpinBox()
        self.points.setRange(0, 100)
        self.points.editingFinished.connect(lambda: self.keep(target_points=self.points.value()))
        self.exact = QSpinBox()
        self.exact.setRange(0, 100)
        self.exact.setSuffix(" %")
        self.exact.editingFinished.connect(lambda: self.keep(target_exact_pct=self.exact.value()))
        self.add_row("folder", self.folder)
        self.add_row("team", self.team)
        self.add_row("alpha", self.alpha)
        self.add_row("points", self.points)
        self.add_row("exact", self.exact)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        self.folder.setText(settings.calibration_folder)
        self.folder.setToolTip(settings.calibration_folder)
        self.alpha.setValue(settings.target_alpha_pct / 100)
        self.points.setValue(settings.target_points)
        self.exact.setValue(settings.target_exact_pct)

    def retranslate(self) -> None:
        self.name_group(self.tr("Calibration"))
        self.name_row(
            "folder",
            self.tr("Shared folder"),
            self.tr("Sessions go through it. It is chosen where the team is."),
        )
        self.folder.setPlaceholderText(self.tr("none: files go by hand"))
        self.name_row("team", "", "")
        self.team.name_it(self.tr("Team and folder…"))
        self.name_row(
            "alpha",
            self.tr("Target for agreement (α)"),
            self.tr("Krippendorff’s alpha: from 0.67 on conclusions can be tried, from 0.8 drawn."),
        )
        self.name_row(
            "points",
            self.tr("Target: points from the reference"),
            self.tr("How far a score may lie from the reference and still count as the same."),
        )
        self.name_row(
            "exact",
            self.tr("Target for same answers"),
            self.tr("Which share of answers should be the same as those of others."),
        )

    def _keep_alpha(self) -> None:
        self.keep(target_alpha_pct=round(self.alpha.value() * 100))
