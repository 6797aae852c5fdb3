"""How an item is answered: the kind of answer, and what each kind needs."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.rubrics.editor.edits import Insert, Put, list_at, table_at, value_at
from qa_desktop.desktop.rubrics.editor.fields import (
    ChoiceField,
    Field,
    Option,
    Row,
    SaidField,
    TableField,
)
from qa_desktop.desktop.rubrics.editor.form_view import FormView
from qa_desktop.desktop.rubrics.editor.new_parts import ANSWERS, new_answer
from qa_desktop.desktop.rubrics.editor.wishes import Act
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate

_MOST_ANCHORS = 11


def kind_words() -> dict[str, str]:
    return {
        "scale": translate("RubricEditor", "A scale"),
        "choice": translate("RubricEditor", "One of several"),
        "multi": translate("RubricEditor", "Any of several"),
        "points": translate("RubricEditor", "Points"),
        "measure": translate("RubricEditor", "A measured value"),
        "note": translate("RubricEditor", "A note, not scored"),
    }


def answer_fields(view: FormView, item: Path) -> tuple[Field, ...]:
    path = (*item, "answer")
    kind = view.get((*path, "type"))
    fields: tuple[Field, ...] = ()
    match kind:
        case "scale":
            fields = _scale(view, path)
        case "choice" | "multi":
            fields = (_options(view, path, several=kind == "multi"),)
        case "points":
            fields = (
                view.number((*path, "max"), translate("RubricEditor", "Most points")),
                view.number(
                    (*path, "step"),
                    translate("RubricEditor", "In steps of"),
                    optional=True,
                    sample="1",
                ),
            )
        case "measure":
            fields = _measure(view, path)
    return (_kind(view, path, kind), *fields)


def _kind(view: FormView, path: Path, kind: Plain) -> Field:
    words, before = kind_words(), view.get(path)
    options = tuple(
        Option(
            words=words[each],
            wish=None
            if each == kind
            else Act(Put(path, new_answer(each, view.state.languages, before)), "answer", path),
        )
        for each in ANSWERS
    )
    chosen = ANSWERS.index(kind) if isinstance(kind, str) and kind in ANSWERS else -1
    label = translate("RubricEditor", "Answered with")
    return ChoiceField(path=(*path, "type"), label=label, options=options, chosen=chosen)


def _scale(view: FormView, path: Path) -> tuple[Field, ...]:
    return (
        view.number((*path, "min"), translate("RubricEditor", "From")),
        view.number((*path, "max"), translate("RubricEditor", "To")),
        view.choice(
            (*path, "map"),
            translate("RubricEditor", "The lowest value earns"),
            (
                (translate("RubricEditor", "nothing"), "linear"),
                (translate("RubricEditor", "its part of the highest"), "ratio"),
            ),
            default="linear",
        ),
        _anchors(view, path),
    )


def _anchors(view: FormView, path: Path) -> Field:
    """A row a value of the scale; anchors that lie between them or outside come too."""
    at = (*path, "anchors")
    values = scale_values(view.get((*path, "min")), view.get((*path, "max")))
    written = list(table_at(view.data, at))
    keys = [*values, *(key for key in written if key not in values)]
    rows = []
    for key in keys:
        where = (*at, key)
        heading = translate("RubricEditor", "What {0} means").format(key)
        cells = (
            SaidField(path=(*where, ""), label=key, text=key, narrow=True),
            view.local(where, heading, optional=True),
        )
        rows.append(Row(path=where, name=key, cells=cells, tools=False))
    return TableField(
        path=at,
        label=translate("RubricEditor", "What the values mean"),
        headings=("", ""),
        rows=tuple(rows),
    )


def scale_values(low: Plain, high: Plain) -> list[str]:
    """Best first; none where the scale can't be shown value by value."""
    if not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return []
    count = int(high - low)
    if not 0 < count < _MOST_ANCHORS:
        return []
    return [number_text(high - step) for step in range(count + 1)]


def _options(view: FormView, path: Path, *, several: bool) -> Field:
    hint = (
        translate("RubricEditor", "The scores of those that are chosen add up, from 0 to 1.")
        if several
        else translate("RubricEditor", "1 is full marks, 0 is none.")
    )
    return view.table(
        (*path, "options"),
        "",
        (
            ("title", translate("RubricEditor", "Answer")),
            ("score", translate("RubricEditor", "Score")),
        ),
        add=translate("RubricEditor", "Add answer"),
        new={"title": {}, "score": Decimal("0.5")},
        hint=hint,
    )


def _measure(view: FormView, path: Path) -> tuple[Field, ...]:
    bands = (*path, "bands")
    elements = list_at(view.data, bands)
    open_end = bool(elements) and value_at(elements[-1], ("up_to",)) is None
    place = len(elements) - 1 if open_end else len(elements)
    before = value_at(elements[place - 1], ("up_to",)) if place else None
    limit = before * 2 if isinstance(before, Decimal) and before > 0 else Decimal(30)
    new = Act(Insert(bands, place, {"up_to": limit, "score": Decimal("0.5")}), "add", bands)
    table = view.table(
        bands,
        translate("RubricEditor", "What a value is worth"),
        (
            ("up_to", translate("RubricEditor", "Up to")),
            ("score", translate("RubricEditor", "Score")),
        ),
        add=translate("RubricEditor", "Add step"),
        new={"score": Decimal(0)},
        hint=translate("RubricEditor", "The last one has no limit: it takes all that is left."),
    )
    if isinstance(table, TableField) and elements:
        table = TableField(
            path=table.path,
            label=table.label,
            hint=table.hint,
            headings=table.headings,
            rows=table.rows,
            add=table.add,
            new=new,
        )
    return (
        view.line((*path, "unit"), translate("RubricEditor", "Unit"), optional=False, sample="s"),
        view.line((*path, "from"), translate("RubricEditor", "Measured from"), optional=True),
        table,
    )
