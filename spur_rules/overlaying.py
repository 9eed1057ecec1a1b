"""Overlays laid on a catalog, in order: what comes out is a catalog like any other.

Nothing is lost on the way: what a row said before, why it was changed, by which overlay and on
which line is kept beside the catalog, for every report.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from .catalog import Basis, Catalog, Consistency, Indicator, NormOrigin, RetiredId
from .errors import InputError, Problem, quoted
from .id_checks import successor_checks
from .loading import hint, load
from .overlay import Added, Binding, Overlay, Retired, Reworded, RowNote
from .provenance import ChangeKind, ContentId, Overlaid, OverlayUsed, Place, RowChange
from .vocabulary import Norm
from .yaml_events import DataPath
from .yaml_file import YamlFile

#: The id of an added row: no row of a form has a hyphen, so a later version cannot use it too.
ADDED_ID = re.compile(r"[A-ZÅÄÖ]-[0-9A-Za-zÅÄÖåäö-]+")
_LEGAL = (Norm.FORESKRIFT, Norm.ALLMANT_RAD)


def lay(catalog: Catalog, files: Sequence[YamlFile]) -> Catalog:
    """A catalog extended by overlays, each laid on what those before it made.

    Args:
        catalog: What the overlays extend.
        files: The overlays' files, in order; with none the catalog is given back as it is.

    Returns:
        A catalog whose `overlaid` tells which overlay did what.

    Raises:
        InputError: SR216 to SR227 and what is wrong in the shape of the files, all at once.
    """
    if not files:
        return catalog
    laying = _Laying(catalog)
    for file in files:
        overlay, problems = load(Overlay, file)
        laying.problems += problems
        if overlay is not None:
            laying.lay(overlay, file)
    if laying.problems:
        raise InputError(laying.problems)
    return laying.catalog()


class _Touched(NamedTuple):
    """Where a row was changed already, and how."""

    kind: ChangeKind
    place: Place


class _Laying:
    def __init__(self, catalog: Catalog) -> None:
        self.base = catalog
        self.rows = {row.id: row for domain in catalog.domains for row in domain.indicators}
        self.regulations = [regulation.id for regulation in catalog.regulations]
        self.letters = [domain.letter for domain in catalog.domains]
        self.problems: list[Problem] = []
        self.used = list(catalog.overlaid.overlays)
        self.changes = list(catalog.overlaid.changes)
        self.earlier = {row.old: row for row in catalog.earlier_ids}
        self.retired = list(catalog.retired_ids)
        self._touched: dict[str, list[_Touched]] = {}

    def lay(self, overlay: Overlay, file: YamlFile) -> None:
        self._file, self._content = file, ContentId(overlay.id, overlay.version, file.sha256)
        self._own: set[str] = set()
        retired_before = {row.id for row in self.retired}
        if not self.base.is_named(overlay.extends):
            found = f"{self.base.id}@{self.base.version}"
            message = (
                f"the overlay extends {quoted(overlay.extends)}, the catalog is `{found}`;"
                " use the catalog that it extends, or an overlay for this one"
            )
            self.report("SR220", ("extends",), message)
            return  # what the rows would be told then is of no use
        for index, added in enumerate(overlay.add):
            self._add(added, ("add", index))
        for index, note in enumerate(overlay.notes):
            self._note(note, ("notes", index))
        for index, binding in enumerate(overlay.bind):
            self._bind(binding, ("bind", index))
        for index, reworded in enumerate(overlay.reword):
            self._reword(reworded, ("reword", index))
        for index, retired in enumerate(overlay.retire):
            self._retire(retired, ("retire", index))
        self._rename(overlay, retired_before)
        validity = (overlay.valid_from, overlay.valid_to)
        self.used.append(OverlayUsed(self._content, overlay.title, overlay.example, *validity))

    def report(self, code: str, path: DataPath, message: str) -> None:
        self.problems.append(Problem(code, self._file.place(path), message))

    def _add(self, row: Added, path: DataPath) -> None:
        if row.norm is not Norm.KVALITETSINDIKATOR:
            message = (
                f"{row.id} is a {row.norm}, which only the regulation can make; add a"
                " kvalitetsindikator, or a note on the row that has it"
            )
            self.report("SR222", (*path, "norm"), message)
        if not ADDED_ID.fullmatch(row.id):
            message = (
                f"{quoted(row.id)} could be a row of a later form; write the domain's letter, a"
                f" hyphen and letters of your own, such as `{row.id[0]}-XX1`"
            )
            self.report("SR223", (*path, "id"), message)
        elif row.id[0] not in self.letters:
            message = f"unknown domain {quoted(row.id[0])}{hint(row.id[0], self.letters)}"
            self.report("SR310", (*path, "id"), message)
        elif row.id in self._own:
            return  # twice in one file, which is told when it is loaded
        elif row.id in self.rows or row.id in self._gone():
            message = f"{quoted(row.id)} is taken{self._by(row.id)}; choose another id"
            self.report("SR224", (*path, "id"), message)
        else:
            self._check_regulations(row.regulations, path)
            self.rows[row.id] = Indicator(
                id=row.id,
                norm=row.norm,
                norm_origin=NormOrigin.OVERLAY,
                note=row.note,
                basis=Basis.SPECIALTY,
                source=row.source,
                text=row.text,
                regulations=row.regulations,
            )
            self._own.add(row.id)
            self._record(row.id, ChangeKind.ADDED, (*path, "id"))

    def _note(self, note: RowNote, path: DataPath) -> None:
        if self._is_free(note.indicator, ChangeKind.NOTED, path):
            self._record(note.indicator, ChangeKind.NOTED, (*path, "indicator"), note.text)

    def _bind(self, binding: Binding, path: DataPath) -> None:
        self._check_regulations(binding.regulations, path)
        if self._is_free(binding.indicator, ChangeKind.BOUND, path):
            row = self.rows[binding.indicator]
            self._replace(row, regulations=binding.regulations)
            place = (*path, "indicator")
            self._record(row.id, ChangeKind.BOUND, place, reason=binding.reason)

    def _reword(self, reworded: Reworded, path: DataPath) -> None:
        if not self._is_free(reworded.indicator, ChangeKind.REWORDED, path):
            return
        row, law = self.rows[reworded.indicator], None
        if row.norm in _LEGAL:
            if reworded.regulation is None or reworded.source is None:
                message = (
                    f"{row.id} is a {row.norm}, whose words are the regulation's own; name with"
                    " `regulation` and `source` where it has the new ones, or write a note"
                )
                self.report("SR225", (*path, "indicator"), message)
                return
            self._check_regulations([reworded.regulation], path, "regulation")
            law = f"{reworded.regulation}, {reworded.source}"
        self._replace(row, text=reworded.text, source=law or reworded.source or row.source)
        place = (*path, "indicator")
        self._record(row.id, ChangeKind.REWORDED, place, row.text, reworded.reason, law)

    def _retire(self, retired: Retired, path: DataPath) -> None:
        if not self._is_free(retired.indicator, ChangeKind.RETIRED, path):
            return
        row = self.rows[retired.indicator]
        if row.norm in _LEGAL and retired.repealed_by is None:
            message = (
                f"{row.id} is a {row.norm}, which only the regulation can repeal; name with"
                " `repealed_by` what repealed it, or keep the row"
            )
            self.report("SR226", (*path, "indicator"), message)
            return
        if sum(id[0] == row.id[0] for id in self.rows) == 1:
            message = f"{row.id} is the last row of domain {row.id[0]}; keep it, or add another"
            self.report("SR227", (*path, "indicator"), message)
            return
        del self.rows[row.id]
        self.retired.append(RetiredId(id=row.id, reason=retired.reason))
        law = (retired.reason, retired.repealed_by)
        self._record(row.id, ChangeKind.RETIRED, (*path, "indicator"), row.text, *law)

    def _rename(self, overlay: Overlay, retired_before: Collection[str]) -> None:
        for row in overlay.earlier_ids:
            before = self.earlier.get(row.old)
            if before is not None and before.new != row.new:
                message = f"{quoted(row.old)} leads to {quoted(before.new)} already; keep one"
                self.report("SR224", ("earlier_ids", row.old), message)
            elif row.old in retired_before:
                message = f"{quoted(row.old)} is retired already; remove this line"
                self.report("SR224", ("earlier_ids", row.old), message)
        known = {row.old: row.new for row in self.earlier.values()}
        self.problems += successor_checks(self._file, self.rows, self._gone(), known)
        self.earlier |= {row.old: row for row in overlay.earlier_ids}

    def _gone(self) -> Collection[str]:
        return {row.id for row in self.retired} | self.earlier.keys()

    def _is_free(self, id: str, kind: ChangeKind, path: DataPath) -> bool:
        """Whether there is such a row, and nobody changed it in a way that does not go with this.

        A note goes with all but a retirement.
        """
        place: DataPath = (*path, "indicator")
        for touched in self._touched.get(id, ()):
            is_addition = touched.kind is ChangeKind.ADDED  # which a later overlay may change
            kinds = {kind, touched.kind}
            if kind is ChangeKind.NOTED or is_addition:
                continue
            if len(kinds) == 1 or ChangeKind.RETIRED in kinds:
                message = f"{quoted(id)} is {touched.kind} already, {touched.place}; keep one"
                self.report("SR224", place, message)
                return False
        if id in self.rows:
            return True
        message = f"unknown indicator {quoted(id)}{self._by(id) or hint(id, self.rows)}"
        self.report("SR221", place, message)
        return False

    def _by(self, id: str) -> str:
        places = [str(touched.place) for touched in self._touched.get(id, ())]
        return f", see {places[-1]}" if places else ""

    def _check_regulations(
        self, names: Sequence[str], path: DataPath, key: str = "regulations"
    ) -> None:
        for index, name in enumerate(names):
            if name not in self.regulations:
                message = f"unknown regulation {quoted(name)}{hint(name, self.regulations)}"
                at: DataPath = (*path, key, index) if key == "regulations" else (*path, key)
                self.report("SR207", at, message)

    def _replace(self, row: Indicator, **changed: object) -> None:
        self.rows[row.id] = row.model_copy(update=changed)

    def _record(
        self,
        id: str,
        kind: ChangeKind,
        path: DataPath,
        text: str | None = None,
        reason: str | None = None,
        law: str | None = None,
    ) -> None:
        place = self._file.place(path)
        self._touched.setdefault(id, []).append(_Touched(kind, place))
        self.changes.append(RowChange(id, kind, self._content, place.line, text, reason, law))

    def catalog(self) -> Catalog:
        """The catalog that came of it; added rows stand last in their domain."""
        domains = [
            domain.model_copy(
                update={
                    "indicators": tuple(
                        row for row in self.rows.values() if row.id[0] == domain.letter
                    )
                }
            )
            for domain in self.base.domains
        ]
        return self.base.with_overlaid(
            Overlaid(tuple(self.used), tuple(self.changes)),
            domains=tuple(domains),
            consistency=self._consistency(),
            earlier_ids=tuple(self.earlier.values()),
            retired_ids=tuple(self.retired),
        )

    def _consistency(self) -> Consistency:
        """The hints about rows that there still are."""
        said = self.base.consistency
        kept = [p for p in said.presupposes if p.indicator in self.rows and p.needs in self.rows]
        return said.model_copy(update={"presupposes": tuple(kept)})
