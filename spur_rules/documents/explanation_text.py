"""An explanation as text, in three depths: sentences, lists, and the full derivation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..explanation import Derivation
from ..suggestion import DomainSuggestion
from .derivation_text import derivation_lines
from .overlay_text import all_changes, not_in_use
from .terminal import TextReport


def explanation_text(
    report: TextReport,
    letters: Sequence[str],
    depth: str,
    derivations: Sequence[Derivation] = (),
) -> str:
    """The explanation of some domains.

    Args:
        report: The whole review's report, with its explanation.
        letters: Which domains.
        depth: `sentence`, `list` or `derivation`.
        derivations: The full derivations of those domains, for the last depth.
    """
    derived = {row.domain: row for row in derivations}
    blocks = [report.heading(report.say("title"))]
    for letter in letters:
        domain = report.suggestion[letter]
        told = _listed if depth == "list" else _told
        blocks.append("\n".join(told(report, domain, derived.get(letter))))
    if len(letters) == len(report.suggestion.domains):
        blocks += report.closing()
    done = all_changes(report.sentences, letters)
    changes = [report.wrapped(text, "   - ", 5) for text in done]
    if changes and depth != "sentence":
        blocks.append("\n".join([report.say("overlay-changes"), *changes]))
    return "\n\n".join([*blocks, report.footer()]) + "\n"


def _listed(
    report: TextReport, domain: DomainSuggestion, _: Derivation | None = None
) -> Iterator[str]:
    """Everything about a domain, and what each answer to each open question would give."""
    yield report.section(domain)
    if len(domain.open) > 1:
        yield report.wrapped(report.say("what-ifs"), "   ", 3)
        for question in domain.open:
            answers = report.sentences.answers(question)
            text = report.say("question", id=question.indicator, text=question.text)
            yield report.wrapped(f"{text} {answers[:1].upper()}{answers[1:]}.", "   - ", 5)


def _told(
    report: TextReport, domain: DomainSuggestion, derivation: Derivation | None
) -> Iterator[str]:
    """A few sentences, and the derivation where it is wanted."""
    yield report.domain_title(domain)
    used = report.checklist.review.regulations
    idle = not_in_use(report.sentences, domain.not_in_use, used)
    for text in (report.sentences.summary(domain), *idle, *report.hanging(domain)):
        yield report.wrapped(text, "   ", 3)
    if derivation is not None:
        for depth, line in derivation_lines(report.sentences, derivation, domain):
            indent = 3 + 2 * depth
            yield report.wrapped(line, " " * indent, indent + 2)
