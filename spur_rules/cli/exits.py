"""Exit codes. 1 is kept for the findings of `check`."""

GRADED, BAD_INPUT, UNDECIDED, INTERRUPTED = 0, 2, 3, 130
