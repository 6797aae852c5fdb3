"""The words of the interface that results are made with, in the language of the moment."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.calibration.model import CalibrationSession
from qa_desktop.calibration.statistics.answer_texts import Words
from qa_desktop.calibration.statistics.moments import Moment, played_span
from qa_desktop.desktop.calibration.results.rows import Spoken
from qa_desktop.desktop.calibration.words import interaction_word
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.reviews.model import CommentKind

translate = QCoreApplication.translate

KIND_ICONS = {
    CommentKind.DEDUCTION: "minus",
    CommentKind.PRAISE: "thumbs-up",
    CommentKind.COACHING: "graduation-cap",
    CommentKind.QUESTION: "circle-help",
}


def answer_words() -> Words:
    return Words(
        na=translate("CalibrationResults", "N/A"),
        na_short=translate("CalibrationResults", "N/A"),
        none=translate("CalibrationResults", "none of these"),
    )


def spoken(session: CalibrationSession) -> Spoken:
    return Spoken(
        answers=answer_words(),
        interactions={
            one.pseudonym: interaction_word(one.pseudonym, one.kind) for one in session.interactions
        },
        form=translate("CalibrationResults", "Score of the form"),
        outcome=translate("CalibrationResults", "Pass or fail"),
        veto=translate("CalibrationResults", "Veto"),
        verdicts={
            "pass": translate("CalibrationResults", "pass"),
            "fail": translate("CalibrationResults", "fail"),
            "not_scored": translate("CalibrationResults", "not scored"),
            "incomplete": translate("CalibrationResults", "incomplete"),
            "veto": translate("CalibrationResults", "yes"),
            "no_veto": translate("CalibrationResults", "no"),
        },
        unanimous=translate("CalibrationResults", "no variation: all said {0}"),
        same_band=translate("CalibrationResults", "no variation: all within one band"),
        of=translate("CalibrationResults", "{0} of {1}"),
    )


def moment_title(session: CalibrationSession, moment: Moment) -> str:
    """ "Call 2, 00:23.9", "Chat 1, message 4", "Call 2"."""
    kinds = {one.pseudonym: one.kind for one in session.interactions}
    name = interaction_word(moment.pseudonym, kinds[moment.pseudonym])
    if moment.start_ms is not None:
        return translate("CalibrationResults", "{0}, {1}").format(
            name, moment_text(moment.start_ms)
        )
    if moment.turn is not None:
        return translate("CalibrationResults", "{0}, message {1}").format(name, moment.turn + 1)
    return translate("CalibrationResults", "{0}, at the item").format(name)


def play_text(moment: Moment, duration_ms: int | None) -> str:
    """ "Play 00:22–00:31"."""
    span = played_span(moment, duration_ms)
    if span is None:
        return ""
    begin, end = (moment_text(at, 0) for at in span)
    return translate("CalibrationResults", "Play {0}–{1}").format(begin, end)


def remark_text(text: str) -> str:
    if not text:
        return translate("CalibrationResults", "(marked without words)")
    if text[0] in '“"「':
        return text
    return translate("CalibrationResults", "“{0}”").format(text)
