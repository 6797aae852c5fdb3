"""Rulings of one session as they are typed, decided and proposed; without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_desktop.calibration.model import GradedSession, Ruling
from qa_desktop.calibration.rulings.consensus import agreed_answers, open_answers
from qa_desktop.calibration.rulings.guidance import (
    Proposal,
    language_of,
    next_version,
    propose,
    take_back,
)
from qa_desktop.calibration.rulings.model import RulingDraft
from qa_desktop.calibration.rulings.rulings_store import RulingStore
from qa_desktop.rubrics.draft_store import RubricDraftStore
from qa_desktop.rubrics.given import answer_from_json, answer_to_json
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.store import RubricStore


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingState:
    """About one item, or (`pseudonym`) one interaction of it: what is typed now, and the ruling
    that is in force. `unsaved`: something is typed that is not decided."""

    item_id: str
    pseudonym: str | None
    text: str = ""
    answer: Answer | None = None
    tags: tuple[str, ...] = ()
    ruling: Ruling | None = None
    unsaved: bool = False
    precedents: int = 0


class RulingDesk:
    """One ruling an item and interaction of the session; what is typed is on disk at once.

    Every call may raise ProblemError.
    """

    def __init__(
        self,
        graded: GradedSession,
        rulings: RulingStore,
        drafts: RubricDraftStore,
        rubrics: RubricStore,
    ) -> None:
        self.graded = graded
        self._rulings = rulings
        self._drafts = drafts
        self._rubrics = rubrics
        self.next_version = next_version(rubrics, drafts, graded.rubric.id)

    @property
    def _session_id(self) -> str:
        return self.graded.session.id

    def made(self) -> tuple[Ruling, ...]:
        """Those of the session, in the order they were made."""
        return self._rulings.of_session(self._session_id)

    def state(self, item_id: str, pseudonym: str | None = None) -> RulingState:
        ruling = self._ruling(item_id, pseudonym)
        draft = self._draft(item_id, pseudonym)
        others = [
            one
            for one in self._rulings.for_item(self.graded.rubric.id, item_id)
            if one.session_id != self._session_id
        ]
        saved = ruling if ruling is not None else None
        answer = draft.answer if draft is not None else (saved.answer if saved else None)
        return RulingState(
            item_id=item_id,
            pseudonym=pseudonym,
            text=draft.text if draft is not None else (saved.text if saved else ""),
            answer=None if answer is None else answer_from_json(dict(answer)),
            tags=saved.tags if saved else (),
            ruling=ruling,
            unsaved=draft is not None,
            precedents=len(others),
        )

    def _ruling(self, item_id: str, pseudonym: str | None) -> Ruling | None:
        found = [one for one in self.made() if (one.item_id, one.pseudonym) == (item_id, pseudonym)]
        return found[-1] if found else None

    def _draft(self, item_id: str, pseudonym: str | None) -> RulingDraft | None:
        for one in self._rulings.drafts(self._session_id):
            if (one.item_id, one.pseudonym) == (item_id, pseudonym):
                return one
        return None

    def typed(
        self, item_id: str, pseudonym: str | None, text: str, answer: Answer | None
    ) -> RulingState:
        """Keeps what is typed and chosen; as the ruling has it, nothing is left to keep."""
        ruling = self._ruling(item_id, pseudonym)
        said = None if answer is None else answer_to_json(answer)
        same = ruling is not None and (text.strip(), said) == (ruling.text, ruling.answer)
        self._rulings.keep_draft(
            self._session_id, item_id, pseudonym, "" if same else text, None if same else said
        )
        return self.state(item_id, pseudonym)

    def decide(
        self,
        item_id: str,
        pseudonym: str | None,
        text: str,
        answer: Answer | None,
        tags: tuple[str, ...] = (),
    ) -> RulingState:
        """Makes it the ruling, or edits the one there is."""
        said = None if answer is None else answer_to_json(answer)
        ruling = self._ruling(item_id, pseudonym)
        if ruling is None:
            self._rulings.add(
                session_id=self._session_id,
                rubric_id=self.graded.rubric.id,
                rubric_version=self.graded.rubric.version,
                item_id=item_id,
                pseudonym=pseudonym,
                text=text,
                answer=said,
                tags=tags,
            )
        else:
            self._rulings.edit(ruling.id, text=text, answer=said, tags=tags)
            self._rulings.keep_draft(self._session_id, item_id, pseudonym, "", None)
        return self.state(item_id, pseudonym)

    def withdraw(self, ruling_id: str) -> Ruling:
        return self._rulings.withdraw(ruling_id)

    def bring_back(self, ruling_id: str) -> Ruling:
        return self._rulings.bring_back(ruling_id)

    # Into the rubric

    def texts_for(self, ruling: Ruling, usual: str) -> dict[str, str]:
        """The ruling's text in the language it seems to be in, the others still empty."""
        languages = self.graded.rubric.languages
        written = language_of(ruling.text, languages, usual)
        return {language: ruling.text if language == written else "" for language in languages}

    def propose(self, ruling: Ruling, texts: Mapping[str, str]) -> Proposal:
        """Reads whole files: off the window's thread."""
        return propose(self._rulings, self._drafts, self._rubrics, ruling, texts)

    def take_back(self, proposal: Proposal) -> Ruling:
        return take_back(self._rulings, self._drafts, proposal)

    def look_up_version(self) -> int | None:
        """Which version a proposal would go into, as it is now."""
        self.next_version = next_version(self._rubrics, self._drafts, self.graded.rubric.id)
        return self.next_version

    # The agreed answers as the reference

    def agree(self) -> tuple[tuple[str, str], ...]:
        """The agreed answers become the session's reference; gives those that are open still."""
        answers = agreed_answers(self.graded, self.made())
        self._rulings.agree_on(self._session_id, answers)
        return open_answers(self.graded, answers)

    def disagree(self) -> None:
        """The reference is again the one that the session began with."""
        self._rulings.take_back_agreement(self._session_id)
