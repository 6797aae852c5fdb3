"""A language that nobody speaks: every word of ours accented, in brackets and 40 % longer."""

import re

from PySide6.QtCore import QTranslator

OPEN, CLOSE = "⟦", "⟧"
_MORE = 0.4
_ACCENTED = str.maketrans("AEIOUaeiouyncs", "ÀÉÎÕÜàéîõüýñçš")
# Placeholders, marks of Qt's plural, tags and entities stay as they are.
_KEPT = re.compile(r"(\{[^}]*\}|%n|%L?\d+|<[^>]*>|&\w+;)")
_FILLING = "one two three four five six seven eight nine ten "
# A translated text may stand within another, as a key's name does.
_INNERMOST = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


class PseudoTranslator(QTranslator):
    """Shows what isn't translated (it has no brackets) and what has no room for longer words."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del context, disambiguation, n
        return pseudo(source)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


def pseudo(source: str) -> str:
    if not any(character.isalpha() for character in _KEPT.sub("", source)):
        return source
    parts = _KEPT.split(source)
    accented = "".join(
        part if place % 2 else part.translate(_ACCENTED) for place, part in enumerate(parts)
    )
    longer = max(round(len(source) * _MORE) - 2, 1)
    filling = (_FILLING * (longer // len(_FILLING) + 1))[:longer].rstrip()
    return f"{OPEN}{accented} {filling}{CLOSE}" if longer > 3 else f"{OPEN}{accented}{CLOSE}"


def is_ours(text: str) -> bool:
    """Whether it has words from a translation; known only while the pseudo-language is on."""
    return OPEN in text


def outside_brackets(text: str) -> str:
    """What of it no translation gave: data, or words that were forgotten."""
    while (inner := _INNERMOST.sub(" ", text)) != text:
        text = inner
    return text


def untranslated(text: str) -> bool:
    """Whether it has words outside of every bracket."""
    return any(character.isalpha() for character in outside_brackets(text))
