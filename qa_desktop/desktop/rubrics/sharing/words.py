"""What sharing is called on screen: columns, answers, states of files, formats."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.rubrics.exchange.mapping import Mapping, UsualAnswer
from qa_desktop.rubrics.exchange.roles import Role
from qa_desktop.rubrics.libraries import FileState, FoundFile

translate = QCoreApplication.translate


def language_word(language: str) -> str:
    return {
        "zh-CN": translate("Sharing", "Chinese"),
        "en": translate("Sharing", "English"),
        "both": translate("Sharing", "Both, side by side"),
    }.get(language, language)


def role_word(role: Role, mapping: Mapping) -> str:
    """`mapping` tells which language the second one is."""
    other = language_word(mapping.other)
    words = {
        Role.IGNORE: translate("Sharing", "Leave out"),
        Role.SECTION: translate("Sharing", "Section"),
        Role.SECTION_OTHER: translate("Sharing", "Section ({0})").format(other),
        Role.SECTION_WEIGHT: translate("Sharing", "Section weight"),
        Role.ITEM: translate("Sharing", "Item"),
        Role.ITEM_OTHER: translate("Sharing", "Item ({0})").format(other),
        Role.GUIDANCE: translate("Sharing", "Guidance"),
        Role.GUIDANCE_OTHER: translate("Sharing", "Guidance ({0})").format(other),
        Role.POINTS: translate("Sharing", "Points"),
        Role.WEIGHT: translate("Sharing", "Weight"),
        Role.DEDUCTION: translate("Sharing", "Points taken off"),
        Role.OPTIONS: translate("Sharing", "Answers"),
        Role.OPTIONS_OTHER: translate("Sharing", "Answers ({0})").format(other),
        Role.LEVEL: translate("Sharing", "One answer"),
        Role.NA: translate("Sharing", "N/A allowed"),
        Role.VETO: translate("Sharing", "Veto"),
        Role.CRITICAL: translate("Sharing", "Critical class"),
        Role.REASONS: translate("Sharing", "Reasons"),
        Role.ABILITIES: translate("Sharing", "Abilities"),
    }
    return words[role]


def usual_word(usual: UsualAnswer) -> str:
    return {
        UsualAnswer.POINTS: translate("Sharing", "Points"),
        UsualAnswer.YES_NO: translate("Sharing", "Yes or no"),
        UsualAnswer.SCALE_5: translate("Sharing", "1 to 5"),
        UsualAnswer.SCALE_10: translate("Sharing", "1 to 10"),
    }[usual]


def state_word(state: FileState) -> str:
    return {
        FileState.SAME: translate("Sharing", "In use here"),
        FileState.NEW: translate("Sharing", "New"),
        FileState.NEWER: translate("Sharing", "Newer version"),
        FileState.OLDER: translate("Sharing", "Older version"),
        FileState.CONFLICT: translate("Sharing", "Conflict"),
        FileState.COPY: translate("Sharing", "Copy in conflict"),
        FileState.TWIN: translate("Sharing", "Contradiction"),
        FileState.BROKEN: translate("Sharing", "Has mistakes"),
    }[state]


def state_look(state: FileState) -> tuple[str, str]:
    """Icon and tone."""
    return {
        FileState.SAME: ("circle-check", "good"),
        FileState.NEW: ("file-plus", "accent"),
        FileState.NEWER: ("trending-up", "accent"),
        FileState.OLDER: ("history", "muted"),
        FileState.CONFLICT: ("octagon-x", "bad"),
        FileState.COPY: ("copy", "caution"),
        FileState.TWIN: ("git-compare-arrows", "caution"),
        FileState.BROKEN: ("file-x", "bad"),
    }[state]


def told_of(file: FoundFile) -> str:
    """One sentence: what to make of the file."""
    words = {
        FileState.SAME: translate("Sharing", "This version is in use here, with the same content."),
        FileState.NEW: translate("Sharing", "This rubric is not in use here yet."),
        FileState.NEWER: translate("Sharing", "An earlier version is in use here."),
        FileState.OLDER: translate("Sharing", "A later version is in use here."),
        FileState.CONFLICT: translate(
            "Sharing",
            "This version is in use here with other content, and reviews were made with it. It "
            "stays as it is: the author of the file should publish it as the next version.",
        ),
        FileState.COPY: translate(
            "Sharing",
            "A program that keeps folders in step has left this beside “{0}”, because two people "
            "changed it. Compare both, keep one, delete the other.",
        ).format(file.twin or "…"),
        FileState.TWIN: translate(
            "Sharing",
            "This file and “{0}” say that they are the same version, and differ. Ask their authors "
            "which one is meant.",
        ).format(file.twin),
        FileState.BROKEN: translate("Sharing", "The file can't be used before it is mended."),
    }
    return words[file.state]
