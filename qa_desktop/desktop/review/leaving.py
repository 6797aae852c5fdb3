"""Asks before a review is left that could not be saved."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from qa_desktop.base.problems import Problem
from qa_desktop.base.wording import wording


def ask_leave(parent: QWidget, problems: Sequence[Problem], language: str) -> bool:
    """Whether to leave and lose what is not on disk; staying is what Enter and Esc do."""
    box = leave_box(parent, problems, language)
    box.exec()
    chosen, stay = box.clickedButton(), box.defaultButton()
    box.deleteLater()
    return chosen is not None and chosen is not stay


def leave_box(parent: QWidget, problems: Sequence[Problem], language: str) -> QMessageBox:
    words = wording(language)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Leaving", "Not saved"))
    box.setText("\n\n".join(f"{words.what(each)} {words.remedy(each)}" for each in problems))
    box.setInformativeText(
        QCoreApplication.translate("Leaving", "If you leave now, what is not saved is lost.")
    )
    stay = box.addButton(
        QCoreApplication.translate("Leaving", "Stay"), QMessageBox.ButtonRole.RejectRole
    )
    box.addButton(
        QCoreApplication.translate("Leaving", "Leave without saving"),
        QMessageBox.ButtonRole.DestructiveRole,
    )
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return box
