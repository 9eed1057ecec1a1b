"""A checklist to counts: what the engines see. Small whole numbers only."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, repeat

from .checklist import Checklist
from .errors import InputError, Problem, quoted
from .in_force import RulesInForce
from .provenance import Place
from .rulebook import LinkedDomain, Rulebook
from .vocabulary import Code

_UNKNOWN = bytes((Code.NOT_ASSESSED,))
_IS_COUNTED = bytes(Code.PARTLY <= code <= Code.NOT_APPLICABLE for code in range(256))
_IS_SHORTCOMING = bytes(code in (Code.PARTLY, Code.NOT_MET) for code in range(256))
_IS_SET_ASIDE = bytes(code in (Code.MET_OTHERWISE, Code.NOT_APPLICABLE) for code in range(256))

#: The facts of a review, domain by domain: for each norm how many indicators are delvis, ej
#: uppfyllt and ej tillämpligt; then the status code of each indicator that a rule names.
Facts = Sequence[int]


def encode(rulebook: Rulebook, checklist: Checklist) -> bytes:
    """The statuses of a checklist as bytes, one for each indicator in the rulebook's order.

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
        unknown = [id for id in codes if id not in rulebook.indicators]
        place = Place("checklist")
        raise InputError(Problem("SR401", place, f"unknown indicator {quoted(i)}") for i in unknown)
    return bytes(map(codes.get, rulebook.order, repeat(_UNKNOWN[0])))


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
    for at in compress(range(len(codes)), codes.translate(_IS_COUNTED)):
        facts[slots[at] + codes[at]] += 1
    for place, at in rules.named:
        facts[place] = codes[at]
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
