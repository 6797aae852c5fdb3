"""What comes next in the list after a submission."""

from qa_desktop.desktop.interactions.presenter import InteractionsPresenter
from qa_desktop.desktop.services import Services
from qa_desktop.reviews.listing_store import ListingRow


def rows_of(presenter: InteractionsPresenter) -> list[ListingRow]:
    return presenter.rows(0, 50)


def test_the_next_ungraded_row_in_the_lists_order(demo_services: Services) -> None:
    presenter = InteractionsPresenter(demo_services.listing)
    rows = rows_of(presenter)
    ungraded = [n for n, row in enumerate(rows) if row.review_state == "ungraded"]
    assert 1 < len(ungraded) < len(rows)
    first, second = ungraded[0], ungraded[1]
    found = presenter.next_to_grade(first, but=rows[first].interaction.id)
    assert found == (second, rows[second].interaction.id)


def test_round_the_end_and_never_the_one_that_was_just_graded(demo_services: Services) -> None:
    presenter = InteractionsPresenter(demo_services.listing)
    rows = rows_of(presenter)
    ungraded = [row.interaction.id for row in rows if row.review_state == "ungraded"]
    found = presenter.next_to_grade(len(rows) - 1, but=rows[-1].interaction.id)
    assert found is not None
    assert found[1] in ungraded
    presenter.choose("kinds", ("ticket",))
    (only,) = rows_of(presenter)
    assert presenter.next_to_grade(0, but=only.interaction.id) is None


def test_drafts_wait_unless_the_list_is_one_of_drafts(demo_services: Services) -> None:
    presenter = InteractionsPresenter(demo_services.listing)
    draft = next(row for row in rows_of(presenter) if row.review_state == "draft")
    walked: list[str] = []
    row, but = 0, ""
    for _ in range(8):
        found = presenter.next_to_grade(row, but=but)
        assert found is not None
        row, but = found
        walked.append(but)
    assert draft.interaction.id not in walked
    presenter.choose("review_states", ("draft",))
    assert presenter.next_to_grade(0, but="") == (0, draft.interaction.id)
