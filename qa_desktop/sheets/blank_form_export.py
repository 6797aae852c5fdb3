"""A rubric as a file to give away: YAML, JSON, package with help, printed form, workbook."""

import io
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.whole_files import written_beside
from qa_desktop.base.wording import LANGUAGES
from qa_desktop.rubrics.exchange.formats import ExportFormat, file_stem, form_languages
from qa_desktop.rubrics.exchange.json_text import json_text
from qa_desktop.rubrics.exchange.packages import pack
from qa_desktop.rubrics.exchange.readme import readme
from qa_desktop.rubrics.exchange.template_writing import template_workbook
from qa_desktop.rubrics.model import Rubric
from qa_desktop.sheets.blank_form import render_blank_form


def exported(
    rubric: Rubric, source: str, form: ExportFormat, *, language: str, page_size: str = "A4"
) -> bytes:
    """`source` is the file as it was published. `language`: of the printed form "zh-CN", "en" or
    "both"; of a workbook that of its sheets' names."""
    match form:
        case ExportFormat.YAML:
            return source.encode("utf-8")
        case ExportFormat.JSON:
            return json_text(source).encode("utf-8")
        case ExportFormat.PDF:
            return _printed(rubric, language, page_size)
        case ExportFormat.XLSX:
            spoken = language if language in LANGUAGES else LANGUAGES[0]
            return template_workbook(rubric, rubric, spoken)
    return _package(rubric, source, page_size)


def _printed(rubric: Rubric, language: str, page_size: str) -> bytes:
    out = io.BytesIO()
    render_blank_form(rubric, out, language=language, page_size=page_size)
    return out.getvalue()


def _package(rubric: Rubric, source: str, page_size: str) -> bytes:
    """Its help and forms in every language that it has texts in, or in English."""
    name = file_stem(rubric)
    files = {f"{name}.yaml": source.encode("utf-8")}
    for language in form_languages(rubric):
        if language in LANGUAGES:
            files[f"README.{language}.md"] = readme(rubric, language).encode("utf-8")
        files[f"{name}-form.{language}.pdf"] = _printed(rubric, language, page_size)
    return pack(files)


def write_export(content: bytes, file: Path) -> None:
    """Raises ProblemError exchange.not_written; then an older file of that name is as it was."""
    try:
        with written_beside(file) as beside:
            beside.write_bytes(content)
    except OSError as error:
        values = {"said": reason_of(error)}
        where = Where(file=str(file))
        raise ProblemError(
            Problem(code="exchange.not_written", where=where, values=values)
        ) from error
