"""`qa-desktop agreement`: agreement statistics of ratings from a CSV file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from qa_desktop.cli.columns import fitted, width_of
from qa_desktop.cli.context import DONE, Context

if TYPE_CHECKING:
    from qa_desktop.calibration.agreement.model import Coefficient
    from qa_desktop.calibration.agreement.report import AgreementReport, RaterReport

LEVELS = ("nominal", "ordinal", "interval", "ratio")
_RESAMPLES = 2_000
_MOST_RESAMPLES = 100_000
EXAMPLE = "example: qa-desktop agreement ratings.csv --level ordinal --order poor,fair,good --json"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "agreement",
        help="agreement statistics of ratings: alpha, kappas, AC1/AC2, ICC",
        description="RATINGS.csv has the columns unit,rater,value; an empty value or an absent row"
        " is a missing rating. Every figure comes with its 95 %% interval, or with why there is"
        " none. The same file gives the same figures each time.",
        epilog=EXAMPLE,
    )
    parser.add_argument("file", type=Path, metavar="RATINGS.csv", help="ratings, one a row")
    parser.add_argument(
        "--level",
        choices=LEVELS,
        required=True,
        help="what values are: names, ranks, numbers, or numbers with a true zero",
    )
    parser.add_argument(
        "--order",
        metavar="LOW,...,HIGH",
        help="ranks in words, from lowest to highest (with --level ordinal)",
    )
    parser.add_argument(
        "--resamples",
        type=_resamples,
        default=_RESAMPLES,
        metavar="N",
        help=f"resamples for alpha's interval (default: {_RESAMPLES}; 0: no interval)",
    )
    parser.add_argument("--json", action="store_true", help="say everything as JSON")
    parser.set_defaults(run=tell_agreement)


def _resamples(text: str) -> int:
    number = int(text) if text.isdecimal() else -1
    if not 0 <= number <= _MOST_RESAMPLES:
        raise argparse.ArgumentTypeError(f"a whole number from 0 to {_MOST_RESAMPLES} is needed")
    return number


def tell_agreement(args: argparse.Namespace, context: Context) -> int:
    from qa_desktop.calibration.agreement.model import Level
    from qa_desktop.calibration.agreement.ratings_csv import read_ratings
    from qa_desktop.calibration.agreement.report import report

    order = None if args.order is None else [part.strip() for part in args.order.split(",")]
    level = Level(args.level)
    ratings = read_ratings(args.file, level, order)
    told = report(ratings, level, resamples=args.resamples, progress=context.progress)
    if args.json:
        context.say_json({"file": str(args.file), **report_json(told)})
    else:
        _say(told, context)
    return DONE


def report_json(told: "AgreementReport") -> dict[str, object]:
    """Every figure in full; see `coefficient_json`."""
    answer: dict[str, object] = {
        "level": told.level.value,
        "n_units": told.n_units,
        "n_raters": told.n_raters,
        "n_pairable": told.n_pairable,
    }
    answer |= {name: coefficient_json(found) for name, found in told.coefficients.items()}
    answer["icc"] = {name: coefficient_json(found) for name, found in told.icc.items()}
    if told.raters:
        answer["raters"] = [_rater_json(rater) for rater in told.raters]
    return answer


def coefficient_json(found: "Coefficient") -> dict[str, object]:
    """{"value", "ci_low", "ci_high", "method", "n"}; without an interval these are null and
    "ci_why" says why; without a value {"value": null, "why"}.
    """
    if found.value is None:
        return {"value": None, "why": None if found.why is None else found.why.value}
    answer: dict[str, object] = {
        "value": found.value,
        "ci_low": found.ci_low,
        "ci_high": found.ci_high,
        "method": None if found.method is None else found.method.value,
        "n": found.n,
    }
    if found.ci_why is not None:
        answer["ci_why"] = found.ci_why.value
    return answer


def _rater_json(rater: "RaterReport") -> dict[str, object]:
    return {
        "rater": rater.name,
        "n": rater.n,
        "mean": rater.mean,
        "bias": coefficient_json(rater.bias),
        "spread": rater.spread,
        "severity": coefficient_json(rater.severity),
    }


def _say(told: "AgreementReport", context: Context) -> None:
    words = context.words
    level = words(f"agreement.level.{told.level.value}")
    context.say(
        words(
            "agreement.cli.counts",
            units=told.n_units,
            raters=told.n_raters,
            pairable=told.n_pairable,
            level=level,
        )
    )
    context.say()
    rows = _rows(told)
    labels = {name: words(f"agreement.cli.{_label(name, told)}") for name in rows}
    width = max(width_of(label) for label in labels.values())
    for name, found in rows.items():
        context.say(f"{fitted(labels[name], width)}  {_figure(found, context)}".rstrip())
    if told.raters:
        context.say()
        context.say(words("agreement.cli.raters"))
        width = max(width_of(rater.name) for rater in told.raters)
        for rater in told.raters:
            context.say(f"  {fitted(rater.name, width)}  {_rater(rater, context)}")


def _rows(told: "AgreementReport") -> "dict[str, Coefficient]":
    """By the name of its words; a family that has no value at all takes one row."""
    rows = {
        name: found
        for name, found in told.coefficients.items()
        if found.value is not None or not name.startswith("cohen_kappa_")
    }
    if all(found.value is None for found in told.icc.values()):
        return {**rows, "icc": told.icc["icc1"]}
    return {**rows, **told.icc}


def _label(name: str, told: "AgreementReport") -> str:
    if name != "gwet_ac":
        return name
    return "gwet_ac1" if told.level.value == "nominal" else "gwet_ac2"


def _figure(found: "Coefficient", context: Context) -> str:
    words = context.words
    if found.value is None:
        return (
            "-" if found.why is None else f"-  {words(f'agreement.why.{found.why.name.lower()}')}"
        )
    shown = f"{found.value:9.4f}  {_interval(found, context)}"
    if found.method is None:
        return shown
    return f"{shown:34}  {words(f'agreement.method.{found.method.name.lower()}')}"


def _interval(found: "Coefficient", context: Context) -> str:
    ends = found.interval
    if ends is not None:
        return f"[{ends[0]:.4f}, {ends[1]:.4f}]"
    if found.ci_why is None:
        return ""
    why = context.words(f"agreement.why.{found.ci_why.name.lower()}")
    return context.words("agreement.cli.no_interval", why=why)


def _rater(rater: "RaterReport", context: Context) -> str:
    return context.words(
        "agreement.cli.rater",
        n=rater.n,
        mean="-" if rater.mean is None else f"{rater.mean:.2f}",
        bias=_short(rater.bias),
        severity=_short(rater.severity),
    )


def _short(found: "Coefficient") -> str:
    if found.value is None:
        return "-"
    ends = found.interval
    return f"{found.value:+.2f}" + (f" [{ends[0]:.2f}, {ends[1]:.2f}]" if ends else "")
