"""Makes the checkout ready to run or test with nothing but Python there."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from system import ensure_system_libraries

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
STAMPS = {False: "run.stamp", True: "test.stamp"}
LOCKS = {False: "requirements.lock", True: "requirements-dev.lock"}


class SetupError(Exception):
    """Set-up can't go on; the message says what a person should do."""


def environment_python() -> Path:
    """The interpreter of the checkout's own virtual environment."""
    if sys.platform == "win32":
        return ENVIRONMENT / "Scripts" / "python.exe"
    return ENVIRONMENT / "bin" / "python"


def prepare(*, for_tests: bool) -> Path:
    """Everything set up; the interpreter to use. Raises SetupError.

    A stamp of all that set-up depends on makes the second call cost next to nothing.
    """
    python = environment_python()
    # What the tests need is all that running needs, and more.
    if python.exists() and (_is_prepared(for_tests) or _is_prepared(True)):
        _build_translations(python)
        return python
    answer = ensure_system_libraries(for_tests=for_tests)
    if answer.advice:
        print(answer.advice, flush=True)
    if not answer.complete:
        raise SetupError("System libraries are missing; run the command above, then try again.")
    _make_environment(python)
    _install(python, LOCKS[for_tests])
    _build_translations(python)
    (ENVIRONMENT / STAMPS[for_tests]).write_text(_fingerprint(for_tests), encoding="ascii")
    return python


def run_module(python: Path, *arguments: str) -> int:
    """Runs `python -m ...` in the checkout; its exit code."""
    return subprocess.run([str(python), "-m", *arguments], check=False, cwd=ROOT).returncode


def _is_prepared(for_tests: bool) -> bool:
    stamp = ENVIRONMENT / STAMPS[for_tests]
    return stamp.exists() and stamp.read_text(encoding="ascii") == _fingerprint(for_tests)


def _fingerprint(for_tests: bool) -> str:
    parts = [sys.version, sys.platform, str(ROOT)]
    names = (f"installer/{LOCKS[for_tests]}", "installer/system.py", "pyproject.toml")
    parts.extend((ROOT / name).read_text(encoding="utf-8") for name in names)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _make_environment(python: Path) -> None:
    if python.exists() and _runs(python, "import pip, sys; assert sys.version_info >= (3, 11)"):
        return
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=False)
    if made.returncode == 0:
        return
    raise SetupError(
        f"A virtual environment could not be made in {ENVIRONMENT}: does this Python have its venv"
        " and ensurepip modules? (On Debian and Ubuntu: sudo apt-get install python3-venv)"
    )


def _install(python: Path, lock: str) -> None:
    print(f"Installing the locked packages ({lock})", flush=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = (
        [*pip, "--require-hashes", "-r", str(ROOT / "installer" / lock)],
        [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
    )
    for step in steps:
        if subprocess.run(step, check=False).returncode != 0:
            raise SetupError("Packages could not be installed: is the package index reachable?")


def _build_translations(python: Path) -> None:
    folder = ROOT / "resources" / "translations"
    for source in sorted(folder.glob("*.ts")):
        built = source.with_suffix(".qm")
        if built.exists() and built.stat().st_mtime >= source.stat().st_mtime:
            continue
        tool = python.parent / ("pyside6-lrelease.exe" if os.name == "nt" else "pyside6-lrelease")
        # Beside it, then in its place: programs that run have the old one mapped, and would die if
        # it changed under them.
        beside = built.with_name(f"{built.name}.{os.getpid()}.new")
        try:
            command = [str(tool), "-silent", str(source), "-qm", str(beside)]
            if subprocess.run(command, check=False).returncode != 0:
                raise SetupError(f"The translation {source.name} could not be built.")
            beside.replace(built)
        except OSError as error:
            raise SetupError(
                f"The translation {built.name} could not be replaced ({error.strerror}): close the"
                " program that uses it, then try again."
            ) from error
        finally:
            beside.unlink(missing_ok=True)


def _runs(python: Path, code: str) -> bool:
    return (
        subprocess.run([str(python), "-c", code], check=False, capture_output=True).returncode == 0
    )
