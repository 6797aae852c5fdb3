"""Undo and redo against a simple model, with the program started anew in between."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from qa_desktop.base.clock import SteppingClock
from qa_desktop.database import search
from qa_desktop.database.connection import Database, open_database
from qa_desktop.reviews.draft_json import normalised
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer, Rubric

MOMENT = datetime(2026, 11, 2, 9, tzinfo=UTC)


class Undoing(RuleBasedStateMachine):
    """The model: a list of drafts, and where in it we are."""

    prepare: Callable[[Database], None]
    rubric: Rubric

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = SteppingClock(MOMENT, timedelta(milliseconds=1))
        self.open()
        self.prepare(self.database)
        self.review = self.reviews.start("call", self.rubric).id
        self.drafts: list[tuple[str, Draft]] = [("start", Draft())]
        self.at = 0
        self.steps = 0

    def open(self) -> None:
        self.database = open_database(self.folder / "qa.sqlite3")
        self.reviews = ReviewStore(self.database, self.clock, "a")

    def save(self, draft: Draft, code: str, *, merge: bool = False) -> None:
        self.reviews.save(self.review, draft, StepLabel(code=code), merge=merge)
        after = normalised(draft)
        if after == self.drafts[self.at][1]:
            return
        same = merge and self.at and self.at == len(self.drafts) - 1
        if same and self.drafts[self.at][0] == code:
            self.drafts[self.at] = (code, after)
            return
        self.drafts[self.at + 1 :] = [(code, after)]
        self.at += 1

    @property
    def now(self) -> Draft:
        return self.drafts[self.at][1]

    @rule(value=st.integers(1, 5))
    def answer(self, value: int) -> None:
        entries = {**self.now.entries, "greeting": Entry(answer=Answer(value=Fraction(value)))}
        self.save(replace(self.now, entries=entries), "answer")

    @rule()
    def clear_answers(self) -> None:
        self.save(replace(self.now, entries={}), "clear")

    @rule(start_ms=st.integers(0, 5), text=st.sampled_from(["退款", "refund", "ok"]))
    def comment(self, start_ms: int, text: str) -> None:
        self.steps += 1
        comment = Comment(
            id=f"c{self.steps}",
            kind=CommentKind.COACHING,
            text=text,
            created_at=MOMENT,
            start_ms=start_ms,
        )
        self.save(replace(self.now, comments=(*self.now.comments, comment)), "comment")

    @rule(data=st.data())
    def remove_comment(self, data: st.DataObject) -> None:
        if self.now.comments:
            gone = data.draw(st.sampled_from(self.now.comments))
            left = tuple(comment for comment in self.now.comments if comment != gone)
            self.save(replace(self.now, comments=left), "remove")

    @rule(text=st.sampled_from(["a", "ab", "abc"]))
    def type_summary(self, text: str) -> None:
        self.save(replace(self.now, summary=text), "summary", merge=True)

    @rule(times=st.integers(0, 2))
    def adjust(self, times: int) -> None:
        self.save(replace(self.now, adjustments={"extra": times}), "adjust")

    @rule()
    def undo(self) -> None:
        review = self.reviews.undo(self.review)
        assert (review is None) == (self.at == 0)
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self) -> None:
        review = self.reviews.redo(self.review)
        assert (review is None) == (self.at == len(self.drafts) - 1)
        self.at = min(self.at + 1, len(self.drafts) - 1)

    @rule()
    def start_the_program_anew(self) -> None:
        self.database.close()
        self.open()

    @invariant()
    def the_store_is_where_the_model_is(self) -> None:
        if not hasattr(self, "drafts"):
            return
        assert self.reviews.get(self.review).draft == self.now
        undo, redo = self.reviews.undo_label(self.review), self.reviews.redo_label(self.review)
        assert (undo and undo.code) == (self.drafts[self.at][0] if self.at else None)
        later = self.drafts[self.at + 1 : self.at + 2]
        assert (redo and redo.code) == (later[0][0] if later else None)

    @invariant()
    def what_can_be_found_is_what_is_said_now(self) -> None:
        if not hasattr(self, "drafts"):
            return
        for text in ("退款", "refund"):
            found = {hit.subject for hit in search.find(self.database, text)}
            said = {f"{self.review}:{c.id}" for c in self.now.comments if c.text == text}
            assert found == said

    def teardown(self) -> None:
        if hasattr(self, "drafts"):
            self.database.close()
            shutil.rmtree(self.folder)


def test_undo_and_redo(prepare: Callable[[Database], None], rubric: Rubric) -> None:
    machine = type("Machine", (Undoing,), {"prepare": staticmethod(prepare), "rubric": rubric})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=40, stateful_step_count=25, deadline=None)
    )
