"""Which rows may deviate, and as what, so that a case reads like a real one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from ..explaining.what_if import Alike
from ..rulebook import LinkedDomain, Rulebook
from ..vocabulary import Code, Norm, Status

#: Whether a row has a sentence of its own for a status.
HasPhrase = Callable[[str, Status], bool]
_RARE = {Code.MET_OTHERWISE: Status.MET_OTHERWISE, Code.NOT_APPLICABLE: Status.NOT_APPLICABLE}


class Plausible:
    """What may be ticked where.

    A row that another one takes for granted (`consistency.presupposes` in the catalog) stays met:
    otherwise the other would have to lack something too, and the case would be two steps from its
    boundary, or the program would hint at it. `på annat sätt` and `ej tillämpligt` are ticked only
    where the phrase table has a reason for it.

    Args:
        rulebook: Whose rows they are.
        has_phrase: What the phrase table has.
    """

    def __init__(self, rulebook: Rulebook, has_phrase: HasPhrase) -> None:
        self._rulebook, self._has_phrase = rulebook, has_phrase

    @cached_property
    def taken_for_granted(self) -> frozenset[str]:
        """The rows that others presuppose."""
        return frozenset(row.needs for row in self._rulebook.catalog.consistency.presupposes)

    def may_be(self, id: str, code: Code) -> bool:
        """Whether a row may have a status other than plainly met."""
        if id in self.taken_for_granted:
            return False
        if code is Code.MET_OTHERWISE and not self._is_advice(id):
            return False
        return code not in _RARE or self._has_phrase(id, _RARE[code])

    def _is_advice(self, id: str) -> bool:
        return self._rulebook.indicators[id].norm is Norm.ALLMANT_RAD

    def rows(self, domain: LinkedDomain, alike: Alike, code: Code) -> list[str]:
        """Those of some alike rows that may have a status, in the domain's order."""
        ids = [domain.order[at] for at in alike.offsets]
        return [id for id in ids if self.may_be(id, code)]
