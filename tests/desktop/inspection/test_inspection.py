"""The check of windows finds each kind of fault, and leaves what is right alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.inspection.faults import find_faults
from qa_desktop.desktop.inspection.pseudo import PseudoTranslator, pseudo, untranslated
from qa_desktop.desktop.inspection.tab_order import walk
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.spoken import give_roles

LONG = "A sentence that is much longer than the room that there is for it here"
Show = Callable[[QWidget], QDialog]


class Painted(QWidget):
    """Acts on keys and says neither what it is nor how it is called."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(80, 40)


class Graph(Painted):
    accessible_role = QAccessible.Role.Graphic

    def accessible_value(self) -> str:
        return "12 seconds"


class TurnsBack(QObject):
    def __init__(self, first: QWidget) -> None:
        super().__init__()
        self._first = first

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        self._first.setFocus()
        return True


@pytest.fixture(autouse=True)
def roles(qapp: QApplication, theme: Theme) -> None:
    give_roles()


@pytest.fixture
def dialog(qtbot: QtBot) -> QDialog:
    dialog = QDialog()
    dialog.setWindowTitle("Test")
    dialog.resize(400, 300)
    QVBoxLayout(dialog)
    qtbot.addWidget(dialog)
    return dialog


@pytest.fixture
def faults_with(dialog: QDialog, qtbot: QtBot) -> Callable[[QWidget], list[str]]:
    """What is found with that widget in the dialog's layout, kinds only."""

    def find(widget: QWidget) -> list[str]:
        layout = dialog.layout()
        assert layout is not None
        layout.addWidget(widget)
        return kinds(dialog, qtbot)

    return find


def kinds(dialog: QDialog, qtbot: QtBot) -> list[str]:
    dialog.show()
    qtbot.waitExposed(dialog)
    return sorted({line.split(":")[0].split(" by ")[0] for line in find_faults(dialog)})


def named(widget: QWidget, name: str = "Name") -> QWidget:
    widget.setAccessibleName(name)
    return widget


def test_a_plain_dialog_has_no_fault(dialog: QDialog, qtbot: QtBot, theme: Theme) -> None:
    layout = dialog.layout()
    assert layout is not None
    field = QLineEdit()
    field.setAccessibleName("Name")
    button = TextButton(theme, "primary")
    button.name_it("Go on")
    for widget in (QLabel("Your name"), field, QCheckBox("Remember it"), button):
        layout.addWidget(widget)
    assert kinds(dialog, qtbot) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: QLineEdit(parent),
        lambda parent: QComboBox(parent),
        lambda parent: named(Painted(parent), ""),
        lambda parent: QPushButton(parent),
    ],
    ids=["line", "box", "painted", "button"],
)
def test_what_has_no_name_is_found(
    dialog: QDialog, faults_with: Callable[[QWidget], list[str]], make: Callable[[QWidget], QWidget]
) -> None:
    assert "has no name" in faults_with(make(dialog))


def test_a_painted_widget_needs_a_role(
    dialog: QDialog, faults_with: Callable[[QWidget], list[str]]
) -> None:
    assert faults_with(named(Painted(dialog))) == ["has no role"]


def test_its_class_can_say_role_and_value(
    dialog: QDialog, faults_with: Callable[[QWidget], list[str]]
) -> None:
    graph = Graph(dialog)
    assert faults_with(named(graph, "Waveform")) == []
    spoken = QAccessible.queryAccessibleInterface(graph)
    assert spoken.role() == QAccessible.Role.Graphic
    assert spoken.text(QAccessible.Text.Name) == "Waveform"
    assert spoken.text(QAccessible.Text.Value) == "12 seconds"


def test_small_targets_are_found(
    dialog: QDialog, theme: Theme, faults_with: Callable[[QWidget], list[str]]
) -> None:
    small = IconButton(theme, "x", size=20)
    small.name_it("Close")
    assert faults_with(small) == ["hard to hit"]


def test_what_only_the_mouse_reaches_is_found(
    dialog: QDialog, theme: Theme, faults_with: Callable[[QWidget], list[str]]
) -> None:
    button = TextButton(theme)
    button.name_it("Go")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert faults_with(button) == ["can't be reached"]


def squeezed(widget: QWidget) -> QWidget:
    widget.setFixedWidth(90)
    return widget


def low(widget: QLabel) -> QWidget:
    widget.setWordWrap(True)
    widget.setFixedSize(120, 20)
    return widget


def box() -> QWidget:
    made = QComboBox()
    made.addItem(LONG)
    return squeezed(named(made))


def hinted() -> QWidget:
    made = QLineEdit()
    made.setPlaceholderText(LONG)
    return squeezed(named(made))


def tabs() -> QWidget:
    made = QTabBar()
    made.setElideMode(Qt.TextElideMode.ElideRight)
    made.setUsesScrollButtons(False)
    made.addTab(LONG)
    made.addTab(LONG)
    return squeezed(made)


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda: squeezed(QLabel(LONG)), "cut"),
        (lambda: low(QLabel(LONG)), "cut"),
        (lambda: squeezed(QPushButton(LONG)), "cut"),
        (lambda: squeezed(QCheckBox(LONG)), "cut"),
        (lambda: squeezed(QRadioButton(LONG)), "cut"),
        (box, "cut"),
        (hinted, "cut placeholder"),
        (tabs, "cut tab"),
    ],
    ids=["label", "wrapped", "button", "check", "radio", "box", "placeholder", "tab"],
)
def test_cut_words_are_found(
    faults_with: Callable[[QWidget], list[str]], make: Callable[[], QWidget], kind: str
) -> None:
    assert kind in faults_with(make())


