"""Sheets become files on every system."""

from pathlib import Path

import pytest

from qa_desktop.sheets.printing import file_name


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Jennifer, call of 30 May 2020, 17:53", "Jennifer, call of 30 May 2020, 17-53"),
        ("王芳，2020年5月30日的通话", "王芳 2020年5月30日的通话"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("CON", "-CON"),
        ("nul.wav", "-nul.wav"),
        ("console", "console"),
        (" ... ", "-"),
    ],
)
def test_names(heading: str, name: str) -> None:
    assert file_name(heading) == name


def test_any_heading_can_be_written(tmp_path: Path) -> None:
    """File systems count bytes; with an id and an extension behind it must stay within 255."""
    name = file_name("😀" * 80)
    file = tmp_path / f"{name} 3f1c90aa.pdf"
    file.write_bytes(b"x")
    assert set(name) == {"😀"}
