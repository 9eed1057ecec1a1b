"""The printed scales and the rules, held against each other."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalog import Domain
from ..errors import quoted
from ..rules import Rule
from ..vocabulary import Grade, Norm, fold
from ..yaml_events import DataPath
from ..yaml_file import YamlFile
from .deciding import Linked, in_domains
from .findings import Finding

CODES = ("SR735", "SR741", "SR742", "SR745")
CODES_OF_SCALES = ("SR743", "SR744")

#: How a printed scale names the norms.
_NAMES = {
    Norm.FORESKRIFT: ("föreskrift",),
    Norm.ALLMANT_RAD: ("allmänna råd", "allmänt råd"),
    Norm.KVALITETSINDIKATOR: ("kvalitetsindikator",),
}
_PRINTED = (
    "domains.*.scale.*",
    "domains.*.scale.*.text",
    "domains.*.indicators.*.text",
    "domains.*.indicators.*.footnotes.*.text",
    "provisions.*.text",
)


def found(linked: Linked) -> Iterator[Finding]:
    """Printed sentences of rules that stand on no scale, and grades that no rule gives.

    Args:
        linked: A catalog and a ruleset that fit each other.
    """
    for at, rule in enumerate(linked.rulebook.ruleset.rules):
        yield from _printed(linked, rule, at)
    yield from _quoted_words(linked)
    for at, domain in enumerate(linked.rulebook.domains):
        given = {rule.rule.ceiling for rule in domain.rules}
        for grade in domain.domain.grades[1:]:
            if grade not in given:
                place = linked.catalog.place(("domains", at, "scale", grade.value), key=True)
                message = f"the scale of domain {domain.letter} has {grade}, and no rule gives that"
                yield Finding(
                    "SR742", place, f"{message} ceiling; add a rule, or correct the scale"
                )


def _printed(linked: Linked, rule: Rule, at: int) -> Iterator[Finding]:
    place = linked.rules.place(("rules", at, "id"))
    if rule.printed is None:
        message = f"rule {quoted(rule.id)} has no `printed` sentence; add it where the form has one"
        yield Finding("SR735", place, message)
        return
    applies = linked.domains_of(rule)
    if applies and not any(_is_printed(rule, d.domain) for d in applies):
        domains = in_domains(linked, [domain.letter for domain in applies])
        message = (
            f"the printed sentence of rule {quoted(rule.id)} stands neither at {rule.ceiling} nor"
            f" at the grade above it on the scale of {domains}; quote what is printed there"
        )
        yield Finding("SR741", linked.rules.place(("rules", at, "printed")), message)


def _is_printed(rule: Rule, domain: Domain) -> bool:
    """Whether a rule quotes what the scale says of its ceiling, or asks for of the grade above."""
    better = [grade for grade in domain.grades if grade < rule.ceiling]
    near: list[Grade] = [rule.ceiling, *better[-1:]]
    sentence = fold(rule.printed or "")
    return any(sentence in fold(step.text) for step in domain.scale if step.grade in near)


def _quoted_words(linked: Linked) -> Iterator[Finding]:
    texts = [fold(text) for p in _PRINTED for _, text in linked.catalog.find(p) if _is_text(text)]
    for pattern in ("parameters.*.printed", "readings.*.printed"):
        for path, words in linked.rules.find(pattern):
            if _is_text(words) and not any(fold(words) in text for text in texts):
                message = (
                    f"{quoted(words)} stands nowhere in the catalog; quote it as it is printed"
                )
                yield Finding("SR745", linked.rules.place(path), f"{message}, or write `null`")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def names_of_norms(file: YamlFile) -> Iterator[Finding]:
    """Norms that a scale names and its domain lacks, and the other way round.

    Args:
        file: A catalog; it need not be right.
    """
    for path, scale in file.find("domains.*.scale"):
        texts = _texts(scale)
        norms = {fold(str(row.get("norm"))) for row in _rows(file, path)}
        for norm, names in _NAMES.items():
            naming = [grade for grade, text in texts.items() if any(n in text for n in names)]
            yield from _at_odds(file, path, norm, norm.value in norms, naming, bool(texts))


def _texts(scale: object) -> dict[str, str]:
    if not isinstance(scale, dict):
        return {}
    steps = {
        grade: step.get("text") if isinstance(step, dict) else step for grade, step in scale.items()
    }
    return {grade: fold(text) for grade, text in steps.items() if isinstance(text, str)}


def _rows(file: YamlFile, path: DataPath) -> list[dict[str, object]]:
    rows = file.at((*path[:-1], "indicators"))
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, tuple) else []


def _at_odds(
    file: YamlFile, path: DataPath, norm: Norm, has: bool, naming: list[str], is_printed: bool
) -> Iterator[Finding]:
    letter = quoted(file.at((*path[:-1], "letter")))
    for grade in naming if not has else ():
        message = f"grade {grade} names {norm.value}, which domain {letter} lacks; where the form"
        message += " prints it so, leave it: what a domain lacks is never counted"
        yield Finding("SR743", file.place((*path, grade), key=True), message)
    if has and not naming and is_printed:
        message = f"domain {letter} has {norm.value}, which its scale does not name; correct the"
        message += " scale, or the norm of the rows"
        yield Finding("SR744", file.place(path, key=True), message)
