"""What most tests need: the shipped rulebook, and checklists written in one line."""

import pytest
from checklists import Make

from spur_rules import Checklist, Status, load_rulebook
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import STATUSES

#: Files that tests read, some of them broken on purpose: pytest itself collects none of them.
collect_ignore = ["invalid", "valid"]


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.fixture(scope="session")
def filled(rulebook: Rulebook) -> Make:
    """A checklist with every indicator met but those named: filled(A4="ej uppfyllt")."""

    def make(**statuses: str) -> Checklist:
        every = dict.fromkeys(rulebook.indicators, Status.MET)
        return Checklist.of("st-spur", every | {id: STATUSES[s] for id, s in statuses.items()})

    return make
