"""Two rulebooks held against each other in every way, and what has to be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..checklist import Checklist
from ..errors import Problem
from ..policy import STANDARD, parse_policy
from ..provenance import ContentId, Place
from ..rulebook import Rulebook
from .causes import Because, Cause, Causes, causes_of, is_binding
from .changelog import Changelog, ComparedHalf, Finding, findings
from .changes import Change, Half
from .gone_ids import gone_ids
from .moves import GradeMove, Moves, moves, reasons
from .renaming import new_names, under_new_names
from .replaying import Replay, Replayer
from .setting_aside import SetAside

NO_PLACES: Mapping[Half, Place] = MappingProxyType({})


@dataclass(frozen=True)
class Comparison:
    """What differs between two rulebooks, in words and in grades.

    `because` is why each grade moves, in the order of `moves.grades`; `plans` are the domains in
    which an action plan now does something else; `bound` are the rows that are bound to other
    regulations, so that a review may have them in use that had not, or the reverse; `redirected`
    are earlier ids that now stand for another row; `unreadable` is what is wrong in checklists that
    could not be replayed, `set_aside` are those that neither rulebook grades; without
    `log_was_read` nothing was asked of a changelog.
    """

    old: Rulebook
    new: Rulebook
    changes: tuple[Change, ...]
    moves: Moves
    because: tuple[tuple[Because, ...], ...]
    plans: tuple[str, ...]
    bound: tuple[str, ...]
    replay: Replay | None
    unreadable: tuple[Problem, ...] = ()
    log_was_read: bool = False
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    redirected: tuple[str, ...] = ()

    @property
    def causes(self) -> tuple[tuple[Cause, ...], ...]:
        """What made each grade move, without the rules."""
        return tuple(map(causes_of, self.because))

    @property
    def moves_grades(self) -> bool:
        """Whether a grade moves: for some answers, by a plan or a binding, or in a checklist."""
        replayed = self.replay is not None and self.replay.moved
        return bool(self.moves.grades or self.plans or self.bound or self.redirected or replayed)


def compare(
    old: Rulebook,
    new: Rulebook,
    checklists: Mapping[str, Checklist] | None = None,
    policy: str = STANDARD,
    log: Changelog | None = None,
    unreadable: tuple[Problem, ...] = (),
    places: Mapping[Half, Place] = NO_PLACES,
) -> Comparison:
    """Hold two rulebooks against each other.

    Args:
        old: What was.
        new: What is to be.
        checklists: Those to replay, as they were read for the old catalog, by name.
        policy: The reading under which they are replayed.
        log: Where a change that moves a grade must be told; without it nothing is looked for.
        unreadable: What is wrong in checklists that could not be read.
        places: Where the new catalog and the new ruleset have their versions.

    Raises:
        InputError: SR801, there are too many classes of answers; an unknown profile or parameter.
    """
    causes = Causes(old, new)
    profile, overrides = parse_policy(policy)
    replay = None
    if checklists is not None:
        policies = (old.policy(profile, overrides), new.policy(profile, overrides))
        replay = Replayer(causes, old, new, policies).replay(checklists, policy)
    moved = moves(under_new_names(old, new_names(causes.changes)), new)
    of_grades = tuple(_causes(causes, move, old, new) for move in moved.grades)
    plans = tuple(_plans(old, new))
    bound = tuple(change.subject[-1] for change in causes.changes if is_binding(change))
    made = Comparison(old, new, causes.changes, moved, of_grades, plans, bound, replay, unreadable)
    made = replace(made, redirected=tuple(_redirected(made)))
    if log is None:
        return made
    todo = (*_gone_ids(made, places), *findings(tuple(_halves(made, places)), log))
    return replace(made, findings=todo, log_was_read=True)


def _gone_ids(made: Comparison, places: Mapping[Half, Place]) -> Iterator[Finding]:
    place = places.get("catalog", Place("catalog"))
    return gone_ids(made.old.catalog, made.new.catalog, new_names(made.changes), place)


def _causes(causes: Causes, move: GradeMove, old: Rulebook, new: Rulebook) -> tuple[Because, ...]:
    if move.old is None or move.new is None:
        return causes.of_domain(move.domain)
    found = reasons(move.rules, move.old, move.new)
    shifted = [shift for shift in found if shift.old is not shift.new]
    policies = (old.policy(move.profile), new.policy(move.profile))
    return causes.of(shifted, move.domain, policies)


def _redirected(made: Comparison) -> Iterator[str]:
    """Earlier ids whose answers are now taken for another row."""
    old, new, names = made.old, made.new, new_names(made.changes)
    for row in old.catalog.earlier_ids:
        before, after = old.catalog.current_id(row.old), new.catalog.current_id(row.old)
        if after in new.indicators and names.get(before, before) != after:
            yield row.old


def _plans(old: Rulebook, new: Rulebook) -> Iterator[str]:
    """The domains in which a complete action plan does something else than before."""
    before, after = _plan_effects(old), _plan_effects(new)
    return (at for at in after if at in before and before[at] != after[at])


def _plan_effects(book: Rulebook) -> dict[str, object]:
    rule = book.ruleset.action_plan
    effects: dict[str, object] = {}
    for domain in book.domains:
        on_scale = rule is not None and {rule.lifts, rule.to} <= set(domain.domain.grades)
        effect = (rule.lifts, rule.to, set(rule.covers)) if rule is not None and on_scale else None
        effects[domain.letter] = effect
    return effects


def _halves(made: Comparison, places: Mapping[Half, Place]) -> Iterator[ComparedHalf]:
    """Which half a grade that moves hangs on; both where no change of either tells."""
    found = [cause for causes in made.causes for cause in causes]
    rows = made.replay.moved if made.replay is not None else ()
    found += [cause for row in rows for cause in row.causes]
    blamed: set[Half] = {c.of if isinstance(c, Change) else "rules" for c in found}
    if made.plans:
        blamed |= {c.of for c in made.changes if c.what in ("action_plan", "scale")} or {"rules"}
    blamed |= {"catalog"} if made.bound or made.redirected else set()
    changed = {change.of for change in made.changes}
    if made.moves_grades and not blamed & changed:
        blamed = changed
    old, new = made.old, made.new
    ids: list[tuple[Half, ContentId, ContentId]] = [
        ("catalog", old.catalog_id, new.catalog_id),
        ("rules", old.rules_id, new.rules_id),
    ]
    for half, before, after in ids:
        place = places.get(half, Place(half))
        yield ComparedHalf(half, before, after, half in blamed, place)
