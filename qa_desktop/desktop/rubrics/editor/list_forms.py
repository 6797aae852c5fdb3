"""The forms of adjustments, abilities, and of the lists of scenarios and examples."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.rubrics.editor.edits import Put, Remove, tables_at
from qa_desktop.desktop.rubrics.editor.fields import (
    ChoiceField,
    Field,
    Group,
    Option,
    Row,
    SaidField,
    TableField,
)
from qa_desktop.desktop.rubrics.editor.form_view import FormView
from qa_desktop.desktop.rubrics.editor.paths import ADJUSTMENTS, EXAMPLES, SCENARIOS
from qa_desktop.desktop.rubrics.editor.wishes import Act, Ask
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate


def adjustment_groups(view: FormView) -> tuple[Group, ...]:
    cards = [_adjustment(view, path) for path, _ in tables_at(view.data, ADJUSTMENTS)]
    new: dict[str, Plain] = {"kind": "bonus", "title": {}, "points": Decimal(2)}
    foot: list[Field] = [
        SaidField(
            path=ADJUSTMENTS,
            label="",
            text=translate(
                "RubricEditor",
                "A bonus or deduction in points of the whole score, or a lift of the grade.",
            ),
            act=translate("RubricEditor", "Add adjustment"),
            wish=view.insertion(ADJUSTMENTS, new),
        )
    ]
    if cards or view.get(("bonus_cap",)) is not None:
        label = translate("RubricEditor", "All bonuses together at most")
        foot.append(view.number(("bonus_cap",), label, optional=True, sample="–"))
    return (*cards, Group(key="adjustments", title="", fields=tuple(foot)))


def _adjustment(view: FormView, path: Path) -> Group:
    kind = view.get((*path, "kind"))
    lifts = kind == "grade_lift"
    figures = [
        view.number((*path, "steps"), translate("RubricEditor", "Grades up"))
        if lifts
        else view.number((*path, "points"), translate("RubricEditor", "Points each time")),
        view.number(
            (*path, "times"),
            translate("RubricEditor", "At most … times"),
            optional=True,
            sample="1",
        ),
    ]
    title = view.text((*path, "title"))
    return Group(
        key=f"adjustment-{path[-1]}-{lifts}",
        title=title or translate("RubricEditor", "Adjustment"),
        fields=(
            view.local((*path, "title"), translate("RubricEditor", "Title")),
            _kind_of(view, path, kind),
            *figures,
            *view.own_id(path),
            SaidField(
                path=path,
                label="",
                text="",
                act=translate("RubricEditor", "Delete this adjustment"),
                wish=Act(Remove(path), "delete", path),
            ),
        ),
    )


def _kind_of(view: FormView, path: Path, kind: Plain) -> Field:
    words = {
        "bonus": translate("RubricEditor", "Bonus"),
        "deduction": translate("RubricEditor", "Deduction"),
        "grade_lift": translate("RubricEditor", "Lift of the grade"),
    }
    written = view.get(path)
    table = written if isinstance(written, dict) else {}
    kept: dict[str, Plain] = {k: v for k, v in table.items() if k not in ("steps", "points")}
    options = []
    for key, said in words.items():
        figures: dict[str, Plain] = (
            {"steps": Decimal(1)}
            if key == "grade_lift"
            else {"points": table.get("points", Decimal(2))}
        )
        changed = Act(Put(path, {**kept, "kind": key, **figures}), "set", path)
        options.append(Option(words=said, wish=None if key == kind else changed))
    chosen = list(words).index(kind) if isinstance(kind, str) and kind in words else -1
    label = translate("RubricEditor", "Kind")
    return ChoiceField(path=(*path, "kind"), label=label, options=tuple(options), chosen=chosen)


def ability_groups(view: FormView) -> tuple[Group, ...]:
    table = view.table(
        ("abilities",),
        "",
        (("title", translate("RubricEditor", "Ability")),),
        add=translate("RubricEditor", "Add ability"),
        new={"title": {}},
        hint=translate(
            "RubricEditor",
            "Such as product knowledge or empathy. Each item says which of them it shows.",
        ),
    )
    return (Group(key="abilities", title="", fields=(table,)),)


def scenarios_groups(view: FormView) -> tuple[Group, ...]:
    hint = translate(
        "RubricEditor", "Other weights of the sections for a kind of contact or a time."
    )
    add = translate("RubricEditor", "Add scenario")
    return (_listed(view, SCENARIOS, hint, add, Ask("new_scenario")),)


def examples_groups(view: FormView) -> tuple[Group, ...]:
    hint = translate(
        "RubricEditor",
        "Answers with the score they should give. They are run before the rubric is published."
        " Grade the preview, then save it as an example.",
    )
    add = translate("RubricEditor", "Save the preview as an example")
    return (_listed(view, EXAMPLES, hint, add, Ask("save_example")),)


def _listed(view: FormView, path: Path, hint: str, add: str, new: Ask) -> Group:
    opens = translate("RubricEditor", "Open")
    rows = []
    for at, _ in tables_at(view.data, path):
        name = view.text((*at, "title")) or translate("RubricEditor", "No words yet")
        cell = SaidField(path=at, label=name, text=name, act=opens, wish=Ask("go", at))
        rows.append(Row(path=at, name=name, cells=(cell,)))
    table = TableField(
        path=path, label="", hint=hint, headings=("",), rows=tuple(rows), add=add, new=new
    )
    return Group(key="list", title="", fields=(table,))
