"""Rulebooks of one domain, of the norms and the rules that a test names."""

from typing import Any

from spur_rules import Checklist, Status, suggest
from spur_rules.linking import link
from spur_rules.rulebook import Rulebook
from spur_rules.suggestion import DomainSuggestion
from spur_rules.yaml_file import YamlFile

FORESKRIFT, RAD, KVALITET = "föreskrift", "allmänt råd", "kvalitetsindikator"
WORDS = {"because": {"sv": "x"}, "source": "x"}
PROFILE = {"title": {"sv": "x"}, "reason": "x"}


def book(
    norms: list[str], rules: list[tuple[Any, ...]], scale: str = "ABCD", **more: Any
) -> Rulebook:
    """A rulebook of domain A.

    Args:
        norms: The norm of A1, of A2, and so on.
        rules: Ceiling and condition of rule r0, of r1, and so on; and its further keys, if any.
        scale: The grades of the domain.
        more: Further keys of the ruleset.
    """
    row = {"norm_origin": "printed", "basis": "direkt", "source": "okänd", "text": "T."}
    indicators = tuple({"id": f"A{n}", "norm": norm} | row for n, norm in enumerate(norms, 1))
    domain = {"letter": "A", "title": "A", "group": "G", "indicators": indicators}
    domain |= {"scale": {grade: grade for grade in scale}}
    catalog = {"schema": "spur-rules/catalog/1", "id": "x", "version": "1.0.0", "title": "x"}
    catalog |= {"language": "sv", "valid_from": "2020-01-01", "domains": (domain,)}
    catalog |= {"regulations": ({"id": "R", "title": "R"},)}
    made = {"schema": "spur-rules/ruleset/1", "id": "x", "version": "1.0.0", "title": "x"}
    made |= {"catalog": "x", "language": "sv", "profiles": {"standard": PROFILE}}
    made["rules"] = tuple(
        dict({"id": f"r{n}", "ceiling": ceiling, "when": when} | WORDS, **dict(*keys))
        for n, (ceiling, when, *keys) in enumerate(rules)
    )
    return link(YamlFile("c", catalog), YamlFile("r", made | more))


def plain_parameter(default: object, unit: str, **more: Any) -> dict[str, Any]:
    """A parameter without any words of its own."""
    words = {"printed": None, "meaning": {"sv": "x"}, "reason": "x", "source": "x"}
    return {"default": default, "unit": unit} | words | more


def named(id: str, *statuses: str) -> dict[str, Any]:
    return {"indicator": id, "is": statuses}


def fact(name: str, op: str, value: object) -> dict[str, Any]:
    return {"fact": name, op: value}


def answers(**statuses: str) -> Checklist:
    return Checklist.of("x", {id: Status(word) for id, word in statuses.items()})


def graded(rulebook: Rulebook, **statuses: str) -> DomainSuggestion:
    """Domain A as the native engine grades it."""
    return suggest(rulebook, answers(**statuses), engine="native")["A"]
