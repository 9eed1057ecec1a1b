"""Given grades and answers held against each other and against the suggestion."""
