"""A ruling put into the guidance of the rubric's next version, and taken out again."""

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import Ruling
from qa_desktop.calibration.rulings.guidance import (
    language_of,
    next_version,
    propose,
    take_back,
    with_guidance,
)
from qa_desktop.calibration.rulings.rulings_store import RulingStore
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.draft_publishing import publish_draft
from qa_desktop.rubrics.draft_store import RubricDraftStore
from qa_desktop.rubrics.store import RubricStore

BOTH = {"en": "Silence over 5 s is at most 3.", "zh-CN": "静默超过 5 秒最多 3 分。"}


@pytest.fixture
def source(rubrics: RubricStore) -> str:
    return rubrics.source("service", 1)


def ruled(rulings: RulingStore, item_id: str = "greeting") -> Ruling:
    return rulings.add(rubric_id="service", rubric_version=1, item_id=item_id, text=BOTH["en"])


def test_only_the_guidance_of_that_item_is_other(source: str) -> None:
    edited = with_guidance(Document.of(source), "greeting", BOTH)
    before, after = source.splitlines(), edited.text.splitlines()
    assert [line for line in before if line not in after] == [
        "        help: {zh-CN: 报出公司与姓名。, en: Says company and name.}"
    ]
    rubric = edited.rubric
    assert rubric is not None
    guidance = rubric.items()[0].help
    assert guidance is not None
    assert guidance.to("en") == f"Says company and name.\n{BOTH['en']}"
    assert guidance.to("zh-CN") == f"报出公司与姓名。\n{BOTH['zh-CN']}"
    # Once more is no more.
    assert with_guidance(edited, "greeting", BOTH).text == edited.text


def test_an_item_without_guidance_gets_it(source: str) -> None:
    rubric = with_guidance(Document.of(source), "identity", BOTH).rubric
    assert rubric is not None
    assert rubric.items()[1].help is not None
    assert dict(rubric.items()[1].help.by_language) == BOTH


def test_one_text_for_all_becomes_one_for_each_language(source: str) -> None:
    rubric = with_guidance(Document.of(source), "tone", BOTH).rubric
    assert rubric is not None
    assert rubric.items()[2].help is not None
    assert dict(rubric.items()[2].help.by_language) == {
        language: f"One text for all.\n{text}" for language, text in BOTH.items()
    }


def test_a_draft_of_the_newest_version_is_begun_and_the_missing_language_marked(
    rulings: RulingStore, drafts: RubricDraftStore, rubrics: RubricStore
) -> None:
    assert next_version(rubrics, drafts, "service") == 2
    proposal = propose(rulings, drafts, rubrics, ruled(rulings), {"en": BOTH["en"], "zh-CN": " "})
    assert (proposal.began, proposal.version, proposal.untranslated) == (True, 2, ("zh-CN",))
    assert proposal.ruling.proposed_draft == proposal.draft.id
    published = publish_draft(drafts, rubrics, proposal.draft.id)
    guidance = published.items()[0].help
    assert guidance is not None
    assert guidance.to("zh-CN") == f"报出公司与姓名。\n【待译】{BOTH['en']}"
    assert "# asked of every call" in rubrics.source("service", 2)


def test_the_open_draft_takes_it_and_gives_it_back(
    rulings: RulingStore, drafts: RubricDraftStore, rubrics: RubricStore, source: str
) -> None:
    text = source.replace("version: 1", "version: 7")
    draft = drafts.create(text, ("service", 1))
    drafts.create(source.replace("id: service", "id: other"), ("other", 1))
    first = propose(rulings, drafts, rubrics, ruled(rulings), BOTH)
    second = propose(rulings, drafts, rubrics, ruled(rulings, "identity"), BOTH)
    assert (first.draft.id, second.draft.id) == (draft.id, draft.id)
    assert (first.began, first.version, first.untranslated) == (False, 7, ())
    # Only the newest can be taken back by itself: the other was followed by an edit.
    with pytest.raises(ProblemError) as caught:
        take_back(rulings, drafts, first)
    assert caught.value.problems[0].code == "rulings.draft_went_on"
    assert take_back(rulings, drafts, second).proposed_draft is None
    assert take_back(rulings, drafts, first).proposed_draft is None
    assert drafts.get(draft.id).text == text


def test_a_draft_that_was_made_for_it_goes_when_it_is_taken_back(
    rulings: RulingStore, drafts: RubricDraftStore, rubrics: RubricStore
) -> None:
    proposal = propose(rulings, drafts, rubrics, ruled(rulings), BOTH)
    take_back(rulings, drafts, proposal)
    assert drafts.all() == ()


def test_what_stands_against_it_is_said_and_nothing_is_changed(
    rulings: RulingStore, drafts: RubricDraftStore, rubrics: RubricStore, source: str
) -> None:
    nowhere = rulings.add(rubric_id="gone", rubric_version=1, item_id="x", text="Words")
    gone_item = rulings.add(rubric_id="service", rubric_version=1, item_id="old", text="Words")
    broken = ruled(rulings)
    for ruling, texts, code in (
        (nowhere, BOTH, "rulings.no_rubric"),
        (gone_item, BOTH, "rulings.no_item"),
        (broken, {"en": " "}, "rulings.empty"),
    ):
        with pytest.raises(ProblemError) as caught:
            propose(rulings, drafts, rubrics, ruling, texts)
        assert caught.value.problems[0].code == code
    assert drafts.all() == ()
    draft = drafts.create(source.replace("sections:", "sections: ["), ("service", 1))
    with pytest.raises(ProblemError):
        propose(rulings, drafts, rubrics, broken, BOTH)
    assert drafts.steps(draft.id) == ()
    assert rulings.get(broken.id).proposed_draft is None


def test_the_language_of_what_was_written() -> None:
    both = ("zh-CN", "en")
    assert language_of("静默 over 5 s", both, "en") == "zh-CN"
    assert language_of("Silence", both, "zh-CN") == "en"
    assert language_of("Silence", ("en", "de"), "de") == "de"
    assert language_of("Silence", ("zh-CN",), "zh-CN") == "zh-CN"
