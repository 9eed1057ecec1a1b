"""Random rulebooks that link, and random checklists for them, built through the real pipeline."""

from fractions import Fraction
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from spur_rules import Checklist, InputError, Status
from spur_rules.conditions import FACTS, Measure
from spur_rules.linking import link
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Norm
from spur_rules.yaml_file import YamlFile

SCALES = ("AB", "AD", "ABD", "ABCD")
COUNTS = (0, Fraction(1, 2), 1, Fraction(3, 2), 2, 3)
SHARES = ("0", "1/11", "1/4", "1/3", "1/2", "2/3", "3/4", "10/11", "1")
UNITS = {"antal": COUNTS, "andel": SHARES, "vikt": (0, Fraction(1, 2), 1)}
WORSE = (("ej uppfyllt",), ("delvis", "ej uppfyllt"))
BETTER = (("uppfyllt", "på annat sätt"), ("uppfyllt", "på annat sätt", "delvis"))
FALLING = {Measure.SHARE_MET}

Data = dict[str, Any]


def catalogs() -> st.SearchStrategy[Data]:
    domains = st.lists(domain_shapes(), min_size=1, max_size=4)
    return domains.map(lambda shapes: _catalog(shapes))


def domain_shapes() -> st.SearchStrategy[tuple[str, tuple[Norm, ...]]]:
    norms = st.lists(st.sampled_from(Norm), min_size=1, max_size=9).map(tuple)
    return st.tuples(st.sampled_from(SCALES), norms)


def _catalog(shapes: list[tuple[str, tuple[Norm, ...]]]) -> Data:
    return {
        "schema": "spur-rules/catalog/1",
        "id": "random",
        "version": "1.0.0",
        "title": "random",
        "language": "sv",
        "valid_from": "2020-01-01",
        "regulations": ({"id": "R", "title": "R"},),
        "domains": tuple(
            {
                "letter": letter,
                "title": letter,
                "group": "G",
                "scale": {grade: f"grade {grade}" for grade in scale},
                "indicators": tuple(_row(f"{letter}{i}", norm) for i, norm in enumerate(norms, 1)),
            }
            for letter, (scale, norms) in zip("ABCD", shapes, strict=False)
        ),
    }


def _row(id: str, norm: Norm) -> Data:
    row = {"id": id, "norm": norm.value, "norm_origin": "printed", "basis": "direkt"}
    return row | {"source": "okänd", "text": f"Text {id}."}


def parameters() -> st.SearchStrategy[Data]:
    def parameter(unit: str) -> st.SearchStrategy[Data]:
        words = {"printed": None, "meaning": {"sv": "x"}, "reason": "x", "source": "x"}
        values = st.sampled_from(UNITS[unit]).map(_written)
        return values.map(lambda value: {"default": value, "unit": unit} | words)

    return st.fixed_dictionaries({f"p.{unit}": parameter(unit) for unit in UNITS})


def _written(value: Any) -> Any:
    return value if isinstance(value, (int, str)) else str(value)


@st.composite
def conditions(draw: Any, domain: Data, worse: bool = True, depth: int = 2) -> Data:
    """A condition that can only become true (worse) or false (not worse) as answers get worse."""
    kind = draw(
        st.sampled_from(("fact", "fact", "status", "all", "any", "not")[: 3 + 3 * bool(depth)])
    )
    if kind in ("all", "any"):
        part = conditions(domain, worse, depth - 1)
        return {kind: tuple(draw(st.lists(part, min_size=1, max_size=3)))}
    if kind == "not":
        return {"not": draw(conditions(domain, not worse, depth - 1))}
    if kind == "status":
        id = draw(st.sampled_from([row["id"] for row in domain["indicators"]]))
        words = draw(st.sampled_from(WORSE if worse else BETTER))
        also = draw(st.sampled_from(((), ("ej tillämpligt",))))
        return {"indicator": id, "is": words + also}
    return draw(facts(domain, worse))


@st.composite
def facts(draw: Any, domain: Data, worse: bool) -> Data:
    norms = sorted({row["norm"] for row in domain["indicators"]})
    norm = draw(st.sampled_from(norms))
    names = [name for name, (of, _) in FACTS.items() if of.value == norm]
    name = draw(st.sampled_from(names))
    measure = FACTS[name][1]
    rising = worse != (measure in FALLING)
    ops = ("at_least", "more_than") if rising else ("at_most", "less_than")
    if measure is Measure.APPLICABLE:
        ops = ("at_least", "more_than", "at_most", "less_than")
    unit = "andel" if measure is Measure.SHARE_MET else "antal"
    literal = st.sampled_from(UNITS[unit]).map(_written)
    threshold = draw(st.one_of(literal, st.just({"parameter": f"p.{unit}"})))
    return {"fact": name, draw(st.sampled_from(ops)): threshold}


@st.composite
def rules(draw: Any, catalog: Data, number: int) -> Data:
    domain = draw(st.sampled_from(catalog["domains"]))
    ceiling = draw(st.sampled_from(list(domain["scale"])[1:]))
    rule = {"id": f"r{number}", "ceiling": ceiling, "domains": (domain["letter"],)}
    words = {"because": {"sv": "x"}, "source": "x"}
    return rule | words | {"when": draw(conditions(domain))}


@st.composite
def rulebooks(draw: Any) -> Rulebook:
    catalog = draw(catalogs())
    count = draw(st.integers(1, 8))
    weights = draw(st.sampled_from(({}, *({n.value: {"parameter": "p.vikt"}} for n in Norm))))
    written = [draw(rules(catalog, number)) for number in range(count)]
    return linked(catalog, written, draw(parameters()), weights)


def ruleset_of(written: list[Data], settings: Data, weights: Data) -> Data:
    return {
        "schema": "spur-rules/ruleset/1",
        "id": "random",
        "version": "1.0.0",
        "catalog": "random",
        "title": "random",
        "language": "sv",
        "parameters": settings,
        "partly_counts_as": weights,
        "profiles": {"standard": {"title": {"sv": "x"}, "reason": "x"}},
        "rules": tuple(written),
    }


def linked(catalog: Data, written: list[Data], settings: Data, weights: Data) -> Rulebook:
    """Link, leaving out the rules that can never fire."""
    for _ in range(2):
        assume(written)
        ruleset = ruleset_of(written, settings, weights)
        try:
            return link(YamlFile("catalog", catalog), YamlFile("rules", ruleset))
        except InputError as error:
            if {p.code for p in error.problems} != {"SR307"}:
                raise
            dead = {p.message.split("`")[1] for p in error.problems}
            written = [rule for rule in written if rule["id"] not in dead]
    raise AssertionError("a rule that could fire cannot any more")


def checklists(rulebook: Rulebook) -> st.SearchStrategy[Checklist]:
    statuses = {id: st.sampled_from(_allowed(row.norm)) for id, row in rulebook.indicators.items()}
    made = st.fixed_dictionaries({}, optional=statuses)
    return made.map(lambda found: Checklist.of(rulebook.catalog.id, found))


def _allowed(norm: Norm) -> list[Status]:
    advice = norm is Norm.ALLMANT_RAD
    return [status for status in Status if advice or status is not Status.MET_OTHERWISE]
