"""The ruleset: rules that put a ceiling on a domain's grade, and the readings they depend on."""

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from .catalog import NormField
from .condition_reading import ConditionError, read_condition, read_number
from .conditions import Condition, ParameterName
from .errors import described
from .frozen import (
    Day,
    Frozen,
    Identifier,
    Letter,
    ParameterId,
    Text,
    Version,
    Words,
    keyed,
    mistake,
    one_of,
)
from .vocabulary import GRADES, Grade

SCHEMA = "spur-rules/ruleset/1"


class Unit(StrEnum):
    """What a parameter counts, and so which values it can have."""

    COUNT = "antal"
    SHARE = "andel"
    WEIGHT = "vikt"

    def allows(self, value: Fraction) -> bool:
        """Whether a value fits: a count in halves, a share from 0 to 1, a weight of 0, 1/2 or 1."""
        in_halves = self is Unit.SHARE or (2 * value).denominator == 1
        return in_halves and 0 <= value <= self.most

    @property
    def most(self) -> Fraction:
        """The largest value allowed."""
        return Fraction(1000 if self is Unit.COUNT else 1)

    @property
    def bounds(self) -> str:
        """The allowed values, for a message."""
        return _BOUNDS[self]


_BOUNDS = {
    Unit.COUNT: "whole or half numbers from 0 to 1000",
    Unit.SHARE: "a share from 0 to 1",
    Unit.WEIGHT: "0, 1/2 or 1",
}


def _number(value: Any) -> Any:
    number = value if isinstance(value, Fraction) else read_number(value)
    if number is None:
        raise mistake("SR123", f"expected a number, found {described(value)}; write 1, 0.5 or 1/2")
    return number


def _condition(value: Any) -> Any:
    try:
        return read_condition(value)
    except ConditionError as error:
        raise PydanticCustomError("SR312", "condition", {"found": error.found}) from error


def _number_or_parameter(value: Any) -> Any:
    if isinstance(value, dict) and tuple(value) == ("parameter",):
        name = value["parameter"]
        if isinstance(name, str):
            return ParameterName(name)
        raise mistake("SR303", f"a parameter's name must be text, found {described(name)}")
    return _number(value)


ConditionField = Annotated[Any, BeforeValidator(_condition)]
Number = Annotated[Fraction, BeforeValidator(_number)]
NumberOrParameter = Annotated[Any, BeforeValidator(_number_or_parameter)]
CeilingField = Annotated[Grade, one_of(GRADES, "SR305", "grade")]
GradeField = Annotated[Grade, one_of(GRADES, "SR124", "grade")]
UnitField = Annotated[Unit, one_of({unit.value: unit for unit in Unit}, "SR124", "unit")]


class Setting(Frozen):
    """One parameter's value, where a profile or a domain sets it."""

    parameter: Text
    value: Number


Settings = Annotated[tuple[Setting, ...], keyed("parameter", "value")]


class DomainValue(Frozen):
    """A parameter's default in one domain, where it differs."""

    domain: Letter
    value: Number


class DomainSettings(Frozen):
    """What a profile sets for one domain."""

    domain: Letter
    settings: Settings


class Parameter(Frozen):
    """A reading of vague printed words, as a number with its reason and its source."""

    name: ParameterId
    default: Number
    unit: UnitField
    printed: Text | None
    meaning: Words
    reason: Text
    source: Text
    domains: Annotated[tuple[DomainValue, ...], keyed("domain", "value")] = ()


class Profile(Frozen):
    """A named set of readings."""

    name: Identifier
    title: Words
    reason: Text
    values: Settings = ()
    domains: Annotated[tuple[DomainSettings, ...], keyed("domain", "settings", merged=False)] = ()


class PartlyWeight(Frozen):
    """How large a part of a whole a partly met indicator of one norm counts as met."""

    norm: NormField
    weight: NumberOrParameter


class Reading(Frozen):
    """What the printed form leaves open and this project settles without a number."""

    id: Identifier
    printed: Text | None = None
    reading: Words
    reason: Text
    source: Text


class Rule(Frozen):
    """A ceiling on a domain's grade, when it applies, and the printed words it follows.

    `needs` names norms without which the rule is left out of a domain; `domains` keeps it to some.
    """

    id: Identifier
    ceiling: CeilingField
    when: ConditionField
    because: Words
    printed: Text | None = None
    source: Text
    needs: tuple[NormField, ...] = ()
    domains: tuple[Letter, ...] = ()
    caveat: Words | None = None

    @property
    def condition(self) -> Condition:
        """The condition, typed."""
        condition: Condition = self.when
        return condition


class PlanRule(Frozen):
    """What an action plan does to a domain's grade: it takes one grade to a better one.

    `covers` names the norms whose every shortcoming the plan must answer; `printed` is the sentence
    that a report then carries.
    """

    lifts: GradeField
    to: GradeField
    covers: Annotated[tuple[NormField, ...], Field(min_length=1)]
    printed: Text
    reason: Text
    source: Text


class Ruleset(Frozen):
    """What an answer costs: rules, parameters, profiles, fixed readings, and what a plan mends.

    Without `action_plan` no plan moves a grade.
    """

    schema_id: Annotated[Literal["spur-rules/ruleset/1"], Field(alias="schema")]
    id: Identifier
    version: Version
    catalog: Text
    title: Text
    language: Literal["sv"]
    valid_from: Day | None = None
    valid_to: Day | None = None
    parameters: Annotated[tuple[Parameter, ...], keyed("name", "default")] = ()
    profiles: Annotated[tuple[Profile, ...], keyed("name", "title"), Field(min_length=1)]
    partly_counts_as: Annotated[
        tuple[PartlyWeight, ...], keyed("norm", "weight", merged=False)
    ] = ()
    readings: tuple[Reading, ...] = ()
    action_plan: PlanRule | None = None
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)]
