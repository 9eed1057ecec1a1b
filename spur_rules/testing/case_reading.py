"""A cases file checked against the rulebook that it is about: every mistake at its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..cases import Case, Cases
from ..condition_reading import read_number
from ..earlier_ids import case_under_current_ids, twice_answered
from ..errors import InputError, Problem, quoted, suggestion_for
from ..loading import hint, load
from ..policy import STANDARD, Override
from ..provenance import ChangeKind, Place
from ..reading import answer_misfits, catalog_misfit, id_hint, regulation_misfits
from ..rulebook import LinkedDomain, Rulebook
from ..suggestion import CaveatCode
from ..vocabulary import GRADES, STATUSES, Grade, Status, fold
from ..yaml_events import DataPath
from ..yaml_file import YamlFile


class Sited(NamedTuple):
    """A case and where it stands."""

    case: Case
    place: Place


def read_cases(file: YamlFile, rulebook: Rulebook) -> tuple[Sited, ...]:
    """The cases of a file.

    Args:
        file: What was read.
        rulebook: The catalog and the rules that the cases are about.

    Raises:
        InputError: Every mistake: SR1xx for the file's shape, SR3xx and SR4xx for what does not fit
            the rulebook.
    """
    model, problems = load(Cases, file)
    if not any(problem.code == "SR115" for problem in problems):
        problems += _misfits(file, rulebook)
    if model is None or problems:
        raise InputError(problems)
    cases = (case_under_current_ids(case, rulebook.catalog) for case in model.cases)
    rows = enumerate(cases)
    return tuple(Sited(case, file.place(("cases", index))) for index, case in rows)


def _misfits(file: YamlFile, rulebook: Rulebook) -> Iterator[Problem]:
    yield from catalog_misfit(file, rulebook.catalog, "the cases are about")
    wanted, found = file.data.get("rules"), rulebook.rules_id
    if isinstance(wanted, str) and wanted not in (found.id, f"{found.id}@{found.version}"):
        message = (
            f"the cases are for rules {quoted(wanted)}, these are `{found.id}@{found.version}`;"
            " correct the line, or name the other rules: --rules, or in pytest.ini `spur_rules`"
        )
        yield Problem("SR326", file.place(("rules",)), message)
    yield from regulation_misfits(file, rulebook.catalog, "cases.*.regulations.*")
    for path, raw in file.find("cases.*"):
        if isinstance(raw, dict):
            yield from _CaseCheck(file, rulebook, path, raw).problems()


class _CaseCheck:
    """What does not fit in one case; what is of the wrong kind the model tells."""

    def __init__(self, file: YamlFile, rulebook: Rulebook, path: DataPath, raw: Any) -> None:
        self.file, self.rulebook, self.path, self.raw = file, rulebook, path, raw
        letters = {domain.letter: domain for domain in rulebook.domains}
        letter = raw.get("domain")
        self.letters = letters
        self.domain = letters.get(letter) if isinstance(letter, str) else None
        self.norms = {id: row.norm for id, row in rulebook.indicators.items()}

    def at(self, *steps: str | int, key: bool = False) -> Place:
        return self.file.place((*self.path, *steps), key)

    def below(self, *steps: str) -> list[tuple[Any, Any]]:
        """The keys or indices under a part of the case, and what stands there."""
        node = self.file.at((*self.path, *steps))
        if isinstance(node, dict):
            return list(node.items())
        return list(enumerate(node)) if isinstance(node, tuple) else []

    def problems(self) -> Iterator[Problem]:
        yield from self._reading()
        yield from self._indicators()
        yield from self._ends()
        yield from self._caveats()
        letter = self.raw.get("domain")
        if self.domain is not None:
            yield from self._grades(self.domain)
            yield from self._rules(self.domain)
            yield from self._printed(self.domain)
        elif isinstance(letter, str) and len(letter) == 1 and letter.isupper():
            message = f"unknown domain {quoted(letter)}{hint(letter, self.letters)}"
            yield Problem("SR310", self.at("domain"), message)

    def _reading(self) -> Iterator[Problem]:
        """The profile and the values by hand, each where it stands."""
        profile = self.raw.get("profile", STANDARD)
        if isinstance(profile, str) and profile.strip():
            yield from self._refused(self.at("profile"), profile)
        for name, raw in self.below("policy"):
            value = read_number(raw.get("value") if isinstance(raw, dict) else raw)
            if isinstance(name, str) and value is not None:
                place = self.at("policy", name, key=True)
                yield from self._refused(place, STANDARD, Override(name, value))

    def _refused(self, place: Place, profile: str, *overrides: Override) -> Iterator[Problem]:
        try:
            self.rulebook.policy(profile, overrides)
        except InputError as error:
            yield from (Problem(found.code, place, found.message) for found in error.problems)

    def _indicators(self) -> Iterator[Problem]:
        catalog = self.rulebook.catalog
        answers = [((*self.path, "answers", id), row) for id, row in self.below("answers")]
        yield from twice_answered(self.file, catalog, answers)
        for path, answer in answers:
            yield from self._belongs(path[-1], self.file.place(path, key=True))
            norm = self.norms.get(catalog.current_id(str(path[-1])))
            if norm is not None:
                yield from answer_misfits(self.file, path, str(path[-1]), answer, norm)
        for id, _ in self.below("expect", "shortcomings"):
            yield from self._belongs(id, self.at("expect", "shortcomings", id, key=True))
        for index, row in self.below("plan"):
            if isinstance(row, dict):
                yield from self._belongs(row.get("indicator"), self.at("plan", index, "indicator"))
        status = STATUSES.get(fold(str(self.raw.get("otherwise"))))
        if status is Status.MET_OTHERWISE:
            message = (
                f"`{status}` is only for allmänna råd, and needs a reason;"
                " name the rows under `answers`"
            )
            yield Problem("SR404", self.at("otherwise"), message)

    def _belongs(self, id: Any, place: Place) -> Iterator[Problem]:
        if not isinstance(id, str):
            return
        now = self.rulebook.catalog.current_id(id)
        if now not in self.norms:
            yield Problem("SR401", place, self._why_unknown(id))
        elif self.domain is not None and now not in self.domain.indicators:
            message = (
                f"{id} is not in domain {self.domain.letter}, which the case is about;"
                " remove it, or write a case for each domain"
            )
            yield Problem("SR321", place, message)

    def _why_unknown(self, id: str) -> str:
        catalog = self.rulebook.catalog
        for change in catalog.overlaid.changes:
            if change.kind is ChangeKind.RETIRED and change.indicator == catalog.current_id(id):
                by = f"{change.overlay.id} {change.overlay.version}"
                return f"{quoted(id)} was retired by {by}; test without that overlay, or remove it"
        if id in catalog.retired:
            return f"{quoted(id)} is asked no longer: {catalog.retired[id].rstrip('.')}; remove it"
        return f"unknown indicator {quoted(id)}{id_hint(id, self.norms)}"

    def _ends(self) -> Iterator[Problem]:
        """A grade, or both ends of a range."""
        expect = self.raw.get("expect")
        if not isinstance(expect, dict):
            return
        given = [key for key in ("grade", "worst", "best") if expect.get(key) is not None]
        if given not in (["grade"], ["worst", "best"]):
            found = " and ".join(f"`{key}`" for key in given) or "none of them"
            message = f"expect either `grade`, or `worst` and `best`; found {found}"
            yield Problem("SR323", self.at("expect"), message)
        elif given == ["worst", "best"]:
            worst, best = (GRADES.get(fold(str(expect[key]))) for key in given)
            if worst and best and worst < best:
                message = f"`worst` ({worst}) is better than `best` ({best}); change places"
                yield Problem("SR323", self.at("expect", "worst"), message)

    def _caveats(self) -> Iterator[Problem]:
        known = [code.value for code in CaveatCode]
        for index, code in self.below("expect", "caveats"):
            if isinstance(code, str) and code not in known:
                words = ", ".join(f"`{word}`" for word in known)
                close = suggestion_for(code, known) or f"; use one of {words}"
                message = f"unknown caveat {quoted(code)}{close}"
                yield Problem("SR124", self.at("expect", "caveats", index), message)

    def _grades(self, domain: LinkedDomain) -> Iterator[Problem]:
        expected: list[tuple[str, ...]] = [
            ("expect", key) for key in ("grade", "worst", "best", "adjusted")
        ]
        expected += [
            ("expect", "shortcomings", id) for id, _ in self.below("expect", "shortcomings")
        ]
        for steps in expected:
            word = self.file.at((*self.path, *steps))
            grade = GRADES.get(fold(word)) if isinstance(word, str) else None
            if isinstance(grade, Grade) and grade not in domain.domain.grades:
                scale = " ".join(domain.domain.grades)
                message = f"domain {domain.letter} has no {grade}; its scale is {scale}"
                yield Problem("SR322", self.at(*steps), message)

    def _rules(self, domain: LinkedDomain) -> Iterator[Problem]:
        known = [rule.rule.id for rule in domain.rules]
        for index, id in self.below("expect", "rules"):
            if isinstance(id, str) and id not in known:
                message = f"domain {domain.letter} has no rule {quoted(id)}{hint(id, known)}"
                yield Problem("SR324", self.at("expect", "rules", index), message)

    def _printed(self, domain: LinkedDomain) -> Iterator[Problem]:
        text = self.raw.get("printed")
        if not isinstance(text, str) or not text.strip():
            return
        wanted = _folded(text)
        if not any(wanted in printed for printed in printed_texts(self.rulebook, domain)):
            message = (
                f"{quoted(text)} is printed neither on the scale of domain {domain.letter}"
                " nor in the rules; quote it letter by letter"
            )
            yield Problem("SR325", self.at("printed"), message)


def printed_texts(rulebook: Rulebook, domain: LinkedDomain) -> list[str]:
    """What is printed for a domain: its scale, and the words that the rules quote.

    Args:
        rulebook: The catalog and the rules.
        domain: One of its domains.
    """
    rules = rulebook.ruleset
    quoted_words = [rule.rule.printed for rule in domain.rules]
    quoted_words += [parameter.printed for parameter in rules.parameters]
    quoted_words += [reading.printed for reading in rules.readings]
    quoted_words += [rules.action_plan.printed] if rules.action_plan else []
    scale = [step.text for step in domain.domain.scale]
    return [_folded(text) for text in (*scale, *quoted_words) if text]


def _folded(text: str) -> str:
    return " ".join(text.split())
