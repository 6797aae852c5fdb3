"""Which form belongs to which node of the outline."""

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.rubrics.editor import paths
from qa_desktop.desktop.rubrics.editor.example_form import example_groups
from qa_desktop.desktop.rubrics.editor.fields import Group
from qa_desktop.desktop.rubrics.editor.form_view import FormView
from qa_desktop.desktop.rubrics.editor.item_form import item_groups
from qa_desktop.desktop.rubrics.editor.list_forms import (
    ability_groups,
    adjustment_groups,
    examples_groups,
    scenarios_groups,
)
from qa_desktop.desktop.rubrics.editor.rubric_form import rubric_groups, scoring_groups
from qa_desktop.desktop.rubrics.editor.scenario_form import scenario_groups
from qa_desktop.desktop.rubrics.editor.section_form import section_groups
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate


def groups_of(view: FormView, node: Path) -> tuple[Group, ...]:
    if paths.is_item(node):
        return item_groups(view, node)
    match node:
        case ():
            return rubric_groups(view)
        case ("scoring",):
            return scoring_groups(view)
        case ("sections", _):
            return section_groups(view, node)
        case ("adjustments",):
            return adjustment_groups(view)
        case ("scenarios",):
            return scenarios_groups(view)
        case ("scenarios", _):
            return scenario_groups(view, node)
        case ("abilities",):
            return ability_groups(view)
        case ("examples",):
            return examples_groups(view)
        case ("examples", _):
            return example_groups(view, node)
    raise ValueError(f"{node} is no node of the outline")


def fixed_word(node: Path) -> str:
    """What the screen calls a node that is in every rubric; "" for the others."""
    words = {
        paths.FORM: translate("RubricEditor", "Rubric"),
        paths.SCORING: translate("RubricEditor", "Scoring and grades"),
        paths.ADJUSTMENTS: translate("RubricEditor", "Adjustments"),
        paths.SCENARIOS: translate("RubricEditor", "Scenarios"),
        paths.ABILITIES: translate("RubricEditor", "Abilities"),
        paths.EXAMPLES: translate("RubricEditor", "Examples"),
    }
    return words.get(node, "")


def kind_word(node: Path) -> str:
    """What kind of part it is: "Item", "Section"..."""
    if paths.is_item(node):
        return translate("RubricEditor", "Item")
    words = {
        "sections": translate("RubricEditor", "Section"),
        "scenarios": translate("RubricEditor", "Scenario"),
        "examples": translate("RubricEditor", "Example"),
    }
    return fixed_word(node) or words.get(str(node[0]), "")
