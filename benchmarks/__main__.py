"""Runs every benchmark in turn; `python -m benchmarks NAME...` runs some (store, peaks, ...)."""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def main() -> int:
    wanted = sys.argv[1:]
    names = wanted or sorted(file.stem.removeprefix("bench_") for file in FOLDER.glob("bench_*.py"))
    failed = []
    for name in names:
        print(f"== {name}", flush=True)
        file = FOLDER / f"bench_{name}.py"
        if subprocess.run([sys.executable, str(file)], check=False).returncode != 0:
            failed.append(name)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
