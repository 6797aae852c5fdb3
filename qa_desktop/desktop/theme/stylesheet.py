"""The one stylesheet, made from the tokens."""

from string import Template

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.tokens import Colours


def stylesheet(colours: Colours) -> str:
    """Qt style sheet for the whole application; roles are dynamic properties (`role`, `tone`)."""
    shade = "dark" if colours.dark else "light"
    values = {
        name: getattr(colours, name) for name in Colours.__dataclass_fields__ if name not in _SHADES
    }
    focus = focus_width(colours)
    values |= {
        "radius": f"{tokens.RADIUS}px",
        "radius_large": f"{tokens.RADIUS_LARGE}px",
        "chip_radius": f"{tokens.CHIP_HEIGHT // 2}px",
        "chip_inner": f"{tokens.CHIP_HEIGHT - 2}px",
        "chip_button_radius": f"{tokens.HIT // 2}px",
        "tight": f"{tokens.TIGHT}px",
        "space": f"{tokens.SPACE}px",
        "wide": f"{tokens.WIDE}px",
        "small": f"{tokens.TEXT_SMALL}px",
        "normal": f"{tokens.TEXT_NORMAL}px",
        "large": f"{tokens.TEXT_LARGE}px",
        "title": f"{tokens.TEXT_TITLE}px",
        "score": f"{tokens.TEXT_SCORE}px",
        "score_room": f"{round(tokens.TEXT_SCORE * _LINE)}px",
        "semibold": str(tokens.SEMIBOLD),
        "button_inner": f"{tokens.BUTTON_HEIGHT - 2 * tokens.BORDER}px",
        "focus": f"{focus}px",
        "button_focus": f"{tokens.BUTTON_HEIGHT - 2 * focus}px",
        "hit_focus": f"{tokens.HIT - 2 * focus}px",
        "hit_inner": f"{tokens.HIT - 2 * tokens.BORDER}px",
        "hit": f"{tokens.HIT}px",
        "scrollbar": f"{tokens.SCROLLBAR}px",
        "bar": f"{tokens.BAR_HEIGHT}px",
        "bar_radius": f"{tokens.BAR_HEIGHT // 2}px",
        "pointer": f"{tokens.ICON_SMALL}px",
        "small_pointer": f"{tokens.scaled(12)}px",
        "drop": f"{tokens.scaled(22)}px",
        "step": f"{tokens.scaled(20)}px",
        "indicator": f"{tokens.scaled(16)}px",
        "indicator_radius": f"{tokens.scaled(16) // 2 + 1}px",
        "menu_room": f"{tokens.ICON_SMALL + 12}px",
        "chip_menu_room": f"{tokens.ICON_SMALL + 10}px",
        "chevron": _picture("control-chevron-down"),
        "chevron_up": _picture("control-chevron-up"),
        "check": _picture(f"control-check-{shade}"),
        "dot": _picture(f"control-dot-{shade}"),
    }
    # Beside a border that grows by a pixel or two on focus, the padding shrinks by as much.
    values |= {f"in{px}": f"{px - focus}px" for px in _PADDINGS}
    tones = "".join(_TONE.substitute(values, t=tone) for tone in _TONES).replace("@", "$")
    return Template(_SHEET + tones).substitute(values)


def focus_width(colours: Colours) -> int:
    """Of the border round what has the keyboard's focus."""
    return tokens.FOCUS_BORDER + (1 if colours.high_contrast else 0)


def _picture(name: str) -> str:
    return resource_path("icons", f"{name}.svg").as_posix()


# A line of the interface's fonts, as a share of their size.
_LINE = 1.25
_SHADES = ("dark", "high_contrast")
_PADDINGS = (3, 5, 8, 9, 12)
_TONES = ("accent", "agent", "customer", "good", "caution", "bad")

_TONE = Template("""
QLabel[tone="$t"] { color: @$t; }
QLabel[role="chip"][tone="$t"], QLabel[role="status"][tone="$t"],
QWidget[role="status"][tone="$t"] {
  background: @${t}_soft; color: @$t; border-color: @${t}_soft;
}
QWidget[role="status"][tone="$t"] QLabel { color: @$t; }
QFrame[role="banner"][tone="$t"] { background: @${t}_soft; border: 1px solid @$t; }
QPushButton[role="answer"][tone="$t"]:checked {
  background: @$t; border-color: @$t; color: @on_accent;
}
QPushButton[role="chip"][tone="$t"] { color: @$t; }
""")

