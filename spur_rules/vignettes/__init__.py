"""Made-up cases near a chosen boundary between two grades, with their answer key."""
