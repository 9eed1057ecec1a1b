"""A workshop killed at random moments: no event that was acknowledged is lost."""
