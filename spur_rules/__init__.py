"""spur_rules: a filled SPUR checklist in, suggested grades with their reasons out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
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
    from .checking.sanity import Check, Verdict
    from .checklist import Checklist
    from .errors import EngineError, InputError, SpurError
    from .explaining.explain import Explanation
    from .explanation import Sensitivity
    from .plan import Plan
    from .regrading.regrade import Regrading
    from .suggestion import Suggestion
    from .vocabulary import Grade, Norm, Status
    from .whole_review import WholeReview

__all__ = [
    "Check",
    "Checklist",
    "EngineError",
    "Explanation",
    "Grade",
    "InputError",
    "Norm",
    "Plan",
    "Regrading",
    "Sensitivity",
    "SpurError",
    "Status",
    "Suggestion",
    "Verdict",
    "WholeReview",
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

#: The module that each name comes from. It is imported when the name is asked for, so that a
#: command which reads no file starts without pydantic and YAML.
_HOMES = {
    "Check": "checking.sanity",
    "Explanation": "explaining.explain",
    "Regrading": "regrading.regrade",
    "Sensitivity": "explanation",
    "Verdict": "checking.sanity",
    "WholeReview": "whole_review",
    "Checklist": "checklist",
    "EngineError": "errors",
    "Grade": "vocabulary",
    "InputError": "errors",
    "Norm": "vocabulary",
    "Plan": "plan",
    "SpurError": "errors",
    "Status": "vocabulary",
    "Suggestion": "suggestion",
    "check": "api",
    "explain": "api",
    "load_rulebook": "api",
    "read_checklist": "api",
    "read_plan": "api",
    "read_policy": "api",
    "regrade": "api",
    "suggest": "api",
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """A public name, imported from where it is defined."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
