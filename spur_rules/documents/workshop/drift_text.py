"""One rater over several workshops, as sections."""

from __future__ import annotations

from ...calibration.agreement.estimates import Estimate
from ...texts import Language, say
from ...workshops.drift import Drift, Point, change
from ..blocks import Block, Paragraph, Section, Table
from ..picture_tables import figure
from .figures import spread
from .words import share, when


def drift_sections(found: Drift, is_last_round: bool, language: Language) -> list[Section]:
    """What is known of a rater: against the rules, against the others, and the change.

    Args:
        found: The rater.
        is_last_round: Whether the last round was taken of each workshop.
        language: `sv` or `en`.
    """
    key = "drift.lead-last" if is_last_round else "drift.lead"
    lead: list[Block] = [Paragraph(say(language, key, len(found.points)))]
    lead.append(Paragraph(say(language, "drift.sign")))
    if not found.is_one_rulebook:
        lead.append(Paragraph(say(language, "drift.catalogs")))
    title = say(language, "drift.title", rater=found.rater)
    against = (
        ("drift.rules", [point and point.against_rules for point in found.points]),
        ("drift.peers", [point and point.against_peers for point in found.points]),
    )
    sections = [Section("drift", title, tuple(lead))]
    for name, estimates in against:
        table = _table(found, estimates, language)
        told = Paragraph(_change(found.rater, estimates, language))
        sections.append(Section(name, say(language, name), (table, told)))
    median = Section("median", say(language, "drift.median"), (_median(found, language),))
    return [*sections, median]


def _table(found: Drift, estimates: list[Estimate | None], language: Language) -> Table:
    rows = [
        (*_who(title, point, language), *_cells(point, estimate, language))
        for title, point, estimate in zip(found.titles, found.points, estimates, strict=True)
    ]
    head = _heads(language, "day", "workshop", "grades", "value", "interval")
    return Table("", head, tuple(rows), (2,))


def _cells(point: Point | None, estimate: Estimate | None, language: Language) -> tuple[str, ...]:
    if point is None or estimate is None:
        return "–", "–", say(language, "drift.absent")
    return str(point.grades), _signed(estimate.value, language), spread(estimate, language)


def _signed(value: float | None, language: Language) -> str:
    """A figure with its sign; what is shown as zero has none.

    >>> _signed(0.25, "sv"), _signed(0.001, "sv"), _signed(0.001, "en"), _signed(-0.25, "en")
    ('+0,25', '0,00', '0.00', '−0.25')
    """
    text = figure(value, language)
    is_zero = not text.strip("0.,")
    return f"+{text}" if value is not None and value > 0 and not is_zero else text


def _who(title: str, point: Point | None, language: Language) -> tuple[str, str]:
    return when(point.begun)[:10] if point else "–", title


def _change(rater: str, estimates: list[Estimate | None], language: Language) -> str:
    known = [e for e in estimates if e is not None and e.value is not None]
    if len(known) < 2:
        why = say(language, "drift.change.needs-two")
        return say(language, "drift.change.none", rater=rater, why=why)
    moved = change(known[0], known[-1])
    if moved is None:
        why = say(language, "drift.change.interval")
        return say(language, "drift.change.none", rater=rater, why=why)
    key = "drift.change.beyond" if moved.is_beyond else "drift.change.within"
    low, high = (figure(end, language) for end in moved.interval)
    # Of the figures as they stand in the table: whoever subtracts them gets the same.
    shown = round(known[-1].value or 0.0, 2) - round(known[0].value or 0.0, 2)
    return say(language, key, change=figure(shown, language), low=low, high=high)


def _median(found: Drift, language: Language) -> Table:
    rows = []
    for title, point in zip(found.titles, found.points, strict=True):
        if point is None:
            cell = say(language, "drift.absent")
        elif point.same_as_median is None:
            cell = say(language, "drift.small", least=point.least_grades)
        else:
            cell = share(point.same_as_median, language)
        rows.append((*_who(title, point, language), cell))
    return Table("", _heads(language, "day", "workshop", "same"), tuple(rows))


def _heads(language: Language, *keys: str) -> tuple[str, ...]:
    return tuple(say(language, f"drift.head.{key}") for key in keys)
