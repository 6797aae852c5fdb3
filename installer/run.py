"""Opens the app on the demo workspace; does all the set-up first. `--help` lists its options."""

import sys

if sys.version_info < (3, 11):
    sys.exit("QA Desktop needs Python 3.11 or newer: https://www.python.org/downloads/")

from bootstrap import ROOT, SetupError, prepare, run_module


def main() -> int:
    try:
        python = prepare(for_tests=False)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    arguments = sys.argv[1:]
    if "--out" not in arguments:
        arguments += ["--out", str(ROOT / "out")]
    return run_module(python, "qa_desktop", "demo", *arguments)


if __name__ == "__main__":
    sys.exit(main())
