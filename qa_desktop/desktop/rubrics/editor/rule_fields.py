"""The rules of an item: comments, the veto, and what it depends on."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.rubrics.editor.answer_form import scale_values
from qa_desktop.desktop.rubrics.editor.edits import Put, Remove, tables_at, value_at
from qa_desktop.desktop.rubrics.editor.fields import (
    ChoiceField,
    Field,
    Option,
    SaidField,
    WordsField,
)
from qa_desktop.desktop.rubrics.editor.form_view import FormView
from qa_desktop.desktop.rubrics.editor.numbers import shown_number
from qa_desktop.desktop.rubrics.editor.texts import any_text
from qa_desktop.desktop.rubrics.editor.wishes import Act, Erase, Wish
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate


def comment_fields(view: FormView, item: Path) -> tuple[Field, ...]:
    path = (*item, "comment")
    value = view.get(path)
    below: Plain = value if isinstance(value, dict) else {"required_below": Decimal("0.5")}
    choice = view.choice(
        path,
        translate("RubricEditor", "A comment"),
        (
            (translate("RubricEditor", "is always required"), "always"),
            (translate("RubricEditor", "is required below a score"), below),
            (translate("RubricEditor", "can't be written"), "never"),
        ),
        absent=translate("RubricEditor", "may be written"),
    )
    if not isinstance(value, dict):
        return (choice,)
    label = translate("RubricEditor", "Below (0 to 1)")
    return choice, view.number((*path, "required_below"), label)


def answers_of(view: FormView, item: Path) -> list[tuple[Plain, str]] | None:
    """What can be answered, with its words; None for what must be typed as numbers."""
    answer = (*item, "answer")
    match view.get((*answer, "type")):
        case "choice" | "multi":
            return [
                (table.get("id"), any_text(table.get("title"), view.state.language) or "…")
                for _, table in tables_at(view.data, (*answer, "options"))
            ]
        case "scale":
            values = scale_values(view.get((*answer, "min")), view.get((*answer, "max")))
            return [(Decimal(value), value) for value in values] or None
        case "note":
            return []
    return None


def _answers_field(view: FormView, path: Path, item: Path, label: str) -> Field:
    """Which of the item's answers are meant."""
    known = answers_of(view, item)
    if known is None:
        listed = view.get(path)
        values = listed if isinstance(listed, list) else []
        return WordsField(
            path=path,
            label=label,
            value=tuple(shown_number(value) for value in values),
            optional=False,
            sample="0, 1",
        )
    return view.flags(path, label, known, optional=False)


def veto_fields(view: FormView, item: Path) -> tuple[Field, ...]:
    path = (*item, "veto")
    value = view.get(path)
    if not isinstance(value, dict):
        return (_no_veto(view, item, path),)
    effect = view.get((*path, "effect"))
    capped: Plain = effect if isinstance(effect, dict) else {"cap": Decimal(59)}
    fields: list[Field] = [
        _answers_field(view, (*path, "when"), item, translate("RubricEditor", "Answers that veto")),
        view.choice(
            (*path, "scope"),
            translate("RubricEditor", "It acts on"),
            (
                (translate("RubricEditor", "the whole form"), "form"),
                (translate("RubricEditor", "its section"), "section"),
                (translate("RubricEditor", "the item alone"), "item"),
            ),
        ),
        view.choice(
            (*path, "effect"),
            translate("RubricEditor", "and"),
            (
                (translate("RubricEditor", "sets the score to 0"), "zero"),
                (translate("RubricEditor", "limits the score"), capped),
                (translate("RubricEditor", "fails it, the score stays"), "fail_keep_score"),
            ),
        ),
    ]
    if isinstance(effect, dict):
        fields.append(view.number((*path, "effect", "cap"), translate("RubricEditor", "to")))
    if view.get((*path, "scope")) != "item":
        fields.append(
            view.number(
                (*path, "count"),
                translate("RubricEditor", "from how many vetoes on"),
                optional=True,
                sample="1",
            )
        )
    away = translate("RubricEditor", "Remove the veto")
    fields.append(SaidField(path=path, label="", text="", act=away, wish=Erase(path)))
    return tuple(fields)


def _no_veto(view: FormView, item: Path, path: Path) -> Field:
    known = answers_of(view, item)
    worst: list[Plain] = [known[-1][0]] if known else [Decimal(0)]
    new: Plain = {"when": worst, "scope": "form", "effect": "zero"}
    return SaidField(
        path=path,
        label="",
        text=translate("RubricEditor", "No answer of this item vetoes."),
        act=translate("RubricEditor", "Add a veto"),
        wish=Act(Put(path, new), "add", path),
    )


def show_if_fields(view: FormView, item: Path) -> tuple[Field, ...]:
    path = (*item, "show_if")
    target = view.get((*path, "item"))
    others = _other_items(view, item)
    options = [
        Option(
            words=translate("RubricEditor", "Always asked"),
            wish=None if view.get(path) is None else Act(Remove(path), "unset", path),
        )
    ]
    chosen = 0
    for at, name, words in others:
        if name == target:
            chosen = len(options)
        wish: Wish | None = None if name == target else _depend(view, path, at, name)
        options.append(Option(words=words, wish=wish))
    if view.get(path) is not None and not chosen:
        chosen = -1
    choice = ChoiceField(
        path=(*path, "item"),
        label=translate("RubricEditor", "Another item"),
        options=tuple(options),
        chosen=chosen,
    )
    there = next((at for at, name, _ in others if name == target), None)
    if there is None:
        return (choice,)
    label = translate("RubricEditor", "was answered with")
    return choice, _answers_field(view, (*path, "in"), there, label)


def _depend(view: FormView, path: Path, target: Path, name: Plain) -> Act:
    known = answers_of(view, target)
    first: list[Plain] = [known[0][0]] if known else [Decimal(1)]
    return Act(Put(path, {"item": name, "in": first}), "set", path)


def _other_items(view: FormView, item: Path) -> list[tuple[Path, Plain, str]]:
    """Every other item that has answers, in the order of the form, with its number."""
    found, number = [], 0
    for section, _ in tables_at(view.data, ("sections",)):
        for at, table in tables_at(view.data, (*section, "items")):
            number += 1
            if at != item and value_at(table, ("answer", "type")) != "note":
                words = any_text(table.get("text"), view.state.language) or "…"
                found.append((at, table.get("id"), f"{number}  {words}"))
    return found
