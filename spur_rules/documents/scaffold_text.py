"""What was begun, what is still to be written in it, and what comes next."""

from __future__ import annotations

import shlex

from ..scaffolding.adding import Scaffold
from ..scaffolding.target import has_schema
from ..texts import Language, listing, say
from .wrapping import wrapped


def as_text(what: str, id: str, made: Scaffold, language: Language) -> str:
    """What a person reads after `spur-rules new`.

    Args:
        what: `rule`, `case` or `overlay`.
        id: Its id.
        made: What was written.
        language: `sv` or `en`.
    """
    lines = [say(language, f"new-written.{what}", id=id, file=made.path, line=made.line)]
    if made.to_write:
        where = listing(language, [str(line) for line in made.to_write])
        lines.append(say(language, "new-left", count=len(made.to_write), lines=where))
    lines += ["", say(language, "new-next")]
    for step, command in _steps(what, made):
        lines.append(wrapped(say(language, f"new-step.{step}"), 80, "- ", 2))
        lines += [f"    {command}"] if command else []
    return "\n".join(lines) + "\n"


def _steps(what: str, made: Scaffold) -> list[tuple[str, str | None]]:
    """What comes next, in order: the sentence, and the command to copy."""
    steps: list[tuple[str, str | None]] = []
    schema = _SCHEMAS[what]
    if made.is_new_file and not has_schema(made.path, schema):
        beside = shlex.quote(str(made.path.parent / f"{schema}.schema.json"))
        steps.append(("schema", f"spur-rules schema {schema} > {beside}"))
    if made.to_write:
        steps.append(("fill", None))
    file = shlex.quote(str(made.path))
    return steps + [(name, command and command.format(file=file)) for name, command in _NEXT[what]]


_SCHEMAS = {"rule": "ruleset", "case": "cases", "overlay": "overlay"}
_NEXT: dict[str, tuple[tuple[str, str | None], ...]] = {
    "rule": (
        ("version", None),
        ("case", "spur-rules new case ID --to FILE --domain LETTER --rules {file}"),
        ("verify", "spur-rules verify --rules {file}"),
    ),
    "case": (("test", "spur-rules test {file}"),),
    "overlay": (("own", None), ("use", "spur-rules grade CHECKLIST --overlay {file}")),
}
