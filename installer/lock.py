"""Makes the two lock files anew from pyproject.toml, with hashes for every platform."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    for lock, extras in (
        ("requirements.lock", ["build"]),
        ("requirements-dev.lock", ["build", "dev"]),
    ):
        flags = [flag for extra in extras for flag in ("--extra", extra)]
        command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml"]
        command += ["--universal", "--generate-hashes"]
        command += ["--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links"]
        command += ["--custom-compile-command", "python installer/lock.py", "--quiet"]
        command += ["--output-file", f"installer/{lock}", *flags, *sys.argv[1:]]
        if subprocess.run(command, check=False, cwd=ROOT).returncode != 0:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
