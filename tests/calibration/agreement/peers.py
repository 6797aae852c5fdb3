# /// script
# requires-python = ">=3.11,<3.13"
# dependencies = [
#   "irrCAC==0.4.4",
#   "krippendorff==0.9.0",
#   "numpy<2",
#   "pandas<3",
#   "pingouin==0.6.1",
#   "statsmodels==0.15.0",
# ]
# ///
"""What other packages say of many random tables; run in an environment of its own.

    uv run --script tests/calibration/agreement/peers.py [FILE]

writes FILE (default: peers.json beside this script). They weigh 600 MB and pin NumPy below 2, so
the program's own environment has none of them: its tests compare with the file. `make peers`
writes it anew; QA_PEERS=1 makes the tests ask the packages themselves.
"""

import importlib.metadata
import json
import math
import sys
import warnings
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
import pingouin
from irrCAC.raw import CAC
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

PACKAGES = ("krippendorff", "irrCAC", "pingouin", "statsmodels")
LEVELS = ("nominal", "ordinal", "interval", "ratio")
WEIGHTS = {"nominal": "identity", "ordinal": "ordinal", "interval": "quadratic", "ratio": "ratio"}
DIGITS = 12


def tables():
    """Of 2 to 8 raters and 3 to 30 units: whole and with gaps, few and many categories, agreeing
    and at random; values that leave ranks out (1, 2, 5) and fractions.
    """
    random = np.random.default_rng(20_161_116)
    made = []
    for number in range(180):
        raters = 2 if number % 3 == 0 else int(random.integers(2, 9))
        units = int(random.integers(3, 31))
        scale = [
            np.arange(2.0),
            np.arange(1.0, 6.0),
            np.array([1.0, 2.0, 5.0, 10.0]),
            np.arange(0.0, 10.5, 0.5),
            np.arange(0.0, 101.0, 5.0),
        ][number % 5]
        true = random.integers(0, len(scale), units)
        noise = random.choice([0.05, 0.3, 0.7, 1.0])
        codes = np.repeat(true[:, None], raters, axis=1)
        strange = random.random(codes.shape) < noise
        codes[strange] = random.integers(0, len(scale), int(strange.sum()))
        values = scale[codes]
        if number % 2:
            values[random.random(values.shape) < random.choice([0.1, 0.3, 0.5])] = np.nan
        values = values[~np.isnan(values).all(axis=1)]
        made.append(values)
    return made


def number(value):
    """None for what is no number."""
    value = float(value)
    return None if math.isnan(value) or math.isinf(value) else round(value, DIGITS)


def alphas(values):
    found = {}
    for level in LEVELS:
        try:
            found[level] = number(krippendorff.alpha(values.T, level_of_measurement=level))
        except ValueError:
            # It refuses tables without variation.
            found[level] = None
    return found


def cac(estimate):
    low, high = estimate["confidence_interval"]
    return {
        "value": number(estimate["coefficient_value"]),
        "se": number(estimate["se"]),
        "low": number(low),
        "high": number(high),
        "pa": number(estimate["pa"]),
    }


def gwet(values):
    frame = pd.DataFrame(values)
    found = {}
    for level, weights in WEIGHTS.items():
        try:
            found[level] = cac(CAC(frame, weights=weights, digits=DIGITS).gwet()["est"])
        except (ZeroDivisionError, ValueError):
            found[level] = None
    return found


def whole(values):
    """Of tables without a gap: Fleiss' kappa by two packages, intraclass correlations."""
    categories, codes = np.unique(values, return_inverse=True)
    codes = codes.reshape(values.shape)
    counts = np.stack([(codes == c).sum(axis=1) for c in range(len(categories))], axis=1)
    found = {
        "fleiss_statsmodels": number(fleiss_kappa(counts)),
        "fleiss_irrcac": cac(CAC(pd.DataFrame(values), digits=DIGITS).fleiss()["est"]),
    }
    long = pd.DataFrame(
        [
            {"unit": unit, "rater": rater, "value": value}
            for unit, row in enumerate(values)
            for rater, value in enumerate(row)
        ]
    )
    pingouin.options["round"] = None
    # Else intervals come with two decimals.
    pingouin.options["round.column.CI95"] = DIGITS
    table = pingouin.intraclass_corr(long, targets="unit", raters="rater", ratings="value")
    names = ("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k")
    interval = "CI95" if "CI95" in table else "CI95%"
    found["icc"] = {
        name: [number(row["ICC"]), *(number(end) for end in row[interval])]
        for name, (_, row) in zip(names, table.iterrows(), strict=True)
    }
    return found


def two(values):
    """Cohen's kappa of the units that both rated."""
    values = values[~np.isnan(values).any(axis=1)]
    categories, codes = np.unique(values, return_inverse=True)
    codes = codes.reshape(values.shape)
    if len(categories) < 2:
        return None
    table = np.zeros((len(categories), len(categories)))
    np.add.at(table, (codes[:, 0], codes[:, 1]), 1)
    found = {}
    for name in (None, "linear", "quadratic"):
        told = cohens_kappa(table, wt=name)
        found[name or "plain"] = {
            "value": number(told.kappa),
            "se": number(told.std_kappa),
            "low": number(told.kappa_low),
            "high": number(told.kappa_upp),
        }
    return found


def answers(values):
    told = {
        "values": [[None if np.isnan(v) else float(v) for v in row] for row in values],
        "alpha": alphas(values),
        "gwet": gwet(values),
    }
    if not np.isnan(values).any():
        told |= whole(values)
    if values.shape[1] == 2:
        told["cohen"] = two(values)
    return told


def main():
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("peers.json")
    warnings.simplefilter("ignore")
    told = {
        "about": "Written by peers.py; 12 digits after the point.",
        "versions": {name: importlib.metadata.version(name) for name in PACKAGES},
        "tables": [answers(values) for values in tables()],
    }
    lines = [json.dumps(table, separators=(",", ":")) for table in told["tables"]]
    head = json.dumps({key: told[key] for key in ("about", "versions")})[:-1]
    file.write_text(head + ', "tables": [\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
