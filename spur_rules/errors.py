"""Every mistake a user can meet: a stable code, a place, one clear line and a way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from .provenance import Place

First = TypeVar("First")
Second = TypeVar("Second")

#: Every code and what it means. `docs/errors.md` has a line for each; a test keeps them the same.
CODES: dict[str, str] = {
    "SR101": "the file is missing or cannot be read",
    "SR102": "the path is not a file",
    "SR103": "the file is empty",
    "SR104": "the file is too large",
    "SR105": "the file is not UTF-8 text",
    "SR106": "the file is not valid YAML or JSON",
    "SR107": "the file holds more than one document",
    "SR108": "the file uses a YAML tag",
    "SR109": "a key stands twice",
    "SR110": "the file is nested too deep",
    "SR111": "the file has too many aliases or nodes",
    "SR112": "a number is too long",
    "SR113": "the file does not start with keys",
    "SR114": "a key is not plain text",
    "SR115": "the schema line is missing or unknown",
    "SR121": "a key is unknown",
    "SR122": "a key is missing",
    "SR123": "a value is of the wrong kind",
    "SR124": "a value is not one of those allowed",
    "SR201": "a domain letter stands twice",
    "SR202": "an indicator id stands twice",
    "SR203": "an indicator id does not belong to its domain",
    "SR204": "the norm is unknown",
    "SR205": "the scale is wrong",
    "SR206": "the basis is unknown",
    "SR207": "the regulation is unknown",
    "SR208": "the provision is unknown",
    "SR209": "the validity ends before it starts",
    "SR210": "an inferred norm has no note",
    "SR211": "a regulation or provision id stands twice",
    "SR212": "a hint names an unknown indicator",
    "SR213": "an indicator presupposes itself",
    "SR214": "a pair of indicators stands twice",
    "SR215": "a word of the hints stands twice",
    "SR216": "an earlier id is still in use",
    "SR217": "an earlier id leads to an unknown one",
    "SR218": "earlier ids lead in a circle",
    "SR219": "a retired id is still in use",
    "SR220": "the overlay extends another catalog",
    "SR221": "an overlay changes a row that there is not",
    "SR222": "an overlay adds a föreskrift or an allmänt råd",
    "SR223": "the id of an added row could be one of a later form",
    "SR224": "two changes of a row do not go together",
    "SR225": "a legal text is reworded without the regulation's own source",
    "SR226": "a legal row is retired without what repealed it",
    "SR227": "an overlay leaves a domain without rows",
    "SR229": "no version is in force on the day",
    "SR230": "there is no such version or overlay",
    "SR231": "the checklist was made for an overlay that is not used",
    "SR232": "a row is answered differently under two ids",
    "SR233": "reviews of different catalogs cannot be swept together",
    "SR301": "a rule, parameter or profile name stands twice",
    "SR302": "the fact is unknown",
    "SR303": "the parameter is unknown",
    "SR304": "a rule names an unknown indicator",
    "SR305": "a ceiling is not on the domain's scale",
    "SR306": "a rule uses a norm that the domain lacks",
    "SR307": "a rule can never fire",
    "SR308": "mending an answer could lower the grade",
    "SR309": "a parameter's value is out of bounds",
    "SR310": "the domain is unknown",
    "SR311": "the ruleset was written for another catalog",
    "SR312": "a condition is not one of the known forms",
    "SR313": "the profile is unknown",
    "SR314": "a rule names indicators of several domains",
    "SR315": "an action plan would not better the grade",
    "SR320": "a case id stands twice",
    "SR321": "a case names an indicator of another domain",
    "SR322": "a case expects a grade that the scale does not have",
    "SR323": "a case expects both a grade and a range, or neither",
    "SR324": "a case expects a rule that the domain does not have",
    "SR325": "the printed sentence of a case is not printed for its domain",
    "SR326": "the cases were written for other rules",
    "SR327": "there are no cases",
    "SR401": "the indicator is unknown",
    "SR402": "the status is unknown",
    "SR403": "the status needs a reason",
    "SR404": "the status is only for allmänna råd",
    "SR405": "the checklist or plan was written for another catalog",
    "SR406": "the checklist names an unknown regulation",
    "SR407": "a given grade is none of A, B, C and D",
    "SR408": "the folder holds no checklist",
    "SR409": "two corrections contradict each other",
    "SR501": "the engine is unknown",
    "SR502": "the engine is not installed",
    "SR503": "two engines disagree",
    "SR504": "the ruleset is too large for the engine",
    "SR505": "the engine failed",
    "SR601": "the command line is wrong",
    "SR602": "spur_rules failed; this is a mistake of ours",
    "SR603": "the output cannot be written",
    "SR604": "a library that the command needs is not installed",
    "SR605": "the file cannot be saved",
    "SR606": "there is no such schema",
    "SR801": "the rulebook is too large to try every combination of answers",
    "SR802": "the file of cases is there already",
    "SR610": "something is still to be written",
    "SR611": "the file is already there",
    "SR612": "the file cannot take what is to be added",
    "SR613": "the id is already used",
    "SR614": "the file cannot be written",
    "SR810": "coverage has too many combinations to look at",
    "SR820": "what is to be compared is not of one kind",
    "SR821": "a grade moves, and the changelog does not say so",
    "SR822": "the content changed under the same version",
    "SR823": "the version goes down",
    "SR824": "an id is gone, and the catalog does not say what became of it",
    "SR830": "the table cannot be read",
    "SR831": "the headings of a table cannot be told",
    "SR832": "a line of a table is not whole",
    "SR833": "a cell of a table is not text",
    "SR834": "a case and a rater stand twice",
    "SR835": "a path does not tell the case and the rater",
    "SR836": "the checklists of a panel answer different catalogs",
    "SR837": "a key of pseudonyms contradicts itself",
    "SR838": "the key of pseudonyms may not be written there",
    "SR839": "two names of a panel look alike",
    "SR845": "a number for the size of a workshop is out of bounds",
    "SR846": "how common the grades are cannot be told",
    "SR847": "raters would agree as chance does, or always",
    "SR848": "the panel is too small to size a workshop by",
    "SR850": "the domain has no boundary between the two grades",
    "SR851": "no boundary hangs on what is named",
    "SR852": "a row has no phrase for a status",
    "SR853": "a phrase speaks against its status",
    "SR854": "what a case shall hang on is unknown",
    "SR855": "the answer key would be handed out",
    "SR860": "the file is no workshop",
    "SR861": "the workshop was written by a newer version",
    "SR862": "the workshop is damaged",
    "SR863": "another program is writing to the workshop",
    "SR864": "the workshop cannot be opened or written",
    "SR865": "the step does not fit where the workshop stands",
    "SR866": "the workshop has no such case",
    "SR867": "it cannot be told which case a checklist is of",
    "SR868": "the workshop has decided nothing of the kind",
    "SR869": "the workshops cannot be held against each other",
    "SR870": "no workshop has such a rater",
    "SR871": "a workshop's cases are missing, or named twice",
    "SR872": "what `workshop note` is about is unknown",
    "SR873": "a rater's name is another one's, spelt otherwise",
    "SR874": "a filled checklist would be replaced by one that is not",
    "SR875": "there is nothing to withdraw",
    "SR876": "a number of raters cannot be",
    "SR880": "a number of samples or a seed is out of bounds",
    "SR881": "the ending of a file does not tell its format",
    "SR882": "the output would take the place of something else",
    "SR883": "the panel has no such case, domain or rater",
    "SR884": "two raters have no two grades to compare",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: its code, where it stands, and one line with a way out.

    Args:
        code: A key of `CODES`.
        place: Where it stands.
        message: One line; the offending text in backticks.

    >>> str(Problem("SR204", Place("st-spur.yaml", 41, 7), "unknown norm `rad`"))
    'error[SR204] st-spur.yaml:41:7 unknown norm `rad`'
    """

    code: str
    place: Place
    message: str

    def __str__(self) -> str:
        return f"error[{self.code}] {self.place} {self.message}"


