"""Runs the worked examples of a rubric: is every score what its author expects?"""

from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.rubrics.model import Example, Rubric
from qa_desktop.rubrics.numbers import format_score, number_text, round_half_up
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.scoring import score
from qa_desktop.rubrics.tree import Path, path_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One thing that an example expects: `part` is "score", "grade", "outcome" or
    "sections.<id>"; both sides as they are printed, "" where there is nothing."""

    part: str
    expected: str
    actual: str
    agrees: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleResult:
    """`result` is None where the answers do not fit the rubric, which `problems` then tell;
    `path` is where the example stands in the file."""

    example: Example
    path: Path
    compared: tuple[Compared, ...] = ()
    problems: tuple[Problem, ...] = ()
    result: Result | None = None

    @property
    def passed(self) -> bool:
        return not self.problems and all(part.agrees for part in self.compared)

    @property
    def failures(self) -> tuple[Problem, ...]:
        """Why it failed, each with its place in the file; () when it passed."""
        wrong = (part for part in self.compared if not part.agrees)
        return (*self.problems, *(self._failure(part) for part in wrong))

    def _failure(self, part: Compared) -> Problem:
        at = (*self.path, "expect", *part.part.split(".", 1))
        code = "rubrics.example_differs" if part.actual else "rubrics.example_has_none"
        values = {"id": self.example.id, "part": part.part, "expected": part.expected}
        if part.actual:
            values["actual"] = part.actual
        return Problem(code=code, where=Where(path=path_text(at)), values=values)


def run_examples(rubric: Rubric) -> tuple[ExampleResult, ...]:
    """Each example scored as a review would be, in the order of the file."""
    return tuple(
        _run(rubric, example, ("examples", index)) for index, example in enumerate(rubric.examples)
    )


def example_problems(rubric: Rubric) -> tuple[Problem, ...]:
    """Why examples fail, each with its path; () when all of them pass."""
    return tuple(problem for run in run_examples(rubric) for problem in run.failures)


def _run(rubric: Rubric, example: Example, path: Path) -> ExampleResult:
    try:
        result = score(rubric, example.given)
    except ProblemError as error:
        problems = tuple(_placed(problem, path) for problem in error.problems)
        return ExampleResult(example=example, path=path, problems=problems)
    return ExampleResult(
        example=example, path=path, compared=_compared(rubric, example, result), result=result
    )


def _placed(problem: Problem, path: Path) -> Problem:
    inner = problem.where.path
    place = path_text((*path, "given")) + (f".{inner}" if inner else "")
    return Problem(code=problem.code, where=Where(path=place), values=problem.values)


def _compared(rubric: Rubric, example: Example, result: Result) -> tuple[Compared, ...]:
    expect, decimals = example.expect, rubric.scoring.rounding
    compared = []
    if expect.score is not None:
        compared.append(_figures("score", expect.score, result.score, decimals))
    if expect.grade is not None:
        compared.append(_words("grade", expect.grade, result.grade or ""))
    if expect.outcome is not None:
        compared.append(_words("outcome", expect.outcome, result.outcome.value))
    sections = {section.id: section.score for section in result.sections}
    for name, wanted in expect.sections.items():
        compared.append(_figures(f"sections.{name}", wanted, sections.get(name), decimals))
    return tuple(compared)


def _words(part: str, expected: str, actual: str) -> Compared:
    return Compared(part=part, expected=expected, actual=actual, agrees=expected == actual)


def _figures(part: str, expected: Fraction, actual: Fraction | None, decimals: int) -> Compared:
    """Equal as printed: what is expected past the rubric's decimals can't be met."""
    agrees = actual is not None and round_half_up(actual, decimals) == expected
    exact = round_half_up(expected, decimals) == expected
    return Compared(
        part=part,
        expected=format_score(expected, decimals) if exact else number_text(expected),
        actual="" if actual is None else format_score(actual, decimals),
        agrees=agrees,
    )
