"""Settings come back as they were kept, and no file of settings keeps the program from starting."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from qa_desktop.base.settings import Phrase, Settings, load_settings, save_settings

CHOSEN = Settings(
    reviewer="王芳",
    organisation="Harbor Bank",
    language="zh-CN",
    theme="dark",
    engine="qt",
    resume_rewind_ms=5000,
    reaction_ms=0,
    page_size="Letter",
    copy_media=False,
)


def test_they_come_back(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.json"
    save_settings(CHOSEN, file)
    assert load_settings(file) == CHOSEN
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("said", ["", "{", "[]", "null", '"x"', "\udcff"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, said: str) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(said.encode("utf-8", "surrogateescape"))
    assert load_settings(file) == Settings()


def test_a_file_that_cannot_be_read_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    assert load_settings(tmp_path / "missing.json") == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("theme", 1),
        ("engine", "gstreamer"),
        ("resume_rewind_ms", -1),
        ("resume_rewind_ms", True),
        ("reaction_ms", 10**9),
        ("page_size", "A3"),
        ("copy_media", "no"),
        ("unknown", "x"),
    ],
)
def test_what_cannot_be_keeps_its_default(tmp_path: Path, name: str, value: object) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"reviewer": "Lin", name: value}), encoding="utf-8")
    assert load_settings(file) == replace(Settings(), reviewer="Lin")


def test_settings_that_cannot_be_saved_leave_the_old_ones(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    save_settings(CHOSEN, file)
    with pytest.raises(UnicodeEncodeError):
        save_settings(replace(CHOSEN, reviewer="\ud800"), file)
    assert load_settings(file) == CHOSEN


def test_phrases_and_keys_come_back(tmp_path: Path) -> None:
    kept = Settings(
        phrases=(Phrase(shortcut="hi", text="欢迎语完整", kind="praise"),),
        keys={"play": ("F9", "Space"), "submit": ()},
    )
    save_settings(kept, tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json") == kept


def test_phrases_and_keys_that_cannot_be_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    said = {
        "phrases": ["x", {"shortcut": 1}, {"shortcut": "a", "text": "b"}],
        "keys": {"play": "Space", "pause": ["K"], "undo": [1]},
    }
    file.write_text(json.dumps(said), encoding="utf-8")
    settings = load_settings(file)
    assert settings.phrases == (Phrase(shortcut="a", text="b"),)
    assert settings.keys == {"pause": ("K",)}
