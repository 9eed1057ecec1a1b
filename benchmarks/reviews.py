"""What is graded in the benchmarks: the real case, and random complete checklists."""

from __future__ import annotations

from pathlib import Path
from random import Random

from spur_rules import Checklist, Norm, Status, load_rulebook, read_checklist

#: Indicator id to status, in Swedish: what every contestant starts from, or from an equal of it.
Answers = dict[str, str]

#: The grade of every domain and the ids of the shortcomings, both in catalog order.
Result = tuple[list[str], list[str]]

EXAMPLE = Path(__file__).parent.parent / "examples" / "primary-care-2025-assumed.yaml"
NOT_MET = ("A4", "C4", "E14", "F6", "G10", "H7", "H9")
PARTLY = ("E11",)

RULEBOOK = load_rulebook()

#: Each domain's letter and its rows, (indicator, norm), in catalog order.
FORM: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = tuple(
    (domain.letter, tuple((row.id, row.norm.value) for row in domain.indicators.values()))
    for domain in RULEBOOK.domains
)
LETTERS = tuple(letter for letter, _ in FORM)


def real_case() -> Answers:
    """The worked example, with what its report leaves open taken as met."""
    if not EXAMPLE.exists():
        answers = dict.fromkeys(RULEBOOK.indicators, Status.MET.value)
        return answers | dict.fromkeys(NOT_MET, "ej uppfyllt") | dict.fromkeys(PARTLY, "delvis")
    checklist = read_checklist(EXAMPLE, RULEBOOK)
    return {id: _settled(checklist.status(id)) for id in RULEBOOK.indicators}


def _settled(status: Status) -> str:
    return Status.MET.value if status is Status.NOT_ASSESSED else status.value


def varied(number: int, shares: tuple[float, ...], seed: int = 2025) -> list[Answers]:
    """Random complete checklists.

    Args:
        number: How many.
        shares: How large a part of the indicators falls short; one is drawn for each checklist.
        seed: The same seed gives the same checklists.
    """
    random = Random(seed)
    return [_random_answers(random, random.choice(shares)) for _ in range(number)]


def _random_answers(random: Random, share: float) -> Answers:
    answers = {
        id: _random_status(random, row.norm, share) for id, row in RULEBOOK.indicators.items()
    }
    if random.random() < 0.2:  # now and then a whole norm does not apply in a domain
        _, rows = random.choice(FORM)
        norm = random.choice(rows)[1]
        answers |= {id: Status.NOT_APPLICABLE.value for id, of in rows if of == norm}
    return answers


def _random_status(random: Random, norm: Norm, share: float) -> str:
    if random.random() < share:
        return random.choice((Status.NOT_MET, Status.NOT_MET, Status.PARTLY)).value
    if random.random() < 0.03:
        return Status.NOT_APPLICABLE.value
    if norm is Norm.ALLMANT_RAD and random.random() < 0.1:
        return Status.MET_OTHERWISE.value
    return Status.MET.value


def checklist_of(answers: Answers) -> Checklist:
    """The same answers as spur_rules' own input."""
    return Checklist.of("st-spur", {id: Status(status) for id, status in answers.items()})
