"""The triangle under the playhead is whole wherever the playhead is seen."""

import pytest

from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.moving_layers import playhead_head


@pytest.mark.parametrize("x", [0.0, 3.0, 200.0, 397.0, 400.0])
def test_it_is_whole_and_touches_the_playhead(x: float) -> None:
    head = playhead_head(x, 400)
    assert head.width() == measures.PLAYHEAD_HEAD
    assert 0 <= head.left() <= x <= head.right() <= 400


@pytest.mark.parametrize("x", [-50.0, 450.0])
def test_it_goes_with_a_playhead_that_is_out_of_sight(x: float) -> None:
    head = playhead_head(x, 400)
    assert head.center().x() == x
