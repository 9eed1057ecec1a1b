"""What was put under pseudonyms, and what to do with the key."""

from __future__ import annotations

from collections.abc import Iterator

from ..calibration.panels.handing_on import HandedOn, HandingOn
from ..texts import Language, listing, say
from .wrapping import wrapped


def pseudonyms_text(wanted: HandingOn, made: HandedOn, language: Language, width: int) -> str:
    """What a person reads after `spur-rules pseudonyms`.

    Args:
        wanted: Which files there are.
        made: What was done.
        language: `sv` or `en`.
        width: Columns to stay within.
    """
    lines = _lines(wanted, made, language)
    return "".join(f"{wrapped(line, width, '', 0)}\n" for line in lines)


def _lines(wanted: HandingOn, made: HandedOn, language: Language) -> Iterator[str]:
    numbers = {"checklists": made.panel.size, "raters": len(made.panel.raters)}
    numbers["cases"] = len(made.panel.cases)
    counts = {what: say(language, f"pseudonyms.{what}", count=n) for what, n in numbers.items()}
    yield say(language, "pseudonyms.table", None, table=wanted.table, **counts)
    yield say(language, f"pseudonyms.replaced.{'both' if wanted.with_cases else 'raters'}")
    yield say(language, "pseudonyms.left-out")
    entries = [say(language, "pseudonyms.raters", count=made.raters)]
    if made.cases:
        entries.append(say(language, "pseudonyms.cases", count=made.cases))
    new = made.new_raters + made.new_cases
    phrase = "pseudonyms.key" if new else "pseudonyms.key-unchanged"
    yield say(language, phrase, file=wanted.key, entries=listing(language, entries), new=new)
    yield say(language, "pseudonyms.keep")
    if made.key_is_beside:
        yield say(language, "pseudonyms.beside")
