"""Two rulebooks held against each other: what changed, in words and in grades."""
