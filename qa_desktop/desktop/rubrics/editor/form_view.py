"""Builds fields from what is written in a rubric; every node's form is made with it."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.rubrics.editor.edits import (
    Insert,
    Put,
    Remove,
    list_at,
    table_at,
    tables_at,
    value_at,
)
from qa_desktop.desktop.rubrics.editor.fields import (
    ChoiceField,
    Field,
    FlagsField,
    IdField,
    LineField,
    LocalField,
    NumberField,
    Option,
    Row,
    SaidField,
    TableField,
    WordsField,
)
from qa_desktop.desktop.rubrics.editor.new_parts import fresh_id
from qa_desktop.desktop.rubrics.editor.numbers import shown_number
from qa_desktop.desktop.rubrics.editor.state import EditorState
from qa_desktop.desktop.rubrics.editor.texts import any_text, text_in
from qa_desktop.desktop.rubrics.editor.wishes import Act, Erase, Write
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate


class FormView:
    """`ids`: whether the ids of everything are shown."""

    def __init__(self, state: EditorState, *, ids: bool) -> None:
        self.state = state
        self.data = state.data
        self.ids = ids

    def get(self, path: Path) -> Plain:
        return value_at(self.data, path)

    def text(self, path: Path) -> str:
        """In the language of the screen, for naming a row."""
        return any_text(self.get(path), self.state.language)

    def share(self, path: Path) -> Fraction | None:
        return self.state.shares.get(path)

    # Fields

    def local(self, path: Path, label: str, *, optional: bool = False, hint: str = "") -> Field:
        value = self.get(path)
        texts = {language: text_in(value, language) for language in self.state.languages}
        return LocalField(path=path, label=label, texts=texts, optional=optional, hint=hint)

    def number(
        self,
        path: Path,
        label: str,
        *,
        after: str = "",
        optional: bool = False,
        sample: str = "",
        hint: str = "",
    ) -> Field:
        """`sample` is what holds where nothing is written."""
        return NumberField(
            path=path,
            label=label,
            value=shown_number(self.get(path)),
            after=after,
            optional=optional,
            sample=sample,
            hint=hint,
        )

    def line(
        self,
        path: Path,
        label: str,
        *,
        optional: bool = True,
        sample: str = "",
        hint: str = "",
        wide: bool = False,
    ) -> Field:
        return LineField(
            path=path,
            label=label,
            value=shown_number(self.get(path)),
            optional=optional,
            sample=sample,
            hint=hint,
            wide=wide,
        )

    def words(self, path: Path, label: str, *, sample: str = "", hint: str = "") -> Field:
        listed = tuple(shown_number(word) for word in list_at(self.data, path))
        return WordsField(path=path, label=label, value=listed, sample=sample, hint=hint)

    def choice(
        self,
        path: Path,
        label: str,
        options: Sequence[tuple[str, Plain]],
        *,
        absent: str | None = None,
        default: Plain = None,
        hint: str = "",
    ) -> Field:
        """Each option's words with the value that is written for it. `absent` are the words of
        writing nothing, which then comes first; else nothing written means `default`."""
        value = self.get(path)
        offered = [
            Option(words=words, wish=None if written == value else Write(path, written))
            for words, written in options
        ]
        values = [written for _, written in options]
        if absent is not None:
            gone = Option(words=absent, wish=None if value is None else Erase(path))
            offered.insert(0, gone)
            values.insert(0, None)
        seek = default if value is None and absent is None else value
        chosen = next((n for n, each in enumerate(values) if each == seek), -1)
        return ChoiceField(path=path, label=label, options=tuple(offered), chosen=chosen, hint=hint)

    def flags(
        self,
        path: Path,
        label: str,
        options: Iterable[tuple[Plain, str]],
        *,
        optional: bool = True,
        hint: str = "",
    ) -> Field:
        return FlagsField(
            path=path,
            label=label,
            options=tuple(options),
            chosen=tuple(list_at(self.data, path)),
            optional=optional,
            hint=hint,
        )

    def own_id(self, path: Path) -> tuple[Field, ...]:
        """The id of the element at `path`, where ids are shown."""
        if not self.ids:
            return ()
        at = (*path, "id")
        label = translate("RubricEditor", "Id")
        return (IdField(path=at, label=label, value=shown_number(self.get(at))),)

    # Tables

    def table(
        self,
        path: Path,
        label: str,
        cells: Sequence[tuple[str, str]],
        *,
        add: str,
        new: Plain,
        hint: str = "",
    ) -> Field:
        """Rows of a list of tables. `cells` are keys with their headings: "title" is a text in
        each language, every other one a number. `new` lacks its id, where rows have one."""
        headings = [words for _, words in cells]
        with_ids = self.ids and any(key == "title" for key, _ in cells)
        rows = []
        for number, (row, _) in enumerate(tables_at(self.data, path), start=1):
            made = [self._cell((*row, key), key, words) for key, words in cells]
            if with_ids:
                made += self.own_id(row)
            name = self.text((*row, "title")) or str(number)
            rows.append(Row(path=row, name=name, cells=tuple(made)))
        if with_ids:
            headings.append(translate("RubricEditor", "Id"))
        return TableField(
            path=path,
            label=label,
            hint=hint,
            headings=tuple(headings),
            rows=tuple(rows),
            add=add,
            new=self.insertion(path, new),
        )

    def leftovers(self, path: Path, known: Iterable[Plain]) -> tuple[Field, ...]:
        """What a table of ids says of parts that are not there any more, to be removed."""
        ids = [name for name in known if isinstance(name, str)]
        said = translate("RubricEditor", "“{0}” is not in the rubric any more.")
        return tuple(
            SaidField(
                path=(*path, name),
                label="",
                text=said.format(name),
                tone="bad",
                act=translate("RubricEditor", "Remove it"),
                wish=Act(Remove((*path, name)), "unset", (*path, name)),
            )
            for name in table_at(self.data, path)
            if name not in ids
        )

    def _cell(self, path: Path, key: str, words: str) -> Field:
        if key == "title":
            return self.local(path, words)
        return self.number(path, words, optional=key == "up_to")

    def insertion(self, path: Path, new: Plain, index: int | None = None) -> Act:
        """The wish that puts `new` at the list's end, or at `index`; with an id of its own."""
        elements = list_at(self.data, path)
        if isinstance(new, dict) and "title" in new and "id" not in new:
            new = {"id": fresh_id(self.data, path), **new}
        if not elements:
            return Act(Put(path, [new]), "add", path)
        place = len(elements) if index is None else index
        return Act(Insert(path, place, new), "add", path)
