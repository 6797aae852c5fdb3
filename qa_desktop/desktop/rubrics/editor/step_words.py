"""Steps of undo in words."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.rubrics.editor.step_labels import read_label

translate = QCoreApplication.translate


def step_words(label: str) -> str:
    """ "Move: Greeting", from the label that is kept with the draft."""
    step = read_label(label)
    words = {
        "text": translate("RubricEditor", "Wording"),
        "set": translate("RubricEditor", "Change"),
        "unset": translate("RubricEditor", "Change"),
        "rename": translate("RubricEditor", "Id"),
        "add": translate("RubricEditor", "Add"),
        "copy": translate("RubricEditor", "Duplicate"),
        "delete": translate("RubricEditor", "Delete"),
        "move": translate("RubricEditor", "Move"),
        "mend": translate("RubricEditor", "Weights to 100"),
        "answer": translate("RubricEditor", "Kind of answer"),
        "file": translate("RubricEditor", "Text of the file"),
    }
    said = words.get(step.code, "")
    if said and step.name:
        return translate("RubricEditor", "{0}: {1}").format(said, step.name)
    return said or step.name
