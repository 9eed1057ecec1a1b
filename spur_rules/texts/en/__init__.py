"""English. The legal terms föreskrift, allmänt råd and kvalitetsindikator stay Swedish."""

from . import (
    agreed,
    ask,
    calibration_figures,
    calibration_judged,
    calibration_notes,
    calibration_report,
    calibration_talk,
    check,
    diff,
    document,
    explanation,
    lint,
    new,
    overlay,
    plan,
    pseudonyms,
    review,
    severity,
    size,
    split,
    suggestion,
    test,
    verify,
    vignette,
    words,
    workshop,
    workshop_results,
)

TOPICS = (
    *(suggestion, explanation, ask, plan, check, review, overlay, lint, verify, test, diff, new),
    *(agreed, pseudonyms, severity, size, split, vignette, workshop, workshop_results),
    *(document, calibration_report, calibration_talk, calibration_judged, calibration_figures),
    calibration_notes,
)
PHRASES: dict[str, str] = {key: text for topic in TOPICS for key, text in topic.PHRASES.items()}
NUMBERS, STATUSES = words.NUMBERS, words.STATUSES
