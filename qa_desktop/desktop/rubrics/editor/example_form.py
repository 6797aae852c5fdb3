"""The form of one worked example: what was answered, what is expected, and what comes out."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.base.wording import wording
from qa_desktop.desktop.rubrics.editor.edits import Put, tables_at, value_at
from qa_desktop.desktop.rubrics.editor.example_results import expectation
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
from qa_desktop.desktop.rubrics.editor.rule_fields import answers_of
from qa_desktop.desktop.rubrics.editor.wishes import Act, Erase, Write
from qa_desktop.rubrics.examples import ExampleResult
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.scoring import format_score
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate

_OUTCOMES = ("pass", "fail", "not_scored")


def example_groups(view: FormView, path: Path) -> tuple[Group, ...]:
    return (
        Group(
            key="example",
            title="",
            fields=(
                view.local((*path, "title"), translate("RubricEditor", "Title")),
                *view.own_id(path),
            ),
        ),
        Group(
            key="expect",
            title=translate("RubricEditor", "What should come out"),
            fields=_expected(view, path),
        ),
        Group(
            key="given",
            title=translate("RubricEditor", "What was answered"),
            fields=(*_scenario(view, path), *_answers(view, path), *_adjustments(view, path)),
        ),
        Group(
            key="sections",
            title=translate("RubricEditor", "What each section should come to"),
            fields=_sections(view, path),
        ),
    )


def _expected(view: FormView, path: Path) -> tuple[Field, ...]:
    at = (*path, "expect")
    words = wording(view.state.language)
    grades: list[tuple[str, Plain]] = [
        (view.text((*grade, "title")) or str(table.get("id")), table.get("id"))
        for grade, table in tables_at(view.data, ("grades",))
    ]
    outcomes: list[tuple[str, Plain]] = [
        (words(f"rubrics.explain.outcome_{name}"), name) for name in _OUTCOMES
    ]
    anything = translate("RubricEditor", "anything")
    return (
        view.number((*at, "score"), translate("RubricEditor", "Score"), optional=True, sample="–"),
        view.choice((*at, "grade"), translate("RubricEditor", "Grade"), grades, absent=anything),
        view.choice(
            (*at, "outcome"), translate("RubricEditor", "Outcome"), outcomes, absent=anything
        ),
        _outcome(view, path),
    )


def _outcome(view: FormView, path: Path) -> Field:
    run = next((run for run in view.state.examples if run.path == path), None)
    if run is None or run.result is None:
        said = translate("RubricEditor", "It is run once the rubric has no errors.")
        return SaidField(path=path, label="", text=said)
    text, tone = _said(view, run)
    act = "" if run.passed else translate("RubricEditor", "Expect what comes out")
    return SaidField(
        path=path,
        label="",
        text=text,
        tone=tone,
        act=act,
        wish=Act(Put((*path, "expect"), expectation(run.result)), "set", (*path, "expect")),
    )


def _said(view: FormView, run: ExampleResult) -> tuple[str, str]:
    result = run.result
    score = result.score if result is not None else None
    shown = "–" if result is None or score is None else format_score(score, result.rounding)
    outcome = (
        ""
        if result is None
        else wording(view.state.language)(f"rubrics.explain.outcome_{result.outcome.value}")
    )
    comes = " · ".join(part for part in (shown, outcome) if part)
    if run.passed:
        return translate("RubricEditor", "It comes out as expected: {0}").format(comes), "good"
    return translate("RubricEditor", "It comes out as {0}").format(comes), "bad"


def _scenario(view: FormView, path: Path) -> tuple[Field, ...]:
    scenarios: list[tuple[str, Plain]] = [
        (view.text((*at, "title")) or str(table.get("id")), table.get("id"))
        for at, table in tables_at(view.data, ("scenarios",))
    ]
    if not scenarios:
        return ()
    label, none = translate("RubricEditor", "Scenario"), translate("RubricEditor", "none")
    return (view.choice((*path, "given", "scenario"), label, scenarios, absent=none),)


def _sections(view: FormView, path: Path) -> tuple[Field, ...]:
    at = (*path, "expect", "sections")
    sections = tables_at(view.data, ("sections",))
    fields = [
        view.number((*at, name), view.text((*section, "title")) or name, optional=True, sample="–")
        for section, table in sections
        if isinstance(name := table.get("id"), str)
    ]
    return (*fields, *view.leftovers(at, [table.get("id") for _, table in sections]))


def _answers(view: FormView, path: Path) -> tuple[Field, ...]:
    rows = []
    known: list[Plain] = []
    answers = (*path, "given", "answers")
    for section, _ in tables_at(view.data, ("sections",)):
        for item, table in tables_at(view.data, (*section, "items")):
            name = table.get("id")
            known.append(name)
            if isinstance(name, str):
                words = view.text((*item, "text")) or name
                told = SaidField(path=(*answers, name, ""), label=words, text=words)
                cells = (told, _answer(view, item, (*answers, name), words))
                rows.append(Row(path=(*answers, name), name=words, cells=cells, tools=False))
    headings = (translate("RubricEditor", "Item"), translate("RubricEditor", "Answer"))
    table_field = TableField(path=answers, label="", headings=headings, rows=tuple(rows))
    return (table_field, *view.leftovers(answers, known))


def _answer(view: FormView, item: Path, path: Path, words: str) -> Field:
    kind = view.get((*item, "answer", "type"))
    known = answers_of(view, item)
    if kind == "note":
        return view.line((*path, "value"), words)
    if kind == "multi" and known:
        return view.flags((*path, "values"), words, known, optional=False)
    if known is None:
        return view.number((*path, "value"), words, optional=True)
    given = view.get(path)
    value = value_at(given, ("value",))
    options = [
        Option(
            words=translate("RubricEditor", "not answered"),
            wish=None if given is None else Erase(path),
        )
    ]
    chosen = 0
    for each, said in known:
        if value is not None and each == value:
            chosen = len(options)
        options.append(Option(words=said, wish=Write(path, {"value": each})))
    if value_at(given, ("na",)) is True:
        chosen = len(options)
    options.append(Option(words=translate("RubricEditor", "N/A"), wish=Write(path, {"na": True})))
    return ChoiceField(path=path, label=words, options=tuple(options), chosen=chosen)


def _adjustments(view: FormView, path: Path) -> tuple[Field, ...]:
    at = (*path, "given", "adjustments")
    adjustments = tables_at(view.data, ("adjustments",))
    fields = [
        view.number((*at, name), view.text((*one, "title")) or name, optional=True, sample="0")
        for one, table in adjustments
        if isinstance(name := table.get("id"), str)
    ]
    return (*fields, *view.leftovers(at, [table.get("id") for _, table in adjustments]))
