"""Rulings: kept with their history, found in both languages, never lost while they are typed."""

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import Ruling
from qa_desktop.calibration.rulings.rulings_store import RulingStore
from qa_desktop.database.audit import verify
from qa_desktop.database.connection import Database


def made(
    store: RulingStore, text: str = "Silence over 5 s is at most 3.", **other: object
) -> Ruling:
    given: dict[str, object] = {
        "rubric_id": "service",
        "rubric_version": 1,
        "item_id": "greeting",
        "text": text,
        "tags": ("Silence", " silence", "hold  time", ""),
    }
    return store.add(**{**given, **other})  # type: ignore[arg-type]  # given as keywords


def test_a_ruling_is_kept_as_it_was_made(rulings: RulingStore, session_row: str) -> None:
    ruling = made(rulings, session_id=session_row, pseudonym="call-2", answer={"value": 3})
    assert rulings.get(ruling.id) == ruling
    assert ruling.tags == ("Silence", "hold time")
    assert (ruling.ruled_by, ruling.answer, ruling.pseudonym) == ("Lena", {"value": 3}, "call-2")
    assert rulings.of_session(session_row) == (ruling,)


def test_edits_and_withdrawals_are_in_its_history(rulings: RulingStore, database: Database) -> None:
    ruling = made(rulings)
    rulings.edit(ruling.id, text="At most 2.", tags=ruling.tags)
    rulings.edit(ruling.id, text=" At most 2. ", tags=ruling.tags)
    assert rulings.withdraw(ruling.id).withdrawn_at is not None
    rulings.withdraw(ruling.id)
    assert rulings.search() == ()
    assert rulings.search(withdrawn=True)[0].text == "At most 2."
    assert rulings.bring_back(ruling.id).withdrawn_at is None
    history = rulings.history(ruling.id)
    assert [change.what for change in history] == ["made", "edited", "withdrawn", "brought_back"]
    assert [change.text for change in history[:2]] == [
        "Silence over 5 s is at most 3.",
        "At most 2.",
    ]
    assert verify(database) == ()


def test_search_knows_both_languages_of_item_and_rubric(rulings: RulingStore) -> None:
    spoken = made(rulings)
    chinese = made(rulings, "静默超过五秒最多三分", item_id="identity", tags=("静默",))
    assert rulings.search("SILENCE at") == (spoken,)
    assert rulings.search("静默 五秒") == (chinese,)
    # The names of the item and of the rubric, in the language that the ruling is not written in.
    assert rulings.search("问候") == (spoken,)
    assert rulings.search("identity verified") == (chinese,)
    assert rulings.search("客服通话") == (chinese, spoken)
    # Full-width forms are the same letters.
    assert rulings.search("ｓｉｌｅｎｃｅ") == (spoken,)
    assert rulings.search("silence banana") == ()
    assert rulings.search(tag="静默") == (chinese,)
    assert rulings.for_item("service", "greeting") == (spoken,)
    assert rulings.search("silence", rubric_id="other") == ()
    assert rulings.tags() == ("Silence", "hold time", "静默")


def test_rulings_of_a_rubric_that_is_not_here_are_found_by_their_own_words(
    rulings: RulingStore,
) -> None:
    ruling = made(rulings, rubric_id="elsewhere", rubric_version=4)
    assert rulings.search("silence over") == (ruling,)
    assert rulings.search("greeting") == (ruling,)


def test_nothing_said_is_no_ruling(rulings: RulingStore) -> None:
    for text in ("", "  \n"):
        with pytest.raises(ProblemError) as caught:
            made(rulings, text)
        assert caught.value.problems[0].code == "rulings.empty"
    assert made(rulings, "", answer={"na": True}).text == ""
    for call in (rulings.get, rulings.withdraw):
        with pytest.raises(ProblemError) as caught:
            call("nobody")
        assert caught.value.problems[0].code == "rulings.gone"


def test_what_is_typed_is_kept_until_it_is_decided(rulings: RulingStore, session_row: str) -> None:
    rulings.keep_draft(session_row, "greeting", None, "Over 5 s", None)
    rulings.keep_draft(session_row, "greeting", "call-1", "", {"value": 3})
    rulings.keep_draft(session_row, "greeting", None, "Over 5 s is", {"value": 2})
    kept = {(one.item_id, one.pseudonym): one for one in rulings.drafts(session_row)}
    assert kept["greeting", None].text == "Over 5 s is"
    assert kept["greeting", None].answer == {"value": 2}
    assert kept["greeting", "call-1"].answer == {"value": 3}
    made(rulings, session_id=session_row)
    assert [one.pseudonym for one in rulings.drafts(session_row)] == ["call-1"]
    rulings.keep_draft(session_row, "greeting", "call-1", " ", None)
    assert rulings.drafts(session_row) == ()


def test_an_agreement_can_be_made_anew_and_taken_back(
    rulings: RulingStore, session_row: str
) -> None:
    assert rulings.agreed(session_row) is None
    rulings.agree_on(session_row, {"call-1": {"greeting": {"value": 3}}})
    rulings.agree_on(session_row, {"call-1": {"greeting": {"value": 4}}})
    agreed = rulings.agreed(session_row)
    assert agreed is not None
    assert (agreed.answers, agreed.agreed_by) == ({"call-1": {"greeting": {"value": 4}}}, "Lena")
    rulings.take_back_agreement(session_row)
    assert rulings.agreed(session_row) is None