class SpurError(Exception):
    """The root of every error that spur_rules raises on purpose."""


class InputError(SpurError):
    """Bad input: all the mistakes that were found, in the order of their places.

    Args:
        problems: The mistakes, at least one.

    >>> raise InputError([Problem("SR103", Place("visit.yaml"), "the file is empty")])
    Traceback (most recent call last):
        ...
    spur_rules.errors.InputError: error[SR103] visit.yaml the file is empty
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        unique = dict.fromkeys(problems)
        self.problems = tuple(sorted(unique, key=lambda p: (p.place, p.code, p.message)))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class EngineError(SpurError):
    """An engine is unknown, not installed, too small for the ruleset, or at odds with another.

    Args:
        code: SR501 to SR505.
        message: One line with a way out.
    """

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        self.message = message
        super().__init__(f"error[{code}] {message}")

    def __reduce__(self) -> tuple[type[EngineError], tuple[str, str]]:
        return type(self), (self.code, self.message)


def refusal(code: str, at: Place | Path | str, message: str) -> InputError:
    """One mistake, to be raised.

    Args:
        code: One of `CODES`.
        at: Its place, or the file that it is about as a whole.
        message: What is wrong, and a way out.

    >>> str(refusal("SR103", "visits.csv", "the file is empty; write it").problems[0])
    'error[SR103] visits.csv the file is empty; write it'
    """
    place = at if isinstance(at, Place) else Place(str(at))
    return InputError([Problem(code, place, message)])


def both(first: Callable[[], First], second: Callable[[], Second]) -> tuple[First, Second]:
    """Do two things, and tell the mistakes of both at once.

    Args:
        first: Something that may raise InputError.
        second: Something else that may.

    Raises:
        InputError: What either of them, or both, found wrong.
    """
    problems: list[Problem] = []
    results: list[Any] = []
    for step in (first, second):
        try:
            results.append(step())
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return results[0], results[1]


def quoted(value: object, limit: int = 60) -> str:
    r"""The offending text in backticks, on one line, cut where it is long.

    >>> quoted("allmant\nrad")
    '`allmant\\nrad`'
    """
    text = value if isinstance(value, str) else repr(value)
    text = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text[: limit + 1])
    return f"`{text if len(text) <= limit else text[:limit] + '…'}`"


def described(value: object) -> str:
    """What stands where something else was wanted, as the file writes it.

    >>> described(None), described((1,)), described(True)
    ('nothing', 'a list', '`true`')
    """
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, tuple | list):
        return "a list"
    return quoted(str(value).lower() if isinstance(value, bool) else value)


def suggestion_for(word: str, known: Iterable[str]) -> str:
    """A closing "; did you mean …?" where something known is close, else nothing.

    >>> suggestion_for("allmant rad", ["föreskrift", "allmänt råd"])
    '; did you mean `allmänt råd`?'
    >>> suggestion_for("xyz", ["föreskrift", "allmänt råd"])
    ''
    """
    return _closest(word[:100], tuple(known))


@lru_cache(maxsize=1024)
def _closest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return f"; did you mean {quoted(folded[close[0]])}?" if close else ""
