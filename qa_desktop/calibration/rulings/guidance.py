"""Puts a ruling into an item's guidance: an edit of the rubric's draft that leaves all else."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.model import Ruling
from qa_desktop.calibration.rulings.rulings_store import RulingStore
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.draft_store import RubricDraft, RubricDraftStore
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.rubrics.tree import Path, path_text

# What stands before a text that is in another language than the one it is for.
TO_TRANSLATE = {"en": "[To translate] ", "zh-CN": "【待译】"}
_TO_TRANSLATE = "[To translate] "


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What `propose` did, for taking it back. `began`: the draft was made for it."""

    ruling: Ruling
    draft: RubricDraft
    label: str
    began: bool
    version: int | None
    # Languages in which the guidance now holds a text that is marked as not translated.
    untranslated: tuple[str, ...]


def language_of(text: str, languages: tuple[str, ...], usual: str) -> str:
    """The one of `languages` that the text seems to be in: Chinese where it has Chinese
    characters, else one that is not; `usual` where it can be that too."""
    chinese = any("\u3400" <= sign <= "\u9fff" for sign in text)
    fitting = [name for name in languages if name.startswith("zh") == chinese]
    if usual in fitting:
        return usual
    return fitting[0] if fitting else usual


def texts_in_all(
    texts: Mapping[str, str], languages: tuple[str, ...]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """A text for every language, and in which of them it is another's, marked as such.

    `texts` has at least one that is not empty.
    """
    given = {name: text.strip() for name, text in texts.items() if text.strip()}
    first = next(iter(given.values()))
    missing = tuple(name for name in languages if name not in given)
    marked = {name: TO_TRANSLATE.get(name, _TO_TRANSLATE) + first for name in missing}
    return {name: given.get(name) or marked[name] for name in languages}, missing


def with_guidance(document: Document, item_id: str, texts: Mapping[str, str]) -> Document:
    """The document with the texts (by language, see `texts_in_all`) as a new paragraph of the
    item's guidance; guidance that says it already in a language stays as it is there.

    Raises ProblemError rulings.no_item, and rubrics.edit_as_text.
    """
    path = (*_item_path(document, item_id), "help")
    old = document.get(path)
    if isinstance(old, Mapping):
        for language, text in texts.items():
            said = old.get(language)
            document = document.put((*path, language), _joined(said, text))
        return document
    if len(set(texts.values())) == 1 or len(texts) == 1:
        return document.put(path, _joined(old, next(iter(texts.values()))))
    return document.put(path, {name: _joined(old, text) for name, text in texts.items()})


def _joined(old: Plain, text: str) -> str:
    """A new paragraph; one line where there is nothing before."""
    if not isinstance(old, str) or not old.strip():
        return text
    return old if text in old else f"{old.rstrip()}\n{text}"


def _item_path(document: Document, item_id: str) -> Path:
    if document.data is None:
        raise ProblemError(Problem(code="rubrics.edit_as_text"))
    sections = document.get(("sections",))
    for place, section in enumerate(sections if isinstance(sections, list) else ()):
        items = section.get("items") if isinstance(section, dict) else None
        for number, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and item.get("id") == item_id:
                return ("sections", place, "items", number)
    raise ProblemError(Problem(code="rulings.no_item", values={"item": item_id}))


def next_version(rubrics: RubricStore, drafts: RubricDraftStore, rubric_id: str) -> int | None:
    """The version that a proposal would go into; None where an open draft names none."""
    draft = open_draft(drafts, rubric_id)
    if draft is None:
        known = [number for number, _ in rubrics.hashes(rubric_id)]
        return max(known) + 1 if known else None
    return _version(Document.of(draft.text))


def open_draft(drafts: RubricDraftStore, rubric_id: str) -> RubricDraft | None:
    """The rubric's draft that this person, else anybody, saved last."""
    for draft in drafts.all():
        if draft.based_on is not None and draft.based_on[0] == rubric_id:
            return draft
    return None


def propose(
    rulings: RulingStore,
    drafts: RubricDraftStore,
    rubrics: RubricStore,
    ruling: Ruling,
    texts: Mapping[str, str],
) -> Proposal:
    """Puts the texts into the item's guidance in the rubric's open draft, or in a new one of its
    newest version. Reads a whole file: off the window's thread.

    `texts` by language; a language of the rubric that has none gets another's, marked. Raises
    ProblemError rulings.empty, rulings.no_item, rulings.no_rubric, rubrics.edit_as_text.
    """
    if not any(text.strip() for text in texts.values()):
        raise ProblemError(Problem(code="rulings.empty"))
    rubric, began = _newest(rubrics, ruling.rubric_id), False
    draft = open_draft(drafts, ruling.rubric_id)
    if draft is None:
        source = rubrics.source(rubric.id, rubric.version)
        document = Document.of(source).put(("version",), Decimal(rubric.version + 1))
    else:
        document = Document.of(draft.text)
    every, untranslated = texts_in_all(texts, _languages(document, rubric))
    path = _item_path(document, ruling.item_id)
    edited = with_guidance(document, ruling.item_id, every)
    if draft is None:
        draft, began = drafts.create(document.text, (rubric.id, rubric.version)), True
    label = _label(rubric, ruling.item_id, path)
    draft = drafts.save(draft.id, edited.text, label)
    return Proposal(
        ruling=rulings.set_proposed(ruling.id, draft.id),
        draft=draft,
        label=label,
        began=began,
        version=_version(edited),
        untranslated=untranslated,
    )


def take_back(rulings: RulingStore, drafts: RubricDraftStore, proposal: Proposal) -> Ruling:
    """The draft as it was before, and away if it was made for the proposal.

    Raises ProblemError rulings.draft_went_on where it was edited since, rubrics.draft_gone.
    """
    draft = drafts.get(proposal.draft.id)
    if draft.text != proposal.draft.text or drafts.undo_label(draft.id) != proposal.label:
        raise ProblemError(Problem(code="rulings.draft_went_on"))
    drafts.undo(draft.id)
    if proposal.began:
        drafts.discard(draft.id)
    return rulings.set_proposed(proposal.ruling.id, None)


def _newest(rubrics: RubricStore, rubric_id: str) -> Rubric:
    known = [number for number, _ in rubrics.hashes(rubric_id)]
    if not known:
        raise ProblemError(Problem(code="rulings.no_rubric", values={"rubric": rubric_id}))
    return rubrics.get(rubric_id, max(known))


def _languages(document: Document, rubric: Rubric) -> tuple[str, ...]:
    named = document.get(("languages",))
    written = tuple(str(name) for name in named) if isinstance(named, list) else ()
    return written or rubric.languages


def _version(document: Document) -> int | None:
    version = document.get(("version",))
    return int(version) if isinstance(version, Decimal) else None


def _label(rubric: Rubric, item_id: str, path: Path) -> str:
    """As the editor labels the change of a text, so that its undo names it."""
    item = next((one for one in rubric.items() if one.id == item_id), None)
    name = item.text.to(rubric.languages[0]) if item is not None else item_id
    return "\t".join(("text", " ".join(name.split()), path_text((*path, "help"))))
