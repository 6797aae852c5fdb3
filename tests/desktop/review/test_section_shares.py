"""What the sections' heads say they weigh."""

from qa_desktop.desktop.review.presenter import ReviewPresenter


def test_one_answered_section_does_not_count_for_all(presenter: ReviewPresenter) -> None:
    state = presenter.choose("greeting", "5")
    assert [section.weight for section in state.sections] == ["40", "60"]
