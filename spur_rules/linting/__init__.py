"""Findings about a catalog and a ruleset: what is allowed, but hardly meant."""
