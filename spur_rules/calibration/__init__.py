"""Many reviews of the same cases by several raters: what they saw apart, and what they judged."""
