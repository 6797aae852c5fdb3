"""How far two categories lie apart, squared: what disagreement is counted in.

Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability, section C: the metric
differences of nominal, interval and ratio data. The ordinal one depends on how often each category
was used and is in `disagreement.RankDisagreement`.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np

from qa_desktop.calibration.agreement.ratings import Floats


def nominal(size: int) -> Floats:
    """1 between any two."""
    return 1.0 - np.eye(size)


def interval(values: Floats) -> Floats:
    difference: Floats = values[:, None] - values[None, :]
    return difference**2


def ratio(values: Floats) -> Floats:
    """((a - b) / (a + b))^2, and 0 for a = b = 0; values are not negative."""
    total = values[:, None] + values[None, :]
    difference = values[:, None] - values[None, :]
    parts: Floats = np.divide(difference, total, out=np.zeros_like(total), where=total != 0)
    return parts**2


def jaccard(sets: Sequence[frozenset[str]]) -> Floats:
    """1 - |A and B| / |A or B| (Jaccard 1912), as a distance of set-valued answers (Passonneau
    2006, who multiplies it for MASI); two empty sets are alike.
    """
    size = len(sets)
    apart = [1 - len(a & b) / len(a | b) if a | b else 0.0 for a, b in product(sets, repeat=2)]
    return np.array(apart, dtype=np.float64).reshape(size, size)
