"""New files and new rows, written for a person to go on with."""
