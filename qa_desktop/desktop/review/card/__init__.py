"""The scorecard and its score."""
