"""What a person's actions do to a rubric in the making: each gives the editor's next state.

What is shown changes at once; the file is written, read and judged on a desk whose work may be
done on another thread, and `take` brings what came of it.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.rubrics.editor import outline_nodes, paths, structure, texts, weights
from qa_desktop.desktop.rubrics.editor.desk import Desk, Settled, Step
from qa_desktop.desktop.rubrics.editor.edits import (
    Edit,
    NewText,
    Put,
    Remove,
    Rename,
    value_at,
)
from qa_desktop.desktop.rubrics.editor.new_parts import all_ids, fresh_id, is_given, slug_words
from qa_desktop.desktop.rubrics.editor.notes import notes_of
from qa_desktop.desktop.rubrics.editor.state import EditorState, Note, SavedState
from qa_desktop.desktop.rubrics.editor.step_labels import label_of
from qa_desktop.rubrics.draft_store import RubricDraft, RubricDraftStore
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.rubrics.tree import Path


class EditorPresenter:
    def __init__(
        self,
        store: RubricDraftStore,
        published: RubricStore,
        draft: RubricDraft,
        language: str,
    ) -> None:
        self.draft = draft
        self.desk = Desk(store, published, draft)
        self._published = published
        self._known_ids: frozenset[str] | None = None
        self._language = language
        self._selected: Path = paths.FORM
        self._settled: Settled = self.desk.work()
        self._data: Plain = _readable(self._settled) or {}
        self._form: Rubric | None = self._settled.judgement.form
        self._form_is_old = False
        self._refused: tuple[Problem, ...] = ()
        self._typed: tuple[str, Path, str] | None = None
        # Whether something waits whose outcome is known only when it is done.
        self._blind = False
        self._notes: tuple[Note, ...] = ()
        self._judge()
        self.state = self._build()

    def span(self) -> tuple[int, int] | None:
        """The selected node's characters in the text; None for those that are not one place."""
        selected = self._selected
        return self._settled.document.span(selected) if selected else None

    def node_at(self, offset: int) -> Path:
        """The node that the character of the text belongs to."""
        return paths.node_of(self._settled.document.path_at(offset))

    @property
    def document_text(self) -> str:
        """As the file was read last."""
        return self._settled.document.text

    @property
    def rubric(self) -> Rubric | None:
        """What the file says; None while there are errors."""
        return self._settled.judgement.rubric

    def set_language(self, language: str) -> EditorState:
        self._language = language
        self._judge()
        return self._next()

    # Going about

    def select(self, node: Path) -> EditorState:
        if paths.exists(self._data, node):
            self._selected = node
        return self._next()

    def item_id(self, node: Path) -> str | None:
        """Of an item's node."""
        name = value_at(self._data, (*node, "id")) if paths.is_item(node) else None
        return name if isinstance(name, str) else None

    def item_node(self, item_id: str) -> Path | None:
        """The first item with that id."""
        for node in outline_nodes.flat(self.state.outline):
            if self.item_id(node.path) == item_id:
                return node.path
        return None

    def example_count(self) -> int:
        examples = value_at(self._data, paths.EXAMPLES)
        return len(examples) if isinstance(examples, list) else 0

    @property
    def unsaved(self) -> bool:
        """Whether something is not on disk."""
        return bool(self._settled.not_saved) or self.state.saved.saving

    # Edits

    def put(self, path: Path, value: Plain, *, typing: bool = False) -> EditorState:
        """`typing`: one step of undo with what was typed there just before."""
        if value_at(self._data, path) == value and value is not None:
            return self.state
        label = self._typing("set", path) if typing else self._label("set", path)
        return self._do(Put(path, value), label, merge=typing)

    def set_languages(self, listed: Sequence[str]) -> EditorState:
        """Texts in a language that is not among them any more go with it."""
        self._see()
        return self.apply(texts.languages_edit(self._data, listed), "set", ("languages",))

    def remove(self, path: Path) -> EditorState:
        return self._do(Remove(path), self._label("unset", path))

    def set_text(self, path: Path, language: str, text: str, *, optional: bool) -> EditorState:
        """What people read; an `optional` one goes away with its last words."""
        edit = texts.text_edit(self._data, path, language, text, optional=optional)
        if edit is None:
            return self.state
        return self._do(edit, self._typing("text", (*path, language)), merge=True)

    def name_after(self, path: Path) -> EditorState:
        """Once its words are written: an element that has an id for want of words, and is in no
        published version, gets one from them. One step of undo with the words."""
        self._see()
        node, words = path[:-1], value_at(self._data, path)
        name = value_at(self._data, (*node, "id"))
        if path[-1:] not in (("title",), ("text",)) or not is_given(name):
            return self.state
        found = fresh_id(self._data, node[:-1] if node else ("",), slug_words(words))
        known = self.draft.based_on is not None and (not node or name in self._base_ids())
        if known or is_given(found):
            return self.state
        typed = self._typed
        label = typed[2] if typed and typed[1][:-1] == path else self._label("rename", path)
        return self._do(Rename(node, found), label, merge=True)

    def _base_ids(self) -> frozenset[str]:
        """All ids in the version that the draft was opened from."""
        if self._known_ids is None and self.draft.based_on is not None:
            self._known_ids = all_ids(self._published.get(*self.draft.based_on))
        return self._known_ids or frozenset()

    def rename(self, path: Path, new: str) -> EditorState:
        """Another id, also where it is named."""
        if value_at(self._data, (*path, "id")) == new:
            return self.state
        return self._do(Rename(path, new), self._label("rename", path))

    def apply(self, edit: Edit | None, code: str, path: Path) -> EditorState:
        """Any other edit; None does nothing."""
        return self.state if edit is None else self._do(edit, self._label(code, path))

    def new_item(self) -> EditorState:
        self._see()
        return self._change(structure.new_item(self._data, self._selected), "add")

    def new_section(self) -> EditorState:
        self._see()
        return self._change(structure.new_section(self._data, self._selected), "add")

    def new_scenario(self) -> EditorState:
        self._see()
        return self._change(structure.new_scenario(self._data), "add")

    def new_example(self, given: Plain, expect: Plain, title: Mapping[str, str]) -> EditorState:
        words: dict[str, Plain] = {name: title[name] for name in self.state.languages}
        return self._change(structure.new_example(self._data, given, expect, words), "add")

    def duplicate(self) -> EditorState:
        self._see()
        return self._change(structure.duplicate(self._data, self._selected), "copy")

    def delete(self) -> EditorState:
        self._see()
        return self._change(structure.delete(self._data, self._selected), "delete")

    def move(self, by: int) -> EditorState:
        self._see()
        return self._change(structure.moved_by(self._data, self._selected, by), "move")

    def move_to(self, node: Path, listed: Path, index: int) -> EditorState:
        """`index` counts once the node is taken out of its list."""
        self._see()
        self._selected = node
        return self._change(structure.moved_to(self._data, node, listed, index), "move")

    def mend(self) -> EditorState:
        """The weights of the selected section's items, or of the sections, add up to 100."""
        self._see()
        node = self._selected
        if paths.is_section(node):
            return self.apply(weights.mend_items(self._data, node), "mend", node)
        return self.apply(weights.mend_sections(self._data), "mend", paths.FORM)

    def type_text(self, text: str) -> EditorState:
        """The whole file, as it was typed."""
        self._do(NewText(text), self._typing("file", ()), merge=True)
        self._blind = True
        return self.state

    def undo(self) -> EditorState:
        self._typed, self._blind = None, True
        self.desk.put_in(Step.UNDO)
        return self._next()

    def redo(self) -> EditorState:
        self._typed, self._blind = None, True
        self.desk.put_in(Step.REDO)
        return self._next()

    def retry(self) -> EditorState:
        """Saves what could not be saved before."""
        self.desk.put_in(Step.SAVE)
        return self._next()

    def dismiss(self) -> EditorState:
        """What was refused was read."""
        self._refused = ()
        return self._next()

    def _see(self) -> None:
        """No edit is made on what may be something else by now."""
        if self._blind:
            self.settle()

    def _change(self, change: structure.Change | None, code: str) -> EditorState:
        if change is None:
            return self.state
        label = self._label(code, self._selected if code != "add" else change.selected)
        self._selected = change.selected
        return self._do(change.edit, label)

    def _label(self, code: str, path: Path) -> str:
        node = paths.node_of(path)
        return label_of(code, structure.name_of(self._data, node, self._language), path)

    def _typing(self, code: str, path: Path) -> str:
        """The same label for as long as the same is typed, whatever it is called by then."""
        if self._typed is None or self._typed[:2] != (code, path):
            self._typed = (code, path, self._label(code, path))
        return self._typed[2]

    def _do(self, edit: Edit, label: str, *, merge: bool = False) -> EditorState:
        self._see()
        if not merge:
            self._typed = None
        self._data = edit.on_data(self._data)
        self.desk.put_in(edit, label, merge=merge)
        return self._next()

    # What came of it

    def take(self, settled: Settled) -> EditorState:
        """After the desk's work; edits that were put in since keep what they show."""
        if settled.serial < self._settled.serial:
            # Of work that was overtaken.
            return self.state
        self._settled = settled
        if settled.refused:
            self._refused = settled.refused
        self._blind = self._blind and settled.serial != self.desk.serial
        written = _readable(settled)
        if settled.serial == self.desk.serial and written is not None:
            self._data = written
        while not paths.exists(self._data, self._selected):
            self._selected = paths.holder_of(self._selected)
        form = settled.judgement.form
        self._form_is_old = form is None
        if form is not None:
            self._form = form
        self._judge()
        return self._next()

    def settle(self) -> EditorState:
        """All that waits, here and now."""
        return self.take(self.desk.work())

    def _judge(self) -> None:
        settled = self._settled
        self._notes = notes_of(settled.judgement, settled.document.data, self._language)

    def _next(self) -> EditorState:
        self.state = self._build()
        return self.state

    def _build(self) -> EditorState:
        settled, data = self._settled, self._data
        languages = texts.languages_of(data)
        lacking = texts.missing_texts(data, languages)
        shares: Mapping[Path, Fraction] = weights.shares(data)
        marked = outline_nodes.marks(self._notes, lacking)
        return EditorState(
            data=data,
            text=settled.document.text,
            languages=languages,
            language=self._language,
            selected=self._selected,
            outline=outline_nodes.outline(data, self._language, shares, marked),
            saved=SavedState(
                saved_at=settled.saved_at,
                saving=self.desk.busy or settled.serial != self.desk.serial,
                problems=(*settled.not_saved, *self._refused),
            ),
            readable=_readable(settled) is not None,
            form=self._form,
            form_is_old=self._form_is_old,
            notes=self._notes,
            examples=settled.judgement.examples,
            shares=shares,
            missing=len(lacking),
            undo=settled.undo,
            redo=settled.redo,
            based_on=self.draft.based_on,
        )


def _readable(settled: Settled) -> dict[str, Plain] | None:
    """What is written, where it is YAML and the table that a rubric is."""
    data = settled.document.data
    return data if isinstance(data, dict) else None
