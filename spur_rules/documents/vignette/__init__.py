"""Made-up cases as files, and their answer key."""
