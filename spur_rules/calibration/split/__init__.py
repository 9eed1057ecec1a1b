"""Where raters differ: other ticks, or another judgement of the same ticks."""
