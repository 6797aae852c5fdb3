"""Sessions from the invitation to the reveal, in three workspaces that share only a folder."""

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import Mode, SessionState


def codes(error: pytest.ExceptionInfo[ProblemError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def finish(team, session_id: str) -> None:
    team.lead.desk.collect(session_id)
    team.lead.desk.close(session_id)
    team.lead.desk.deliver()
    for one in team.others:
        one.desk.look_in(team.share)
        one.desk.deliver()
    team.lead.desk.collect(session_id)
    team.lead.desk.reveal(session_id)
    team.lead.desk.deliver()
    for one in team.others:
        one.desk.look_in(team.share)


@pytest.mark.parametrize("mode", Mode)
def test_everybody_ends_with_the_same_graded_session(team, mode: Mode) -> None:
    session = team.invite(mode=mode)
    team.join()
    assert [one.desk.session(session.id).role.value for one in team.all] == [
        *("lead", "participant", "participant"),
    ]
    team.grade(session.id)
    finish(team, session.id)
    graded = [one.desk.graded(session.id) for one in team.all]
    assert len(graded[0].gradings) == 3 * 2
    for other in graded[1:]:
        assert other.gradings == graded[0].gradings
        assert other.rubric.content_hash == graded[0].rubric.content_hash
    for one in team.all:
        assert one.desk.session(session.id).state is SessionState.REVEALED
        check = one.desk.check_session(session.id)
        assert (check.submissions, check.participants, check.own) == (6, 3, 2)
        assert not check.not_counted
