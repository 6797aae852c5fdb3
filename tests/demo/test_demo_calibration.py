"""The demo's calibration session, held where the headless demo has graded before."""

from pathlib import Path

from qa_desktop.base.clock import SystemClock
from qa_desktop.calibration.model import SessionState
from qa_desktop.demo.calibration import hold_session
from qa_desktop.demo.grading import grade
from qa_desktop.demo.workspace import demo_reviews, interactions_by_source, make_demo_workspace


def test_it_is_held_where_the_call_was_graded_with_another_version(tmp_path: Path) -> None:
    clock = SystemClock()
    with make_demo_workspace(tmp_path / "demo", clock) as workspace:
        left = next(review for review in demo_reviews() if not review["in_workspace"])
        grade(workspace, clock, interactions_by_source(workspace)[left["of"]], left)
        session = hold_session(workspace, clock, "L. Chen")
    assert session.state is SessionState.REVEALED
    assert session.has_reference
