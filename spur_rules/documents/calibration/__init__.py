"""A calibration in words, pictures, JSON and CSV."""
