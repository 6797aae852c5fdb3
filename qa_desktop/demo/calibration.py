"""A calibration session with colleagues, held from the invitation to the reveal by real desks."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qa_desktop.base.clock import Clock
from qa_desktop.base.resources import resource
from qa_desktop.calibration.model import CalibrationSession, Mode
from qa_desktop.calibration.sessions.desk import CalibrationDesk, NewSession, ReferenceFrom
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.demo.grading import grade
from qa_desktop.demo.workspace import demo_reviews, interactions_by_source
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One reviewer at a workspace; `written` are the reviews by the source of the interaction."""

    name: str
    workspace: Workspace
    clock: Clock
    desk: CalibrationDesk
    written: Mapping[str, Mapping[str, Any]]

    def grade(self, session: CalibrationSession, sources: Sequence[str]) -> None:
        """All of it, sealed and delivered; `sources` in the order of the session."""
        pairs = zip(self.desk.session(session.id).interactions, sources, strict=True)
        for interaction, source in pairs:
            said = {
                "reviewer": self.name,
                "rubric": session.rubric_id,
                "version": session.rubric_version,
                "submit": True,
                **self.written[source],
            }
            grade(self.workspace, self.clock, interaction.interaction_id, said)
        self.desk.submit(session.id)
        self.desk.deliver()


def written_session() -> dict[str, Any]:
    """The title, rubric and version, whose reviews are there, and the reviews themselves."""
    text = resource("demo", "calibration.json").read_text(encoding="utf-8")
    written: dict[str, Any] = json.loads(text)
    return written


def hold_session(workspace: Workspace, clock: Clock, actor: str) -> CalibrationSession:
    """In the demo workspace, led by `actor`: five reviewers, four interactions, a reference that
    was committed before, everything revealed.

    The colleagues' workspaces are gone afterwards; what they sent stays.
    """
    written = written_session()
    first, *others = written["reviewers"]
    ids = interactions_by_source(workspace)
    sources = [review["of"] for review in first["reviews"]]
    _give_reference(workspace, clock, written, ids)
    with ExitStack() as stack:
        share = Path(stack.enter_context(TemporaryDirectory(prefix="qa-calibration-")))
        lead = Seat(
            name=actor,
            workspace=workspace,
            clock=clock,
            desk=_desk(workspace, clock, actor),
            written=_by_source(first),
        )
        colleagues = [stack.enter_context(_colleague(one, clock)) for one in others]
        _acquaint((lead, *colleagues), share)
        session = lead.desk.create(
            NewSession(
                title=written["title"],
                mode=Mode.SEALED,
                rubric_id=written["rubric"],
                rubric_version=written["version"],
                interaction_ids=tuple(ids[source] for source in sources),
                participants=tuple(one.desk.identity().fingerprint for one in colleagues),
                reference=ReferenceFrom.REVIEWS,
                folder=share,
            )
        )
        lead.desk.deliver()
        for colleague in colleagues:
            colleague.desk.look_in(share)
            colleague.grade(session, sources)
        lead.grade(session, sources)
        lead.desk.collect(session.id)
        lead.desk.close(session.id)
        revealed = lead.desk.reveal(session.id)
        # The share is gone in a moment.
        lead.desk.deliver()
        return revealed


def _give_reference(
    workspace: Workspace, clock: Clock, written: Mapping[str, Any], ids: Mapping[str, str]
) -> None:
    """The review that the demo leaves out, with the rubric's version of the session."""
    source = written["reference"]
    review = next(one for one in demo_reviews() if one["of"] == source)
    there = ReviewStore(workspace.database, clock, review["reviewer"]).latest_for(ids[source])
    # It may have been graded already, with another version.
    if there is None or there.rubric_version != written["version"]:
        grade(workspace, clock, ids[source], {**review, "version": written["version"]})


def _by_source(reviewer: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {review["of"]: review for review in reviewer["reviews"]}


@contextmanager
def _colleague(reviewer: Mapping[str, Any], clock: Clock) -> Iterator[Seat]:
    with (
        TemporaryDirectory(prefix="qa-calibration-") as folder,
        open_workspace(Path(folder) / "workspace", clock=clock, create=True) as workspace,
    ):
        name = reviewer["reviewer"]
        yield Seat(
            name=name,
            workspace=workspace,
            clock=clock,
            desk=_desk(workspace, clock, name),
            written=_by_source(reviewer),
        )


def _desk(workspace: Workspace, clock: Clock, name: str) -> CalibrationDesk:
    return CalibrationDesk(
        workspace,
        clock,
        name,
        interactions=InteractionStore(workspace.database, clock, name),
        reviews=ReviewStore(workspace.database, clock, name),
        rubrics=RubricStore(workspace.database, clock, name),
    )


def _acquaint(seats: Sequence[Seat], share: Path) -> None:
    """Everybody compared everybody's code."""
    for seat in seats:
        seat.desk.hand_in_card(share)
    for seat in seats:
        seat.desk.look_for_cards(share)
        for other in seats:
            if other is not seat:
                seat.desk.trust(other.desk.identity().fingerprint)
