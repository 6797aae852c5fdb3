"""What a person does in the editor, on the text of the file and in what is shown."""

from collections.abc import Callable
from decimal import Decimal

from qa_desktop.desktop.rubrics.editor.edits import value_at
from qa_desktop.desktop.rubrics.editor.navigation import next_missing, next_note
from qa_desktop.desktop.rubrics.editor.presenter import EditorPresenter
from qa_desktop.desktop.rubrics.editor.state import Weight
from qa_desktop.desktop.rubrics.editor.step_labels import read_label
from qa_desktop.desktop.services import Services

Begin = Callable[[str], EditorPresenter]

HELLO = ("sections", 0, "items", 0)
TONE = ("sections", 0, "items", 1)
SOLVED = ("sections", 1, "items", 0)


def test_a_change_touches_its_own_characters_alone(begin: Begin, small: str) -> None:
    editor = begin(small)
    editor.put(("sections", 0, "weight"), Decimal(40))
    state = editor.settle()
    assert state.text == small.replace("weight: 30   #", "weight: 40   #")
    assert state.errors == 0


def test_what_is_shown_changes_before_the_file_does(begin: Begin, small: str) -> None:
    editor = begin(small)
    state = editor.put(("sections", 0, "weight"), Decimal(90))
    assert state.saved.saving
    assert value_at(state.data, ("sections", 0, "weight")) == 90
    assert state.shares[("sections", 0)] == 50
    assert state.text == small
    assert not editor.settle().saved.saving


def test_every_step_is_undone_and_done_again_after_a_restart(
    begin: Begin, small: str, services: Services
) -> None:
    editor = begin(small)
    editor.set_text((*HELLO, "text"), "en", "Good morning", optional=False)
    editor.settle()
    editor.select(TONE)
    editor.delete()
    after = editor.settle().text
    again = EditorPresenter(
        services.rubric_drafts,
        services.rubrics,
        services.rubric_drafts.get(editor.draft.id),
        "en",
    )
    assert again.state.text == after
    named = read_label(again.state.undo or "")
    assert (named.code, named.name) == ("delete", "Tone")
    again.undo()
    assert "id: tone" in again.settle().text
    again.undo()
    assert again.settle().text == small
    again.undo()
    assert again.settle().undo is None
    for _ in range(2):
        again.redo()
    assert again.settle().text == after


def test_typing_in_one_field_is_one_step_and_in_two_fields_two(begin: Begin, small: str) -> None:
    editor = begin(small)
    for text in ("G", "Go", "Good"):
        editor.set_text((*HELLO, "text"), "en", text, optional=False)
        editor.settle()
    editor.set_text((*TONE, "text"), "en", "Voice", optional=False)
    editor.settle()
    editor.undo()
    assert "Good" in editor.settle().text
    editor.undo()
    assert editor.settle().text == small


def test_a_new_item_gets_its_id_from_its_first_words(begin: Begin, small: str) -> None:
    editor = begin(small)
    editor.select(HELLO)
    state = editor.new_item()
    assert state.selected == TONE
    assert value_at(state.data, (*TONE, "id")) == "item-4"
    before = editor.settle().text
    for text in ("Says", "Says goodbye"):
        editor.set_text((*TONE, "text"), "en", text, optional=False)
    editor.name_after((*TONE, "text"))
    state = editor.settle()
    assert value_at(state.data, (*TONE, "id")) == "says-goodbye"
    editor.undo()
    assert editor.settle().text == before
    editor.redo()
    editor.set_text((*TONE, "text"), "en", "Takes leave", optional=False)
    editor.name_after((*TONE, "text"))
    assert value_at(editor.settle().data, (*TONE, "id")) == "says-goodbye"


def test_an_id_of_a_published_version_stays_whatever_is_written(
    begin: Begin, small: str, services: Services
) -> None:
    text = small.replace("id: tone", "id: item-2").replace("id: small", "id: rubric")
    services.rubrics.publish(text.encode())
    draft = services.rubric_drafts.create(text.replace("version: 1", "version: 2"), ("rubric", 1))
    editor = EditorPresenter(services.rubric_drafts, services.rubrics, draft, "en")
    for path in ((*TONE, "text"), ("title",)):
        editor.set_text(path, "en", "Anything else", optional=False)
        editor.name_after(path)
    state = editor.settle()
    assert value_at(state.data, (*TONE, "id")) == "item-2"
    assert value_at(state.data, ("id",)) == "rubric"


