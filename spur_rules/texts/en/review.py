"""The whole review, and hints about answers that do not fit together."""

PHRASES: dict[str, str] = {}
