"""What a screen reader says of the waveform: where the playhead is and what lies there."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.waveform.picture import LanePicture
from qa_desktop.desktop.waveform.pin_layout import end_of
from qa_desktop.desktop.waveform.state import Band, BandKind, LaneRole, Pin, WaveformState
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.reviews.model import CommentKind

_NEAR_MS = 50


def place_text(state: WaveformState, moment_ms: int) -> str:
    text = QCoreApplication.translate("Waveform", "{0} of {1}")
    return text.format(moment_text(moment_ms), moment_text(state.duration_ms))


def found_texts(state: WaveformState, picture: LanePicture, moment_ms: int) -> list[str]:
    """Everything at a moment: silences and findings, comments, the word being said, the range."""
    found = [_band_text(band) for band in picture.bands.at(moment_ms)]
    found += [_pin_text(pin) for pin in state.pins if _is_at(pin, moment_ms)]
    word = picture.words().at(moment_ms)
    if word is not None:
        found.append(_word_text(word.role, word.text))
    selection = state.selection
    if selection is not None:
        text = QCoreApplication.translate("Waveform", "range from {0} to {1}")
        start, end = moment_text(selection.start_ms), moment_text(selection.end_ms)
        found.append(text.format(start, end))
    return found


def _is_at(pin: Pin, moment_ms: int) -> bool:
    return pin.start_ms - _NEAR_MS <= moment_ms <= end_of(pin) + _NEAR_MS


def _band_text(band: Band) -> str:
    if band.label:
        return band.label
    words = {
        BandKind.SILENCE: QCoreApplication.translate("Waveform", "silence {0} s"),
        BandKind.OVERLAP: QCoreApplication.translate("Waveform", "both speak, {0} s"),
        BandKind.FINDING: QCoreApplication.translate("Waveform", "finding, {0} s"),
    }
    return words[band.kind].format(f"{band.span.length_ms / 1000:.1f}")


def _pin_text(pin: Pin) -> str:
    words = {
        CommentKind.DEDUCTION: QCoreApplication.translate("Waveform", "comment {0}, deduction"),
        CommentKind.PRAISE: QCoreApplication.translate("Waveform", "comment {0}, praise"),
        CommentKind.COACHING: QCoreApplication.translate("Waveform", "comment {0}, coaching"),
        CommentKind.QUESTION: QCoreApplication.translate("Waveform", "comment {0}, question"),
    }
    text = words[pin.kind].format(pin.number)
    return f"{text}: {pin.label}" if pin.label else text


def _word_text(role: LaneRole, word: str) -> str:
    words = {
        LaneRole.AGENT: QCoreApplication.translate("Waveform", "agent says “{0}”"),
        LaneRole.CUSTOMER: QCoreApplication.translate("Waveform", "customer says “{0}”"),
        LaneRole.NEUTRAL: QCoreApplication.translate("Waveform", "“{0}” is said"),
    }
    return words[role].format(word)
