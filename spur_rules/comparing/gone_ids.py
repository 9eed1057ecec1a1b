"""Ids that old checklists name and the new catalog does not know."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..catalog import Catalog
from ..earlier_ids import known_ids
from ..provenance import Place
from .changelog import Finding
from .renaming import Names

#: What stands for a reason until one is given.
UNFILLED = "…"


def gone_ids(old: Catalog, new: Catalog, names: Names, place: Place) -> Iterator[Finding]:
    """The ids of which the new catalog does not say what became, if there are any.

    Args:
        old: What was.
        new: What is to be.
        names: The new id of each row that has one.
        place: Where the new catalog is.
    """
    if old.id != new.id:  # checklists for the one are none for the other
        return
    unsaid = {row.id for row in new.retired_ids if row.reason.strip() == UNFILLED}
    gone = [id for id in known_ids(old) if id not in known_ids(new) or id in unsaid]
    if gone:
        listed = ", ".join(f"`{id}`" for id in gone)
        are, them = ("is", "it") if len(gone) == 1 else ("are", "them")
        message = (
            f"{listed} {are} gone, and the catalog does not say what became of {them}: a checklist"
            f" that answers {them} is refused (SR401); name {them} under earlier_ids or retired_ids"
        )
        yield Finding("SR824", place, message, "\n".join(_lines(gone, old, new, names)))


def _lines(gone: list[str], old: Catalog, new: Catalog, names: Names) -> Iterator[str]:
    """The lines of YAML: the row that took its place, or else room for a reason."""
    became = {id: _became(id, old, new, names) for id in gone}
    renamed = {id: now for id, now in became.items() if now is not None}
    reasons = {row.id: row.reason for row in old.retired_ids}
    if renamed:
        yield "earlier_ids:"
        yield from (f"  {id}: {now}" for id, now in renamed.items())
    if len(renamed) < len(gone):
        yield "retired_ids:"
        for id in gone:
            if id not in renamed:
                reason = json.dumps(reasons[id], ensure_ascii=False) if id in reasons else UNFILLED
                yield f"  {id}: {reason}"


def _became(id: str, old: Catalog, new: Catalog, names: Names) -> str | None:
    """The row that an id stands for now, by what `diff` finds or by its text."""
    last = old.current_id(id)
    now = names.get(last, last)
    if now in new.norms:
        return now
    rows = [row for domain in old.domains for row in domain.indicators if row.id == last]
    texts = {row.text for row in rows}
    found = [row.id for domain in new.domains for row in domain.indicators if row.text in texts]
    return found[0] if len(found) == 1 and found[0] not in old.norms else None
