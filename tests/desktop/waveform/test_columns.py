"""Pixel columns tell exactly what the samples under them hold."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from qa_desktop.audio.peaks import Peaks
from qa_desktop.desktop.waveform.columns import Samples, from_peaks, from_samples, loudest

PER_COLUMN = 800.0


def test_columns_hold_the_extremes_of_their_samples(pcm: NDArray[np.int16], peaks: Peaks) -> None:
    columns = from_peaks(peaks, 0, 90, 120, PER_COLUMN)
    for index, column in enumerate(range(90, 210)):
        # A cell may reach over a column's edge: the columns beside it are allowed for.
        around = pcm[0, max(column - 1, 0) * 800 : (column + 2) * 800] / 32768
        exact = pcm[0, column * 800 : (column + 1) * 800] / 32768
        assert around.min() <= columns.low[index] <= exact.min() + 1e-6
        assert exact.max() - 1e-6 <= columns.high[index] <= around.max()


def test_each_channel_has_its_own(peaks: Peaks) -> None:
    # Cells of 8 ms reach over the ends of speech into columns 610 and 500.
    agent = from_peaks(peaks, 0, 0, 1000, PER_COLUMN)
    customer = from_peaks(peaks, 1, 0, 1000, PER_COLUMN)
    assert np.flatnonzero(agent.high > 0.1).tolist() == [*range(100, 200), *range(600, 611)]
    assert np.flatnonzero(customer.high > 0.1).tolist() == list(range(400, 501))
    assert abs(loudest(peaks) - 24_000 / 32768) < 0.001


def test_loudness_lies_within_the_peaks(peaks: Peaks) -> None:
    columns = from_peaks(peaks, 0, 110, 50, PER_COLUMN)
    np.testing.assert_allclose(columns.rms, columns.high / np.sqrt(2), rtol=0.05)


def test_past_the_end_there_is_nothing(peaks: Peaks) -> None:
    columns = from_peaks(peaks, 0, 990, 20, PER_COLUMN)
    assert not np.isnan(columns.low[:10]).any()
    assert np.isnan(columns.low[10:]).all()
    assert np.isnan(from_peaks(peaks, 0, 5000, 20, PER_COLUMN).high).all()


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 1000), st.floats(0.05, 100_000), st.integers(1, 300))
def test_any_zoom_and_place_can_be_reduced(
    peaks: Peaks, first: int, per_column: float, count: int
) -> None:
    columns = from_peaks(peaks, 1, first, count, per_column)
    drawn = ~np.isnan(columns.low)
    assert (columns.low[drawn] <= columns.high[drawn]).all()
    # What is drawn is one stretch from the left.
    assert drawn.tolist() == sorted(drawn.tolist(), reverse=True)


def test_single_samples_make_an_unbroken_line(pcm: NDArray[np.int16]) -> None:
    samples = Samples(80_000, 8000, pcm[:, 80_000:100_000])
    for per_column in (0.1, 0.7, 1.0, 3.3, 40.0):
        columns = from_samples(samples, 0, int(81_000 / per_column), 256, per_column)
        assert not np.isnan(columns.low).any()
        assert (columns.low[1:] <= columns.high[:-1] + 1e-6).all()
        assert (columns.high[1:] >= columns.low[:-1] - 1e-6).all()


def test_samples_not_read_are_not_made_up(pcm: NDArray[np.int16]) -> None:
    samples = Samples(80_000, 8000, pcm[:, 80_000:80_100])
    columns = from_samples(samples, 0, 79_990, 20, 1.0)
    assert np.isnan(columns.low[:10]).all()
    assert not np.isnan(columns.low[10:]).any()
    assert np.isnan(from_samples(samples, 0, 0, 5, 1.0).low).all()
