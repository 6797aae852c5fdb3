"""Pictures of screens; QA_EVERY_SCREEN=1 takes them all."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from qa_desktop.desktop.picturing import pictures
from qa_desktop.desktop.picturing.pictures import take_screens
from qa_desktop.desktop.picturing.screens import SCREENS
from qa_desktop.desktop.theme.tokens import DARK


@pytest.mark.qt_log_ignore("This plugin does not support", "pipewire", "PulseAudio")
def test_screens_of_the_demo_are_pictured(
    qapp: QApplication, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # That each comes up is seen in every dress: test_every_screen.py.
    screens = SCREENS if "QA_EVERY_SCREEN" in os.environ else SCREENS[::6]
    monkeypatch.setattr(pictures, "SCREENS", screens)
    folder = tmp_path / "demo"
    shutil.copytree(demo_folder, folder)
    out = tmp_path / "pictures"
    files = take_screens(
        workspace_folder=folder, out=out, theme="dark", language="zh-CN", size=(1280, 720)
    )
    assert [file.name for file in files] == [
        f"{number:02}-{screen.name}-dark-zh-CN.png"
        for number, screen in enumerate(screens, start=1)
    ]
    for file in files:
        image = QImage(str(file))
        colours = {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 7)
            for y in range(0, image.height(), 7)
        }
        assert len(colours) > 8, file.name
        assert colours & {DARK.background, DARK.surface}, file.name
    whole = QImage(str(files[0]))
    assert (whole.width(), whole.height()) == (1280, 720)
