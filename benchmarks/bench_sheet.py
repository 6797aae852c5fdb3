"""Printing a feedback sheet of the demo workspace, beside reportlab drawing as much bare text."""

import io
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from qa_desktop.base.clock import SystemClock
from qa_desktop.demo.workspace import make_demo_workspace
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.sheets import paper
from qa_desktop.sheets.printing import print_sheet

RUNS = 15


def median_ms(work: Callable[[], object]) -> tuple[float, float]:
    """The first run's time and the median of the others."""
    times = []
    for _ in range(RUNS + 1):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return times[0], statistics.median(times[1:])


def bare_pdf() -> None:
    """Two pages of plain lines with the same fonts: what reportlab itself costs."""
    paper.register_fonts()
    canvas = Canvas(io.BytesIO(), initialFontName=paper.LATIN)
    for _ in range(2):
        for line in range(50):
            canvas.setFont(paper.LATIN, 9)
            canvas.drawString(50, 780 - 14 * line, f"line {line} of the plain page 反馈")
        canvas.showPage()
    canvas.save()


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with make_demo_workspace(folder / "demo", SystemClock()) as workspace:
            rows = ListingStore(workspace.database).page(ListingFilter(), 100)
            review = next(row.review_id for row in rows if row.score is not None)
            assert review is not None
            rubrics = RubricStore(workspace.database, SystemClock(), "")
            first, later = median_ms(
                lambda: print_sheet(
                    workspace, review, folder=folder, language="zh-CN", rubrics=rubrics
                )
            )
    _, bare = median_ms(bare_pdf)
    figures = {
        "first_ms": round(first, 1),
        "later_ms": round(later, 1),
        "bare_ms": round(bare, 1),
        "ratio": round(later / bare, 2),
    }
    print(json.dumps(figures))
    print(f"sheet: {later:.0f} ms after the first ({first:.0f} ms); bare pages {bare:.0f} ms")


if __name__ == "__main__":
    main()
