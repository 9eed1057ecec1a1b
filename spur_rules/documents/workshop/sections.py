"""A workshop as sections: what differed in a round, what moved, what was said and decided."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...texts import Language, say
from ...workshops.events import Opened
from ...workshops.hand_in_checks import off_scale
from ...workshops.moves import Move, Moves
from ...workshops.readings import policy_text
from ...workshops.scores import Scores
from ...workshops.workshop import Decision, Said, Workshop
from ..blocks import Block, Listing, Paragraph, Section, Table
from .words import (
    by_value,
    decision_words,
    directions,
    named,
    percent,
    reasons,
    tick_moves,
    when,
)


def about_section(workshop: Workshop, language: Language, with_names: bool = True) -> Section:
    """When, which cases, who, and by which catalog, rules and reading."""
    opened, cases, raters = workshop.opened, workshop.case_ids, workshop.raters
    lines = [say(language, "workshop.about.begun", at=when(workshop.begun))]
    lines.append(
        say(language, "workshop.about.closed", at=when(workshop.closed))
        if workshop.closed
        else say(language, "workshop.about.open")
    )
    names = named(cases, language)
    lines.append(say(language, "workshop.about.cases", len(cases), cases=names))
    lines.append(
        _raters(raters, language, with_names)
        if raters
        else say(language, "workshop.about.no-raters")
    )
    lines += _sources(opened, language)
    lines.append(say(language, "workshop.about.policy", policy=opened.policy))
    return Section("about", say(language, "workshop.about"), (Listing(tuple(lines)),))


def _raters(raters: tuple[str, ...], language: Language, with_names: bool) -> str:
    if not with_names:
        return say(language, "workshop.raters", len(raters)) + "."
    return say(language, "workshop.about.raters", len(raters), raters=named(raters, language))


def _sources(opened: Opened, language: Language) -> list[str]:
    catalog, rules, *overlays = (
        f"{source.id} {source.version}"
        for source in (opened.catalog, opened.rules, *opened.overlays)
    )
    lines = [say(language, "workshop.about.catalog", catalog=catalog, rules=rules)]
    if overlays:
        lines.append(say(language, "workshop.about.overlays", overlays=", ".join(overlays)))
    return lines


def round_section(
    scores: Scores, workshop: Workshop, language: Language, figures: tuple[Block, ...] = ()
) -> Section:
    """How far the raters of one round agree; nothing of it while the round is open."""
    now = scores.round
    anchor, title = f"round-{now.number}", say(language, "workshop.round", round=now.number)
    if now.revealed is None:
        text = say(language, "workshop.round.open")
        return Section(anchor, title, (Paragraph(text),))
    lead = say(
        language,
        "workshop.round.lead",
        begun=when(now.begun),
        revealed=when(now.revealed),
        raters=say(language, "workshop.raters", len(now.raters)),
        checklists=say(language, "workshop.checklists", len(now.handed_in)),
    )
    same = scores.agreement_in_all()
    if not same.pairs:
        said = say(language, "workshop.no-pairs")
        return Section(anchor, title, (Paragraph(lead), Paragraph(said)))
    values = {"same": same.same, "pairs": same.pairs, "share": percent(same)}
    told = say(language, "workshop.same", None, **values)
    blocks = (Paragraph(lead), Paragraph(told), *figures, _by_domain(scores, language))
    return Section(anchor, title, blocks)


def differences(scores: Scores, language: Language, with_names: bool) -> tuple[Block, ...]:
    """Which grades and rows differ, and what is missing: missing is no difference.

    Args:
        scores: The round.
        language: `sv` or `en`.
        with_names: Whether it is told who has which; else how many.
    """
    lacks = _lacking(scores, language, with_names)
    listed = (Listing(lacks),) if lacks else ()
    if len(scores.round.raters) < 2:
        return listed
    grades, ticks = (make(scores, language, with_names) for make in (_grades, _ticks))
    return (*listed, grades, ticks)


def _lacking(scores: Scores, language: Language, with_names: bool) -> tuple[str, ...]:
    """What was not assessed, and grades that no scale has, in a sentence each."""
    who = {r: r if with_names else say(language, "workshop.one-rater") for r in scores.round.raters}
    lines = []
    for row in scores.not_assessed():
        values = {"rater": who[row.rater], "case": row.case}
        key = "workshop.lacks.all" if row.is_all else "workshop.lacks"
        count = None if row.is_all else row.rows
        lines.append(say(language, key, count, **values))
    for (case, rater), one in sorted(scores.round.handed_in.items()):
        for letter in off_scale(one, scores.rulebook):
            values = {"rater": who[rater], "case": case, "domain": letter}
            grade = one.given[letter]
            lines.append(say(language, "workshop.lacks.scale", None, grade=grade, **values))
    return tuple(dict.fromkeys(lines))


def _by_domain(scores: Scores, language: Language) -> Table:
    head = _heads(language, "domain", "pairs", "same", "share")
    rows = []
    for letter in scores.letters:
        found = scores.agreement(letter)
        if not found.pairs:
            continue
        mark = f"{percent(found)} %" if language == "sv" else f"{percent(found)}%"
        cells = (str(found.pairs), str(found.same), mark)
        rows.append((letter, *cells))
    return Table(say(language, "workshop.agreement"), head, tuple(rows), (1, 2, 3))


def _grades(scores: Scores, language: Language, with_names: bool) -> Block:
    found = scores.grades_differ()
    if not found:
        return Paragraph(say(language, "workshop.grades-agree"))
    head = _heads(language, "case", "domain", "grades")
    rows = tuple(
        (row.case, row.domain, by_value(row.grades, language, with_names)) for row in found
    )
    return Table(say(language, "workshop.grades-differ"), head, rows)


def _ticks(scores: Scores, language: Language, with_names: bool) -> Block:
    found = scores.ticks_differ()
    if not found:
        return Paragraph(say(language, "workshop.ticks-agree"))
    head = _heads(language, "case", "row", "ticks")
    rows = tuple(
        (row.case, row.indicator, by_value(row.ticks, language, with_names)) for row in found
    )
    return Table(say(language, "workshop.ticks-differ"), head, rows)


def moves_section(
    moved: Moves,
    rounds: tuple[Scores, Scores],
    language: Language,
    figures: tuple[Block, ...] = (),
) -> Section:
    """What moved between two rounds, and why."""
    numbers = {"earlier": moved.earlier, "later": moved.later}
    title = say(language, "workshop.moves", None, **numbers)
    blocks: list[Block] = []
    if not moved.rows:
        blocks.append(Paragraph(say(language, "workshop.moved-none", compared=moved.compared)))
    else:
        ways = {"compared": moved.compared, "directions": directions(moved, language)}
        blocks.append(Paragraph(say(language, "workshop.moved", len(moved.rows), **ways)))
        why = say(language, "workshop.moved-why", reasons=reasons(moved, language))
        blocks.append(Paragraph(why))
    if moved.rows:
        blocks.append(Paragraph(say(language, "workshop.middle")))
    if moved.ticks_only:
        blocks.append(Paragraph(say(language, "workshop.ticks-only", moved.ticks_only)))
    before, after = (scores.agreement_in_all(moved.both) for scores in rounds)
    if before.pairs and after.pairs:
        shares = {"before": percent(before), "after": percent(after)}
        shares |= {"same_before": str(before.same), "same_after": str(after.same)}
        shares |= {"pairs_before": str(before.pairs), "pairs_after": str(after.pairs)}
        blocks.append(Paragraph(say(language, "workshop.agreement-moved", None, **shares)))
    return Section(f"moves-{moved.later}", title, (*blocks, *figures))


def moves_table(moved: Moves, language: Language, with_names: bool) -> Table:
    """Every grade that moved; without names how many moved so, and no single ticks.

    Args:
        moved: What moved.
        language: `sv` or `en`.
        with_names: Whether it is told who moved.
    """
    numbers = {"earlier": moved.earlier, "later": moved.later}
    title = say(language, "workshop.moves", None, **numbers)
    if with_names:
        head = _heads(language, "case", "domain", "rater", "moved", "direction", "why")
        return Table(title, head, tuple(_move(row, language) for row in moved.rows))
    head = _heads(language, "case", "domain", "moved", "direction", "why", "number")
    counts = Counter((row.case, row.domain, *_way(row, language)) for row in moved.rows)
    rows = tuple((*key, str(number)) for key, number in counts.items())
    return Table(title, head, rows, (5,))


def _move(row: Move, language: Language) -> tuple[str, ...]:
    moved, way, why = _way(row, language)
    ticks = f" ({tick_moves(row.ticks, language)})" if row.ticks else ""
    return row.case, row.domain, row.rater, moved, way, why + ticks


def _way(row: Move, language: Language) -> tuple[str, str, str]:
    """From which grade to which, which way, and why."""
    why = say(language, f"workshop.why.{row.why}")
    way = say(language, f"workshop.direction.{row.direction}")
    return f"{row.before} → {row.after}", way, why


def said_section(workshop: Workshop, language: Language) -> Section:
    """What was noted of the discussion."""
    items = tuple(_said(row, language) for row in workshop.said)
    return Section("said", say(language, "workshop.said"), (Listing(items),))


def _said(row: Said, language: Language) -> str:
    values: dict[str, Any] = {"round": row.round, "text": row.said.text}
    if row.said.about is None:
        return say(language, "workshop.said.row", None, **values)
    return say(language, "workshop.said.about", about=row.said.about, **values)


def decisions_section(workshop: Workshop, language: Language) -> Section:
    """What was decided, and the reading that comes of it."""
    title = say(language, "workshop.decisions")
    if not workshop.decisions:
        none = Paragraph(say(language, "workshop.decisions.none"))
        return Section("decisions", title, (none,))
    items = tuple(_decision(row, language) for row in workshop.decisions)
    policy = say(language, "workshop.decisions.policy", policy=policy_text(workshop))
    return Section("decisions", title, (Listing(items, is_numbered=True), Paragraph(policy)))


def _decision(row: Decision, language: Language) -> str:
    what = decision_words(row.decided, language)
    return f"{what}." if row.stands else say(language, "workshop.decisions.overtaken", what=what)


def _heads(language: Language, *keys: str) -> tuple[str, ...]:
    return tuple(say(language, f"workshop.head.{key}") for key in keys)
