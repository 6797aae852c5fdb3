"""The reviewer's settings, kept in one JSON file beside no workspace."""

import json
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import platformdirs

from qa_desktop.base.whole_files import written_beside
from qa_desktop.base.wording import LANGUAGES

TEXT_SIZES_PCT = (100, 110, 125, 150, 175, 200)
# Whose the work is where nobody said his name.
NAMELESS = "reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A reviewer's own words for comments, typed as `;shortcut`.

    `kind` is that of the comment it makes ("deduction", "praise"...), "" leaves it as it is.
    """

    shortcut: str
    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`language` and `theme` may be "system"; `engine` may be "auto", "vlc" or "qt".

    `resume_rewind_ms` (0-5000) is how far playing on goes back; `reaction_ms` is taken off a
    comment's moment. `output_device` is the engine's name of it, "" the system's own. `keys` are
    the reviewer's own by the action's name, each with all its keys. `times_grading`: how long each
    review took is kept, for the reviewer alone. `text_size_pct` is of the system's own size.
    `calibration_folder` is the share that blind sessions go through, "" for none. The targets of
    agreement: Krippendorff's alpha in hundredths, how many points a score may lie from the
    reference, and the share of answers that are the same. `second_share_pct` of the reviews one
    submits go to a second reviewer, blind: `second_reviewer` is the fingerprint of that person.
    """

    reviewer: str = ""
    organisation: str = ""
    language: str = "system"
    theme: str = "system"
    text_size_pct: int = 100
    engine: str = "auto"
    resume_rewind_ms: int = 1500
    reaction_ms: int = 500
    page_size: str = "A4"
    copy_media: bool = True
    output_device: str = ""
    times_grading: bool = False
    calibration_folder: str = ""
    target_alpha_pct: int = 67
    target_points: int = 5
    target_exact_pct: int = 80
    second_share_pct: int = 0
    second_reviewer: str = ""
    phrases: tuple[Phrase, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_CHOICES: Mapping[str, Container[object]] = {
    "language": ("system", *LANGUAGES),
    "theme": ("system", "light", "dark", "contrast-light", "contrast-dark"),
    "text_size_pct": TEXT_SIZES_PCT,
    "engine": ("auto", "vlc", "qt"),
    "resume_rewind_ms": range(5001),
    "reaction_ms": range(5001),
    "page_size": ("A4", "Letter"),
    "target_alpha_pct": range(101),
    "target_points": range(101),
    "target_exact_pct": range(101),
    "second_share_pct": range(101),
}


# Read by functions of their own.
_LISTS = frozenset({"phrases", "keys"})


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
        if name not in _LISTS
        and type(said.get(name)) is type(default[name])
        and said[name] in _CHOICES.get(name, (said[name],))
    }
    phrases, keys = _phrases(said.get("phrases")), _keys(said.get("keys"))
    return replace(Settings(), **known, phrases=phrases, keys=keys)


def _phrases(said: object) -> tuple[Phrase, ...]:
    """What can't be read as a phrase is left out."""
    rows = said if isinstance(said, list) else []
    texts = [
        {name: row.get(name, "") for name in ("shortcut", "text", "kind")}
        for row in rows
        if isinstance(row, dict)
    ]
    return tuple(
        Phrase(**row) for row in texts if all(isinstance(value, str) for value in row.values())
    )


def _keys(said: object) -> dict[str, tuple[str, ...]]:
    rows = said if isinstance(said, dict) else {}
    return {
        action: tuple(keys)
        for action, keys in rows.items()
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys)
    }


def save_settings(settings: Settings, file: Path) -> None:
    """Raises OSError; then the file says what it said before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with written_beside(file) as beside:
        said = json.dumps(asdict(settings), ensure_ascii=False, indent=2)
        beside.write_text(said, encoding="utf-8")
