"""Hints and the whole review as plain data, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..checking.consistency import Hint
from ..suggestion import Shortcoming
from ..texts import Language
from ..whole_review import DomainMeasures, WholeReview
from .review_text import hint_sentence, improvement


def hints_data(hints: Iterable[Hint], language: Language = "sv") -> list[dict[str, Any]]:
    """Hints as mappings, each with its sentence.

    Args:
        hints: What `hints` returned.
        language: Of the sentence: `sv` or `en`.
    """
    return [
        {
            "code": hint.code.value,
            "indicators": list(hint.indicators),
            "statuses": [status.value for status in hint.statuses],
            "words": list(hint.words),
            "because": hint.because.model_dump() if hint.because else None,
            "text": hint_sentence(hint, language),
        }
        for hint in hints
    ]


def whole_review_data(whole: WholeReview, language: Language = "sv") -> dict[str, Any]:
    """The whole review as a mapping; the text of every improvement is ready for a report.

    Args:
        whole: What `summarise` returned.
        language: Of the texts: `sv` or `en`.
    """
    return {
        "grades": {grade.value: count for grade, count in whole.grades},
        "adjusted": {grade.value: count for grade, count in whole.adjusted} or None,
        "undecided": list(whole.undecided),
        "required": [_measures(row) for row in whole.required],
        "recommended": [_measures(row) for row in whole.recommended],
        "improvements": [_improvement(item, language) for item in whole.improvements],
    }


def _measures(row: DomainMeasures) -> dict[str, Any]:
    return {"domain": row.domain, "indicators": list(row.indicators)}


def _improvement(item: Shortcoming, language: Language) -> dict[str, Any]:
    return {
        "indicator": item.indicator,
        "norm": item.norm.value,
        "status": item.status.value,
        "text": improvement(item, language),
    }
