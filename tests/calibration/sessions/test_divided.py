"""Which interactions divided people: those of revealed sessions that were led here, worst first."""

from qa_desktop.calibration.sessions.divided import by_interaction, divided_before


def finish(team, session_id: str) -> None:
    team.lead.desk.collect(session_id)
    team.lead.desk.close(session_id)
    team.lead.desk.deliver()
    team.lead.desk.reveal(session_id)
    team.lead.desk.deliver()
    for one in team.others:
        one.desk.look_in(team.share)


def test_the_most_divided_come_first_and_unanimous_ones_not_at_all(team) -> None:
    session = team.invite(interactions=3)
    team.join()
    # All alike on the first, one item of two on the second, none on the third.
    given = {"Lin": ([3, 3], [3, 3], [1, 1]), "Anna": ([3, 3], [3, 4], [2, 2])}
    given["Bo"] = ([3, 3], [3, 5], [3, 3])
    for one in team.all:
        mine = one.desk.session(session.id)
        for interaction, values in zip(mine.interactions, given[one.name], strict=True):
            one.grade(interaction, values, session=mine)
        one.desk.submit(session.id)
        one.desk.deliver()
    assert divided_before(team.lead.desk) == ()
    finish(team, session.id)
    found = divided_before(team.lead.desk)
    origins = team.lead.desk.origins(session.id)
    assert [each.interaction_id for each in found] == [
        *(origins["chat-3"][0], origins["chat-2"][0]),
    ]
    assert [each.alike_pct for each in found] == [0, 50]
    assert {each.answers for each in found} == {6}
    assert by_interaction(found)[origins["chat-2"][0]].session_title == "November"
    # Whoever only took part does not know which interactions they were.
    assert divided_before(team.others[0].desk) == ()
