"""Proofs by enumeration: what holds for every combination of answers, not for a sample."""
