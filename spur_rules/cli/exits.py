"""Exit codes. FINDINGS: nothing is wrong with the input, but something is to be looked at."""

GRADED, FINDINGS, BAD_INPUT, UNDECIDED, INTERRUPTED = 0, 1, 2, 3, 130
