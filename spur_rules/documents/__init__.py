"""A suggestion as something to read: a text for the terminal, or data for other tools."""
