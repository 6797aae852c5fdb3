"""How a widget learns which keys are in force where it stands."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

_SIGNS = (
    ("Return", "⏎"),
    ("Enter", "⏎"),
    ("Left", "←"),
    ("Right", "→"),
    ("Up", "↑"),
    ("Down", "↓"),
)
_NATIVE = QKeySequence.SequenceFormat.NativeText


def key_near(widget: QWidget, action: str) -> str:
    """The first key of that action or command, as people write it; "" where it has none.

    The nearest widget above that has `key_text(action) -> str | None` and knows the action says it.
    """
    above: QWidget | None = widget
    while above is not None:
        ask = getattr(above, "key_text", None)
        said = ask(action) if ask is not None else None
        if said is not None:
            return str(said)
        above = above.parentWidget()
    return ""


def tell_keys(root: QWidget) -> None:
    """Everything below `root` that shows a key shows the one in force now."""
    for widget in (root, *root.findChildren(QWidget)):
        show = getattr(widget, "show_keys", None)
        if show is not None:
            show()


def key_sign(key: str) -> str:
    """Of a key as people write it, the short form that keyboards print: Ctrl ⏎, Alt ↓."""
    for word, sign in _SIGNS:
        if key == word or key.endswith(f"+{word}"):
            return f"{key[: -len(word)]}{sign}".replace(f"+{sign}", f" {sign}")
    return key


def native_key(key: str) -> str:
    """A portable key as this system writes it: Ctrl+Z, on a Mac ⌘Z."""
    return QKeySequence(key).toString(_NATIVE)
