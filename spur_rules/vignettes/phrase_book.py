"""The phrase tables of a catalog and its overlays, checked against the rows that they are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..catalog import Indicator, NormOrigin
from ..checking.consistency import hints
from ..checklist import SCHEMA as CHECKLIST_SCHEMA
from ..checklist import Checklist
from ..errors import InputError, Problem, quoted
from ..loading import hint, load, most
from ..phrases import Phrases, Table
from ..provenance import Place
from ..reading import catalog_misfit
from ..rulebook import Rulebook
from ..shipped import shipped_files
from ..vocabulary import STATUSES, Norm, Status, fold
from ..yaml_events import DataPath
from ..yaml_file import YamlFile, read_file

#: What every row of a catalog must have sentences for, once its file has any.
NEEDED = (Status.MET, Status.PARTLY, Status.NOT_MET)

Sentences = dict[Status, tuple[str, ...]]


class PhraseBook:
    """What may be written beside a row.

    Args:
        files: The phrases of the catalog and its overlays; what a later one has for a row or a
            norm takes the place of what an earlier one has.
        shipped: Those whose sentences by norm are for the rows of any catalog.
    """

    def __init__(self, files: Sequence[Phrases], shipped: Sequence[Phrases]) -> None:
        self._own: dict[str, Sentences] = {}
        self._generic: dict[Norm, Sentences] = {}
        for file in (*shipped, *files):
            for norm in file.generic:
                self._generic[norm.norm] = self._generic.get(norm.norm, {}) | _table(norm.table)
        for file in files:
            self._own |= {row.indicator: _table(row.table) for row in file.indicators}

    def has(self, id: str, status: Status) -> bool:
        """Whether a row has a sentence of its own for a status."""
        return status in self._own.get(id, {})

    def sentences(self, row: Indicator, status: Status) -> tuple[str, ...]:
        """What may be written beside a row with a status: its own sentences, or its norm's."""
        if self.has(row.id, status):
            return self._own[row.id][status]
        text = " ".join(row.text.split())
        end = "" if text.endswith(".") else "."  # a row is quoted as it stands
        found = self._generic[row.norm][status]
        return tuple(phrase.replace("{text}", text) + end for phrase in found)


def _table(table: Table) -> Sentences:
    return {row.status: row.phrases for row in table}


def phrase_book(rulebook: Rulebook, paths: Sequence[str | Path] = ()) -> PhraseBook:
    """The phrases for a rulebook's rows: those that come with it, then those that are named.

    Args:
        rulebook: Whose rows they are for.
        paths: Files of phrases for the catalog or one of its overlays.

    Raises:
        InputError: Every mistake in every file: SR1xx for its shape, SR401 and SR404 for a row or a
            status that it cannot have, SR405 for another catalog, SR852 for a row without a
            sentence, SR853 for a sentence that speaks against its status.
    """
    shipped = [_loaded(read_file(path)) for path in shipped_files("indicator_catalog", "phrases")]
    found = [file for file in shipped if _is_for(file.catalog, rulebook)]
    problems: list[Problem] = []
    for path in paths:
        try:
            file = read_file(path)
            model, mistakes = load(Phrases, file)
            if not any(problem.code == "SR115" for problem in mistakes):
                mistakes += most(_Check(file, rulebook).problems())
            problems += mistakes
            found += [model] if model else []
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return PhraseBook(found, shipped)


def _loaded(file: YamlFile) -> Phrases:
    model, problems = load(Phrases, file)
    if model is None or problems:
        raise InputError(problems)
    return model


def _is_for(named: str, rulebook: Rulebook) -> bool:
    return rulebook.catalog.is_named(named) or rulebook.catalog.overlaid.names(named)


class _Check:
    """What does not fit between a file of phrases and the catalog."""

    def __init__(self, file: YamlFile, rulebook: Rulebook) -> None:
        self._file, self._rulebook = file, rulebook
        self._rows = rulebook.indicators

    def problems(self) -> Iterator[Problem]:
        named = self._file.data.get("catalog")
        if isinstance(named, str) and _is_for(named, self._rulebook):
            yield from self._rows_and_statuses()
            if self._rulebook.catalog.is_named(named) and "indicators" in self._file.data:
                yield from self._lacking()
            yield from self._against()
        else:
            yield from catalog_misfit(self._file, self._rulebook.catalog, "the phrases are for")

    def _rows_and_statuses(self) -> Iterator[Problem]:
        for path, _ in self._file.find("indicators.*"):
            id = str(path[-1])
            if id not in self._rows:
                message = f"unknown indicator {quoted(id)}{hint(id, self._rows)}"
                yield Problem("SR401", self._file.place(path, key=True), message)
            elif self._rows[id].norm is not Norm.ALLMANT_RAD:
                for inner, _ in self._file.find("indicators.*.*"):
                    if inner[:-1] == path and _status(inner[-1]) is Status.MET_OTHERWISE:
                        message = (
                            f"{quoted(inner[-1])} is only for allmänna råd, and {quoted(id)} is"
                            f" {self._rows[id].norm}; remove it"
                        )
                        yield Problem("SR404", self._file.place(inner, key=True), message)

    def _lacking(self) -> Iterator[Problem]:
        """A row of the catalog itself without sentences; those of overlays have the norm's."""
        written: dict[str, list[Status | None]] = {}
        for path, _ in self._file.find("indicators.*"):
            written[str(path[-1])] = []
        for path, _ in self._file.find("indicators.*.*"):
            written[str(path[1])].append(_status(path[-1]))
        for row in self._rows.values():
            if row.norm_origin is NormOrigin.OVERLAY:
                continue
            lacking = [s for s in NEEDED if s not in written.get(row.id, [])]
            if lacking:
                words = ", ".join(quoted(status.value) for status in lacking)
                message = f"{quoted(row.id)} has no phrase for {words}; write at least one for each"
                yield Problem("SR852", self._place(row.id, row.id in written), message)

    def _place(self, id: str, is_there: bool) -> Place:
        path: DataPath = ("indicators", id) if is_there else ("indicators",)
        return self._file.place(path, key=True)

    def _against(self) -> Iterator[Problem]:
        """A sentence in which the catalog sees a word that speaks against its status."""
        for path, text in self._file.find("indicators.*.*.*"):
            id, status = str(path[1]), _status(path[2])
            if id not in self._rows or status is None or not isinstance(text, str):
                continue
            answer = {"status": status.value, "comment": text, "reason": text}
            made = {"schema": CHECKLIST_SCHEMA, "catalog": self._rulebook.catalog.id}
            checklist = Checklist.model_validate(made | {"answers": {id: answer}})
            for found in hints(self._rulebook, checklist):
                words = ", ".join(map(quoted, found.words))
                message = f"{words} speaks against {quoted(status.value)}; word it otherwise"
                yield Problem("SR853", self._file.place(path), message)


def _status(written: object) -> Status | None:
    return STATUSES.get(fold(str(written)))
