"""How the versions' states, outcomes and reasons read on screen."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.local_time import date_text, day_text
from qa_desktop.desktop.rubrics.versions.presenter import VersionRow
from qa_desktop.reviews.what_if import NotScored, Why
from qa_desktop.rubrics.versions import VersionState

translate = QCoreApplication.translate

ICONS = {
    VersionState.IN_FORCE: "badge-check",
    VersionState.LATER: "clock",
    VersionState.OVER: "history",
    VersionState.RETIRED: "archive",
    VersionState.CHANGED: "triangle-alert",
}
TONES = {
    VersionState.IN_FORCE: "good",
    VersionState.LATER: "accent",
    VersionState.OVER: "muted",
    VersionState.RETIRED: "muted",
    VersionState.CHANGED: "bad",
}


def state_words(row: VersionRow) -> str:
    """With the day that matters."""
    rubric, version = row.version.rubric, row.version
    if row.state is VersionState.RETIRED and version.retired_at is not None:
        return translate("Versions", "Retired {0}").format(date_text(version.retired_at))
    if rubric is not None and rubric.effective_from and row.state is VersionState.LATER:
        return translate("Versions", "From {0}").format(day_text(rubric.effective_from))
    if rubric is not None and rubric.effective_until:
        until = day_text(rubric.effective_until)
        if row.state is VersionState.OVER:
            return translate("Versions", "Until {0}").format(until)
        return translate("Versions", "In force until {0}").format(until)
    if row.state is VersionState.CHANGED:
        return translate("Versions", "Not what was published")
    return translate("Versions", "In force")


def why_words(why: Why) -> str:
    words = {
        Why.NEW: translate("WhatIf", "new"),
        Why.OTHER_KIND: translate("WhatIf", "answered in another way than before"),
        Why.OTHER_SCALE: translate("WhatIf", "on another scale than before"),
        Why.OPTION_GONE: translate("WhatIf", "the answer chosen is no longer offered"),
        Why.NA_NOT_ALLOWED: translate("WhatIf", "was N/A, which is no longer allowed"),
        Why.NOT_ASKED: translate("WhatIf", "was not asked then"),
    }
    return words[why]


def not_scored_words(why: NotScored, count: int) -> str:
    if why is NotScored.SCENARIO_GONE:
        return translate("WhatIf", "%n left out: the draft no longer has their scenario", "", count)
    return translate("WhatIf", "%n left out: their version is not what was published", "", count)


def outcome_words(outcome: str) -> str:
    words = {
        "pass": translate("WhatIf", "Pass"),
        "fail": translate("WhatIf", "Fail"),
        "not_scored": translate("WhatIf", "Not scored"),
    }
    return words.get(outcome, outcome)
