"""Runs every check but the tests: format, lint, types, imports, translations."""

import os
import subprocess
import sys

if sys.version_info < (3, 11):
    sys.exit("QA Desktop needs Python 3.11 or newer: https://www.python.org/downloads/")

from bootstrap import ROOT, SetupError, prepare

CHECKS = (
    ("format", ["ruff", "format", "--check", "."]),
    ("lint", ["ruff", "check", "."]),
    ("types", ["mypy"]),
    ("types on Windows", ["mypy", "--platform=win32", "--cache-dir=.mypy_cache/windows"]),
    ("types on macOS", ["mypy", "--platform=darwin", "--cache-dir=.mypy_cache/macos"]),
    ("imports", ["lint-imports"]),
    ("sources and translations", ["pytest", "-q", "tests/sources"]),
)


def main() -> int:
    try:
        python = prepare(for_tests=True)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    failed = []
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        tool = python.parent / (command[0] + (".exe" if os.name == "nt" else ""))
        if subprocess.run([str(tool), *command[1:]], check=False, cwd=ROOT).returncode != 0:
            failed.append(name)
    if failed:
        print("failed: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
