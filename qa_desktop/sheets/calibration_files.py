"""Writes a session's results into a file: report, workbook, CSV or JSON."""

import io
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.whole_files import written_beside
from qa_desktop.calibration.exporting import (
    ExportForm,
    Results,
    long_csv,
    results_json,
    results_workbook,
    zipped_csv,
)
from qa_desktop.sheets.calibration_collect import word_report
from qa_desktop.sheets.calibration_report import render_report
from qa_desktop.sheets.calibration_words import report_words
from qa_desktop.sheets.printing import file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsWish:
    """`language`: "en", "zh-CN" or "both"; a workbook has the first one of both."""

    language: str
    page_size: str = "A4"
    organisation: str = ""


def form_of(file: Path) -> ExportForm:
    """By its extension. Raises ProblemError second.unknown_form."""
    suffix = file.suffix.removeprefix(".").lower()
    if suffix not in list(ExportForm):
        forms = ", ".join(f".{form}" for form in ExportForm)
        where = Where(file=str(file))
        raise ProblemError(
            Problem(code="second.unknown_form", where=where, values={"forms": forms})
        )
    return ExportForm(suffix)


def exported_results(results: Results, form: ExportForm, wish: ResultsWish) -> bytes:
    match form:
        case ExportForm.PDF:
            return report_pdf(results, wish)
        case ExportForm.XLSX:
            return results_workbook(results, report_words(wish.language).languages[0])
        case ExportForm.CSV:
            return long_csv(results).encode("utf-8")
        case ExportForm.ZIP:
            return zipped_csv(results)
    return results_json(results).encode("utf-8")


def report_pdf(results: Results, wish: ResultsWish) -> bytes:
    words = report_words(wish.language)
    content = word_report(results, words, organisation=wish.organisation)
    out = io.BytesIO()
    render_report(content, words, out, page_size=wish.page_size)
    return out.getvalue()


def write_results(results: Results, file: Path, wish: ResultsWish) -> None:
    """By the file's extension; an older one of that name is replaced once the new one is whole.

    Raises ProblemError second.unknown_form, exchange.not_written.
    """
    content = exported_results(results, form_of(file), wish)
    try:
        with written_beside(file) as beside:
            beside.write_bytes(content)
    except OSError as error:
        where = Where(file=str(file))
        values = {"said": reason_of(error)}
        problem = Problem(code="exchange.not_written", where=where, values=values)
        raise ProblemError(problem) from error


def results_name(results: Results) -> str:
    """What a file of it is called, without extension."""
    return file_name(results.graded.session.title)
