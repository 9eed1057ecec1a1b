"""Cases run against the rules, as text: what failed, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..rulebook import Rulebook
from ..testing.differing import deciding_rules
from ..testing.running import Difference, Outcome, What
from ..vocabulary import Grade
from .adjusted import announced
from .data import caveat_text
from .derivation_text import rule_lines
from .overlay_text import overlays_used
from .phrasing import Phrasing
from .readings_text import policy_text
from .wrapping import wrapped


def cases_text(outcomes: Sequence[Outcome], words: Phrasing, width: int) -> str:
    """Every case that failed, then how many there were.

    Args:
        outcomes: What `run_cases` returned.
        words: The rulebook and the language.
        width: How many columns the text may take.
    """
    failed = [outcome for outcome in outcomes if not outcome.passed]
    lines = [line for outcome in failed for line in (*failure_lines(outcome, words, width), "")]
    lines.append(_summary(outcomes, failed, words))
    lines += (wrapped(line, width, "", 0) for line in overlays_used(words))
    return "\n".join(lines) + "\n"


def _summary(outcomes: Sequence[Outcome], failed: Sequence[Outcome], words: Phrasing) -> str:
    rules = words.rulebook.rules_id
    against = f"{rules.id} {rules.version}"
    if failed and len(outcomes) == 1:
        return words.say("test.failed-only", rules=against)
    if failed:
        return words.say("test.failed", len(failed), of=len(outcomes), rules=against)
    return words.say("test.passed", len(outcomes), rules=against)


def failure_lines(outcome: Outcome, words: Phrasing, width: int) -> Iterator[str]:
    """A case that failed: where it stands, what was expected, what came, and which rule decided.

    Args:
        outcome: What came of it.
        words: The rulebook and the language.
        width: How many columns the text may take.
    """
    case = outcome.case
    yield f"{outcome.place} {case.id}"
    yield wrapped(case.about, width, "   ", 3)
    policy = policy_text(words, outcome.policy)
    if policy != "standard":
        yield wrapped(words.say("test.read-as", policy=policy), width, "   ", 3)
    for difference in outcome.differences:
        yield wrapped(_difference(difference, words), width, "   ", 5)
    for line in _after_plan(outcome, words):
        yield wrapped(line, width, "     ", 5)
    yield from _rules(outcome, words, width)


def _difference(difference: Difference, words: Phrasing) -> str:
    return words.say(
        "test.difference",
        what=words.say(f"test.{difference.what}"),
        expected=_listed(difference.what, difference.expected, words),
        found=_listed(difference.what, difference.found, words),
    )


def _after_plan(outcome: Outcome, words: Phrasing) -> Iterator[str]:
    """What the plan did, or why it did nothing, where that is not as expected."""
    if not any(difference.what is What.ADJUSTED for difference in outcome.differences):
        return
    change, caveats = outcome.domain.adjusted, outcome.domain.caveats
    if change is not None:
        yield announced(change, words.rulebook, words.language)
        caveats += change.caveats
    told = [c for c in dict.fromkeys(caveats) if c.code.value.startswith("plan-")]
    for caveat in told:
        yield words.say("caveat", text=caveat_text(caveat, words.rulebook, words.language))
    if change is None and not told:
        yield words.say("test.plan-idle")


def _listed(what: What, found: Sequence[str], words: Phrasing) -> str:
    if what in (What.GRADE, What.ADJUSTED) and found:
        return words.graded(Grade(found[0]), Grade(found[-1]))
    if what is What.SHORTCOMINGS:
        found = [_with_ceiling(row, words) for row in found]
    return words.listing(found) if found else words.say("test.none")


def _with_ceiling(row: str, words: Phrasing) -> str:
    indicator, _, ceiling = row.partition(" ")
    key = "test.ceiling" if ceiling else "test.no-ceiling"
    return words.say(key, indicator=indicator, ceiling=ceiling)


def _rules(outcome: Outcome, words: Phrasing, width: int) -> Iterator[str]:
    rules = deciding_rules(words.rulebook, outcome)
    if rules:
        yield f"   {words.say('test.decided-by')}"
    binding = {ceiling.rule for ceiling in outcome.domain.ceilings if ceiling.binding}
    for rule in rules:
        for depth, line in rule_lines(words, rule, rule.rule in binding):
            indent = 3 + 2 * depth
            yield wrapped(line, width, " " * indent, indent + 2)


def failure_text(outcome: Outcome, rulebook: Rulebook) -> str:
    """A case that failed, in English, for a test runner.

    Args:
        outcome: What came of it.
        rulebook: What it was run against.
    """
    return "\n".join(failure_lines(outcome, Phrasing(rulebook, "en"), 100))
