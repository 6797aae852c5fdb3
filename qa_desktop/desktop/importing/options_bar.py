"""What can be chosen for an import."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.spin_box import indent
from qa_desktop.interactions.importing import ImportOptions
from qa_desktop.interactions.model import AgentChannel

_CHANNELS = (None, AgentChannel.LEFT, AgentChannel.RIGHT, AgentChannel.MONO)
_MOST_OFFSET_MS = 600_000
_OFFSET_STEP_MS = 100


class OptionsBar(Retranslated):
    """Signals: `channel_chosen(AgentChannel | None)`, `offset_chosen(int | None)`,
    `metadata_chosen(Path | None)`, `joining_chosen(bool)`, `copying_chosen(bool)`."""

    channel_chosen = Signal(object)
    offset_chosen = Signal(object)
    metadata_chosen = Signal(object)
    joining_chosen = Signal(bool)
    copying_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._offset_ms: int | None = None
        self._metadata: Path | None = None
        self.channel = QComboBox()
        for value in _CHANNELS:
            self.channel.addItem("", value)
        self.channel.activated.connect(lambda n: self.channel_chosen.emit(_CHANNELS[n]))
        self.offset = QSpinBox()
        # The lowest value stands for "as the transcript says".
        self.offset.setRange(-_MOST_OFFSET_MS - _OFFSET_STEP_MS, _MOST_OFFSET_MS)
        indent(self.offset)
        self.offset.setSingleStep(_OFFSET_STEP_MS)
        self.offset.editingFinished.connect(self._say_offset)
        self.metadata = TextButton(theme, "", "file-text")
        self.metadata.clicked.connect(self._ask_metadata)
        self.no_metadata = IconButton(theme, "x")
        self.no_metadata.clicked.connect(lambda: self.metadata_chosen.emit(None))
        self.joining = QCheckBox()
        self.joining.clicked.connect(self.joining_chosen)
        self.copying = QCheckBox()
        self.copying.clicked.connect(self.copying_chosen)
        self._channel_word = make_label("small")
        self._channel_word.setBuddy(self.channel)
        self._offset_word = make_label("small")
        self._offset_word.setBuddy(self.offset)
        self._metadata_word = make_label("small")
        self._metadata_word.setBuddy(self.metadata)
        table = QHBoxLayout()
        table.setSpacing(tokens.TIGHT)
        table.addWidget(self.metadata)
        table.addWidget(self.no_metadata)
        # With large text, or long words, they take more than one line.
        flow = FlowLayout(self, tokens.WIDE)
        keeps_height(self)
        for field in (self.channel, self.offset):
            field.setMinimumHeight(tokens.BUTTON_HEIGHT)
        flow.addWidget(_column(self._channel_word, self.channel))
        flow.addWidget(_column(self._offset_word, self.offset))
        flow.addWidget(_column(self._metadata_word, table))
        flow.addWidget(_column(self.joining, self.copying))
        self.retranslate()

    def show_options(self, options: ImportOptions) -> None:
        self.channel.setCurrentIndex(_CHANNELS.index(options.agent_channel))
        self._offset_ms = options.pair_offset_ms
        lowest = self.offset.minimum()
        self.offset.setValue(lowest if self._offset_ms is None else self._offset_ms)
        self._metadata = options.metadata_file
        self._name_metadata()
        self.joining.setChecked(options.join_legs)
        self.copying.setChecked(options.copy_media)

    def retranslate(self) -> None:
        words = (
            self.tr("Left, or as known of the source"),
            self.tr("Left"),
            self.tr("Right"),
            self.tr("Both on one channel"),
        )
        for number, word in enumerate(words):
            self.channel.setItemText(number, word)
        self._channel_word.setText(self.tr("The agent speaks on"))
        self.channel.setAccessibleName(self._channel_word.text())
        self._offset_word.setText(self.tr("Agent's side begins later by"))
        self.offset.setAccessibleName(self._offset_word.text())
        self.offset.setSpecialValueText(self.tr("as the transcript says"))
        self.offset.setSuffix(self.tr(" ms"))
        self._metadata_word.setText(self.tr("Metadata"))
        self.no_metadata.name_it(self.tr("Without this metadata file"))
        self.joining.setText(self.tr("Join the legs of a call"))
        self.joining.setAccessibleName(self.joining.text())
        self.joining.setToolTip(
            self.tr("Recordings named like call-7_leg1 and call-7_leg2 come in as one call")
        )
        self.copying.setText(self.tr("Copy recordings into the workspace"))
        self.copying.setAccessibleName(self.copying.text())
        self._name_metadata()

    def _name_metadata(self) -> None:
        name = self._metadata.name if self._metadata else self.tr("Choose a CSV…")
        self.metadata.name_it(name)
        self.no_metadata.setVisible(self._metadata is not None)

    def _say_offset(self) -> None:
        value = self.offset.value()
        offset_ms = None if value == self.offset.minimum() else value
        if offset_ms != self._offset_ms:
            self.offset_chosen.emit(offset_ms)

    def _ask_metadata(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a metadata file"), "", self.tr("Tables (*.csv *.tsv *.txt)")
        )
        if name:
            self.metadata_chosen.emit(Path(name))


def _column(upper: QWidget, lower: QWidget | QHBoxLayout) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.TIGHT)
    column.addWidget(upper)
    if isinstance(lower, QWidget):
        column.addWidget(lower)
    else:
        column.addLayout(lower)
    return whole