def test_items_move_within_their_section_and_into_the_next(begin: Begin, small: str) -> None:
    editor = begin(small)
    editor.select(HELLO)
    assert editor.move(1).selected == TONE
    assert editor.move(1).selected == SOLVED
    state = editor.settle()
    assert [i["id"] for i in _items(state.data, 1)] == ["hello", "solved"]
    assert "# the lighter one" in state.text
    editor.move(-1)
    state = editor.settle()
    assert [i["id"] for i in _items(state.data, 0)] == ["tone", "hello"]


def _items(data: object, section: int) -> list[dict[str, object]]:
    found = value_at(data, ("sections", section, "items"))  # type: ignore[arg-type]  # plain data
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, dict)]


def test_a_copied_section_shares_no_id_with_the_first(begin: Begin, small: str) -> None:
    editor = begin(small)
    editor.select(("sections", 0))
    state = editor.duplicate()
    assert state.selected == ("sections", 1)
    settled = editor.settle()
    assert settled.errors == 0
    assert [i["id"] for i in _items(settled.data, 1)] == ["hello-2", "tone-2"]


def test_weights_mend_themselves_in_proportion_and_scenarios_go_along(
    begin: Begin, small: str
) -> None:
    scenario = "scenarios:\n  - {id: rush, title: {zh-CN: 急, en: Rush}, weights: {first: 60}}\n"
    editor = begin(small + scenario)
    editor.mend()
    state = editor.settle()
    assert [value_at(state.data, ("sections", n, "weight")) for n in (0, 1)] == [25, 75]
    assert value_at(state.data, ("scenarios", 0, "weights", "first")) == 50
    editor.undo()
    assert editor.settle().text == small + scenario


def test_mended_weights_of_items_keep_their_order_and_add_up(begin: Begin, small: str) -> None:
    editor = begin(small)
    editor.select(("sections", 0))
    editor.mend()
    state = editor.settle()
    weights = [value_at(state.data, (*item, "weight")) for item in (HELLO, TONE)]
    assert weights == [33, 67]


def test_errors_stand_at_their_fields_and_their_nodes(begin: Begin, small: str) -> None:
    editor = begin(small)
    editor.put((*HELLO, "weight"), "heavy")
    editor.set_text((*TONE, "text"), "en", "", optional=False)
    state = editor.settle()
    places = {note.path for note in state.notes if note.weight is Weight.ERROR}
    assert places == {(*HELLO, "weight"), (*TONE, "text")}
    first = state.outline[2]
    assert [child.errors for child in first.children] == [1, 1]
    assert [child.missing for child in first.children] == [0, 1]
    assert state.missing == 1


def test_what_is_merely_missing_leaves_a_form_to_grade(begin: Begin, small: str) -> None:
    editor = begin(small)
    editor.new_section()
    state = editor.settle()
    assert state.errors > 0
    assert editor.rubric is None
    assert state.form is not None
    assert len(state.form.sections) == 3
    assert not state.form_is_old


def test_text_that_is_no_yaml_leaves_the_last_good_form(begin: Begin, small: str) -> None:
    editor = begin(small)
    editor.type_text(small.replace("sections:", "sections: ["))
    state = editor.settle()
    assert not state.readable
    assert state.errors
    assert all(note.line for note in state.notes)
    assert state.form is not None
    assert state.form_is_old
    assert len(_items(state.data, 0)) == 2
    editor.type_text(small.replace("Greeting", "Welcome"))
    state = editor.settle()
    assert state.readable
    assert state.outline[2].children[0].title == "Welcome"


def test_an_edit_while_the_text_is_no_yaml_is_refused_and_nothing_is_lost(
    begin: Begin, small: str
) -> None:
    editor = begin(small)
    broken = small.replace("sections:", "sections: [")
    editor.type_text(broken)
    editor.settle()
    editor.put(("sections", 0, "weight"), Decimal(1))
    state = editor.settle()
    assert [problem.code for problem in state.saved.problems] == ["rubrics.edit_as_text"]
    assert state.text == broken
    assert editor.dismiss().saved.problems == ()


