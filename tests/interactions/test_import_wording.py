"""The words of this room: none missing, none that nobody says."""

import re
from pathlib import Path

from qa_desktop.base.wording import wording

PACKAGE = Path(__file__).resolve().parents[2] / "qa_desktop"


def test_every_word_is_said_somewhere() -> None:
    texts = wording("en").texts
    codes = {key.split(".")[1] for key in texts if key.startswith("interactions.")} - {"cli"}
    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for path in [*(PACKAGE / "interactions").glob("*.py"), *(PACKAGE / "cli").glob("*.py")]
    )
    said = set(re.findall(r'"(?:interactions\.)?([a-z_]+)"', sources))
    by_field = {f"metadata_bad_{field}" for field in said}
    assert codes - said - by_field == set()
