"""English. The legal terms föreskrift, allmänt råd and kvalitetsindikator stay Swedish."""

from . import (
    ask,
    check,
    diff,
    explanation,
    lint,
    new,
    overlay,
    plan,
    review,
    split,
    suggestion,
    test,
    verify,
    words,
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
    split,
)
PHRASES: dict[str, str] = {key: text for topic in TOPICS for key, text in topic.PHRASES.items()}
NUMBERS, STATUSES = words.NUMBERS, words.STATUSES
