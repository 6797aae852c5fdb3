"""The reviewer's settings, kept in one JSON file beside no workspace."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import platformdirs


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


def settings_file() -> Path:
    return platformdirs.user_config_path("qa-desktop", appauthor=False) / "settings.json"


def default_workspace() -> Path:
    return platformdirs.user_data_path("qa-desktop", appauthor=False) / "workspace"


def load_settings(file: Path) -> Settings:
    """What the file says; what it lacks, or has in a wrong type, keeps its default."""
    if not file.exists():
        return Settings()
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return Settings()
    default = asdict(Settings())
    known = {
        field.name: said[field.name]
        for field in fields(Settings)
        if isinstance(said, dict) and type(said.get(field.name)) is type(default[field.name])
    }
    return replace(Settings(), **known)


def save_settings(settings: Settings, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".tmp")
    beside.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=2), encoding="utf-8")
    beside.replace(file)
