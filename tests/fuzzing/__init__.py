"""Arbitrary bytes and data into what reads files: a value or an InputError, nothing else."""
