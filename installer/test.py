"""Runs the whole test suite; does all the set-up first. Further arguments go to pytest."""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit("QA Desktop needs Python 3.11 or newer: https://www.python.org/downloads/")

from bootstrap import SetupError, prepare, run_module


def main() -> int:
    try:
        python = prepare(for_tests=True)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    arguments = sys.argv[1:]
    if not any(argument.startswith("-n") for argument in arguments):
        arguments = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadgroup", *arguments]
    return run_module(python, "pytest", *arguments)


if __name__ == "__main__":
    sys.exit(main())