_SHEET = """
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: $tight; }
QMainWindow, QDialog, QWidget[role="page"] { background: $background; }
QDialog[popup="true"] { background: $surface; border: 1px solid $border; }
QWidget[role="surface"] { background: $surface; }
QWidget[role="header"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QWidget[role="footer"] { background: $surface; border: none; border-top: 1px solid $border; }
QWidget[role="rail"] { background: $surface; border: none; border-right: 1px solid $border; }
QFrame[role="card"] {
  background: $surface; border: 1px solid $border; border-radius: $radius_large;
}
QFrame[role="card"][current="true"] { background: $raised; border-color: $accent; }
QFrame[role="banner"] {
  background: $raised; border: 1px solid $border; border-radius: $radius_large;
}
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: $large; font-weight: $semibold; }
QLabel[role="headline"] { font-size: $title; font-weight: $semibold; }
QLabel[role="heading"] { font-weight: $semibold; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small; }
QLabel[role="score"] { font-size: $score; font-weight: $semibold; }
QLabel[role="status-word"] { font-size: $small; font-weight: $semibold; }
QLabel[role="key"] {
  color: $muted; background: $surface; border: 1px solid $border; border-radius: $tight;
  padding: 0 $tight; font-size: $small; font-weight: $semibold;
}
QLabel[role="chip"] {
  color: $muted; background: $raised; border: 1px solid $border;
  border-radius: $chip_radius; min-height: $chip_inner; max-height: $chip_inner;
  padding: 0 $space; font-size: $small;
}
QWidget[role="status"] {
  border-radius: $chip_radius; border: 1px solid $border; background: $raised;
}
QWidget[role="status"] QLabel { font-size: $small; font-weight: $semibold; color: $muted; }

QPushButton, QToolButton {
  color: $text; background: $surface; border: 1px solid $border; border-radius: $radius;
  padding: 0 11px; min-height: $button_inner; font-weight: $semibold;
}
QToolButton { padding: 0 $tight; }
QPushButton:hover, QToolButton:hover { background: $raised; border-color: $muted; }
QPushButton:pressed, QToolButton:pressed { background: $accent_soft; }
QPushButton:checked, QToolButton:checked {
  background: $accent_soft; color: $accent; border-color: $accent;
}
QPushButton:focus, QToolButton:focus {
  border: $focus solid $accent; padding: 0 $in12; min-height: $button_focus;
}
QToolButton:focus { padding: 0 $in5; }
QToolButton[square="true"] { min-height: $hit_inner; padding: 0; }
QToolButton[square="true"]:focus { min-height: $hit_focus; padding: 0; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $raised; }
QPushButton::menu-indicator, QToolButton::menu-indicator {
  image: url($chevron); width: $pointer; subcontrol-position: right center;
  subcontrol-origin: padding; right: 6px;
}
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="primary"]:hover { border-color: $text; }
QPushButton[role="primary"]:focus { border: $focus solid $text; }
QPushButton[role="primary"]:disabled {
  background: $raised; color: $muted; border-color: $border;
}
QPushButton[role="quiet"], QToolButton[role="quiet"] {
  background: transparent; border-color: transparent; color: $muted;
}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {
  background: $raised; border-color: $border; color: $text;
}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border-color: $accent; }
QPushButton[role="link"] {
  background: transparent; border: 1px solid transparent; color: $accent; padding: 0 $tight;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: $focus solid $accent; padding: 0 $in5; }
QPushButton[align="left"] { text-align: left; }
QPushButton[role="search"] {
  color: $muted; font-weight: 400; text-align: left;
}
QPushButton[role="score"], QPushButton[role="score"]:hover {
  min-height: $score_room;
  background: transparent; border: 1px solid transparent; padding: 0; text-align: left;
  font-size: $score; font-weight: $semibold; color: $text;
}
QPushButton[role="score"]:hover { color: $accent; }
QPushButton[role="score"]:focus {
  min-height: $score_room; border: $focus solid $accent; padding: 0;
}
QPushButton[role="link"][tone="caution"]:enabled { color: $caution; }
QPushButton[role="link"]:disabled { background: transparent; }
QLineEdit[tone="bad"] { border-color: $bad; }
QPushButton[role="answer"] {
  min-width: 18px; min-height: $hit_inner; padding: 0 7px; font-weight: 400;
}
QPushButton[role="answer"]:focus { padding: 0 $in8; min-height: $hit_focus; }
QPushButton[role="answer"]:checked {
  background: $accent; border-color: $accent; color: $on_accent; font-weight: $semibold;
}
QPushButton[role="answer"]:checked:focus { border: $focus solid $text; }
QPushButton[role="chip"] {
  color: $muted; background: $raised; border-radius: $chip_button_radius; font-weight: 400;
  min-height: $hit_inner; max-height: $hit_inner; padding: 0 $space; font-size: $small;
}
QPushButton[role="chip"]:focus { padding: 0 $in9; min-height: $hit_focus; max-height: $hit_focus; }
QPushButton[role="chip"]:hover { border-color: $muted; color: $text; }
QPushButton[role="chip"]:checked {
  background: $accent_soft; color: $accent; border-color: $accent; font-weight: $semibold;
}
QPushButton[role="chip"][menu="true"] { padding-right: $chip_menu_room; }
QPushButton[menu="true"] { padding-right: $menu_room; }
QLineEdit, QComboBox, QAbstractSpinBox, QDateEdit {
  color: $text; background: $surface; border: 1px solid $border; border-radius: $radius;
  min-height: $button_inner; padding: 0 $space;
  selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit, QTextEdit {
  color: $text; background: $surface; border: 1px solid $border; border-radius: $radius;
  padding: $tight; selection-background-color: $accent; selection-color: $on_accent;
}
QTextBrowser { border: none; background: transparent; }
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: $muted; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: $focus solid $accent; padding: 0 $in9; min-height: $button_focus;
}
QPlainTextEdit:focus, QTextEdit:focus { border: $focus solid $accent; padding: $in5; }
QTextBrowser:focus { border: none; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  color: $muted; background: $raised;
}
QLineEdit > QToolButton, QLineEdit > QToolButton:hover, QLineEdit > QToolButton:focus {
  border: none; background: transparent; padding: 0; min-height: 0;
}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit {
  border: none; background: transparent; padding: 0 $tight; min-height: 0;
}
QLineEdit[role="search"] { padding-left: 2px; }
QLineEdit[role="search"]:focus { padding-left: $in3; }
QAbstractSpinBox { max-height: $button_inner; padding: 0 $tight; }
QAbstractSpinBox:focus { max-height: $button_focus; padding: 0 $in5; }
QComboBox { padding-right: $drop; combobox-popup: 0; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: $drop; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow {
  image: url($chevron);
  width: $pointer; height: $pointer;
}
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $border; padding: $tight; outline: none;
  selection-background-color: $accent_soft; selection-color: $accent;
}
QComboBox QAbstractItemView::item { min-height: $hit; padding: 0 $tight; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; width: $step; background: transparent;
}
QAbstractSpinBox::up-arrow {
  image: url($chevron_up); width: $small_pointer; height: $small_pointer;
}
QAbstractSpinBox::down-arrow {
  image: url($chevron); width: $small_pointer; height: $small_pointer;
}

QCheckBox, QRadioButton {
  spacing: $space; min-height: $hit; color: $text; background: transparent;
  border: $focus solid transparent; border-radius: $radius; padding: 0 $tight;
}
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
  width: $indicator; height: $indicator; border: 1px solid $muted; background: $surface;
}
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: $tight; }
QRadioButton::indicator { border-radius: $indicator_radius; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: $accent; border-color: $accent; image: url($check);
}
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url($dot); }

QAbstractItemView {
  background: $surface; color: $text; border: none; outline: none;
  selection-background-color: $accent_soft; selection-color: $text;
}
QTableView { gridline-color: $border; }
QTableView::item { border: none; border-bottom: 1px solid $border; padding: 0 $tight; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
  background: $accent_soft; color: $text;
}
QListView::item { border-radius: $radius; }
QTreeView::item { padding: 0 $tight; }
QTreeView[role="outline"]::item:selected, QTreeView[role="outline"]::item:hover {
  background: transparent;
}
QTreeView[role="outline"] { selection-background-color: transparent; }
QListView[role="menu"] { background: transparent; }
QListView[role="menu"]::item { min-height: $hit; padding: 0 $space; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
  background: $surface; color: $muted; font-size: $small; font-weight: $semibold; border: none;
  border-bottom: 1px solid $border; padding: 0 $space; min-height: $hit;
}
QHeaderView::section:hover { color: $text; background: $raised; }
QHeaderView::down-arrow {
  image: url($chevron); width: $small_pointer; height: $small_pointer;
  subcontrol-position: center right;
}
QHeaderView::up-arrow {
  image: url($chevron_up); width: $small_pointer; height: $small_pointer;
  subcontrol-position: center right;
}
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $surface; border: none; }

QMenu { background: $surface; color: $text; border: 1px solid $border; padding: $tight; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: $radius; min-height: 18px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: $tight $space; }
QMenu::icon { padding-left: $space; }

QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: $scrollbar; }
QScrollBar:horizontal { height: $scrollbar; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent_soft; }
QProgressBar {
  background: $border; border: none; border-radius: $bar_radius; min-height: $bar; max-height: $bar;
}
QProgressBar::chunk { background: $accent; border-radius: $bar_radius; }
QGroupBox { border: none; font-weight: $semibold; margin-top: 20px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
"""
