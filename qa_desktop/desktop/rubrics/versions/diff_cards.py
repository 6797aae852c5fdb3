"""What changed between two versions as rows to read: one card a kind of change."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.rubrics.versions.marked_text import marked_label
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.diff import Change, ChangeKind, ShareChange
from qa_desktop.rubrics.diff_words import DiffWords
from qa_desktop.rubrics.word_marks import Mark, word_marks

translate = QCoreApplication.translate

_TOP = Qt.AlignmentFlag.AlignTop
_OLD, _NEW = 0, 1


def change_card(
    theme: Theme, say: DiffWords, kind: ChangeKind, changes: Sequence[Change]
) -> QWidget:
    """All of one kind; those of one part of the rubric stand together under its name."""
    card = Card()
    card.body.addWidget(make_label("title", say.heading(kind)))
    subject = ""
    for change in changes:
        words = say.words(change)
        if words.subject != subject:
            subject = words.subject
            role = "heading" if words.field else ""
            card.body.addWidget(make_label(role, subject, wrap=True))
        if words.field:
            card.body.addWidget(_change(theme, say, change))
    return card


def _change(theme: Theme, say: DiffWords, change: Change) -> QWidget:
    words = say.words(change)
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(tokens.WIDE, 0, 0, tokens.TIGHT)
    column.setSpacing(tokens.TIGHT)
    field = words.field
    if change.kind is ChangeKind.REWORDED:
        column.addWidget(make_label("small", field, wrap=True))
        column.addLayout(_side_by_side(theme, words.old or "", words.new or ""))
        return row
    nothing = translate("RubricDiff", "nothing")
    told = translate("RubricDiff", "{0}: {1} → {2}").format(
        field, words.old or nothing, words.new or nothing
    )
    column.addWidget(make_label("", told, wrap=True))
    if change.old_share is not None or change.new_share is not None:
        shares = say.shares(change.old_share, change.new_share)
        column.addWidget(make_label("small", shares, wrap=True))
    return row


def _side_by_side(theme: Theme, old: str, new: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(tokens.WIDE)
    grid.setVerticalSpacing(tokens.TIGHT)
    pieces = word_marks(old, new)
    heads = translate("RubricDiff", "Before"), translate("RubricDiff", "Now")
    for place, head, text, mark in (
        (_OLD, heads[0], old, Mark.GONE),
        (_NEW, heads[1], new, Mark.NEW),
    ):
        grid.setColumnStretch(place, 1)
        grid.addWidget(make_label("small", head), 0, place)
        if text:
            said: QWidget = marked_label(theme, pieces, mark)
        else:
            said = make_label("muted", translate("RubricDiff", "nothing"))
        grid.addWidget(said, 1, place, _TOP)
    return grid


def share_card(say: DiffWords, changes: Sequence[ShareChange]) -> QWidget:
    """What each section and item comes to in the whole form."""
    card = Card()
    title = translate("RubricDiff", "Share of the whole form")
    card.body.addWidget(make_label("title", title))
    grid = QGridLayout()
    grid.setHorizontalSpacing(tokens.WIDE)
    grid.setVerticalSpacing(tokens.TIGHT)
    grid.setColumnStretch(0, 1)
    heads = translate("RubricDiff", "Before"), translate("RubricDiff", "Now")
    for place, head in enumerate(heads, start=1):
        grid.addWidget(make_label("small", head), 0, place, Qt.AlignmentFlag.AlignRight)
    for row, change in enumerate(changes, start=1):
        is_section = change.what == "section"
        role = "heading" if is_section else ""
        title_label = make_label(role, change.title.to(say.language), wrap=True)
        title_label.setContentsMargins(0 if is_section else tokens.WIDE, 0, 0, 0)
        grid.addWidget(title_label, row, 0)
        for place, share in enumerate((change.old, change.new), start=1):
            figure = make_label(role, say.share(share))
            grid.addWidget(figure, row, place, Qt.AlignmentFlag.AlignRight | _TOP)
    card.body.addLayout(grid)
    return card
