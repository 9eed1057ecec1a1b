"""A proof as text: what was tried, what holds, where the printed scale ends, what does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from textwrap import indent

from ..policy import Policy
from ..proving.findings import Example, Finding, FindingKind, Verification
from ..texts import status_word
from ..vocabulary import Status
from .overlay_text import overlays_used
from .phrasing import Phrasing
from .readings_text import policy_text
from .verify_cases import cases_text, what
from .wrapping import wrapped

#: What is proven, in the order it is told, and what breaks it.
CHECKS = {
    "scale": (FindingKind.OFF_SCALE,),
    "definition": (FindingKind.ENGINES_DIFFER,),
    "monotone": (FindingKind.NOT_MONOTONE, FindingKind.FALLS_SILENT),
    "other-way": (FindingKind.OTHER_WAY_DIFFERS,),
    "rules": (FindingKind.NEVER_FIRES, FindingKind.NEVER_DECIDES),
    "criteria": (FindingKind.NEVER_REACHED,),
    "caveat": (FindingKind.NO_CAVEAT,),
    "between": (FindingKind.NOT_BETWEEN,),
}
_OF_STEPS = (
    FindingKind.NOT_MONOTONE,
    FindingKind.FALLS_SILENT,
    FindingKind.OTHER_WAY_DIFFERS,
    FindingKind.NOT_BETWEEN,
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: Stands for the space in a number until the lines are broken.
_SPACE = "\ue000"


class VerifyReport:
    """A proof as text.

    Args:
        proof: What `verify` returned.
        words: The language.
        width: Columns to stay within.
    """

    def __init__(self, proof: Verification, words: Phrasing, width: int = 80) -> None:
        self._proof, self._words, self._width = proof, words, width

    def render(self) -> str:
        """The whole text."""
        parts = [self._head(), self._domains(), self._checks(), self._gaps(), self._remarks()]
        parts += [self._violations(), self._cases(), self._end()]
        return "\n".join(filter(None, parts)).replace(_SPACE, "\N{NO-BREAK SPACE}")

    def _say(self, key: str, count: int | None = None, **values: object) -> str:
        return self._words.say(f"verify.{key}", count, **values)

    def _wrap(self, text: str, start: str = "", indent: int = 0) -> str:
        return wrapped(text, self._width, start, indent) + "\n"

    def _number(self, number: int) -> str:
        return f"{number:,}".replace(",", "," if self._words.language == "en" else _SPACE)

    def _policies(self, policies: Sequence[Policy]) -> str:
        return self._words.listing([policy_text(self._words, policy) for policy in policies])

    def _under(self, policies: Sequence[Policy]) -> str:
        return self._say("under", len(policies), policies=self._policies(policies))

    def _head(self) -> str:
        proof = self._proof
        rules, catalog = (f"{half.id} {half.version}" for half in (proof.rules, proof.catalog))
        each = proof.combinations // len(proof.policies)
        tried = self._say(
            "tried",
            len(proof.policies),
            each=self._number(each),
            total=self._number(proof.combinations),
            policies=self._policies(proof.policies),
        )
        title = self._wrap(self._say("title", rules=rules, catalog=catalog))
        overlays = "".join(map(self._wrap, overlays_used(self._words)))
        return title + overlays + self._wrap(tried)

    def _domains(self) -> str:
        """A row for each domain: how many combinations, of what, and the grades they give."""
        keys = ("domain", "combinations", "made-of", "grades")
        rows = [[self._say(key) for key in keys]]
        for domain in self._proof.domains:
            made = self._product([row.combinations for row in domain.alike])
            grades = [
                column[0].grade
                for column in zip(*domain.grades, strict=True)
                if any(row.combinations for row in column)
            ]
            rows.append([domain.domain, self._number(domain.combinations), made, " ".join(grades)])
        total = sum(domain.combinations for domain in self._proof.domains)
        rows.append([self._say("sum"), self._number(total), "", ""])
        return _table(rows, "<><<")

    def _product(self, factors: Sequence[int]) -> str:
        """A product in which a factor that stands three times or more in a row is a power."""
        words = []
        for factor, run in groupby(factors):
            times = len(list(run))
            power = str(times).translate(_RAISED)
            words += [f"{factor}{power}"] if times > 2 else [self._number(factor)] * times
        return " × ".join(words)

    def _checks(self) -> str:
        """What is proven, each with the word that says so."""
        found = {finding.kind for finding in self._proof.findings}
        rows = []
        for check, kinds in CHECKS.items():
            if not found & set(kinds):
                rows.append(("proven", check))
            elif check == "between":
                rows.append(("noted", "not-between"))
            else:
                rows.append(("broken", check))
        column = max(len(self._say(word)) for word, _ in rows)
        return "".join(
            self._wrap(self._check(check), f"{self._say(word):<{column}}  ", column + 2)
            for word, check in rows
        )

    def _check(self, check: str) -> str:
        steps, engine = self._number(self._proof.steps), self._proof.engine
        gaps = [row.with_caveat for domain in self._proof.domains for row in domain.rules]
        told = [counts for counts in gaps if counts is not None]
        key = "no-gap" if check == "caveat" and not told else check
        total = self._number(sum(map(sum, told)))
        return self._say(f"check.{key}", steps=steps, engine=engine, total=total)

    def _gaps(self) -> str:
        """For each rule that says so: how many combinations no printed criterion fits."""
        return "\n".join(
            self._gap(rule.id) for rule in self._words.rulebook.ruleset.rules if rule.caveat
        )

    def _gap(self, rule: str) -> str:
        because = self._words.rulebook.rules[rule].because.in_language(self._words.language)
        names = [policy_text(self._words, policy) for policy in self._proof.policies]
        rows = [[self._say("domain"), *names]]
        for domain in self._proof.domains:
            counts = [row.with_caveat for row in domain.rules if row.rule == rule]
            rows += [[domain.domain, *map(self._number, found)] for found in counts if found]
        text = self._wrap(self._say("gap", rule=rule, because=because))
        return text + _table(rows, "<" + ">" * len(names))

    def _remarks(self) -> str:
        """Remarks that say the same of several domains are one."""
        found = sorted((row for row in self._proof.remarks if not row.examples), key=_alike)
        lines = [self._remark(list(rows)) for _, rows in groupby(found, _alike)]
        lines += [self._noticed(row) for row in self._proof.remarks if row.examples]
        return self._say("remarks") + "\n" + "".join(lines) if lines else ""

    def _remark(self, rows: Sequence[Finding]) -> str:
        letters = self._words.listing([row.domain or "" for row in rows])
        text = self._say(
            f"remark.{rows[0].kind.value}",
            under=self._under(rows[0].policies),
            rule=rows[0].rule,
            grade=rows[0].grade,
            domains=self._say("in-domain", len(rows), domains=letters),
        )
        return self._wrap(text, "- ", 2)

    def _noticed(self, finding: Finding) -> str:
        told = what(self._words, finding, self._proof.engine)
        text = self._say("noticed", domain=finding.domain, what=told)
        return self._wrap(text, "- ", 2) + self._examples(finding)

    def _violations(self) -> str:
        return "\n".join(
            self._violation(number, row) for number, row in enumerate(self._proof.violations, 1)
        )

    def _violation(self, number: int, finding: Finding) -> str:
        told = what(self._words, finding, self._proof.engine)
        if finding.domain is None:
            return self._wrap(self._say("found.nowhere", number=number, what=told), "", 2)
        text = self._say("found", number=number, domain=finding.domain, what=told)
        return self._wrap(text, "", 2) + self._examples(finding)

    def _examples(self, finding: Finding) -> str:
        under, number = self._under(finding.policies), self._number(finding.hits)
        if finding.kind in (FindingKind.NEVER_FIRES, FindingKind.NEVER_REACHED):
            hits, heads = self._say("hits.none", under=under, number=number), ["instead"]
        else:
            kind = "step" if finding.kind in _OF_STEPS and len(finding.examples) > 1 else "trial"
            hits = self._say(f"hits.{kind}", finding.hits, under=under, number=number)
            heads = ["smallest"] if len(finding.examples) == 1 else ["before", "after"]
        lines = [self._wrap(hits, "  ", 2)]
        for head, example in zip(heads, finding.examples, strict=True):
            start = f"  {self._read_as(self._say(head), finding, example)}: "
            lines.append(self._wrap(self._example(example), start, 4))
        return "".join(lines)

    def _read_as(self, head: str, finding: Finding, example: Example) -> str:
        """With the reading, where it was found in several: the example is that of one."""
        if len(finding.policies) == 1:
            return head
        policy = policy_text(self._words, example.policy)
        return self._say("read-as", head=head, policy=policy)

    def _example(self, example: Example) -> str:
        gives = self._say("gives", answers=self._answers(example), grade=example.grade)
        if not example.rules:
            return self._say("by-none", gives=gives)
        return self._say("by-rules", gives=gives, rules=self._words.listing(example.rules))

    def _answers(self, example: Example) -> str:
        language = self._words.language
        statuses = {status for _, status in example.answers}
        if len(statuses) == 1 and len(example.answers) > 1:
            return self._say("all", status=status_word(language, statuses.pop().value))
        rows = example.not_met or example.answers
        told = [self._say("single", id=id, status=status_word(language, s.value)) for id, s in rows]
        text = self._words.listing(told)
        return self._say("rest", answers=text) if Status.MET in statuses and rows else text

    def _cases(self) -> str:
        cases = cases_text(self._words, self._proof)
        return self._say("cases") + "\n\n" + indent(cases, "  ") if cases else ""

    def _end(self) -> str:
        count = len(self._proof.violations)
        return self._say("violations", count) + "\n" if count else self._say("all-proven") + "\n"


def _alike(remark: Finding) -> tuple[str, ...]:
    """What is the same in remarks that are told together."""
    names = [policy.profile for policy in remark.policies]
    return remark.kind.value, remark.rule or "", remark.grade or "", *names


def _table(rows: Sequence[Sequence[str]], aligned: str) -> str:
    """Rows in columns: `<` to the left, `>` to the right."""
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    return "".join(line.rstrip() + "\n" for line in _lines(rows, aligned, widths))


def _lines(rows: Sequence[Sequence[str]], aligned: str, widths: Sequence[int]) -> Iterator[str]:
    for row in rows:
        cells = zip(row, aligned, widths, strict=True)
        yield "  ".join(f"{cell:{side}{width}}" for cell, side, width in cells)
