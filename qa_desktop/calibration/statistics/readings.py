"""Words the readings of statistics, in either language."""

from collections.abc import Mapping

from qa_desktop.base.wording import Wording
from qa_desktop.calibration.statistics.model import Reading


def say(reading: Reading, words: Wording, names: Mapping[str, str] | None = None) -> str:
    """One or two sentences. `names` are what reviewers are called, by fingerprint: their names,
    or letters where they stay anonymous; without one, the fingerprint's beginning.
    """
    values = dict(reading.values)
    if "reviewer" in values:
        fingerprint = str(values["reviewer"])
        values["reviewer"] = (names or {}).get(fingerprint, fingerprint[:8])
    return words(f"agreement.readings.{reading.code}", **values)
