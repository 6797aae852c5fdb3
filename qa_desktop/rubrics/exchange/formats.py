"""What a rubric can be given away as."""

from collections.abc import Sequence
from enum import StrEnum

from qa_desktop.base.wording import LANGUAGES
from qa_desktop.rubrics.model import Rubric

# A form with the texts of both languages beside each other.
BOTH = "both"


class ExportFormat(StrEnum):
    """Each is also its file's ending."""

    YAML = "yaml"
    ZIP = "zip"
    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"


def form_languages(rubric: Rubric) -> Sequence[str]:
    """What its form can be printed in, "both" last; never empty."""
    known = [language for language in ("zh-CN", "en") if language in rubric.languages]
    return (*known, BOTH) if len(known) > 1 else tuple(known) or LANGUAGES[:1]


def file_stem(rubric: Rubric) -> str:
    """As libraries name their files."""
    return f"{rubric.id}-v{rubric.version}"
