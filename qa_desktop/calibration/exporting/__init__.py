"""A session's results as data that others can count again."""

from qa_desktop.calibration.exporting.csv_files import long_csv, zipped_csv
from qa_desktop.calibration.exporting.json_file import results_json
from qa_desktop.calibration.exporting.model import Anchors, ExportForm, Results
from qa_desktop.calibration.exporting.workbook import results_workbook

__all__ = [
    "Anchors",
    "ExportForm",
    "Results",
    "long_csv",
    "results_json",
    "results_workbook",
    "zipped_csv",
]