@pytest.mark.parametrize("make", [lambda: ElidedLabel(LONG), lambda: Chip(LONG)])
def test_what_is_shortened_has_its_whole_in_the_tooltip(
    faults_with: Callable[[QWidget], list[str]], make: Callable[[], QWidget]
) -> None:
    assert faults_with(squeezed(make())) == []


@pytest.mark.parametrize("make", [ElidedLabel, Chip])
def test_our_own_words_are_never_shortened(
    faults_with: Callable[[QWidget], list[str]], make: Callable[[str], QWidget]
) -> None:
    assert faults_with(squeezed(make(pseudo(LONG)))) == ["our own words are shortened"]


def test_widgets_that_lie_over_each_other_are_found(dialog: QDialog, qtbot: QtBot) -> None:
    for number, left in enumerate((10, 60)):
        button = QPushButton(f"No. {number}", dialog)
        button.setGeometry(left, 10, 90, 32)
    assert kinds(dialog, qtbot) == ["overlaps QDialog/QPushButton 'No. 1' 90x32 at 60,10"]


def test_widgets_beyond_their_parent_are_found(dialog: QDialog, qtbot: QtBot) -> None:
    button = QPushButton("Beyond", dialog)
    button.setGeometry(350, 10, 90, 32)
    assert kinds(dialog, qtbot) == ["outside of QDialog 400x300"]


def test_a_page_that_scrolls_sideways_is_found(
    faults_with: Callable[[QWidget], list[str]],
) -> None:
    inside = QWidget()
    inside.setMinimumWidth(900)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    assert faults_with(area) == ["scrolls sideways"]


def test_a_trap_for_the_tab_key_is_found(dialog: QDialog, qtbot: QtBot) -> None:
    """A text field in which Tab writes a tabulator, as Qt has it."""
    layout = dialog.layout()
    assert layout is not None
    for widget in (QLineEdit(), QTextEdit(), QLineEdit()):
        layout.addWidget(named(widget))
    assert kinds(dialog, qtbot) == ["Tab stays in"]


def test_links_and_parts_of_a_date_are_no_trap(
    faults_with: Callable[[QWidget], list[str]],
) -> None:
    browser = QTextBrowser()
    browser.setHtml("Links: <a href='1'>one</a> <a href='2'>two</a> <a href='3'>three</a>")
    whole = QWidget()
    column = QVBoxLayout(whole)
    for widget in (named(QLineEdit()), named(browser), named(QLineEdit())):
        column.addWidget(widget)
    assert faults_with(whole) == []


def test_an_order_that_jumps_back_is_found(dialog: QDialog, qtbot: QtBot) -> None:
    row = QHBoxLayout()
    layout = dialog.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addLayout(row)
    buttons = [QPushButton(f"No. {number}") for number in range(3)]
    for button in buttons:
        button.setMinimumHeight(32)
    for button in (buttons[2], buttons[0], buttons[1]):
        row.addWidget(button)
    QWidget.setTabOrder(buttons[0], buttons[2])
    QWidget.setTabOrder(buttons[2], buttons[1])
    dialog.show()
    qtbot.waitExposed(dialog)
    assert any("Tab goes back" in line for line in find_faults(dialog))


def test_what_tab_never_comes_by_is_found(dialog: QDialog, qtbot: QtBot) -> None:
    """Two fields that send Tab back to the first one, either way."""
    layout = dialog.layout()
    assert layout is not None
    fields = [QLineEdit() for _ in range(4)]
    for field in fields:
        layout.addWidget(named(field))
    turns_back = TurnsBack(fields[0])
    for field in (fields[1], fields[3]):
        field.installEventFilter(turns_back)
    assert "Tab never reaches" in kinds(dialog, qtbot)


def test_the_walk_comes_by_everything_once_and_puts_the_focus_back(
    dialog: QDialog, qtbot: QtBot
) -> None:
    layout = dialog.layout()
    assert layout is not None
    fields = [QLineEdit() for _ in range(4)]
    for field in fields:
        layout.addWidget(named(field))
    dialog.show()
    qtbot.waitExposed(dialog)
    fields[2].setFocus()
    way, stuck = walk(dialog)
    assert stuck is None
    assert [fields.index(field) for field in way if field in fields] == [2, 3, 0, 1]
    find_faults(dialog)
    assert QApplication.focusWidget() is fields[2]


def test_the_pseudo_language_keeps_placeholders_and_grows(qapp: QApplication) -> None:
    said = pseudo("Imported {0} of %n <b>files</b> &amp; more")
    assert "{0}" in said
    assert "%n" in said
    assert "<b>" in said
    assert "&amp;" in said
    assert len(said) >= 1.35 * len("Imported {0} of %n <b>files</b> &amp; more")
    assert pseudo("{0} – {1}") == "{0} – {1}"
    assert not untranslated(f"{said} 12")
    assert untranslated("Submit")
    assert untranslated(f"{said} Submit")


def test_the_pseudo_language_is_what_widgets_get(qapp: QApplication) -> None:
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    try:
        assert QPushButton().tr("Submit") == pseudo("Submit")
        assert QPushButton().tr("%n item(s)", "", 3) == pseudo("%n item(s)").replace("%n", "3")
    finally:
        qapp.removeTranslator(translator)
