"""Says what a new version changes in words that whoever grades can read, in either language."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.base.wording import Wording, wording
from qa_desktop.rubrics.diff import (
    Change,
    ChangeKind,
    ShareChange,
    diff_rubrics,
    share_changes,
)
from qa_desktop.rubrics.model import Item, Rubric
from qa_desktop.rubrics.numbers import format_score
from qa_desktop.rubrics.part_words import PartWords
from qa_desktop.rubrics.word_marks import Mark, word_marks

# The fields of the head whose values are words of the format.
_CODED = ("aggregation", "na", "na_scope")
_SHARE_DECIMALS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """One change: of what, which of its fields, from what to what; "" where there is no field,
    None where there was or is nothing."""

    subject: str
    field: str
    old: str | None
    new: str | None


class DiffWords:
    def __init__(self, old: Rubric, new: Rubric, language: str) -> None:
        self._old, self._new, self.language = old, new, language
        self._words: Wording = wording(language)
        self._parts = PartWords(language)

    def heading(self, kind: ChangeKind) -> str:
        return self._words(f"versions.diff.{kind.value}")

    def words(self, change: Change) -> ChangeWords:
        return ChangeWords(
            subject=self.subject(change),
            field=self._field(change),
            old=self._value(change, change.old, self._old),
            new=self._value(change, change.new, self._new),
        )

    def subject(self, change: Change | ShareChange) -> str:
        title = change.title.to(self.language)
        return self._words(f"versions.diff.subject_{change.what}", title=title)

    def _field(self, change: Change) -> str:
        """ "guidance (English)", "anchor 3", "pass mark"."""
        name, language = change.field, ""
        if change.kind is ChangeKind.REWORDED:
            for known in {*self._old.languages, *self._new.languages}:
                if name.endswith(f".{known}"):
                    name, language = name.removesuffix(f".{known}"), known
        if not name:
            return ""
        base, _, rest = name.partition(".")
        key = f"versions.field.{name.replace('.', '_')}"
        if base in ("anchors", "options", "reasons", "weights") and rest:
            shown = self._section(rest) if base == "weights" else rest
            said = self._words(f"versions.field.{base}_of", name=shown)
        else:
            said = self._words.get(key, name)
        if not language:
            return said
        spoken = self._words.get(f"languages.{language}", language)
        return self._words("versions.field.in_language", field=said, language=spoken)

    def _section(self, section_id: str) -> str:
        for rubric in (self._new, self._old):
            for section in rubric.sections:
                if section.id == section_id:
                    return section.title.to(self.language)
        return section_id

    def _value(self, change: Change, text: str | None, rubric: Rubric) -> str | None:
        if text is None or change.kind is ChangeKind.REWORDED:
            return text
        if change.field == "section":
            return self._section(text)
        if change.what == "rubric" and change.field in _CODED:
            base, _, rest = text.partition(" ")
            return self._words(f"versions.value.{base}", value=rest)
        if change.what == "rubric" and change.field == "channels":
            parts = [self._words.get(f"versions.value.{c}", c) for c in rubric.channels]
            return self._words("versions.and").join(parts)
        if change.what == "item":
            item = next((item for item in rubric.items() if item.id == change.id), None)
            tell = None if item is None else self._of_item(change.field)
            return text if item is None or tell is None else tell(item, rubric)
        return text

    def _of_item(self, field: str) -> Callable[[Item, Rubric], str] | None:
        parts = self._parts
        return {
            "answer": lambda item, _: parts.answer(item.answer),
            "na": lambda item, _: parts.not_applicable(item),
            "comment": lambda item, _: parts.comment(item),
            "critical": lambda item, _: parts.critical(item),
            "veto": lambda item, _: parts.veto(item),
            "show_if": parts.condition,
            "reasons": lambda item, _: parts.reasons(item),
            "abilities": parts.abilities,
        }.get(field)

    def shares(self, old: Fraction | None, new: Fraction | None) -> str:
        """ "12.5 % → 20 % of the form"."""
        was, is_ = (self.share(share) for share in (old, new))
        return self._words("versions.diff.share", old=was, new=is_)

    def share(self, share: Fraction | None) -> str:
        return "–" if share is None else f"{_short(share)} %"


def _short(share: Fraction) -> str:
    text = format_score(share, _SHARE_DECIMALS)
    return text.removesuffix(".0")


def diff_lines(old: Rubric, new: Rubric, language: str) -> list[str]:
    """The differences as lines under a heading for each kind of change.

    In what was reworded, [-words-] went and {+words+} came.
    """
    words, say = wording(language), DiffWords(old, new, language)
    lines = [words("versions.diff.heading", id=new.id, old=old.version, new=new.version)]
    heading = None
    for change in diff_rubrics(old, new):
        if change.kind is not heading:
            heading = change.kind
            lines += ["", say.heading(heading)]
        lines.append(f"  {_line(words, say, change)}")
    moved = share_changes(old, new)
    if moved:
        lines += ["", words("versions.diff.shares")]
        lines += [
            "  " + words("versions.diff.of", what=say.subject(one), said=shares)
            for one, shares in ((o, f"{say.share(o.old)} → {say.share(o.new)}") for o in moved)
        ]
    if heading is None:
        lines.append(words("versions.diff.same"))
    return lines


def _line(words: Wording, say: DiffWords, change: Change) -> str:
    said = say.words(change)
    if not said.field:
        return f"{said.subject} ({change.id})"
    if change.kind is ChangeKind.REWORDED and change.old is not None and change.new is not None:
        marked = "".join(
            f"[-{p.text}-]"
            if p.mark is Mark.GONE
            else f"{{+{p.text}+}}"
            if p.mark is Mark.NEW
            else p.text
            for p in word_marks(change.old, change.new)
        )
        return _told(words, said, _on_one_line(marked))
    nothing = words("versions.diff.nothing")
    was, is_ = (nothing if v is None else _on_one_line(v) for v in (said.old, said.new))
    line = _told(words, said, f"{was} → {is_}")
    if change.old_share is not None or change.new_share is not None:
        line += f" ({say.shares(change.old_share, change.new_share)})"
    return line


def _told(words: Wording, change: ChangeWords, said: str) -> str:
    what = words("versions.diff.field_of", subject=change.subject, field=change.field)
    return words("versions.diff.of", what=what, said=said)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
