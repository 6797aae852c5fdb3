"""How far several people agree on the same units, beyond chance and with intervals."""

from qa_desktop.calibration.agreement.alpha import krippendorff_alpha
from qa_desktop.calibration.agreement.cohen import Weights, cohen_kappa
from qa_desktop.calibration.agreement.gwet import fleiss_kappa, gwet_ac
from qa_desktop.calibration.agreement.icc import Iccs, icc
from qa_desktop.calibration.agreement.model import Coefficient, Level, Method, Why
from qa_desktop.calibration.agreement.nominal_agreement import exact_agreement, percent_agreement
from qa_desktop.calibration.agreement.ratings import Ratings
from qa_desktop.calibration.agreement.reviewers import severities

__all__ = [
    "Coefficient",
    "Iccs",
    "Level",
    "Method",
    "Ratings",
    "Weights",
    "Why",
    "cohen_kappa",
    "exact_agreement",
    "fleiss_kappa",
    "gwet_ac",
    "icc",
    "krippendorff_alpha",
    "percent_agreement",
    "severities",
]
