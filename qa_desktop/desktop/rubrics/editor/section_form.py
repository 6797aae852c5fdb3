"""The form of one section: its title, and what it weighs in the form."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.rubrics.editor.edits import tables_at
from qa_desktop.desktop.rubrics.editor.fields import Field, Group, Row, SaidField, TableField
from qa_desktop.desktop.rubrics.editor.form_view import FormView
from qa_desktop.desktop.rubrics.editor.numbers import percent
from qa_desktop.desktop.rubrics.editor.weights import counts_sections, item_sum, pools_points
from qa_desktop.desktop.rubrics.editor.wishes import Ask
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate


def section_groups(view: FormView, path: Path) -> tuple[Group, ...]:
    weight = (
        (
            view.number(
                (*path, "weight"),
                translate("RubricEditor", "Weight"),
                after=of_the_form(view, path),
            ),
        )
        if counts_sections(view.data)
        else ()
    )
    return (
        Group(
            key="section",
            title="",
            fields=(
                view.local((*path, "title"), translate("RubricEditor", "Title")),
                *weight,
                *view.own_id(path),
            ),
        ),
        _items(view, path),
    )


def of_the_form(view: FormView, path: Path) -> str:
    """ "12.5 % of the form", live; "" where it has no share."""
    share = percent(view.share(path))
    return translate("RubricEditor", "{0} of the form").format(share) if share else ""


def _items(view: FormView, path: Path) -> Group:
    """The items' weights side by side, where they are easily weighed against each other."""
    rows = []
    opens = translate("RubricEditor", "Open")
    for at, item in tables_at(view.data, (*path, "items")):
        answer = item.get("answer")
        kind = answer.get("type") if isinstance(answer, dict) else None
        name = view.text((*at, "text")) or translate("RubricEditor", "No words yet")
        cell: Field
        if kind == "note":
            cell = SaidField(path=at, label=name, text=translate("RubricEditor", "not scored"))
        elif kind == "points" and pools_points(view.data):
            cell = SaidField(path=at, label=name, text=of_the_form(view, at))
        else:
            cell = view.number(
                (*at, "weight"), name, after=of_the_form(view, at), optional=True, sample="1"
            )
        told = SaidField(path=at, label=name, text=name, act=opens, wish=Ask("go", at))
        rows.append(Row(path=at, name=name, cells=(told, cell)))
    total = item_sum(view.data, path)
    said = translate("RubricEditor", "The items' weights add up to {0}.")
    table = TableField(
        path=(*path, "items"),
        label="",
        headings=(translate("RubricEditor", "Item"), translate("RubricEditor", "Weight")),
        rows=tuple(rows),
        add=translate("RubricEditor", "Add item"),
        new=Ask("new_item"),
    )
    mended = SaidField(
        path=path,
        label="",
        text=said.format(number_text(total)),
        act="" if total == 100 else translate("RubricEditor", "Make them add up to 100"),
        wish=Ask("mend"),
    )
    return Group(key="items", title=translate("RubricEditor", "Items"), fields=(table, mended))
