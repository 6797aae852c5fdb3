"""What is to be said of a rubric in the making: errors, advice, its examples, and its form."""

from dataclasses import dataclass

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.desktop.rubrics.editor.filling_in import filled_in
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.examples import ExampleResult, run_examples
from qa_desktop.rubrics.lint import Advice, lint
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.publishing import check_publishable
from qa_desktop.rubrics.store import RubricStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`problems`: all that keeps it from being published. `form`: the rubric as far as it can be
    shown and graded; None where it can't be yet.

    Advice and examples are of the rubric that is written, so there are none while it has errors.
    """

    problems: tuple[Problem, ...]
    rubric: Rubric | None
    form: Rubric | None
    advice: tuple[Advice, ...] = ()
    examples: tuple[ExampleResult, ...] = ()


def judge(document: Document, published: RubricStore) -> Judgement:
    rubric = document.rubric
    if rubric is None:
        return Judgement(problems=document.problems, rubric=None, form=_form(document))
    return Judgement(
        problems=check_publishable(document, published),
        rubric=rubric,
        form=rubric,
        advice=lint(rubric),
        examples=run_examples(rubric),
    )


def _form(document: Document) -> Rubric | None:
    """Of a file with errors: with what is merely missing filled in, it may still make a form."""
    data = filled_in(document.data)
    if data is None:
        return None
    try:
        return rubric_from_mapping(data, document.name)
    except ProblemError:
        # Told already, as the document's own problems.
        return None
