"""A workshop as sections: what differed in a round, what moved, what was said and decided."""

from __future__ import annotations

from typing import Any

from ...texts import Language, say
from ...workshops.events import Opened
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
    share,
    tick_moves,
    when,
)


def about_section(workshop: Workshop, language: Language) -> Section:
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
        say(language, "workshop.about.raters", len(raters), raters=named(raters, language))
        if raters
        else say(language, "workshop.about.no-raters")
    )
    lines += _sources(opened, language)
    lines.append(say(language, "workshop.about.policy", policy=opened.policy))
    return Section("about", say(language, "workshop.about"), (Listing(tuple(lines)),))


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
    """What differed in one round; nothing of it while the round is open."""
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
        raters=len(now.raters),
        done=len(now.handed_in),
        all=len(now.raters) * len(workshop.cases),
    )
    same = scores.agreement_in_all()
    if not same.pairs:
        said = say(language, "workshop.no-pairs")
        return Section(anchor, title, (Paragraph(lead), Paragraph(said)))
    told = say(language, "workshop.same", share=share(same, language))
    blocks = (Paragraph(lead), Paragraph(told), *figures, _by_domain(scores, language))
    differing = (_grades(scores, language), _ticks(scores, language))
    return Section(anchor, title, (*blocks, *differing))


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


def _grades(scores: Scores, language: Language) -> Block:
    found = scores.grades_differ()
    if not found:
        return Paragraph(say(language, "workshop.grades-agree"))
    head = _heads(language, "case", "domain", "grades")
    rows = tuple((row.case, row.domain, by_value(row.grades, language)) for row in found)
    return Table(say(language, "workshop.grades-differ"), head, rows)


def _ticks(scores: Scores, language: Language) -> Block:
    found = scores.ticks_differ()
    if not found:
        return Paragraph(say(language, "workshop.ticks-agree"))
    head = _heads(language, "case", "row", "ticks")
    rows = tuple((row.case, row.indicator, by_value(row.ticks, language)) for row in found)
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
    if moved.ticks_only:
        blocks.append(Paragraph(say(language, "workshop.ticks-only", moved.ticks_only)))
    before, after = (scores.agreement_in_all(moved.both) for scores in rounds)
    if before.pairs and after.pairs:
        shares = {"before": share(before, language), "after": share(after, language)}
        blocks.append(Paragraph(say(language, "workshop.agreement-moved", None, **shares)))
    blocks += figures
    if moved.rows:
        blocks.append(_moves_table(moved, language))
    return Section(f"moves-{moved.later}", title, tuple(blocks))


def _moves_table(moved: Moves, language: Language) -> Table:
    head = _heads(language, "case", "domain", "rater", "moved", "direction", "why")
    return Table("", head, tuple(_move(row, language) for row in moved.rows))


def _move(row: Move, language: Language) -> tuple[str, ...]:
    why = say(language, f"workshop.why.{row.why}")
    ticks = f" ({tick_moves(row.ticks, language)})" if row.ticks else ""
    way = say(language, f"workshop.direction.{row.direction}")
    return row.case, row.domain, row.rater, f"{row.before} → {row.after}", way, why + ticks


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
    if row.stands:
        return f"{what}."
    return say(language, "workshop.decisions.overtaken", what=what) + "."


def _heads(language: Language, *keys: str) -> tuple[str, ...]:
    return tuple(say(language, f"workshop.head.{key}") for key in keys)
