"""What set-up decides: which system packages lack, and that it says so where it may not install."""

import importlib
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def system() -> ModuleType:
    spec = importlib.util.spec_from_file_location("system", CHECKOUT / "installer" / "system.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their own module up.
    sys.modules["system"] = module
    spec.loader.exec_module(module)
    return module


needs_dpkg = pytest.mark.skipif(not shutil.which("dpkg-query"), reason="not a Debian-like system")


@needs_dpkg
def test_only_what_is_not_installed_is_missing(system: ModuleType) -> None:
    assert system.missing_debian_packages(["dpkg", "no-such-package-here"]) == [
        "no-such-package-here"
    ]


@needs_dpkg
def test_without_permission_the_exact_command_is_named(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "DEBIAN_RUN", ("dpkg", "no-such-package-here"))
    monkeypatch.setattr(system, "_root_prefix", lambda: None)
    answer = system.ensure_system_libraries(for_tests=False)
    assert not answer.complete
    assert answer.advice == (
        "Please run: sudo apt-get install -y --no-install-recommends no-such-package-here"
    )


@needs_dpkg
def test_nothing_is_asked_for_where_everything_is_there(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "DEBIAN_RUN", ("dpkg",))
    answer = system.ensure_system_libraries(for_tests=False)
    assert answer.complete
    assert answer.advice == ""


@pytest.mark.parametrize(("platform", "names"), [("darwin", "brew"), ("win32", "winget")])
def test_elsewhere_vlc_is_named_but_not_needed(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str, names: str
) -> None:
    monkeypatch.setattr(system.sys, "platform", platform)
    monkeypatch.setattr(system.os.path, "exists", lambda _: False)
    answer = system.ensure_system_libraries(for_tests=False)
    assert answer.complete
    assert names in answer.advice


def test_a_python_that_can_make_no_environment_gets_its_package(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian splits ensurepip off; found on a machine with nothing but python3."""
    venv = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert venv not in system.debian_packages(for_tests=True)
    monkeypatch.setattr(system.importlib.util, "find_spec", lambda _: None)
    assert venv in system.debian_packages(for_tests=False)


@pytest.fixture
def bootstrap(system: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(CHECKOUT / "installer"))
    return importlib.import_module("bootstrap")


def test_programs_that_run_keep_the_translation_that_they_have_open(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "resources" / "translations"
    folder.mkdir(parents=True)
    shipped = CHECKOUT / "resources" / "translations" / "qa_desktop_en.ts"
    source, built = folder / shipped.name, folder / "qa_desktop_en.qm"
    shutil.copy(shipped, source)
    built.write_bytes(b"an older one")
    os.utime(built, (0, 0))
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    with built.open("rb") as mapped:
        bootstrap._build_translations(Path(sys.executable))
        assert mapped.read() == b"an older one"
    assert built.read_bytes().startswith(b"\x3c\xb8\x64\x18")
    assert sorted(file.name for file in folder.iterdir()) == [built.name, source.name]


def test_a_translation_that_can_not_be_built_leaves_the_old_one(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "resources" / "translations"
    folder.mkdir(parents=True)
    source, built = folder / "qa_desktop_en.ts", folder / "qa_desktop_en.qm"
    source.write_text("no XML", encoding="utf-8")
    built.write_bytes(b"an older one")
    os.utime(built, (0, 0))
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    with pytest.raises(bootstrap.SetupError, match=r"qa_desktop_en\.ts"):
        bootstrap._build_translations(Path(sys.executable))
    assert built.read_bytes() == b"an older one"
    assert sorted(file.name for file in folder.iterdir()) == [built.name, source.name]
