"""What is to be said of a rubric, each where it stands, in one language."""

from qa_desktop.base.problems import Problem
from qa_desktop.base.wording import Wording, wording
from qa_desktop.desktop.rubrics.editor.judging import Judgement
from qa_desktop.desktop.rubrics.editor.paths import path_from_text
from qa_desktop.desktop.rubrics.editor.state import Note, Weight
from qa_desktop.rubrics.lint import Advice
from qa_desktop.rubrics.plain import Plain


def notes_of(judgement: Judgement, data: Plain, language: str) -> tuple[Note, ...]:
    """Errors first, in the order of the file."""
    words = wording(language)
    errors = [_of_problem(problem, data, words) for problem in judgement.problems]
    return (*errors, *(_of_advice(advice, words) for advice in judgement.advice))


def _of_problem(problem: Problem, data: Plain, words: Wording) -> Note:
    where = problem.where
    return Note(
        path=path_from_text(where.path or "", data),
        weight=Weight.ERROR,
        what=words.what(problem),
        remedy=words.remedy(problem),
        line=where.line,
        column=where.column,
    )


def _of_advice(advice: Advice, words: Wording) -> Note:
    code = f"rubrics.lint.{advice.code}"
    return Note(
        path=advice.path,
        weight=Weight.WARNING if advice.severity == "warning" else Weight.ADVICE,
        what=words(f"{code}.what", **advice.values),
        remedy=words(f"{code}.remedy", **advice.values),
    )
