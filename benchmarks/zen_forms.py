"""zen-engine in every form that could be its fastest. Run this file to compare them.

All start from the same answers, and count in Python where that is faster than counting in ZEN.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import compress
from typing import Any

import zen
from by_hand import MET, by_hand
from counting import ALL_MET, COUNTS, NAMES, NORMS, count, fours
from reviews import FORM, LETTERS, RULEBOOK, Answers, Result, real_case, varied
from rounds import interleaved

Form = Callable[[Answers], Result]


def _grade(rules: str, advice: str, exceptions: str, quality: str) -> str:
    """One domain's grade as a ZEN expression."""
    too_many = f"{exceptions} > 2 or {exceptions} > {quality}"
    return f"({rules} > 0 ? 'D' : {advice} > 0 ? 'C' : {too_many} ? 'B' : 'A')"


def _in_list(name: str) -> list[str]:
    """Each domain's grade, the counts being elements of one list."""
    return [_grade(*(f"{name}[{4 * i + j}]" for j in range(4))) for i in range(len(LETTERS))]


def _listed(parts: Iterable[str]) -> str:
    return f"[{', '.join(parts)}]"


def list_form() -> Form:
    """One compiled expression; the counts are a list under a key."""
    expression = zen.compile_expression(_listed(_in_list("x")))

    def grade(answers: Answers) -> Result:
        counts, shortcomings = count(answers)
        return expression.evaluate({"x": counts}), shortcomings

    return grade


def root_list_form() -> Form:
    """One compiled expression; the list of counts is the whole context."""
    expression = zen.compile_expression(_listed(_in_list("$root")))

    def grade(answers: Answers) -> Result:
        counts, shortcomings = count(answers)
        return expression.evaluate(counts), shortcomings

    return grade


def codes_form() -> Callable[[bytes], Result]:
    """As the one before, counted from status codes, one byte for each indicator."""
    expression = zen.compile_expression(_listed(_in_list("$root")))
    domain_of = {id: i for i, (_, rows) in enumerate(FORM) for id, _ in rows}
    norm_of = {id: NORMS.index(norm) for _, rows in FORM for id, norm in rows}
    places = [4 * domain_of[id] + norm_of[id] for id in RULEBOOK.order]
    not_simply_met = bytes(2 <= code <= 4 for code in range(256))

    def grade(codes: bytes) -> Result:
        counts = ALL_MET.copy()
        shortcomings: list[str] = []
        for at in compress(range(len(codes)), codes.translate(not_simply_met)):
            code, place = codes[at], places[at]
            if code != 4:
                counts[place] += code - 1
                shortcomings.append(RULEBOOK.order[at])
            elif place % 4 == 2:
                counts[place + 1] -= 1
        return expression.evaluate(counts), shortcomings

    return grade


def text_form() -> Form:
    """One compiled expression; the grades come back as one text of eight letters."""
    expression = zen.compile_expression(" + ".join(_in_list("$root")))

    def grade(answers: Answers) -> Result:
        counts, shortcomings = count(answers)
        return list(expression.evaluate(counts)), shortcomings

    return grade


def names_form() -> Form:
    """One compiled expression; the counts have names."""
    named = (_grade(*(f"{name}_{letter}" for name in COUNTS)) for letter in LETTERS)
    expression = zen.compile_expression(_listed(named))

    def grade(answers: Answers) -> Result:
        counts, shortcomings = count(answers)
        return expression.evaluate(dict(zip(NAMES, counts, strict=True))), shortcomings

    return grade


def _sparse_grade(letter: str, rows: Iterable[tuple[str, str]]) -> str:
    size = sum(norm == NORMS[2] for _, norm in rows)
    names = [f"({name}_{letter} ?? 0)" for name in COUNTS[:3]]
    return _grade(*names, f"{size} - (void_{letter} ?? 0)")


