"""Preview, save and print of feedback sheets."""
