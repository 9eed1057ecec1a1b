"""Small panels for tests: whoever is not told of met everything."""

from collections.abc import Mapping

from spur_rules import Checklist, Status
from spur_rules.calibration.panels.panel import Panel, Rated, gather
from spur_rules.checklist import SCHEMA
from spur_rules.rulebook import Rulebook


def rated(
    rulebook: Rulebook,
    case: str,
    rater: str,
    ticks: Mapping[str, str] = {},
    given: Mapping[str, str] = {},
    otherwise: str | None = Status.MET.value,
) -> Rated:
    """A rater's checklist; `otherwise` is what rows that are not named have, None for no answer."""
    rest = dict.fromkeys(rulebook.indicators, otherwise) if otherwise else {}
    answers = {
        id: {"status": status, "reason": "skäl"} if status in NEED_REASON else status
        for id, status in {**rest, **ticks}.items()
    }
    written = {"schema": SCHEMA, "catalog": "st-spur", "answers": answers, "given": dict(given)}
    return Rated(case, rater, Checklist.model_validate(written))


NEED_REASON = tuple(status.value for status in Status if status.needs_reason)


def panel(rulebook: Rulebook, *rows: Rated) -> Panel:
    return gather(rulebook, rows)
