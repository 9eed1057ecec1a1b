"""A checklist to counts: what the engines see. Small whole numbers only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress, repeat

from .checklist import Checklist
from .errors import InputError, Problem, quoted
from .in_force import RulesInForce
from .provenance import Place
from .rulebook import LinkedDomain, Rulebook
from .vocabulary import Code, Status

_UNKNOWN = bytes((Code.NOT_ASSESSED,))
_NOT_APPLICABLE = bytes((Code.NOT_APPLICABLE,))
_NOT_IN_USE = bytes((Code.NOT_IN_USE,))
_IS_COUNTED = bytes(Code.PARTLY <= code <= Code.NOT_APPLICABLE for code in range(256))
_IS_SHORTCOMING = bytes(code in (Code.PARTLY, Code.NOT_MET) for code in range(256))
_IS_NOT_IN_USE = bytes(code == Code.NOT_IN_USE for code in range(256))
_STATUS = {int(status.code): status for status in Status}
_IS_SET_ASIDE = bytes(code in (Code.MET_OTHERWISE, Code.NOT_APPLICABLE) for code in range(256))

#: The facts of a review, domain by domain: for each norm how many indicators are delvis, ej
#: uppfyllt and ej tillämpligt; then the status code of each indicator that a rule names.
Facts = Sequence[int]


def encode(rulebook: Rulebook, checklist: Checklist) -> bytes:
    """The statuses of a checklist as bytes, one for each indicator in the rulebook's order.

    This is the one place where a row that is bound to other regulations than the review names is
    found not to be in use: what is made of the bytes never sees what was answered to it.

    Args:
        rulebook: Whose indicators are asked.
        checklist: What was answered; what it does not mention is not assessed.

    Raises:
        InputError: SR401, the checklist answers an indicator that the rulebook does not have.
    """
    encoded = checklist.encoded.get(rulebook)
    if encoded is None:
        encoded = checklist.encoded[rulebook] = _encoded(rulebook, checklist)
    return encoded


def _encoded(rulebook: Rulebook, checklist: Checklist) -> bytes:
    codes = checklist.codes
    if not rulebook.catalog.is_named(checklist.catalog):
        message = f"answers catalog {quoted(checklist.catalog)}, not `{rulebook.catalog.id}`"
        raise InputError([Problem("SR405", Place("checklist"), message)])
    if not codes.keys() <= rulebook.indicators.keys():
        _refuse_unknown(rulebook, codes)
    encoded = bytes(map(codes.get, rulebook.order, repeat(_UNKNOWN[0])))
    return _in_use(rulebook, checklist, encoded) if rulebook.bound else encoded


def _refuse_unknown(rulebook: Rulebook, ids: Iterable[str]) -> None:
    """An answer to a row that is asked no longer is kept; the suggestion says it is not used."""
    catalog, problems = rulebook.catalog, []
    for id in ids:
        if id not in rulebook.indicators and id not in catalog.retired:
            now = catalog.current_id(id)
            way_out = f"; it is {quoted(now)} now" if now != id else ""
            message = f"unknown indicator {quoted(id)}{way_out}"
            problems.append(Problem("SR401", Place("checklist"), message))
    if problems:
        raise InputError(problems)


def _in_use(rulebook: Rulebook, checklist: Checklist, encoded: bytes) -> bytes:
    used, found = checklist.review.regulations, bytearray(encoded)
    for id, row in rulebook.bound.items():
        if not row.is_in_use(used):
            found[rulebook.position[id]] = Code.NOT_IN_USE
    return bytes(found)


def not_in_use(ordered: Rulebook | LinkedDomain, codes: bytes) -> list[str]:
    """The ids of the indicators that are bound to other regulations, in catalog order.

    Args:
        ordered: Whose indicators they are: the whole rulebook's, or one domain's.
        codes: Their statuses.
    """
    return _chosen(ordered, codes, _IS_NOT_IN_USE) if _NOT_IN_USE in codes else []


def statuses(domain: LinkedDomain, codes: bytes) -> dict[str, Status]:
    """The statuses of the indicators in use in one domain, in the rulebook's order.

    Args:
        domain: The domain.
        codes: The statuses of the whole checklist.
    """
    found = {id: codes[at] for id, at in domain.position.items()}
    return {id: _STATUS[code] for id, code in found.items() if code != Code.NOT_IN_USE}


def ends(codes: bytes) -> tuple[bytes, bytes]:
    r"""The worst and the best that the unknown can turn out to be: none of it met, or all of it.

    >>> ends(bytes((Code.MET, Code.NOT_ASSESSED)))
    (b'\x00\x03', b'\x00\x00')
    """
    if _UNKNOWN not in codes:
        return codes, codes
    return codes.replace(_UNKNOWN, bytes((Code.NOT_MET,))), codes.replace(
        _UNKNOWN, bytes((Code.MET,))
    )


def count(rules: RulesInForce, codes: bytes) -> Facts:
    """The facts of a review.

    Args:
        rules: Which indicators are counted, and which are named.
        codes: The statuses of the whole checklist, nothing unknown among them.
    """
    facts = [0] * rules.number_of_facts
    slots = rules.slots
    for place, at in rules.named:
        facts[place] = codes[at]
    if _NOT_IN_USE in codes:  # what is not there is left out of every count
        codes = codes.replace(_NOT_IN_USE, _NOT_APPLICABLE)
    for at in compress(range(len(codes)), codes.translate(_IS_COUNTED)):
        facts[slots[at] + codes[at]] += 1
    return facts


def shortcomings(ordered: Rulebook | LinkedDomain, codes: bytes) -> list[str]:
    """The ids of the indicators that are delvis or ej uppfyllt, in catalog order.

    Args:
        ordered: Whose indicators they are: the whole rulebook's, or one domain's.
        codes: Their statuses.
    """
    return _chosen(ordered, codes, _IS_SHORTCOMING)


def set_aside(ordered: Rulebook | LinkedDomain, codes: bytes) -> list[str]:
    """The ids of the indicators that are met in another way or do not apply, in catalog order.

    Args:
        ordered: Whose indicators they are: the whole rulebook's, or one domain's.
        codes: Their statuses.
    """
    return _chosen(ordered, codes, _IS_SET_ASIDE)


def _chosen(ordered: Rulebook | LinkedDomain, codes: bytes, table: bytes) -> list[str]:
    found = list(compress(ordered.order, codes.translate(table)))
    if not ordered.is_in_catalog_order:
        found.sort(key=list(ordered.indicators).index)
    return found
