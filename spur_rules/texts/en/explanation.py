"""Why a grade is what it is, and what would change it."""

PHRASES: dict[str, str] = {}
