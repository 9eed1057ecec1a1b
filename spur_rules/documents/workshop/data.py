"""A workshop as JSON: where it stands, and its events; of an open round no answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ...rulebook import Rulebook
from ...workshops.events import HandedIn, IndicatorDecided, Opened, kind_of
from ...workshops.moves import Move, moved_between
from ...workshops.readings import policy_of, policy_text
from ...workshops.records import Record
from ...workshops.scores import Scores, Suggester
from ...workshops.workshop import Decision, Phase, Round, Said, Workshop

SCHEMA = "spur-rules/workshop/1"


def as_json(workshop: Workshop, rulebook: Rulebook) -> str:
    """Where a workshop stands, as JSON."""
    return json.dumps(as_data(workshop, rulebook), ensure_ascii=False, indent=2) + "\n"


def as_data(workshop: Workshop, rulebook: Rulebook) -> dict[str, Any]:
    """The same as plain data.

    Args:
        workshop: Where it stands.
        rulebook: The catalog and rules that it keeps.
    """
    opened = workshop.opened
    return {
        "schema": SCHEMA,
        "title": opened.title,
        "phase": str(workshop.phase),
        "begun": workshop.begun,
        "closed": workshop.closed,
        "catalog": _source(opened.catalog),
        "rules": _source(opened.rules),
        "overlays": [_source(source) for source in opened.overlays],
        "policy": {"begun": opened.policy, "now": policy_text(workshop)},
        "cases": list(workshop.case_ids),
        "raters": list(workshop.raters),
        "rounds": [_round(round, workshop, rulebook) for round in workshop.rounds],
        "notes": [_said(row) for row in workshop.said],
        "decisions": [_decision(row) for row in workshop.decisions],
        "events": workshop.events,
        "head": workshop.head,
    }


def _source(source: Any) -> dict[str, str]:
    return {"id": source.id, "version": source.version, "sha256": source.sha256}


def _round(round: Round, workshop: Workshop, rulebook: Rulebook) -> dict[str, Any]:
    counts = [
        {"rater": rater, "handed_in": sum(of == rater for _, of in round.handed_in)}
        for rater in round.raters
    ]
    made: dict[str, Any] = {
        "round": round.number,
        "begun": round.begun,
        "revealed": round.revealed,
        "counts": counts,
        "grades": [],
        "moves": [],
    }
    if round.revealed is not None:
        made["grades"] = list(_grades(round, workshop, rulebook))
        if round.number > 1:
            earlier = workshop.rounds[round.number - 2]
            moved = moved_between(workshop, rulebook, earlier, round)
            made["moves"] = [_move(row) for row in moved.rows]
    return made


def _grades(round: Round, workshop: Workshop, rulebook: Rulebook) -> Iterator[dict[str, Any]]:
    scores = Scores(round, rulebook)
    suggester = Suggester(rulebook, policy_of(workshop, rulebook, round.number))
    for case, rater in round.handed_in:
        for domain in scores.letters:
            given = scores.given(case, rater, domain)
            suggested = suggester.grade(domain, scores.ticks(case, rater, domain))
            yield {
                "case": case,
                "rater": rater,
                "domain": domain,
                "given": given,
                "suggested": suggested,
            }


def _move(row: Move) -> dict[str, Any]:
    return {
        "case": row.case,
        "rater": row.rater,
        "domain": row.domain,
        "before": str(row.before),
        "after": str(row.after),
        "median": row.median,
        "direction": str(row.direction),
        "why": str(row.why),
        "ticks": [
            {"indicator": t.indicator, "before": str(t.before), "after": str(t.after)}
            for t in row.ticks
        ],
    }


def _said(row: Said) -> dict[str, Any]:
    return {"at": row.at, "round": row.round, "about": row.said.about, "text": row.said.text}


def _decision(row: Decision) -> dict[str, Any]:
    one = row.decided
    about = {"at": row.at, "round": row.round, "stands": row.stands, "because": one.because}
    if isinstance(one, IndicatorDecided):
        return about | {"indicator": one.indicator, "text": one.text}
    return about | {"parameter": one.parameter, "value": one.value, "domain": one.domain}


def log_lines(records: Sequence[Record], workshop: Workshop) -> Iterator[str]:
    """Every event as a line of JSON, without the answers of a round that is not revealed.

    The texts of the catalog and the rules, which the first event holds, are left out too.

    Args:
        records: The log.
        workshop: Where it stands.
    """
    open_round = len(workshop.rounds) if workshop.phase is Phase.SCORING else None
    for record in records:
        content = record.event.model_dump(mode="json")
        if isinstance(record.event, Opened):
            for source in (content["catalog"], content["rules"], *content["overlays"]):
                del source["text"]
        if isinstance(record.event, HandedIn) and record.event.round == open_round:
            content = {key: content[key] for key in ("round", "case", "rater")}
        row = {"seq": record.seq, "at": record.at, "kind": kind_of(record.event)}
        yield json.dumps(row | content | {"hash": record.hash}, ensure_ascii=False)
