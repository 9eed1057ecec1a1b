"""The shipped cases fail when the rules or the catalog are broken: each mutant must be noticed."""

from collections.abc import Callable
from typing import Any

import pytest
from json_schemas import plain

from spur_rules import InputError
from spur_rules.api.testing import read_cases, run_cases
from spur_rules.linking import link
from spur_rules.shipped import CATALOG, RULES
from spur_rules.vocabulary import Norm
from spur_rules.yaml_file import YamlFile, read_file

CATALOG_FILE, RULES_FILE = read_file(CATALOG), read_file(RULES)
Data = dict[str, Any]
Change = Callable[[Data], None]


def rule(data: Data, id: str) -> Data:
    return next(row for row in data["rules"] if row["id"] == id)


def leaf(data: Data, id: str, part: int | None = None) -> Data:
    when = rule(data, id)["when"]
    return when if part is None else when["any"][part]


def comparing(id: str, old: str, new: str, part: int | None = None) -> Change:
    """Another operator."""

    def change(data: Data) -> None:
        at = leaf(data, id, part)
        at[new] = at.pop(old)

    return change


def having(id: str, key: str, value: Any) -> Change:
    return lambda data: rule(data, id).__setitem__(key, value)


def valued(name: str, value: Any, profile: str | None = None) -> Change:
    """Another value of a parameter, by default or in a profile."""

    def change(data: Data) -> None:
        if profile is None:
            data["parameters"][name]["default"] = value
        else:
            data["profiles"][profile]["values"][name] = value

    return change


def without(id: str) -> Change:
    return lambda data: data["rules"].remove(rule(data, id))


def both_needed(data: Data) -> None:
    when = rule(data, "fler-än-enstaka")["when"]
    when["all"] = when.pop("any")


D, C, C2, B = "föreskrift-brist", "råd-brist", "råd-ej-väsentligt", "fler-än-enstaka"
MOST, LEAST = "enstaka_undantag.högst", "enstaka_undantag.minsta_andel"
ADVICE = "väsentliga_delar.minsta_andel"
ADVICE_PARTLY, QUALITY_PARTLY = "delvis.allmänt_råd", "delvis.kvalitetsindikator"

