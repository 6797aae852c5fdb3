"""The small widgets that every screen is made of."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import Problem, Where
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.flow_layout import FlowLayout
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.search_field import SearchField
from qa_desktop.desktop.widgets.section_bar import SectionBar
from qa_desktop.desktop.widgets.status_label import StatusLabel
from qa_desktop.desktop.widgets.toast import Toast

TOO_NEW = Problem(
    code="database.not_a_workspace", where=Where(file="/somewhere/qa.sqlite3"), values={}
)


def test_a_text_that_does_not_fit_keeps_its_whole_words_as_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("a title that is far too long for its place")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    label.grab()
    assert label.toolTip() == ""


def test_a_flow_takes_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=4)
    for _ in range(6):
        box = QLabel()
        box.setFixedSize(QSize(50, 20))
        flow.addWidget(box)
    assert flow.heightForWidth(6 * 50 + 5 * 4) == 20
    assert flow.heightForWidth(3 * 50 + 2 * 4) == 44
    assert flow.heightForWidth(50) == 6 * 20 + 5 * 4


def test_a_banner_says_cause_remedy_and_place_in_the_language_of_the_moment(
    qtbot: QtBot, theme: Theme
) -> None:
    language = ["en"]
    banner = ProblemBanner(theme, lambda: language[0])
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_problems([TOO_NEW])
    english = [label.text() for label in banner.findChildren(QLabel)]
    language[0] = "zh-CN"
    QApplication.sendEvent(banner, QEvent(QEvent.Type.LanguageChange))
    chinese = [t.text() for t in banner.findChildren(QLabel) if t.isVisibleTo(banner)]
    assert len(english) == 3
    assert english[2] == "/somewhere/qa.sqlite3"
    assert not set(english[:2]) & set(chinese)
    banner.show_problems([])
    assert banner.isHidden()


def test_a_banner_does_not_drown_the_screen_in_problems(qtbot: QtBot, theme: Theme) -> None:
    banner = ProblemBanner(theme, lambda: "en")
    qtbot.addWidget(banner)
    banner.show_problems([TOO_NEW] * 9)
    texts = [label.text() for label in banner.findChildren(QLabel)]
    assert texts.count("/somewhere/qa.sqlite3") == 5
    assert "4" in texts[-1]


def test_a_search_is_said_once_after_the_last_key_and_at_once_when_emptied(
    qtbot: QtBot, theme: Theme
) -> None:
    field = SearchField(theme)
    qtbot.addWidget(field)
    said: list[str] = []
    field.searched.connect(said.append)
    with qtbot.waitSignal(field.searched):
        qtbot.keyClicks(field, "refund")
    assert said == ["refund"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert said == ["refund", ""]
    field.show_text("card")
    assert said == ["refund", ""]


def test_enter_does_not_wait_for_the_pause(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField(theme)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.searched, timeout=50) as said:
        qtbot.keyClicks(field, "x")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said.args == ["x"]


def test_a_status_has_a_word_beside_its_colour(qtbot: QtBot, theme: Theme) -> None:
    status = StatusLabel(theme)
    qtbot.addWidget(status)
    status.show_status("Qualified", icon="check", tone="good")
    assert status.accessibleName() == "Qualified"
    assert status.property("tone") == "good"
    status.show_status("", icon="check")
    assert status.isHidden()


def test_a_toast_offers_its_action_and_goes(qtbot: QtBot, theme: Theme) -> None:
    toast = Toast(theme)
    qtbot.addWidget(toast)
    toast.say("Imported 3 interactions", "Undo")
    assert toast.isVisible()
    button = next(b for b in toast.findChildren(TextButton) if b.text() == "Undo")
    with qtbot.waitSignal(toast.action_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_buttons_are_big_enough_to_hit_and_have_names(qtbot: QtBot, theme: Theme) -> None:
    icon = IconButton(theme, "x")
    word = TextButton(theme, "chip")
    for button in (icon, word):
        qtbot.addWidget(button)
        button.name_it("Close & go")
        button.ensurePolished()
        assert button.sizeHint().expandedTo(button.minimumSize()).height() >= tokens.HIT
        assert button.accessibleName() == "Close & go"
    assert word.text() == "Close && go"


def test_a_section_bar_says_what_it_shows(qtbot: QtBot, theme: Theme) -> None:
    bar = SectionBar(theme)
    qtbot.addWidget(bar)
    bar.resize(300, 20)
    bar.show_section("Accuracy", 0.75, "75")
    filled = bar.grab().toImage()
    bar.show_section("Accuracy", None, "–")
    assert bar.grab().toImage() != filled
    assert bar.accessibleName() == "Accuracy: –"


def test_an_empty_place_has_one_button_to_begin(qtbot: QtBot, theme: Theme) -> None:
    empty = EmptyState(theme, "inbox")
    qtbot.addWidget(empty)
    empty.show_words("Nothing yet", "What this is for.", "Begin")
    shown = [b for b in empty.findChildren(TextButton) if not b.isHidden()]
    with qtbot.waitSignal(empty.first_requested):
        shown[0].click()
    assert [b.text() for b in shown] == ["Begin"]


def test_a_chip_shortens_its_words_where_there_is_no_room(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("Agent 71f8d498-7034-65f3 · Maya")
    qtbot.addWidget(chip)
    chip.show()
    whole = chip.sizeHint()
    chip.resize(90, whole.height())
    assert QLabel.text(chip).endswith("…")
    assert chip.text() == chip.toolTip() == "Agent 71f8d498-7034-65f3 · Maya"
    assert abs(chip.sizeHint().width() - whole.width()) <= 1
    chip.resize(whole)
    assert QLabel.text(chip) == chip.text()
    assert chip.toolTip() == ""
