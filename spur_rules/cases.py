"""A cases file: answers in one domain, and what a person expects the rules to make of them."""

from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field

from .catalog import Catalog
from .checklist import SCHEMA as CHECKLIST_SCHEMA
from .checklist import Answer, Checklist, Review
from .frozen import CaseId, Frozen, Letter, StatusField, Text, keyed
from .plan import PlanEntry
from .rules import GradeField, Settings
from .vocabulary import Status

SCHEMA = "spur-rules/cases/1"


class ExpectedShortcoming(Frozen):
    """A shortcoming, and the lowest ceiling it takes part in; none where it sets no ceiling."""

    indicator: Text
    ceiling: GradeField | None


class Expectation(Frozen):
    """What is expected: a grade or a range, and whatever else is written down.

    `rules` are all that fire, `shortcomings` all that there are and `caveats` the codes of all of
    them; what is left out is not looked at. `adjusted` is the grade after the plan.
    """

    grade: GradeField | None = None
    worst: GradeField | None = None
    best: GradeField | None = None
    rules: tuple[Text, ...] | None = None
    shortcomings: (
        Annotated[tuple[ExpectedShortcoming, ...], keyed("indicator", "ceiling", merged=False)]
        | None
    ) = None
    caveats: tuple[Text, ...] | None = None
    adjusted: GradeField | None = None


class Case(Frozen):
    """One case: the answers in one domain, how they are read, and what is expected.

    `printed` is the printed sentence that the case shows; `otherwise` the status of every row of
    the domain that `answers` does not name.
    """

    id: CaseId
    about: Text
    printed: Text | None = None
    domain: Letter
    otherwise: StatusField | None = None
    answers: Annotated[tuple[Answer, ...], keyed("indicator", "status")] = ()
    plan: tuple[PlanEntry, ...] = ()
    regulations: tuple[Text, ...] | None = None
    profile: Text = "standard"
    policy: Settings = ()
    expect: Expectation

    def status(self, indicator: str) -> Status:
        """The status of one of the domain's indicators."""
        for answer in self.answers:
            if answer.indicator == indicator:
                return answer.status
        return self.otherwise or Status.NOT_ASSESSED

    def checklist(
        self, catalog: Catalog, own: tuple[str, ...], others: tuple[str, ...]
    ) -> Checklist:
        """The case as a checklist in which every other domain is met.

        Without `regulations` all of the catalog's are in use, so that every row is asked.

        Args:
            catalog: The catalog that is answered.
            own: The ids of the domain's indicators.
            others: The ids of all the other indicators.
        """
        every = tuple(regulation.id for regulation in catalog.regulations)
        used = every if self.regulations is None else self.regulations
        written = {answer.indicator: answer for answer in self.answers}
        otherwise = self.otherwise or Status.NOT_ASSESSED
        answers = [written.get(id) or _answer(id, otherwise) for id in own]
        answers += [_answer(id, Status.MET) for id in others]
        return Checklist.model_construct(
            schema_id=CHECKLIST_SCHEMA,
            catalog=catalog.id,
            review=Review(regulations=used),
            answers=tuple(answers),
            plan=self.plan,
        )


@lru_cache(maxsize=1024)
def _answer(indicator: str, status: Status) -> Answer:
    return Answer.model_construct(indicator=indicator, status=status)


class Cases(Frozen):
    """A file of cases for one catalog and one ruleset."""

    schema_id: Annotated[Literal["spur-rules/cases/1"], Field(alias="schema")]
    catalog: Text
    rules: Text
    cases: Annotated[tuple[Case, ...], Field(min_length=1)]
