"""Cases that a person wrote, run against the rules, and what of the rules they show."""
