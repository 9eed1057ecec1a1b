"""spur_rules: a filled SPUR checklist in, suggested grades with their reasons out."""

from .api import (
    check,
    explain,
    load_rulebook,
    read_checklist,
    read_plan,
    read_policy,
    regrade,
    suggest,
)
from .checklist import Checklist
from .errors import EngineError, InputError, SpurError
from .plan import Plan
from .suggestion import Suggestion
from .version import __version__
from .vocabulary import Grade, Norm, Status

__all__ = [
    "Checklist",
    "EngineError",
    "Grade",
    "InputError",
    "Norm",
    "Plan",
    "SpurError",
    "Status",
    "Suggestion",
    "__version__",
    "check",
    "explain",
    "load_rulebook",
    "read_checklist",
    "read_plan",
    "read_policy",
    "regrade",
    "suggest",
]
