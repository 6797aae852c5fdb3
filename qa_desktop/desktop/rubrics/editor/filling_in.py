"""Fills in what a rubric in the making still lacks, for its preview alone."""

from decimal import Decimal

from qa_desktop.rubrics.plain import Plain

# Stands where no language has a text yet.
GAP = "…"
_TEXTS = frozenset({"title", "text", "help"})
# What may be left out of a preview: nothing of it is seen while grading.
_LEFT_OUT = ("examples", "owner", "review_every")


def filled_in(data: Plain) -> dict[str, Plain] | None:
    """A copy in which every text is there in every language; None for what is no rubric at all."""
    if not isinstance(data, dict):
        return None
    written = data.get("languages")
    languages = (
        [word for word in written if isinstance(word, str)] if isinstance(written, list) else []
    )
    kept = {key: value for key, value in data.items() if key not in _LEFT_OUT}
    filled = _filled(kept, languages or ["en"], "")
    return filled if isinstance(filled, dict) else None


def _filled(value: Plain, languages: list[str], key: str) -> Plain:
    if key in _TEXTS:
        return _text(value, languages)
    if isinstance(value, dict):
        if key == "anchors":
            return {name: _text(text, languages) for name, text in value.items()}
        filled = {name: _filled(child, languages, name) for name, child in value.items()}
        return _with_texts(filled, key)
    if isinstance(value, list):
        elements = [_filled(element, languages, _singular(key)) for element in value]
        # A section without items can't be shown, and is no reason to show nothing.
        return [e for e in elements if not _is_empty_section(key, e)]
    return value


def _singular(key: str) -> str:
    return f"{key}[]"


def _with_texts(table: dict[str, Plain], key: str) -> dict[str, Plain]:
    if key == "items[]" and "text" not in table:
        return {**table, "text": GAP}
    titled = ("sections[]", "options[]", "reasons[]", "adjustments[]", "scenarios[]", "grades[]")
    if (key in titled or key == "abilities[]" or not key) and "title" not in table:
        table = {**table, "title": GAP}
    if key == "sections[]" and "weight" not in table:
        return {**table, "weight": Decimal(1)}
    return table


def _is_empty_section(key: str, element: Plain) -> bool:
    return key == "sections" and isinstance(element, dict) and not element.get("items")


def _text(value: Plain, languages: list[str]) -> Plain:
    if isinstance(value, dict):
        said = [text for text in value.values() if isinstance(text, str) and text.strip()]
        instead = said[0] if said else GAP
        return {language: _said(value.get(language)) or instead for language in languages}
    return _said(value) or GAP


def _said(value: Plain) -> str:
    return value if isinstance(value, str) and value.strip() else ""
