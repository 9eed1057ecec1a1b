"""A calibration as a document: whatever it is written as, it says the same."""

from __future__ import annotations

from ...calibration.calibrating import Calibration
from ...calibration.maps import missing_reviews
from ...calibration.panels.names import are_pseudonyms
from ...calibration.panels.panel import NO_GRADE
from ...texts import Language
from ...version import __version__
from ..blocks import Document, Listing, Section
from ..readings_text import policy_text
from .agreement_section import agreement_sections, gaps_section
from .maps_section import maps_section
from .severity_section import severity_section
from .split_section import found_sentence, split_section
from .talk_section import talk_section
from .words import CalibrationWords

_NOTS = ("truth", "verdict", "label", "ranking", "few", "causes")
_METHODS = ("split", "ac", "alpha", "bp", "kappa", "intervals", "missing")


def calibration_document(found: Calibration, language: Language = "sv") -> Document:
    """A report of a calibration: what to talk about first, how it was counted last.

    Args:
        found: What `calibrate` returned.
        language: `sv` or `en`.
    """
    words = CalibrationWords(found, language)
    gaps = gaps_section(words)
    sections = (
        talk_section(words),
        split_section(words),
        *agreement_sections(words),
        maps_section(words),
        *([gaps] if gaps else []),
        severity_section(words),
        _points(words, "nots", [f"not.{key}" for key in _NOTS]),
        _points(words, "method", [f"method.{key}" for key in _METHODS]),
    )
    footer = (words.say("footer", version=__version__),)
    return Document(words.say("title"), language, _lead(words), sections, footer)


def _lead(words: CalibrationWords) -> tuple[str, ...]:
    panel, agreements = words.found.panel, words.found.agreements
    rulebook = panel.rulebook
    possible, missing = len(panel.cases) * len(panel.raters), missing_reviews(panel)
    counts = words.say(
        "lead",
        panel.size,
        cases=words.say("cases", len(panel.cases)),
        raters=words.say("raters", len(panel.raters)),
    )
    if missing:
        counts += " " + words.say("lead-missing", missing, possible=possible)
    off_scale = int(((panel.given != NO_GRADE) & ~panel.on_scale).sum())
    if off_scale:
        counts += " " + words.say("lead-off-scale", off_scale)
    made = words.say(
        "lead-made",
        policy=policy_text(words.phrasing, words.found.policy),
        catalog=f"{rulebook.catalog.id} {rulebook.catalog.version}",
        rules=f"{rulebook.ruleset.id} {rulebook.ruleset.version}",
        version=__version__,
        samples=agreements.samples,
        seed=agreements.seed,
    )
    names = () if are_pseudonyms(panel.raters) else (words.say("lead-names"),)
    return counts, found_sentence(words), made, *names


def _points(words: CalibrationWords, key: str, points: list[str]) -> Section:
    return Section(key, words.say(key), (Listing(tuple(map(words.say, points))),))
