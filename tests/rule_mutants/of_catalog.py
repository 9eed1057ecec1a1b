"""Mistakes in the catalog."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from .edits import MEANING, WORDS, Data, Mutant, Path, at, clipped, put, swapped, without

NORMS = ("föreskrift", "allmänt råd", "kvalitetsindikator")


def mutants(data: Data) -> Iterator[Mutant]:
    """Every mistake, in the file's order, one sort after the other."""
    for make in (_rows, _domains, _row_words, _scales, _around):
        yield from make(data)


def _made(sort: str, name: str, touches: str, data: Data) -> Mutant:
    return Mutant(f"{sort}: {name}", sort, touches, catalog=data)


def _each_row(data: Data) -> Iterator[tuple[str, Path, Data]]:
    for d, domain in enumerate(data["domains"]):
        for i, row in enumerate(domain["indicators"]):
            yield row["id"], ("domains", d, "indicators", i), row


def _rows(data: Data) -> Iterator[Mutant]:
    for id, path, row in _each_row(data):
        yield _made("row dropped", id, MEANING, without(data, path))
        for norm in NORMS:
            if norm != row["norm"]:
                changed = put(data, (*path, "norm"), norm)
                yield _made("norm swapped", f"{id} {norm}", MEANING, changed)


def _domains(data: Data) -> Iterator[Mutant]:
    domains = data["domains"]
    for d, domain in enumerate(domains):
        letter = domain["letter"]
        yield _made("domain dropped", letter, MEANING, without(data, ("domains", d)))
        for grade in domain["scale"]:
            changed = without(data, ("domains", d, "scale", grade))
            yield _made("grade dropped", f"{letter} {grade}", MEANING, changed)
        if "C" not in domain["scale"]:
            longer = dict(sorted((domain["scale"] | {"C": "Åtgärder rekommenderas."}).items()))
            changed = put(data, ("domains", d, "scale"), longer)
            yield _made("grade added", f"{letter} C", MEANING, changed)


def _row_words(data: Data) -> Iterator[Mutant]:
    rows = list(_each_row(data))
    for id, path, row in rows:
        changed = put(data, (*path, "text"), clipped(row["text"]))
        yield _made("text clipped", id, WORDS, changed)
        other = "inferred" if row["norm_origin"] == "printed" else "printed"
        yield _made("origin swapped", id, WORDS, put(data, (*path, "norm_origin"), other))
        yield _made("source emptied", id, WORDS, put(data, (*path, "source"), "-"))
    for (id, path, _), (after, next_path, _) in itertools.pairwise(rows):
        changed = swapped(data, (*path, "text"), (*next_path, "text"))
        yield _made("texts swapped", f"{id} {after}", WORDS, changed)


def _scales(data: Data) -> Iterator[Mutant]:
    for d, domain in enumerate(data["domains"]):
        letter, scale, path = domain["letter"], domain["scale"], ("domains", d, "scale")
        grades = list(scale)
        for grade in grades:
            changed = put(data, (*path, grade), clipped(scale[grade]))
            yield _made("sentence clipped", f"{letter} {grade}", WORDS, changed)
        for one, other in itertools.pairwise(grades):
            changed = swapped(data, (*path, one), (*path, other))
            yield _made("sentences swapped", f"{letter} {one} {other}", WORDS, changed)
        if "provision" in domain:
            changed = without(data, ("domains", d, "provision"))
            yield _made("provision dropped", letter, WORDS, changed)


def _around(data: Data) -> Iterator[Mutant]:
    for part in ("presupposes", "words_against"):
        for n in range(len(at(data, ("consistency", part)))):
            changed = without(data, ("consistency", part, n))
            yield _made("hint dropped", f"{part} {n}", WORDS, changed)
    for n, regulation in enumerate(data["regulations"]):
        changed = without(data, ("regulations", n))
        yield _made("regulation dropped", regulation["id"], WORDS, changed)
