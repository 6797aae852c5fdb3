"""What every room stands on: ids, clock, problems, progress, settings, resources."""
