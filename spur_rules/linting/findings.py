"""What lint can find: a code for each kind, how much it weighs, and whether it can be mended."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ..errors import Problem
from ..provenance import Place


class Severity(StrEnum):
    """How much a finding weighs. Notes do not fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Kind(NamedTuple):
    """A kind of finding: how much it weighs, what it means, and whether --fix mends it."""

    severity: Severity
    title: str
    fixable: bool = False


_WARNING, _NOTE = Severity.WARNING, Severity.NOTE

#: Every kind of finding. `docs/lint` has a page for each; a test keeps them the same.
KINDS: dict[str, Kind] = {
    "SR701": Kind(_WARNING, "a letter is written as two characters (NFD)", fixable=True),
    "SR702": Kind(_WARNING, "a text has double spaces", fixable=True),
    "SR703": Kind(_WARNING, "a text starts or ends with a space", fixable=True),
    "SR704": Kind(_WARNING, "a sentence has no full stop", fixable=True),
    "SR705": Kind(_WARNING, "a text holds an invisible character", fixable=True),
    "SR706": Kind(_WARNING, "a full stop where the sentence goes on", fixable=True),
    "SR707": Kind(_WARNING, "two indicators say nearly the same"),
    "SR708": Kind(_NOTE, "words have no English"),
    "SR711": Kind(_WARNING, "the note of an inferred norm says nothing"),
    "SR712": Kind(_WARNING, "the source is missing"),
    "SR713": Kind(_NOTE, "the paragraph of a provision is not known"),
    "SR714": Kind(_WARNING, "a provision that no domain quotes"),
    "SR715": Kind(_WARNING, "a phrase under `unless` hides no word"),
    "SR721": Kind(_WARNING, "a parameter that nothing uses"),
    "SR722": Kind(_WARNING, "a domain's value is the general one"),
    "SR723": Kind(_WARNING, "two profiles are the same"),
    "SR724": Kind(_WARNING, "a weight of delvis that no rule asks for"),
    "SR731": Kind(_WARNING, "an indicator that no rule looks at"),
    "SR732": Kind(_WARNING, "a rule can never fire in a domain"),
    "SR733": Kind(_WARNING, "no grade hangs on a rule"),
    "SR734": Kind(_WARNING, "a grade can never be reached in a domain"),
    "SR735": Kind(_NOTE, "a rule has no printed sentence"),
    "SR736": Kind(_NOTE, "too many combinations to look at"),
    "SR741": Kind(_WARNING, "a rule's printed sentence is on no scale where it applies"),
    "SR742": Kind(_WARNING, "no rule gives a grade that the scale has"),
    "SR743": Kind(_NOTE, "the scale names a norm that the domain lacks"),
    "SR744": Kind(_WARNING, "the domain has a norm that its scale does not name"),
    "SR745": Kind(_WARNING, "printed words stand nowhere in the catalog"),
    "SR751": Kind(_WARNING, "an id is used for something else"),
    "SR752": Kind(_WARNING, "a retired id is used again"),
    "SR753": Kind(_WARNING, "the content is changed, the version is not raised"),
    "SR754": Kind(_WARNING, "--fix has changed printed text"),
    "SR761": Kind(_WARNING, "a silence that silences nothing"),
    "SR762": Kind(_WARNING, "a silence without a code or a reason"),
}


class Finding(NamedTuple):
    """One finding: its code, where it stands, and one line with a way out.

    `anchor` is the line where a comment silences it, when that is not the line of its place.

    >>> print(Finding("SR721", Place("rules.yaml", 12, 3), "parameter `x` is used by no rule"))
    warning[SR721] rules.yaml:12:3 parameter `x` is used by no rule
    """

    code: str
    place: Place
    message: str
    fixable: bool = False
    anchor: int = 0

    @property
    def severity(self) -> Severity:
        """How much it weighs; what the reader refuses is an error."""
        return KINDS[self.code].severity if self.code in KINDS else Severity.ERROR

    @property
    def title(self) -> str:
        """What its code means."""
        from ..errors import CODES

        return KINDS[self.code].title if self.code in KINDS else CODES[self.code]

    @property
    def page(self) -> str:
        """The page of the documentation."""
        return page(self.code)

    def __str__(self) -> str:
        return f"{self.severity}[{self.code}] {self.place} {self.message}"


def page(code: str) -> str:
    """The page of the documentation for a code, from the top of the project.

    >>> page("SR701"), page("SR204")
    ('docs/lint/SR701.md', 'docs/errors.md')
    """
    return f"docs/lint/{code}.md" if code in KINDS else "docs/errors.md"


def refused(problem: Problem) -> Finding:
    """What the reader refuses, as a finding."""
    return Finding(problem.code, problem.place, problem.message)