RULE_MUTANTS: dict[str, Change] = {
    # Thresholds, by default: the nearest other values that any answers tell apart.
    "högst-0": valued(MOST, 0),
    "högst-½": valued(MOST, "1/2"),
    "högst-1½": valued(MOST, "3/2"),
    "högst-2": valued(MOST, 2),
    "andel-0": valued(LEAST, 0),
    "andel-över-½": valued(LEAST, "51/100"),
    "råd-under-½": valued(ADVICE, "2/5"),
    "råd-över-½": valued(ADVICE, "51/100"),
    "delvis-råd-0": valued(ADVICE_PARTLY, 0),
    "delvis-råd-1": valued(ADVICE_PARTLY, 1),
    "delvis-kvalitet-0": valued(QUALITY_PARTLY, 0),
    "delvis-kvalitet-1": valued(QUALITY_PARTLY, 1),
    # The same in the profiles.
    "sträng-högst-0": valued(MOST, 0, "sträng"),
    "sträng-andel-½": valued(LEAST, "1/2", "sträng"),
    "sträng-andel-över": valued(LEAST, "67/100", "sträng"),
    "sträng-råd-⅔": valued(ADVICE, "2/3", "sträng"),
    "sträng-råd-över": valued(ADVICE, "76/100", "sträng"),
    "sträng-delvis-råd": valued(ADVICE_PARTLY, "1/2", "sträng"),
    "sträng-delvis-kvalitet": valued(QUALITY_PARTLY, "1/2", "sträng"),
    "generös-högst-1": valued(MOST, 1, "generös"),
    "generös-andel-0": valued(LEAST, 0, "generös"),
    "generös-andel-över": valued(LEAST, "34/100", "generös"),
    "generös-råd-¼": valued(ADVICE, "1/4", "generös"),
    "generös-råd-över": valued(ADVICE, "34/100", "generös"),
    "generös-delvis-råd": valued(ADVICE_PARTLY, 0, "generös"),
    "generös-delvis-kvalitet": valued(QUALITY_PARTLY, "1/2", "generös"),
    # Comparisons.
    "föreskrift-två": lambda data: leaf(data, D).__setitem__("at_least", 2),
    "föreskrift-mer-än": comparing(D, "at_least", "more_than"),
    "föreskrift-ej-uppfyllda": lambda d: leaf(d, D).__setitem__("fact", "föreskrift.ej_uppfyllda"),
    "råd-två": lambda data: leaf(data, C).__setitem__("at_least", 2),
    "råd-ej-uppfyllda": lambda d: leaf(d, C).__setitem__("fact", "allmänt_råd.ej_uppfyllda"),
    "råd-undantag": lambda d: leaf(d, C).__setitem__("fact", "allmänt_råd.undantag"),
    "väsentligt-högst": comparing(C2, "less_than", "at_most"),
    "enstaka-minst": comparing(B, "more_than", "at_least", 0),
    "enstaka-högst": comparing(B, "less_than", "at_most", 1),
    "enstaka-brister": lambda d: leaf(d, B, 0).__setitem__("fact", "kvalitetsindikator.brister"),
    "enstaka-båda": both_needed,
    # Ceilings, rules, and what goes with them.
    "föreskrift-B": having(D, "ceiling", "B"),
    "råd-B": having(C, "ceiling", "B"),
    "råd-D": having(C, "ceiling", "D"),
    "väsentligt-B": having(C2, "ceiling", "B"),
    "väsentligt-D": having(C2, "ceiling", "D"),
    "enstaka-D": having(B, "ceiling", "D"),
    "enstaka-utan-domän-G": having(B, "domains", list("ABCDEFH")),
    "föreskrift-utan-domän-H": having(D, "domains", list("ABCDEFG")),
    "utan-förbehåll": lambda data: rule(data, C2).pop("caveat"),
    "förbehåll-på-alla-råd": lambda d: rule(d, C).__setitem__("caveat", rule(d, C2)["caveat"]),
    **{f"utan-{id}": without(id) for id in (D, C, C2, B)},
    "plan-till-B": lambda data: data["action_plan"].__setitem__("to", "B"),
    "plan-för-C": lambda data: data["action_plan"].update(lifts="C", to="B"),
    "utan-plan": lambda data: data.pop("action_plan"),
}


def noticed(catalog: YamlFile, rules: YamlFile, letter: str | None = None) -> bool:
    """Whether linking, reading or some shipped case (of one domain, or of any) finds it."""
    try:
        rulebook = link(catalog, rules)
        cases = [s for s in read_cases(rulebook) if letter in (None, s.case.domain)]
    except InputError:
        return True
    return not all(outcome.passed for outcome in run_cases(rulebook, cases))


def test_what_is_not_broken_passes() -> None:
    assert not noticed(CATALOG_FILE, RULES_FILE)


@pytest.mark.parametrize("name", RULE_MUTANTS)
def test_a_broken_rule_is_noticed(name: str) -> None:
    data = plain(RULES_FILE.data)
    RULE_MUTANTS[name](data)
    assert data != plain(RULES_FILE.data)
    link(CATALOG_FILE, rebuilt(data))  # a rulebook that could be used
    assert noticed(CATALOG_FILE, rebuilt(data))


def rebuilt(data: Data) -> YamlFile:
    """The data as a file's, its lists as the reader makes them."""
    return YamlFile("mutant", frozen(data))


def frozen(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: frozen(value) for key, value in node.items()}
    return tuple(map(frozen, node)) if isinstance(node, list) else node


@pytest.mark.parametrize("index", range(8), ids="ABCDEFGH")
def test_a_wrong_norm_is_noticed(index: int) -> None:
    """Each row of the domain as each of the two norms that it is not."""
    data = plain(CATALOG_FILE.data)
    letter = data["domains"][index]["letter"]
    for row in data["domains"][index]["indicators"]:
        right = row["norm"]
        for norm in Norm:
            row["norm"] = norm.value
            broken = YamlFile("mutant", frozen(data))
            assert norm.value == right or noticed(broken, RULES_FILE, letter), (row["id"], norm)
        row["norm"] = right