def sparse_form() -> Form:
    """One compiled expression; only counts that are not zero are sent, by name."""
    expression = zen.compile_expression(_listed(_sparse_grade(*domain) for domain in FORM))
    names = {
        id: (f"{COUNTS[NORMS.index(norm)]}_{letter}", f"void_{letter}", norm == NORMS[2])
        for letter, rows in FORM
        for id, norm in rows
    }
    places = [(id, *name) for id, name in names.items()]

    def grade(answers: Answers) -> Result:
        counts: dict[str, int] = {}
        shortcomings: list[str] = []
        for id, name, void, is_quality in places:
            status = answers[id]
            if status in MET:
                continue
            if status == "ej tillämpligt":
                if is_quality:
                    counts[void] = counts.get(void, 0) + 1
                continue
            shortcomings.append(id)
            counts[name] = counts.get(name, 0) + (1 if status == "delvis" else 2)
        return expression.evaluate(counts), shortcomings

    return grade


def each_domain_form() -> Form:
    """One small compiled expression, evaluated eight times."""
    expression = zen.compile_expression(_grade(*COUNTS))

    def grade(answers: Answers) -> Result:
        counts, shortcomings = count(answers)
        grades = [
            expression.evaluate(
                {"rules": rules, "advice": advice, "exceptions": exceptions, "quality": quality}
            )
            for _, rules, advice, exceptions, quality in fours(counts)
        ]
        return grades, shortcomings

    return grade


def _counted(rows: Iterable[tuple[str, str]], norm: str, test: str) -> str:
    statuses = [f"a.{id}" for id, of in rows if of == norm]
    return f"count({_listed(statuses)}, {test})" if statuses else "0"


def _raw_grade(rows: tuple[tuple[str, str], ...]) -> str:
    short = "# == 'delvis' or # == 'ej uppfyllt'"
    rules, advice = (_counted(rows, norm, short) for norm in NORMS[:2])
    partly, not_met, applicable = (
        _counted(rows, NORMS[2], f"# {test}")
        for test in ("== 'delvis'", "== 'ej uppfyllt'", "!= 'ej tillämpligt'")
    )
    return _grade(rules, advice, f"({partly} + 2 * {not_met})", applicable)


def raw_form() -> Form:
    """One compiled expression that counts the statuses itself; only the ids are Python's."""
    expression = zen.compile_expression(_listed(_raw_grade(rows) for _, rows in FORM))
    short = frozenset(("delvis", "ej uppfyllt"))

    def grade(answers: Answers) -> Result:
        grades = expression.evaluate({"a": answers})
        return grades, [id for id, status in answers.items() if status in short]

    return grade


