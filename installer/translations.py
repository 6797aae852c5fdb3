"""Collects the screens' texts into the translation sources; translate what it marks unfinished."""

import os
import subprocess
import sys

from bootstrap import ROOT, SetupError, prepare


def main() -> int:
    try:
        python = prepare(for_tests=True)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    tool = python.parent / ("pyside6-lupdate.exe" if os.name == "nt" else "pyside6-lupdate")
    modules = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "qa_desktop/desktop").rglob("*.py"))
    source = "resources/translations/qa_desktop_{0}.ts"
    for language, flags in (("zh_CN", []), ("en", ["-pluralonly"])):
        command = [str(tool), *flags, "-no-obsolete", "-locations", "none"]
        command += ["-source-language", "en", "-target-language", language, *modules]
        command += ["-ts", source.format(language)]
        if subprocess.run(command, check=False, cwd=ROOT).returncode != 0:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
