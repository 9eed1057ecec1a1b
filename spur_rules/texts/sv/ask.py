"""The questions that `ask` puts."""

PHRASES: dict[str, str] = {}
