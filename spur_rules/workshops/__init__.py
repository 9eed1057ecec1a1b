"""A calibration workshop: scored alone, revealed, talked over, scored again, decided."""
