"""Mistakes in the shipped catalog and rules, made by machine: lint, verify and test must notice."""
