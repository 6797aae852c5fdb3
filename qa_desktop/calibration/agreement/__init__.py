"""How far several people agree on the same units, beyond chance and with intervals."""

from qa_desktop.calibration.agreement.model import Coefficient, Level, Method, Why

__all__ = ["Coefficient", "Level", "Method", "Why"]
