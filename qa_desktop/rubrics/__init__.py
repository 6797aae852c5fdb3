"""The scorecard: file format, versions, library and scoring."""
