"""The engines: the same rulebook, run in different ways that must agree."""
