"""A checklist to counts: what the engines see. Small whole numbers only."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from .checklist import Checklist
from .errors import InputError, Problem, quoted
from .in_force import DomainInForce
from .provenance import Place
from .rulebook import Rulebook
from .vocabulary import Code

_MET = bytes((Code.MET, Code.MET_OTHERWISE))
_UNKNOWN = bytes((Code.NOT_ASSESSED,))
_COUNTED_FROM = int(Code.PARTLY)  # a plain int: it is compared 74 times a review

#: The facts of one domain: for each norm in turn how many indicators are delvis, ej uppfyllt and ej
#: tillämpligt; then the status code of each indicator that a rule names.
DomainFacts = Sequence[int]


def encode(rulebook: Rulebook, checklist: Checklist) -> bytes:
    """The statuses of a checklist as bytes, one for each indicator in the rulebook's order.

    Args:
        rulebook: Whose indicators are asked.
        checklist: What was answered; what it does not mention is not assessed.

    Raises:
        InputError: SR401, the checklist answers an indicator that the rulebook does not have.
    """
    codes = checklist.codes
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
    return codes.replace(_UNKNOWN, bytes((Code.NOT_MET,))), codes.replace(_UNKNOWN, _MET[:1])


def count(domain: DomainInForce, codes: bytes) -> DomainFacts:
    """The facts of one domain.

    Args:
        domain: Which indicators are counted, and which are named.
        codes: The statuses of the whole checklist, nothing unknown among them.
    """
    facts = [0] * (3 * len(domain.groups))
    own = codes[domain.linked.start : domain.linked.stop]
    if own.strip(_MET):
        for slot, code in zip(domain.slots, own, strict=True):
            if code >= _COUNTED_FROM:
                facts[slot + code] += 1
    if domain.named:
        facts += [codes[domain.linked.position[id]] for id in domain.named]
    return facts
