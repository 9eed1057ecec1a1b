"""English. The legal terms föreskrift, allmänt råd and kvalitetsindikator stay Swedish."""

from . import (
    ask,
    check,
    diff,
    document,
    explanation,
    lint,
    new,
    overlay,
    plan,
    review,
    size,
    suggestion,
    test,
    verify,
    words,
    workshop,
    workshop_results,
)

TOPICS = (
    suggestion,
    explanation,
    ask,
    plan,
    check,
    review,
    overlay,
    lint,
    verify,
    test,
    diff,
    new,
    size,
    document,
    workshop,
    workshop_results,
)
PHRASES: dict[str, str] = {key: text for topic in TOPICS for key, text in topic.PHRASES.items()}
NUMBERS, STATUSES = words.NUMBERS, words.STATUSES
