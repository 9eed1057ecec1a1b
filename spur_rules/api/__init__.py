"""The façade: what other tools import. Load, read, suggest, explain, check, regrade."""

from ..schema_files import schema
from .explaining import agreement, check, derive, explain, hints, sensitivity, summarise, sweep
from .grading import grader, regrade, suggest
from .linting import lint
from .reading import (
    load_rulebook,
    plan_of_corrections,
    read_checklist,
    read_folder,
    read_plan,
    read_policy,
)

__all__ = [
    "agreement",
    "check",
    "derive",
    "explain",
    "grader",
    "hints",
    "lint",
    "load_rulebook",
    "plan_of_corrections",
    "read_checklist",
    "read_folder",
    "read_plan",
    "read_policy",
    "regrade",
    "schema",
    "sensitivity",
    "suggest",
    "summarise",
    "sweep",
]
