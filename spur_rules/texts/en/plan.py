"""Action plans, corrections and grades that were adjusted."""

PHRASES: dict[str, str] = {}
