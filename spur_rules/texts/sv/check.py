"""Given grades held against suggested ones."""

PHRASES: dict[str, str] = {}
