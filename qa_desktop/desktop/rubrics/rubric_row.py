"""One line of the library."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qa_desktop.desktop.local_time import day_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.rubrics.model import Rubric

_HASH_DIGITS = 8


class RubricRow(QWidget):
    """Title above; version, channels and the hash's beginning below."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel(role="heading")
        self._facts = ElidedLabel(role="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.SPACE, tokens.SPACE, tokens.SPACE, tokens.SPACE)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._facts)

    def show_rubric(self, rubric: Rubric, language: str) -> None:
        self._title.setText(rubric.title.to(language))
        facts = [f"v{rubric.version}", *(channel_word(c) for c in rubric.channels)]
        if rubric.effective_from is not None:
            since = QCoreApplication.translate("Rubrics", "since {0}")
            facts.append(since.format(day_text(rubric.effective_from)))
        facts.append(rubric.content_hash.removeprefix("sha256:")[:_HASH_DIGITS])
        self._facts.setText(" · ".join(facts))


def channel_word(channel: str) -> str:
    words = {
        "voice": QCoreApplication.translate("Rubrics", "calls"),
        "chat": QCoreApplication.translate("Rubrics", "chats"),
        "ticket": QCoreApplication.translate("Rubrics", "tickets"),
    }
    return words.get(channel, channel)
