"""What a proof by enumeration finds: data only."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ..policy import Policy
from ..provenance import ContentId
from ..vocabulary import Grade, Norm, Status


class FindingKind(StrEnum):
    """What can be wrong with a rulebook, or is to be told of it.

    OFF_SCALE: a grade that the printed scale does not have. ENGINES_DIFFER: an engine is at odds
    with the definition. NOT_MONOTONE: worse answers give a better grade. FALLS_SILENT: the grade
    does not get better, but a rule falls silent when an answer gets worse. OTHER_WAY_DIFFERS: på
    annat sätt gives another grade than uppfyllt. NEVER_FIRES, NEVER_DECIDES: a rule without
    effect. NEVER_REACHED: a printed criterion that fits no answers. NO_CAVEAT: no printed criterion
    fits, and the suggestion does not say so.

    Not violations but remarks: NOT_BETWEEN (ej tillämpligt gives a better grade than uppfyllt, or a
    worse one than ej uppfyllt) and, where several policies were tried, what is so under some only:
    SILENT_UNDER, IDLE_UNDER, UNREACHED_UNDER.
    """

    OFF_SCALE = "off-scale"
    ENGINES_DIFFER = "engines-differ"
    NOT_MONOTONE = "not-monotone"
    FALLS_SILENT = "falls-silent"
    OTHER_WAY_DIFFERS = "other-way-differs"
    NEVER_FIRES = "never-fires"
    NEVER_DECIDES = "never-decides"
    NEVER_REACHED = "never-reached"
    NO_CAVEAT = "no-caveat"
    NOT_BETWEEN = "not-between"
    SILENT_UNDER = "silent-under"
    IDLE_UNDER = "idle-under"
    UNREACHED_UNDER = "unreached-under"

    @property
    def is_violation(self) -> bool:
        """Whether it breaks the proof; else it is a remark."""
        return self not in REMARKS


REMARKS = (
    FindingKind.NOT_BETWEEN,
    FindingKind.SILENT_UNDER,
    FindingKind.IDLE_UNDER,
    FindingKind.UNREACHED_UNDER,
)


class Example(NamedTuple):
    """Answers in one domain, and what they give under one policy.

    `answers` has every indicator of the domain, in catalog order; `rules` those that fire, and
    `caveats` the codes of the caveats that come with the suggestion.
    """

    policy: Policy
    answers: tuple[tuple[str, Status], ...]
    grade: Grade
    rules: tuple[str, ...]
    caveats: tuple[str, ...]

    @property
    def not_met(self) -> tuple[tuple[str, Status], ...]:
        """The answers other than uppfyllt."""
        return tuple(row for row in self.answers if row[1] is not Status.MET)


class Finding(NamedTuple):
    """A violation or a remark, with the smallest example.

    `hits` is how many combinations, or steps from one to a worse one, it is true of, over all
    `policies`, which are those under which it was found. The smallest example has the fewest
    answers other than uppfyllt, and of those the first in catalog order; a step has two examples,
    before and after. A rule that never fires, or a grade that is never reached, has no
    counterexample: its example shows what is given instead.
    """

    kind: FindingKind
    domain: str | None
    policies: tuple[Policy, ...]
    hits: int
    examples: tuple[Example, ...] = ()
    rule: str | None = None
    grade: Grade | None = None


class RuleProof(NamedTuple):
    """How often a rule fires in one domain, by policy.

    `decides`: without the rule the grade would be better. `with_caveat`: the grade rests on the
    rule, and the rule says that no printed criterion fits; the caveat is proven to be attached.
    """

    rule: str
    fires: tuple[int, ...]
    decides: tuple[int, ...]
    with_caveat: tuple[int, ...] | None

    @property
    def effects(self) -> tuple[int, ...]:
        """How often the grade, or at least its caveat, hangs on the rule."""
        pairs = zip(self.decides, self.with_caveat or self.decides, strict=True)
        return tuple(max(pair) for pair in pairs)


class Reached(NamedTuple):
    """How many combinations give a grade.

    `fitting` are those of them that its printed criterion fits: no rule that the grade rests on
    says that none does.
    """

    grade: Grade
    combinations: int
    fitting: int


class AlikeCount(NamedTuple):
    """How many combinations some alike indicators have; a named one is alone."""

    norm: Norm
    indicators: int
    named: str | None
    combinations: int


class DomainProof(NamedTuple):
    """What was tried in one domain.

    `combinations` is the number under each policy, `answers` how many raw answers they stand for;
    `steps` how many pairs of better and worse answers were compared under each policy; `grades` has
    for each policy how many combinations give each grade of the scale.
    """

    domain: str
    alike: tuple[AlikeCount, ...]
    combinations: int
    answers: int
    steps: int
    grades: tuple[tuple[Reached, ...], ...]
    rules: tuple[RuleProof, ...]


class Verification(NamedTuple):
    """A proof by enumeration: what was tried, and what was found."""

    catalog: ContentId
    rules: ContentId
    policies: tuple[Policy, ...]
    engine: str
    domains: tuple[DomainProof, ...]
    findings: tuple[Finding, ...]

    @property
    def violations(self) -> tuple[Finding, ...]:
        """What breaks the proof."""
        return tuple(found for found in self.findings if found.kind.is_violation)

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """What is only to be told."""
        return tuple(found for found in self.findings if not found.kind.is_violation)

    @property
    def combinations(self) -> int:
        """How many combinations were decided, each under each policy."""
        return len(self.policies) * sum(domain.combinations for domain in self.domains)

    @property
    def steps(self) -> int:
        """How many pairs of better and worse answers were compared, each under each policy."""
        return len(self.policies) * sum(domain.steps for domain in self.domains)
