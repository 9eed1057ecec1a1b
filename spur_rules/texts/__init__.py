"""Every sentence that is shown, by language. Legal texts are never among them: they are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from . import en, sv

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_PHRASES = {"sv": sv.PHRASES, "en": en.PHRASES}
_NUMBERS = {"sv": sv.NUMBERS, "en": en.NUMBERS}
_STATUSES = {"sv": sv.STATUSES, "en": en.STATUSES}


def say(language: Language, key: str, count: int | None = None, **values: object) -> str:
    """A phrase in one language.

    Args:
        language: `sv` or `en`.
        key: The phrase's name; with a count, `key.one` or `key.other` is taken.
        count: Picks the singular or the plural form, and fills `{count}`.
        values: What fills the other places.

    >>> say("sv", "open", count=1, indicators="A1"), say("sv", "open", count=2, indicators="A1, A2")
    ('Öppen fråga: A1.', 'Öppna frågor, den viktigaste först: A1, A2.')
    """
    if count is not None:
        key = f"{key}.one" if count == 1 else f"{key}.other"
    return _PHRASES[language][key].format(count=count, **values)


def listing(language: Language, words: Sequence[str], joint: str = "and") -> str:
    """Words with commas between, and the language's "and" or "or" before the last.

    >>> listing("sv", ["H7", "H8", "H9"]), listing("sv", ["H7", "H8"], "or")
    ('H7, H8 och H9', 'H7 eller H8')
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {say(language, joint)} {words[-1]}"


def spelled(language: Language, number: int) -> str:
    """A number as a word up to twelve, as figures beyond.

    >>> spelled("sv", 2), spelled("en", 13)
    ('två', '13')
    """
    return _NUMBERS[language].get(number, str(number))


def status_word(language: Language, status: str) -> str:
    """A status as the language says it.

    >>> status_word("en", "delvis")
    'partly met'
    """
    return _STATUSES[language][status]