def _decision(node: dict[str, Any]) -> str:
    """A decision graph with one node between its input and its output, as JSON."""
    ends = [{"id": f"{end}Node", "type": f"{end}Node", "name": end} for end in ("input", "output")]
    nodes = [
        {"position": {"x": 0, "y": 0}, "content": {}, **each}
        for each in (ends[0], {"id": "rules", "name": "rules", **node}, ends[1])
    ]
    edges = [
        {"id": "in", "type": "edge", "sourceId": "inputNode", "targetId": "rules"},
        {"id": "out", "type": "edge", "sourceId": "rules", "targetId": "outputNode"},
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


def _expression_node() -> str:
    expressions = [
        {"id": letter, "key": letter, "value": value}
        for letter, value in zip(LETTERS, _in_list("x"), strict=True)
    ]
    return _decision({"type": "expressionNode", "content": {"expressions": expressions}})


def _node_form(content: Any) -> Form:
    decision = zen.ZenEngine().create_decision(content)

    def grade(answers: Answers) -> Result:
        counts, shortcomings = count(answers)
        found = decision.evaluate({"x": counts})["result"]
        return [found[letter] for letter in LETTERS], shortcomings

    return grade


def node_form() -> Form:
    """A decision with an expression node, from JSON text."""
    return _node_form(_expression_node())


def compiled_node_form() -> Form:
    """A decision with an expression node, from a `ZenDecisionContent`."""
    return _node_form(zen.ZenDecisionContent(_expression_node()))


def _loaded(decision: str) -> zen.ZenEngine:
    loader = {"type": "static", "content": {"spur": json.loads(decision)}}
    return zen.ZenEngine({"loader": loader})


def loaded_node_form() -> Form:
    """The same decision, kept by the engine's own static loader: fast, for it needs no callback."""
    engine = _loaded(_expression_node())

    def grade(answers: Answers) -> Result:
        counts, shortcomings = count(answers)
        found = engine.evaluate("spur", {"x": counts})["result"]
        return [found[letter] for letter in LETTERS], shortcomings

    return grade


def _table() -> str:
    columns = [{"id": name, "name": name, "field": name} for name in COUNTS]
    tests = [
        ({"rules": "> 0"}, "D"),
        ({"advice": "> 0"}, "C"),
        ({"exceptions": "> 2"}, "B"),
        ({"exceptions": "> quality"}, "B"),
        ({}, "A"),
    ]
    rows = [
        {"_id": str(i), **dict.fromkeys(COUNTS, ""), **test, "grade": f"'{grade}'"}
        for i, (test, grade) in enumerate(tests)
    ]
    table = {
        "hitPolicy": "first",
        "inputs": columns,
        "outputs": [{"id": "grade", "name": "grade", "field": "grade"}],
        "rules": rows,
        "executionMode": "loop",
        "inputField": "domains",
        "outputPath": "graded",
    }
    return _decision({"type": "decisionTableNode", "content": table})


def loaded_table_form() -> Form:
    """A decision table, first hit, looped over the eight domains, in a static loader."""
    engine = _loaded(_table())

    def grade(answers: Answers) -> Result:
        counts, shortcomings = count(answers)
        domains = [dict(zip(COUNTS, four[1:], strict=True)) for four in fours(counts)]
        graded = engine.evaluate("spur", {"domains": domains})["result"]["graded"]
        return [row["grade"] for row in graded], shortcomings

    return grade


# Beside each form how many times as long as hand-written Python it takes, on the real case and on
# 64 checklists in turn, as this file printed it with zen-engine 2.1.3 on CPython 3.11.7.
# `codes_form` starts from other input, so `engines.py` times it: 1.1, 1.05.
FORMS: dict[str, Callable[[], Form]] = {
    "expression, sparse names": sparse_form,  # 1.35, 1.35
    "expression, root list": root_list_form,  # 1.4, 1.35
    "expression, root list to text": text_form,  # 1.4, 1.4
    "expression, list": list_form,  # 1.5, 1.45
    "expression, names": names_form,  # 2.15, 2.1
    "expression, each domain": each_domain_form,  # 2.5, 2.4
    "expression, raw statuses": raw_form,  # 6.9, 6.1
    "expression node": node_form,  # from 35 to 150, another ratio in every run
    "expression node, ZenDecisionContent": compiled_node_form,  # from 20 to 100, the same
    "expression node, static loader": loaded_node_form,  # 2.9, 2.75
    "decision table, static loader": loaded_table_form,  # 6.9, 6.4
}


def main() -> None:
    """Print how every form compares with plain hand-written Python."""
    forms: dict[str, Form] = {"hand-written Python": by_hand}
    forms |= {name: make() for name, make in FORMS.items()}
    for answers in varied(300, (0, 0.02, 0.1, 0.3, 1)):
        assert all(grade(answers) == by_hand(answers) for grade in forms.values())
    one, many = [real_case()] * 64, varied(64, (0.02, 0.1, 0.2))
    same = interleaved(forms, lambda _: one, 40)
    turn = interleaved(forms, lambda _: many, 40)
    for name in forms:
        of_same, of_turn = (taken[name] / taken["hand-written Python"] for taken in (same, turn))
        print(f"{name:36}{of_same:8.2f}{of_turn:8.2f}")


if __name__ == "__main__":
    main()
