"""A workshop in words and JSON, and its minutes."""
