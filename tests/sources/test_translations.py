"""Every text of the screens exists in Chinese."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

CHECKOUT = Path(__file__).resolve().parents[2]
SOURCE = CHECKOUT / "resources" / "translations" / "qa_desktop_zh_CN.ts"


def messages(file: Path) -> dict[tuple[str, str, str], str]:
    """Translation, or '' where it is unfinished, by (context, source, comment)."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            if translation.get("type") in ("vanished", "obsolete"):
                continue
            said = "".join(translation.itertext()).strip()
            done = translation.get("type") != "unfinished"
            key = (name, message.findtext("source", ""), message.findtext("comment", ""))
            found[key] = said if done else ""
    return found


def test_every_text_is_translated(tmp_path: Path) -> None:
    """Collects the texts anew, so one added without its translation fails here."""
    fresh = tmp_path / SOURCE.name
    fresh.write_bytes(SOURCE.read_bytes())
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    modules = [str(m) for m in sorted((CHECKOUT / "qa_desktop" / "desktop").rglob("*.py"))]
    subprocess.run([str(tool), *modules, "-ts", str(fresh)], check=True, capture_output=True)
    translated = messages(fresh)
    assert len(translated) > 100
    assert [key for key, text in translated.items() if not text] == []
