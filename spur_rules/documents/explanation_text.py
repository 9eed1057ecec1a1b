"""An explanation as text, in three depths: sentences, lists, and the full derivation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..explanation import Derivation
from ..suggestion import DomainSuggestion
from .derivation_text import derivation_lines
from .sentences import Sentences
from .terminal import TextReport

DEPTHS = ("sentence", "list", "derivation")


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
        if depth == "list":
            blocks.append(report.section(domain))
        else:
            blocks.append("\n".join(_told(report, domain, derived.get(letter))))
    return "\n\n".join([*blocks, report.footer()]) + "\n"


def _told(
    report: TextReport, domain: DomainSuggestion, derivation: Derivation | None
) -> Iterator[str]:
    sentences = Sentences(report.rulebook, report.language)
    yield report.domain_title(domain)
    yield report.wrapped(sentences.summary(domain), "   ", 3)
    for row in report.sensitivities:
        if row.domain == domain.domain:
            yield report.wrapped(sentences.sensitivity(row), "   ", 3)
    if derivation is not None:
        for depth, line in derivation_lines(sentences, derivation, domain):
            indent = 3 + 2 * depth
            yield report.wrapped(line, " " * indent, indent + 2)
