"""How a draft begins: empty, from another rubric, or as the next version of a published one."""

import re
from dataclasses import dataclass
from decimal import Decimal

from qa_desktop.desktop.rubrics.editor.presenter import EditorPresenter
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.draft_store import RubricDraft, RubricDraftStore
from qa_desktop.rubrics.ids import slug_of
from qa_desktop.rubrics.loader import read_yaml
from qa_desktop.rubrics.plain import plain_of
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.rubrics.tree import Table

_TOP_KEY = re.compile(r"(?m)^(?=[A-Za-z_])")
_ID = re.compile(r"(?m)^id:[ \t]*[\"']?([a-z0-9-]+)")

_EMPTY = """\
schema: qa-rubric/1
id: rubric
version: 1
title: {}
channels: [voice, chat, ticket]
languages: [zh-CN, en]
review_every: 90d

scoring:
  aggregation: sectioned
  na: exclude
  pass_mark: 80
  rounding: 2

grades:
  - {id: excellent, min: 90, title: {zh-CN: 优秀, en: Excellent}}
  - {id: qualified, min: 80, title: {zh-CN: 合格, en: Qualified}}
  - {id: improve, min: 0, title: {zh-CN: 待改进, en: Needs improvement}}

sections:
  - id: section-1
    title: {}
    weight: 100
    items:
      - id: item-1
        text: {}
        weight: 1
        answer:
          type: choice
          options:
            - {id: yes, title: {zh-CN: 是, en: Yes}, score: 1}
            - {id: no, title: {zh-CN: 否, en: No}, score: 0}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What a file says of itself at its head: enough for a list, and quickly read."""

    id: str
    version: str
    titles: dict[str, str]

    def title(self, language: str) -> str:
        return self.titles.get(language) or next(iter(self.titles.values()), "")


def sketch(text: str) -> Sketch:
    """Of any text; "" for what can't be read."""
    heads = {}
    for part in _TOP_KEY.split(text):
        key = part.partition(":")[0]
        if key in ("id", "version", "title") and key not in heads:
            heads[key] = part
    node, _ = read_yaml("".join(heads.values()), "") if heads else (None, [])
    data = plain_of(node) if isinstance(node, Table) else {}
    table = data if isinstance(data, dict) else {}
    title = table.get("title")
    titles = title if isinstance(title, dict) else {"": title}
    said = {key: text for key, text in titles.items() if isinstance(text, str) and text}
    version = table.get("version")
    return Sketch(
        id=str(table.get("id") or ""),
        version=str(version) if isinstance(version, Decimal) else "",
        titles=said,
    )


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Makes drafts and what edits them; each call reads whole files, so off the window's thread."""

    drafts: RubricDraftStore
    published: RubricStore
    language: str

    def empty(self) -> EditorPresenter:
        known = {rubric.id for rubric in self.published.all()}
        text = _EMPTY.replace("\nid: rubric\n", f"\nid: {_unlike('rubric', known)}\n")
        return self._open(self.drafts.create(text))

    def copy_of(self, text: str) -> EditorPresenter:
        """Of a file that ships or is published. Where its id is taken it gets one of its own."""
        found = _ID.search(text)
        name = found[1] if found else "rubric"
        document = Document.of(text)
        if self.published.hashes(name):
            known = {rubric.id for rubric in self.published.all()} | {name}
            document = document.put(("id",), _unlike(name, known))
        document = document.put(("version",), Decimal(1))
        return self._open(self.drafts.create(document.text))

    def next_version(self, rubric_id: str, version: int) -> EditorPresenter:
        """The draft that was opened from it before, else a new one."""
        for draft in self.drafts.all():
            if draft.based_on == (rubric_id, version):
                return self._open(draft)
        text = self.published.source(rubric_id, version)
        newest = max(number for number, _ in self.published.hashes(rubric_id))
        document = Document.of(text).put(("version",), Decimal(newest + 1))
        return self._open(self.drafts.create(document.text, (rubric_id, version)))

    def go_on(self, draft_id: str) -> EditorPresenter:
        """Raises ProblemError where it is not open any more."""
        return self._open(self.drafts.get(draft_id))

    def _open(self, draft: RubricDraft) -> EditorPresenter:
        return EditorPresenter(self.drafts, self.published, draft, self.language)


def _unlike(name: str, known: set[str]) -> str:
    stem = slug_of(name) or "rubric"
    number, found = 2, stem
    while found in known:
        found, number = f"{stem}-{number}", number + 1
    return found
