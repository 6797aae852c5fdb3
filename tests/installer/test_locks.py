"""The lock files: whole, hashed, and without the wheels that nobody here needs."""

import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LOCKS = {"requirements.lock": ["build"], "requirements-dev.lock": ["build", "dev"]}


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(file: str) -> dict[str, int]:
    """The number of hashes of each locked package."""
    text = (CHECKOUT / "installer" / file).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    found: dict[str, int] = {}
    for block in blocks:
        match = re.match(r"([a-z0-9.-]+)==", block)
        if match:
            found[match[1]] = found.get(match[1], 0) + block.count("--hash=sha256:")
    return found


@pytest.mark.parametrize("file", LOCKS)
def test_every_package_is_pinned_by_hash(file: str) -> None:
    packages = locked(file)
    assert len(packages) > 20
    assert [name for name, hashes in packages.items() if not hashes] == []


@pytest.mark.parametrize("file", LOCKS)
def test_the_lock_holds_what_the_project_asks_for(file: str) -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in LOCKS[file]:
        wanted += project["optional-dependencies"][extra]
    names = {normalised(re.split(r"[<>=!\[ ;]", want)[0]) for want in wanted}
    assert names - set(locked(file)) == set()


@pytest.mark.parametrize("file", LOCKS)
def test_webengine_is_not_dragged_in(file: str) -> None:
    assert {"pyside6", "pyside6-webengine"} & set(locked(file)) == set()


@pytest.mark.parametrize("file", LOCKS)
def test_no_index_of_a_developers_machine_is_named(file: str) -> None:
    text = (CHECKOUT / "installer" / file).read_text(encoding="utf-8")
    assert "--index-url" not in text
    assert "--find-links" not in text
    assert "file://" not in text