def test_the_next_missing_text_comes_after_the_one_at_work(begin: Begin, small: str) -> None:
    editor = begin(small)
    editor.set_text((*HELLO, "text"), "en", "", optional=False)
    editor.set_text((*SOLVED, "text"), "zh-CN", "", optional=False)
    assert next_missing(editor.state) == ((*HELLO, "text"), "en")
    assert next_missing(editor.state, (*HELLO, "text"), "en") == ((*SOLVED, "text"), "zh-CN")
    assert next_missing(editor.state, (*HELLO, "text"), "zh-CN") == ((*HELLO, "text"), "en")
    assert next_missing(editor.state, (*SOLVED, "text"), "zh-CN") == ((*HELLO, "text"), "en")


def test_problems_are_gone_through_one_by_one_forward_and_back(begin: Begin, small: str) -> None:
    editor = begin(small)
    editor.put((*HELLO, "weight"), "heavy")
    editor.set_text((*HELLO, "text"), "en", "", optional=False)
    editor.put((*SOLVED, "weight"), "light")
    state = editor.settle()
    errors = {(*HELLO, "weight"), (*HELLO, "text"), (*SOLVED, "weight")}
    assert {note.path for note in state.notes} == errors
    state, seen = editor.select(HELLO), []
    focused = None
    for _ in range(4):
        note = next_note(state, 1, focused)
        assert note is not None
        focused = note.path
        seen.append(focused)
    assert set(seen[:3]) == errors
    assert seen[3] == seen[0]
    back = next_note(state, -1, seen[1])
    assert back is not None
    assert back.path == seen[0]
    first = next_note(editor.select(SOLVED), -1)
    assert first is not None
    assert first.path[:4] == HELLO


def test_a_version_that_is_taken_is_an_error_at_its_field(
    begin: Begin, small: str, services: Services
) -> None:
    services.rubrics.publish(small.encode())
    editor = begin(small.replace("Greeting", "Welcome"))
    assert [note.path for note in editor.state.notes if note.weight is Weight.ERROR] == [
        ("version",)
    ]
    editor.put(("version",), Decimal(2))
    assert editor.settle().errors == 0


def test_a_plain_text_for_all_languages_becomes_one_of_each_when_one_is_changed(
    begin: Begin, small: str
) -> None:
    editor = begin(small.replace("text: {zh-CN: 语气, en: Tone}", "text: OK"))
    editor.set_text((*TONE, "text"), "en", "Fine", optional=False)
    state = editor.settle()
    assert value_at(state.data, (*TONE, "text")) == {"zh-CN": "OK", "en": "Fine"}
    assert state.errors == 0


def test_texts_in_a_language_that_goes_go_with_it_and_come_back(
    begin: Begin, shipped: str, small: str
) -> None:
    editor = begin(shipped)
    editor.set_languages(["en"])
    state = editor.settle()
    assert state.errors == 0
    assert "zh-CN" not in state.text
    editor.undo()
    assert editor.settle().text == shipped
    editor = begin(small.replace("{zh-CN: 语气, en: Tone}", "{zh-CN: 语气}"))
    editor.set_languages(["en"])
    assert value_at(editor.settle().data, (*TONE, "text")) == {"en": "语气"}


def test_what_cannot_be_saved_says_so_and_is_saved_once_it_can_be(
    begin: Begin, small: str, services: Services
) -> None:
    editor = begin(small)
    with services.workspace.database.alone() as connection:
        connection.execute("PRAGMA query_only = 1")
    editor.put(("sections", 0, "weight"), Decimal(40))
    state = editor.settle()
    assert state.saved.problems
    assert editor.unsaved
    assert "weight: 40" in state.text
    with services.workspace.database.alone() as connection:
        connection.execute("PRAGMA query_only = 0")
    editor.retry()
    state = editor.settle()
    assert state.saved.problems == ()
    assert not editor.unsaved
    assert "weight: 40" in services.rubric_drafts.get(editor.draft.id).text
