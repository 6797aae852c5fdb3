"""Preview of a calibration report, and its data as files."""
