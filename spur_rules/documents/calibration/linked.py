"""Which groups of raters, and which cases that hold them together, are worth a sentence."""

from __future__ import annotations

from ...calibration.severity.severity import CaseThatLinks, Severity


def graded_groups(severity: Severity) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The groups with their numbers, counted from 1, without raters who gave no grade.

    Who gave none is a group alone, but it is the grades that lack there and not cases in common.

    Args:
        severity: What `rate_severity` returned.
    """
    graded = {rater.rater for rater in severity.raters if rater.grades}
    numbered = enumerate(severity.groups, 1)
    return tuple((number, group) for number, group in numbered if graded.intersection(group))


def telling_links(severity: Severity) -> tuple[CaseThatLinks, ...]:
    """The cases that alone hold a group together, where the group has other cases too.

    Args:
        severity: What `rate_severity` returned.
    """
    several = {rater.group for rater in severity.raters if rater.cases > 1}
    return tuple(link for link in severity.weak_links if link.group in several)
