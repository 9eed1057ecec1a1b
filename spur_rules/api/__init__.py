"""The façade: what other tools import. Load, read, suggest, explain, check, regrade, verify."""

from ..schema_files import schema
from .calibrating import calibrate, read_panel
from .comparing import compare, compare_files
from .explaining import (
    agreement,
    check,
    derive,
    explain,
    hints,
    sensitivity,
    summarise,
    sweep,
    sweep_reviews,
)
from .grading import grader, regrade, suggest
from .linting import lint
from .reading import (
    editions,
    load_rulebook,
    plan_of_corrections,
    read_checklist,
    read_folder,
    read_plan,
    read_policy,
    read_review,
    read_reviews,
)
from .verifying import verify

__all__ = [
    "agreement",
    "calibrate",
    "check",
    "compare",
    "compare_files",
    "derive",
    "editions",
    "explain",
    "grader",
    "hints",
    "lint",
    "load_rulebook",
    "plan_of_corrections",
    "read_checklist",
    "read_folder",
    "read_panel",
    "read_plan",
    "read_policy",
    "read_review",
    "read_reviews",
    "regrade",
    "schema",
    "sensitivity",
    "suggest",
    "summarise",
    "sweep",
    "sweep_reviews",
    "verify",
]
