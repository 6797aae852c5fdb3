"""`qa-desktop calibration`: blind sessions by files alone, from the card to the results."""

import argparse
from typing import Any

from qa_desktop.cli.calibration_lead import add_lead
from qa_desktop.cli.calibration_part import add_part
from qa_desktop.cli.calibration_people import add_people
from qa_desktop.cli.calibration_results import add_results
from qa_desktop.cli.calibration_sessions import add_sessions

EXAMPLE = """examples, from the invitation to the results:
  qa-desktop calibration join /shared/calibration
  qa-desktop calibration people --trust 3f1c90aa77b0
  qa-desktop calibration new --title November --rubric voice-service:3 --interaction 8a4f \\
      --interaction 91bc --participant Anna --participant Bo --folder /shared/calibration
  qa-desktop calibration submit 5e0d --answers mine.json
  qa-desktop calibration collect 5e0d
  qa-desktop calibration close 5e0d
  qa-desktop calibration reveal 5e0d
  qa-desktop calibration results 5e0d --out november.pdf"""


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "calibration",
        help="blind sessions by files: invite, grade, seal, collect, reveal",
        description="Several reviewers grade the same without seeing one another; then the team"
        " sees where it disagrees. Everything goes through files: a shared folder, a stick,"
        " e-mail. Scores are read from files only, never from the command line.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    add_people(actions, _action)
    add_sessions(actions, _action)
    add_part(actions, _action)
    add_lead(actions, _action)
    add_results(actions, _action)


def _action(actions: Any, name: str, says: str, example: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(
        name,
        help=says,
        description=f"{says[0].upper()}{says[1:]}.",
        epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    return parser
