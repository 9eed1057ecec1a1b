"""A comparison as plain data: the stable JSON of `spur-rules diff`."""

from __future__ import annotations

from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from ..comparing.causes import Cause, ValueShift
from ..comparing.changes import Change
from ..comparing.comparison import Comparison
from ..comparing.moves import CaveatMove, Found, GradeMove, RuleShift
from ..comparing.replaying import CaveatName, Replay, Replayed
from ..conditions import All, AnyOf, FactTest, Not, ParameterName, StatusTest
from ..errors import Problem
from ..frozen import Frozen
from ..provenance import ContentId
from ..rulebook import Rulebook
from ..suggestion import GradeRange
from ..vocabulary import Grade, Status
from .data import number, range_data

SCHEMA = "spur-rules/diff/1"


def diff_data(made: Comparison) -> dict[str, Any]:
    """The comparison as mappings, lists and texts, in a fixed order.

    Args:
        made: What `compare` returned.
    """
    moves = made.moves
    return {
        "schema": SCHEMA,
        "old": _versions(made.old),
        "new": _versions(made.new),
        "changes": [change_data(change) for change in made.changes],
        "moves_grades": made.moves_grades,
        "profiles": list(moves.profiles),
        "tried": [row._asdict() for row in moves.tried],
        "moves": [
            _move(move, causes) for move, causes in zip(moves.grades, made.causes, strict=True)
        ],
        "caveats": [_caveat_move(move) for move in moves.caveats],
        "plans": list(made.plans),
        "bound": list(made.bound),
        "redirected": list(made.redirected),
        "replay": _replay(made) if made.replay is not None else None,
        "findings": [row._asdict() | {"place": str(row.place)} for row in made.findings],
    }


def plain(value: Any) -> Any:
    """A value of a catalog or a ruleset as files write it.

    >>> plain(Fraction(1, 2)), plain(FactTest.__name__), plain((Grade.A,))
    ('1/2', 'FactTest', ['A'])
    """
    match value:
        case Fraction():
            return number(value)
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case ParameterName(name):
            return {"parameter": name}
        case tuple():
            return [plain(item) for item in value]
        case Frozen():
            fields = type(value).model_fields.items()
            return {f.alias or name: plain(getattr(value, name)) for name, f in fields}
        case FactTest() | StatusTest() | All() | AnyOf() | Not():
            return _condition(value)
    return value


def _condition(condition: FactTest | StatusTest | All | AnyOf | Not) -> dict[str, Any]:
    match condition:
        case FactTest(op=op, threshold=threshold):
            return {"fact": condition.fact, op.value: plain(threshold)}
        case StatusTest(indicator, statuses):
            return {"indicator": indicator, "is": plain(statuses)}
        case All(parts):
            return {"all": plain(parts)}
        case AnyOf(parts):
            return {"any": plain(parts)}
        case Not(part):
            return {"not": plain(part)}


def change_data(change: Change) -> dict[str, Any]:
    """One change, its values as files write them."""
    return {
        "of": change.of,
        "what": change.what,
        "subject": list(change.subject),
        "kind": change.kind.value,
        "key": change.key,
        "old": plain(change.old),
        "new": plain(change.new),
    }


def _versions(book: Rulebook) -> dict[str, Any]:
    return {"catalog": _content(book.catalog_id), "rules": _content(book.rules_id)}


def _content(content: ContentId) -> dict[str, str]:
    return {"id": content.id, "version": content.version, "sha256": content.sha256}


def _move(move: GradeMove, causes: tuple[Cause, ...]) -> dict[str, Any]:
    return {
        "domain": move.domain,
        "profile": move.profile,
        "old": _grade(move.old),
        "new": _grade(move.new),
        **_found(move.found),
        "rules": [_shift(shift) for shift in move.rules],
        "causes": [_cause(cause) for cause in causes],
    }


def _found(found: Found) -> dict[str, Any]:
    """The example as a case writes it: every row that is not named is met."""
    answers = {id: status.value for id, status in found.example}
    return {
        "classes": found.classes,
        "answers": found.answers,
        "example": {"otherwise": Status.MET.value, "answers": answers},
    }


def _grade(grade: Grade | None) -> str | None:
    return grade.value if grade else None


def _shift(shift: RuleShift) -> dict[str, Any]:
    return {"rule": shift.rule, "old": _grade(shift.old), "new": _grade(shift.new)}


def _cause(cause: Cause) -> dict[str, Any]:
    if isinstance(cause, ValueShift):
        values = {"old": number(cause.old), "new": number(cause.new)}
        return {"parameter": cause.parameter, **values}
    return change_data(cause)


def _caveat_move(move: CaveatMove) -> dict[str, Any]:
    return {
        "domain": move.domain,
        "profile": move.profile,
        **_caveat((move.code, move.rule, move.norm)),
        "comes": move.comes,
        **_found(move.found),
    }


def _caveat(caveat: CaveatName) -> dict[str, Any]:
    code, rule, norm = caveat
    return {"code": code.value, "rule": rule, "norm": norm.value if norm else None}


def _replay(made: Comparison) -> dict[str, Any]:
    replay = made.replay
    assert isinstance(replay, Replay)
    return {
        "policy": replay.policy,
        "read": replay.read,
        "unmoved": replay.unmoved,
        "rows": [_replayed(row) for row in replay.rows],
        "misfits": [
            {"checklist": m.checklist, "dropped": list(m.dropped), "refused": list(m.refused)}
            for m in replay.misfits
        ],
        "set_aside": [
            {"checklist": row.checklist, "why": row.why.value, "names": list(row.names)}
            for row in made.set_aside
        ],
        "unreadable": [_problem(problem) for problem in made.unreadable],
    }


def _replayed(row: Replayed) -> dict[str, Any]:
    return {
        "checklist": row.checklist,
        "domain": row.domain,
        "moves": row.moves,
        "old": _ends(row.old),
        "new": _ends(row.new),
        "old_adjusted": _ends(row.old_adjusted),
        "new_adjusted": _ends(row.new_adjusted),
        "rules": [_shift(shift) for shift in row.rules],
        "causes": [_cause(cause) for cause in row.causes],
        "unassessed": list(row.unassessed),
        "caveats_come": [_caveat(caveat) for caveat in row.caveats_come],
        "caveats_go": [_caveat(caveat) for caveat in row.caveats_go],
    }


def _ends(of: GradeRange | None) -> dict[str, Any] | None:
    return range_data(of) if of is not None else None


def _problem(problem: Problem) -> dict[str, str]:
    return {"code": problem.code, "place": str(problem.place), "message": problem.message}
