"""The reviewer's settings, kept in one JSON file beside no workspace."""

import json
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import platformdirs

from qa_desktop.base.whole_files import written_beside
from qa_desktop.base.wording import LANGUAGES

# Whose the work is where nobody said his name.
NAMELESS = "reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`language` and `theme` may be "system"; `engine` may be "auto", "vlc" or "qt".

    `resume_rewind_ms` (0-5000) is how far playing on goes back; `reaction_ms` is taken off a
    comment's moment.
    """

    reviewer: str = ""
    organisation: str = ""
    language: str = "system"
    theme: str = "system"
    engine: str = "auto"
    resume_rewind_ms: int = 1500
    reaction_ms: int = 500
    page_size: str = "A4"
    copy_media: bool = True


_CHOICES: Mapping[str, Container[object]] = {
    "language": ("system", *LANGUAGES),
    "theme": ("system", "light", "dark"),
    "engine": ("auto", "vlc", "qt"),
    "resume_rewind_ms": range(5001),
    "reaction_ms": range(5001),
    "page_size": ("A4", "Letter"),
}


def settings_file() -> Path:
    return platformdirs.user_config_path("qa-desktop", appauthor=False) / "settings.json"


def default_workspace() -> Path:
    return platformdirs.user_data_path("qa-desktop", appauthor=False) / "workspace"


def load_settings(file: Path) -> Settings:
    """What the file says; what it lacks, or says in a way that can't be, keeps its default."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        # Missing at the first start. One that can't be read must not keep a person from his work.
        return Settings()
    if not isinstance(said, dict):
        return Settings()
    default = asdict(Settings())
    known = {
        name: said[name]
        for name in default
        if type(said.get(name)) is type(default[name])
        and said[name] in _CHOICES.get(name, (said[name],))
    }
    return replace(Settings(), **known)


def save_settings(settings: Settings, file: Path) -> None:
    """Raises OSError; then the file says what it said before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with written_beside(file) as beside:
        said = json.dumps(asdict(settings), ensure_ascii=False, indent=2)
        beside.write_text(said, encoding="utf-8")
