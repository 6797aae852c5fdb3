"""Whether it is the rubric or the people, in words with what it rests on."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from qa_desktop.calibration.statistics.clearness import Cause, Clearness

translate = QCoreApplication.translate


def cause_words(cause: Cause) -> tuple[str, str, str]:
    """A word, an icon and a tone."""
    return {
        Cause.RUBRIC: (translate("Clearness", "The rubric"), "clipboard-list", "caution"),
        Cause.PEOPLE: (translate("Clearness", "The people"), "users", "accent"),
        Cause.UNSURE: (translate("Clearness", "Can't tell yet"), "circle-help", ""),
        Cause.STEADY: (translate("Clearness", "Clear"), "circle-check", "good"),
    }[cause]


def advice(one: Clearness, names: Mapping[str, str]) -> str:
    """What to do about it."""
    if one.cause is Cause.RUBRIC:
        return translate(
            "Clearness",
            "Reviewers split on it again and again, whoever they are: its words leave room. Rule on"
            " it, and put the ruling into the guidance.",
        )
    if one.cause is Cause.PEOPLE:
        people = translate("Clearness", " and ").join(names.get(p, p[:8]) for p in one.odd)
        return translate(
            "Clearness",
            "The others agree; the deviating answers come from {0}. Go through the guidance"
            " together, or grade with a partner.",
        ).format(people)
    if one.cause is Cause.STEADY:
        return translate("Clearness", "Reviewers agree on it.")
    return translate("Clearness", "One more session will show whether it comes again.")


def evidence(one: Clearness) -> str:
    """What it rests on."""
    said = translate(
        "Clearness", "{0} of {1} cases divided, {2} of them without any majority; {3}."
    ).format(
        one.divided,
        one.cases,
        one.split,
        translate("Clearness", "%n session(s)", "", len(one.sessions)),
    )
    if one.cause is Cause.PEOPLE:
        said += " " + translate(
            "Clearness",
            "{0} % of all deviations are theirs; without them {1} % of the cases are unanimous.",
        ).format(round(one.carried * 100), round(one.rest_agrees * 100))
    return said
