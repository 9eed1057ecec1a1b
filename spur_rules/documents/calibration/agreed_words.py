"""The figures of an agreement in words: with its interval, or with why there is none."""

from __future__ import annotations

from ...calibration.agreement.agreement import ScopeAgreement
from ...calibration.agreement.coefficients import NEED_ORDER
from ...calibration.agreement.estimates import Coefficient, Estimate, NoFigure
from ...calibration.agreement.labels import label, shown_interval
from ...calibration.agreement.scopes import ALL, NOT_D
from ...texts import status_word
from ...vocabulary import Grade, Status
from ..phrasing import Phrasing


class AgreedWords:
    """Figures of agreement in one language.

    Args:
        words: The rulebook and the language.
    """

    def __init__(self, words: Phrasing) -> None:
        self._words = words
        self.say = words.say

    def name(self, scope: ScopeAgreement) -> str:
        """What a scope is called: a letter, a norm, an id, or all."""
        return self.say("agreed.overall") if scope.name == ALL else scope.name

    def category(self, category: str) -> str:
        """A category as the language says it."""
        if category == NOT_D:
            return self.say("agreed.not_D")
        if category in Grade.__members__:
            return category
        return status_word(self._words.language, category)

    def median(self, scope: ScopeAgreement) -> str:
        """The median, both where the middle lies between two."""
        found = "/".join(map(self.category, scope.median))
        return found or self.say("agreed.none")

    def number(self, value: int) -> str:
        """A count, its thousands apart by a space that does not break."""
        return f"{value:,}".replace(",", "\u00a0")

    def figure(self, estimate: Estimate) -> str:
        """A coefficient with two decimals and its interval."""
        interval = shown_interval(estimate)
        if estimate.value is None:
            return self.say("agreed.none")
        if interval is None:
            return self._decimals(estimate.value)
        low, high = map(self._decimals, interval)
        return self.say("agreed.figure", figure=self._decimals(estimate.value), low=low, high=high)

    def share(self, estimate: Estimate) -> str:
        """A share in percent and its interval."""
        interval = shown_interval(estimate)
        if estimate.value is None:
            return self.say("agreed.none")
        figure = percent(estimate.value)
        if interval is None:
            return self.say("agreed.percent", figure=figure)
        low, high = map(percent, interval)
        return self.say("agreed.percent-interval", figure=figure, low=low, high=high)

    def label(self, scope: ScopeAgreement, coefficient: Coefficient) -> str:
        """The least that the interval bears out; nothing where there is no interval.

        The figure with its interval has to stand beside it: `figure` of the same estimate.
        """
        found = label(scope, coefficient)
        return self.say(f"agreed.level.{found.at_least}") if found else ""

    def why_not(self, scope: ScopeAgreement, coefficient: Coefficient) -> str:
        """The sentence that says why a coefficient is not there; empty where it is."""
        why_not = scope.coefficients[coefficient].why_not
        if why_not is None:
            return ""
        if why_not is not NoFigure.ONE_ANSWER:
            return self.say(f"agreed.why.{why_not}")
        answers = _answers(scope, coefficient in NEED_ORDER)
        if len(answers) != 1:
            return self.say("agreed.why.one_answer_shared")
        answer = answers.pop()
        if answer == NOT_D:
            return self.say("agreed.why.no_d")
        return self.say("agreed.why.one_answer", answer=self.category(answer))

    def _decimals(self, value: float) -> str:
        """Two decimals, a minus sign that is one, and never a zero below nothing."""
        text = f"{round(value, 2) + 0.0:.2f}".replace(".", self.say("agreed.point"))
        return text.replace("-", "−")


def percent(share: float) -> int:
    """A share in whole percent: 0 and 100 only where it is exactly that.

    >>> percent(0.5), percent(0.999), percent(0.001), percent(1.0)
    (50, 99, 1, 100)
    """
    rounded = round(share * 100)
    if 0 < share < 1:
        return min(max(rounded, 1), 99)
    return rounded


def _answers(scope: ScopeAgreement, is_ordinal: bool) -> set[str]:
    """The answers that a coefficient looked at; what is met in another way is met on the steps."""
    given = {
        category
        for category, number in zip(scope.categories, scope.distribution, strict=True)
        if number
    }
    if not is_ordinal or scope.steps == scope.categories:
        return given
    as_met = {Status.MET.value} if Status.MET_OTHERWISE.value in given else set()
    return (given & set(scope.steps)) | as_met
