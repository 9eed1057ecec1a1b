"""Swedish. Föreskrift and kvalitetsindikator are *den*, allmänt råd is *det*."""

from . import ask, check, explanation, new, plan, review, suggestion, test, words

TOPICS = (suggestion, explanation, ask, plan, check, review, new, test)
PHRASES: dict[str, str] = {key: text for topic in TOPICS for key, text in topic.PHRASES.items()}
NUMBERS, STATUSES = words.NUMBERS, words.STATUSES
