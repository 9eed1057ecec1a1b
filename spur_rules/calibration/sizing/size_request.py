"""What somebody wants to know of the size of a workshop, checked: every mistake at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from ...errors import InputError, Problem, quoted
from ...provenance import Place
from ...rulebook import Rulebook
from ...vocabulary import Grade
from ..agreement.estimates import Coefficient
from ..panels.panel import GRADES, Panel
from .rating_fit import fit_model
from .rating_model import MARGIN, RatingModel, agreement_at, likeness_of
from .sizing import Size, size

#: How common the grades are, in parts, where nobody says.
COMMON = {Grade.A: 50.0, Grade.B: 25.0, Grade.C: 15.0, Grade.D: 10.0}
RATERS = "4,6,8,12"
#: The most of what is drawn for one size: raters by workshops.
_MOST_DRAWN = 20_000
#: The least and the most of every number, by its option.
_BOUNDS: dict[str, tuple[float, float]] = {
    "--width": (0.02, 2),
    "--agreement": (0, 1),
    "--severity": (0, 1),
    "--case-effect": (0, 1),
    "--missing": (0, 0.9),
    "--simulations": (20, 2000),
    "--seed": (0, 2**32 - 1),
}
_LEAST_RATERS, _MOST_RATERS, _MOST_NUMBERS = 2, 50, 8


class Sized(NamedTuple):
    """The answer about one domain, about any single one (no letter), or about all together."""

    domain: str | None
    size: Size


@dataclass(frozen=True)
class SizeRequest:
    """What is wanted, as the options say it.

    Args:
        width: How wide the 95 % interval may be.
        agreement: How often two raters give the same grade; not with a panel.
        prevalence: How common the grades are, in parts, as `A=50,B=50`; not with a panel.
        severity: The share of what parts raters that is always the same in a rater.
        case_effect: How far the domains of a case go together.
        missing: The share of the grades that is left out.
        domain: A domain's letter; all together, and a single one, if left out.
        raters: Numbers of raters with commas.
        coefficient: Whose interval.
        trials: How many workshops are drawn for each size.
        seed: The same seed, the same answer.
    """

    width: float
    agreement: float | None = None
    prevalence: str | None = None
    severity: float = 0.2
    case_effect: float = 0.2
    missing: float = 0.0
    domain: str | None = None
    raters: str = RATERS
    coefficient: Coefficient = Coefficient.AC2
    trials: int = 200
    seed: int = 1

    def scale(self, rulebook: Rulebook) -> tuple[Grade, ...]:
        """The grades that are told apart: the domain's, or all that some domain has.

        Args:
            rulebook: Whose domains they are.
        """
        domains = rulebook.domains
        own = [d for d in domains if d.letter == self.letter] or domains
        used = {grade for domain in own for grade in domain.domain.grades}
        return tuple(grade for grade in GRADES if grade in used)

    @property
    def letter(self) -> str | None:
        """The domain's letter, as the catalog writes it."""
        return self.domain.strip().upper() if self.domain is not None else None

    def check(self, rulebook: Rulebook) -> None:
        """Refuse what cannot be.

        Args:
            rulebook: Whose domains are meant.

        Raises:
            InputError: SR310 and SR845 to SR847, every mistake at once.
        """
        problems = [*self._out_of_bounds(), *self._wrong_raters()]
        known = [domain.letter for domain in rulebook.domains]
        if self.letter is not None and self.letter not in known:
            problems.append(rulebook.unknown_domain(self.letter, Place("--domain")))
        else:
            problems += self._wrong_shares(rulebook)
        if problems:
            raise InputError(problems)

    def _out_of_bounds(self) -> Iterator[Problem]:
        numbers: dict[str, float | None] = {
            "--width": self.width,
            "--agreement": self.agreement,
            "--severity": self.severity,
            "--case-effect": self.case_effect,
            "--missing": self.missing,
            "--simulations": self.trials,
            "--seed": self.seed,
        }
        for option, number in numbers.items():
            least, most = _BOUNDS[option]
            if number is not None and not least <= number <= most:
                message = (
                    f"`{number:g}` is not between {least:g} and {most:.10g}; write one that is"
                )
                yield Problem("SR845", Place(option), message)

    def numbers(self) -> list[int]:
        """The numbers of raters."""
        return [int(word) for word in self.raters.split(",") if word.strip()]

    def _wrong_raters(self) -> Iterator[Problem]:
        place, most = Place("--raters"), _MOST_DRAWN // max(self.trials, 1)
        words = [word.strip() for word in self.raters.split(",")]
        for word in words:
            # isascii: other scripts' digits are not meant, and some are no numbers to `int`.
            number = int(word) if word.isascii() and word.isdecimal() and len(word) < 9 else 0
            if not _LEAST_RATERS <= number <= _MOST_RATERS:
                message = (
                    f"expected numbers from {_LEAST_RATERS} to {_MOST_RATERS},"
                    f" found {quoted(word)}; write them as {RATERS}"
                )
                yield Problem("SR845", place, message)
            elif number > most:
                message = f"{number} raters in {self.trials} workshops of each size are too many"
                yield Problem(
                    "SR845", place, f"{message}; lower --simulations to {_fitting(number)}"
                )
        if len(words) > _MOST_NUMBERS:
            message = f"found {len(words)} numbers; name {_MOST_NUMBERS} at most"
            yield Problem("SR845", place, message)

    def shares(self, rulebook: Rulebook) -> tuple[float, ...]:
        """How common each grade of the scale is; parts are made to sum to 1.

        Args:
            rulebook: Whose scale it is.
        """
        parts = COMMON if self.prevalence is None else dict(self._parts())
        own = [parts.get(grade, 0.0) for grade in self.scale(rulebook)]
        return tuple(part / sum(own) for part in own)

    def _parts(self) -> Iterator[tuple[Grade, float]]:
        for pair in (self.prevalence or "").split(","):
            grade, _, part = pair.partition("=")
            yield Grade(grade.strip().upper()), float(part)

    def _wrong_shares(self, rulebook: Rulebook) -> Iterator[Problem]:
        place, scale = Place("--prevalence"), self.scale(rulebook)
        way_out = f"write parts of {', '.join(scale)} as A=50,B=50"
        try:
            parts = dict(self._parts()) if self.prevalence is not None else dict(COMMON)
        except ValueError:
            message = f"expected grades and parts, found {quoted(self.prevalence)}; {way_out}"
            yield Problem("SR846", place, message)
            return
        own = [parts.get(grade, 0.0) for grade in scale]
        if self.prevalence is not None and not set(parts) <= set(scale):
            beyond = ", ".join(grade for grade in parts if grade not in scale)
            yield Problem("SR846", place, f"the scale has no {beyond}; {way_out}")
        elif not all(0 <= part < float("inf") for part in own) or sum(p > 0 for p in own) < 2:
            message = "at least two grades must have a part above 0, and none one below"
            yield Problem("SR846", place, f"{message}; {way_out}")
        else:
            yield from self._wrong_agreement(self.shares(rulebook))

    def _wrong_agreement(self, shares: tuple[float, ...]) -> Iterator[Problem]:
        if self.agreement is None or not 0 <= self.agreement <= 1:
            return
        chance = agreement_at(shares, 0.0)
        if not chance + MARGIN <= self.agreement <= 1 - MARGIN:
            message = (
                f"raters who grade so agree {chance:.2f} by chance alone, and {self.agreement:g} is"
                f" not between that and 1; write a share from {chance + 0.01:.2f} to 0.99"
            )
            yield Problem("SR847", Place("--agreement"), message)

    def models(self, rulebook: Rulebook) -> list[tuple[str | None, RatingModel]]:
        """What is assumed of all domains together and of a single one, or of the one asked for.

        Args:
            rulebook: Whose domains and scales they are.
        """
        shares = self.shares(rulebook)
        likeness = likeness_of(shares, self.agreement or 0.0)
        domains = len(rulebook.domains)
        model = RatingModel(
            shares, likeness, self.severity, self.case_effect, self.missing, domains
        )
        return self._of_each(model)

    def models_like(self, panel: Panel, name: str) -> list[tuple[str | None, RatingModel]]:
        """The same, estimated.

        Args:
            panel: From what.
            name: What mistakes are told of.

        Raises:
            InputError: SR847, nothing can be told from how often its raters agree; SR848, it has
                too few grades of the same by several raters.
        """
        return self._of_each(fit_model(panel, self.letter, name))

    def _of_each(self, model: RatingModel) -> list[tuple[str | None, RatingModel]]:
        single = replace(model, domains=1, case_effect=0.0)
        is_alone = self.letter is not None or model.domains == 1
        return [(self.letter, single)] if is_alone else [(None, model), (None, single)]

    def answer(
        self,
        models: list[tuple[str | None, RatingModel]],
        progress: Callable[[float], None] | None = None,
    ) -> list[Sized]:
        """The answers.

        Args:
            models: What is assumed.
            progress: Told now and then which share is done.
        """
        return [
            Sized(
                letter,
                size(
                    model,
                    self.width,
                    self.numbers(),
                    self.coefficient,
                    self.trials,
                    self.seed,
                    _part_of(progress, at, len(models)),
                ),
            )
            for at, (letter, model) in enumerate(models)
        ]


def _fitting(raters: int) -> int:
    """As many workshops as so many raters may be drawn in, to a round number."""
    return _MOST_DRAWN // raters // 10 * 10


def _part_of(
    progress: Callable[[float], None] | None, at: int, parts: int
) -> Callable[[float], None] | None:
    return None if progress is None else lambda done: progress((at + done) / parts)
