"""What a table says of a row of the form, read exactly as a checklist is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple, TypeVar

from ...catalog import Catalog
from ...earlier_ids import known_ids
from ...errors import Problem, quoted, suggestion_for
from ...frozen import listed
from ...loading import hint
from ...provenance import Place
from ...reading import answer_misfits, id_hint
from ...rulebook import Rulebook
from ...vocabulary import GRADES, STATUSES, Code, Grade, Norm, Status, fold
from ...yaml_file import YamlFile
from .headings import GIVEN, HEADINGS, PASSED_OVER
from .panel import GRADE_NUMBERS

Found = TypeVar("Found", Status, Grade)

#: Codes beside those of statuses and grades: an empty cell, and a word that is none.
EMPTY, WRONG = 254, 255


class Kind(Enum):
    """What a row of a table can be about."""

    STATUS = auto()
    GRADE = auto()
    RETIRED = auto()


class FormRow(NamedTuple):
    """A row of the form: what it is, its place in the rulebook's order, the codes of its words.

    A row that is asked no longer has no place: its word is read, and nothing is made of it.
    """

    kind: Kind
    at: int
    id: str
    words: Mapping[str, int]


class Words(dict[str, int]):
    """The code of every spelling that was met; what is not known is looked up, and told apart."""

    def __init__(self, codes: Mapping[str, int]) -> None:
        super().__init__({"": EMPTY})
        self._codes = codes

    def __missing__(self, word: str) -> int:
        code = EMPTY if not word.strip() else self._codes.get(fold(word), WRONG)
        if code != WRONG:  # or a table of nonsense would fill the memory
            self[word] = code
        return code


_STATUS_CODES = {word: int(status.code) for word, status in STATUSES.items()}
_IN_NO_OTHER_WAY = {w: c for w, c in _STATUS_CODES.items() if c != Code.MET_OTHERWISE}
_GRADE_CODES = {word: GRADE_NUMBERS[grade] for word, grade in GRADES.items()}


class FormRows:
    """The rows of a form by the names that a table may give them.

    Args:
        rulebook: Whose rows they are.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._catalog: Catalog = rulebook.catalog
        self._norms = known_ids(rulebook.catalog)
        self._position = rulebook.position
        self._letters = [domain.letter for domain in rulebook.domains]
        advice, other, grades = (
            Words(codes) for codes in (_STATUS_CODES, _IN_NO_OTHER_WAY, _GRADE_CODES)
        )
        self._words = dict.fromkeys(Norm, other) | {Norm.ALLMANT_RAD: advice}
        self._retired, self._grades = advice, grades

    def find(self, name: str) -> FormRow | None:
        """The row of a name: an indicator's id, also an earlier one, or `given.` and a domain."""
        letter = _letter(name)
        if letter is not None:
            is_known = letter in self._letters
            at = self._letters.index(letter) if is_known else 0
            return FormRow(Kind.GRADE, at, letter, self._grades) if is_known else None
        if name not in self._norms:
            return None
        norm, id = self._norms[name], self._catalog.current_id(name)
        if norm is None:
            return FormRow(Kind.RETIRED, -1, name, self._retired)
        return FormRow(Kind.STATUS, self._position[id], id, self._words[norm])

    def unknown(self, name: str, place: Place) -> Problem:
        """The mistake of a name that is none."""
        letter = _letter(name)
        if letter is not None:
            message = f"unknown domain {quoted(letter)}{hint(letter, self._letters)}"
            return Problem("SR310", place, message)
        message = f"unknown indicator {quoted(name)}{id_hint(name, self._norms)}"
        return Problem("SR401", place, message)

    def unknown_heading(self, name: str, place: Place) -> Problem:
        """The mistake of a column that is about nothing; an indicator's id has a figure in it."""
        if _letter(name) is not None or any(map(str.isdigit, name)):
            return self.unknown(name, place)
        close = suggestion_for(name, [*HEADINGS, *PASSED_OVER])
        message = f"unknown heading {quoted(name)}{close or '; remove the column'}"
        return Problem("SR831", place, message)

    def misfits(self, row: FormRow, word: str, place: Place) -> Iterator[Problem]:
        """What is wrong with a word, where something is; a table has no room for reasons."""
        if row.kind is Kind.GRADE:
            yield from _unknown("SR407", "grade", word, GRADES, place)
        elif fold(word) not in STATUSES:
            yield from _unknown("SR402", "status", word, STATUSES, place)
        elif (norm := self._norms[row.id]) is not None:
            answer = {"status": word, "reason": ""}
            for problem in answer_misfits(YamlFile("", {}), (), row.id, answer, norm):
                yield replace(problem, place=place)


def _letter(name: str) -> str | None:
    """The domain of `given.E`, as it is written; None for anything else."""
    for start in GIVEN:
        if name[: len(start)].casefold() == start:
            return name[len(start) :].strip()
    return None


def _unknown(
    code: str, what: str, word: str, table: Mapping[str, Found], place: Place
) -> Iterable[Problem]:
    way_out = suggestion_for(word, table) or f"; use one of {listed(table)}"
    yield Problem(code, place, f"unknown {what} {quoted(word)}{way_out}")
