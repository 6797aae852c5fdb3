"""The report of a real session's statistics, read back from its PDF."""

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from pypdf import PdfReader

from qa_desktop.calibration.exporting import Results
from qa_desktop.calibration.model import Arrival, Verdict
from qa_desktop.sheets.calibration_collect import word_report
from qa_desktop.sheets.calibration_files import ResultsWish, report_pdf
from qa_desktop.sheets.calibration_words import report_words

Make = Callable[..., Results]


def said_by(results: Results, language: str) -> str:
    pdf = PdfReader(io.BytesIO(report_pdf(results, ResultsWish(language=language))))
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.mark.parametrize("language", ["en", "zh-CN", "both"])
def test_it_has_every_item_and_no_name(results: Make, language: str) -> None:
    made = results()
    said = said_by(made, language)
    for item in made.graded.rubric.items():
        assert item.text.to("en") in said
    for person in made.graded.session.participants:
        assert re.search(rf"\b{re.escape(person.name)}\b", said) is None
        assert person.fingerprint[:8] not in said
    assert "ef" * 32 in said
    assert made.graded.session.rubric_hash in said


def test_names_where_they_are_wanted(results: Make) -> None:
    said = said_by(results(anonymous=False), "en")
    assert "=eve" in said
    assert "Letters stand for the reviewers" in said


def test_figures_are_those_of_the_statistics(results: Make) -> None:
    made = results()
    said = said_by(made, "en")
    overall = made.statistics.overall
    assert overall.value is not None
    assert f"α {overall.value:.2f}" in said
    for item in made.statistics.items:
        if item.alpha.value is not None:
            assert f"{item.alpha.value:.2f}".replace("-", "−") in said


def test_exclusions_and_refused_files_have_their_reasons(results: Make) -> None:
    made = results()
    arrivals = tuple(
        Arrival(file_name=f"f{number}.qasub", verdict=verdict, seen_at=made.made_at)
        for number, verdict in enumerate((Verdict.ALTERED, Verdict.ALTERED, Verdict.FOREIGN))
    )
    content = word_report(replace(made, refused=arrivals, late=2), report_words("en"))
    letter = made.call(made.graded.exclusions[0].fingerprint)
    assert f"{letter}, Chat 1: did not arrive" in content.not_counted
    assert any(
        "2 altered, 1 from somebody outside the roster" in line for line in content.not_counted
    )
    assert any("2 submission(s) came after the deadline" in line for line in content.verified)


def test_reviewers_stand_by_letter_and_not_by_roster(results: Make) -> None:
    content = word_report(results(), report_words("en"))
    letters = [line.who for line in content.reviewers]
    assert letters == sorted(letters)


def test_a_session_without_a_reference_says_so(results: Make) -> None:
    made = results()
    graded = replace(
        made.graded,
        reference={},
        session=replace(made.graded.session, has_reference=False),
    )
    content = word_report(replace(made, graded=graded), report_words("en"))
    assert ("Reference", "none") in content.facts
    assert not any("reference review was fixed" in line for line in content.verified)
