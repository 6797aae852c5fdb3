"""The program's entry: commands, or the app where none is named."""

import gc
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from qa_desktop.cli.app import Launchers, run


def main() -> int:
    if getattr(sys, "frozen", False):
        # In a bundle the process that reads files is this program again.
        from multiprocessing import freeze_support

        freeze_support()
    return run(
        sys.argv[1:],
        Launchers(
            open_app=_open_app,
            take_screens=_take_screens,
            has_display=_has_display,
            engines=_engines,
        ),
    )


def _open_app(workspace_folder: Path | None) -> int:
    # Looking for garbage while everything is being loaded costs time and finds none; once its
    # window is there the app looks for it (desktop/garbage.py).
    gc.disable()
    from qa_desktop.desktop.app import run_app

    return run_app(workspace_folder)


def _take_screens(
    workspace_folder: Path,
    out: Path,
    theme: str,
    language: str,
    size: tuple[int, int],
    text_size_pct: int,
) -> Sequence[Path]:
    with tempfile.TemporaryDirectory() as folder:
        if not _has_display():
            os.environ.setdefault("QT_QPA_PLATFORM", _platform_with_screen(size, Path(folder)))
        from qa_desktop.desktop.picturing.pictures import take_screens

        return take_screens(
            workspace_folder=workspace_folder,
            out=out,
            theme=theme,
            language=language,
            size=size,
            text_size_pct=text_size_pct,
        )


def _platform_with_screen(size: tuple[int, int], folder: Path) -> str:
    """Without a display Qt makes a screen of 800 x 800, within which no dialog can be as large as
    a person has it."""
    width, height = size
    screen = {"name": "picture", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={file}"


def _engines() -> Sequence[tuple[str, bool, str, Sequence[str]]]:
    from qa_desktop.desktop.player.engines import found_engines

    return found_engines()


def _has_display() -> bool:
    always = sys.platform in ("win32", "darwin")
    return always or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
