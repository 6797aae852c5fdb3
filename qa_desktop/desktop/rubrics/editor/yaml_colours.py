"""Colours of a rubric's text: keys, texts in quotes, numbers, comments."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from qa_desktop.desktop.theme.theme import Theme

_KEY = re.compile(r"(?:^\s*(?:- +)*|[{,]\s*)([\w.-]+)(?=:(?:\s|$))")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_NUMBER = re.compile(r"(?<=[:,\[ ])-?\d+(?:\.\d+)?(?=\s*(?:[,}\]]|$))")
_COMMENT = re.compile(r"(?:^|\s)#.*$")


class YamlColours(QSyntaxHighlighter):
    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._forms: list[tuple[re.Pattern[str], QTextCharFormat]] = []
        self._make()

    def recolour(self) -> None:
        """After the theme has changed."""
        self._make()
        self.rehighlight()

    def _make(self) -> None:
        colours = self._theme.colours()
        self._forms = [
            (_KEY, _form(colours.accent)),
            (_NUMBER, _form(colours.agent)),
            (_QUOTED, _form(colours.good)),
            (_COMMENT, _form(colours.muted, italic=True)),
        ]

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        for pattern, form in self._forms:
            for found in pattern.finditer(text):
                start, end = found.span(1 if pattern is _KEY else 0)
                self.setFormat(start, end - start, form)


def _form(colour: str, *, italic: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    form.setFontItalic(italic)
    if not italic:
        form.setFontWeight(QFont.Weight.Normal)
    return form
