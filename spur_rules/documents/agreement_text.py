"""Many checks as text and as CSV: how given grades agree, by domain, direction and reading."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from ..checking.agreement import Agreement
from ..checking.sanity import Check, Verdict
from .check_text import suggested_text, verdict_text
from .overlay_text import examples
from .readings_text import policy_text
from .sentences import Sentences
from .tables import csv_text


def agreement_text(
    agreement: Agreement, checks: Mapping[str, Check], sentences: Sentences, width: int = 80
) -> str:
    """The checks of many reviews: a table by domain, then readings, reasons and differences.

    Args:
        agreement: What `agreement` returned.
        checks: The checks by the review's name.
        sentences: The rulebook's sentences in a language.
        width: Columns to stay within.
    """
    if not agreement.rows:
        return textwrap.fill(sentences.say("agreement.nothing-given"), width) + "\n"
    policy = next(iter(checks.values())).suggestion.provenance.policy
    shown = policy_text(sentences, policy)
    title = sentences.say("agreement.title", count=agreement.reviews, policy=shown)
    lines = [*_readings(agreement, sentences), *_differences(checks, sentences)]
    text = "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in lines)
    blocks = [textwrap.fill(title, width), _agreement_table(agreement, sentences), text]
    made = [check.suggestion.provenance.overlaid for check in checks.values()]
    used = [overlay for overlaid in made for overlay in overlaid.overlays]
    told = [*examples(sentences, used), sentences.say("suggests")]
    blocks.append("\n".join(textwrap.fill(line, width) for line in told))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _agreement_table(agreement: Agreement, sentences: Sentences) -> str:
    heads = [sentences.say(f"agreement.short.{verdict}") for verdict in Verdict]
    heads = [sentences.say("agreement.given"), *heads]
    rows = [(letter, [letter]) for letter in agreement.domains]
    rows.append((sentences.say("agreement.all"), list(agreement.domains)))
    corner = sentences.say("check.domain")
    first = max(len(name) for name, _ in [(corner, []), *rows])
    lines = ["  ".join([f"{corner:<{first}}", *heads])]
    for name, letters in rows:
        counts = [sum(agreement.number_of(d, v) for d in letters) for v in Verdict]
        cells = [f"{n:>{len(head)}}" for n, head in zip([sum(counts), *counts], heads, strict=True)]
        lines.append("  ".join([f"{name:<{first}}", *cells]))
    return "\n".join(lines)


def _readings(agreement: Agreement, sentences: Sentences) -> Iterator[str]:
    by_reading: dict[str, list[str]] = {}
    for row in agreement.rows:
        if row.reading is not None:
            by_reading.setdefault(row.reading, []).extend([row.domain] * row.number)
    for reading, letters in by_reading.items():
        domains = sentences.listing(sorted(set(letters)))
        filled = {"reading": reading, "domains": domains}
        yield sentences.say("agreement.reading", len(letters), **filled)
    reasons = sum(r.number for r in agreement.rows if r.has_reason and r.direction is not None)
    if reasons:
        yield sentences.say("agreement.reasons", count=reasons)


def _differences(checks: Mapping[str, Check], sentences: Sentences) -> Iterator[str]:
    for name, check in checks.items():
        for row in check.domains:
            if row.direction is not None or row.verdict is Verdict.OFF_SCALE:
                found = {
                    "given": row.given,
                    "suggested": suggested_text(row, sentences),
                    "verdict": verdict_text(row, sentences),
                }
                yield sentences.say(
                    "agreement.differs", None, review=name, domain=row.domain, **found
                )


def agreement_csv(agreement: Agreement) -> str:
    """The counts of many checks as CSV, one row for each domain, verdict and reading.

    Args:
        agreement: What `agreement` returned.
    """
    head = ["domain", "verdict", "direction", "reading", "has_reason", "number"]
    rows = [
        [r.domain, r.verdict, r.direction, r.reading, str(r.has_reason).lower(), r.number]
        for r in agreement.rows
    ]
    return csv_text([head, *rows])
