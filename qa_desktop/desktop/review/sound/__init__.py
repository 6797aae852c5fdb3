"""A call's sound beside the scorecard."""
