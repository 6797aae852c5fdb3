"""The form of one item: what is asked, what it weighs, how it is answered, and its rules."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.rubrics.editor.answer_form import answer_fields
from qa_desktop.desktop.rubrics.editor.edits import tables_at, value_at
from qa_desktop.desktop.rubrics.editor.fields import Field, Group, SaidField
from qa_desktop.desktop.rubrics.editor.form_view import FormView
from qa_desktop.desktop.rubrics.editor.rubric_form import na_fields
from qa_desktop.desktop.rubrics.editor.rule_fields import (
    comment_fields,
    show_if_fields,
    veto_fields,
)
from qa_desktop.desktop.rubrics.editor.section_form import of_the_form
from qa_desktop.desktop.rubrics.editor.texts import any_text
from qa_desktop.desktop.rubrics.editor.weights import pools_points
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate


def item_groups(view: FormView, path: Path) -> tuple[Group, ...]:
    kind = view.get((*path, "answer", "type"))
    groups = [
        Group(key="item", title="", fields=_question(view, path)),
        Group(
            key=f"answer-{kind}",
            title=translate("RubricEditor", "Answer"),
            fields=answer_fields(view, path),
        ),
    ]
    if kind != "note":
        groups += [
            Group(
                key="rules",
                title=translate("RubricEditor", "Rules"),
                fields=(
                    *na_fields(view, form=False, item=path),
                    *comment_fields(view, path),
                    *_critical(view, path),
                ),
            ),
            Group(
                key="veto",
                title=translate("RubricEditor", "Veto"),
                fields=veto_fields(view, path),
            ),
        ]
    groups.append(
        Group(
            key="show_if",
            title=translate("RubricEditor", "Asked only if"),
            fields=show_if_fields(view, path),
        )
    )
    if kind != "note":
        groups.append(
            Group(
                key="reasons",
                title=translate("RubricEditor", "Reasons for lost points"),
                fields=(_reasons(view, path),),
            )
        )
    groups.append(
        Group(
            key="abilities",
            title=translate("RubricEditor", "Abilities it shows"),
            fields=(_abilities(view, path),),
        )
    )
    return tuple(groups)


def _question(view: FormView, path: Path) -> tuple[Field, ...]:
    kind = view.get((*path, "answer", "type"))
    fields = [
        view.local((*path, "text"), translate("RubricEditor", "Wording")),
        view.local(
            (*path, "help"), translate("RubricEditor", "Guidance for reviewers"), optional=True
        ),
    ]
    if kind == "points" and pools_points(view.data):
        said = translate("RubricEditor", "Its points are its weight: {0}.")
        fields.append(SaidField(path=path, label="", text=said.format(of_the_form(view, path))))
    elif kind != "note":
        fields.append(
            view.number(
                (*path, "weight"),
                translate("RubricEditor", "Weight"),
                after=of_the_form(view, path),
                optional=True,
                sample="1",
            )
        )
    return (*fields, *view.own_id(path))


def _critical(view: FormView, path: Path) -> tuple[Field, ...]:
    return (
        view.choice(
            (*path, "critical"),
            translate("RubricEditor", "An error here is critical to"),
            (
                (translate("RubricEditor", "the customer"), "customer"),
                (translate("RubricEditor", "the business"), "business"),
                (translate("RubricEditor", "compliance"), "compliance"),
            ),
            absent=translate("RubricEditor", "nobody"),
        ),
    )


def _reasons(view: FormView, path: Path) -> Field:
    return view.table(
        (*path, "reasons"),
        "",
        (("title", translate("RubricEditor", "Reason")),),
        add=translate("RubricEditor", "Add reason"),
        new={"title": {}},
    )


def _abilities(view: FormView, path: Path) -> Field:
    known = []
    for _, table in tables_at(view.data, ("abilities",)):
        name = value_at(table, ("id",))
        known.append((name, any_text(table.get("title"), view.state.language) or str(name)))
    if not known:
        said = translate("RubricEditor", "The rubric names no abilities yet: see Abilities.")
        return SaidField(path=(*path, "abilities"), label="", text=said)
    return view.flags((*path, "abilities"), "", known)
