"""The form of one scenario: when it applies, and what each section then weighs."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.rubrics.editor.edits import tables_at
from qa_desktop.desktop.rubrics.editor.fields import Field, Group, NumberField, SaidField
from qa_desktop.desktop.rubrics.editor.form_view import FormView
from qa_desktop.desktop.rubrics.editor.numbers import percent, shown_number
from qa_desktop.desktop.rubrics.editor.weights import counts_sections, section_weights
from qa_desktop.rubrics.scoring import format_score
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate


def scenario_groups(view: FormView, path: Path) -> tuple[Group, ...]:
    hint = translate(
        "RubricEditor", "A contact with one of these tags gets this scenario by itself."
    )
    return (
        Group(
            key="scenario",
            title="",
            fields=(
                view.local((*path, "title"), translate("RubricEditor", "Title")),
                view.words((*path, "match", "tags"), translate("RubricEditor", "Tags"), hint=hint),
                view.line(
                    (*path, "active", "from"),
                    translate("RubricEditor", "In force from"),
                    sample="2026-01-31",
                ),
                view.line(
                    (*path, "active", "until"),
                    translate("RubricEditor", "Until"),
                    sample="2026-12-31",
                ),
                *view.own_id(path),
            ),
        ),
        Group(
            key="weights",
            title=translate("RubricEditor", "Weights in this scenario"),
            fields=_weights(view, path),
        ),
    )


def _weights(view: FormView, path: Path) -> tuple[Field, ...]:
    if not counts_sections(view.data):
        said = translate("RubricEditor", "With this way of adding up, sections have no weights.")
        return (SaidField(path=(*path, "weights"), label="", text=said),)
    effective = section_weights(view.data, view.get(path))
    total = sum(effective.values(), Fraction(0))
    told = translate(
        "RubricEditor",
        "Give a weight to the sections that matter more here; the others share what is left.",
    )
    fields: list[Field] = [SaidField(path=(*path, "weights"), label="", text=told)]
    for at, table in tables_at(view.data, ("sections",)):
        name = table.get("id")
        weight = effective.get(int(at[1]), Fraction(0))
        share = percent(weight * 100 / total) if total else ""
        label = view.text((*at, "title")) or str(name)
        # A section without an id can't be named yet, which is told at its own place.
        if isinstance(name, str):
            fields.append(
                NumberField(
                    path=(*path, "weights", name),
                    label=label,
                    value=shown_number(view.get((*path, "weights", name))),
                    after=translate("RubricEditor", "→ {0} of the form").format(share),
                    optional=True,
                    sample=format_score(weight, 1).removesuffix(".0"),
                )
            )
    known = [table.get("id") for _, table in tables_at(view.data, ("sections",))]
    return (*fields, *view.leftovers((*path, "weights"), known))
