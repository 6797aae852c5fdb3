"""The views of the calibration page's bar and what lies over it, each loaded when first shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.calibration.view import CalibrationView
from qa_desktop.desktop.services import Services

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """One of the bar: `make` imports its module, `word` names it in the language of the moment."""

    key: str
    word: Callable[[], str]
    make: Callable[[Services], CalibrationView]


SESSIONS, TREND, RULINGS, SECOND = "sessions", "trend", "rulings", "second"


def _sessions(services: Services) -> CalibrationView:
    from qa_desktop.desktop.calibration.sessions_view import SessionsView

    return SessionsView(services)


def _trend(services: Services) -> CalibrationView:
    from qa_desktop.desktop.calibration.trend.view import TrendView

    return TrendView(services)


def _rulings(services: Services) -> CalibrationView:
    from qa_desktop.desktop.calibration.rulings.view import RulingsView

    return RulingsView(services)


def _second(services: Services) -> CalibrationView:
    from qa_desktop.desktop.calibration.second.view import SecondView

    return SecondView(services)


BAR: Sequence[BarView] = (
    BarView(key=SESSIONS, word=lambda: translate("Calibration", "Sessions"), make=_sessions),
    BarView(key=TREND, word=lambda: translate("Calibration", "Agreement over time"), make=_trend),
    BarView(key=RULINGS, word=lambda: translate("Calibration", "Rulings"), make=_rulings),
    BarView(key=SECOND, word=lambda: translate("Calibration", "Second opinions"), make=_second),
)


def _results(services: Services, session_id: str) -> CalibrationView:
    from qa_desktop.desktop.calibration.results.page import ResultsView

    return ResultsView(services, session_id)


# What shows a revealed session: made with its id.
RESULTS: Callable[[Services, str], CalibrationView] | None = _results
