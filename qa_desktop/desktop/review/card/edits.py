"""What a reviewer's single actions make of a draft: each gives the next frozen draft."""

from dataclasses import replace

from qa_desktop.reviews.model import Comment, Draft, Entry
from qa_desktop.rubrics.model import Answer

EMPTY = Entry()


def entry_of(draft: Draft, item_id: str) -> Entry:
    return draft.entries.get(item_id, EMPTY)


def with_entry(draft: Draft, item_id: str, entry: Entry) -> Draft:
    """An entry that says nothing is taken out, so that equal drafts compare equal."""
    entries = {key: value for key, value in draft.entries.items() if key != item_id}
    if entry != EMPTY:
        entries[item_id] = entry
    return replace(draft, entries=entries)


def with_answer(
    draft: Draft, item_id: str, answer: Answer | None, marks_ms: tuple[int, int] | None = None
) -> Draft:
    """`marks_ms` stay only with the value that was measured from them."""
    entry = replace(entry_of(draft, item_id), answer=answer, marks_ms=marks_ms)
    return with_entry(draft, item_id, entry)


def with_option_toggled(draft: Draft, item_id: str, option_id: str) -> Draft:
    """Of a multi item. Taking the last one off leaves "none of these", which is an answer."""
    answer = entry_of(draft, item_id).answer
    chosen = answer.values if answer is not None and answer.values is not None else ()
    if option_id in chosen:
        values = tuple(value for value in chosen if value != option_id)
    else:
        values = (*chosen, option_id)
    return with_answer(draft, item_id, Answer(values=values))


def with_item_comment(draft: Draft, item_id: str, comment: str) -> Draft:
    return with_entry(draft, item_id, replace(entry_of(draft, item_id), comment=comment))


def with_reason_toggled(draft: Draft, item_id: str, reason_id: str) -> Draft:
    entry = entry_of(draft, item_id)
    if reason_id in entry.reasons:
        reasons = tuple(reason for reason in entry.reasons if reason != reason_id)
    else:
        reasons = (*entry.reasons, reason_id)
    return with_entry(draft, item_id, replace(entry, reasons=reasons))


def with_adjustment(draft: Draft, adjustment_id: str, times: int) -> Draft:
    adjustments = {k: v for k, v in draft.adjustments.items() if k != adjustment_id}
    if times > 0:
        adjustments[adjustment_id] = times
    return replace(draft, adjustments=adjustments)


def with_comment(draft: Draft, comment: Comment) -> Draft:
    """Puts it in, or in the place of the one with its id."""
    if any(known.id == comment.id for known in draft.comments):
        comments = tuple(comment if c.id == comment.id else c for c in draft.comments)
    else:
        comments = (*draft.comments, comment)
    return replace(draft, comments=comments)


def without_comment(draft: Draft, comment_id: str) -> Draft:
    return replace(draft, comments=tuple(c for c in draft.comments if c.id != comment_id))
